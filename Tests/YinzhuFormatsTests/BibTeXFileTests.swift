import Testing
import YinzhuFormats
import YinzhuModel
import YinzhuText

private let keys = CitationKeys(pattern: .hanzi)

private func file(_ text: String) -> BibTeXFile {
  BibTeXFile(SourceText(name: "test.bib", text: text), dialect: .biblatex)
}

private func text(_ file: BibTeXFile, _ records: [Reference]) -> String {
  String(decoding: file.written(records, keys: keys).text, as: UTF8.self)
}

@Suite("BibTeX files written again")
struct BibTeXFileTests {
  private static let kept = """
    % My library\r
    @string(jas = "J. Asian Stud.")
    @Preamble{"\\newcommand{\\x}{y}"}
    @comment{jabref-meta: grouping}
    Text between entries, me@example.org.
    @BOOK{Li:2001a,
       Title   = "The {DNA} of {\\"A}",
       year=2001 # {}, AUTHOR={Li, Jiang},  % a remark
       x-unknown = {{kept}},
    }
    @bok (b, title = jas # { B}, pages={1-2} ) @article{c, title={丙}}

    @book{broken, title = {open {brace},
      year = 2001
    }
    @book{d, title = {T}, subtitle = {S}, year = 2001, month = mar,}
    The end
    """

  @Test func unchangedRecordsLeaveEveryByte() {
    let file = file(Self.kept)
    #expect(file.references.map(\.id.rawValue) == ["Li:2001a", "b", "c", "broken", "d"])
    #expect(text(file, file.references) == Self.kept)
  }

  @Test func onlyChangedFieldsAreWritten() {
    let file = file(Self.kept)
    var records = file.references
    records[0].id = "li"
    records[0].set(.title, text: "Neu & alt")
    records[0].set(.publisher, text: "Brill")
    records[1][.page] = nil
    records[4].set(.title, text: "T: U")
    records[4].set(.issued, date: DateValue(year: 2002, month: 5))
    let expected = Self.kept
      .replacing("Li:2001a", with: "li")
      .replacing("\"The {DNA} of {\\\"A}\"", with: "\"Neu \\& alt\"")
      .replacing("x-unknown = {{kept}},", with: "x-unknown = {{kept}},\n   publisher = {Brill},")
      .replacing(", pages={1-2}", with: "")
      .replacing("title = {T}, subtitle = {S}, year = 2001, month = mar,", with: "title = {T: U}, date = {2002-05},")
    #expect(text(file, records) == expected)
  }

  @Test func recordsAreSortedTakenOutAndAdded() {
    let file = file("@string{x = {y}}\n% first\n@book{a, title={甲}}\n% second\n@book{b, title={乙}}\n% end\n")
    let (a, b) = (file.references[0], file.references[1])
    #expect(
      text(file, [b, a])
        == "@string{x = {y}}\n% second\n@book{b, title={乙}}\n% first\n@book{a, title={甲}}\n% end\n")
    #expect(text(file, [b]) == "@string{x = {y}}\n% first\n\n% second\n@book{b, title={乙}}\n% end\n")
    var new = Reference(id: "c", type: .book)
    new.set(.title, text: "丙")
    new.set(.citationKey, text: "c")
    #expect(text(file, [a, b, new]).hasSuffix("% end\n\n@book{c,\n  title = {丙},\n}\n"))
  }

  @Test func indentationAndSpellingOfNewFieldsAreThoseOfTheEntry() {
    let file = file("@Article{a,\n\tAuthor        = {Li},\n\tTitle         = {甲}\n}\n")
    var records = file.references
    records[0].set(.volume, text: "3")
    #expect(
      text(file, records)
        == "@Article{a,\n\tAuthor        = {Li},\n\tTitle         = {甲},\n\tVolume        = {3}\n}\n")
  }
}
