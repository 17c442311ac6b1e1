import YinzhuModel
import YinzhuText

/// Makes a reference of a tagged record by the rows of a mapping, read from right to left.
///
/// A value without a row, or whose variable is taken by another value, is kept in `foreign` under its tag.
struct RecordReader {
  private let mapping: FormatMapping
  private let record: TaggedRecord
  private(set) var reference: Reference
  private(set) var diagnostics: [Diagnostic] = []
  private var rest: [TaggedRecord.Value]

  /// - Parameter ordinal: of the record in its file, from 1; it names a record without a key.
  init(_ record: TaggedRecord, mapping: FormatMapping, ordinal: Int) {
    self.mapping = mapping
    self.record = record
    rest = record.values
    reference = Reference(id: ReferenceID(rawValue: "item-\(ordinal)"), type: .document)
  }

  mutating func read() {
    reference.span = record.span
    readType()
    if let key = record.key, !key.isEmpty {
      reference.id = ReferenceID(rawValue: key)
      reference[.citationKey] = Field(.text(RichText(plain: key)), provenance("key", record.span))
    }
    let rows = mapping.rows(of: reference.type)
    var isTouched = [Bool](repeating: false, count: rows.rows.count)
    for value in rest {
      for index in rows.byTag[value.tag] ?? [] { isTouched[index] = true }
    }
    for index in rows.rows.indices where isTouched[index] && reference[rows.rows[index].variable] == nil {
      fill(rows.rows[index])
    }
    deriveLanguage()
    for value in rest where !mapping.ignored.contains(value.tag) && !isRepeated(value) { keep(value) }
  }

  // MARK: Types

  private mutating func readType() {
    guard let name = record.type else { return }
    if let type = mapping.type(named: name) {
      reference.type = type
      if mapping.name(of: type) != name { keepType(name, key: FormatMapping.typeNameKey) }
      return
    }
    reference.type = ReferenceType(rawValue: name) ?? .document
    keepType(name, key: FormatMapping.typeKey)
    diagnostics.append(
      Diagnostic(
        FormatRules.unknownType,
        "“\(name)” is no type of \(mapping.title); the record is read as “\(reference.type.rawValue)”.",
        span: record.span))
  }

  /// A name that the writer would not choose is kept, so that it comes back.
  private mutating func keepType(_ name: String, key: String) {
    reference.foreign.append(
      Reference.ForeignField(
        format: mapping.format, key: key, value: .string(name), span: record.span))
  }

  // MARK: Fields

  private mutating func fill(_ row: FormatMapping.FieldRow) {
    let taken: [Int]
    switch row.form {
    case .names, .joinedNames, .words, .joinedWords, .lines:
      taken = rest.indices.filter { row.tags.contains(rest[$0].tag) }
    case .date(_, _): return fillDate(row)
    case .pageRange(let last): return fillPages(row, last)
    case .isbn, .issn, .marked, .pageCount:
      taken = rest.indices.filter { row.tags.contains(rest[$0].tag) && Self.fits(rest[$0].text, row.form) }
    case .text, .pages, .language, .doi:
      taken = first(of: row).map { [$0] } ?? []
    }
    let values = taken.map { rest[$0] }.filter { !$0.isBlank }
    guard let first = values.first, let content = content(values, row) else { return }
    set(row.variable, content, first)
    for index in taken.reversed() { rest.remove(at: index) }
  }

  /// The first value of the first tag that the record has.
  private func first(of row: FormatMapping.FieldRow) -> Int? {
    for tag in row.tags {
      if let index = rest.firstIndex(where: { $0.tag == tag && !$0.isBlank && !repeatsTitle($0, row) }) { return index }
    }
    return nil
  }

  /// The title of the journal again, under the tag of its abbreviation or another one.
  private func repeatsTitle(_ value: TaggedRecord.Value, _ row: FormatMapping.FieldRow) -> Bool {
    guard row.variable == .containerTitleShort || (row.variable == .containerTitle && value.tag != row.tags.first)
    else {
      return false
    }
    return value.text == reference.text(.containerTitle) || value.text == reference.text(.collectionTitle)
  }

  private func content(_ values: [TaggedRecord.Value], _ row: FormatMapping.FieldRow) -> Field.Value? {
    guard let first = values.first else { return nil }
    switch row.form {
    case .names: return names(values, splits: false)
    case .joinedNames: return names(values, splits: true)
    case .words, .joinedWords:
      let words = values.flatMap {
        $0.text.split(whereSeparator: { ";；\n".contains($0) }).map { DateText.trimmed(String($0)) }
      }
      return .text(RichText(plain: words.filter { !$0.isEmpty }.joined(separator: "; ")))
    case .lines:
      return .text(RichText(markupIf: mapping.hasMarkup, values.map(\.text).joined(separator: "\n")))
    case .pageCount: return .number(first.text)
    case .pages: return .number(PageText.read(first.text))
    case .language: return .text(RichText(plain: LanguageNames.tag(first.text)))
    case .doi: return .text(RichText(plain: Identifiers.doi(first.text)))
    case .isbn: return .text(RichText(plain: values.map { Identifiers.isbn($0.text) }.joined(separator: ", ")))
    case .issn:
      return .text(RichText(plain: Self.unlike(values.flatMap { Identifiers.issns($0.text) }).joined(separator: ", ")))
    case .marked("[doi]"): return .text(RichText(plain: Identifiers.doi(first.text.replacing("[doi]", with: ""))))
    case .marked(let mark): return .text(RichText(plain: DateText.trimmed(String(first.text.dropLast(mark.count)))))
    case .text:
      if row.variable.kind == .number { return .number(first.text) }
      if case .rich(let text) = first.content { return .text(text) }
      return .text(RichText(markupIf: mapping.hasMarkup, first.text))
    case .date(_, _), .pageRange(_): return nil
    }
  }

  private func names(_ values: [TaggedRecord.Value], splits: Bool) -> Field.Value {
    var list = NameList([])
    for value in values {
      if case .name(let name) = value.content {
        list.names.append(name)
        continue
      }
      for text in NameTexts.split(value.text, atSemicolons: splits) {
        if PersonNames.meansOthers(text) {
          list.hasOthers = true
        } else {
          list.names.append(PersonNames.name(text, spans: [value.span]))
        }
      }
    }
    return .names(list)
  }

  /// The date that says most; the others are dropped where they say no more than it.
  private mutating func fillDate(_ row: FormatMapping.FieldRow) {
    var tags = row.tags
    if case .date(let year?, _) = row.form, !tags.contains(year) { tags.append(year) }
    let indices = tags.flatMap { tag in rest.indices.filter { rest[$0].tag == tag && !rest[$0].isBlank } }
    func date(_ value: TaggedRecord.Value, _ year: Int?) -> DateValue? {
      if case .date(let date) = value.content { return date }
      return SlashedDate.date(value.text, year: year) ?? DateText.date(value.text, year: year)
    }
    let year = indices.map { date(rest[$0], nil)?.start?.year }.compactMap { $0 }.first
    var best: (index: Int, date: DateValue)?
    for index in indices {
      let read = date(rest[index], year) ?? DateValue(literal: DateText.trimmed(rest[index].text))
      if best.map({ DateText.precision(read) > DateText.precision($0.date) }) ?? true { best = (index, read) }
    }
    guard var best else { return }
    // A year and words beside it, `2018` and `Lent term`: nothing else says both.
    if best.date.start == nil, let year { best.date.start = DateValue.Parts(year: year) }
    set(row.variable, .date(best.date), rest[best.index])
    let chosen = best.date
    for index in indices.sorted(by: >)
    where index == best.index || date(rest[index], year).map({ DateText.isWithin($0, chosen) }) ?? false {
      rest.remove(at: index)
    }
  }

  private mutating func fillPages(_ row: FormatMapping.FieldRow, _ last: String) {
    guard let index = first(of: row) else { return }
    var text = rest[index].text
    let value = rest.remove(at: index)
    if let end = rest.firstIndex(where: { $0.tag == last }) {
      let to = rest.remove(at: end).text
      if !to.isEmpty, to != text, !text.hasSuffix("-" + to), !text.hasSuffix("–" + to) { text += "-" + to }
    }
    set(row.variable, .number(PageText.read(text)), value)
  }

  /// Each text once.
  private static func unlike(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  private static func fits(_ text: String, _ form: FieldForm) -> Bool {
    switch form {
    case .pageCount: return !PageText.read(text).contains("-")
    case .isbn: return Identifiers.isISBN(text)
    case .issn: return !Identifiers.issns(text).isEmpty
    case .marked("[doi]"): return text.hasSuffix("[doi]") || Identifiers.doi(text) != DateText.trimmed(text)
    case .marked(let mark): return text.hasSuffix(mark)
    default: return true
    }
  }

  /// A title in Han script in a database that has Chinese works: records there have no language.
  private mutating func deriveLanguage() {
    guard reference[.language] == nil, let source = reference.text(.source),
      ["CNKI", "万方", "维普", "知网", "Wanfang"].contains(where: { source.contains($0) }),
      reference.text(.title)?.unicodeScalars.contains(where: { CharacterClass.isHan($0.value) }) == true
    else { return }
    let isTraditional = [Variable.title, .genre, .publisher, .abstract].contains { variable in
      reference.text(variable)?.contains { Self.traditional.contains($0) } ?? false
    }
    reference[.language] = Field(
      .text(RichText(plain: isTraditional ? "zh-TW" : "zh-CN")), .derived(RuleID(rawValue: "language-of-title")))
  }

  /// Characters that no simplified text has.
  private static let traditional: Set<Character> = Set(
    "學國與論體經業發歷書臺灣歸華對關義較這個為會來時們說實現問題點開門間東車馬長樂專應區號單嚴術權總處團圖當廣產機")

  // MARK: What is kept

  /// Many programs write one value under several tags.
  private func isRepeated(_ value: TaggedRecord.Value) -> Bool {
    if value.isBlank { return true }
    let rows = mapping.rows(of: reference.type)
    return (rows.byTag[value.tag] ?? []).contains { index in
      let variable = rows.rows[index].variable
      guard let text = reference.text(variable) else { return false }
      return text == value.text || (variable == .doi && text == Identifiers.doi(value.text))
    }
  }

  private mutating func keep(_ value: TaggedRecord.Value) {
    reference.foreign.append(
      Reference.ForeignField(format: mapping.format, key: value.tag, value: .string(value.text), span: value.span))
  }

  private mutating func set(_ variable: Variable, _ content: Field.Value, _ value: TaggedRecord.Value) {
    reference[variable] = Field(content, provenance(value.tag, value.span))
  }

  private func provenance(_ key: String, _ span: SourceSpan) -> Provenance {
    .imported(format: mapping.format, key: key, span)
  }
}

extension FormatMapping {
  /// The foreign key of the name of a type that the format doesn't have.
  static let typeKey = "type"
  /// The foreign key of another name than the writer's for a type that has one: no loss where it is left out.
  static let typeNameKey = "type name"
}

extension TaggedRecord.Value {
  var isBlank: Bool {
    switch content {
    case .text(let text): text.utf8.allSatisfy { $0 <= 0x20 }
    case .rich(let text): text.isEmpty
    case .name, .date: false
    }
  }
}

extension RichText {
  /// Text that is markup in some formats and plain in others.
  init(markupIf isMarkup: Bool, _ text: String) {
    if isMarkup { self.init(markup: text) } else { self.init(plain: text) }
  }
}
