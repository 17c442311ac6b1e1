import YinzhuText

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
