import YinzhuFormats
import YinzhuModel

/// The page docs/formats.md: for each format its types and fields, and what it loses. It is made from the mapping tables.
public enum FormatsPage {
  /// The page, in Markdown.
  public static func markdown() -> String {
    var out = """
      # Formats

      This page is made from the tables by which records are read and written (`make docs`). What a format can't hold is
      said before it is written (rule [F020](checks/F020.md)): what was written is read again and compared, so no value is
      lost in silence, whatever the tables say. Keys of imported records that no row knows are kept; they come back when the
      same format is written, also by way of CSL-JSON, where they stand in `custom`.

      | format | reads | writes | what it is | source of the rules |
      |---|---|---|---|---|

      """
    for format in RecordFormat.allCases {
      out +=
        "| `\(format.rawValue)` | \(format.isRead ? "yes" : "") | \(format.isWritten ? "yes" : "") | \(cell(format.title)) | \(cell(FormatNotes.source(format))) |\n"
    }
    out += "\n" + FormatNotes.common + "\n"
    for format in RecordFormat.allCases {
      if format == .tsv { continue }
      out += "\n## \(FormatNotes.heading(format))\n"
      let notes = FormatNotes.notes(format)
      if !notes.isEmpty { out += "\n" + notes.map { "- \($0)\n" }.joined() }
      switch format {
      case .bibtex: continue
      case .biblatex: out += bibtexTables()
      case .hayagriva: out += hayagrivaTables()
      default:
        if let mapping = format.mapping { out += tables(mapping) }
      }
    }
    return out
  }

  // MARK: Formats of one table

  private static func tables(_ mapping: FormatMapping) -> String {
    var out = "\n| type in CSL | name | read too |\n|---|---|---|\n"
    for type in ReferenceType.allCases {
      let names = mapping.types.filter { $0.type == type }
      guard let written = names.first(where: { !$0.isReadOnly })?.name ?? names.first.map({ _ in "" }) else { continue }
      let others = names.map(\.name).filter { $0 != written }
      var seen: Set<String> = []
      let unlike = others.filter { seen.insert($0).inserted }
      if written == type.rawValue, unlike.isEmpty { continue }
      out += "| \(type.rawValue) | \(cell(written)) | \(cell(unlike.joined(separator: ", "))) |\n"
    }
    let missing = ReferenceType.allCases.filter { mapping.name(of: $0) == nil }
    if !missing.isEmpty {
      out += "\nWritten as \(mapping.fallbackType), and reported: \(list(missing.map(\.rawValue))).\n"
    }
    out += "\n| variable | tag | read too | how | for |\n|---|---|---|---|---|\n"
    for row in mapping.fields {
      let written = row.isReadOnly ? "" : row.tags.first ?? ""
      let others = row.isReadOnly ? row.tags : Array(row.tags.dropFirst())
      out +=
        "| \(row.variable.rawValue) | \(cell(written)) | \(cell(others.joined(separator: ", "))) | \(how(row.form)) | \(types(row.types)) |\n"
    }
    let lost = Variable.allCases.filter { variable in
      variable != .citationKey && !mapping.fields.contains { $0.variable == variable && !$0.isReadOnly }
    }
    if !lost.isEmpty { out += "\nReported as lost: \(list(lost.map(\.rawValue))).\n" }
    return out
  }

  private static func how(_ form: FieldForm) -> String {
    switch form {
    case .text: ""
    case .lines: "a line each"
    case .words: "a word each"
    case .joinedWords: "words; between semicolons"
    case .names: "a name each"
    case .joinedNames: "names between semicolons"
    case .date(let year?, _): "the year in \(year), a day in the tag"
    case .date(nil, .slashed): "y/m/d/words"
    case .date(nil, .edtf): "ISO 8601, EDTF"
    case .date(nil, .plain): "a date"
    case .pages: "pages"
    case .pageCount: "a number of pages"
    case .pageRange(let last): "the last page in \(last)"
    case .language: "a tag of BCP 47"
    case .doi: "a DOI"
    case .isbn: "an ISBN"
    case .issn: "an ISSN"
    case .marked(let mark): "with `\(mark)` behind it"
    }
  }

  private static func types(_ types: Set<ReferenceType>) -> String {
    if types.isEmpty { return "" }
    let all = ReferenceType.allCases
    let without = all.filter { !types.contains($0) }
    if without.count < types.count, without.count < 15 { return "all but " + list(without.map(\.rawValue)) }
    return list(all.filter { types.contains($0) }.map(\.rawValue))
  }

  // MARK: BibTeX and Hayagriva

  private static func bibtexTables() -> String {
    var out = """

      `entrysubtype` is written where several CSL types share an entry type. Of several rows of a variable, the first that
      holds for the type counts. [formats-bibtex.md](formats-bibtex.md) says more of titles, editions and patents.

      | CSL | BibTeX | BibLaTeX | `entrysubtype` |
      |---|---|---|---|

      """
    for row in BibTeXMapping.entryTypes {
      var name = row.type.rawValue
      if let having = row.having { name += " with \(having.rawValue)" }
      if let lacking = row.lacking {
        name += row.having == nil ? " without \(lacking.rawValue)" : ", without \(lacking.rawValue)"
      }
      out += "| \(name) | @\(row.bibtex) | @\(row.biblatex) | \(row.subtype ?? "") |\n"
    }
    out += "\n| CSL | BibTeX | BibLaTeX | for |\n|---|---|---|---|\n"
    for row in BibTeXMapping.fields {
      out += "| \(row.variable.rawValue) | \(row.bibtex) | \(row.biblatex) | \(types(row.types)) |\n"
    }
    let roles = BibTeXMapping.editorRoles.map(\.rawValue)
    out +=
      "\nIn BibLaTeX, three of these stand in `editora`, `editorb` and `editorc` with their types: \(list(roles)).\n"
    return out
  }

  private static func hayagrivaTables() -> String {
    var out = "\n| CSL | entry | parent |\n|---|---|---|\n"
    for row in HayagrivaMapping.types { out += "| \(row.type.rawValue) | \(row.entry) | \(row.parent ?? "") |\n" }
    out += "\n| variable | key |\n|---|---|\n"
    for row in HayagrivaMapping.fields { out += "| \(row.variable.rawValue) | \(row.key) |\n" }
    for row in HayagrivaMapping.roles { out += "| \(row.variable.rawValue) | affiliated: \(row.role) |\n" }
    for row in HayagrivaMapping.identifiers { out += "| \(row.variable.rawValue) | serial-number: \(row.key) |\n" }
    return out
  }

  private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
