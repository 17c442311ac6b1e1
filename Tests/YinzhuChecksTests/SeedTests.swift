import Foundation
import Testing
import Yinzhu
import YinzhuChecks

/// What an editor says of the seed article.
@Suite struct SeedCheckTests {
  private static let findings: [Finding] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appendingPathComponent("seeds/000_0ca077e0b089f7db.txt")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? FileCheck().check(Array(data), name: "seed.txt").findings) ?? []
  }()

  private func notes(_ code: String) -> [String?] { Self.findings.filter { $0.code == code }.map(\.note) }

  @Test func fourNewspaperNotesLackThePage() {
    #expect(notes("R015") == ["p3-2", "p4-1", "p6-1", "p8-1"])
    #expect(Self.findings.filter { $0.code == "R015" }.allSatisfy { $0.severity == .info })
  }

  @Test func theSameSpeechIsCitedInFullTwice() { #expect(notes("C010") == ["p6-1"]) }

  @Test func fifteenNotesAreLost() { #expect(notes("N001").count == 15) }

  @Test func theLastPageNumberIsPrintedBackwards() {
    let findings = Self.findings.filter { $0.code == "N009" }
    #expect(findings.count == 1)
    #expect(findings.first?.wording.english == "the page number 81 is printed backwards: by the pages before it is 18")
    #expect(findings.first?.wording.chinese.contains("颠倒") == true)
  }

  @Test func nothingIsAnErrorAndNothingElseIsSaidButTheDash() {
    #expect(Set(Self.findings.map(\.code)) == ["N001", "N009", "C010", "C019", "R015"])
  }
}
