import YinzhuModel
import YinzhuText

/// Variables that Zotero's users write as lines `name: value` in `note`, because its form has no field for them.
enum NoteFields {
  /// The reference with those lines taken out of `note` and put where they belong. A field that the record has
  /// already stays; type and dates of the note win, as in Zotero.
  static func applied(to reference: Reference) -> Reference {
    guard let field = reference[.note], let note = field.plainText, note.utf8.contains(UInt8(ascii: ":")) else {
      return reference
    }
    var out = reference
    var rest: [Substring] = []
    var names: [Variable: [Name]] = [:]
    for line in note.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      guard let (key, value) = pair(line) else {
        rest.append(line)
        continue
      }
      if key == "type" {
        if let type = ReferenceType(rawValue: value) { out.type = type }
        continue
      }
      guard let variable = Variable(key: key) ?? Variable(rawValue: key.lowercased()) ?? Variable(key: key.uppercased())
      else {
        rest.append(line)
        continue
      }
      set(variable, value, field.provenance, in: &out, &names)
    }
    for (variable, list) in names where reference[variable] == nil {
      out[variable] = Field(.names(NameList(list)), field.provenance)
    }
    let remaining = rest.joined(separator: "\n")
    out[.note] = remaining.isEmpty ? nil : Field(.text(RichText(markup: remaining)), field.provenance)
    return out
  }

  private static func set(
    _ variable: Variable, _ value: String, _ provenance: Provenance, in out: inout Reference,
    _ names: inout [Variable: [Name]]
  ) {
    switch variable.kind {
    case .date: if let date = date(value) { out[variable] = Field(.date(date), provenance) }
    case .names: names[variable, default: []].append(name(value))
    case .number: if out[variable] == nil { out[variable] = Field(.number(value), provenance) }
    case .text: if out[variable] == nil { out[variable] = Field(.text(RichText(markup: value)), provenance) }
    }
  }

  /// `key: value`, the key of ASCII letters, hyphens and underscores; also `{:key: value}`.
  private static func pair(_ line: Substring) -> (String, String)? {
    var text = line
    if text.hasPrefix("{:"), text.hasSuffix("}") { text = text.dropFirst(2).dropLast() }
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let key = text[..<colon]
    guard !key.isEmpty, key.utf8.count <= 40,
      key.utf8.allSatisfy({
        ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      })
    else { return nil }
    let value = trimmed(text[text.index(after: colon)...])
    return value.isEmpty ? nil : (String(key), value)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// `Family || Given`, or a whole name.
  private static func name(_ text: String) -> Name {
    let parts = text.split(separator: "||", maxSplits: 1).map { trimmed(Substring($0)) }
    guard parts.count == 2 else { return Name(literal: text) }
    return Name(family: parts[0], given: parts[1])
  }

  /// `2001`, `2001-02-03`, `2001-02/2001-04`, `2001/`; anything else is a date in words.
  static func date(_ text: String) -> DateValue? {
    let ends = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(parts)
    guard let start = ends.first ?? nil else { return DateValue(literal: text) }
    guard ends.count > 1 else { return DateValue(start: start) }
    return DateValue(start: start, end: ends[1], isOpenEnded: ends[1] == nil && text.hasSuffix("/"))
  }

  private static func parts(_ text: Substring) -> DateValue.Parts? {
    let negative = text.hasPrefix("-")
    let numbers = (negative ? text.dropFirst() : text).split(separator: "-").map { Int(trimmed($0)) }
    guard (1...3).contains(numbers.count), let year = numbers.first ?? nil, year < 100_000 else { return nil }
    return DateValue.Parts(
      year: negative ? -year : year, month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }
}
