import YinzhuText

/// The author's own words before and behind a cite.
enum Affix {
  /// A prefix with the space that parts it from the cite; none where it ends with an opening mark or in a script
  /// without spaces.
  static func prefix(_ text: String) -> String {
    guard let last = lastMark(text) else { return "" }
    guard needsSpace(last) else { return text }
    var out = Substring(text)
    while out.last == " " { out.removeLast() }
    return out + " "
  }

  /// A suffix with the space that parts it from the cite.
  static func suffix(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return "" }
    return CharacterClass.isLatin(first.value) || first == "[" || first == "(" ? " " + text : text
  }

  /// Whether a cite stands inside a sentence: behind another, or behind a prefix that doesn't end a sentence.
  static func continuesSentence(_ prefix: String?, isFirst: Bool) -> Bool {
    guard let prefix, let last = lastMark(prefix) else { return !isFirst }
    let isSentence = isTerminal(last) && prefix.split(separator: " ").count > 1
    return !isSentence
  }

  /// The last mark but spaces and quotation marks.
  private static func lastMark(_ text: String) -> UnicodeScalar? {
    text.unicodeScalars.last { !" \u{A0}\u{202F}\"'”’»".unicodeScalars.contains($0) }
  }

  private static func needsSpace(_ scalar: UnicodeScalar) -> Bool {
    CharacterClass.isLatin(scalar.value) || CharacterClass.isCyrillic(scalar.value)
      || CharacterClass.isDigit(scalar.value) || isTerminal(scalar) || scalar == ")" || scalar == "]" || scalar == ","
  }

  private static func isTerminal(_ scalar: UnicodeScalar) -> Bool { ".:;!?".unicodeScalars.contains(scalar) }
}
