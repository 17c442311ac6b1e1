import YinzhuText

/// Changes of case (CSL 1.0.2 "Text-case") over the texts of one element, one after the other.
struct CaseTransform {
  private let textCase: TextCase
  /// Whether a word is open at the end of the last text.
  private var insideWord = false
  private var wordCount = 0
  private var afterColon = false
  /// Whether all letters of the element are capitals.
  private let isShouting: Bool

  /// - Parameter whole: the element's whole text.
  init(_ textCase: TextCase, whole: String) {
    self.textCase = textCase
    isShouting = whole.contains(where: \.isUppercase) && !whole.contains(where: \.isLowercase)
  }

  /// The next text; `isLast` tells whether none follows.
  mutating func apply(_ text: String, keepsCase: Bool, isLast: Bool) -> String {
    if keepsCase {
      note(text)
      return text
    }
    switch textCase {
    case .lowercase: return text.lowercased()
    case .uppercase: return text.uppercased()
    case .capitalizeFirst, .sentence, .capitalizeAll, .title: return words(text, isLast: isLast)
    }
  }

  private mutating func note(_ text: String) {
    if text.contains(where: \.isLetter) { wordCount += 1 }
    insideWord = text.last.map { !$0.isWhitespace } ?? insideWord
  }

  private mutating func words(_ text: String, isLast: Bool) -> String {
    var out = ""
    var word = ""
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if isBreak(character, characters, index) {
        out += finish(word, continues: false, isLast: false, isAlone: character.isWhitespace)
        word = ""
        insideWord = false
        out.append(character)
        if character == ":" || character == "?" || character == "!" { afterColon = true }
      } else {
        word.append(character)
      }
      index += 1
    }
    out += finish(word, continues: true, isLast: isLast)
    return out
  }

  private func isBreak(_ character: Character, _ text: [Character], _ index: Int) -> Bool {
    if character.isWhitespace { return true }
    switch character {
    case "-", "–", "—", "/": return textCase == .capitalizeAll
    case ":", "?", "!", "(", ")", "[", "]", "“", "”", "\"", ",", ";": return true
    default: return false
    }
  }

  private mutating func finish(_ word: String, continues: Bool, isLast: Bool, isAlone: Bool = true) -> String {
    guard !word.isEmpty else { return "" }
    defer { if continues { insideWord = true } }
    if insideWord { return word }
    guard let letter = word.firstIndex(where: { $0.isLetter || $0.isNumber }) else { return word }
    defer {
      wordCount += 1
      afterColon = false
    }
    let isFirst = wordCount == 0
    switch textCase {
    case .capitalizeFirst:
      return isFirst && isLower(word) ? capitalized(word, at: letter) : word
    case .capitalizeAll: return isLower(word) ? capitalized(word, at: letter) : word
    case .sentence:
      let lower = word.lowercased()
      guard isFirst, let start = lower.firstIndex(where: { $0.isLetter || $0.isNumber }) else { return lower }
      return capitalized(lower, at: start)
    case .title, .lowercase, .uppercase: return word
    }
  }

  private func isLower(_ word: String) -> Bool { !word.contains(where: \.isUppercase) }

  private func capitalized(_ word: String, at index: String.Index) -> String {
    String(word[..<index]) + word[index].uppercased() + word[word.index(after: index)...]
  }
}
