import Testing
import YinzhuDocuments
import YinzhuModel
import YinzhuText

@Suite("Records behind citations of Word files")
struct WordCitationTests {
  typealias W = WordFile

  static let endNote =
    "<EndNote><Cite><Author>Smith</Author><Year>2008</Year><RecNum>12</RecNum><Prefix>see </Prefix><Pages>15</Pages><record><rec-number>12</rec-number><ref-type name=\"Journal Article\">17</ref-type><contributors><authors><author><style face=\"normal\">Smith, John</style></author><author>World Bank,</author><author>费孝通</author></authors></contributors><titles><title>Trade &amp; War</title><secondary-title>World Politics</secondary-title></titles><pages>1-20</pages><volume>3</volume><number>2</number><dates><year>2008</year></dates><electronic-resource-num>10.1/x</electronic-resource-num><notes>mine</notes></record></Cite><Cite><RecNum>13</RecNum><record><ref-type>6</ref-type><titles><title>Peace</title></titles></record></Cite></EndNote>"

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  @Test("EndNote: the XML in the field's code")
  func endNoteCode() throws {
    let document = try W(
      body: W.p(W.r("甲文") + W.call(1)),
      footnotes: W.note(
        1, W.field(" ADDIN EN.CITE \(Self.escaped(Self.endNote))", W.r("Smith, “Trade &amp; War,” 2008")))
    ).read()
    let citation = try #require(document.embedded.first)
    #expect(document.source[citation.span] == "Smith, “Trade & War,” 2008")
    #expect(citation.items.count == 2)
    let item = try #require(citation.items.first)
    #expect(item.prefix == "see ")
    #expect(item.locator?.value == "15")
    let record = try #require(item.reference)
    #expect(record.type == .articleJournal)
    #expect(record.text(.title) == "Trade & War")
    #expect(record.text(.containerTitle) == "World Politics")
    #expect(record.text(.issue) == "2")
    #expect(record.text(.doi) == "10.1/x")
    #expect(record.date(.issued) == DateValue(year: 2008))
    #expect(
      record.names(.author).map { "\($0.family ?? "")/\($0.given ?? "")/\($0.literal ?? "")" } == [
        "Smith/John/", "//World Bank", "//费孝通",
      ])
    #expect(record.foreign.map(\.key) == ["notes"])
    #expect(record[.title]?.provenance == .imported(format: "endnote", key: "title", citation.span))
    #expect(citation.items.last?.reference?.type == .book)
  }

  @Test("EndNote: the XML as Base64 in the data of a field inside the field's code, with Word's line breaks")
  func endNoteData() throws {
    let data = Base64Text.encoded(Array(Self.endNote.utf8) + [0])
    let broken = data.prefix(76) + "&#xD;&#xA;" + data.dropFirst(76)
    let inner =
      "<w:r><w:fldChar w:fldCharType=\"begin\"><w:fldData xml:space=\"preserve\">\(broken)</w:fldData></w:fldChar></w:r><w:r><w:instrText> ADDIN EN.CITE.DATA </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    let field =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> ADDIN EN.CITE </w:instrText></w:r>\(inner)<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(W.r("(Smith 2008)"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    let document = try W(body: W.p(W.r("甲文") + field + W.r("。"))).read()
    #expect(document.embedded.first?.items.first?.reference?.text(.title) == "Trade & War")
    #expect(document.source[SourceSpan(start: 0, end: 18)] == "甲文(Smith 2008)")
    #expect(document.diagnostics.isEmpty)
  }

  @Test("Word's own citations call sources of customXml, with pages, prefix and several works")
  func sources() throws {
    let first =
      "<b:Source><b:Tag>Fei85</b:Tag><b:SourceType>Book</b:SourceType><b:Author><b:Author><b:NameList><b:Person><b:Last>费</b:Last><b:First>孝通</b:First></b:Person></b:NameList></b:Author></b:Author><b:Title>乡土中国</b:Title><b:Year>1985</b:Year><b:City>北京</b:City><b:Publisher>三联书店</b:Publisher></b:Source>"
    let second =
      "<b:Source><b:Tag>WTO09</b:Tag><b:SourceType>InternetSite</b:SourceType><b:Author><b:Author><b:Corporate>World Trade Organization</b:Corporate></b:Author></b:Author><b:Title>Report</b:Title><b:Year>2009</b:Year><b:Month>5</b:Month><b:URL>https://wto.org</b:URL></b:Source>"
    let code = " CITATION Fei85 \\p \"12 - 13\" \\l 2052 \\m WTO09 \\f \"see \""
    let document = try W(
      body: W.p(W.r("甲文") + W.field(W.escapedForCode(code), W.r("(费, 1985; WTO, 2009)"))), sources: first + second
    ).read()
    let items = try #require(document.embedded.first?.items)
    #expect(items.map { $0.reference?.text(.title) } == ["乡土中国", "Report"])
    #expect(items.map { $0.locator?.value } == ["12 - 13", nil])
    #expect(items.map(\.prefix) == [nil, "see "])
    #expect(items.first?.reference?.text(.publisherPlace) == "北京")
    #expect(items.last?.reference?.names(.author).first?.literal == "World Trade Organization")
    #expect(items.last?.reference?.date(.issued) == DateValue(year: 2009, month: 5))
  }

  @Test("A citation whose source is not in the document is said")
  func missingSource() throws {
    let document = try W(body: W.p(W.field(" CITATION Nobody \\l 2052 ", W.r("(佚名)")))).read()
    #expect(document.embedded.isEmpty)
    #expect(document.diagnostics.map(\.code) == ["D019"])
  }

  @Test("Mendeley Cite: CSL-JSON as Base64 in the tag of a content control")
  func mendeley() throws {
    let json = "{\"citationItems\":[{\"itemData\":{\"id\":1,\"type\":\"book\",\"title\":\"乡土中国\"}}]}"
    let tag = "MENDELEY_CITATION_v3_" + Base64Text.encoded(Array(json.utf8))
    let document = try W(
      body: W.p(
        W.r("甲文")
          + "<w:sdt><w:sdtPr><w:tag w:val=\"\(tag)\"/></w:sdtPr><w:sdtContent>\(W.r("(费孝通)"))</w:sdtContent></w:sdt>")
    ).read()
    #expect(document.embedded.first?.items.first?.reference?.text(.title) == "乡土中国")
  }

  @Test("Codes of other fields are none")
  func others() throws {
    for code in [" ADDIN EN.REFLIST ", " HYPERLINK x ", " REF CITATION ", ""] {
      let document = try W(body: W.p(W.field(code, W.r("甲")))).read()
      #expect(document.embedded.isEmpty && document.diagnostics.isEmpty)
    }
  }

  @Test(
    "Damaged data is said and the text is kept",
    arguments: [" ADDIN EN.CITE ", " ADDIN EN.CITE &lt;EndNote&gt;&lt;Cite&gt;", " ADDIN EN.CITE &lt;EndNote/&gt;"])
  func damaged(code: String) throws {
    let document = try W(body: W.p(W.field(code, W.r("(Smith 2008)")))).read()
    #expect(document.embedded.isEmpty)
    #expect(document.diagnostics.map(\.code) == ["D019"])
    #expect(document.source[SourceSpan(start: 0, end: 12)] == "(Smith 2008)")
  }
}

/// Base64, written here so that the reader isn't tested with itself.
enum Base64Text {
  static func encoded(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var out = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0..<4 {
        out.append(index <= group.count ? alphabet[value >> (18 - 6 * index) & 63] : "=")
      }
    }
    return out
  }
}

extension WordFile {
  static func escapedForCode(_ code: String) -> String { code.replacing("\"", with: "&quot;") }
}
