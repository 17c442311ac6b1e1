import CSLSuite
import Foundation
import Testing
import YinzhuCSL

/// Chinese styles beside what citeproc-js makes of them.
struct SharedChineseStylesTests {
  /// The least share of outputs that are equal.
  static let least = 0.98

  @Test func everyStyleCompiles() throws {
    for name in Shared.files("csl-zh/styles") {
      guard let bytes = Shared.bytes("csl-zh/styles/\(name)/\(name).csl") else { continue }
      do { _ = try StyleReader.read(bytes, name: name) } catch { Issue.record("\(error)") }
    }
  }

  /// Every tenth style, so that the test stays short; `make conformance` takes all.
  @Test func outputs() throws {
    guard !Shared.files("csl-zh/styles").isEmpty else {
      print("skipped: no \(Shared.root)/csl-zh; set YINZHU_SHARED")
      return
    }
    let styles = try ChineseStyles(path: Shared.root + "/csl-zh")
    var right = 0
    var wrong = 0
    for (index, name) in styles.names.enumerated() where index % 10 == 0 {
      let outcome = styles.run(name)
      right += outcome.right
      wrong += outcome.wrong.count
      #expect(outcome.failure == nil, "\(name)")
    }
    print("Chinese styles: \(right) of \(right + wrong) outputs of csl-zh")
    #expect(Double(right) >= Self.least * Double(right + wrong))
  }
}
