import YinzhuModel
import YinzhuText

/// Makes the keys by which documents cite entries: `习近平2018弘扬`, `Keohane1997Power`, `xijinping2018hongyang`.
///
/// A key is the first author (or editor), the year, and the first word of the title. The same list gives the same keys;
/// records added at its end change none. A record's own `citation-key` is kept as far as the formats take it.
public struct CitationKeys: Sendable {
  /// How keys look.
  public enum Pattern: String, Sendable, Hashable, CaseIterable {
    /// Chinese in its own script, Latin words capitalised.
    case hanzi
    /// Chinese in pinyin without tones, all in small letters.
    case pinyin
  }

  /// How keys look.
  public let pattern: Pattern
  private let transliterate: @Sendable (String) -> String

  /// Keys of a pattern.
  ///
  /// - Parameter transliterate: Latin letters for text of any script, as ICU's `Any-Latin` gives them; marks and spaces
  ///   are taken away here. Surnames don't pass through it where their reading as a surname differs.
  public init(pattern: Pattern, transliterate: @escaping @Sendable (String) -> String = { $0 }) {
    self.pattern = pattern
    self.transliterate = transliterate
  }

  /// A key for each record, in their order, no two alike even but for case.
  public func keys(for references: [Reference]) -> [String] { make(for: references).keys }

  func make(for references: [Reference]) -> (keys: [String], diagnostics: [Diagnostic]) {
    var used: Set<String> = []
    var keys: [String] = []
    keys.reserveCapacity(references.count)
    var diagnostics: [Diagnostic] = []
    var next: [String: Int] = [:]
    for reference in references {
      let own = reference.text(.citationKey) ?? ""
      let base = own.isEmpty ? self.base(reference) : KeyCharacters.allowed(own)
      let start = base.isEmpty ? "entry" : base
      var key = start
      var number = next[start.lowercased()] ?? 0
      while !used.insert(key.lowercased()).inserted {
        key = start + Numeral.letters(number)
        number += 1
      }
      next[start.lowercased()] = number
      keys.append(key)
      if !own.isEmpty, key != own {
        diagnostics.append(
          Diagnostic(
            FormatRules.changedKey, "The citation key “\(own)” became “\(key)”.",
            span: reference[.citationKey]?.provenance.spans.first))
      }
    }
    return (keys, diagnostics)
  }

  // MARK: Parts of a key

  private func base(_ reference: Reference) -> String {
    let name =
      ([.author, .editor] as [Variable]).lazy.compactMap { reference.names($0).first }.map { self.name($0) }
      .first { !$0.isEmpty } ?? ""
    let word =
      ([.title, .containerTitle] as [Variable]).lazy.compactMap { reference.text($0) }.map { self.word($0) }
      .first { !$0.isEmpty } ?? ""
    let year = self.year(reference.date(.issued) ?? reference.date(.originalDate))
    let key = name.isEmpty ? word + year : name + year + word
    return key.isEmpty ? KeyCharacters.allowed(reference.id.rawValue) : key
  }

  private func name(_ name: Name) -> String {
    let family = name.family ?? ""
    let parts = name.literal ?? (KeyCharacters.isEastAsian(family) ? family + (name.given ?? "") : family)
    let text = parts.isEmpty ? name.given ?? "" : parts
    guard KeyCharacters.isEastAsian(text) else {
      // Of an institution's name, three words are enough to know it by.
      let words = KeyCharacters.words(text).filter { !KeyCharacters.isInsignificant($0) }.prefix(3)
      return name.literal == nil
        ? cased(KeyCharacters.words(text).joined()) : words.map { cased(KeyCharacters.capitalised($0)) }.joined()
    }
    guard pattern == .pinyin else { return KeyCharacters.letters(text) }
    if let (surname, reading) = SurnameReadings.reading(of: text) {
      return reading + latin(String(text.dropFirst(surname.count)))
    }
    return latin(text)
  }

  private func word(_ title: String) -> String {
    let letters = title.unicodeScalars.drop { !KeyCharacters.isLetter($0.value) }
    guard let first = letters.first, CharacterClass.isEastAsian(first.value) else {
      let words = KeyCharacters.words(title)
      return cased(
        KeyCharacters.capitalised(words.first { !KeyCharacters.isInsignificant($0) } ?? words.first ?? ""))
    }
    var two = String.UnicodeScalarView()
    for scalar in letters where CharacterClass.isEastAsian(scalar.value) {
      two.append(scalar)
      if two.count == 2 { break }
    }
    return pattern == .pinyin ? latin(String(two)) : String(two)
  }

  private func year(_ date: DateValue?) -> String {
    guard let date else { return "" }
    if let year = date.start?.year ?? date.end?.year { return year < 0 ? "\(year.magnitude)bc" : String(year) }
    guard let literal = date.literal else { return "" }
    return pattern == .pinyin ? latin(literal) : KeyCharacters.letters(literal)
  }

  private func cased(_ word: String) -> String {
    pattern == .pinyin ? latin(word) : KeyCharacters.letters(word)
  }

  private func latin(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in LatinFolding.ascii(transliterate(text)).unicodeScalars
    where scalar.isASCII && KeyCharacters.isLetter(scalar.value) {
      out.append(scalar)
    }
    return String(out).lowercased()
  }
}
