import ArgumentParser
import Foundation
import Yinzhu

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Finds what a copy-editor would mark in notes and reference files.",
    discussion: """
      EXAMPLES
        yinzhu check article.docx
        yinzhu check refs.bib --to sarif -o refs.sarif
        yinzhu check article.md --select R,C010 --ignore R016 --language zh
        yinzhu check *.txt --to json -o known.json && yinzhu check *.txt --baseline known.json

      Documents (text, Markdown, LaTeX, DOCX, PDF, HTML, EPUB), reference files (BibTeX, BibLaTeX, CSL-JSON) and styles
      (.csl) are checked. Settings come from .yinzhu.toml in the folder of a file or the nearest one above it.
      A comment `yinzhu: ignore R014` silences a rule for the next line or record.
      `yinzhu explain CODE` says what a code means. Exit status: 0 clean, 1 errors (see --fail-on) or unusable input,
      2 wrong usage.
      """)

  @Argument(help: "Files, folders with --recursive, or - for standard input.")
  var files: [String] = []

  @Flag(name: .shortAndLong, help: "Read the files of folders too.")
  var recursive = false

  @Option(help: ArgumentHelp("What to write: text (default), json, jsonl, sarif, github, html.", valueName: "format"))
  var to: String?

  @Option(help: ArgumentHelp("End with 1 from this severity on: error (default), warning, never.", valueName: "when"))
  var failOn: String?

  @Option(
    help: ArgumentHelp("Findings not to say again: the output of check --to json or jsonl.", valueName: "file"))
  var baseline: String?

  @Option(
    name: [.short, .customLong("output")], help: "Write to this file instead of standard output, whole or not at all.")
  var output: String?

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Option(help: ArgumentHelp("Files to check at the same time.", valueName: "n"))
  var jobs = 1

  @OptionGroup var options: CheckOptions

  func validate() throws {
    _ = try form()
    if jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
    if let failOn, CheckSettings.FailOn(rawValue: failOn) == nil {
      throw ValidationError("--fail-on takes error, warning or never, not “\(failOn)”.")
    }
  }

  private func form() throws -> CheckReport.Form {
    guard let to else { return .text }
    if let form = CheckReport.Form(rawValue: to) { return form }
    let names = CheckReport.Form.allCases.map(\.rawValue)
    let nearest = Nearest.words(to: to, among: names)
    let hint = nearest.isEmpty ? "" : " Did you mean \(nearest.joined(separator: ", "))?"
    throw ValidationError("“\(to)” is no format to write here.\(hint) There are: \(names.joined(separator: ", ")).")
  }

  /// A file with what it is checked by.
  private struct Work: Sendable {
    var path: String
    var settings: CheckSettings
    var check: FileCheck
    var baseline: Baseline?
  }

  private enum Outcome: Sendable {
    case checked(CheckedSource)
    case failed(Diagnostic)
  }

  func run() throws {
    let form = try form()
    let work = try works()
    var sources: [CheckedSource] = []
    var isUnusable = false
    var isBad = false
    OrderedWork.run(count: work.count, jobs: jobs, work: { outcome(work[$0]) }) { index, outcome in
      switch outcome {
      case .failed(let diagnostic):
        isUnusable = true
        DiagnosticPrinter(isQuiet: quiet).print(diagnostic, source: nil, name: Input.name(work[index].path))
      case .checked(let source):
        sources.append(source)
        let limit = failOn.flatMap(CheckSettings.FailOn.init(rawValue:)) ?? work[index].settings.failOn ?? .error
        isBad = isBad || source.findings.contains { Self.fails($0.severity, limit) }
      }
    }
    let settings = work.first?.settings ?? CheckSettings()
    let report = CheckReport(
      language: options.language(settings), isColoured: output == nil && Output.isColoured,
      version: YinzhuCommand.version)
    let isSilent = quiet && form == .text && sources.allSatisfy(\.findings.isEmpty)
    if !isSilent { try Output.write(report.text(sources, as: form), to: output) }
    if isUnusable || isBad { throw ExitCode(1) }
  }

  private static func fails(_ severity: Severity, _ limit: CheckSettings.FailOn) -> Bool {
    switch limit {
    case .error: severity == .error
    case .warning: severity >= .warning
    case .never: false
    }
  }

  private func works() throws -> [Work] {
    var finder = CheckSettingsFinder()
    var checks: [CheckSettings: FileCheck] = [:]
    var baselines: [String: Baseline] = [:]
    return try Input.files(files, recursive: recursive, types: Input.types.union(["bib", "json", "csl"])).map { file in
      let found = try finder.settings(of: file.path)
      let check = try checks[found.settings] ?? options.fileCheck(found.settings)
      checks[found.settings] = check
      let path = baseline ?? found.settings.baseline.map { $0.hasPrefix("/") ? $0 : found.folder + "/" + $0 }
      var known: Baseline?
      if let path {
        known = try baselines[path] ?? Self.baseline(path)
        baselines[path] = known
      }
      return Work(path: file.path, settings: found.settings, check: check, baseline: known)
    }
  }

  private static func baseline(_ path: String) throws -> Baseline {
    guard let source = Input.source(path, encoding: nil) else { throw ExitCode(1) }
    guard let baseline = Baseline(source) else {
      throw ValidationError("\(path) is no output of check --to json or jsonl.")
    }
    return baseline
  }

  private func outcome(_ work: Work) -> Outcome {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileBytes.read(work.path)
    } catch {
      return .failed(error.diagnostic)
    }
    let name = Input.name(work.path)
    do throws(DocumentError) {
      var checked = try work.check.check(bytes, name: name, encoding: options.encoding)
      if let baseline = work.baseline { checked.findings = baseline.news(checked.findings, file: name) }
      for index in checked.findings.indices {
        checked.findings[index].severity = work.settings.severity(of: checked.findings[index])
      }
      if quiet { checked.findings.removeAll { $0.severity != .error } }
      return .checked(checked)
    } catch {
      return .failed(error.diagnostic)
    }
  }
}
