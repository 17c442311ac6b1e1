import Testing
import YinzhuModel
import YinzhuText

@testable import YinzhuCitations

@Suite("Explanations")
struct ExplanationTests {
  @Test("the best reading comes first, and its parts say what the text became")
  func readings() throws {
    let explanations = CitationParser().explain(MappedText("李明. 一种书架[P]. 中国专利: CN12345678A, 2008-01-16"))
    let readings = try #require(explanations.first).readings
    #expect(readings.first?.pattern.rawValue == "list-patent")
    #expect(readings.map(\.score) == readings.map(\.score).sorted(by: >))
    let title = try #require(readings.first?.parts.first { $0.variable == .title })
    #expect(title.text == "一种书架")
  }

  @Test("a note without citation has no explanation")
  func comment() {
    #expect(CitationParser().explain(MappedText("作者感谢两位友人的意见。")).isEmpty)
  }
}
