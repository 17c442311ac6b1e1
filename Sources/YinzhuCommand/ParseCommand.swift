import ArgumentParser
import Foundation
import Yinzhu

struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Reads notes or citations, one a line, into records.",
    discussion: """
      With --from jsonl each line is {"id": "…", "text": "…"}; each gives one line {"id", "kind", "citations"}, in order.
      Places are UTF-8 bytes of that text; with --from lines, of the whole input.

      EXAMPLES
        echo '王力：《山海集》，山海出版社2001年，第3页。' | yinzhu parse
        yinzhu parse notes.txt --to bibtex
      """)

  @Argument(help: "A file, or - for standard input.")
  var file = "-"

  @Option(help: ArgumentHelp("The form of the input: lines or jsonl.", valueName: "form"))
  var from = "lines"

  @Option(
    help: ArgumentHelp(
      "What to write: jsonl, csl-json, bibtex, biblatex, ris, gbt7714, text (with --style).", valueName: "format"))
  var to = "jsonl"

  @Option(help: ArgumentHelp("The style of `--to text` or `--to gbt7714`.", valueName: "id"))
  var style: String?

  @OptionGroup var options: SharedOptions

  private static let targets: [Target] = [.jsonl, .cslJSON, .bibtex, .biblatex, .ris, .gbt7714, .text, .html]

  func validate() throws {
    _ = try Target.named(to, among: Self.targets)
    guard from == "lines" || from == "jsonl" else {
      throw ValidationError("“\(from)” is no form of input: --from takes lines or jsonl.")
    }
  }

  func run() throws {
    let target = try Target.named(to, among: Self.targets)
    guard let source = Input.source(file, encoding: options.encoding) else { throw ExitCode(1) }
    let parser = CitationParser()
    var failed = false
    var items: [CitationItem] = []
    var out = ""
    for line in 0..<source.lines.count {
      let range = lineRange(line, source)
      guard source.bytes[range].contains(where: { $0 > 0x20 }) else { continue }
      let id: JSONValue
      let text: MappedText
      switch input(range, line, source) {
      case .note(let given, let note): (id, text) = (given, note)
      case .unusable(let given, let offset, let message):
        failed = true
        Output.message("\(source.name):\(source.position(of: offset)): error: \(message)")
        if target == .jsonl {
          out += JSONWriter.string(.object(["id": given ?? .null, "error": .string(message)])) + "\n"
        }
        continue
      }
      let parsed = parser.parse(text, note: id.scalarText ?? String(line + 1))
      if target == .jsonl {
        out += JSONWriter.string(JSONLinesReport.parsed(id: id, parsed.citation)) + "\n"
        if out.utf8.count > 1 << 20, options.output == nil {
          Output.standard(out)
          out = ""
        }
      } else {
        let start = source.position(of: range.lowerBound).line
        for diagnostic in parsed.diagnostics {
          options.printer.print(diagnostic, source: nil, name: "\(source.name):\(start)")
        }
        items += parsed.citation.items
      }
    }
    if target != .jsonl {
      out = try RecordOutput(target: target, style: style, options: options).text(
        Bibliography.merged(items), name: source.name)
    }
    try Output.write(out, to: options.output)
    if failed { throw ExitCode(1) }
  }

  private func lineRange(_ line: Int, _ source: SourceText) -> Range<Int> {
    let start = source.lines.start(ofLine: line)
    var end = line + 1 < source.lines.count ? source.lines.start(ofLine: line + 1) : source.bytes.count
    while end > start, source.bytes[end - 1] == 0x0A || source.bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  private enum Line {
    case note(id: JSONValue, MappedText)
    /// With the id where the line has one, and the byte of the source where it goes wrong.
    case unusable(id: JSONValue?, offset: Int, message: String)
  }

  private func input(_ range: Range<Int>, _ line: Int, _ source: SourceText) -> Line {
    if from == "lines" { return .note(id: .string(String(line + 1)), MappedText(source.bytes, range: range)) }
    var reader = JSONReader(source.bytes, range: range)
    do throws(JSONError) {
      let value = try reader.document()
      // Ids go back as they came: a number stays a number.
      let id = value["id"].flatMap { $0.scalarText == nil ? nil : $0 }
      guard let id, let text = value["text"]?.string else {
        return .unusable(id: id, offset: range.lowerBound, message: "the line needs \"id\" and \"text\"")
      }
      return .note(id: id, MappedText(text))
    } catch {
      return .unusable(id: nil, offset: error.offset, message: error.message)
    }
  }
}
