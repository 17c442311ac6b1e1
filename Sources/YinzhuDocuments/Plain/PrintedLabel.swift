import YinzhuModel

/// Labels of notes as pages print them, read from their characters.
enum PrintedLabel {
  private static let brackets: [Character: Character] = [
    "[": "]", "［": "］", "〔": "〕", "【": "】", "(": ")", "（": "）", "〈": "〉",
  ]

  /// The label that a short text is; nil where it is something else.
  static func read(_ text: String, restart: NoteLabel.Restart = .document) -> NoteLabel? {
    let symbol = text.trimmed
    guard let first = symbol.first, symbol.count <= 12 else { return nil }
    func label(_ number: Int?, _ form: NoteLabel.Form) -> NoteLabel {
      NoteLabel(number: number, symbol: symbol, form: form, restart: restart)
    }
    if let closing = brackets[first], symbol.last == closing, symbol.count > 2 {
      var inside = String(symbol.dropFirst().dropLast()).trimmed
      for word in ["注释", "注", "note ", "nb "] where inside.hasPrefix(word) {
        inside = String(inside.dropFirst(word.count)).trimmed
      }
      if let number = number(inside) { return label(number, .bracketed) }
      // MediaWiki's groups of notes: [a], [甲].
      return inside.count == 1 && inside.first?.isLetter == true ? label(nil, .bracketed) : nil
    }
    if symbol.count <= 4, symbol.allSatisfy({ "*＊†‡§¶".contains($0) }) { return label(nil, .asterisk) }
    var rest = symbol
    for word in ["注释", "注"] where rest.hasPrefix(word) { rest = String(rest.dropFirst(word.count)).trimmed }
    if rest.unicodeScalars.count == 1, let scalar = rest.unicodeScalars.first, let value = circled(scalar) {
      return label(value, .circled)
    }
    return number(rest).map { label($0, .superscript) }
  }

  /// Digits of any width or height; at most four of them.
  private static func number(_ text: String) -> Int? {
    guard !text.isEmpty, text.count <= 4 else { return nil }
    if text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first, let value = circled(scalar) {
      return value
    }
    var out = 0
    for character in text {
      guard let digit = character.wholeNumberValue, (0...9).contains(digit), !character.isLetter,
        circled(character.unicodeScalars.first) == nil
      else { return nil }
      out = out * 10 + digit
    }
    return out
  }

  private static func circled(_ scalar: Unicode.Scalar?) -> Int? {
    guard let value = scalar?.value else { return nil }
    switch value {
    case 0x2460...0x2473: return Int(value) - 0x245F
    case 0x3251...0x325F: return Int(value) - 0x323C
    case 0x32B1...0x32BF: return Int(value) - 0x328D
    default: return nil
    }
  }

  /// A note's text without the label that it repeats at its beginning: `[1] `, `1. `, `① `, `1、`.
  static func dropping(_ label: NoteLabel, from text: String) -> String {
    let text = text.trimmed
    if text.hasPrefix(label.symbol) {
      return String(text.dropFirst(label.symbol.count).drop { $0.isWhitespace || $0 == "." || $0 == "、" })
    }
    guard let number = label.number else { return text }
    let head = text.prefix { $0.isNumber || brackets[$0] != nil || brackets.values.contains($0) }
    guard read(String(head))?.number == number else { return text }
    let rest = text.dropFirst(head.count)
    let isBare = head.allSatisfy(\.isNumber) && !head.contains { circled($0.unicodeScalars.first) != nil }
    let after = rest.drop(while: \.isWhitespace)
    // `12 Monkeys` as text of note 12 is so rare that a bare number counts where a space or a stop follows.
    if isBare, rest.first?.isWhitespace != true, after.first.map({ ".、:：．".contains($0) }) != true { return text }
    return String(after.drop { ".、:：．".contains($0) || $0.isWhitespace })
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
