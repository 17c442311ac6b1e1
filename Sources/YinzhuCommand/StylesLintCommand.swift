import ArgumentParser
import Foundation
import Yinzhu

struct StylesLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Reports every error of styles, with line and column.",
    discussion: """
      EXAMPLES
        yinzhu styles lint my-style.csl
        yinzhu styles lint gb-t-7714-2015-numeric apa
        yinzhu styles lint --summary styles/*.csl

      `yinzhu explain CODE` says what a code means. The end is 1 where there are errors.
      """)

  @Argument(help: ArgumentHelp("Files, ids or titles.", valueName: "style"))
  var names: [String]

  @Flag(name: .shortAndLong, help: "Only errors.")
  var quiet = false

  @Flag(help: "Name what only CSL-M and some programs know, too.")
  var portable = false

  @Flag(help: "Only a table: how often each code is found, and in how many styles.")
  var summary = false

  func run() throws {
    let library = StyleLibrary(executable: Bundle.main.executablePath)
    var failed = false
    var counts: [String: (severity: Severity, found: Int, styles: Int)] = [:]
    for name in names {
      let report: StyleLint.Report
      do {
        report = try StyleFailure.reported(name, DiagnosticPrinter(isQuiet: quiet)) { try check(name, library) }
      } catch {
        failed = true
        continue
      }
      let shown = report.diagnostics.filter { portable || $0.severity > .info }
      if shown.contains(where: { $0.severity == .error }) { failed = true }
      if summary {
        for (code, found) in Dictionary(grouping: shown, by: \.code) {
          let worst = found.map(\.severity).max() ?? .warning
          let old = counts[code] ?? (worst, 0, 0)
          counts[code] = (max(old.severity, worst), old.found + found.count, old.styles + 1)
        }
      } else {
        for diagnostic in shown where !quiet || diagnostic.severity == .error {
          // What was asked for is data here, so it goes to standard output.
          let place = diagnostic.span.map { ":\(report.source.position(of: $0.start))" } ?? ""
          Output.standard(
            "\(report.source.name)\(place): \(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code)]\n"
          )
        }
      }
    }
    if summary { print(counts) }
    if failed { throw ExitCode(1) }
  }

  private func check(_ name: String, _ library: StyleLibrary) throws -> StyleLint.Report {
    let file = try library.file(name)
    var report = StyleLint.check(file.bytes, name: file.path)
    if let parent = report.parent, (try? library.file(parent)) == nil {
      report.add(missingParent: parent)
    }
    return report
  }

  private func print(_ counts: [String: (severity: Severity, found: Int, styles: Int)]) {
    for (code, count) in counts.sorted(by: { $0.key < $1.key }) {
      let title = Rules.rule(code)?.title ?? ""
      let numbers = [count.found, count.styles].map { String($0) }.map { text in
        String(repeating: " ", count: max(0, 7 - text.count)) + text
      }
      Output.standard(
        "\(code)  \(count.severity.rawValue.padding(toLength: 8, withPad: " ", startingAt: 0))"
          + "\(numbers.joined())  \(title)\n")
    }
  }
}
