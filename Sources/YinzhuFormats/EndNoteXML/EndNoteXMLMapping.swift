import YinzhuModel

/// The tables between CSL and EndNote's XML.
///
/// Source: EndNote's `RSXML.dtd`; the meaning of fields by type as in the EndNote guide, "Reference types". Tags are
/// paths of element names.
enum EndNoteXMLMapping {
  private typealias TypeRow = FormatMapping.TypeRow
  private typealias FieldRow = FormatMapping.FieldRow

  static let mapping = FormatMapping(
    format: "endnote-xml", title: "EndNote XML", source: "EndNote’s RSXML.dtd and guide", types: types,
    fallbackType: "Generic", fields: fields,
    ignored: ["database", "source-app", "rec-number", "foreign-keys/key", "ref-type"], hasMarkup: true)

  /// The numbers by which EndNote knows its types.
  static let numbers: [String: Int] = [
    "Artwork": 2, "Audiovisual Material": 3, "Bill": 4, "Book Section": 5, "Book": 6, "Case": 7, "Computer Program": 9,
    "Conference Proceedings": 10, "Web Page": 12, "Generic": 13, "Hearing": 14, "Journal Article": 17,
    "Magazine Article": 19, "Map": 20, "Film or Broadcast": 21, "Newspaper Article": 23, "Patent": 25,
    "Personal Communication": 26, "Report": 27, "Edited Book": 28, "Statute": 31, "Thesis": 32, "Unpublished Work": 34,
    "Manuscript": 36, "Figure": 37, "Chart or Table": 38, "Equation": 39, "Electronic Article": 43,
    "Electronic Book": 44, "Online Database": 45, "Government Document": 46, "Conference Paper": 47,
    "Online Multimedia": 48, "Classical Work": 49, "Legal Rule or Regulation": 50, "Ancient Text": 51, "Dictionary": 52,
    "Encyclopedia": 53, "Grant": 54, "Aggregated Database": 55, "Blog": 56, "Serial": 57, "Standard": 58,
    "Dataset": 59, "Electronic Book Section": 60, "Music": 61, "Pamphlet": 24, "Catalog": 8,
  ]

  /// Paths whose text keeps its line breaks.
  static let multiline: Set<String> = ["abstract", "notes", "research-notes"]

  /// The types of Refer that have a number: both are EndNote's.
  private static let types: [TypeRow] =
    ReferMapping.mapping.types.filter { numbers[$0.name] != nil } + [
      TypeRow(.speech, "Hearing", isReadOnly: true)
    ]

  private static let articles: Set<ReferenceType> = [
    .articleJournal, .articleMagazine, .articleNewspaper, .review, .reviewBook,
  ]
  private static let films: Set<ReferenceType> = [.motionPicture, .broadcast]
  private static let wholeBooks: Set<ReferenceType> = [.book, .classic, .report, .map, .pamphlet]
  private static let numbered: Set<ReferenceType> = [
    .patent, .standard, .report, .legislation, .regulation, .bill, .legalCase, .treaty,
  ]

  private static let fields: [FieldRow] = [
    FieldRow(.director, "contributors/authors/author", types: films),
    FieldRow(.author, "contributors/authors/author"),
    FieldRow(
      .editor, "contributors/tertiary-authors/author", "contributors/secondary-authors/author", types: wholeBooks),
    FieldRow(.collectionEditor, "contributors/secondary-authors/author", types: wholeBooks),
    FieldRow(.contributor, "contributors/tertiary-authors/author", types: [.thesis]),
    FieldRow(.recipient, "contributors/secondary-authors/author", types: [.personalCommunication]),
    FieldRow(.editor, "contributors/secondary-authors/author"),
    FieldRow(.collectionEditor, "contributors/tertiary-authors/author"),
    FieldRow(.translator, "contributors/subsidiary-authors/author"),
    FieldRow(.originalAuthor, "contributors/translated-authors/author"),
    FieldRow(.title, "titles/title"),
    FieldRow(.collectionTitle, "titles/secondary-title", types: wholeBooks),
    FieldRow(.containerTitle, "titles/secondary-title", "periodical/full-title"),
    FieldRow(.containerTitleShort, "periodical/abbr-1", "titles/alt-title", "alt-periodical/abbr-1"),
    FieldRow(.collectionTitle, "titles/tertiary-title"), FieldRow(.titleShort, "titles/short-title"),
    FieldRow(.originalTitle, "titles/translated-title"),
    FieldRow(.numberOfPages, "pages", form: .pageCount, types: [.book, .classic, .thesis, .pamphlet]),
    FieldRow(.page, "pages", types: [.book, .classic, .thesis, .pamphlet], isReadOnly: true),
    FieldRow(.page, "pages", types: Set(ReferenceType.allCases).subtracting([.book, .classic, .thesis, .pamphlet])),
    FieldRow(.page, "section", types: [.book, .classic, .thesis, .pamphlet]),
    FieldRow(.volume, "volume"), FieldRow(.issue, "number", "issue", types: articles),
    FieldRow(.number, "isbn", "number", types: numbered.subtracting([.report])),
    FieldRow(.collectionNumber, "number", types: wholeBooks.subtracting([.report])), FieldRow(.number, "number"),
    FieldRow(.issue, "issue"), FieldRow(.collectionNumber, "number"),
    FieldRow(.numberOfVolumes, "num-vols"), FieldRow(.edition, "edition"), FieldRow(.section, "section"),
    FieldRow(.keyword, "keywords/keyword"),
    FieldRow(.issued, "dates/pub-dates/date", "dates/year", form: .date(year: "dates/year", .plain)),
    FieldRow(.publisherPlace, "pub-location"), FieldRow(.publisher, "publisher"),
    FieldRow(.originalPublisher, "orig-pub"), FieldRow(.isbn, "isbn"), FieldRow(.issn, "isbn"),
    FieldRow(.archiveLocation, "accession-num"), FieldRow(.callNumber, "call-num"),
    FieldRow(.doi, "electronic-resource-num"), FieldRow(.abstract, "abstract", form: .text),
    FieldRow(.note, "notes", form: .text), FieldRow(.annote, "research-notes", form: .text),
    FieldRow(.genre, "work-type"), FieldRow(.reviewedTitle, "reviewed-item"),
    FieldRow(.eventPlace, "meeting-place"), FieldRow(.archivePlace, "work-location"),
    FieldRow(.dimensions, "work-extent"), FieldRow(.medium, "pack-method"), FieldRow(.scale, "size"),
    FieldRow(.archive, "remote-database-name"), FieldRow(.source, "remote-database-provider", "remote-source"),
    FieldRow(.language, "language"), FieldRow(.accessed, "access-date"),
    FieldRow(.url, "urls/related-urls/url", "urls/web-urls/url", "urls/url"), FieldRow(.eventTitle, "custom3"),
    FieldRow(.pmcid, "custom2"), FieldRow(.version, "custom4"), FieldRow(.status, "custom5"),
    FieldRow(.jurisdiction, "custom6"), FieldRow(.chapterNumber, "custom7"), FieldRow(.originalDate, "reprint-edition"),
  ]
}
