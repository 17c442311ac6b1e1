import YinzhuModel
import YinzhuText

/// Variables that Zotero's users write as lines `name: value` in `note`, because its form has no field for them.
enum NoteFields {
  /// The reference with those lines taken out of `note` and put where they belong. A field that the record has
  /// already stays; type and dates of the note win, as in Zotero. Reading ends at the first line of another form,
  /// except that the first line of a note may be anything.
  static func applied(to reference: Reference) -> Reference {
    guard let field = reference[.note], let note = field.plainText, note.utf8.contains(UInt8(ascii: ":")) else {
      return reference
    }
    var out = reference
    var rest: [Substring] = []
    var names: [Variable: [Name]] = [:]
    let lines = lines(of: note)
    for (index, line) in lines.enumerated() {
      if line.allSatisfy(\.isWhitespace) { continue }
      guard let (key, value) = pair(line) else {
        guard index > 0 else {
          rest.append(line)
          continue
        }
        rest.append(contentsOf: lines[index...])
        break
      }
      if !set(key, value, field.provenance, in: &out, &names) { rest.append(line) }
    }
    for (variable, list) in names where reference[variable] == nil {
      out[variable] = Field(.names(NameList(list)), field.provenance)
    }
    let remaining = trimmed(Substring(rest.joined(separator: "\n")))
    out[.note] = remaining.isEmpty ? nil : Field(.text(RichText(markup: remaining)), field.provenance)
    return out
  }

  /// The lines; `{:key: value}` inside a line counts as a line of its own where nothing but such fields stands before.
  private static func lines(of note: String) -> [Substring] {
    var out: [Substring] = []
    for line in note.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      guard line.contains("{:") else {
        out.append(line)
        continue
      }
      var rest = line
      while let open = rest.firstRange(of: "{:"), let close = rest[open.upperBound...].firstIndex(of: "}") {
        let before = rest[..<open.lowerBound]
        if !before.allSatisfy(\.isWhitespace), !out.isEmpty, pair(before) == nil { break }
        if !before.isEmpty { out.append(before) }
        out.append(rest[open.upperBound..<close])
        rest = rest[rest.index(after: close)...]
      }
      if !rest.isEmpty { out.append(rest) }
    }
    return out
  }

  /// Puts a value in its place; false for a field that the record has already.
  private static func set(
    _ key: String, _ value: String, _ provenance: Provenance, in out: inout Reference,
    _ names: inout [Variable: [Name]]
  ) -> Bool {
    if key == "type" {
      if let type = ReferenceType(rawValue: value) { out.type = type }
      return true
    }
    guard let variable = Variable(key: key) else {
      guard !out.foreign.contains(where: { $0.key == key && $0.format == "csl-json" }) else { return false }
      out.foreign.append(.init(format: "csl-json", key: key, value: .string(value)))
      return true
    }
    switch variable.kind {
    case .date:
      out[variable] = Field(.date(RawDate.read(value)), provenance)
      return true
    case .names:
      guard out[variable] == nil else { return false }
      names[variable, default: []].append(name(value))
    case .number:
      guard out[variable] == nil else { return false }
      out[variable] = Field(.number(value), provenance)
    case .text:
      guard out[variable] == nil else { return false }
      out[variable] = Field(.text(RichText(markup: value)), provenance)
    }
    return true
  }

  /// `key: value`; the key is all in small letters (with hyphens and underscores) or all in capitals.
  private static func pair(_ line: Substring) -> (String, String)? {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
    let key = line[..<colon].utf8
    let isSmall = key.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    guard isSmall || key.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    let value = trimmed(line[line.utf8.index(after: colon)...])
    guard !value.isEmpty, !value.utf8.contains(UInt8(ascii: "}")) else { return nil }
    return (String(line[..<colon]), value)
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
}
