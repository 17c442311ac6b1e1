import Testing
import YinzhuModel
import YinzhuText

@testable import Yinzhu

@Suite("Records behind citations")
struct EmbeddedRecordsTests {
  static let text = "费孝通：《乡土中国》，北京：三联书店，1985年，第12页。参见附录。"

  func taken(title: String) throws -> (entries: [Extraction.Entry], codes: [String]) {
    let text = MappedText(Self.text)
    let note = Note(id: "n1", label: nil, page: 1, text: text, link: .markerMissing)
    var entries = [Extraction.Entry(note: note, citation: CitationParser().parse(text, note: "n1").citation)]
    let json = "{\"id\":1,\"type\":\"book\",\"title\":\"\(title)\"}"
    let span = SourceSpan(start: 0, end: "费孝通：《乡土中国》，北京：三联书店，1985年，第12页".utf8.count)
    let record = try #require(CSLJSON.reference(try JSONReader.value(Array(json.utf8)), span: span))
    let item = CitationItem(
      reference: record.reference, text: String(Self.text.prefix(28)), spans: [span],
      parse: CitationItem.Parse(pattern: PatternID(rawValue: "csl-json"), confidence: 1))
    let found = EmbeddedRecords.take([EmbeddedCitation(span: span, items: [item])], into: &entries)
    return (entries, found.map(\.code))
  }

  @Test("the record takes the place of what was read from the same text")
  func replaces() throws {
    let (entries, codes) = try taken(title: "乡土中国")
    let items = entries.first?.citation?.items ?? []
    #expect(items.count { $0.parse.pattern.rawValue == "csl-json" } == 1)
    #expect(items.count { $0.reference != nil } == 1)
    #expect(codes.isEmpty)
  }

  @Test("a record whose title does not stand in the text is said")
  func differs() throws {
    #expect(try taken(title: "江村经济").codes == ["D018"])
  }
}
