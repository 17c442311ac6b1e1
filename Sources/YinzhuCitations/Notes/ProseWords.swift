/// Words that sentences have and citations, outside their titles, have not.
struct ProseWords {
  let text: TokenizedText

  /// Particles, negations and conjunctions, a closed class of the grammar, and what authors say of their own text.
  /// Names of people, presses and places have none (其, 曾, 所 alone may be part of one).
  private static let words: Set<String> = [
    "是", "了", "但", "不", "这", "這", "把", "被", "也", "其中", "其后", "所以", "因为", "認為", "认为", "本文", "感谢", "感謝",
    "谨此",
  ]

  /// Whether one of them stands in a stretch, outside brackets and quotation marks.
  func occur(in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let token = text.tokens[index]
      if token.kind == .han, ProseWords.words.contains(where: text.string(index..<(index + 1)).contains) { return true }
      index = text.next(index)
    }
    return false
  }
}
