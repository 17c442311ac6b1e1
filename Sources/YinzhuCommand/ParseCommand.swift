import ArgumentParser
import Foundation
import Yinzhu

struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Reads notes or citations, one a line, into records.",
    discussion: """
      With --from jsonl each line is {"id": "…", "text": "…"}; each gives one line {"id", "kind", "citations"}, in order.
      Places are UTF-8 bytes of the text.

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
      "What to write: jsonl, gbt7714, a format that `yinzhu formats` lists; with --style: text, html, markdown, latex, rtf, typst.",
      valueName: "format"))
  var to = "jsonl"

  @Option(
    help: ArgumentHelp(
      "The style of `--to text` or `--to gbt7714`; with jsonl or --explain the one that the text is compared with.",
      valueName: "id"))
  var style: String?

  @Option(help: ArgumentHelp("Lines to read at the same time; all processors if not given.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Say for each citation which patterns can read it, how they score, and what they make of each part.")
  var explain = false

  @OptionGroup var options: SharedOptions

  private static let targets: [Target] = [.jsonl] + Target.records + [.gbt7714] + Target.styled

  /// Lines that one job takes at a time.
  private static let block = 128

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
    _ = try Target.named(to, among: Self.targets)
    guard from == "lines" || from == "jsonl" else {
      throw ValidationError("“\(from)” is no form of input: --from takes lines or jsonl.")
    }
  }

  func run() throws {
    let target = try Target.named(to, among: Self.targets)
    guard let source = Input.source(file, encoding: options.encoding) else { throw ExitCode(1) }
    let jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    let parser = CitationParser(lexicons: LexiconFolder.lexicons(executable: Bundle.main.executablePath))
    let isLines = from == "lines"
    if explain {
      let back = try RecordOutput(target: .jsonl, style: style, options: options).renderBack()
      let text = ParseReport.explanations(of: source, isLines: isLines, parser: parser, back: back)
      try Output.write(text, to: options.output)
      return
    }
    let isJSON = target == .jsonl
    let back = isJSON ? try RecordOutput(target: target, style: style, options: options).renderBack() : nil
    var failed = false
    var items: [CitationItem] = []
    var out: [UInt8] = []
    let blocks = (source.lines.count + Self.block - 1) / Self.block
    try OrderedWork.run(
      count: blocks, jobs: jobs,
      work: { index in
        let first = index * Self.block
        let lines = first..<min(source.lines.count, first + Self.block)
        return ParsedBlock(lines, of: source, isLines: isLines, isJSON: isJSON, parser: parser, back: back)
      },
      take: { _, result in
        options.printer.print(result.faults, source: source)
        if !result.faults.isEmpty { failed = true }
        items += result.items
        if options.output == nil { Output.standard(result.json) } else { out += result.json }
      })
    if isJSON {
      if options.output != nil { try Output.write(out, to: options.output) }
    } else {
      let text = try RecordOutput(target: target, style: style, options: options).text(
        Bibliography.merged(items), name: source.name)
      try Output.write(text, to: options.output)
    }
    if failed { throw ExitCode(1) }
  }
}
