/// A term of a locale (CSL 1.0.2 "Terms").
package struct Term: Sendable, Hashable {
  package enum Form: String, Sendable, Hashable, CaseIterable {
    case long, short, verb, symbol
    case verbShort = "verb-short"

    /// The form that is used where a locale lacks this one (CSL 1.0.2 "Terms").
    var fallback: Form? {
      switch self {
      case .long: nil
      case .short, .verb: .long
      case .verbShort: .verb
      case .symbol: .short
      }
    }
  }
  package enum Gender: String, Sendable, Hashable, CaseIterable { case masculine, feminine }
  /// Which numbers an ordinal suffix is for (CSL 1.0.2 "Ordinal Suffixes").
  package enum Match: String, Sendable, Hashable, CaseIterable {
    case lastDigit = "last-digit"
    case lastTwoDigits = "last-two-digits"
    case wholeNumber = "whole-number"
  }

  package struct Key: Sendable, Hashable {
    package var name: String
    package var form: Form
    /// The gender of the noun that an ordinal agrees with.
    package var genderForm: Gender?
  }

  package var single: String
  package var multiple: String
  /// Grammatical gender of the noun itself.
  package var gender: Gender?
  package var match: Match?
}

/// Terms, date formats and options of one language; what a file says, or several merged.
package struct Locale: Sendable {
  /// BCP 47 tag; nil for a `cs:locale` of a style that is for all languages.
  package var language: String?
  package var terms: [Term.Key: Term] = [:]
  package var dateFormats: [DateFormat.Form: DateFormat] = [:]
  package var punctuationInQuote: Bool?
  package var limitDayOrdinalsToDay1: Bool?

  package init(language: String?) { self.language = language }

  /// A term in a form, or in the form that stands in for it.
  package func term(_ name: String, form: Term.Form = .long, gender: Term.Gender? = nil) -> Term? {
    var form: Term.Form? = form
    while let wanted = form {
      if let gender, let term = terms[Term.Key(name: name, form: wanted, genderForm: gender)] { return term }
      if let term = terms[Term.Key(name: name, form: wanted, genderForm: nil)] { return term }
      form = wanted.fallback
    }
    return nil
  }

  /// A term's text; empty where the locale has none.
  package func text(_ name: String, form: Term.Form = .long, plural: Bool = false) -> String {
    guard let term = term(name, form: form) else { return "" }
    return plural ? term.multiple : term.single
  }

  /// Puts what `other` says in the place of what this locale says.
  package mutating func override(with other: Locale) {
    // A locale's ordinal suffixes belong together and replace all others.
    if other.terms.keys.contains(where: { $0.isOrdinalSuffix }) {
      terms = terms.filter { !$0.key.isOrdinalSuffix }
    }
    terms.merge(other.terms) { $1 }
    dateFormats.merge(other.dateFormats) { $1 }
    punctuationInQuote = other.punctuationInQuote ?? punctuationInQuote
    limitDayOrdinalsToDay1 = other.limitDayOrdinalsToDay1 ?? limitDayOrdinalsToDay1
    language = other.language ?? language
  }
}

extension Term.Key {
  var isOrdinalSuffix: Bool { name == "ordinal" || name.hasPrefix("ordinal-") }
}
