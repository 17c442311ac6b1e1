import YinzhuModel

/// What a format calls the types and variables of CSL: one table, by which records are read and written, and from
/// which the documentation is made.
package struct FormatMapping: Sendable {
  /// One relation of types. The writer takes the first row of a type, the reader the first row of a name.
  package struct TypeRow: Sendable, Hashable {
    /// The type in CSL.
    package let type: ReferenceType
    /// The name in the format.
    package let name: String
    /// Whether the row is for reading only: names that other programs write.
    package let isReadOnly: Bool

    init(_ type: ReferenceType, _ name: String, isReadOnly: Bool = false) {
      self.type = type
      self.name = name
      self.isReadOnly = isReadOnly
    }
  }

  /// One relation of a variable and the tags that hold it.
  package struct FieldRow: Sendable, Hashable {
    /// The variable in CSL.
    package let variable: Variable
    /// Its tags: the first is written; all are read, the first that a record has before the others.
    package let tags: [String]
    /// How the value is written.
    package let form: FieldForm
    /// The types that the row holds for; empty for all.
    package let types: Set<ReferenceType>
    /// Whether the row is for reading only.
    package let isReadOnly: Bool

    init(
      _ variable: Variable, _ tags: String..., form: FieldForm? = nil, types: Set<ReferenceType> = [],
      isReadOnly: Bool = false
    ) {
      self.variable = variable
      self.tags = tags
      self.form = form ?? FieldForm.usual(for: variable)
      self.types = types
      self.isReadOnly = isReadOnly
    }

    func holds(for type: ReferenceType) -> Bool { types.isEmpty || types.contains(type) }

    /// Every tag that the row takes a value from.
    var readTags: [String] {
      switch form {
      case .date(let year?, _) where !tags.contains(year): tags + [year]
      default: tags
      }
    }
  }

  /// The name of the format in provenance, foreign keys and on the command line.
  package let format: String
  /// What messages call it.
  package let title: String
  /// Where the rules of the format are written down.
  package let source: String
  /// Types, the usual before the rare.
  package let types: [TypeRow]
  /// The name of a type without a row.
  package let fallbackType: String
  /// Variables and tags, in the order in which they are written. Of several rows of a variable, the first that holds
  /// for the type and whose tag is free counts.
  package let fields: [FieldRow]
  /// Tags that say nothing about the work (ordinals of the list, the name of the program): read and not kept.
  package let ignored: Set<String>
  /// Whether values may hold markup as CSL-JSON writes it.
  package let hasMarkup: Bool
  /// The rows that hold for each type: what readers ask for each record.
  private let rowsOfTypes: [ReferenceType: TypeRows]

  /// The rows that hold for a type, in their order.
  struct TypeRows: Sendable {
    var rows: [FieldRow] = []
    /// The rows that read a tag.
    var byTag: [String: [Int]] = [:]
  }

  func rows(of type: ReferenceType) -> TypeRows { rowsOfTypes[type] ?? TypeRows() }

  init(
    format: String, title: String, source: String, types: [TypeRow], fallbackType: String, fields: [FieldRow],
    ignored: Set<String> = [], hasMarkup: Bool = false
  ) {
    self.format = format
    self.title = title
    self.source = source
    self.types = types
    self.fallbackType = fallbackType
    self.fields = fields
    self.ignored = ignored
    self.hasMarkup = hasMarkup
    var rowsOfTypes: [ReferenceType: TypeRows] = [:]
    for type in ReferenceType.allCases {
      var out = TypeRows()
      for row in fields where row.holds(for: type) {
        for tag in row.readTags { out.byTag[tag, default: []].append(out.rows.count) }
        out.rows.append(row)
      }
      rowsOfTypes[type] = out
    }
    self.rowsOfTypes = rowsOfTypes
  }

  /// What the format calls a type.
  package func name(of type: ReferenceType) -> String? {
    types.first { $0.type == type && !$0.isReadOnly }?.name
  }

  /// The type of a name; capitals and spaces around make no difference.
  func type(named name: String) -> ReferenceType? {
    let wanted = name.lowercased()
    return types.first { $0.name == name }?.type ?? types.first { $0.name.lowercased() == wanted }?.type
  }
}

/// How a value is written in formats of tags and values.
package enum FieldForm: Sendable, Hashable {
  /// Text in one line.
  case text
  /// Text in several lines, each a value of its own.
  case lines
  /// Words between semicolons, each a value of its own.
  case words
  /// Words in one value, joined by `; `.
  case joinedWords
  /// Names, each a value of its own.
  case names
  /// Names in one value, joined by `;`.
  case joinedNames
  /// A date: the year under a tag of its own where there is one, the date under the first tag of the row.
  case date(year: String?, DateForm)
  /// Page numbers: one value.
  case pages
  /// How many pages there are: told from page numbers by having no dash.
  case pageCount
  /// Page numbers: first and last page in two tags.
  case pageRange(last: String)
  /// A language: a tag of BCP 47 is written; names and codes of ISO 639 are read.
  case language
  /// A DOI, without the address before it.
  case doi
  /// An ISBN: told from an ISSN under the same tag by its digits.
  case isbn
  /// An ISSN.
  case issn
  /// Text with a mark of its own behind it, `23690738[pmid]`: told by that from others under the same tag.
  case marked(String)

  /// How dates look.
  package enum DateForm: Sendable, Hashable {
    /// `2018/06/11/words`, as in RIS.
    case slashed
    /// `2018-06-11`, ranges and words as people write them.
    case plain
    /// ISO 8601 and EDTF.
    case edtf
  }

  static func usual(for variable: Variable) -> FieldForm {
    switch variable {
    case .page: .pages
    case .language: .language
    case .doi: .doi
    case .isbn: .isbn
    case .issn: .issn
    case .keyword: .words
    case .note, .abstract, .annote: .lines
    default:
      switch variable.kind {
      case .names: .names
      case .date: .date(year: nil, .plain)
      case .text, .number: .text
      }
    }
  }

  /// Whether values of several variables can share a tag, since each can be told by its shape.
  var isToldByShape: Bool {
    switch self {
    case .isbn, .issn, .marked, .pageCount: true
    default: false
    }
  }
}
