import YinzhuText

/// A line of a dump with what its layout says.
struct TextLine: Sendable {
  /// All of the line, without its line break.
  var start: Int
  var end: Int
  /// Without white space at both ends.
  var contentStart: Int
  var contentEnd: Int
  /// Blank lines before it.
  var gap: Int
  /// Whether it begins with an ASCII space: dumps begin a text box so.
  var hasLeadingSpace: Bool
  /// Whether it begins with two ideographic spaces or more: a paragraph.
  var isIndented: Bool
  /// Whether a form feed stands before it.
  var isAfterFormFeed: Bool

  var content: Range<Int> { contentStart..<contentEnd }

  /// The lines that hold text.
  static func lines(of bytes: [UInt8], table: LineTable) -> [TextLine] {
    var out: [TextLine] = []
    var gap = 0
    var isAfterFormFeed = false
    for line in 0..<table.count {
      var start = table.start(ofLine: line)
      var end = line + 1 < table.count ? table.start(ofLine: line + 1) : bytes.count
      while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
      while start < end, bytes[start] == 0x0C {
        isAfterFormFeed = true
        start += 1
      }
      var first = start
      var ideographic = 0
      while first < end {
        let (scalar, length) = UTF8Bytes.decode(bytes, at: first)
        guard CharacterClass.isSpace(scalar) || scalar == 0x0C else { break }
        if scalar == 0x3000 { ideographic += 1 }
        first += length
      }
      var last = end
      while last > first {
        let before = UTF8Bytes.previous(bytes, before: last)
        guard CharacterClass.isSpace(UTF8Bytes.decode(bytes, at: before).scalar) || bytes[before] == 0x0C else { break }
        last = before
      }
      if first == last {
        gap += 1
        continue
      }
      out.append(
        TextLine(
          start: start, end: end, contentStart: first, contentEnd: last, gap: gap,
          hasLeadingSpace: start < end && bytes[start] == 0x20, isIndented: ideographic >= 2,
          isAfterFormFeed: isAfterFormFeed))
      gap = 0
      isAfterFormFeed = false
    }
    return out
  }
}

extension [UInt8] {
  /// Whether the text up to `end` closes a sentence: 。 . ！ ？, perhaps before a closing mark.
  func endsSentence(before end: Int, from start: Int) -> Bool {
    var at = end
    for _ in 0..<2 {
      guard at > start else { return false }
      let before = UTF8Bytes.previous(self, before: at)
      switch UTF8Bytes.decode(self, at: before).scalar {
      case 0x3002, 0x2E, 0xFF0E, 0xFF01, 0xFF1F, 0x21, 0x3F, 0xFF61: return true
      case 0x201D, 0x2019, 0x300D, 0x300F, 0xFF09, 0x29, 0x22: at = before
      default: return false
      }
    }
    return false
  }
}
