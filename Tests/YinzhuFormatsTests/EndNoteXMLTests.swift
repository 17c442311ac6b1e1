import Testing
import YinzhuFormats
import YinzhuModel
import YinzhuText

@Suite("EndNote XML")
struct EndNoteXMLTests {
  private func read(_ text: String) -> (references: [Reference], diagnostics: [Diagnostic]) {
    EndNoteXML.read(SourceText(name: "x", text: text))
  }

  private let record = """
    <?xml version="1.0" encoding="GBK"?><xml><records><record><rec-number>1</rec-number>
    <ref-type name="Journal Article">17</ref-type>
    <contributors><authors><author><style face="normal">王力</style></author><author>Smith, J.</author></authors></contributors>
    <titles><title><style face="normal">On </style><style face="italic">Homo
      sapiens</style></title><secondary-title>Nature</secondary-title></titles>
    <periodical><full-title>Nature</full-title><abbr-1>Nat.</abbr-1></periodical>
    <isbn>1532-1827 (Electronic)&#xD;0007-0920 (Linking)</isbn>
    <dates><year>2015</year><pub-dates><date>Mar 3</date></pub-dates></dates>
    <notes>one&#xD;two</notes><custom1>kept</custom1><label>wang2015</label></record></records></xml>
    """

  @Test func journalArticle() throws {
    let (references, diagnostics) = read(record)
    #expect(diagnostics.isEmpty)
    let item = try #require(references.first)
    #expect(item.id == "wang2015")
    #expect(item.names(.author).map(\.displayed) == ["王力", "J. Smith"])
    guard case .text(let title)? = item[.title]?.value else { return #expect(Bool(false)) }
    #expect(title.markup == "On <i>Homo sapiens</i>")
    #expect(item.text(.containerTitleShort) == "Nat.")
    #expect(item.text(.issn) == "1532-1827, 0007-0920")
    #expect(item.date(.issued) == DateValue(year: 2015, month: 3, day: 3))
    #expect(item.text(.note) == "one\ntwo")
    #expect(item.foreign.map(\.key) == ["custom1"])
  }

  @Test("What was read is written again, and nothing is lost")
  func roundTrip() {
    let before = read(record).references
    let (text, losses) = EndNoteXML.write(before, keys: CitationKeys(pattern: .hanzi))
    #expect(losses.isEmpty, "\(losses.map(\.message))")
    #expect(EndNoteXML.write(read(text).references, keys: CitationKeys(pattern: .hanzi)).text == text)
  }

  @Test("Control characters, as databases export them, cost nothing but themselves")
  func controlCharacters() {
    let (references, diagnostics) = read(record.replacing("Nature<", with: "Na\u{B}ture\u{0}<"))
    #expect(references.first?.text(.containerTitle) == "Na ture")
    #expect(diagnostics.map(\.code) == ["F040"])
  }

  @Test("A file that is cut off gives the records before the cut, and its line", arguments: [200, 400, 700])
  func truncated(length: Int) {
    let (references, diagnostics) = read(String(record.prefix(length)))
    #expect(references.count == 1)
    #expect(diagnostics.contains { $0.code == "F022" && $0.span != nil })
  }

  @Test(
    "Entities, nesting without end, no XML at all",
    arguments: [
      "<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;'>]><xml><records><record>&z;</record></records></xml>",
      "<xml><records>" + String(repeating: "<a>", count: 100_000), "", "<", "no XML",
    ])
  func hostile(text: String) {
    #expect(read(text).diagnostics.contains { $0.code == "F022" })
  }
}
