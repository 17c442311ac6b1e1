import ArgumentParser
import Foundation
import Yinzhu

struct FixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix", abstract: "Mends what check finds, where the mend can't change the meaning.",
    discussion: """
      EXAMPLES
        yinzhu fix refs.bib --diff
        yinzhu fix article.md --in-place
        yinzhu fix refs.bib -o mended.bib --select R

      Reference files (BibTeX, BibLaTeX, CSL-JSON) and text, Markdown and LaTeX documents in UTF-8 are mended; all other
      bytes stay as they are. Without --diff or --in-place the mended text goes to standard output. Fixing twice changes
      nothing more.
      """)

  @Argument(help: "Files, or - for standard input.")
  var files: [String] = []

  @Flag(help: "Mend what a person should look at, too.")
  var unsafe = false

  @Flag(help: "Only show what would change, as a unified diff.")
  var diff = false

  @Flag(help: "Write each file back, whole or not at all.")
  var inPlace = false

  @Option(
    name: [.short, .customLong("output")], help: "Write to this file instead of standard output, whole or not at all.")
  var output: String?

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @OptionGroup var options: CheckOptions

  func validate() throws {
    if [diff, inPlace].count(where: { $0 }) + (output == nil || diff ? 0 : 1) > 1 {
      throw ValidationError("--diff, --in-place and --output can't be given together.")
    }
    if inPlace, files.isEmpty || files.contains("-") { throw ValidationError("--in-place needs files.") }
    if !diff, !inPlace, files.count > 1 {
      throw ValidationError("Several files need --in-place or --diff.")
    }
  }

  func run() throws {
    var finder = CheckSettingsFinder()
    var isFailed = false
    var collected = ""
    for path in files.isEmpty ? ["-"] : files {
      let settings = try finder.settings(of: path).settings
      let fix = FileFix(check: try options.fileCheck(settings), allowsUnsafe: unsafe)
      guard let fixed = fixed(path, fix, options.language(settings)) else {
        isFailed = true
        continue
      }
      if diff {
        collected += UnifiedDiff.text(fixed.source.bytes, fixed.bytes, name: Input.name(path))
      } else if inPlace {
        // An unchanged file keeps its date.
        if fixed.isChanged { try Output.write(fixed.bytes, to: path) }
      } else {
        try Output.write(fixed.bytes, to: output)
      }
    }
    if diff { try Output.write(collected, to: output) }
    if isFailed { throw ExitCode(1) }
  }

  private func fixed(_ path: String, _ fix: FileFix, _ language: FindingLanguage) -> FixedSource? {
    let printer = DiagnosticPrinter(isQuiet: quiet)
    let name = Input.name(path)
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileBytes.read(path)
    } catch {
      printer.print(error.diagnostic, source: nil, name: name)
      return nil
    }
    do throws(FixRefusal) {
      let fixed = try fix.fix(bytes, name: name)
      say(fixed, name, language)
      return fixed
    } catch {
      switch error {
      case .unreadable(let error): printer.print(error.diagnostic, source: nil, name: name)
      case .notPlainText(let reason): Output.message("\(name): error: can't be mended: \(reason)")
      }
      return nil
    }
  }

  private func say(_ fixed: FixedSource, _ name: String, _ language: FindingLanguage) {
    guard !quiet else { return }
    for finding in fixed.left {
      Output.message(
        "\(name): \(language == .chinese ? "未修改" : "left"): \(finding.wording[language]) [\(finding.code)]")
    }
    let count = fixed.applied.count
    Output.message(language == .chinese ? "\(name)：修改\(count)处" : "\(name): \(count) mended")
  }
}
