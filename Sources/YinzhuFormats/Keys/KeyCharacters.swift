import YinzhuText

/// What may stand in a key, and how text is cut into words for one.
enum KeyCharacters {
  /// Letters of any script and digits.
  static func isLetter(_ scalar: UInt32) -> Bool {
    CharacterClass.isDigit(scalar) || CharacterClass.isAlphabetic(scalar) && !(0x300...0x36F).contains(scalar)
      || CharacterClass.isEastAsian(scalar)
  }

  /// Whether the first letter is Chinese, Japanese or Korean.
  static func isEastAsian(_ text: String) -> Bool {
    text.unicodeScalars.first { isLetter($0.value) }.map { CharacterClass.isEastAsian($0.value) } ?? false
  }

  /// Only letters and digits, Latin ones without marks.
  static func letters(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in LatinFolding.ascii(text).unicodeScalars where isLetter(scalar.value) { out.append(scalar) }
    return String(out)
  }

  /// A key that a person chose, without what BibTeX, biber or LaTeX don't take.
  static func allowed(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let isPlainMark =
        value == 0x2D || value == 0x5F || value == 0x3A || value == 0x2E || value == 0x2F || value == 0x2B
      if isLetter(value) || isPlainMark { out.append(scalar) }
    }
    return String(out)
  }

  /// Stretches of letters; apostrophes and hyphens inside a word don't cut it.
  static func words(_ text: String) -> [String] {
    text.unicodeScalars.split { scalar in
      !isLetter(scalar.value) && !(0x300...0x36F).contains(scalar.value) && scalar != "'" && scalar != "’"
        && scalar != "-"
    }.map { letters(String($0)) }.filter { !$0.isEmpty }
  }

  /// With a capital at the start.
  static func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

  /// Articles and prepositions that titles in European languages begin with.
  static func isInsignificant(_ word: String) -> Bool {
    [
      "a", "an", "the", "of", "on", "in", "for", "to", "and", "from", "at", "by", "with", "der", "die", "das", "ein",
      "eine", "zur", "zum", "und", "le", "la", "les", "un", "une", "des", "du", "de", "et", "el", "los", "las", "il",
      "lo", "i", "gli", "o", "os", "as",
    ].contains(word.lowercased())
  }
}

/// Latin letters without their marks.
enum LatinFolding {
  private static let table: [UInt32: String] = {
    let rows = [
      ("A", "ÀÁÂÃÄÅĀĂĄǍ"), ("a", "àáâãäåāăąǎ"), ("AE", "Æ"), ("ae", "æ"), ("C", "ÇĆĈĊČ"), ("c", "çćĉċč"),
      ("D", "ÐĎĐ"), ("d", "ðďđ"), ("E", "ÈÉÊËĒĔĖĘĚ"), ("e", "èéêëēĕėęě"), ("G", "ĜĞĠĢ"), ("g", "ĝğġģ"),
      ("H", "ĤĦ"), ("h", "ĥħ"), ("I", "ÌÍÎÏĨĪĬĮİǏ"), ("i", "ìíîïĩīĭįıǐ"), ("J", "Ĵ"), ("j", "ĵ"), ("K", "Ķ"),
      ("k", "ķ"), ("L", "ĹĻĽĿŁ"), ("l", "ĺļľŀł"), ("N", "ÑŃŅŇ"), ("n", "ñńņňǹ"), ("O", "ÒÓÔÕÖØŌŎŐǑ"),
      ("o", "òóôõöøōŏőǒ"), ("OE", "Œ"), ("oe", "œ"), ("R", "ŔŖŘ"), ("r", "ŕŗř"), ("S", "ŚŜŞŠȘ"), ("s", "śŝşšș"),
      ("ss", "ß"), ("T", "ŢŤŦȚ"), ("t", "ţťŧț"), ("Th", "Þ"), ("th", "þ"), ("U", "ÙÚÛÜŨŪŬŮŰŲǓǕǗǙǛ"),
      ("u", "ùúûüũūŭůűųǔǖǘǚǜ"), ("W", "Ŵ"), ("w", "ŵ"), ("Y", "ÝŶŸ"), ("y", "ýÿŷ"), ("Z", "ŹŻŽ"), ("z", "źżž"),
    ]
    var out: [UInt32: String] = [:]
    for (plain, marked) in rows {
      for scalar in marked.unicodeScalars { out[scalar.value] = plain }
    }
    return out
  }()

  /// The text with every marked Latin letter as its plain one; other scripts as they are.
  static func ascii(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var out = ""
    for scalar in text.unicodeScalars where !(0x300...0x36F).contains(scalar.value) {
      if let plain = table[scalar.value] { out += plain } else { out.unicodeScalars.append(scalar) }
    }
    return out
  }
}
