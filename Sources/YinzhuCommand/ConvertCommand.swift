import ArgumentParser
import Foundation
import Yinzhu

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Converts records from one format to another, and says what is lost.",
    discussion: """
      EXAMPLES
        yinzhu convert refs.bib --to csl-json
        yinzhu convert a.json b.bib --to biblatex -o all.bib
      """)

  @Argument(help: "Files, or - for standard input.")
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "The format of the input where it is guessed wrong: csl-json, bibtex, biblatex.", valueName: "format"))
  var from: String?

  @Option(help: ArgumentHelp("What to write: csl-json, bibtex, biblatex, ris.", valueName: "format"))
  var to: String

  @OptionGroup var options: SharedOptions

  private static let targets: [Target] = Target.allCases.filter { $0.record != nil }

  func validate() throws {
    _ = try Target.named(to, among: Self.targets)
    if let from, RecordFormat(rawValue: from)?.isRead != true {
      throw ValidationError("“\(from)” is no format to read. There are: csl-json, bibtex, biblatex.")
    }
  }

  func run() throws {
    let target = try Target.named(to, among: Self.targets)
    var references: [Reference] = []
    var failed = false
    for path in files.isEmpty ? ["-"] : files {
      guard let source = Input.source(path, encoding: options.encoding) else {
        failed = true
        continue
      }
      guard let format = from.flatMap(RecordFormat.init(rawValue:)) ?? RecordFormat.guessed(source) else {
        Output.message("\(source.name): error: the format is not clear; give it with --from")
        failed = true
        continue
      }
      let (read, diagnostics) = format.read(source)
      options.printer.print(diagnostics, source: source)
      // The rest is written, but a script must learn that some input was lost.
      if diagnostics.contains(where: { $0.severity == .error }) { failed = true }
      references += read
    }
    if let record = target.record {
      let (text, diagnostics) = record.write(references, keys: options.citationKeys)
      for diagnostic in diagnostics { options.printer.print(diagnostic, source: nil, name: target.rawValue) }
      try Output.write(text, to: options.output)
    }
    if failed { throw ExitCode(1) }
  }
}
