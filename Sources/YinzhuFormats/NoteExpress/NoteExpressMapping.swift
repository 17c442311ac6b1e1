import YinzhuModel

extension TaggedFormat {
  /// NoteExpress, as the program itself, CNKI, 万方 and 维普 write it.
  public static let noteExpress = TaggedFormat(
    NoteExpressMapping.mapping, syntax: .noteExpress, keyTag: "Label", habits: ChineseHabits.noteExpress)
}

/// The tables between CSL and NoteExpress.
///
/// Source: NoteExpress's filter "NoteExpress.nef" (names of fields and types) and the exports of CNKI, 万方 and 维普.
enum NoteExpressMapping {
  private typealias TypeRow = FormatMapping.TypeRow
  private typealias FieldRow = FormatMapping.FieldRow

  static let mapping = FormatMapping(
    format: "noteexpress", title: "NoteExpress", source: "NoteExpress’s own filter; exports of CNKI, 万方, 维普",
    types: types, fallbackType: "Generic", fields: fields)

  private static let types: [TypeRow] = [
    TypeRow(.articleJournal, "Journal Article"), TypeRow(.articleMagazine, "Magazine Article"),
    TypeRow(.articleNewspaper, "Newspaper Article"), TypeRow(.book, "Book"), TypeRow(.chapter, "Book Section"),
    TypeRow(.paperConference, "Conference Proceedings"), TypeRow(.thesis, "Thesis"), TypeRow(.report, "Report"),
    TypeRow(.webpage, "Web Page"), TypeRow(.patent, "Patent"), TypeRow(.standard, "Standard"),
    TypeRow(.legislation, "Statute"), TypeRow(.regulation, "Legal Rule or Regulation"), TypeRow(.bill, "Bill"),
    TypeRow(.legalCase, "Case"), TypeRow(.hearing, "Hearing"), TypeRow(.map, "Map"),
    TypeRow(.manuscript, "Manuscript"), TypeRow(.dataset, "Online Database"), TypeRow(.software, "Computer Program"),
    TypeRow(.motionPicture, "Film or Broadcast"), TypeRow(.song, "Audiovisual Material"),
    TypeRow(.graphic, "Artwork"), TypeRow(.figure, "Chart or Table"),
    TypeRow(.personalCommunication, "Personal Communication"), TypeRow(.entryEncyclopedia, "Encyclopedia"),
    TypeRow(.entryDictionary, "Dictionary"), TypeRow(.classic, "Ancient Text"), TypeRow(.pamphlet, "Pamphlet"),
    TypeRow(.article, "Unpublished Work"), TypeRow(.collection, "Edited Book"), TypeRow(.document, "Generic"),
    TypeRow(.articleJournal, "期刊文章", isReadOnly: true),
    TypeRow(.articleJournal, "Electronic Article", isReadOnly: true),
    TypeRow(.articleNewspaper, "Newspaper", isReadOnly: true), TypeRow(.articleNewspaper, "报纸文章", isReadOnly: true),
    TypeRow(.thesis, "Dissertation", isReadOnly: true), TypeRow(.thesis, "学位论文", isReadOnly: true),
    TypeRow(.paperConference, "Conference Paper", isReadOnly: true),
    TypeRow(.paperConference, "会议论文集", isReadOnly: true),
    TypeRow(.paperConference, "会议论文", isReadOnly: true), TypeRow(.book, "书", isReadOnly: true),
    TypeRow(.book, "图书", isReadOnly: true), TypeRow(.chapter, "书中的章节", isReadOnly: true),
    TypeRow(.patent, "专利", isReadOnly: true), TypeRow(.standard, "标准", isReadOnly: true),
    TypeRow(.report, "报告", isReadOnly: true), TypeRow(.webpage, "网页", isReadOnly: true),
    TypeRow(.webpage, "Electronic Source", isReadOnly: true), TypeRow(.report, "Government Document", isReadOnly: true),
    TypeRow(.standard, "Standards", isReadOnly: true), TypeRow(.legislation, "Laws/Statutes", isReadOnly: true),
  ]

  private static let articles: Set<ReferenceType> = [
    .articleJournal, .articleMagazine, .articleNewspaper, .review, .reviewBook, .periodical,
  ]
  private static let wholes: Set<ReferenceType> = [.book, .classic, .report, .thesis, .pamphlet, .map, .collection]
  private static let numbered: Set<ReferenceType> = [
    .patent, .standard, .report, .legislation, .regulation, .bill, .legalCase, .treaty, .dataset,
  ]
  private static let parts: Set<ReferenceType> = [
    .chapter, .paperConference, .entry, .entryDictionary, .entryEncyclopedia,
  ]

  private static let fields: [FieldRow] = [
    FieldRow(.author, "Author", "作者", "Inventor", form: .names),
    FieldRow(.contributor, "Tertiary Author", "Advisor", "导师", types: [.thesis]),
    FieldRow(.editor, "Secondary Author", "Editor", types: parts.union(wholes)),
    FieldRow(.editor, "Secondary Author", "Editor"),
    FieldRow(.collectionEditor, "Tertiary Author", "Series Editor"),
    FieldRow(.translator, "Subsidiary Author", "Translator", "译者"),
    FieldRow(.title, "Title", "标题", "题名"), FieldRow(.titleShort, "Short Title"),
    FieldRow(.originalTitle, "Translated Title", "Original Title"),
    FieldRow(.containerTitle, "Journal", "Secondary Title", "Source", "刊名", types: articles),
    FieldRow(.collectionTitle, "Secondary Title", "Series Title", types: wholes),
    FieldRow(.containerTitle, "Secondary Title", "Book Title", "Conference Name", "Journal", "Source"),
    FieldRow(.containerTitleShort, "Alternate Title", "Alternate Journal"),
    FieldRow(.eventTitle, "Conference Name"), FieldRow(.collectionTitle, "Tertiary Title", "Series Title"),
    FieldRow(.genre, "Type of Work", "Thesis Type", "学位"), FieldRow(.edition, "Edition"),
    FieldRow(.eventPlace, "Conference Location", "Place Published", types: [.paperConference]),
    FieldRow(.publisherPlace, "Place Published", "City", "Place"),
    FieldRow(.publisher, "Publisher", "University", "School"),
    FieldRow(.publisher, "Journal", "Secondary Title", types: [.thesis], isReadOnly: true),
    FieldRow(.issued, "Date", "Issue Date", "Year", form: .date(year: "Year", .plain)),
    FieldRow(.volume, "Volume", "卷"), FieldRow(.numberOfVolumes, "Number of Volumes"), FieldRow(.issue, "Issue", "期"),
    FieldRow(.number, "Number", "Patent Number", "Standard Number", "Report Number", types: numbered),
    FieldRow(.number, "Number"),
    FieldRow(.section, "Section"),
    FieldRow(.numberOfPages, "Number of Pages", "Pages", form: .pageCount, types: wholes),
    FieldRow(.page, "Pages", types: wholes, isReadOnly: true),
    FieldRow(.page, "Pages", "页码"), FieldRow(.page, "Page Range", types: wholes),
    FieldRow(.isbn, "ISBN/ISSN", "ISBN", "ISSN"), FieldRow(.issn, "ISBN/ISSN", "ISSN"),
    FieldRow(.doi, "DOI", "Digital Object Identifier (DOI)"), FieldRow(.url, "URL", "Link", "链接"),
    FieldRow(.accessed, "Access Date", "Accessed Date"), FieldRow(.language, "Language", "语种"),
    FieldRow(.source, "Database Provider", "Database"), FieldRow(.archive, "Database"),
    FieldRow(.callNumber, "Call Number", "CLC"), FieldRow(.archiveLocation, "Accession Number"),
    FieldRow(.abstract, "Abstract", "摘要"), FieldRow(.keyword, "Keywords", "关键词"), FieldRow(.note, "Notes", "Note"),
    FieldRow(.annote, "Research Notes"), FieldRow(.version, "Version"), FieldRow(.medium, "Medium"),
    FieldRow(.status, "Status"),
  ]
}
