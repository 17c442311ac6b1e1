/// Words that sentences have and citations, outside their titles, have not.
struct ProseWords {
  let text: TokenizedText

  /// Particles, negations and conjunctions, a closed class of the grammar, and what authors say of their own text.
  /// Names of people, presses and places have none.
  private static let words: Set<String> = [
    "是", "了", "但", "其", "不", "曾", "未", "也", "则", "則", "这", "這", "那", "就", "因", "所", "把", "被", "着", "本文", "感谢", "感謝",
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
