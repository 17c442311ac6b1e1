import YinzhuModel
import YinzhuText

/// Makes a tagged record of a reference by the rows of a mapping, read from left to right.
///
/// What has no row, or whose tag is taken, is simply not in the record: `RecordLosses` finds it by reading back.
struct RecordWriter {
  private let mapping: FormatMapping
  private let reference: Reference
  private var record: TaggedRecord
  /// The variable that filled a tag.
  private var filled: [String: Variable] = [:]

  init(_ reference: Reference, key: String, mapping: FormatMapping) {
    self.mapping = mapping
    self.reference = reference
    record = TaggedRecord(key: key)
  }

  mutating func write() -> TaggedRecord {
    record.type = typeName()
    var written: Set<Variable> = [.citationKey]
    for row in mapping.fields where !row.isReadOnly && row.holds(for: reference.type) {
      guard !written.contains(row.variable), let tag = row.tags.first else { continue }
      if row.variable == .note {
        written.insert(.note)
        put(row, tag, notes())
        continue
      }
      guard let field = reference[row.variable], filled[tag] == nil || row.form.isToldByShape else { continue }
      written.insert(row.variable)
      put(row, tag, field.value)
    }
    for field in reference.foreign where field.format == mapping.format && !Self.isType(field) {
      if let text = field.value.scalarText { record.values.append(TaggedRecord.Value(field.key, .text(text))) }
    }
    return record
  }

  private static func isType(_ field: Reference.ForeignField) -> Bool {
    field.key == FormatMapping.typeKey || field.key == FormatMapping.typeNameKey
  }

  /// The name that the record was read with, where it still means its type.
  private func typeName() -> String {
    let own = reference.foreign.first { $0.format == mapping.format && Self.isType($0) }?.value.string
    if let own, (mapping.type(named: own) ?? ReferenceType(rawValue: own) ?? .document) == reference.type { return own }
    return mapping.name(of: reference.type) ?? mapping.fallbackType
  }

  /// The note, with the lines for nationality and dynasty that Chinese Zotero styles read there, as in CSL-JSON.
  private func notes() -> Field.Value? {
    var lines: [String] = []
    if case .text(let text)? = reference[.note]?.value { lines.append(mapping.hasMarkup ? text.markup : text.plain) }
    for line in NameNotes.lines(of: reference) where !lines.contains(where: { $0.contains(line) }) {
      lines.append(line)
    }
    return lines.isEmpty ? nil : .text(RichText(markupIf: mapping.hasMarkup, lines.joined(separator: "\n")))
  }

  private mutating func put(_ row: FormatMapping.FieldRow, _ tag: String, _ value: Field.Value?) {
    guard let value else { return }
    switch value {
    case .names(let list):
      let names = list.names
      if row.form == .joinedNames {
        let texts = names.map(PersonNames.string) + (list.hasOthers ? ["et al."] : [])
        add(row, tag, .text(texts.joined(separator: "; ")))
      } else {
        for name in names { add(row, tag, .name(name)) }
      }
    case .date(let date): put(row, tag, date)
    case .number(let text): put(row, tag, text: RichText(plain: text))
    case .text(let text): put(row, tag, text: text)
    }
  }

  private mutating func put(_ row: FormatMapping.FieldRow, _ tag: String, text: RichText) {
    let shown = mapping.hasMarkup ? text.markup : text.plain
    switch row.form {
    case .lines:
      for line in shown.split(whereSeparator: \.isNewline) { add(row, tag, .text(String(line))) }
    case .words:
      for word in text.plain.split(whereSeparator: { ",;，；".contains($0) }) {
        add(row, tag, .text(DateText.trimmed(String(word))))
      }
    case .pageRange(let last):
      let pieces = PageRanges.doubleDashed(text.plain).split(separator: "--", omittingEmptySubsequences: false)
      guard pieces.count == 2, !text.plain.contains(",") else { return add(row, tag, .text(text.plain)) }
      add(row, tag, .text(String(pieces[0])))
      add(row, last, .text(String(pieces[1])))
    case .marked(let mark): add(row, tag, .text(text.plain + mark))
    case .text where mapping.hasMarkup: add(row, tag, .rich(text))
    case .text, .joinedWords, .names, .joinedNames, .date, .pages, .pageCount, .language, .doi, .isbn, .issn:
      add(row, tag, .text(text.plain))
    }
  }

  private mutating func put(_ row: FormatMapping.FieldRow, _ tag: String, _ date: DateValue) {
    guard case .date(let year, let form) = row.form else { return add(row, tag, .date(date)) }
    let start = date.start ?? date.end
    let isPlainYear =
      start?.month == nil && date.season == nil && date.end == nil && date.literal == nil && date.raw == nil
      && !date.circa && !date.isOpenEnded
    let isYearUsable = start.map { $0.year > 0 } ?? false
    if let year, let start, isYearUsable || form == .slashed { add(row, year, .text(String(start.year))) }
    if year != nil, isPlainYear, isYearUsable || form == .slashed { return }
    switch form {
    case .edtf: add(row, tag, .text(EDTF.string(date) ?? date.literal ?? date.raw ?? ""))
    case .slashed: add(row, tag, .text(DateText.slashed(date)))
    case .plain: add(row, tag, .date(date))
    }
  }

  private mutating func add(_ row: FormatMapping.FieldRow, _ tag: String, _ content: TaggedRecord.Content) {
    let value = TaggedRecord.Value(tag, content)
    if value.isBlank { return }
    filled[tag] = row.variable
    record.values.append(value)
  }
}

/// Nationality and dynasty of names as lines of a note: `nationality: 美`.
enum NameNotes {
  /// The lines, one a kind.
  static func lines(of reference: Reference) -> [String] {
    var lines: [String] = []
    for (key, path) in [("nationality", \Name.nationality), ("dynasty", \Name.dynasty)] {
      var values: [String] = []
      for variable in Variable.allCases where variable.kind == .names {
        for name in reference.names(variable) {
          if let value = name[keyPath: path], !value.isEmpty, !values.contains(value) { values.append(value) }
        }
      }
      if !values.isEmpty { lines.append("\(key): " + values.joined(separator: "; ")) }
    }
    return lines
  }
}
