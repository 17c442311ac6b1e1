import YinzhuModel
import YinzhuText

/// A number variable taken apart (CSL 1.0.2 "Number", "Label", "Choose"/`is-numeric`): single values, the marks
/// between them, and labels written inside the field (`vol. 1, fol. 186`).
///
/// CSL says only that numbers, letters before or behind them, commas, hyphens and ampersands make numeric content;
/// details follow what the test suite demands.
package struct NumberField: Sendable, Hashable {
  /// What stands before a value.
  package enum Label: Sendable, Hashable {
    /// The variable's own name, or the label of the locator.
    case own(String)
    /// An abbreviation in the field, as written: `fol.`
    case embedded(String)

    /// The term that prints it.
    package var term: String {
      switch self {
      case .own(let name): name
      case .embedded(let text): NumberField.labelTerms[text] ?? text
      }
    }
  }

  package struct Value: Sendable, Hashable {
    /// Letters and zeros before the number: `A` of `A12`.
    package var particle: String
    package var value: String
    package var label: Label?
    /// The spaces behind an embedded label.
    package var labelSuffix = ""
    /// What stands between this value and the next.
    package var joiner = ""
    package var isNumeric = true
    /// Whether forms (ordinal, roman) and ranges apply.
    package var isCollapsible = true
    package var isPlural = false
    /// Whether an embedded label is printed before the value.
    package var showsLabel = false

    var core: NumberShape? { NumberShape(value) }
  }

  package private(set) var values: [Value] = []

  package var isNumeric: Bool { values.first?.isNumeric ?? false }
  /// Whether the label is a plural.
  package var isPlural: Bool { values.first?.isPlural ?? false }
  /// The term of the first label, where the field says another than its own.
  package var label: Label? { values.first?.label }

  /// - Parameters:
  ///   - variable: the variable, which decides what labels inside the text mean.
  ///   - label: the label of a locator; nil for other variables.
  package init(_ text: String, variable: Variable, locatorLabel: Locator.Label? = nil, locale: Locale) {
    let own = Label.own(variable == .locator ? (locatorLabel ?? .page).rawValue : variable.rawValue)
    // Most numbers are digits alone.
    if text.utf8.count < 10, !text.isEmpty, text.utf8.allSatisfy({ CharacterClass.isDigit(UInt32($0)) }) {
      values = [NumberField.value(Substring(text), own)]
    } else {
      values = NumberField.parse(text, variable, own, locale)
    }
    markLabels(variable, locale)
    markNumbers()
    if isNumeric, variable == .numberOfPages || variable == .numberOfVolumes {
      let digits = text.utf8.prefix { CharacterClass.isDigit(UInt32($0)) }
      if digits.count > 9 || (Int(String(decoding: digits, as: UTF8.self)) ?? 0) > 1 { values[0].isPlural = true }
    }
  }

  mutating func replace(_ index: Int, _ change: (inout Value) -> Void) { change(&values[index]) }

  // MARK: Reading

  private static func parse(_ text: String, _ variable: Variable, _ own: Label, _ locale: Locale) -> [Value] {
    let pieces = split(trimmed(Substring(text)), locale)
    var out: [Value] = []
    var label = own
    for (index, piece) in pieces.enumerated() {
      let words = embedded(piece.text, variable, isFirst: index == 0, locale)
      for (place, word) in words.enumerated() {
        if let text = word.label { label = .embedded(text) }
        var value = value(word.text, label)
        value.labelSuffix = word.space
        if place == words.count - 1 {
          value.joiner = piece.joiner
        } else {
          value.joiner = " "
        }
        out.append(value)
      }
    }
    return out
  }

  private static func value(_ text: Substring, _ label: Label) -> Value {
    guard let shape = NumberShape(affixed: text) else { return Value(particle: "", value: String(text), label: label) }
    return Value(particle: shape.particle, value: shape.rest, label: label)
  }

  private struct Piece {
    var text: Substring
    var joiner: String
  }

  /// The text at its commas, hyphens and ampersands.
  private static func split(_ text: Substring, _ locale: Locale) -> [Piece] {
    let and = " " + locale.text("and") + " "
    var out: [Piece] = []
    var start = text.startIndex
    var index = text.startIndex
    let scalars = text.unicodeScalars
    while index < text.endIndex {
      guard let joiner = joiner(at: index, in: scalars, and: and) else {
        index = scalars.index(after: index)
        continue
      }
      out.append(Piece(text: text[start..<index], joiner: normalized(text[index..<joiner], and, locale)))
      start = joiner
      index = joiner
    }
    out.append(Piece(text: text[start...], joiner: ""))
    return rejoined(out)
  }

  /// Where a mark between two values ends that begins here; a comma needs a space behind it.
  private static func joiner(
    at start: String.Index, in text: Substring.UnicodeScalarView, and: String
  ) -> String.Index? {
    var index = start
    func skipSpaces() { while index < text.endIndex, isSpace(text[index]) { index = text.index(after: index) } }
    switch text[start] {
    case ",":
      index = text.index(after: index)
      let afterComma = index
      skipSpaces()
      guard index > afterComma else { return nil }
      let word = and.dropFirst()
      if word.utf8.count > 2, text[index...].starts(with: word.unicodeScalars) {
        return text.index(index, offsetBy: word.unicodeScalars.count, limitedBy: text.endIndex) ?? index
      }
      return index
    case " ", "\u{A0}", "\t", "\\", "-", "–", "&": break
    default: return nil
    }
    if and.utf8.count > 2, text[start] == " ", Substring(text[start...]).hasPrefix(and) {
      return text.index(start, offsetBy: and.unicodeScalars.count, limitedBy: text.endIndex)
    }
    skipSpaces()
    guard index < text.endIndex else { return nil }
    if text[index] == "&" {
      index = text.index(after: index)
      skipSpaces()
      return index
    }
    while index < text.endIndex, text[index] == "\\" { index = text.index(after: index) }
    let dash = index
    while index < text.endIndex, text[index] == "-" || text[index] == "–" { index = text.index(after: index) }
    guard index > dash else { return nil }
    skipSpaces()
    return index
  }

  private static func normalized(_ joiner: Substring, _ and: String, _ locale: Locale) -> String {
    if joiner.contains("&") {
      let symbol = locale.text("and", form: .symbol)
      return symbol.isEmpty || symbol == "&" ? String(joiner) : String(joiner.replacing("&", with: symbol))
    }
    // Spaces around a hyphen or dash say nothing.
    if joiner.unicodeScalars.contains(where: { $0 == "-" || $0 == "–" }) {
      return joiner.utf8.contains(UInt8(ascii: "\\")) ? "\\-" : "-"
    }
    return String(joiner)
  }

  /// `12a-c` is one value with letters behind it.
  private static func rejoined(_ pieces: [Piece]) -> [Piece] {
    guard pieces.contains(where: { $0.joiner == "-" }) else { return pieces }
    var out: [Piece] = []
    for piece in pieces {
      if let last = out.last, last.joiner == "-", piece.text.utf8.allSatisfy({ $0 == 0x2C || isLetter($0) }),
        !piece.text.isEmpty, NumberShape(labelled: last.text) != nil
      {
        out[out.count - 1] = Piece(text: last.text + "-" + piece.text, joiner: piece.joiner)
      } else {
        out.append(piece)
      }
    }
    return out
  }

  // MARK: Labels inside

  private struct Word {
    var label: String?
    var space: String
    var text: Substring
  }

  /// A piece at the labels in it: `vol. 2 p. 7`.
  private static func embedded(_ text: Substring, _ variable: Variable, isFirst: Bool, _ locale: Locale) -> [Word] {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return [Word(label: nil, space: "", text: trimmed(text))] }
    var out: [Word] = []
    var start = text.startIndex
    var label: String?
    var space = ""
    var index = text.startIndex
    while index < text.endIndex {
      guard let found = labelEnd(text, index) else {
        index = text.utf8.index(after: index)
        continue
      }
      let name = String(trimmed(text[index..<found.end]))
      let before = trimmed(text[start..<index])
      let isKnown = labelTerms[name].map { term in
        !isFirst
          || (!locale.text(term).isEmpty && (variable == .locator || variable == .number || term == variable.rawValue))
      }
      let after = text[found.next...]
      let fits =
        before.isEmpty ? isKnown == true : isNumber(before) && isNumber(firstWord(after)) && labelTerms[name] != nil
      guard fits else {
        index = found.end
        continue
      }
      if !before.isEmpty || label != nil { out.append(Word(label: label, space: space, text: before)) }
      label = name
      space = String(text[found.end..<found.next])
      start = found.next
      index = found.next
    }
    out.append(Word(label: label, space: space, text: trimmed(text[start...])))
    return out
  }

  private static func firstWord(_ text: Substring) -> Substring { text.prefix { $0 != " " } }

  private static func isNumber(_ text: Substring) -> Bool { NumberShape(String(text)) != nil }

  /// Up to six small letters and a full stop, at the start or behind a space.
  private static func labelEnd(
    _ text: Substring, _ start: String.Index
  ) -> (end: String.Index, next: String.Index)? {
    let utf8 = text.utf8
    var index = start
    if start > text.startIndex {
      guard utf8[start] == 0x20 else { return nil }
      index = utf8.index(after: index)
    }
    var letters = 0
    while index < text.endIndex, (0x61...0x7A).contains(utf8[index]), letters < 7 {
      letters += 1
      index = utf8.index(after: index)
    }
    guard (1...7).contains(letters), index < text.endIndex, utf8[index] == UInt8(ascii: ".") else { return nil }
    index = utf8.index(after: index)
    var next = index
    while next < text.endIndex, utf8[next] == 0x20 { next = utf8.index(after: next) }
    return (index, next)
  }

  // MARK: Marking

  /// Labels that the style doesn't print itself are printed where they stand.
  private mutating func markLabels(_ variable: Variable, _ locale: Locale) {
    for index in values.indices {
      guard case .embedded(let text)? = values[index].label else { continue }
      let term = NumberField.labelTerms[text]
      if index == 0 {
        if variable == .locator || variable == .number {
          values[0].showsLabel = term.map { locale.text($0).isEmpty } ?? true
        } else {
          values[0].showsLabel = term != variable.rawValue
        }
      } else if values[index - 1].label != values[index].label {
        values[index].showsLabel = true
      }
    }
  }

  /// Plural, numeric and collapsible, for each run of values with one label.
  private mutating func markNumbers() {
    guard !values.isEmpty else { return }
    let first = values[0].label
    var start = 0
    while start < values.count {
      var end = start + 1
      while end < values.count, values[end].label == values[start].label { end += 1 }
      let master = values[start].core
      // The last value decides, together with the first.
      let last = end < values.count ? values[end - 1].core : values[values.count - 1].core
      let isEscaped = values[start].joiner.hasPrefix("\\")
      let count = end - start - (isEscaped ? 1 : 0)
      let collapses =
        master != nil && last != nil && !isEscaped && master?.letters.isEmpty == true
        && last?.letters.isEmpty == true
      let romans =
        end - start > 1 && NumberField.isRoman(values[end - 1].value)
        && NumberField.isRoman(values[end - 2].value)
      for index in start..<end {
        values[index].isNumeric =
          master != nil && (last != nil || values[end - 1].value.isEmpty == false && end - start == 1)
        values[index].isCollapsible = collapses
        if count > 1, collapses || romans { values[index].isPlural = true }
      }
      start = end
    }
    let labels = values.map(\.label)
    for index in values.indices where !values[index].isNumeric {
      if case .embedded(let text)? = labels[index], index > 0, labels[index - 1] != labels[index] {
        values[index].value = text + values[index].labelSuffix + values[index].particle + values[index].value
        values[index].particle = ""
        values[index].showsLabel = false
      }
      if values[index].label != first { values[index].label = nil }
    }
  }

  static func isRoman(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { "ivxlcmIVXLCM".utf8.contains($0) }
  }

  // MARK: Characters

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isSpace(_ scalar: UnicodeScalar) -> Bool { scalar == " " || scalar == "\u{A0}" || scalar == "\t" }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.unicodeScalars.first, isSpace(first) { text.unicodeScalars.removeFirst() }
    while let last = text.unicodeScalars.last, isSpace(last) { text.unicodeScalars.removeLast() }
    return text
  }

  /// Abbreviations of locators that may stand in a field, and the terms that they mean.
  static let labelTerms: [String: String] = [
    "app.": "appendix", "art.": "article-locator", "bk.": "book", "ch.": "chapter", "col.": "column", "fig.": "figure",
    "fol.": "folio", "l.": "line", "n.": "note", "no.": "issue", "op.": "opus", "p.": "page", "para.": "paragraph",
    "pp.": "page", "pt.": "part", "r.": "rule", "sec.": "section", "supp.": "supplement", "sv.": "sub-verbo",
    "tbl.": "table", "tit.": "title-locator", "vol.": "volume", "vrs.": "verse",
  ]
}

/// The form of one value: digits, with letters and zeros before them and letters behind.
struct NumberShape: Hashable {
  var particle = ""
  var rest = ""
  /// What stands behind the digits.
  var letters = ""

  /// Digits, then letters, hyphens, commas and colons only.
  init?(_ value: String) {
    let bytes = Array(value.utf8)
    let digits = bytes.prefix { CharacterClass.isDigit(UInt32($0)) }.count
    guard digits > 0,
      bytes[digits...].allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D || $0 == 0x2C || $0 == 0x3A })
    else { return nil }
    rest = value
    letters = String(decoding: bytes[digits...], as: UTF8.self)
  }

  /// As `A12b`, or `8n12`; nil for any other text.
  init?(affixed text: Substring) {
    let bytes = Array(text.utf8)
    func isDigit(_ byte: UInt8) -> Bool { CharacterClass.isDigit(UInt32(byte)) }
    var lead = bytes.prefix(while: isDigit).count
    let letters = bytes[lead...].prefix { (0x61...0x7A).contains($0 | 0x20) }.count
    lead += letters
    if letters == 0 || lead == bytes.count || !isDigit(bytes[lead]) {
      lead = 0
    } else {
      // Zeros behind the letters belong to them, but for the last digit.
      while lead + 1 < bytes.count, bytes[lead] == 0x30, isDigit(bytes[lead + 1]) { lead += 1 }
    }
    guard let shape = NumberShape(String(decoding: bytes[lead...], as: UTF8.self)),
      !shape.letters.utf8.contains(0x3A)
    else { return nil }
    self = shape
    particle = String(decoding: bytes[..<lead], as: UTF8.self)
  }
}

extension NumberShape {
  /// Whether a text is a number with letters behind it, perhaps after labels.
  init?(labelled text: Substring) {
    let word = text.split(separator: " ").last ?? text
    guard let shape = NumberShape(String(word)), !shape.letters.isEmpty else { return nil }
    self = shape
  }
}
