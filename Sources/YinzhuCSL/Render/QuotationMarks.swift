/// The curved outer quotation marks of a locale.
struct LocaleQuotes {
  let open: Character
  let close: Character
  /// Marks inside marks; nil where the locale has none of one letter.
  let innerOpen: Character?
  let innerClose: Character?

  /// nil where the locale has none, straight ones, or several letters.
  init?(_ locale: Locale) {
    let open = locale.text("open-quote")
    let close = locale.text("close-quote")
    guard let first = open.first, open.count == 1, let last = close.first, close.count == 1, first != last,
      first != "\"", first != "'"
    else { return nil }
    self.open = first
    self.close = last
    let inner = (locale.text("open-inner-quote"), locale.text("close-inner-quote"))
    innerOpen = inner.0.count == 1 ? inner.0.first : nil
    innerClose = inner.1.count == 1 ? inner.1.first : nil
  }
}

/// Straight quotation marks and apostrophes: what they are by what stands around them.
enum QuotationMarks {
  private struct Place {
    var character: Character
    /// Where the text stands among the tokens.
    var token: Int
  }

  /// The tokens of one field or one literal, with quotation marks as tokens of their own and apostrophes curved.
  /// Markup between a mark and its partner doesn't part them.
  static func curled(_ tokens: [Token], _ quotes: LocaleQuotes?) -> [Token] {
    guard tokens.contains(where: { hasMarks($0, quotes) }) else { return tokens }
    var characters: [Place] = []
    for (index, token) in tokens.enumerated() {
      guard case .text(let text) = token else { continue }
      for character in text { characters.append(Place(character: character, token: index)) }
    }
    let openers = pairs(characters.map(\.character), quotes)
    var out: [Token] = []
    // Marks of fields aside, which print nothing.
    var isFirst = true
    var at = 0
    for (index, token) in tokens.enumerated() {
      guard case .text = token else {
        out.append(token)
        if !token.isFieldMark { isFirst = false }
        continue
      }
      var piece = ""
      while at < characters.count, characters[at].token == index {
        let character = characters[at].character
        if let opens = openers[at] {
          if !piece.isEmpty { out.append(text(piece, isFirst: isFirst)) }
          piece = ""
          out.append(opens ? .openQuote : .closeQuote)
          isFirst = false
        } else {
          piece.append(character == "'" ? "’" : character)
        }
        at += 1
      }
      if !piece.isEmpty {
        out.append(text(piece, isFirst: isFirst))
        isFirst = false
      }
    }
    return out
  }

  /// Whether there is anything to do: bytes tell it fast.
  private static func hasMarks(_ token: Token, _ quotes: LocaleQuotes?) -> Bool {
    guard case .text(let text) = token else { return false }
    if text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }) { return true }
    guard let quotes, let lead = quotes.open.utf8.first, text.utf8.contains(lead) else { return false }
    return text.contains(quotes.open)
  }

  private static func text(_ piece: String, isFirst: Bool) -> Token { isFirst ? .text(piece) : .body(piece) }

  /// Typographic apostrophes between letters made straight.
  static func straightened(_ text: String) -> String {
    guard text.utf8.contains(0xE2), text.contains("’") else { return text }
    var out = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let isApostrophe =
        character == "’" && (index == 0 || characters[index - 1].isLetter) && index + 1 < characters.count
        && characters[index + 1].isLetter
      out.append(isApostrophe ? "'" : character)
    }
    return out
  }

  /// The marks that have a partner: true for the opening one, false for the closing one.
  private static func pairs(_ characters: [Character], _ quotes: LocaleQuotes?) -> [Int: Bool] {
    var out: [Int: Bool] = [:]
    var open: [(index: Int, mark: Character)] = []
    for (index, character) in characters.enumerated() {
      if let quotes, character == quotes.open {
        open.append((index, character))
        continue
      }
      if let quotes, character == quotes.close {
        guard let match = open.lastIndex(where: { $0.mark == quotes.open }) else { continue }
        out[open[match].index] = true
        out[index] = false
        open.removeSubrange(match...)
        continue
      }
      if let quotes, character == quotes.innerOpen, !open.isEmpty {
        open.append((index, character))
        continue
      }
      if let quotes, character == quotes.innerClose,
        let match = open.lastIndex(where: { $0.mark == quotes.innerOpen })
      {
        out[open[match].index] = true
        out[index] = false
        open.removeSubrange(match...)
        continue
      }
      guard character == "\"" || character == "'" else { continue }
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      let canClose = !before.isWhitespace && !(after.isLetter || after.isNumber)
      // A mark behind another opens only if that one did: ''' are apostrophes.
      let isMark = before == "\"" || before == "'"
      let follows = isMark ? index == 0 || open.last?.index == index - 1 : isOpening(before)
      let canOpen = (before.isWhitespace || follows) && !after.isWhitespace
      if canClose, let match = open.lastIndex(where: { $0.mark == character }) {
        out[open[match].index] = true
        out[index] = false
        open.removeSubrange(match...)
      } else if canOpen {
        open.append((index, character))
      }
    }
    return out
  }

  private static func isOpening(_ character: Character) -> Bool {
    switch character {
    case "(", "[", "{", "\"", "'", "“", "‘", "«", "—", "–", "-", "/": true
    default: false
    }
  }
}
