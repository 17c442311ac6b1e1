import Testing
import YinzhuDocuments
import YinzhuModel
import YinzhuText

@Suite("Web pages and EPUB")
struct WebReaderTests {
  func read(_ html: String, name: String = "a.html") throws -> Document {
    try DocumentReader.read(Array(html.utf8), name: name)
  }

  @Test("a raised link to a list of notes that link back")
  func links() throws {
    let document = try read(
      """
      <!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><h1>题</h1>
      <p>甲文<sup><a href="#fn1" id="ref1">1</a></sup>，
      乙文<sup id="ref2"><a href="#fn2">2</a></sup>。</p>
      <ol><li id="fn1"><p>费孝通：<i>乡土中国</i> <a href="#ref1">↩</a></p></li><li id="fn2">二&amp;二 <a href="#ref2">^</a></li></ol></body></html>
      """)
    #expect(document.summary == ["1|费孝通：乡土中国|甲文", "2|二&二|乙文"])
    #expect(document.placesAreTrue)
    #expect(document.source[SourceSpan(start: 0, end: 200)].hasPrefix("题\n甲文1，乙文2。\n"))
  }

  @Test(
    "roles and types of EPUB",
    arguments: ["role=\"doc-noteref\"", "epub:type=\"noteref\"", "class=\"footnote-ref\""])
  func roles(attribute: String) throws {
    let document = try read(
      "<html><body><p>甲文<a \(attribute) href=\"#n1\">*</a>乙</p><aside id=\"n1\" epub:type=\"footnote\"><p>一</p><p>段二</p></aside></body></html>"
    )
    #expect(document.summary == ["*|一 段二|甲文"])
  }

  @Test("MediaWiki: labels in brackets, several calls of one note")
  func wiki() throws {
    let document = try read(
      """
      <html><body><p>甲文<sup id="cite_ref-a_1-0" class="reference"><a href="#cite_note-a-1">&#91;1&#93;</a></sup>乙<sup class="reference"><a href="#cite_note-a-1">[1]</a></sup></p>
      <ol class="references"><li id="cite_note-a-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-a_1-0">1.0</a></span> <span class="reference-text">文一。</span></li></ol></body></html>
      """)
    #expect(document.summary == ["[1]|文一。|甲文"])
  }

  @Test("label and call link to each other; notes share a paragraph")
  func mutual() throws {
    let document = try read(
      "<html><body><p>甲文<a name=\"r1\" href=\"#f1\">[1]</a>乙文<a name=\"r2\" href=\"#f2\">[2]</a></p><p><a name=\"f1\" href=\"#r1\">[1]</a> 文一。<br><a name=\"f2\" href=\"#r2\">[2]</a> 文二。</p></body></html>"
    )
    #expect(document.summary == ["[1]|文一。|甲文", "[2]|文二。|乙文"])
  }

  @Test("links to headings and other numbers are no calls; without links a page is read by evidence")
  func others() throws {
    let document = try read(
      "<html><body><ul><li><a href=\"#c1\">1</a></li></ul><h2 id=\"c1\">一</h2><p>甲文<sup>[1]</sup></p><p>[1] 文一。</p></body></html>"
    )
    #expect(document.nativeNotes == nil)
    #expect(document.source.bytes.count > 20)
  }

  @Test("a call whose note begins with its number")
  func numbered() throws {
    let document = try read(
      "<html><body><p>甲文<sup><a href='#n3'>③</a></sup></p><div id='n3'><sup>③</sup> 1984年的书。</div></body></html>")
    #expect(document.summary == ["③|1984年的书。|甲文"])
  }

  @Test("old encodings by what the page says")
  func encodings() throws {
    let gbk: [UInt8] = [0xBC, 0xD7, 0xCE, 0xC4]
    let bytes = Array("<html><head><meta charset=gb2312></head><body><p>".utf8) + gbk + Array("</p></body></html>".utf8)
    let document = try DocumentReader.read(bytes, name: "a.htm")
    #expect(document.source[SourceSpan(start: 0, end: 6)] == "甲文")
  }

  @Test("the chapters of an EPUB, with notes in a file of their own")
  func book() throws {
    let page = { (body: String) in
      "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body>\(body)</body></html>"
    }
    let document = try DocumentReader.read(
      ZipFile.stored([
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"OPS/a.opf\"/></rootfiles></container>"),
        (
          "OPS/a.opf",
          "<package><manifest><item id=\"c\" href=\"text/c%31.xhtml\"/><item id=\"n\" href=\"notes.xhtml\"/></manifest><spine><itemref idref=\"c\"/><itemref idref=\"n\"/></spine></package>"
        ),
        ("OPS/text/c1.xhtml", page("<p>甲文<a epub:type=\"noteref\" href=\"../notes.xhtml#n1\">1</a></p>")),
        ("OPS/notes.xhtml", page("<p id=\"n1\">1. 文一。</p>")),
      ]), name: "a.epub")
    #expect(document.summary == ["1|文一。|甲文"])
  }

  @Test("pages cut anywhere never trap; depth without end is read")
  func hostile() throws {
    let bytes = Array(
      "<html><body><p>甲<sup><a href=\"#f\">[1]</a></sup></p><dl><dt id=f>[1]</dt><dd>文</dd></dl></body></html>".utf8)
    for count in 1...bytes.count { _ = try? DocumentReader.read(Array(bytes[..<count]), name: "a.html") }
    _ = try? read("<html><body>" + String(repeating: "<div><b>", count: 50_000) + "x")
  }
}
