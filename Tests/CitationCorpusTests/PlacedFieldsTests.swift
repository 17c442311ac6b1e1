import Testing
import YinzhuCSL
import YinzhuModel

@testable import CitationCorpus

struct PlacedFieldsTests {
  /// The fields of a text whose parts are given by their words.
  private func fields(_ text: String, _ parts: [(Variable, String)], locator: Locator.Label? = nil) throws -> [String] {
    var from = text.startIndex
    let placed = try parts.map { variable, word in
      let found = try #require(text[from...].firstRange(of: word))
      from = found.upperBound
      let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
      return PlacedText.Part(variable: variable, range: start..<(start + word.utf8.count))
    }
    let bytes = Array(text.utf8)
    return PlacedFields.fields(PlacedText(text: text, parts: placed), locator: locator).map {
      "\($0.variable.rawValue)=\(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  @Test("A year stands without its unit and brackets, a whole date with them")
  func dates() throws {
    #expect(try fields("社2002年版，", [(.issued, "2002年版，")]) == ["issued=2002"])
    #expect(try fields("社，2005—2006年", [(.issued, "2005—2006年")]) == ["issued=2005—2006"])
    #expect(try fields("Doe (2001). On", [(.issued, "(2001). ")]) == ["issued=2001"])
    #expect(try fields("日报，2007年11月3日", [(.issued, "2007年11月3日")]) == ["issued=2007年11月3日"])
  }

  @Test("Pages in two pieces are one field, chapters are no pages")
  func pieces() throws {
    #expect(try fields("pp. 12–15.", [(.page, "12"), (.page, "15")]) == ["page=12–15"])
    #expect(try fields("chap. 4", [(.locator, "4")], locator: .chapter) == ["chapter-number=4"])
    #expect(try fields("p. 4", [(.locator, "4")], locator: .page) == ["locator=4"])
  }

  @Test("The number of an entry is cut off with its brackets", arguments: ["[12] ", "12. ", "(12) ", "［12］"])
  func number(mark: String) {
    var citation = LabelledCitation(type: .book)
    citation.text = mark
    citation.fields = [
      LabelledField(
        variable: .citationNumber, range: (mark.hasPrefix("1") ? 0..<2 : mark.hasPrefix("［") ? 3..<5 : 1..<3))
    ]
    citation.add(.author, "Doe")
    citation.add(", ")
    citation.add(.title, "Rivers")
    PlacedFields.dropCitationNumber(&citation)
    #expect(citation.text == "Doe, Rivers")
    #expect(citation.fields.map { citation.bytes($0.range) } == ["Doe", "Rivers"])
  }

  @Test("A bracket that opens behind the number stays")
  func openingBracket() {
    var citation = LabelledCitation(type: .book)
    citation.add(.citationNumber, "1")
    citation.add(". (")
    citation.add(.issued, "1996")
    citation.add(") Rivers")
    PlacedFields.dropCitationNumber(&citation)
    #expect(citation.text == "(1996) Rivers")
    #expect(citation.fields.map { citation.bytes($0.range) } == ["1996"])
  }
}
