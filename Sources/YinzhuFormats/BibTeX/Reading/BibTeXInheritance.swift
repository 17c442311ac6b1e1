import YinzhuModel
import YinzhuText

/// What an entry has from others: all fields of the `@xdata` entries that it names, and those of its `crossref` parent by the
/// table of the BibLaTeX manual (appendix B). An own field is never replaced.
///
/// BibTeX itself hands fields down under their own names only; a book's title for its chapters is then written twice, as
/// `title` and `booktitle`, which comes to the same here.
struct BibTeXInheritance {
  /// A field from elsewhere.
  typealias Inherited = (name: String, value: String, span: SourceSpan)

  /// How long a chain of parents may be; longer ones are slips.
  private static let maximumDepth = 16

  /// How many parents one entry may have in all: a few lines that name each other could ask for millions.
  private static let maximumParents = 256

  private let database: BibTeXDatabase
  private var parents = 0
  private(set) var diagnostics: [Diagnostic] = []

  init(_ database: BibTeXDatabase) { self.database = database }

  /// The fields that an entry with these own fields has from others, in their order there.
  mutating func fields(of ordinal: Int, own: BibTeXFieldValues) -> [Inherited] {
    var path = [ordinal]
    var names = Set(own.names.map(Self.canonical))
    return inherited(
      database.type(of: ordinal), xdata: own["xdata"], crossref: own["crossref"], names: &names, path: &path)
  }

  private mutating func inherited(
    _ type: String, xdata: (source: String, span: SourceSpan)?, crossref: (source: String, span: SourceSpan)?,
    names: inout Set<String>, path: inout [Int]
  ) -> [Inherited] {
    var out: [Inherited] = []
    for key in (xdata?.source ?? "").split(separator: ",") {
      guard let from = parent(String(key), xdata?.span, path) else { continue }
      path.append(from)
      let hasDate = names.contains("date") || names.contains("year")
      for field in all(of: from, as: "xdata", path: &path) where field.name != "xdata" {
        if hasDate, Self.dates.contains(field.name) { continue }
        if names.insert(Self.canonical(field.name)).inserted { out.append(field) }
      }
      path.removeLast()
    }
    guard let crossref, let from = parent(crossref.source, crossref.span, path) else { return out }
    path.append(from)
    let parentType = database.type(of: from)
    let renamed = Self.renamed(from: parentType, to: type)
    // A date is one thing, in however many fields.
    let hasDate = names.contains("date") || names.contains("year")
    let fields = all(of: from, as: parentType, path: &path)
    path.removeLast()
    for field in fields where !Self.private.contains(field.name) {
      if hasDate, Self.dates.contains(field.name) { continue }
      for name in renamed(field.name) where names.insert(Self.canonical(name)).inserted {
        out.append((name, field.value, field.span))
      }
    }
    return out
  }

  /// An entry's fields, its own and those that it inherits itself.
  private mutating func all(of ordinal: Int, as type: String, path: inout [Int]) -> [Inherited] {
    var out: [Inherited] = []
    var own: [String: (source: String, span: SourceSpan)] = [:]
    // What is wrong there is reported there.
    var ignored: [Diagnostic] = []
    let macros = database.macros(at: ordinal)
    for field in database.entries[ordinal].fields {
      let name = database.source.lowercased(field.name)
      guard own[name] == nil else { continue }
      let value = macros.text(field.value, database.source, &ignored)
      own[name] = (value, field.span)
      out.append((name, value, field.span))
    }
    guard own["crossref"] != nil || own["xdata"] != nil else { return out }
    var names = Set(own.keys.map(Self.canonical))
    return out
      + inherited(type, xdata: own["xdata"], crossref: own["crossref"], names: &names, path: &path)
  }

  // MARK: Single values

  /// A value whose items name single values of `@xdata` entries, with these in their place (manual, section 3.13.6):
  /// `xdata=key-author-2`, `xdata=key-title`. nil where it names none; what can't be found stands as it is.
  mutating func resolved(_ source: String, at span: SourceSpan, of ordinal: Int) -> String? {
    guard source.utf8.contains(UInt8(ascii: "=")), source.contains("xdata") else { return nil }
    var path = [ordinal]
    return resolved(source, at: span, path: &path)
  }

  private mutating func resolved(_ source: String, at span: SourceSpan, path: inout [Int]) -> String? {
    var changed = false
    var items: [String] = []
    for item in BibTeXNameReader.split(source, at: " and ") {
      let sides = item.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, sides[0].filter({ $0 != " " }) == "xdata" else {
        items.append(item)
        continue
      }
      let value = single(String(sides[1].drop { $0 == " " }), span, &path)
      changed = changed || value != nil
      items.append(value ?? item)
    }
    return changed ? items.joined(separator: " and ") : nil
  }

  /// `key-field` or `key-field-position`; keys may hold hyphens themselves.
  private mutating func single(_ text: String, _ span: SourceSpan, _ path: inout [Int]) -> String? {
    var parts = text.split(separator: "-", omittingEmptySubsequences: false)
    var position: Int?
    if parts.count > 2, let number = parts.last.flatMap({ Int($0) }) {
      position = number
      parts.removeLast()
    }
    guard parts.count > 1, let field = parts.popLast()?.lowercased() else { return nil }
    guard let from = parent(parts.joined(separator: "-"), span, path), database.type(of: from) == "xdata" else {
      return nil
    }
    var ignored: [Diagnostic] = []
    guard let found = database.entries[from].fields.first(where: { database.source.lowercased($0.name) == field })
    else { return nil }
    var value = database.macros(at: from).text(found.value, database.source, &ignored)
    path.append(from)
    value = resolved(value, at: span, path: &path) ?? value
    path.removeLast()
    guard let position else { return value }
    let items = BibTeXNameReader.split(value, at: " and ")
    return items.indices.contains(position - 1) ? items[position - 1] : nil
  }

  private mutating func parent(_ key: String, _ span: SourceSpan?, _ path: [Int]) -> Int? {
    let key = String(key.drop { $0 == " " || $0 == "\n" }.reversed().drop { $0 == " " || $0 == "\n" }.reversed())
    guard let from = database.entry(key) else {
      diagnostics.append(
        Diagnostic(FormatRules.noParent, "No entry has the key “\(key)”; nothing is inherited from it.", span: span))
      return nil
    }
    guard !path.contains(from), path.count <= Self.maximumDepth, parents < Self.maximumParents else {
      diagnostics.append(
        Diagnostic(FormatRules.noParent, "“\(key)” inherits from this entry itself; the circle ends here.", span: span))
      return nil
    }
    parents += 1
    return from
  }

  /// `journal` and `journaltitle` are one field.
  private static func canonical(_ name: String) -> String { BibTeXAliases.fields[name] ?? name }

  // MARK: The table

  private static let `private`: Set<String> = [
    "ids", "crossref", "xref", "xdata", "entryset", "entrysubtype", "execute", "label", "options", "presort", "related",
    "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey", "key",
  ]
  private static let dates: Set<String> = ["date", "year", "month", "day", "endyear", "endmonth", "endday"]
  private static let titles = ["title", "subtitle", "titleaddon"]
  private static let onlyOfTheParent: Set<String> = ["shorttitle", "sorttitle", "indextitle", "indexsorttitle"]
  private static let partsOfBooks: Set<String> = ["inbook", "bookinbook", "suppbook"]
  private static let partsOfCollections: Set<String> = ["incollection", "inreference", "suppcollection"]
  private static let papers: Set<String> = ["inproceedings", "conference"]

  /// The fields of the child that a field of the parent fills.
  private static func renamed(from parent: String, to child: String) -> (String) -> [String] {
    let prefix: String
    switch parent {
    case "mvbook" where child == "book" || partsOfBooks.contains(child),
      "mvcollection" where child == "collection" || partsOfCollections.contains(child),
      "mvreference" where child == "reference" || partsOfCollections.contains(child),
      "mvproceedings" where child == "proceedings" || papers.contains(child):
      prefix = "main"
    case "book" where partsOfBooks.contains(child) || child == "incollection",
      "collection" where partsOfCollections.contains(child) || partsOfBooks.contains(child),
      "reference" where partsOfCollections.contains(child),
      "proceedings" where papers.contains(child):
      prefix = "book"
    case "periodical" where child == "article" || child == "suppperiodical": prefix = "journal"
    default: return { [$0] }
    }
    let isBook = (parent == "mvbook" || parent == "book") && partsOfBooks.contains(child)
    return { name in
      if titles.contains(name) { return [prefix + name] }
      if onlyOfTheParent.contains(name) { return [] }
      return name == "author" && isBook ? ["author", "bookauthor"] : [name]
    }
  }
}
