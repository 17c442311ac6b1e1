import YinzhuModel
import YinzhuText

/// One entry as a record.
struct BibTeXEntryReader {
  private typealias Value = BibTeXFieldValues.Value

  private let ordinal: Int
  private let database: BibTeXDatabase
  private let entry: BibTeXSyntax.Entry
  private let source: SourceText
  private let dialect: BibTeXWriter.Dialect
  private let typeName: String
  private(set) var reference: Reference
  private(set) var diagnostics: [Diagnostic] = []
  private var values = BibTeXFieldValues()
  private var hasAnnotations = false
  private var hasRoles = false

  init(_ ordinal: Int, of database: BibTeXDatabase) {
    self.ordinal = ordinal
    self.database = database
    entry = database.entries[ordinal]
    source = database.source
    dialect = database.dialect
    typeName = source.lowercased(entry.type)
    let key = source[entry.key]
    reference = Reference(id: ReferenceID(rawValue: key.isEmpty ? "item-\(ordinal + 1)" : key), type: .document)
    reference.fields.reserveCapacity(entry.fields.count + 2)
    reference.span = entry.span
    if !key.isEmpty {
      reference.fields[.citationKey] = Field(.text(RichText(plain: key)), provenance("citation-key", entry.key))
    }
  }

  mutating func read() {
    for field in entry.fields {
      let name = source.lowercased(field.name)
      let value =
        source.verbatim(field.value)
        ?? database.macros(at: ordinal).text(field.value, source, &diagnostics)
      guard values[name] == nil else {
        report(FormatRules.duplicate, "The field “\(name)” stands twice; the first value counts.", field.span)
        continue
      }
      values[name] = (value, field.span)
      if name.utf8.last == UInt8(ascii: "e"), name.hasSuffix("type") { hasRoles = true }
      if name.utf8.contains(UInt8(ascii: "+")) { hasAnnotations = true }
    }
    inherit()
    readType()
    readDate()
    readLanguage()
    joinSubtitles()
    readHolder()
    readPlacesOfTwoKinds()
    readHowPublished()
    readPubMed()
    if hasRoles { readEditorRoles() }
    let rows = Self.rows[reference.type] ?? [:]
    // Annotations are read with their names, which may stand behind them.
    for annotations in hasAnnotations ? [false, true] : [false] {
      for index in 0..<values.count {
        guard let (name, value) = values.item(index),
          !hasAnnotations || name.utf8.contains(UInt8(ascii: "+")) == annotations
        else { continue }
        read(name, value, rows)
      }
    }
    keepType()
  }

  private mutating func inherit() {
    if values["crossref"] != nil || values["xdata"] != nil {
      var inheritance = BibTeXInheritance(database)
      for field in inheritance.fields(of: ordinal, own: values) { values[field.name] = (field.value, field.span) }
      diagnostics += inheritance.diagnostics
      hasRoles = true
      hasAnnotations = true
    }
    guard database.hasSingleValues else { return }
    var inheritance = BibTeXInheritance(database)
    for index in 0..<values.count {
      guard let (name, value) = values.item(index),
        let text = inheritance.resolved(value.source, at: value.span, of: ordinal)
      else { continue }
      values[name] = (text, value.span)
    }
    diagnostics += inheritance.diagnostics
  }

  // MARK: Type

  private mutating func readType() {
    let name = typeName
    let subtype = values["entrysubtype"]?.source.lowercased()
    let hasAddress = values["url"] != nil
    if let type = BibTeXMapping.type(ofEntry: name, subtype: subtype, hasAddress: hasAddress, dialect) {
      reference.type = type
      if let subtype, Self.isTold(subtype, by: type) { values["entrysubtype"] = nil }
    } else {
      // Containers of fields and of entries aren't works, and BibLaTeX leaves these names to styles.
      if !BibTeXAliases.typesWithoutMeaning.contains(name) {
        report(FormatRules.unknownType, "@\(name) is unknown; the record is treated as “document”.", entry.type)
      }
    }
    if values["type"] == nil, name == "mastersthesis" || name == "phdthesis" {
      let genre = name == "phdthesis" ? "PhD thesis" : "Master’s thesis"
      reference[.genre] = Field(.text(RichText(plain: genre)), provenance("entrytype", entry.type))
    }
  }

  /// A type that the writer would not choose by itself comes back when the format is written.
  private mutating func keepType() {
    let name = typeName
    if BibTeXMapping.isPlain(name, for: reference, dialect) || BibTeXAliases.synonyms.contains(name) { return }
    reference.foreign.append(
      .init(format: dialect.rawValue, key: "entrytype", value: .string(name), span: entry.type))
  }

  /// Whether the type says what the subtype said; other subtypes are kept as they are.
  private static func isTold(_ subtype: String, by type: ReferenceType) -> Bool {
    subtype == type.rawValue || BibTeXAliases.subtypes[subtype] == type
      || BibTeXMapping.entryTypes.contains { $0.type == type && $0.subtype == subtype }
  }

  // MARK: Dates and language

  private mutating func readDate() {
    if let value = values["date"], values["year"] == nil || BibTeXDateReader.isDate(value.source) {
      values["date"] = nil
      set(.issued, Field(.date(date(value, "date")), provenance("date", value.span)))
      return
    }
    guard let value = values.removeValue(forKey: "year") else { return }
    // `date = {Mar 3}` beside a year, as PubMed's journals have it.
    if values["month"] == nil, let text = values["date"], BibTeXDateReader.monthAndDay(text.source) != nil {
      values["month"] = text
      values["date"] = nil
    }
    let text = LaTeXReader.text(value.source).plain
    var date = BibTeXDateReader.years(text)
    if let start = date.start, date.end == nil,
      let (month, day) = values["month"].flatMap({ BibTeXDateReader.monthAndDay($0.source) })
    {
      values["month"] = nil
      date.start = DateValue.Parts(year: start.year, month: month, day: day)
      if day == nil, let day = values["day"].flatMap({ Int($0.source) }), (1...31).contains(day) {
        values["day"] = nil
        date.start?.day = day
      }
    }
    set(.issued, Field(.date(date), provenance("year", value.span)))
  }

  private mutating func date(_ value: Value, _ name: String) -> DateValue {
    // In a date, ~ means “about”, not a space.
    let bare = BibTeXDateReader.bare(value.source)
    if let date = EDTF.date(bare) {
      if EDTF.hasTime(bare) {
        report(FormatRules.unreadValue, "Of “\(bare)” in “\(name)” the date is kept, not the time of day.", value.span)
      }
      return date
    }
    let text = LaTeXReader.text(value.source).plain
    if let date = BibTeXDateReader.parts(text) { return date }
    report(FormatRules.unreadValue, "“\(text)” in “\(name)” is no date; the words are kept.", value.span)
    return DateValue(literal: text)
  }

  /// `language` holds the tag that `langid` doesn't give back, or a name of its own.
  private mutating func readLanguage() {
    guard let value = values["langid"] ?? values["language"] else { return }
    let own = values["language"].map { LaTeXReader.text($0.source).plain }
    let name = LaTeXReader.text(value.source).plain
    let tag =
      own.map { BibTeXLanguages.tag(ofName: $0) ?? $0 } ?? BibTeXLanguages.tag(ofName: name) ?? name
    values["langid"] = nil
    values["language"] = nil
    if tag.isEmpty { return }
    set(.language, Field(.text(RichText(plain: tag)), provenance("langid", value.span)))
  }

  // MARK: Fields

  /// Subtitles belong to their titles.
  private mutating func joinSubtitles() {
    for (name, sub) in [
      ("title", "subtitle"), ("booktitle", "booksubtitle"), ("journaltitle", "journalsubtitle"),
    ] {
      guard let title = values[name], let subtitle = values[sub], !subtitle.source.isEmpty else { continue }
      values[name] = (BibTeXValues.joined(title.source, subtitle.source), title.span)
      values[sub] = nil
    }
  }

  /// A patent is cited under its owner (GB/T 7714—2015 4.5); the inventors are kept beside.
  private mutating func readHolder() {
    guard reference.type == .patent, let holder = values.removeValue(forKey: "holder") else { return }
    if let inventors = values.removeValue(forKey: "author") { setNames(.contributor, inventors, "author") }
    setNames(.author, holder, "holder")
  }

  /// With an `address` beside it, the `location` is where the conference was (ACM's files).
  private mutating func readPlacesOfTwoKinds() {
    guard values["address"] != nil, values["venue"] == nil, let place = values.removeValue(forKey: "location") else {
      return
    }
    set(.eventPlace, Field(.text(LaTeXReader.text(place.source)), provenance("location", place.span)))
  }

  /// `howpublished = {\url{…}}` is an address.
  private mutating func readHowPublished() {
    guard values["url"] == nil, let value = values["howpublished"] else { return }
    let text = verbatim(value.source)
    guard text.hasPrefix("http://") || text.hasPrefix("https://"), !text.contains(" ") else { return }
    values["howpublished"] = nil
    set(.url, Field(.text(RichText(plain: text)), provenance("howpublished", value.span)))
  }

  /// `eprinttype = {pubmed}` (BibLaTeX manual, section 3.13.7).
  private mutating func readPubMed() {
    guard values["pmid"] == nil, reference.type != .article, let number = values["eprint"],
      let kind = values["eprinttype"] ?? values["archiveprefix"], kind.source.lowercased() == "pubmed"
    else { return }
    for name in ["eprint", "eprinttype", "archiveprefix"] { values[name] = nil }
    set(.pmid, Field(.text(RichText(plain: verbatim(number.source))), provenance("eprint", number.span)))
  }

  private mutating func readEditorRoles() {
    for slot in ["editora", "editorb", "editorc", "editor"] {
      guard let role = values[slot + "type"]?.source.lowercased(), let value = values[slot],
        let variable = BibTeXMapping.editorRoles.first(where: { $0.rawValue == role }), reference[variable] == nil
      else { continue }
      values[slot + "type"] = nil
      values[slot] = nil
      setNames(variable, value, slot)
    }
  }

  private mutating func read(_ name: String, _ value: Value, _ rows: [String: [Target]]) {
    // Nothing stands there.
    if value.source.utf8.allSatisfy({ $0 <= 0x20 }) { return }
    guard let row = row(name, rows) ?? ownRow(name) else {
      reference.foreign.append(
        .init(format: dialect.rawValue, key: name, value: .string(value.source), span: value.span))
      return
    }
    let content: Field.Value
    switch row.form {
    case .names: content = .names(names(value, name))
    case .date: content = .date(date(value, name))
    case .verbatim: content = .text(RichText(plain: verbatim(value.source)))
    case .pages:
      content = .number(PageRanges.singleDashed(LaTeXReader.text(value.source).plain))
    case .language: content = .text(RichText(plain: value.source))
    case .title: content = .text(BibTeXValues.title(value.source, language: reference.language))
    case .edition: content = .number(BibTeXValues.edition(value.source))
    case .text where row.variable == .genre && reference.type == .thesis:
      content = .text(thesisKind(LaTeXReader.text(value.source)))
    case .text where dialect == .biblatex && BibTeXAliases.lists.contains(name):
      content = .text(BibTeXValues.list(value.source))
    case .text:
      let keepsLines = row.variable == .note || row.variable == .abstract || row.variable == .annote
      let text = LaTeXReader.text(value.source, keepsLines: keepsLines)
      content = row.variable.kind == .number ? .number(text.plain) : .text(text)
    }
    set(row.variable, Field(content, provenance(name, value.span)))
  }

  /// The row that the writer would use for this type and that is still free.
  private func row(_ name: String, _ rows: [String: [Target]]) -> Target? {
    func free(_ name: String) -> Target? {
      rows[name]?.first { reference.fields[$0.variable] == nil }
    }
    if let row = free(name) { return row }
    if let alias = BibTeXAliases.fields[name], let row = free(alias) { return row }
    return isPublisher(name) ? free("publisher") : nil
  }

  /// A field by which the writer keeps a variable that the formats have no field for.
  private func ownRow(_ name: String) -> Target? {
    guard let variable = BibTeXMapping.variable(ofOwnName: name), reference.fields[variable] == nil else { return nil }
    switch variable.kind {
    case .text, .number: return Target(variable: variable, form: .text)
    case .names: return Target(variable: variable, form: .names)
    case .date: return Target(variable: variable, form: .date)
    }
  }

  /// An institution or organization is the publisher where no publisher is named.
  private func isPublisher(_ name: String) -> Bool {
    BibTeXAliases.publishers.contains(name) && reference[.publisher] == nil && values["publisher"] == nil
  }

  /// For each type, the rows that hold, by the names of their fields in both dialects.
  private static let rows: [ReferenceType: [String: [Target]]] = {
    var out: [ReferenceType: [String: [Target]]] = [:]
    for type in ReferenceType.allCases {
      var byName: [String: [Target]] = [:]
      var seen: Set<Variable> = []
      for row in BibTeXMapping.fields where row.holds(for: type) && seen.insert(row.variable).inserted {
        let target = Target(variable: row.variable, form: row.form)
        byName[row.biblatex, default: []].append(target)
        if row.bibtex != row.biblatex { byName[row.bibtex, default: []].append(target) }
      }
      out[type] = byName
    }
    return out
  }()

  /// What of a row the reader needs; without strings, since it is copied for each field.
  private struct Target {
    let variable: Variable
    let form: BibTeXMapping.Form
  }

  /// `\url{…}` and escapes that cautious programs write even here.
  private func verbatim(_ text: String) -> String {
    var body = text[...]
    while let first = body.utf8.first, first <= 0x20 { body = body.dropFirst() }
    while let last = body.utf8.last, last <= 0x20 { body = body.dropLast() }
    guard body.utf8.contains(UInt8(ascii: "\\")) else { return String(body) }
    if body.hasPrefix("\\url{"), body.hasSuffix("}") { body = body.dropFirst(5).dropLast() }
    var out = ""
    var previous: Character?
    for character in body {
      if previous == "\\" {
        if !"_%&#$~{}".contains(character) { out.append("\\") }
        out.append(character)
        previous = nil
        continue
      }
      if character != "\\" { out.append(character) }
      previous = character
    }
    return previous == "\\" ? out + "\\" : out
  }

  /// BibLaTeX's keys for kinds of theses (manual, section 4.9.2.13).
  private func thesisKind(_ text: RichText) -> RichText {
    let isChinese = reference.language?.hasPrefix("zh") == true
    switch text.plain {
    case "phdthesis": return RichText(plain: isChinese ? "博士学位论文" : "PhD thesis")
    case "mathesis": return RichText(plain: isChinese ? "硕士学位论文" : "Master’s thesis")
    case "bathesis": return RichText(plain: isChinese ? "学士学位论文" : "Bachelor’s thesis")
    default: return text
    }
  }

  private mutating func setNames(_ variable: Variable, _ value: Value, _ key: String) {
    set(variable, Field(.names(names(value, key)), provenance(key, value.span)))
  }

  /// The names of a field, with what its annotations say of them.
  private mutating func names(_ value: Value, _ key: String) -> NameList {
    var list = BibTeXNameReader.list(value.source, spans: [value.span])
    guard hasAnnotations else { return list }
    for kind in NameAnnotations.kinds {
      let name = "\(key)+an:\(kind.name)"
      guard let annotation = values[name], NameAnnotations.take(annotation.source, kind.path, into: &list) else {
        continue
      }
      values[name] = nil
    }
    return list
  }

  private mutating func set(_ variable: Variable, _ field: Field) { reference.fields[variable] = field }

  private func provenance(_ key: String, _ span: SourceSpan) -> Provenance {
    .imported(format: dialect.rawValue, key: key, span)
  }

  private mutating func report(_ rule: DiagnosticRule, _ message: String, _ span: SourceSpan) {
    diagnostics.append(Diagnostic(rule, message, span: span))
  }
}
