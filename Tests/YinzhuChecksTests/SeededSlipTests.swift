import Foundation
import Testing
import Yinzhu
import YinzhuChecks

/// Clean texts give no finding; a slip at a random place gives one that wasn't there before.
@Suite struct SeededSlipTests {
  private static let check = FileCheck(today: DateValue.Parts(year: 2026, month: 11, day: 25))
  /// How often each slip is made.
  private static let times = 3

  private static func findings(_ text: String, _ name: String) throws -> [Finding] {
    try check.check(Array(text.utf8), name: name).findings
  }

  private static let clean: [(name: String, text: String, slips: [SeededSlip])] = [
    ("article.md", CleanTexts.article, NoteSlips.all), ("pages.txt", CleanTexts.pages, OtherSlips.pages),
    ("list.txt", CleanTexts.list, OtherSlips.list), ("western.md", CleanTexts.western, OtherSlips.western),
    ("refs.bib", CleanTexts.bibliography, OtherSlips.bibliography),
  ]

  @Test("Clean texts give no error and no warning", arguments: clean.indices)
  func cleanTexts(at index: Int) throws {
    let (name, text, _) = Self.clean[index]
    let bad = try Self.findings(text, name).filter { $0.severity > .info }
    #expect(bad.isEmpty, "\(name): \(bad.map { "\($0.code) \($0.wording.english)" })")
  }

  @Test("At least 95 of 100 slips are found")
  func recall() throws {
    var random = SeededRandom(20_261_125)
    var (made, found) = (0, 0)
    var missed: [String: Int] = [:]
    for (name, text, slips) in Self.clean {
      let before = Set(try Self.findings(text, name).map { "\($0.code) \($0.wording.english)" })
      for slip in slips {
        var isMade = false
        for _ in 0..<Self.times {
          guard let spoilt = slip.applied(to: text, &random), spoilt != text else { continue }
          isMade = true
          made += 1
          let new = try Self.findings(spoilt, name).filter { !before.contains("\($0.code) \($0.wording.english)") }
          if new.isEmpty {
            missed["\(name): \(slip.name)", default: 0] += 1
            let changed = Set(spoilt.split(separator: "\n")).subtracting(text.split(separator: "\n"))
            print("missed: \(slip.name): \(changed.joined(separator: " / "))")
          } else {
            found += 1
          }
        }
        #expect(isMade, "\(name) has no place for the slip “\(slip.name)”")
      }
    }
    let kinds = Self.clean.reduce(0) { $0 + $1.slips.count }
    print("seeded slips: \(kinds) kinds, \(found) of \(made) found; missed: \(missed.sorted { $0.key < $1.key })")
    #expect(kinds >= 60)
    #expect(Double(found) >= 0.95 * Double(made), "missed: \(missed)")
  }
}
