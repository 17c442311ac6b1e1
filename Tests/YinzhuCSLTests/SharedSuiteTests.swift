import CSLSuite
import Foundation
import Testing
import YinzhuCSL
import YinzhuModel

/// The CSL test suite, all of it, with the list of expected failures held both ways.
struct SharedSuiteTests {
  @Test func fixtures() throws {
    let suite = SuiteFolder(path: Shared.root + "/csl-test-suite")
    guard !suite.names.isEmpty else {
      print("skipped: no \(suite.path); set YINZHU_SHARED")
      return
    }
    var list = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { list.deleteLastPathComponent() }
    list.append(path: "Sources/CSLSuiteCommand/expected-failures.tsv")
    let expected = try ExpectedFailures(String(contentsOf: list, encoding: .utf8))
    let results = suite.run(locales: try SuiteFolder.locales(in: Shared.root + "/csl-locales"))
    let differences = expected.differences(results)
    print("CSL test suite: \(results.count(where: \.isRight)) of \(results.count) fixtures right")
    #expect(differences.failing.isEmpty, "\(differences.failing.map(\.name))")
    #expect(differences.passing.isEmpty, "they pass; take them from the list")
    #expect(differences.missing.isEmpty, "there are no such fixtures")
  }
}
