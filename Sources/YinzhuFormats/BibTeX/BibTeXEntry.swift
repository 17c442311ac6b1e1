import YinzhuModel
import YinzhuText

/// One record as an entry.
struct BibTeXEntry {
  /// A field as it stands in the file.
  struct Written: Equatable {
    let name: String
    let value: String
    /// Whether the value is a macro, which stands without braces.
    let isMacro: Bool
    /// The variable, foreign key or other source that gave the value.
    let source: String
  }

  private let reference: Reference
  private let key: String
  private let dialect: BibTeXWriter.Dialect
  /// What the entry doesn't hold.
  private(set) var losses: LossReport
  /// The entry type.
  private(set) var type = "misc"
  /// The fields in order.
  private(set) var fields: [Written] = []
  /// The variable (or other source) that filled a field.
  private var filled: [String: String] = [:]

  init(_ reference: Reference, key: String, dialect: BibTeXWriter.Dialect) {
    self.reference = reference
    self.key = key
    self.dialect = dialect
    losses = LossReport(format: dialect == .bibtex ? "BibTeX" : "BibLaTeX", key: key)
  }

  /// The entry as text.
  mutating func write(_ letters: BibTeXWriter.Letters = .unicode) -> String {
    fill()
    var out = "@\(type){\(key),\n"
    for field in fields {
      let value =
        letters == .latex && !BibTeXMapping.isVerbatim(field.name) ? LaTeXLetters.commands(field.value) : field.value
      out += field.isMacro ? "  \(field.name) = \(value),\n" : "  \(field.name) = {\(value)},\n"
    }
    return out + "}\n"
  }

  /// Finds type and fields.
  mutating func fill() {
    type = writeType()
    var written: Set<Variable> = [.citationKey]
    for row in BibTeXMapping.fields {
      guard let field = reference[row.variable], row.holds(for: reference.type), !written.contains(row.variable)
      else { continue }
      written.insert(row.variable)
      write(field, row)
    }
    if hasInventors, let field = reference[.contributor], let list = field.names {
      written.insert(.contributor)
      write(list, .contributor, "author", field.provenance.spans.first)
    }
    writeEditorRoles(&written)
    // Most records have no such field; those that have are reported in the order of the data model.
    let rest = reference.fields.keys.filter { !written.contains($0) }
    for variable in Variable.allCases where rest.contains(variable) {
      guard let field = reference[variable] else { continue }
      // The first page is part of the pages.
      if variable == .pageFirst, let first = field.plainText, reference.text(.page)?.hasPrefix(first) == true {
        continue
      }
      if BibTeXMapping.belongsToCitation(variable) {
        losses.add(variable, field, LossReport.reasonForNoField(variable))
      } else {
        writeByOwnName(variable, field)
      }
    }
    writeForeign()
    losses.addCustom(of: reference)
  }

  // MARK: Type

  private mutating func writeType() -> String {
    guard let row = BibTeXMapping.entryType(of: reference) else { return "misc" }
    var entry = row.entry(dialect)
    if reference.type == .thesis, dialect == .bibtex, Self.isMasters(reference.text(.genre)) {
      entry = "mastersthesis"
    }
    let foreign = reference.foreign.first { $0.key == "entrytype" && $0.format == dialect.rawValue }
    if let name = foreign?.value.string, !name.isEmpty,
      name.utf8.allSatisfy({ $0 > 0x20 && !"{}(),=\"#%@\\'~".utf8.contains($0) })
    {
      let hasAddress = reference[.url] != nil
      // The type as it was, where it is read as the same again.
      switch BibTeXMapping.type(ofEntry: name, subtype: nil, hasAddress: hasAddress, dialect) {
      case reference.type: return name
      case nil where reference.type == .document: return name
      default: break
      }
    }
    let hasAddress = reference[.url] != nil
    if let subtype = row.subtype, dialect == .biblatex || row.bibtex == row.biblatex {
      put("entrysubtype", subtype, by: "type")
    } else if BibTeXMapping.type(ofEntry: entry, subtype: nil, hasAddress: hasAddress, dialect) != reference.type {
      put("entrysubtype", reference.type.rawValue, by: "type")
    }
    return entry
  }

  /// 硕士学位论文, Master's thesis, M.A.
  private static func isMasters(_ genre: String?) -> Bool {
    guard let genre = genre?.lowercased() else { return false }
    return ["硕士", "碩士", "master", "m.a.", "ma thesis", "m.sc"].contains { genre.contains($0) }
  }

  // MARK: Fields

  /// A patent with its owner as author.
  private var hasInventors: Bool {
    reference.type == .patent && reference[.author] != nil && reference[.contributor] != nil
  }

  private mutating func write(_ field: Field, _ row: BibTeXMapping.FieldRow) {
    let name = row.field(dialect)
    let source = row.variable.rawValue
    let span = field.provenance.spans.first
    if let other = filled[name] {
      if other != source { writeByOwnName(row.variable, field) }
      return
    }
    switch field.value {
    case .names(let list):
      if list.names.isEmpty, !list.hasOthers { return }
      let name = source == "author" && hasInventors ? "holder" : name
      write(list, row.variable, name, span)
    case .date(let date):
      let written =
        dialect == .bibtex && row.variable == .issued
        ? BibTeXDates.bibtexIssued(date) : BibTeXDates.iso(date, field: name)
      for part in written.fields { put(part.name, part.value, by: source, isMacro: part.isMacro) }
      for part in written.lost { losses.add(source, part.part, part.reason, span) }
    case .text(let text) where dialect == .biblatex && BibTeXAliases.lists.contains(name):
      put(name, BibTeXValues.source(ofItem: text), by: source)
    case .text(let text): put(name, value(text, row.form), by: source)
    case .number(let text): put(name, value(RichText(plain: text), row.form), by: source)
    }
    if row.form == .language, let tag = field.plainText { writeLanguage(tag, name) }
  }

  /// A variable without a field of its own, or whose field is taken: BibTeX and biber skip fields that they don't know.
  private mutating func writeByOwnName(_ variable: Variable, _ field: Field) {
    let name = BibTeXMapping.ownName(variable)
    let span = field.provenance.spans.first
    switch field.value {
    case .text(let text): put(name, LaTeXText.string(text), by: variable.rawValue)
    case .number(let text): put(name, LaTeXText.string(text), by: variable.rawValue)
    case .names(let list): write(list, variable, name, span)
    case .date(let date):
      let written = BibTeXDates.iso(date, field: name)
      for part in written.fields { put(part.name, part.value, by: variable.rawValue) }
      for part in written.lost { losses.add(variable.rawValue, part.part, part.reason, span) }
    }
  }

  private mutating func write(_ list: NameList, _ variable: Variable, _ name: String, _ span: SourceSpan?) {
    put(name, BibTeXNames.string(list, dialect), by: variable.rawValue)
    if dialect == .biblatex {
      for field in NameAnnotations.fields(list, of: name) { put(field.name, field.value, by: field.name) }
    }
    losses.addNames(list, variable, span, annotated: dialect == .biblatex)
  }

  private func value(_ text: RichText, _ form: BibTeXMapping.Form) -> String {
    switch form {
    case .text, .names, .date: LaTeXText.string(text)
    case .title: BibTeXValues.source(ofTitle: text, language: reference.language)
    case .edition: BibTeXValues.source(ofEdition: text.plain)
    case .verbatim: LaTeXText.verbatim(text.plain)
    case .pages: LaTeXText.string(PageRanges.doubleDashed(text.plain))
    case .language: BibTeXLanguages.name(ofTag: text.plain)?.name ?? ""
    }
  }

  /// A tag that babel's name doesn't give back stands in `language` as well.
  private mutating func writeLanguage(_ tag: String, _ name: String) {
    if BibTeXLanguages.name(ofTag: tag)?.exact == true { return }
    put("language", LaTeXText.string(tag), by: "language")
  }

  private mutating func writeEditorRoles(_ written: inout Set<Variable>) {
    var slots = ["editora", "editorb", "editorc"][...]
    for variable in BibTeXMapping.editorRoles where !written.contains(variable) {
      guard let field = reference[variable], let list = field.names, let slot = slots.first else { continue }
      slots = slots.dropFirst()
      written.insert(variable)
      write(list, variable, slot, field.provenance.spans.first)
      put(slot + "type", variable.rawValue, by: variable.rawValue)
    }
  }

  private mutating func put(_ name: String, _ value: String, by source: String, isMacro: Bool = false) {
    guard !value.isEmpty, filled[name] == nil else { return }
    filled[name] = source
    fields.append(Written(name: name, value: value, isMacro: isMacro, source: source))
  }

  // MARK: What comes back, and what is lost

  private mutating func writeForeign() {
    for field in reference.foreign {
      guard BibTeXWriter.Dialect(rawValue: field.format) != nil else {
        losses.add(field, "it is a key of \(field.format) that the format doesn't have")
        continue
      }
      if field.key == "entrytype" { continue }
      guard let raw = field.value.scalarText, filled[field.key] == nil, Self.isFieldName(field.key) else {
        losses.add(field, "the field is filled from the record")
        continue
      }
      put(field.key, LaTeXText.isBalanced(raw) ? raw : LaTeXText.string(raw), by: field.key)
    }
  }

  private static func isFieldName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"{}(),=\"#%@\\'~".utf8.contains($0) }
  }
}
