import ArgumentParser
import CSLSuite
import Foundation

/// A tool for ourselves: runs the CSL test suite, a folder of Chinese styles, or a folder of styles, in place.
@main
struct CSLSuiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csl-suite", abstract: "Runs fixtures of the CSL test suite, and styles, in place.",
    discussion: """
      DIR holds fixtures (*.txt), or styles with expected output (index.json, styles/), or styles alone (*.csl).
      The last line is `N passed, N failed`. The end is 1 where fixtures fail that the list doesn't name, or pass that it does.
      """)

  @Argument(help: "The folder.")
  var folder: String

  @Option(help: "Locale files that win over the built-in ones; csl-locales beside DIR if not given.")
  var locales: String?

  @Option(help: "The list of expected failures: name, tab, reason.")
  var list: String?

  @Option(help: "Show what differs in fixtures or styles whose name begins so; an empty name shows all.")
  var show: String?

  @Option(help: "Of styles with expected output, the least share that must be equal.")
  var least = 0.0

  @Option(help: "Of styles, take each nth only.")
  var every = 1

  func run() throws {
    let files = FileManager.default
    if files.fileExists(atPath: folder + "/index.json"), files.fileExists(atPath: folder + "/styles") {
      try runChineseStyles()
    } else if try files.contentsOfDirectory(atPath: folder).contains(where: { $0.hasSuffix(".csl") }) {
      try StyleFolderRun(folder: folder, every: max(1, every)).run()
    } else {
      try runFixtures()
    }
  }

  // MARK: Fixtures

  private func runFixtures() throws {
    let suite = SuiteFolder(path: folder)
    let beside = URL(fileURLWithPath: folder).standardizedFileURL.deletingLastPathComponent()
      .appendingPathComponent("csl-locales").path
    let expected = try ExpectedFailures(String(contentsOfFile: list ?? Self.ownList, encoding: .utf8))
    let results = suite.run(locales: try SuiteFolder.locales(in: locales ?? beside))
    let differences = expected.differences(results)
    for result in results where show.map(result.name.hasPrefix) ?? false && !result.isRight {
      print("\(result.name)\n  - \(result.wanted)\n  + \(result.output)")
    }
    for result in differences.failing { print("fails: \(result.name)") }
    for name in differences.passing { print("passes, but is listed as failing: \(name)") }
    for name in differences.missing { print("is listed, but there is no such fixture: \(name)") }
    for result in results where !result.isRight {
      if let reason = expected.reasons[result.name] { print("fails as expected: \(result.name): \(reason)") }
    }
    let right = results.count(where: \.isRight)
    print("\(right) passed, \(results.count - right) failed")
    if !differences.failing.isEmpty || !differences.passing.isEmpty || !differences.missing.isEmpty || results.isEmpty {
      throw ExitCode(1)
    }
  }

  /// The list beside this file.
  private static var ownList: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("expected-failures.tsv").path
  }

  // MARK: Chinese styles

  private func runChineseStyles() throws {
    let styles = try ChineseStyles(path: folder)
    var right = 0
    var wrong = 0
    var outcomes: [ChineseStyles.Outcome] = []
    for (index, name) in styles.names.enumerated() where index % max(1, every) == 0 {
      let outcome = styles.run(name)
      right += outcome.right
      wrong += outcome.wrong.count
      outcomes.append(outcome)
      if let failure = outcome.failure { print("\(name): \(failure)") }
      guard let show, name.hasPrefix(show) else { continue }
      for difference in outcome.wrong {
        print("\(name), \(difference.place)\n  - \(difference.wanted)\n  + \(difference.output)")
      }
    }
    for outcome in outcomes.filter({ !$0.wrong.isEmpty }).sorted(by: { $0.wrong.count > $1.wrong.count }).prefix(15) {
      print("  \(outcome.wrong.count) of \(outcome.right + outcome.wrong.count) differ: \(outcome.name)")
    }
    let whole = outcomes.count { $0.wrong.isEmpty && $0.failure == nil }
    let share = Double(right) / Double(max(1, right + wrong))
    print("\(outcomes.count) styles, \(whole) wholly right; \(String(format: "%.4f", share)) of the outputs")
    print("\(right) passed, \(wrong) failed")
    if outcomes.isEmpty || share < least || outcomes.contains(where: { $0.failure != nil }) { throw ExitCode(1) }
  }
}
