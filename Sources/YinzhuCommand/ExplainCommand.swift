import ArgumentParser
import Foundation
import Yinzhu

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Prints what a diagnostic code means, and what to do.",
    discussion: """
      EXAMPLES
        yinzhu explain N001
        yinzhu explain            all codes, one a line
      """)

  @Argument(help: "A code, as messages print it in brackets.")
  var code: String?

  @Flag(help: "All pages, one after the other.")
  var all = false

  @Option(help: ArgumentHelp("Write every page into this folder, as CODE.md.", valueName: "folder"))
  var toDirectory: String?

  func run() throws {
    if let toDirectory {
      do {
        try FileManager.default.createDirectory(atPath: toDirectory, withIntermediateDirectories: true)
      } catch {
        Output.message("\(toDirectory): error: can't be made: \(error.localizedDescription)")
        throw ExitCode(1)
      }
      for rule in Rules.all { try Output.write(Rules.page(rule), to: "\(toDirectory)/\(rule.code).md") }
    } else if all {
      Output.standard(Rules.all.map(Rules.page).joined(separator: "\n"))
    } else if let code {
      guard let rule = Rules.rule(code) else {
        let nearest = Nearest.codes(to: code, among: Rules.all.map(\.code))
        Output.message(
          "error: there is no code “\(code)”; the nearest are \(nearest.joined(separator: ", ")); "
            + "`yinzhu explain` lists all")
        throw ExitCode(2)
      }
      Output.standard(Rules.page(rule))
    } else {
      Output.standard(Rules.all.map { "\($0.code)  \($0.severity.rawValue)\t\($0.title)\n" }.joined())
    }
  }
}
