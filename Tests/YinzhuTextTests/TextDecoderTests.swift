import Testing

@testable import YinzhuText

@Suite("Encodings")
struct TextDecoderTests {
  private func decode(_ bytes: [UInt8]) -> (text: String, encoding: TextEncoding, problems: [DecodingProblem]) {
    let (source, problems) = TextDecoder.decode(bytes, name: "test")
    return (String(decoding: source.bytes, as: UTF8.self), source.encoding, problems)
  }

  @Test("UTF-8 with and without a byte order mark")
  func utf8() {
    #expect(decode(Array("山\n".utf8)).text == "山\n")
    #expect(decode([0xEF, 0xBB, 0xBF] + Array("山".utf8)).text == "山")
  }

  @Test("a broken byte is replaced, named by its place in the file, and the rest is read")
  func brokenUTF8() {
    let result = decode(Array("山海".utf8) + [0xFF] + Array("路".utf8))
    #expect(result.text == "山海\u{FFFD}路")
    #expect(result.problems.map(\.fileOffset) == [6])
    #expect(result.problems.first?.span == SourceSpan(start: 6, end: 9))
  }

  @Test(
    "UTF-16 in both orders, with and without a mark, with 一 and ideographic spaces", arguments: [true, false],
    [true, false])
  func utf16(isBigEndian: Bool, hasMark: Bool) {
    let text = "《统一战线》　第 12 页\n《统一》　12 a b c\n"
    var bytes: [UInt8] = hasMark ? (isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) : []
    for unit in text.utf16 {
      bytes += isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
    }
    let result = decode(bytes)
    #expect(result.text == text)
    #expect(result.encoding == (isBigEndian ? .utf16BigEndian : .utf16LittleEndian))
    #expect(result.problems.isEmpty)
  }

  @Test("a lone surrogate is replaced")
  func loneSurrogate() {
    let result = decode([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x62, 0x00])
    #expect(result.text == "a\u{FFFD}b")
    #expect(result.problems.map(\.kind) == [.brokenUTF16])
  }

  @Test("GBK: 中文 is D6 D0 CE C4; one broken byte costs one character")
  func gbk() {
    let line: [UInt8] = [0xD6, 0xD0, 0xCE, 0xC4, 0x0A]
    #expect(decode(line + line + line).text == "中文\n中文\n中文\n")
    let broken = decode(line + [0xFF, 0x0A] + line)
    #expect(broken.text == "中文\n\u{FFFD}\n中文\n")
    #expect(broken.problems.map(\.fileOffset) == [5])
  }

  @Test("Big5: 中文 is A4 A4 A4 E5")
  func big5() {
    let line: [UInt8] = [0xA4, 0xA4, 0xA4, 0xE5, 0x0A]
    #expect(decode(line + line + line).text == "中文\n中文\n中文\n")
  }

  @Test("NUL bytes are no text")
  func binary() {
    #expect(decode([0x4D, 0x5A, 0x90, 0x00, 0x00, 0x01, 0x02, 0x00, 0x00]).problems.contains { $0.kind == .binary })
  }

  @Test("Single high bytes between letters are Latin-1, not half of a Han character")
  func latinLetters() {
    for text in ["@book{k, title = {S\u{F6}me title}}", "M\u{FC}ller und S\u{F6}hne, Stra\u{DF}e"] {
      let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      #expect(TextDecoder.decode(bytes, name: "a.bib").source.encoding == .latin1)
    }
  }

  @Test("A first line that names the encoding decides between old encodings")
  func namedEncoding() {
    let han: [UInt8] = [0xD6, 0xD0]
    for (line, encoding) in [
      ("% Encoding: GBK\n", TextEncoding.gb18030), ("%% -*- coding: big5-unix -*-\n", .big5),
      ("% Encoding: ISO-8859-1\n", .latin1), ("% Encoding: UTF-8\n", .gb18030),
    ] {
      let source = TextDecoder.decode(Array(line.utf8) + han + han, name: "a.bib").source
      #expect(source.encoding == encoding)
    }
  }
}
