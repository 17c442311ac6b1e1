import YinzhuText

/// A number variable read as CSL reads it (CSL 1.0.2 "Number", "Choose"/`is-numeric`).
///
/// A numeric content holds numbers with at most letters before or behind (`D2`, `2b`, `4th`), separated by commas,
/// hyphens or ampersands.
package struct NumericContent: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    /// Digits alone: ordinal and roman forms apply.
    case number(Int, String)
    /// A number with letters.
    case affixed(String)
    /// `, ` or `–` or ` & `
    case separator(Separator)
  }
  package enum Separator: Sendable, Hashable { case comma, hyphen, ampersand, and }

  package var parts: [Part]
  package let isNumeric: Bool
  /// The text as given.
  package let text: String

  package init(_ text: String) {
    self.text = text
    var parts: [Part] = []
    var numeric = true
    let scalars = Array(text.unicodeScalars)
    var word: [UnicodeScalar] = []
    func flush(_ parts: inout [Part], _ numeric: inout Bool) {
      guard !word.isEmpty else { return }
      var string = ""
      string.unicodeScalars.append(contentsOf: word)
      word = []
      if let value = Int(string), string.utf8.allSatisfy({ CharacterClass.isDigit(UInt32($0)) }), string.utf8.count < 12
      {
        parts.append(.number(value, string))
      } else {
        // Letters may stand before or behind a number, words of Han script not: 第1册 is text.
        let hasDigit = string.unicodeScalars.contains { CharacterClass.isDigit($0.value) }
        if !hasDigit || string.unicodeScalars.contains(where: { CharacterClass.isEastAsian($0.value) }) {
          numeric = false
        }
        parts.append(.affixed(string))
      }
    }
    var spaceBefore = false
    for scalar in scalars {
      switch scalar {
      case ",", ";":
        flush(&parts, &numeric)
        parts.append(.separator(.comma))
        spaceBefore = false
      case "-", "–", "—":
        flush(&parts, &numeric)
        parts.append(.separator(.hyphen))
        spaceBefore = false
      case "&":
        flush(&parts, &numeric)
        parts.append(.separator(.ampersand))
        spaceBefore = false
      case " ", "\u{A0}":
        if !word.isEmpty { spaceBefore = true }
        flush(&parts, &numeric)
      default:
        // Two words without a separator are text: “2nd edition”.
        if spaceBefore {
          numeric = false
          spaceBefore = false
        }
        word.append(scalar)
      }
    }
    flush(&parts, &numeric)
    if let first = parts.first, case .separator = first { numeric = false }
    if let last = parts.last, case .separator = last { numeric = false }
    self.parts = parts
    isNumeric = numeric && !parts.isEmpty
  }

  /// Whether it names more than one (for labels).
  package var isPlural: Bool {
    guard isNumeric else {
      // Pages such as `ii–iv` are no numbers, but their hyphen still makes a plural.
      let ends = parts.contains { if case .separator = $0 { true } else { false } }
      return ends && parts.count > 2
    }
    return parts.contains { if case .separator = $0 { true } else { false } }
  }
}

/// Roman numerals and ordinals of a locale.
enum NumberForms {
  static func roman(_ number: Int) -> String? {
    guard number > 0, number < 6000 else { return nil }
    return Numeral.romanDigits(number).lowercased()
  }

  static func twoDigits(_ number: Int) -> String { number >= 0 && number < 10 ? "0\(number)" : String(number) }

  /// `2nd`: the number with its suffix (CSL 1.0.2 "Ordinal Suffixes").
  static func ordinal(_ number: Int, _ locale: Locale, gender: Term.Gender?) -> String {
    String(number) + suffix(number, locale, gender: gender)
  }

  private static func suffix(_ number: Int, _ locale: Locale, gender: Term.Gender?) -> String {
    guard number >= 0 else { return "" }
    if number > 99, let term = term("ordinal-" + twoDigits(number % 100), locale, gender), applies(term, number) {
      return term.single
    }
    let lastTwo = number % 100
    if lastTwo >= 10, let term = term("ordinal-\(lastTwo)", locale, gender),
      term.match != .wholeNumber || number == lastTwo
    {
      return term.single
    }
    if number < 10 || lastTwo < 10, let term = term("ordinal-" + twoDigits(lastTwo), locale, gender) {
      if term.match == .wholeNumber, number == lastTwo { return term.single }
      if term.match == .lastTwoDigits { return term.single }
    }
    if let term = term("ordinal-" + twoDigits(number % 10), locale, gender),
      term.match == nil || term.match == .lastDigit
    {
      return term.single
    }
    return term("ordinal", locale, gender)?.single ?? ""
  }

  private static func applies(_ term: Term, _ number: Int) -> Bool { term.match == .lastTwoDigits }

  private static func term(_ name: String, _ locale: Locale, _ gender: Term.Gender?) -> Term? {
    locale.term(name, form: .long, gender: gender)
  }

  /// `second`: a term up to ten, else the short ordinal.
  static func longOrdinal(_ number: Int, _ locale: Locale, gender: Term.Gender?) -> String {
    if (1...10).contains(number), let term = locale.term("long-ordinal-" + twoDigits(number), gender: gender) {
      return term.single
    }
    return ordinal(number, locale, gender: gender)
  }
}
