/// Words that sentences have and citations, outside their titles, have not.
struct ProseWords {
  let text: TokenizedText

  /// Particles, negations and conjunctions, a closed class of the grammar, and what authors say of their own text.
  /// Names of people, presses and places have none (其, 曾, 所 alone may be part of one).
  private static let words: [[UInt8]] = [
    "是", "了", "但", "不", "这", "這", "把", "被", "也", "其中", "其后", "所以", "因为", "本文", "感谢", "感謝", "谨此", "著有",
    "认为", "認為", "指出", "写道", "寫道", "强调", "強調", "提到", "记载", "記載", "报道", "報道",
  ].map { Array($0.utf8) }
  /// The words by their first character, as the number of its three bytes.
  private static let byFirst = Dictionary(grouping: words) { key($0, at: 0) }

  private static func key(_ bytes: [UInt8], at index: Int) -> UInt32 {
    UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
  }

  /// Whether one of them stands in a stretch, outside brackets and quotation marks.
  func occur(in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      // Words of the grammar divide tokens: 本 and 文 stand apart, 本文 does not.
      var end = index
      while end < range.upperBound, text.tokens[end].kind == .han || text.tokens[end].kind == .hanDigits { end += 1 }
      if end > index {
        if occurs(in: text.byteRange(index..<end)) { return true }
        index = end
      } else {
        index = text.next(index)
      }
    }
    return false
  }

  private func occurs(in bytes: Range<Int>) -> Bool {
    var index = bytes.lowerBound
    while index + 3 <= bytes.upperBound {
      // All words are of characters of three bytes.
      guard text.bytes[index] >= 0xE0, text.bytes[index] < 0xF0 else {
        index += 1
        continue
      }
      if let words = ProseWords.byFirst[ProseWords.key(text.bytes, at: index)],
        words.contains(where: { text.bytes[index..<bytes.upperBound].starts(with: $0) })
      {
        return true
      }
      index += 3
    }
    return false
  }
}
