import ArgumentParser
import Foundation
import Yinzhu

struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite", abstract: "Formats records in a CSL style.",
    discussion: """
      EXAMPLES
        yinzhu cite refs.json --style gb-t-7714-2015-numeric
        yinzhu cite refs.bib --style ./my-style.csl --to html
      """)

  @Argument(help: "Records: CSL-JSON, BibTeX or BibLaTeX.")
  var file = "-"

  @Option(help: ArgumentHelp("The style: an id or a file.", valueName: "id"))
  var style: String

  @Option(help: ArgumentHelp("The language of the terms, such as zh-CN.", valueName: "tag"))
  var locale: String?

  @Option(help: ArgumentHelp("A folder whose locale files win over all others.", valueName: "folder"))
  var locales: String?

  @Option(help: ArgumentHelp("What to write: text, html, jsonl.", valueName: "format"))
  var to = "text"

  @Flag(help: "Only the bibliography, no citations.")
  var bibliographyOnly = false

  @OptionGroup var options: SharedOptions

  private static let targets: [Target] = [.text, .html, .jsonl]

  func validate() throws { _ = try Target.named(to, among: Self.targets) }

  func run() throws {
    let target = try Target.named(to, among: Self.targets)
    guard let source = Input.source(file, encoding: options.encoding) else { throw ExitCode(1) }
    guard let format = RecordFormat.guessed(source) else {
      Output.message("\(source.name): error: neither CSL-JSON nor BibTeX")
      throw ExitCode(1)
    }
    let (references, diagnostics) = format.read(source)
    options.printer.print(diagnostics, source: source)
    let output = RecordOutput(target: target, style: style, options: options, locale: locale, localeFolder: locales)
    let processor = try output.processor()
    let text =
      target == .jsonl
      ? lines(references, processor)
      : processor.bibliography(references, format: target == .html ? .html : .text).map { $0.text + "\n" }.joined()
    try Output.write(text, to: options.output)
    if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }

  private func lines(_ references: [Reference], _ processor: Processor) -> String {
    var out = ""
    if !bibliographyOnly {
      let clusters = references.map { Cluster(cites: [Cite(reference: $0.id)]) }
      let texts = processor.citations(clusters, among: references)
      let marked = processor.citations(clusters, among: references, format: .html)
      for (index, (text, html)) in zip(texts, marked).enumerated() {
        out +=
          JSONWriter.string(
            .object([
              "type": .string("citation"), "index": .integer(index), "text": .string(text), "html": .string(html),
            ])) + "\n"
      }
    }
    let html = processor.bibliography(references, format: .html)
    for (entry, marked) in zip(processor.bibliography(references), html) {
      out +=
        JSONWriter.string(
          .object([
            "type": .string("entry"), "id": .string(entry.id.rawValue), "text": .string(entry.text),
            "html": .string(marked.text),
          ])) + "\n"
    }
    return out
  }
}
