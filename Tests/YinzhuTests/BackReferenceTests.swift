import Testing
import YinzhuCitations
import YinzhuModel
import YinzhuText

@testable import Yinzhu

/// What pointers lead to, over the notes of one document; each test is a small list of notes, numbered from 1.
@Suite("Back references")
struct BackReferenceTests {
  private static let wang = "王力：《山海集》，山海出版社2001年版，第3页。"
  private static let li = "李明：《江上的桥》，《江南学刊》2014年第6期。"
  private static let waltz = "Kenneth N. Waltz, Theory of International Politics, New York: McGraw-Hill, 1979, p. 3."
  private static let cao = "[美]约翰·曹凌：《经录：疑伪经的历史》，中华书局1999年版，第8页。"
  private static let explanation = "后人对此多有记述"

  /// The notes resolved: what each item of the last note points to (`2.0`), or the code of its diagnostic.
  private func outcome(_ notes: [String], numbers: [Int?]? = nil) -> String {
    let (parsed, diagnostics) = Self.resolved(notes, numbers: numbers)
    guard let items = parsed.last??.citation.items else { return "no note" }
    if items.isEmpty { return "no citation" }
    let targets = items.compactMap { $0.target.map { "\($0.note).\($0.index)" } }
    return (targets + diagnostics.filter { $0.code != "C002" }.map(\.code)).joined(separator: " ")
  }

  private static func resolved(_ notes: [String], numbers: [Int?]? = nil) -> ([ParsedNote?], [Diagnostic]) {
    let parser = CitationParser()
    var parsed: [ParsedNote?] = notes.enumerated().map { index, text in
      text.isEmpty ? nil : parser.parse(text, note: String(index + 1))
    }
    let diagnostics = BackReferences.resolve(
      &parsed, numbers: numbers ?? notes.indices.map { $0 + 1 }, notes: notes.indices.map { String($0 + 1) })
    return (parsed, diagnostics)
  }

  @Test(
    "the note before",
    arguments: [
      "同上。", "同上，第35页。", "同上（第35页）。", "同上：35。", "同上注。", "同上注，第35页。", "同上书，第35页。", "同上书第35页。", "同前，第3页。", "同前注，第3页。",
      "上引书，第35页。", "见上注。", "参见同上书，第3页。", "Ibid.", "ibid., p. 35.", "Ibid, 35–37.", "Ibid. at 35.", "Id. at 35.",
      "id., p. 35.",
      "Idem, p. 35.", "Ebd., S. 35.", "Там же. С. 35.", "转引自同上书，第35页。", "同 上，第 3 页。",
    ])
  func previous(text: String) {
    #expect(outcome([Self.wang, Self.li, text]) == "2.0")
  }

  @Test(
    "a note by its number",
    arguments: [
      "同前注〔1〕，王力书，第5页。", "王力，见前注〔1〕，第5页。", "王力：《山海集》，见前注〔1〕，第5页。", "同前注①，第3页。", "同注①。", "同注[1]，第35页。", "同①，第3页。",
      "同1：326-329.", "同[1]:35.", "注释1。", "见注释[1]，第5页。", "前引①，王力书，第3页。", "前引〔1〕，王力书，第3页。", "前引①书，第3页。", "同前引①，第3页。",
      "见前引注〔1〕，第3页。", "前揭注①，王力书，第3页。", "参见前注1。", "参见本文注1。", "见前文注释1。", "同脚注1。", "See supra note 1, at 12.",
      "Waltz, supra note 1, p. 12.", "Waltz (n 1) 12.", "前注〔１〕，第5页。", "参见前注〔1〕，作者认为此说有误。",
    ])
  func byNumber(text: String) {
    #expect(outcome([Self.wang, Self.li, text]) == "1.0")
  }

  @Test(
    "an earlier work by its author",
    arguments: [
      "王力前引书，第35页。", "王力：前引书，第3页。", "王力，前揭书，第3页。", "前引王力书，第3页。", "上引王力书，第3页。", "见前引王力书，第3页。", "同前注，王力书，第3页。",
      "转引自前引王力书，第3页。", "前引《山海集》，第3页。", "前引王力《山海集》，第3页。", "王力：《山海集》，前引书，第3页。", "王力：《山海集》，第35页。",
    ])
  func byWork(text: String) {
    #expect(outcome([Self.wang, Self.li, Self.waltz, text]).hasPrefix("1.0"))
  }

  @Test(
    "Western works",
    arguments: [
      "Waltz, op. cit., p. 12.", "Kenneth N. Waltz, op.cit., pp. 12-13.", "Waltz, loc. cit.", "Waltz, Theory, p. 12.",
      "Waltz, Theory of International Politics, p. 12.", "Waltz, a.a.O., S. 3.",
      "Kenneth Waltz, Theory of International Politics, op. cit., p. 12.", "See Waltz, op. cit., p. 12.",
    ])
  func western(text: String) {
    #expect(outcome([Self.wang, Self.waltz, Self.li, text]) == "2.0")
  }

  @Test("a title without its subtitle, and a foreign name by its family name")
  func shortened() {
    #expect(outcome([Self.cao, Self.li, "曹凌：《经录》，第9页。"]) == "1.0")
    #expect(outcome([Self.cao, Self.li, "前引曹凌书，第9页。"]) == "1.0")
  }

  @Test("a sort chooses between two works of one author")
  func sort() {
    let article = "王力：《江上的桥》，《江南学刊》2014年第6期。"
    #expect(outcome([Self.wang, article, "王力前引文，第3页。"]) == "2.0")
    #expect(outcome([Self.wang, article, "前引王力书，第3页。"]) == "1.0")
    #expect(outcome([Self.wang, Self.li, "前引书，第3页。"]) == "1.0")
    #expect(outcome([Self.wang, Self.li, Self.waltz, "前引书，第3页。"]) == "C004")
  }

  @Test("two works of one author: reported, none chosen")
  func ambiguous() {
    let other = "王力：《江河志》，山海出版社2005年版，第3页。"
    #expect(outcome([Self.wang, other, "王力前引书，第3页。"]) == "C004")
    #expect(outcome([Self.wang, other, "王力：《江河志》，第3页。"]) == "2.0")
    #expect(outcome(["王力：《山》，山海出版社2001年版；李明：《海》，人民出版社2002年版。", "同前注①，第3页。"]) == "C004")
  }

  @Test("numbers that begin anew on each page: the page's own, or none")
  func restarts() {
    #expect(outcome([Self.wang, Self.li, Self.waltz, "同注①。"], numbers: [1, 2, 1, 2]) == "3.0")
    #expect(outcome([Self.wang, Self.li, Self.waltz, "同注③。"], numbers: [3, 4, 3, 1]) == "C004")
    #expect(outcome([Self.wang, Self.li, Self.waltz, "同注③。"], numbers: [3, 4, 5, 1]) == "1.0")
  }

  @Test("pointing nowhere")
  func nowhere() {
    #expect(outcome(["同上，第3页。"]) == "C001")
    #expect(outcome([Self.wang, "同注⑨。"]) == "C001")
    #expect(outcome([Self.wang, "李明前引书，第3页。"]) == "C001")
    #expect(outcome([Self.wang, "", "同上，第3页。"]) == "C001")
    #expect(outcome([Self.wang, "同注②。"]) == "C001")
  }

  @Test("pointing at an explanation")
  func atExplanation() {
    #expect(outcome([Self.wang, Self.explanation, "同注②，第3页。"]) == "C003")
    #expect(outcome([Self.wang, Self.explanation, "同上，第3页。"]) == "1.0")
  }

  @Test("a chain leads to the citation itself")
  func chain() {
    #expect(outcome([Self.wang, "同上。", "同上，第9页。", "同注③，第10页。"]) == "1.0")
    #expect(outcome([Self.waltz, "Waltz, Theory, p. 12.", "Ibid., p. 13."]) == "1.0")
  }

  @Test("several pointers in one note, each its own")
  func several() {
    #expect(outcome([Self.wang, Self.li, "同前注〔1〕，王力书，第3页；同前注〔2〕，李明文，第5页。"]) == "1.0 2.0")
    #expect(outcome([Self.wang, Self.li, "参见前注1、2。"]) == "1.0 2.0")
    #expect(outcome([Self.wang, Self.li, "关于此点，参见前注〔1〕，王力书，第3页；不同的看法，见前注〔2〕，第5页。"]) == "1.0 2.0")
  }

  @Test("a note further on")
  func later() {
    let (parsed, diagnostics) = Self.resolved(["参见后注〔2〕，第3页。", Self.wang])
    #expect(parsed.first??.citation.items.first?.target == CitationItem.Target(note: "2", index: 0))
    #expect(diagnostics.isEmpty)
  }

  @Test("转引自 a pointer: two items, the first quoted in the second")
  func quotedIn() throws {
    let (parsed, _) = Self.resolved([Self.wang, "李明：《山》，山海出版社2001年版，第3页，转引自前引王力书，第9页。"])
    let items = try #require(parsed.last??.citation.items)
    #expect(items.map(\.quotedIn) == [1, nil])
    #expect(items.last?.target == CitationItem.Target(note: "1", index: 0))
    #expect(items.last?.prefix == "转引自")
  }

  @Test("the record is inherited, the pages are the pointer's own")
  func inherits() throws {
    let (parsed, _) = Self.resolved([Self.wang, "同上书，第2卷，第35页。"])
    let item = try #require(parsed.last??.citation.items.first)
    let reference = try #require(item.reference)
    #expect(reference.text(.title) == "山海集")
    #expect(reference[.title]?.provenance == .inherited("1.1"))
    #expect(reference.text(.volume) == "2")
    #expect(item.locator?.value == "35")
    #expect(item.form == .backReference)
  }

  @Test("a short form keeps what it prints and inherits the rest")
  func shortForm() throws {
    let (parsed, _) = Self.resolved([Self.cao, "曹凌：《经录》，第9页。"])
    let reference = try #require(parsed.last??.citation.items.first?.reference)
    #expect(reference.text(.title) == "经录")
    #expect(reference[.publisher]?.provenance == .inherited("1.1"))
  }

  @Test("idem with another work inherits the author only")
  func idem() throws {
    let (parsed, _) = Self.resolved([
      Self.waltz, "Idem, Man, the State and War, New York: Columbia University Press, 1959, p. 3.",
    ])
    let item = try #require(parsed.last??.citation.items.first)
    #expect(item.reference?.names(.author).first?.family == "Waltz")
    #expect(item.reference?[.author]?.provenance == .inherited("1.1"))
    #expect(item.reference?.date(.issued)?.start?.year == 1959)
    #expect(item.target == nil)
  }

  @Test("idem with a short title is an earlier work of the author")
  func idemShort() {
    let other = "Kenneth N. Waltz, Man, the State and War, New York: Columbia University Press, 1959, p. 3."
    #expect(outcome([Self.waltz, other, "Idem, Theory, p. 12."]) == "1.0")
  }

  @Test("prose with such words is no pointer", arguments: ["同上述观点一致的还有许多。", "前述各点，此处不再重复。", "同一时期的文献不多。"])
  func prose(text: String) {
    #expect(CitationParser().parse(text).citation.items.allSatisfy { $0.form != .backReference })
  }
}
