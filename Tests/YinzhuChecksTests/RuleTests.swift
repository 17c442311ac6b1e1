import Testing
import Yinzhu
import YinzhuChecks

/// Every rule finds its slip, and is silent on the same text without it.
@Suite struct RuleTests {
  @Test("The slip is found", arguments: RuleExamples.all)
  func slip(_ example: RuleExample) throws {
    let codes = try RuleExample.codes(example.bad, example.file)
    #expect(codes.contains(example.code), "found \(codes)")
  }

  @Test("Without the slip the rule is silent", arguments: RuleExamples.all)
  func noSlip(_ example: RuleExample) throws {
    let codes = try RuleExample.codes(example.good, example.file)
    #expect(!codes.contains(example.code), "found \(codes)")
  }

  @Test("Every rule has an example")
  func completeness() {
    let shown = Set(RuleExamples.all.map(\.code)).union(HandMadeDocumentTests.codes)
    let missing = Set(CheckRules.all.map(\.code)).subtracting(shown)
    #expect(missing.isEmpty, "no example of \(missing.sorted())")
  }

  @Test("Every rule has a Chinese title and wording without empty places")
  func titles() {
    for rule in CheckRules.all { #expect(!rule.chineseTitle.isEmpty, "\(rule.code)") }
  }
}
