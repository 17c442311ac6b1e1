import Testing

@testable import YinzhuText

@Suite("Places")
struct SourceTextTests {
  @Test("lines end with LF, CR LF or CR; columns count characters")
  func positions() {
    let source = SourceText(name: "test", text: "山\r\n海b\rc\nd")
    #expect(source.lines.count == 4)
    #expect(source.position(of: 0) == SourcePosition(line: 1, column: 1))
    #expect(source.position(of: 8) == SourcePosition(line: 2, column: 2))
    #expect(source.position(of: 10) == SourcePosition(line: 3, column: 1))
    #expect(source.position(of: 999) == SourcePosition(line: 4, column: 2))
  }

  @Test("spans are clamped and ordered, never a trap")
  func spans() {
    #expect(SourceSpan(start: 9, end: -4) == SourceSpan(start: 0, end: 9))
    #expect(SourceSpan(start: .max, end: .min).end == Int(UInt32.max))
    #expect(
      [SourceSpan(start: 1, end: 3), SourceSpan(start: 3, end: 5), SourceSpan(start: 7, end: 8)].merged().count == 2)
    #expect(SourceText(name: "t", text: "abc")[SourceSpan(start: 1, end: 99)] == "bc")
  }
}
