import Testing
import Yinzhu
import YinzhuChecks

/// One slip of a rule, and the same text without it.
struct RuleExample: Sendable, CustomTestStringConvertible {
  var code: String
  var file: String
  var bad: String
  var good: String

  init(_ code: String, _ file: String, bad: String, good: String) {
    self.code = code
    self.file = file
    self.bad = bad
    self.good = good
  }

  var testDescription: String { "\(code): \(bad.prefix(60))" }

  /// A Markdown article with these notes.
  static func notes(_ code: String, bad: [String], good: [String]) -> RuleExample {
    RuleExample(code, "article.md", bad: article(bad), good: article(good))
  }

  /// One note among notes that are right, for rules that compare.
  static func note(_ code: String, bad: String, good: String) -> RuleExample {
    notes(code, bad: usual + [bad], good: usual + [good])
  }

  static func file(_ code: String, bad: String, good: String) -> RuleExample {
    RuleExample(code, "refs.bib", bad: bad, good: good)
  }

  private static let usual = [
    "王明远：《近代中国外交史》，北京：人民出版社，1995年，第42—45页。", "李强文：《论晚清外交的转型》，载《历史研究》，2014年第6期，第71—80页。",
    "张文清：《制度变迁与地方社会》，上海：上海人民出版社，2003年，第15页。", "赵立人：《回忆与历史》，载《光明日报》，1998年3月5日，第7版。",
    "陈志刚：《财政与国家》，载《近代史研究》，2009年第3期，第23—25页。",
    "［德］马克斯·韦伯：《新教伦理》，于晓译，北京：商务印书馆，1987年，第33页。",
    "［美］何约翰：《帝国的尽头》，刘大明译，南京：江苏人民出版社，2012年，第201—203页。",
    "［英］史密斯：《比较视野》，孙丽华译，北京：中华书局，2015年，第9页。",
  ]

  static func article(_ notes: [String]) -> String {
    let body = notes.indices.map { "正文里的一句话。[^\($0 + 1)]" }.joined()
    let below = notes.enumerated().map { "[^\($0 + 1)]: \($1)\n" }.joined(separator: "\n")
    return "# 题目\n\n\(body)\n\n\(below)"
  }

  /// The codes that a text gives, opinions too.
  static func codes(_ text: String, _ file: String) throws -> [String] {
    let check = FileCheck(
      selection: CodeSelection(selected: ["all"]), today: DateValue.Parts(year: 2026, month: 11, day: 25))
    return try check.check(Array(text.utf8), name: file).findings.map(\.code)
  }
}
