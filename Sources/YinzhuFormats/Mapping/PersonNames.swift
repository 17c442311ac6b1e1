import YinzhuModel
import YinzhuText

/// Names as one text: `Family, Given, Suffix`, as RIS, EndNote and RefWorks have them.
///
/// A name in Han script is whole. So is one with a comma at its end (`World Health Organization,`, EndNote's custom for
/// institutions) and one of several words that only institutions use.
enum PersonNames {
  /// The name of a text.
  static func name(_ text: String, spans: [SourceSpan] = []) -> Name {
    var name = parsed(text)
    name.spans = spans
    return name
  }

  /// Whether a text in a list of names says that there are more.
  static func meansOthers(_ text: String) -> Bool {
    ["等", "等人", "et al", "et al.", "others", "and others"].contains(text.lowercased())
  }

  /// The text of a name.
  static func string(_ name: Name) -> String {
    if let literal = name.literal { return readsAsPerson(literal) ? literal + "," : literal }
    let family = [name.droppingParticle, name.nonDroppingParticle, name.family].compactMap { $0 }
      .filter { !$0.isEmpty }.joined(separator: " ")
    let given = name.given ?? ""
    if given.isEmpty, (name.suffix ?? "").isEmpty { return readsAsPerson(family) ? family + "," : family }
    return [family, given, name.suffix ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Whether a text without a comma would be taken apart.
  private static func readsAsPerson(_ text: String) -> Bool {
    let read = parsed(text)
    return (read.literal ?? read.family) != text || read.given != nil || read.nonDroppingParticle != nil
  }

  private static func parsed(_ source: String) -> Name {
    let text = source.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }).joined(separator: " ")
    if text.unicodeScalars.contains(where: { CharacterClass.isEastAsian($0.value) }) { return eastAsian(text) }
    guard let comma = text.firstIndex(of: ",") else { return withoutComma(text) }
    let family = trimmed(text[..<comma])
    var rest = text[text.index(after: comma)...].split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
    if rest.allSatisfy(\.isEmpty) { return Name(literal: family) }
    if family.isEmpty { return Name(literal: trimmed(text[text.index(after: comma)...])) }
    var suffix: String?
    if rest.count > 1, let last = rest.last {
      if isSuffix(last) {
        suffix = rest.removeLast()
      } else if let first = rest.first, isSuffix(first) {
        suffix = rest.removeFirst()
      }
    } else if let only = rest.first, isSuffix(only), only.hasSuffix(".") {
      return Name(family: family, suffix: only)
    }
    let given = rest.joined(separator: ", ")
    return withParticle(Name(family: family, given: given.isEmpty ? nil : given, suffix: suffix))
  }

  /// `van der Veen`: small words before a family name are its particle.
  private static func withParticle(_ name: Name) -> Name {
    let words = (name.family ?? "").split(separator: " ").map(String.init)
    guard words.count > 1, let first = words.firstIndex(where: { !beginsSmall($0) }), first > 0 else { return name }
    var out = name
    out.nonDroppingParticle = words[..<first].joined(separator: " ")
    out.family = words[first...].joined(separator: " ")
    return out
  }

  /// 习近平, and `王, 力` as programs make of it; a name with Latin letters too keeps its form.
  private static func eastAsian(_ text: String) -> Name {
    let parts = text.split(whereSeparator: { $0 == "," || $0 == "，" }).map(trimmed).filter { !$0.isEmpty }
    let isShort =
      parts.count == 2
      && parts.allSatisfy { part in
        part.unicodeScalars.count <= 2 && part.unicodeScalars.allSatisfy { CharacterClass.isEastAsian($0.value) }
      }
    if isShort { return Name(literal: parts.joined()) }
    return Name(literal: parts.count == 1 ? parts[0] : text)
  }

  private static func withoutComma(_ text: String) -> Name {
    let words = text.split(separator: " ").map(String.init)
    guard words.count > 1 else { return Name(family: text) }
    guard words.count <= 4, !isInstitution(words) else { return Name(literal: text) }
    // `Catarina Barata`, `Ludwig van Beethoven`, `Smith J`.
    if words.count == 2, let last = words.last, isInitials(last), let first = words.first,
      !isInitials(first) || (!first.contains(".") && first.utf8.count > last.utf8.count)
    {
      return Name(family: first, given: last)
    }
    var end = words.count - 1
    var suffix: String?
    if isSuffix(words[end]), end > 1 {
      suffix = words[end]
      end -= 1
    }
    var start = end
    while start > 1, beginsSmall(words[start - 1]) { start -= 1 }
    return withParticle(
      Name(
        family: words[start...end].joined(separator: " "), given: words[..<start].joined(separator: " "),
        suffix: suffix))
  }

  private static func trimmed(_ text: Substring) -> String {
    var body = text
    while body.first == " " { body = body.dropFirst() }
    while body.last == " " { body = body.dropLast() }
    return String(body)
  }

  private static func isSuffix(_ text: String) -> Bool {
    ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "v", "2nd", "3rd", "md", "phd"].contains(text.lowercased())
  }

  /// `J.`, `JB`, `J.-P.`
  private static func isInitials(_ text: String) -> Bool {
    text.unicodeScalars.count <= 5
      && text.unicodeScalars.allSatisfy { $0 == "." || $0 == "-" || CharacterClass.isUppercase($0.value) }
  }

  private static func beginsSmall(_ text: String) -> Bool {
    text.unicodeScalars.first?.properties.isLowercase == true
  }

  private static func isInstitution(_ words: [String]) -> Bool {
    words.contains { word in
      let lowered = word.lowercased()
      return institutionWords.contains(lowered) || word.unicodeScalars.contains { CharacterClass.isDigit($0.value) }
        || lowered == "&"
    }
  }

  /// Words that stand in names of institutions and in no person's.
  private static let institutionWords: Set<String> = [
    "of", "for", "and", "the", "on", "bank", "organization", "organisation", "university", "institute", "institution",
    "committee", "group", "team", "consortium", "collaboration", "association", "society", "ministry", "department",
    "council", "commission", "center", "centre", "agency", "office", "bureau", "network", "foundation", "union",
    "nations", "federation", "international", "national", "school", "college", "academy", "company", "corporation",
    "inc", "inc.", "ltd", "ltd.", "laboratory", "laboratories", "board", "library", "museum", "press", "government",
    "service", "services", "project", "trust", "fund", "states", "initiative", "publishing", "investigators",
    "universität", "université", "universidad", "institut", "gmbh", "co.", "congress", "parliament", "court",
  ]
}
