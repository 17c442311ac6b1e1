import YinzhuModel

extension TaggedFormat {
  /// Biblioscape's tags; read only.
  public static let biblioscape = TaggedFormat(
    LibraryDatabases.biblioscape, syntax: .biblioscape, keyTag: nil, habits: LibraryDatabases.readLists)
  /// COPAC, the union catalogue of British libraries; read only.
  public static let copac = TaggedFormat(
    LibraryDatabases.copac, syntax: .copac, keyTag: nil, habits: LibraryDatabases.readBook)
  /// Inspec; read only.
  public static let inspec = TaggedFormat(LibraryDatabases.inspec, syntax: .inspec, keyTag: "ID")
  /// Ovid; read only.
  public static let ovid = TaggedFormat(
    LibraryDatabases.ovid, syntax: .ovid, keyTag: nil, habits: LibraryDatabases.readOvid)
}

/// The tables of older library databases.
///
/// Source: their tag lists as far as exports and the importers of JabRef show them; no specification is public.
enum LibraryDatabases {
  private typealias TypeRow = FormatMapping.TypeRow
  private typealias FieldRow = FormatMapping.FieldRow

  static let biblioscape = FormatMapping(
    format: "biblioscape", title: "Biblioscape", source: "exports of the program",
    types: [
      TypeRow(.articleJournal, "Journal Article"), TypeRow(.chapter, "book section"), TypeRow(.book, "book"),
      TypeRow(.paperConference, "conference"), TypeRow(.thesis, "thesis"), TypeRow(.report, "report"),
      TypeRow(.articleJournal, "journal"), TypeRow(.articleJournal, "article"),
    ], fallbackType: "misc",
    fields: [
      FieldRow(.author, "AU"), FieldRow(.title, "TI", "TT"), FieldRow(.containerTitle, "ST"), FieldRow(.editor, "ED"),
      FieldRow(.collectionTitle, "TS"),
      FieldRow(.issued, "YP"), FieldRow(.volume, "VL"), FieldRow(.issue, "NB"),
      FieldRow(.page, "PS", form: .pageRange(last: "PE")),
      FieldRow(.isbn, "IS"), FieldRow(.issn, "IS"), FieldRow(.publisher, "PB"), FieldRow(.publisherPlace, "PP"),
      FieldRow(.language, "LG"), FieldRow(.url, "AT", "WP"), FieldRow(.abstract, "AB"), FieldRow(.keyword, "KW"),
      FieldRow(.note, "NT"), FieldRow(.genre, "TW"), FieldRow(.edition, "EN"), FieldRow(.callNumber, "CN"),
    ])

  static let copac = FormatMapping(
    format: "copac", title: "COPAC", source: "exports of the catalogue",
    types: [TypeRow(.book, "BOOK")], fallbackType: "BOOK",
    fields: [
      FieldRow(.title, "TI"), FieldRow(.author, "AU"), FieldRow(.collectionTitle, "SE"), FieldRow(.publisher, "PU"),
      FieldRow(.issued, "PY"), FieldRow(.dimensions, "PD"), FieldRow(.isbn, "IS"), FieldRow(.issn, "IS"),
      FieldRow(.note, "NT"), FieldRow(.keyword, "KW"), FieldRow(.edition, "VR"), FieldRow(.archive, "HL"),
      FieldRow(.medium, "DT"),
    ])

  static let inspec = FormatMapping(
    format: "inspec", title: "Inspec", source: "exports of the database",
    types: [
      TypeRow(.articleJournal, "Journal-Paper"), TypeRow(.paperConference, "Conference-Paper"), TypeRow(.book, "Book"),
      TypeRow(.report, "Report"), TypeRow(.thesis, "Dissertation"),
    ], fallbackType: "Journal-Paper",
    fields: [
      FieldRow(.title, "TI"), FieldRow(.author, "AU"), FieldRow(.abstract, "AB"), FieldRow(.publisher, "PU"),
      FieldRow(.issued, "PY"), FieldRow(.containerTitle, "SO"), FieldRow(.keyword, "DE", "ID"), FieldRow(.isbn, "IB"),
      FieldRow(.issn, "IS"), FieldRow(.language, "LA"),
    ])

  static let ovid = FormatMapping(
    format: "ovid", title: "Ovid", source: "exports of the database",
    types: [
      TypeRow(.articleJournal, "Journal"), TypeRow(.book, "Book"), TypeRow(.paperConference, "Conference Paper"),
      TypeRow(.chapter, "Book Chapter"), TypeRow(.articleJournal, "Journal Article"),
    ], fallbackType: "Journal",
    fields: [
      FieldRow(.author, "Author"), FieldRow(.title, "Title", "Chapter Title"), FieldRow(.abstract, "Abstract"),
      FieldRow(.containerTitle, "Source"), FieldRow(.keyword, "Author Keywords", "Keywords"),
      FieldRow(.language, "Language"),
      FieldRow(.issn, "ISSN"), FieldRow(.isbn, "ISBN"), FieldRow(.doi, "DOI Number", "Digital Object Identifier"),
      FieldRow(.publisher, "Publisher"), FieldRow(.issued, "Year of Publication", "Date of Publication", "issued"),
      FieldRow(.genre, "Document Type"), FieldRow(.url, "URL", "Link to the Ovid Full Text or citation"),
      FieldRow(.volume, "volume"), FieldRow(.issue, "issue"), FieldRow(.page, "page"),
    ])

  /// Catalogues of books don't say that they are books.
  @Sendable static func readBook(_ record: inout TaggedRecord) { record.type = record.type ?? "BOOK" }

  /// Several names and words in one value.
  @Sendable static func readLists(_ record: inout TaggedRecord) {
    record.values = record.values.flatMap { value -> [TaggedRecord.Value] in
      guard value.tag == "AU" || value.tag == "ED" else { return [value] }
      return value.text.split(separator: ";").map {
        TaggedRecord.Value(value.tag, .text(DateText.trimmed(String($0))), span: value.span)
      }
    }
  }

  /// Names with the number of their institution, a source with volume, issue, pages and date, a kind behind the title.
  @Sendable static func readOvid(_ record: inout TaggedRecord) {
    record.values = record.values.flatMap { value -> [TaggedRecord.Value] in
      switch value.tag {
      case "Author":
        return value.text.split(separator: ";").map { name in
          var text = DateText.trimmed(String(name))
          while let last = text.last,
            last.isNumber || last == " " || last == "." && text.dropLast().last?.isNumber == true
          {
            text.removeLast()
          }
          return TaggedRecord.Value("Author", .text(text), span: value.span)
        }
      case "Title":
        guard value.text.hasSuffix("]"), let open = value.text.lastIndex(of: "[") else { return [value] }
        return [
          TaggedRecord.Value("Title", .text(withoutPoint(String(value.text[..<open]))), span: value.span),
          TaggedRecord.Value("kind", .text(String(value.text[open...])), span: value.span),
        ]
      case "Source": return source(value)
      case "Language": return [TaggedRecord.Value("Language", .text(withoutPoint(value.text)), span: value.span)]
      default: return [value]
      }
    }
    if record.type == nil { record.type = record.text("Publication Type") }
  }

  /// `Ecohydrology.   8(6):1048-1064, September 2015.`
  private static func source(_ value: TaggedRecord.Value) -> [TaggedRecord.Value] {
    guard let point = value.text.firstRange(of: ". ") else {
      return [TaggedRecord.Value("Source", .text(withoutPoint(value.text)), span: value.span)]
    }
    let rest = DateText.trimmed(String(value.text[point.upperBound...]))
    let parts = rest.split(separator: ",", maxSplits: 1).map { DateText.trimmed(String($0)) }
    guard parts.count == 2, let colon = parts[0].firstIndex(of: ":") else { return [value] }
    var out = [TaggedRecord.Value("Source", .text(String(value.text[..<point.lowerBound])), span: value.span)]
    let number = parts[0][..<colon]
    let open = number.firstIndex(of: "(") ?? number.endIndex
    func add(_ tag: String, _ text: String) {
      if !text.isEmpty { out.append(TaggedRecord.Value(tag, .text(text), span: value.span)) }
    }
    add("volume", DateText.trimmed(String(number[..<open])))
    add("issue", String(number[open...].filter { $0 != "(" && $0 != ")" }))
    add("page", String(parts[0][parts[0].index(after: colon)...]))
    add("issued", withoutPoint(parts[1]))
    return out
  }

  private static func withoutPoint(_ text: String) -> String {
    let body = DateText.trimmed(text)
    return body.hasSuffix(".") ? String(body.dropLast()) : body
  }
}
