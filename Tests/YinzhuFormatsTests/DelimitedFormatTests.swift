import Testing
import YinzhuFormats
import YinzhuModel
import YinzhuText

@Suite("Tables")
struct DelimitedFormatTests {
  private func read(_ text: String) -> (references: [Reference], diagnostics: [Diagnostic]) {
    DelimitedFormat.csv.read(SourceText(name: "x", text: text))
  }

  @Test(
    "Columns of CSL, of Zotero, and Chinese ones",
    arguments: [
      "id,type,title,author,container-title,issued,page\nx,article-journal,题,王力; 李四,刊,2001-02,1-5\n",
      "\"Key\",\"Item Type\",\"Publication Year\",\"Author\",\"Title\",\"Publication Title\",\"Date\",\"Pages\"\r\n\"x\",\"journalArticle\",\"2001\",\"王力; 李四\",\"题\",\"刊\",\"2001-02\",\"1-5\"\r\n",
      "id;类型;作者;题名;刊名;年;发表时间;页码\nx;期刊;王力,李四;题;刊;2001;2001年2月;1-5\n",
    ])
  func columns(text: String) throws {
    let (references, diagnostics) = read(text)
    #expect(diagnostics.isEmpty)
    let item = try #require(references.first)
    #expect(item.id == "x")
    #expect(item.type == .articleJournal)
    #expect(item.names(.author).map(\.literal) == ["王力", "李四"])
    #expect(item.text(.title) == "题")
    #expect(item.text(.containerTitle) == "刊")
    #expect(item.date(.issued) == DateValue(year: 2001, month: 2))
    #expect(item.text(.page) == "1-5")
    #expect(item.foreign.filter { $0.key != "type name" }.isEmpty)
  }

  @Test("Quotation marks, line breaks, columns that nothing knows, and a cell too many come back")
  func kept() throws {
    let text = "id,type,title,note,shelf\r\nx,book,\"a \"\"b\"\", c\",\"one\ntwo\",B 12\r\n"
    let (references, diagnostics) = read(text)
    #expect(diagnostics.isEmpty)
    #expect(references.first?.text(.title) == "a \"b\", c")
    let written = DelimitedFormat.csv.write(references)
    #expect(written.text == text.replacing("\ntwo", with: "\ntwo"))
    #expect(written.diagnostics.isEmpty)
    #expect(read("id,type,title\nx,book,a,b\n").diagnostics.map(\.code) == ["F022"])
  }

  @Test("Chosen columns: what they leave out is said")
  func chosenColumns() {
    var item = Reference(id: "x", type: .book)
    item.set(.title, text: "<i>a</i>")
    item.set(.publisher, text: "b")
    var format = DelimitedFormat.tsv
    format.columns = ["title", "id"]
    let (text, diagnostics) = format.write([item])
    #expect(text == "title\tid\r\n<i>a</i>\tx\r\n")
    #expect(diagnostics.map(\.message).contains { $0.contains("publisher “b”") && $0.contains("not chosen") })
  }

  @Test("A mark that never closes, and a table without known columns")
  func broken() {
    #expect(read("title,type\n\"a,book\n").diagnostics.map(\.code) == ["F022"])
    #expect(read("a,b\n1,2\n").diagnostics.map(\.code) == ["F022"])
  }
}
