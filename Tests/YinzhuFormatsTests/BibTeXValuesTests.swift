import Testing
import YinzhuFormats
import YinzhuModel
import YinzhuText

private func first(_ text: String, _ dialect: BibTeXWriter.Dialect = .biblatex) throws -> Reference {
  try #require(BibTeXReader(dialect: dialect).read(SourceText(name: "test.bib", text: text)).references.first)
}

@Suite("BibTeX: titles, editions and kinds of GB/T 7714")
struct BibTeXValuesTests {
  @Test(
    "English titles come in sentence case",
    arguments: [
      ("The Sea and Its Laws", "The sea and its laws"),
      ("{DNA} of Sea Stars: A Short History of {Hull}", "DNA of sea stars: a short history of Hull"),
      ("Deep-Sea X-Ray Methods in China", "Deep-sea X-ray methods in China"),
      ("Who Owns the Sea? An Old Question", "Who owns the sea? An old question"),
      ("E-Government and E-Trade", "E-government and e-trade"),
      // Sentence case already, another language, names inside words, whole titles in braces.
      ("The laws of Hull", "The laws of Hull"), ("Die Gesetze der See", "Die Gesetze der See"),
      ("MacBook and LaTeX Users", "MacBook and LaTeX users"), ("{The Sea and Its Laws}", "The Sea and Its Laws"),
    ])
  func sentenceCase(given: String, expected: String) throws {
    #expect(try first("@book{a, title = {\(given)}}").text(.title) == expected)
  }

  @Test func otherLanguagesKeepTheirCapitals() throws {
    #expect(try first("@book{a, title={Die Grosse See}, langid={german}}").text(.title) == "Die Grosse See")
    #expect(try first("@book{a, title={Die Big Sea}, langid={english}}").text(.title) == "Die big sea")
  }

  @Test(
    "Titles of any case come back",
    arguments: [
      "The Sea and Its Laws", "the sea", "<i>Sea</i> Laws of Old", "海上的书", "<span class=\"nocase\">Sea</span>",
    ])
  func titlesComeBack(title: String) throws {
    for dialect in BibTeXWriter.Dialect.allCases {
      var reference = Reference(id: "x", type: .book)
      reference[.title] = Field(.text(RichText(markup: title)), .edited)
      let text = BibTeXWriter(dialect: dialect, keys: CitationKeys(pattern: .hanzi)).write([reference]).text
      #expect(try first(text, dialect)[.title]?.value == .text(RichText(markup: title)), "\(text)")
    }
  }

  @Test("Subtitles join their titles")
  func subtitles() throws {
    #expect(try first("@book{a, title={海}, subtitle={一部历史}}").text(.title) == "海：一部历史")
    #expect(try first("@book{a, title={Sea}, subtitle={A History}}").text(.title) == "Sea: a history")
    #expect(try first("@book{a, title={海？}, subtitle={一问}}").text(.title) == "海？一问")
    #expect(
      try first("@inbook{a, title={x}, booktitle={海}, booksubtitle={论集}}").text(.containerTitle) == "海：论集")
  }

  @Test(
    "Editions in words",
    arguments: [
      ("Second", "2"), ("4th", "4"), ("3rd ed.", "3"), ("第二版", "2"), ("2020版", "2020"), ("Rev. ed.", "Rev. ed."),
      ("修订版", "修订版"), ("{Second}", "Second"), ("5", "5"),
    ])
  func editions(given: String, expected: String) throws {
    #expect(try first("@book{a, edition = {\(given)}}").text(.edition) == expected)
  }

  @Test("The owner of a patent is its author, the inventors are kept")
  func patents() throws {
    let reference = try first("@patent{a, author={甲一 and 乙二}, holder={海洋大学}, title={灯}, number={1}}")
    #expect(reference.names(.author).map(\.literal) == ["海洋大学"])
    #expect(reference.names(.contributor).map(\.literal) == ["甲一", "乙二"])
    let text = BibTeXWriter(dialect: .biblatex, keys: CitationKeys(pattern: .hanzi)).write([reference]).text
    #expect(text.contains("holder = {海洋大学}") && text.contains("author = {甲一 and 乙二}"))
  }

  @Test("Types and fields of gbt7714")
  func kinds() throws {
    #expect(try first("@proceedings{a, editor={甲一}, title={海}}").type == .paperConference)
    #expect(try first("@collection{a, title={海}}", .bibtex).type == .collection)
    #expect(try first("@collection{a, title={海}}", .biblatex).type == .book)
    #expect(try first("@article{a, eid={730570}}").text(.number) == "730570")
    #expect(try first("@dataset{a, cstr={1.2_3}}").text(.cstr) == "1.2_3")
    #expect(try first("@archive{a, institution={市档案馆}}").text(.archive) == "市档案馆")
    #expect(try first("@preprint{a, eprinttype={arXiv}, eprint={1.2}}").text(.archive) == "arXiv")
    #expect(try first("@map{a, booktitle={图集}, scale={1:100}}").text(.containerTitle) == "图集")
    #expect(
      try first("@book{a, year={1957-1990}}", .bibtex).date(.issued)
        == DateValue(start: .init(year: 1957), end: .init(year: 1990)))
    #expect(try first("@thesis{a, type={phdthesis}, langid={chinese}}").text(.genre) == "博士学位论文")
    #expect(try first(#"@standard{a, title={信息与文献\quad 资源描述}}"#).text(.title) == "信息与文献　资源描述")
  }
}
