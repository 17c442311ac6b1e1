import Testing

@testable import YinzhuText

@Suite("Text that keeps its places")
struct MappedTextTests {
  @Test("joined lines and folded digits map back")
  func joinedAndFolded() {
    let source = Array("第 １２\n页".utf8)
    var joined = MappedText()
    joined.append(source[0..<10], sourceStart: 0)
    joined.append(source[11..<14], sourceStart: 11)
    let folded = WidthFolding.fold(joined.bytes)
    #expect(folded.string == "第 12页")
    let digits = folded.sourceRange(of: 4..<6)
    #expect(joined.spans(of: digits) == [SourceSpan(start: 4, end: 10)])
    // A range over the line break gives two places.
    #expect(joined.spans(of: 4..<13) == [SourceSpan(start: 4, end: 10), SourceSpan(start: 11, end: 14)])
  }

  @Test("part of a folded character is the whole character")
  func partOfFolded() {
    let folded = WidthFolding.fold(Array("a９b".utf8))
    #expect(folded.string == "a9b")
    #expect(folded.spans(of: 1..<2) == [SourceSpan(start: 1, end: 4)])
    #expect(folded.spans(of: 2..<3) == [SourceSpan(start: 4, end: 5)])
    #expect(folded.sourceOffset(of: 3) == 5)
  }

  @Test("slices keep their source")
  func slices() {
    let text = MappedText("0123456789")
    #expect(text.slice(3..<6).spans == [SourceSpan(start: 3, end: 6)])
    #expect(text.slice(3..<6).slice(1..<2).spans == [SourceSpan(start: 4, end: 5)])
    #expect(text[8..<99] == "89")
  }
}
