/// Straight quotation marks and apostrophes in a text: what they are by what stands around them.
enum QuotationMarks {
  /// The text cut at quotation marks; apostrophes curved.
  static func tokens(_ text: String) -> [Token] {
    let characters = Array(text)
    var marks = Set<Int>()
    var opens: [(index: Int, mark: Character)] = []
    var openers = Set<Int>()
    for (index, character) in characters.enumerated() where character == "\"" || character == "'" {
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      let canOpen = (before.isWhitespace || isOpening(before)) && !after.isWhitespace
      let canClose = !before.isWhitespace && !(after.isLetter || after.isNumber)
      if canClose, let match = opens.lastIndex(where: { $0.mark == character }) {
        marks.insert(index)
        marks.insert(opens[match].index)
        openers.insert(opens[match].index)
        opens.removeSubrange(match...)
      } else if canOpen {
        opens.append((index, character))
      }
    }
    var out: [Token] = []
    var piece = ""
    for (index, character) in characters.enumerated() {
      if marks.contains(index) {
        if !piece.isEmpty { out.append(.text(piece)) }
        piece = ""
        out.append(openers.contains(index) ? .openQuote : .closeQuote)
      } else if character == "'" {
        piece.append("’")
      } else {
        piece.append(character)
      }
    }
    if !piece.isEmpty { out.append(.text(piece)) }
    return out
  }

  private static func isOpening(_ character: Character) -> Bool {
    switch character {
    case "(", "[", "{", "\"", "'", "“", "‘", "«", "—", "–", "-", "/": true
    default: false
    }
  }
}
