import YinzhuModel

extension TaggedFormat {
  /// RefWorks Tagged Format, as RefWorks and CNKI write it.
  public static let refWorks = TaggedFormat(
    RefWorksMapping.mapping, syntax: .refWorks, keyTag: "ID", habits: ChineseHabits.refWorks)
}

/// The tables between CSL and RefWorks.
///
/// Source: ProQuest, "RefWorks Tagged Format" (tag list and types); what CNKI writes, in `ChineseHabits`.
enum RefWorksMapping {
  private typealias TypeRow = FormatMapping.TypeRow
  private typealias FieldRow = FormatMapping.FieldRow

  static let mapping = FormatMapping(
    format: "refworks", title: "RefWorks", source: "ProQuest, “RefWorks Tagged Format”", types: types,
    fallbackType: "Generic", fields: fields, ignored: ["SR"])

  /// Every tag of the format, and CNKI's own: other two letters at the start of a line are text.
  static let tags: Set<String> = [
    "RT", "SR", "ID", "A1", "T1", "JF", "JO", "YR", "FD", "VO", "IS", "SP", "OP", "K1", "AB", "NO", "A2", "T2", "ED",
    "PB", "PP", "A3", "A4", "A5", "T3", "SN", "AV", "AD", "AN", "LA", "CL", "SF", "OT", "LK", "DO", "CN", "DB", "DS",
    "IP", "RD", "ST", "U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9", "UL", "SL", "LL", "CR", "WT", "A6",
    "WV", "WP", "OL", "UR",
  ]

  private static let types: [TypeRow] = [
    TypeRow(.articleJournal, "Journal Article"), TypeRow(.articleMagazine, "Magazine Article"),
    TypeRow(.articleNewspaper, "Newspaper Article"), TypeRow(.book, "Book, Whole"), TypeRow(.chapter, "Book, Section"),
    TypeRow(.paperConference, "Conference Proceedings"), TypeRow(.thesis, "Dissertation/Thesis"),
    TypeRow(.report, "Report"), TypeRow(.webpage, "Web Page"), TypeRow(.patent, "Patent"),
    TypeRow(.standard, "Standard"), TypeRow(.legislation, "Laws/Statutes"), TypeRow(.bill, "Bills/Resolutions"),
    TypeRow(.legalCase, "Case/Court Decisions"), TypeRow(.hearing, "Hearing"), TypeRow(.map, "Map"),
    TypeRow(.manuscript, "Unpublished Material"), TypeRow(.software, "Computer Program"),
    TypeRow(.motionPicture, "Motion Picture"), TypeRow(.broadcast, "Video/ DVD"), TypeRow(.song, "Sound Recording"),
    TypeRow(.musicalScore, "Music Score"), TypeRow(.graphic, "Artwork"),
    TypeRow(.personalCommunication, "Personal Communication"), TypeRow(.pamphlet, "Monograph"),
    TypeRow(.document, "Generic"), TypeRow(.collection, "Book, Edited"),
    TypeRow(.articleJournal, "Journal", isReadOnly: true), TypeRow(.articleJournal, "Abstract", isReadOnly: true),
    TypeRow(.articleJournal, "Journal, Electronic", isReadOnly: true), TypeRow(.book, "Book", isReadOnly: true),
    TypeRow(.book, "Book, Whole ", isReadOnly: true), TypeRow(.chapter, "Book Section", isReadOnly: true),
    TypeRow(.paperConference, "Conference Proceeding", isReadOnly: true),
    TypeRow(.thesis, "Dissertation/Thesis, Unpublished", isReadOnly: true),
    TypeRow(.thesis, "Dissertation", isReadOnly: true),
    TypeRow(.thesis, "Thesis", isReadOnly: true), TypeRow(.webpage, "Online Discussion Forum", isReadOnly: true),
    TypeRow(.postWeblog, "Web Blog", isReadOnly: true), TypeRow(.report, "Grant", isReadOnly: true),
    TypeRow(.standard, "标准", isReadOnly: true), TypeRow(.articleNewspaper, "Newspaper", isReadOnly: true),
  ]

  private static let films: Set<ReferenceType> = [.motionPicture, .broadcast]
  private static let wholes: Set<ReferenceType> = [.book, .classic, .report, .thesis, .pamphlet, .map, .software]
  private static let numbered: Set<ReferenceType> = [
    .patent, .standard, .report, .legislation, .bill, .legalCase, .regulation, .treaty, .dataset,
  ]

  private static let fields: [FieldRow] = [
    FieldRow(.director, "A1", types: films), FieldRow(.author, "A1"),
    FieldRow(.contributor, "A5", types: [.thesis]),
    FieldRow(.editor, "A2"), FieldRow(.collectionEditor, "A3"), FieldRow(.translator, "A4"),
    FieldRow(.compiler, "A5"), FieldRow(.performer, "A6"),
    FieldRow(.title, "T1"), FieldRow(.titleShort, "ST"), FieldRow(.originalTitle, "OT"),
    FieldRow(.collectionTitle, "T2", "T3", "JF", types: wholes),
    FieldRow(.containerTitle, "JF", "T2", "JO"), FieldRow(.containerTitleShort, "JO"),
    FieldRow(.collectionTitle, "T3"), FieldRow(.genre, "CL"), FieldRow(.edition, "ED"),
    FieldRow(.eventPlace, "PP", types: [.paperConference]), FieldRow(.publisherPlace, "PP"),
    FieldRow(.publisher, "PB"), FieldRow(.issued, "FD", "YR", form: .date(year: "YR", .plain)),
    FieldRow(.volume, "VO"), FieldRow(.number, "IS", types: numbered), FieldRow(.issue, "IS"),
    FieldRow(.numberOfPages, "OP", form: .pageCount, types: wholes),
    FieldRow(.page, "SP", "OP", form: .pageRange(last: "OP"), types: Set(ReferenceType.allCases).subtracting(wholes)),
    FieldRow(.page, "SP", types: wholes), FieldRow(.isbn, "SN"), FieldRow(.issn, "SN"), FieldRow(.doi, "DO"),
    FieldRow(.url, "LK", "UL", "UR", "URL"), FieldRow(.accessed, "RD"), FieldRow(.language, "LA"),
    FieldRow(.source, "DS", "DB"), FieldRow(.archive, "DB"), FieldRow(.callNumber, "CN"),
    FieldRow(.archiveLocation, "AV"), FieldRow(.abstract, "AB"), FieldRow(.keyword, "K1"), FieldRow(.note, "NO"),
    FieldRow(.annote, "U1"), FieldRow(.section, "U2"), FieldRow(.medium, "U3"), FieldRow(.numberOfVolumes, "U4"),
    FieldRow(.version, "U5"), FieldRow(.status, "U6"), FieldRow(.eventTitle, "U7"),
  ]

}
