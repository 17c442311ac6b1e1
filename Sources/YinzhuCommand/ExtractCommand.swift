import ArgumentParser
import Dispatch
import Foundation
import Yinzhu

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Finds the notes of articles and the works that they cite.",
    discussion: """
      EXAMPLES
        yinzhu extract article.txt
        yinzhu extract article.txt --to bibtex -o refs.bib
        yinzhu extract articles/ --recursive --to jsonl > notes.jsonl
        yinzhu extract article.txt --to gbt7714
      """)

  @Argument(help: "Text files (plain text, Markdown), folders with --recursive, or - for standard input.")
  var files: [String] = []

  @Flag(name: .shortAndLong, help: "Read the files of folders too.")
  var recursive = false

  @Option(
    help: ArgumentHelp(
      "What to write: report (default), jsonl, csl-json, bibtex, biblatex, ris, gbt7714; with --style: text, html, markdown, latex, rtf, typst.",
      valueName: "format"))
  var to: String?

  @Option(help: ArgumentHelp("Write the works in this style (as --to text): an id or a file.", valueName: "id"))
  var style: String?

  @Flag(help: "Say what decided each link, and which pattern read each citation.")
  var explain = false

  @Option(help: ArgumentHelp("Files to read at the same time.", valueName: "n"))
  var jobs = 1

  @OptionGroup var options: SharedOptions

  private static let targets: [Target] =
    [.report, .jsonl, .cslJSON, .bibtex, .biblatex, .ris, .gbt7714] + Target.styled

  func validate() throws {
    _ = try target()
    if jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
  }

  /// A style without `--to` is a wish for the works in that style.
  private func target() throws -> Target {
    try Target.named(to ?? (style == nil ? "report" : "text"), among: Self.targets)
  }

  func run() throws {
    let target = try target()
    let files = Input.files(files, recursive: recursive)
    if files.isEmpty { Output.message("warning: no text files in the folders") }
    let pipeline = Pipeline(lexicons: LexiconFolder.lexicons(executable: Bundle.main.executablePath))
    var failed = false
    var collected = ""
    var references: [CitationItem] = []
    // A window of files at a time: results come in order, and memory grows with the window, not with the batch.
    var start = 0
    while start < files.count {
      let window = Array(files[start..<min(files.count, start + jobs)])
      for (path, result) in zip(window, extract(window, pipeline)) {
        guard let result else {
          failed = true
          continue
        }
        if target != .jsonl {
          options.printer.print(
            result.diagnostics.filter { target != .report || $0.severity == .error || !$0.code.hasPrefix("N") },
            source: result.document.source)
        }
        switch target {
        case .report:
          collected +=
            TextReport(isColoured: options.output == nil && Output.isColoured, explains: explain).text(
              result, file: Input.name(path)) + (files.count > 1 ? "\n" : "")
        case .jsonl:
          collected += JSONLinesReport.objects(result, file: Input.name(path)).map { JSONWriter.string($0) + "\n" }
            .joined()
        default: references += result.entries.flatMap { $0.citation?.items ?? [] }
        }
        if options.output == nil {
          Output.standard(collected)
          collected = ""
        }
      }
      start += jobs
    }
    if target != .report, target != .jsonl {
      let output = RecordOutput(target: target, style: style, options: options)
      collected = try output.text(
        Bibliography.merged(references), name: files.count == 1 ? Input.name(files[0]) : "bibliography")
    }
    if options.output != nil || !collected.isEmpty { try Output.write(collected, to: options.output) }
    if failed { throw ExitCode(1) }
  }

  private func extract(_ window: [String], _ pipeline: Pipeline) -> [Extraction?] {
    if window.count == 1 { return [extract(window[0], pipeline)] }
    let results = Results(count: window.count)
    DispatchQueue.concurrentPerform(iterations: window.count) { index in
      results.set(index, extract(window[index], pipeline))
    }
    return results.all
  }

  private func extract(_ path: String, _ pipeline: Pipeline) -> Extraction? {
    guard let bytes = Input.bytes(path) else { return nil }
    do throws(DocumentError) {
      return try pipeline.extract(bytes, name: Input.name(path), encoding: options.encoding)
    } catch {
      options.printer.print(error.diagnostic, source: nil, name: Input.name(path))
      return nil
    }
  }
}

/// The results of a window, filled from several threads.
private final class Results: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [Extraction?]

  init(count: Int) { values = Array(repeating: nil, count: count) }

  func set(_ index: Int, _ value: Extraction?) {
    lock.withLock { values[index] = value }
  }

  var all: [Extraction?] { lock.withLock { values } }
}
