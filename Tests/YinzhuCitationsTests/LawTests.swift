import Testing
import YinzhuModel
import YinzhuText

@testable import YinzhuCitations

@Suite("Laws of the parser")
struct ParserLawTests {
  static let notes = Patterns.all.map(\.example) + MarkedCorpusTests.corpus.map { MarkedText($0).text }

  /// Every span of the result, for checking that it lies inside.
  private func spans(_ parsed: ParsedNote) -> [SourceSpan] {
    var out: [SourceSpan] = []
    for item in parsed.citation.items {
      out += item.spans + item.parse.remainder
      if let locator = item.locator { out += locator.spans }
      for field in item.reference?.fields.values ?? [:].values {
        out += field.provenance.spans
        for name in field.names?.names ?? [] { out += name.spans }
      }
    }
    return out
  }

  @Test("cut at any byte: no trap, spans inside", arguments: notes)
  func cut(note: String) {
    let bytes = Array(note.utf8)
    let parser = CitationParser()
    for end in 0...bytes.count {
      let text = MappedText(bytes, range: 0..<end)
      #expect(spans(parser.parse(text, note: "n")).allSatisfy { $0.end <= end })
    }
  }

  @Test("a field's text is its span, widths folded", arguments: notes)
  func fieldIsSpan(note: String) {
    let source = SourceText(name: "note", text: note)
    for item in CitationParser().parse(note).citation.items {
      for (variable, field) in item.reference?.fields ?? [:] {
        guard case .text(let text) = field.value else { continue }
        let printed = field.provenance.spans.map { source[$0] }.joined()
        #expect(WidthFolding.fold(printed) == text.plain, "\(variable.rawValue)")
      }
    }
  }

  @Test("any byte changed: no trap")
  func flipped() {
    let parser = CitationParser()
    for note in Self.notes {
      var bytes = Array(note.utf8)
      for index in stride(from: 0, to: bytes.count, by: 3) {
        let saved = bytes[index]
        bytes[index] ^= 0x15
        let text = MappedText(String(decoding: bytes, as: UTF8.self))
        #expect(spans(parser.parse(text, note: "n")).allSatisfy { $0.end <= text.count })
        bytes[index] = saved
      }
    }
  }

  @Test("a note of brackets only, or of one word without end, ends")
  func hostile() {
    let parser = CitationParser()
    for unit in ["《", "（", "》《", "见", "、", "。", "第1页，", "A. B., ", "“x” "] {
      let text = String(repeating: unit, count: 20_000)
      #expect(parser.parse(text).citation.items.count <= 20_000)
    }
  }
}
