import YinzhuModel
import YinzhuText

/// The parts of keys.
struct KeyParts {
  let pattern: CitationKeys.Pattern
  let transliterate: @Sendable (String) -> String

  /// The key of a record by the pattern; its id where the record has nothing that the pattern asks for.
  func key(_ reference: Reference) -> String {
    if isNameless(reference), let swapped = titleFirst(reference) { return swapped }
    let out = text(reference)
    return out.isEmpty ? KeyCharacters.allowed(reference.id.rawValue) : out
  }

  /// What the pattern gives.
  func text(_ reference: Reference) -> String {
    pattern.pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .part(let part, let filters): text(part, filters, reference)
      }
    }.joined()
  }

  /// Title and year, in this order, make a key of the two usual patterns where nobody is named.
  private func isNameless(_ reference: Reference) -> Bool {
    guard pattern == .hanzi || pattern == .pinyin else { return false }
    return text(.author, filters(.author), reference).isEmpty
  }

  private func titleFirst(_ reference: Reference) -> String? {
    let key = text(.title, filters(.title), reference) + text(.year, filters(.year), reference)
    return key.isEmpty ? nil : key
  }

  private func filters(_ part: CitationKeys.Pattern.Part) -> [CitationKeys.Pattern.Filter] {
    for case .part(part, let filters) in pattern.pieces { return filters }
    return []
  }

  private typealias Filters = [CitationKeys.Pattern.Filter]

  private func text(_ part: CitationKeys.Pattern.Part, _ filters: [CitationKeys.Pattern.Filter], _ reference: Reference)
    -> String
  {
    switch part {
    case .author: names([.author, .editor], first: filters.count ?? 1, filters, reference)
    case .authors: names([.author, .editor], first: filters.count ?? 99, filters, reference)
    case .editor: names([.editor], first: filters.count ?? 1, filters, reference)
    case .year: year(reference.date(.issued) ?? reference.date(.originalDate), filters)
    case .month: reference.date(.issued)?.start?.month.map { $0 < 10 ? "0\($0)" : String($0) } ?? ""
    case .title: words([.title, .containerTitle], filters, reference)
    case .container: words([.containerTitle], filters, reference)
    case .publisher: words([.publisher], filters, reference)
    case .type: cased(reference.type.rawValue, filters)
    case .volume: cased(reference.text(.volume) ?? "", filters)
    case .issue: cased(reference.text(.issue) ?? "", filters)
    case .page: String((reference.text(.page) ?? "").prefix { $0.isASCII && ($0.isLetter || $0.isNumber) })
    case .id: KeyCharacters.allowed(reference.id.rawValue)
    }
  }

  // MARK: Names

  private func names(_ variables: [Variable], first count: Int, _ filters: Filters, _ reference: Reference) -> String {
    for variable in variables {
      let text = reference.names(variable).prefix(count).map { name($0, filters) }.joined()
      if !text.isEmpty { return text }
    }
    return ""
  }

  private func name(_ name: Name, _ filters: Filters) -> String {
    let family = name.family ?? ""
    let parts = name.literal ?? (KeyCharacters.isEastAsian(family) ? family + (name.given ?? "") : family)
    let text = parts.isEmpty ? name.given ?? "" : parts
    guard KeyCharacters.isEastAsian(text) else {
      // Of an institution's name, three words are enough to know it by.
      let words = KeyCharacters.words(text).filter { !KeyCharacters.isInsignificant($0) }.prefix(3)
      return name.literal == nil
        ? cased(KeyCharacters.words(text).joined(), filters)
        : words.map { cased(KeyCharacters.capitalised($0), filters) }.joined()
    }
    guard filters.contains(.pinyin) || filters.contains(.initials) else {
      return cased(KeyCharacters.letters(text), filters)
    }
    if let (surname, reading) = SurnameReadings.reading(of: text) {
      let given = String(text.dropFirst(surname.count))
      return cased(
        filters.contains(.initials) ? reading.prefix(1) + initials(given) : reading + latin(given), filters,
        isLatin: true)
    }
    return cased(filters.contains(.initials) ? initials(text) : latin(text), filters, isLatin: true)
  }

  // MARK: Words

  private func words(_ variables: [Variable], _ filters: Filters, _ reference: Reference) -> String {
    variables.lazy.compactMap { reference.text($0) }.map { words($0, filters) }.first { !$0.isEmpty } ?? ""
  }

  private func words(_ title: String, _ filters: Filters) -> String {
    let count = filters.count ?? 1
    let letters = title.unicodeScalars.drop { !KeyCharacters.isLetter($0.value) }
    guard let first = letters.first, CharacterClass.isEastAsian(first.value) else {
      let words = KeyCharacters.words(title)
      let significant = words.filter { !KeyCharacters.isInsignificant($0) }
      let chosen = (significant.isEmpty ? words : significant).prefix(count)
      if filters.contains(.initials) { return cased(chosen.map { String($0.prefix(1)) }.joined(), filters) }
      return chosen.map { cased(KeyCharacters.capitalised($0), filters) }.joined()
    }
    var characters = String.UnicodeScalarView()
    for scalar in letters where CharacterClass.isEastAsian(scalar.value) {
      characters.append(scalar)
      if characters.count == count * 2 { break }
    }
    let text = String(characters)
    if filters.contains(.initials) { return cased(initials(text), filters, isLatin: true) }
    return filters.contains(.pinyin) ? cased(latin(text), filters, isLatin: true) : text
  }

  private func year(_ date: DateValue?, _ filters: Filters) -> String {
    guard let date else { return "" }
    if let year = date.start?.year ?? date.end?.year {
      if year < 0 { return "\(year.magnitude)bc" }
      return filters.count.map { String(String(year).suffix($0)) } ?? String(year)
    }
    guard let literal = date.literal else { return "" }
    return filters.contains(.pinyin) ? latin(literal) : KeyCharacters.letters(literal)
  }

  // MARK: Letters

  private func cased(_ word: String, _ filters: Filters, isLatin: Bool = false) -> String {
    var out = isLatin ? word : filters.contains(.pinyin) ? latin(word) : KeyCharacters.letters(word)
    if filters.contains(.lower) { out = out.lowercased() }
    if filters.contains(.upper) { out = out.uppercased() }
    return out
  }

  /// The first letter of each character's reading.
  private func initials(_ text: String) -> String {
    text.map { String(latin(String($0)).prefix(1)) }.joined()
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
