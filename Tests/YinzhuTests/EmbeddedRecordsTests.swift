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
    return (entries, found.diagnostics.map(\.code))
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

  @Test("a record of another year than the text is said")
  func year() throws {
    #expect(try compared("{\"type\":\"book\",\"title\":\"乡土中国\",\"issued\":{\"date-parts\":[[1947]]}}") == ["D018"])
    #expect(try compared("{\"type\":\"book\",\"title\":\"乡土中国\",\"issued\":{\"date-parts\":[[1985]]}}").isEmpty)
  }

  func compared(_ json: String) throws -> [String] {
    let text = "费孝通：《乡土中国》，北京：三联书店，1985年，第12页"
    let read = try #require(CitationParser().parse(MappedText(text), note: "n1").citation.items.first)
    return [RecordComparison.difference(try item(json, text: text), read: read)].compactMap { $0?.code }
  }

  func item(_ json: String, text: String) throws -> CitationItem {
    let span = SourceSpan(start: 0, end: text.utf8.count)
    let record = try #require(CSLJSON.reference(try JSONReader.value(Array(json.utf8)), span: span))
    return CitationItem(
      reference: record.reference, text: text, spans: [span],
      parse: CitationItem.Parse(pattern: PatternID(rawValue: "csl-json"), confidence: 1))
  }

  @Test(
    "a citation in the text names author and year, or nothing that could differ",
    arguments: [
      ("(Smith 2008)", 0), ("(Smith 2009)", 1), ("(Jones 2008)", 1), ("[12]", 0), ("（Smith, 2008: 1999）", 0),
    ])
  func inText(text: String, differences: Int) throws {
    let json =
      "{\"type\":\"book\",\"title\":\"Trade\",\"author\":[{\"family\":\"Smith\"}],\"issued\":{\"date-parts\":[[2008]]}}"
    #expect([RecordComparison.difference(try item(json, text: text))].compactMap { $0 }.count == differences)
  }

  @Test("pointers to a citation that records moved follow it; citations that no note holds are given back")
  func moves() throws {
    let text = MappedText("甲：《一》；乙：《二》。")
    func read(_ start: Int, _ end: Int) -> CitationItem {
      CitationItem(
        reference: nil, form: .backReference, text: "", spans: [SourceSpan(start: start, end: end)],
        parse: CitationItem.Parse(pattern: PatternID(rawValue: "x"), confidence: 1))
    }
    let note = Note(id: "n1", label: nil, page: 1, text: text, link: .markerMissing)
    var pointer = read(200, 210)
    pointer.target = CitationItem.Target(note: "n1", index: 1)
    let later = Note(id: "n2", label: nil, page: 1, text: nil, link: .markerMissing)
    var entries = [
      Extraction.Entry(
        note: note, citation: Citation(note: "n1", kind: .citation, items: [read(0, 15), read(18, 33)])),
      Extraction.Entry(note: later, citation: Citation(note: "n2", kind: .backReference, items: [pointer])),
    ]
    let record = try item("{\"type\":\"book\",\"title\":\"一\"}", text: "甲：《一》")
    func embedded(_ span: SourceSpan) -> EmbeddedCitation {
      var placed = record
      placed.spans = [span]
      return EmbeddedCitation(span: span, items: [placed, placed])
    }
    let outside = embedded(SourceSpan(start: 300, end: 320))
    let taken = EmbeddedRecords.take([embedded(SourceSpan(start: 0, end: 15)), outside], into: &entries)
    #expect(entries.first?.citation?.items.count == 3)
    #expect(entries.last?.citation?.items.first?.target == CitationItem.Target(note: "n1", index: 2))
    #expect(taken.inText == outside.items)
  }
}
