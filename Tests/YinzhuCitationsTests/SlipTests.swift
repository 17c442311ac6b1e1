import Testing
import YinzhuModel
import YinzhuText

@testable import YinzhuCitations

/// Slips that authors, scanners and dumps make: the record has the plain meaning, the diagnostic the place.
@Suite("Slips")
struct SlipTests {
  private static let plain = "王力：《山海集》，山海出版社2001年版，第3页。"

  /// The record and the cited page as one line.
  private func read(_ text: String) -> String {
    guard let item = CitationParser().parse(text).citation.items.first, let reference = item.reference else {
      return "nothing"
    }
    let date = reference.date(.issued)?.start
    let parts = [date?.year, date?.month, date?.day].compactMap { $0.map(String.init) }.joined(separator: "-")
    return [
      reference.names(.author).map(\.displayed).joined(separator: "、"), reference.text(.title),
      reference.text(.containerTitle), reference.text(.publisher), reference.text(.volume), parts, item.locator?.value,
    ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " | ")
  }

  private func codes(_ text: String) -> [String] { CitationParser().parse(text).diagnostics.map(\.code) }

  @Test("what is plain has no diagnostic")
  func nothingToMend() {
    #expect(read(Self.plain) == "王力 | 山海集 | 山海出版社 | 2001 | 3")
    #expect(codes(Self.plain).isEmpty)
  }

  @Test(
    "the same record, and the slip's code",
    arguments: [
      ("王力：《山海集》，，山海出版社2001年版，第3页。", "C005"), ("王力：：《山海集》，山海出版社2001年版，第3页。", "C005"),
      ("王力：《山海集》， ，山海出版社2001年版，第3页。", "C005"), ("王力：《山海集〉，山海出版社2001年版，第3页。", "C006"),
      ("王力：〈山海集》，山海出版社2001年版，第3页。", "C006"), ("王力：《山海集，山海出版社2001年版，第3页。", "C006"),
      ("王力：山海集》，山海出版社2001年版，第3页。", "C006"), ("王力：《山海集》，山海出版社2OO1年版，第3页。", "C007"),
      ("王力：《山海集》，山海出版社200l年版，第3页。", "C007"), ("王力：《山海集》，山海出版社2〇〇1年版，第3页。", "C007"),
      ("王力：《山海集》，山海出版社２ＯＯ１年版，第3页。", "C007"), ("王力：《山海集》，山海出版社年2001，第3页。", "C008"),
      ("王力：《山海集》，山海出版社20 01年版，第3页。", "C009"), ("王力：《山海集》，山海出版社2 001 年版，第3页。", "C009"),
      ("王力：《山 海 集》，山 海 出 版 社 2 0 0 1 年 版，第 3 页。", "C009"),
    ])
  func mended(text: String, code: String) {
    #expect(read(text) == "王力 | 山海集 | 山海出版社 | 2001 | 3")
    #expect(Set(codes(text)) == [code])
  }

  @Test(
    "other records",
    arguments: [
      ("王力：《山海集》第—卷，山海出版社2001年版，第3页。", "王力 | 山海集 | 山海出版社 | 一 | 2001 | 3"),
      ("王力：《山海集》，山海出版社2001年版，第3一5页。", "王力 | 山海集 | 山海出版社 | 2001 | 3-5"),
      ("王力：《山的那边》，《人民日报》2001 6年月26日。", "王力 | 山的那边 | 人民日报 | 2001-6-26"),
      ("王力：《山的那边，载《江南学刊》2014年第6期。", "王力 | 山的那边 | 江南学刊 | 2014"),
      ("王力：《山的那边》，载《江南学刊2014年第6期。", "王力 | 山的那边 | 江南学刊 | 2014"),
      ("王力：“山的那边“，《江南学刊》2014年第6期。", "王力 | 山的那边 | 江南学刊 | 2014"),
    ])
  func others(text: String, record: String) {
    #expect(read(text) == record)
    #expect(codes(text).count == 1)
  }

  @Test(
    "what only looks like a slip stays",
    arguments: [
      "王力：《读《红楼梦》札记》，山海出版社2001年版，第3页。", "王力：《山〈海〉集》，山海出版社2001年版，第3页。", "王力：《山——海》，山海出版社2001年版，第3页。",
      "王力：《山海集》，山海出版社二〇〇一年版，第3页。", "王力：《山海……》，山海出版社2001年版，第3—5页。", "王力：“山的“那边””，《江南学刊》2014年第6期。",
      "王 力：《山海集》，山海出版社 2001 年版，第 3 页。",
    ])
  func kept(text: String) {
    #expect(codes(text).filter { $0 != "C002" }.isEmpty)
  }

  @Test("the place is that of the slip in the source, and the fix gives the plain text")
  func place() throws {
    let text = "王力：《山海集〉，山海出版社2001年版，第3页。"
    let diagnostic = try #require(CitationParser().parse(text).diagnostics.first)
    let span = try #require(diagnostic.span)
    #expect(String(decoding: Array(text.utf8)[span.range], as: UTF8.self) == "〉")
    #expect(diagnostic.fix?.edits.map(\.text) == ["》"])
  }

  @Test("fields stand where their places say, behind a slip too")
  func fieldsBehind() throws {
    let text = "王力：：《山海集〉，，山海出版社2001年版，第3页。"
    let reference = try #require(CitationParser().parse(text).citation.items.first?.reference)
    let span = try #require(reference[.publisher]?.provenance.spans.first)
    #expect(String(decoding: Array(text.utf8)[span.range], as: UTF8.self) == "山海出版社")
  }
}
