import YinzhuModel

extension TaggedFormat {
  /// EndNote's Refer (`.enw`), as EndNote, Google Scholar, Zotero and CNKI write it.
  public static let enw = TaggedFormat(
    ReferMapping.mapping, syntax: .refer, keyTag: "%F", habits: ReferMapping.readHabits)
}

/// The tables between CSL and Refer.
///
/// Source: EndNote X9 guide, "EndNote export and tagged formats" (tags by type of reference); refer(1) for files without
/// `%0`; what CNKI writes, in `ChineseHabits`.
enum ReferMapping {
  private typealias TypeRow = FormatMapping.TypeRow
  private typealias FieldRow = FormatMapping.FieldRow

  static let mapping = FormatMapping(
    format: "enw", title: "EndNote Refer", source: "EndNote guide, “Tagged EndNote Import format”; refer(1)",
    types: types, fallbackType: "Generic", fields: fields)

  private static let types: [TypeRow] = [
    TypeRow(.articleJournal, "Journal Article"), TypeRow(.articleMagazine, "Magazine Article"),
    TypeRow(.articleNewspaper, "Newspaper Article"), TypeRow(.book, "Book"), TypeRow(.chapter, "Book Section"),
    TypeRow(.paperConference, "Conference Paper"), TypeRow(.thesis, "Thesis"), TypeRow(.report, "Report"),
    TypeRow(.webpage, "Web Page"), TypeRow(.postWeblog, "Blog"), TypeRow(.patent, "Patent"),
    TypeRow(.standard, "Standard"), TypeRow(.legislation, "Statute"),
    TypeRow(.regulation, "Legal Rule or Regulation"), TypeRow(.bill, "Bill"), TypeRow(.legalCase, "Case"),
    TypeRow(.hearing, "Hearing"), TypeRow(.map, "Map"), TypeRow(.manuscript, "Manuscript"),
    TypeRow(.pamphlet, "Pamphlet"), TypeRow(.dataset, "Dataset"), TypeRow(.software, "Computer Program"),
    TypeRow(.motionPicture, "Film or Broadcast"), TypeRow(.broadcast, "Television Episode"),
    TypeRow(.song, "Audiovisual Material"), TypeRow(.musicalScore, "Music"), TypeRow(.graphic, "Artwork"),
    TypeRow(.figure, "Figure"), TypeRow(.personalCommunication, "Personal Communication"),
    TypeRow(.entryDictionary, "Dictionary"), TypeRow(.entryEncyclopedia, "Encyclopedia"),
    TypeRow(.classic, "Classical Work"), TypeRow(.article, "Unpublished Work"), TypeRow(.interview, "Interview"),
    TypeRow(.post, "Discussion Forum"), TypeRow(.collection, "Aggregated Database"), TypeRow(.periodical, "Serial"),
    TypeRow(.document, "Generic"),
    TypeRow(.articleJournal, "Journal", isReadOnly: true),
    TypeRow(.articleJournal, "Electronic Article", isReadOnly: true),
    TypeRow(.book, "Edited Book", isReadOnly: true), TypeRow(.book, "Electronic Book", isReadOnly: true),
    TypeRow(.chapter, "Electronic Book Section", isReadOnly: true),
    TypeRow(.paperConference, "Conference Proceedings", isReadOnly: true),
    TypeRow(.paperConference, "Conference", isReadOnly: true), TypeRow(.webpage, "Electronic Source", isReadOnly: true),
    TypeRow(.webpage, "Online Multimedia", isReadOnly: true), TypeRow(.dataset, "Online Database", isReadOnly: true),
    TypeRow(.report, "Government Document", isReadOnly: true), TypeRow(.report, "Grant", isReadOnly: true),
    TypeRow(.figure, "Chart or Table", isReadOnly: true), TypeRow(.figure, "Equation", isReadOnly: true),
    TypeRow(.classic, "Ancient Text", isReadOnly: true), TypeRow(.book, "Catalog", isReadOnly: true),
    TypeRow(.review, "Review", isReadOnly: true), TypeRow(.manuscript, "Unpublished Material", isReadOnly: true),
    TypeRow(.articleNewspaper, "Newspaper", isReadOnly: true), TypeRow(.standard, "标准", isReadOnly: true),
    TypeRow(.thesis, "Dissertation", isReadOnly: true), TypeRow(.thesis, "Dissertation/Thesis", isReadOnly: true),
  ]

  /// The number of pages where CNKI writes it under the tag of the pages.
  static let pageCount = "number of pages"

  private static let articles: Set<ReferenceType> = [
    .articleJournal, .articleMagazine, .articleNewspaper, .review, .reviewBook,
  ]
  private static let numbered: Set<ReferenceType> = [.patent, .standard, .report, .legislation, .regulation]
  private static let films: Set<ReferenceType> = [.motionPicture, .broadcast]
  private static let parts: Set<ReferenceType> = [
    .chapter, .paperConference, .entry, .entryDictionary, .entryEncyclopedia, .figure, .map,
  ]
  private static let wholeBooks: Set<ReferenceType> = [.book, .classic, .report, .thesis, .pamphlet, .standard]
  private static let others = Set(ReferenceType.allCases).subtracting(wholeBooks)

  private static let fields: [FieldRow] = [
    FieldRow(.director, "%A", types: films), FieldRow(.author, "%A"), FieldRow(.editor, "%E"),
    FieldRow(.collectionEditor, "%Y", types: others.subtracting([.thesis]).union([.book, .classic, .report])),
    FieldRow(.contributor, "%Y", types: [.thesis]),
    FieldRow(.organizer, "%?", types: [.paperConference]),
    FieldRow(.translator, "%H", "%?"), FieldRow(.title, "%T"), FieldRow(.titleShort, "%!"),
    FieldRow(.containerTitle, "%J", "%B", types: articles), FieldRow(.containerTitle, "%B", "%J", types: parts),
    FieldRow(.collectionTitle, "%B", "%S", types: [.book, .classic, .report]),
    FieldRow(.containerTitle, "%B", "%J", types: others.subtracting(articles).subtracting(parts)),
    FieldRow(.collectionTitle, "%S"), FieldRow(.containerTitleShort, "%O", types: articles, isReadOnly: true),
    FieldRow(.originalTitle, "%Q"),
    FieldRow(.genre, "%9"), FieldRow(.edition, "%7"), FieldRow(.publisherPlace, "%C"),
    FieldRow(.publisher, "%I"), FieldRow(.issued, "%8", "%D", form: .date(year: "%D", .plain)),
    FieldRow(.volume, "%V"), FieldRow(.numberOfVolumes, "%6"), FieldRow(.issue, "%N", types: articles),
    FieldRow(.number, "%@", "%N", types: numbered), FieldRow(.number, "%N", types: others.subtracting(articles)),
    FieldRow(.collectionNumber, "%N"), FieldRow(.section, "%&"),
    FieldRow(.numberOfPages, pageCount, types: others, isReadOnly: true), FieldRow(.page, "%P", types: others),
    FieldRow(.numberOfPages, "%P", form: .pageCount, types: wholeBooks),
    FieldRow(.page, "%P", types: wholeBooks, isReadOnly: true),
    FieldRow(.page, "%&", types: wholeBooks),
    FieldRow(.isbn, "%@"), FieldRow(.issn, "%@"), FieldRow(.doi, "%R"), FieldRow(.url, "%U", "%>"),
    FieldRow(.accessed, "%["), FieldRow(.language, "%G"),
    FieldRow(.archive, "%~", types: [.manuscript, .personalCommunication]),
    FieldRow(.source, "%W", "%~"), FieldRow(.callNumber, "%L"), FieldRow(.archiveLocation, "%M"),
    FieldRow(.annote, "%<"), FieldRow(.abstract, "%X"), FieldRow(.keyword, "%K"), FieldRow(.note, "%Z", "%O"),
    FieldRow(.medium, "%3"), FieldRow(.dimensions, "%1"), FieldRow(.scale, "%2"), FieldRow(.version, "%4"),
    FieldRow(.status, "%5"),
  ]

  /// What programs write beside the rules.
  @Sendable static func readHabits(_ record: inout TaggedRecord) {
    // The bibIX type of PhD theses and refer(1) have no type: a journal or a book tells it.
    if record.type == nil {
      let tags = Set(record.values.map(\.tag))
      record.type =
        tags.contains("%J")
        ? "Journal Article" : tags.contains("%B") ? "Book Section" : tags.contains("%I") ? "Book" : nil
    }
    if record.type == "Edited Book" { record.rename("%A", to: "%E") }
    ChineseHabits.refer(&record)
  }
}
