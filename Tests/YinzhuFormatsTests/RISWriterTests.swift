import Testing
import YinzhuFormats
import YinzhuModel

private func record(_ reference: Reference) -> (lines: [String], losses: [String]) {
  let (text, diagnostics) = TaggedFormat.ris.write([reference], keys: CitationKeys(pattern: .hanzi))
  return (text.split(separator: "\r\n").map(String.init), diagnostics.map(\.message))
}

@Suite("RIS writer")
struct RISWriterTests {
  @Test func newspaper() {
    var reference = Reference(id: "x", type: .articleNewspaper)
    reference.set(.author, names: [Name(literal: "习近平"), Name(family: "King", given: "M. L.", suffix: "Jr.")])
    reference.set(.title, text: "弘扬“上海精神”")
    reference.set(.containerTitle, text: "人民日报")
    reference.set(.issued, date: DateValue(year: 2018, month: 6, day: 11))
    reference.set(.page, text: "2-3")
    reference.set(.keyword, text: "上海; 合作")
    let (lines, losses) = record(reference)
    #expect(
      lines == [
        "TY  - NEWS", "ID  - 习近平2018弘扬", "AU  - 习近平", "AU  - King, M. L., Jr.", "TI  - 弘扬“上海精神”",
        "T2  - 人民日报", "PY  - 2018", "DA  - 2018/06/11", "SP  - 2", "EP  - 3", "KW  - 上海", "KW  - 合作", "ER  - ",
      ])
    #expect(losses.isEmpty)
  }

  @Test func seasonsAndWords() {
    var reference = Reference(id: "x", type: .book)
    reference.set(.issued, date: DateValue(start: .init(year: 1990), season: 1))
    #expect(record(reference).lines.contains("DA  - 1990///spring"))
    reference.set(.issued, date: DateValue(literal: "光绪三年", calendar: .reign))
    #expect(record(reference).lines.contains("DA  - ///光绪三年"))
  }

  @Test("A line break in a value can't begin a line of its own")
  func lineBreaks() {
    var reference = Reference(id: "x", type: .book)
    reference.set(.title, text: "a\r\nER  - \nTY  - BOOK")
    #expect(record(reference).lines.filter { $0.hasPrefix("TY") || $0.hasPrefix("ER") }.count == 2)
  }

  @Test func lossesAreReported() {
    var reference = Reference(id: "x", type: .treaty)
    reference.set(.author, names: [Name(literal: "甲", role: "点校")], hasOthers: true)
    reference.set(.issued, date: DateValue(start: .init(year: 1990), end: .init(year: 1991), circa: true))
    reference[.title] = Field(.text(RichText(markup: "<i>x</i>")), .edited)
    reference.set(.dimensions, text: "3 m")
    let losses = record(reference).losses
    for what in [
      "type “treaty”", "role “点校”", "author/others", "1990~/1991~", "circa", "<i>x</i>", "dimensions “3 m”",
    ] {
      #expect(losses.contains { $0.contains(what) }, "\(what)")
    }
    #expect(losses.count == 7)
  }
}
