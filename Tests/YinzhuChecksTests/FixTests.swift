import Testing
import Yinzhu
import YinzhuChecks

/// Mends: right, safe, and the same when made twice.
@Suite struct FixTests {
  private func fixed(_ text: String, _ name: String, unsafe: Bool = false) throws -> String {
    String(
      decoding: try FileFix(check: FileCheck(), allowsUnsafe: unsafe).fix(Array(text.utf8), name: name).bytes,
      as: UTF8.self)
  }

  private static let bib = """
    % a comment that stays
    @article{a,  author = {周文, 吴平},
      title = {Law & Society.}, journaltitle = {文学评论}, date = {2014}, pages = {pp. 3--5},
      doi = {https://doi.org/10.1000/182}, volume = {Vol. 3} }
    @book{b, title={论《资本论》[M]}, author={王明}, publisher={A &amp; B}, date={1999}}

    """

  @Test func aBibliographyIsMendedAndAllElseStays() throws {
    let expected = """
      % a comment that stays
      @article{a,  author = {周文, 吴平},
        title = {Law \\& Society}, journaltitle = {文学评论}, date = {2014}, pages = {3--5},
        doi = {10.1000/182}, volume = {3} }
      @book{b, title={论《资本论》}, author={王明}, publisher={A \\& B}, date={1999}}

      """
    #expect(try fixed(Self.bib, "a.bib") == expected)
    #expect(try fixed(Self.bib, "a.bib", unsafe: true).contains("author = {周文 and 吴平}"))
  }

  @Test func notesAreMended() throws {
    let text = RuleExample.article([
      "王明：《史论》,北京：人民出版社，1995年，第4页。", "李强：《论《资本论》的方法》，《文学评论》2014年6期，第5页。",
      "赵立：《史 》，北京：中华书局，２００１年，第12页。", "钱文：《世纪--在会议上》，北京：中华书局，2001年，第3。",
    ])
    let expected = RuleExample.article([
      "王明：《史论》，北京：人民出版社，1995年，第4页。", "李强：《论〈资本论〉的方法》，《文学评论》2014年第6期，第5页。",
      "赵立：《史》，北京：中华书局，2001年，第12页。", "钱文：《世纪——在会议上》，北京：中华书局，2001年，第3页。",
    ])
    #expect(try fixed(text, "a.md") == expected)
  }

  @Test("Fixing twice changes nothing more", arguments: RuleExamples.all)
  func twice(_ example: RuleExample) throws {
    let once = try fixed(example.bad, example.file)
    #expect(try fixed(once, example.file) == once)
  }

  @Test("What is right isn't changed", arguments: ["article.md", "western.md", "list.txt", "refs.bib", "pages.txt"])
  func clean(name: String) throws {
    let text =
      [
        "article.md": CleanTexts.article, "western.md": CleanTexts.western, "list.txt": CleanTexts.list,
        "refs.bib": CleanTexts.bibliography, "pages.txt": CleanTexts.pages,
      ][name] ?? ""
    #expect(try fixed(text, name) == text)
  }

  @Test func aMarkOfByteOrderAndLineEndsStay() throws {
    let text = "\u{FEFF}" + Self.bib.replacing("\n", with: "\r\n")
    let out = try fixed(text, "a.bib")
    #expect(out.hasPrefix("\u{FEFF}% a comment") && out.contains("Society}, journaltitle") && out.contains("\r\n"))
    #expect(!out.replacing("\r\n", with: "").contains("\n"))
  }

  @Test func otherEncodingsAreRefused() {
    let utf16: [UInt8] = [0xFF, 0xFE] + Self.bib.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(throws: FixRefusal.self) { try FileFix(check: FileCheck()).fix(utf16, name: "a.bib") }
  }

  @Test func editsThatOverlapAreLeft() {
    func finding(_ start: Int, _ end: Int) -> Finding {
      let span = SourceSpan(start: start, end: end)
      return Finding(
        code: "C001", severity: .warning, Wording("a", "a"), span: span,
        fix: .init(edits: [.init(span: span, text: "x")], applicability: .safe))
    }
    let plan = FixPlan(
      [finding(0, 4), finding(2, 6), finding(4, 8), finding(20, 30)], allowsUnsafe: false, sourceCount: 10)
    #expect(plan.applied.count == 2 && plan.left.count == 2)
    #expect(plan.applied(to: Array("0123456789".utf8)) == Array("xx89".utf8))
  }

  @Test func theDiffIsWhatPatchTakes() {
    let old = Array("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk".utf8)
    let new = Array("a\nB\nc\nd\ne\nf\ng\nh\ni\nj\nK".utf8)
    #expect(
      UnifiedDiff.text(old, new, name: "t")
        == "--- a/t\n+++ b/t\n@@ -1,5 +1,5 @@\n a\n-b\n+B\n c\n d\n e\n@@ -8,4 +8,4 @@\n h\n i\n j\n-k\n\\ No newline at end of file\n+K\n\\ No newline at end of file\n"
    )
    #expect(UnifiedDiff.text(old, old, name: "t").isEmpty)
  }
}
