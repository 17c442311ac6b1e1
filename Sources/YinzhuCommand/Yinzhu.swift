import ArgumentParser
import Foundation
import Yinzhu

struct YinzhuCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "yinzhu",
    abstract: "Turns the footnotes of Chinese scholarship into bibliographies.",
    discussion: """
      EXAMPLES
        yinzhu extract article.txt                        what was found, what it says, what is lost
        yinzhu extract article.txt --to bibtex -o refs.bib
        yinzhu parse notes.txt --to csl-json              one note or citation a line
        yinzhu convert refs.bib --to csl-json
        yinzhu cite refs.json --style gb-t-7714-2015-numeric
        yinzhu check article.docx                         what a copy-editor would mark
        yinzhu explain N001

      A file name of - or no file is standard input. Data goes to standard output, messages to standard error.
      Exit status: 0 done, 1 check found errors or some input was unusable (the rest is done), 2 wrong usage.
      """,
    version: version,
    subcommands: [
      ExtractCommand.self, ParseCommand.self, ConvertCommand.self, CiteCommand.self, CheckCommand.self, FixCommand.self,
      ExplainCommand.self,
      StylesCommand.self,
      FormatsCommand.self,
    ])
}

@main
enum EntryPoint {
  /// ArgumentParser ends with 64 on wrong usage; the contract says 2.
  static func main() {
    do {
      var command = try YinzhuCommand.parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      let isWanted = YinzhuCommand.exitCode(for: error) == .success
      let message = YinzhuCommand.fullMessage(for: error)
      if isWanted {
        Output.standard(message + "\n")
        exit(0)
      }
      Output.message(message)
      if let hint = mistypedCommand { Output.message(hint) }
      exit(2)
    }
  }

  /// What the first argument may have meant, where it is no command.
  private static var mistypedCommand: String? {
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else { return nil }
    let names = YinzhuCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !names.contains(word), word != "help" else { return nil }
    let nearest = Nearest.words(to: word, among: names)
    return nearest.isEmpty
      ? "There are: \(names.joined(separator: ", "))." : "Did you mean \(nearest.joined(separator: ", "))?"
  }
}
