import Testing
import YinzhuModel
import YinzhuText

@testable import YinzhuCitations

@Suite("Explanations")
struct ExplanationTests {
  @Test("of patterns the best reading comes first, and its parts say what the text became")
  func readings() throws {
    let explanations = CitationParser().explain(MappedText("李明：《山的那边》，北京：山海出版社，2002年，第9页"))
    let readings = try #require(explanations.first).readings
    #expect(readings.first?.pattern.rawValue == "book")
    #expect(readings.map(\.score) == readings.map(\.score).sorted(by: >))
    let title = try #require(readings.first?.parts.first { $0.variable == .title })
    #expect(title.text == "《山的那边》")
  }

  @Test("of an entry that weights have read, each run of words has its label and the answers that spoke for it")
  func labels() throws {
    let explanations = CitationParser().explain(MappedText("李明. 一种书架[P]. 中国专利: CN12345678A, 2008-01-16"))
    let reading = try #require(explanations.first?.readings.first)
    #expect(reading.pattern.rawValue == "labels")
    let title = try #require(reading.parts.first { $0.shape == "title" })
    #expect(title.text == "一种书架")
    #expect(!title.reasons.isEmpty && title.reasons.allSatisfy { $0.weight > 0 })
  }

  @Test("a note without citation has no explanation")
  func comment() {
    #expect(CitationParser().explain(MappedText("作者感谢两位友人的意见。")).isEmpty)
  }
}
