import ArgumentParser
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
        yinzhu extract thesis.docx paper.pdf --to gbt7714
        yinzhu extract article.pdf --to html -o article.html    (to read: text, notes, fields in colour)
        yinzhu extract articles/ --recursive --jobs 4 --to jsonl --output-directory notes --resume
      """)

  @Argument(
    help: "Files (text, Markdown, LaTeX, DOCX, PDF, HTML, EPUB), folders with --recursive, or - for standard input.")
  var files: [String] = []

  @Flag(name: .shortAndLong, help: "Read the files of folders too.")
  var recursive = false

  @Option(
    help: ArgumentHelp(
      "What to write: report (default), html (a page to read), jsonl, csl-json, bibtex, biblatex, ris, gbt7714; with --style: text, html, markdown, latex, rtf, typst.",
      valueName: "format"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      "Write the works in this style (as --to text): an id or a file. With --to report or jsonl it is the style that the notes are compared with.",
      valueName: "id"))
  var style: String?

  @Flag(help: "Say what decided each link, and which pattern read each citation.")
  var explain = false

  @Option(help: ArgumentHelp("Files to read at the same time.", valueName: "n"))
  var jobs = 1

  @Option(
    help: ArgumentHelp("Write one file for each input into this folder, whole or not at all.", valueName: "dir"))
  var outputDirectory: String?

  @Flag(help: "Leave out files whose output is in the folder and no older than they are.")
  var resume = false

  @OptionGroup var options: SharedOptions

  private static let targets: [Target] =
    [.report, .jsonl] + Target.records + [.gbt7714] + Target.styled

  func validate() throws {
    _ = try target()
    if jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
    if resume, outputDirectory == nil { throw ValidationError("--resume needs --output-directory.") }
    if outputDirectory != nil, options.output != nil {
      throw ValidationError("--output and --output-directory can't both be given.")
    }
  }

  /// A style without `--to` is a wish for the works in that style.
  private func target() throws -> Target {
    try Target.named(to ?? (style == nil ? "report" : "text"), among: Self.targets)
  }

  func run() throws {
    let target = try target()
    let found = Input.files(files, recursive: recursive)
    if found.isEmpty { Output.message("warning: no files to read in the folders") }
    let folder = outputDirectory.map { OutputFolder($0, inputs: found, type: target.fileType) }
    let wanted = found.indices.filter { index in
      guard resume, let output = folder?.paths[index] else { return true }
      return !OutputFolder.isDone(output, input: found[index].path)
    }
    let output = RecordOutput(target: target, style: style, options: options)
    let pipeline = Pipeline(
      lexicons: LexiconFolder.lexicons(executable: Bundle.main.executablePath),
      renderBack: target == .jsonl || target == .html || explain ? try output.renderBack() : nil)
    var progress = ProgressLine(
      count: wanted.count, isQuiet: options.quiet,
      writesToTerminal: options.output == nil && folder == nil && isatty(1) == 1)
    var (done, failed) = (0, false)
    var collected = ""
    var references: [CitationItem] = []
    var parts: [ReadingPage.Part] = []
    let paths = wanted.map { found[$0].path }
    try OrderedWork.run(count: paths.count, jobs: jobs, work: { extract(paths[$0], pipeline) }) { index, outcome in
      defer {
        done += 1
        progress.step(done)
      }
      let path = paths[index]
      guard let result = said(outcome, path, target) else {
        failed = true
        return
      }
      let items = result.items
      if let file = folder?.paths[wanted[index]] {
        try OutputFolder.prepare(file)
        let text =
          try entry(result, path, target, isOnly: true)
          ?? output.text(Bibliography.merged(items), name: Input.name(path))
        try Output.write(text, to: file)
      } else if let text = try entry(result, path, target, isOnly: found.count == 1) {
        if options.output == nil { Output.standard(text) } else { collected += text }
      } else if isReadingPage(target) {
        parts.append(
          ReadingPage.part(result, file: Input.name(path), ordinal: parts.count + 1, isOnly: found.count == 1))
      } else {
        references += items
      }
    }
    if folder == nil, isReadingPage(target) {
      collected = ReadingPage.page(parts)
    } else if folder == nil, target != .report, target != .jsonl {
      collected = try output.text(
        Bibliography.merged(references), name: found.count == 1 ? Input.name(found[0].path) : "bibliography")
    }
    if folder == nil, options.output != nil || !collected.isEmpty { try Output.write(collected, to: options.output) }
    if failed { throw ExitCode(1) }
  }

  /// HTML is the page to read, unless a style says that the works are wanted in it.
  private func isReadingPage(_ target: Target) -> Bool { target == .html && style == nil }

  /// What a document gives in forms that treat each for itself; nil for lists of works.
  private func entry(_ result: Extraction, _ path: String, _ target: Target, isOnly: Bool) throws -> String? {
    switch target {
    case .report:
      let isColoured = options.output == nil && outputDirectory == nil && Output.isColoured
      return TextReport(isColoured: isColoured, explains: explain).text(result, file: Input.name(path))
        + (isOnly ? "" : "\n")
    case .jsonl:
      return JSONLinesReport.objects(result, file: Input.name(path), explains: explain).map {
        JSONWriter.string($0) + "\n"
      }.joined()
    case .html where isReadingPage(target) && outputDirectory != nil:
      return ReadingPage.page([ReadingPage.part(result, file: Input.name(path))])
    default: return nil
    }
  }

  /// The result, after what is to be said of it on standard error; nil for a file that gave none.
  private func said(_ outcome: Outcome, _ path: String, _ target: Target) -> Extraction? {
    switch outcome {
    case .failed(let diagnostic):
      options.printer.print(diagnostic, source: nil, name: Input.name(path))
      return nil
    case .extracted(let result):
      if target != .jsonl {
        options.printer.print(
          result.diagnostics.filter { target != .report || $0.severity == .error || !$0.code.hasPrefix("N") },
          source: result.document.source)
      }
      return result
    }
  }

  private enum Outcome: Sendable {
    case extracted(Extraction)
    case failed(Diagnostic)
  }

  /// Messages are not printed here: several threads run this, and messages come in the order of the files.
  private func extract(_ path: String, _ pipeline: Pipeline) -> Outcome {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileBytes.read(path)
    } catch {
      return .failed(error.diagnostic)
    }
    do throws(DocumentError) {
      return .extracted(try pipeline.extract(bytes, name: Input.name(path), encoding: options.encoding))
    } catch {
      return .failed(error.diagnostic)
    }
  }
}
