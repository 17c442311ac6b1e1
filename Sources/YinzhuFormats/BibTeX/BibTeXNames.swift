import YinzhuModel
import YinzhuText

/// Names in the form `von Last, Jr, First` (btxdoc, section 4).
enum BibTeXNames {
  /// All names, with `and others` where the list was cut short.
  static func string(_ list: NameList, _ dialect: BibTeXWriter.Dialect) -> String {
    var names = list.names.map { name in
      dialect == .biblatex && isDroppedOnly(name) ? extended(name) : string(name)
    }
    if list.hasOthers { names.append("others") }
    return names.joined(separator: " and ")
  }

  /// Whether BibLaTeX can say that a name's particle is dropped, which takes the extended form (manual, section 3.4).
  static func isDroppedOnly(_ name: Name) -> Bool {
    guard name.literal == nil, let family = name.family, !family.isEmpty, let particle = name.droppingParticle else {
      return false
    }
    return !particle.isEmpty && (name.nonDroppingParticle ?? "").isEmpty
  }

  /// `family=Humboldt, given=Alexander, prefix=von, useprefix=false`.
  private static func extended(_ name: Name) -> String {
    let parts = [
      ("family", name.family), ("given", name.given), ("prefix", name.droppingParticle), ("suffix", name.suffix),
    ]
    let written = parts.compactMap { key, value -> String? in
      guard let value, !value.isEmpty else { return nil }
      return "\(key)={\(LaTeXText.string(value))}"
    }
    return (written + ["useprefix=false"]).joined(separator: ", ")
  }

  /// One name.
  static func string(_ name: Name) -> String {
    if let literal = name.literal { return whole(literal) }
    let particles = [name.droppingParticle, name.nonDroppingParticle].compactMap { $0 }.filter { !$0.isEmpty }
    guard let family = name.family, !family.isEmpty else {
      return whole((particles + [name.given, name.suffix].compactMap { $0 }).joined(separator: " "))
    }
    let hasGiven = name.given?.isEmpty == false
    let hasSuffix = name.suffix?.isEmpty == false
    guard hasGiven || hasSuffix || !particles.isEmpty else { return whole(family, family: true) }
    let particle = particles.map { part($0) + ($0.hasSuffix("'") || $0.hasSuffix("’") ? "" : " ") }.joined()
    // A family name with a small word would be taken for a particle, or end it later.
    let hasSmallWords = family.split(separator: " ").contains { beginsSmall(String($0)) }
    var out = particle + (hasSmallWords ? "{" + LaTeXText.string(family) + "}" : part(family))
    if let suffix = name.suffix, !suffix.isEmpty { out += ", " + part(suffix) }
    if let given = name.given, !given.isEmpty {
      out += ", " + part(given)
    } else if hasSuffix {
      out += ","
    }
    return out
  }

  /// A name without parts: Han script stands plain, anything that BibTeX would take apart stands in braces.
  private static func whole(_ text: String, family: Bool = false) -> String {
    let escaped = LaTeXText.string(text)
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      CharacterClass.isEastAsian(scalar.value) || scalar.value == 0xB7 || scalar.value == 0x30FB
        || (family && (CharacterClass.isAlphabetic(scalar.value) || "-'’.0123456789".unicodeScalars.contains(scalar)))
    }
    return isPlain && !text.isEmpty && !(family && text == "others") ? escaped : "{\(escaped)}"
  }

  private static func part(_ text: String) -> String {
    let escaped = LaTeXText.string(text)
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    return text.contains(",") || words.contains("and") ? "{\(escaped)}" : escaped
  }

  private static func beginsSmall(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { CharacterClass.isAlphabetic($0.value) }) else { return false }
    return first.properties.isLowercase
  }
}
