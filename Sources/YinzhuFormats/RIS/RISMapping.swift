import YinzhuModel

extension TaggedFormat {
  /// RIS.
  public static let ris = TaggedFormat(RISMapping.mapping, syntax: .ris, keyTag: "ID", habits: RISMapping.readHabits)
}

/// The tables between CSL and RIS.
///
/// Source: the tag lists of Research Information Systems (RIS format specifications, 2001 and 2011); where programs
/// disagree, what Zotero and EndNote both read. What `A2`, `A3`, `T2`, `T3` and the `C` tags mean depends on the type.
enum RISMapping {
  private typealias TypeRow = FormatMapping.TypeRow
  private typealias FieldRow = FormatMapping.FieldRow

  static let mapping = FormatMapping(
    format: "ris", title: "RIS", source: "RIS format specifications of Research Information Systems (2001, 2011)",
    types: types, fallbackType: "GEN", fields: fields)

  private static let types: [TypeRow] = [
    TypeRow(.articleJournal, "JOUR"), TypeRow(.articleMagazine, "MGZN"), TypeRow(.articleNewspaper, "NEWS"),
    TypeRow(.book, "BOOK"), TypeRow(.chapter, "CHAP"), TypeRow(.paperConference, "CONF"), TypeRow(.thesis, "THES"),
    TypeRow(.report, "RPRT"), TypeRow(.webpage, "ELEC"), TypeRow(.postWeblog, "BLOG"), TypeRow(.patent, "PAT"),
    TypeRow(.standard, "STAND"), TypeRow(.legislation, "STAT"), TypeRow(.bill, "BILL"), TypeRow(.legalCase, "CASE"),
    TypeRow(.hearing, "HEAR"), TypeRow(.map, "MAP"), TypeRow(.manuscript, "MANSCPT"), TypeRow(.pamphlet, "PAMP"),
    TypeRow(.dataset, "DATA"), TypeRow(.software, "COMP"), TypeRow(.motionPicture, "MPCT"),
    TypeRow(.broadcast, "VIDEO"), TypeRow(.song, "SOUND"), TypeRow(.musicalScore, "MUSIC"), TypeRow(.graphic, "ART"),
    TypeRow(.figure, "FIGURE"), TypeRow(.personalCommunication, "PCOMM"), TypeRow(.entryDictionary, "DICT"),
    TypeRow(.entryEncyclopedia, "ENCYC"), TypeRow(.classic, "CLSWK"), TypeRow(.periodical, "JFULL"),
    TypeRow(.document, "GEN"), TypeRow(.review, "JOUR"), TypeRow(.reviewBook, "JOUR"), TypeRow(.entry, "ENCYC"),
    TypeRow(.post, "ELEC"), TypeRow(.regulation, "STAT"),
    TypeRow(.article, "UNPB"), TypeRow(.collection, "AGGR"), TypeRow(.speech, "SLIDE"),
    // What other programs write.
    TypeRow(.articleJournal, "EJOUR", isReadOnly: true), TypeRow(.articleJournal, "INPR", isReadOnly: true),
    TypeRow(.articleJournal, "ABST", isReadOnly: true), TypeRow(.book, "EBOOK", isReadOnly: true),
    TypeRow(.book, "EDBOOK", isReadOnly: true), TypeRow(.chapter, "ECHAP", isReadOnly: true),
    TypeRow(.paperConference, "CPAPER", isReadOnly: true), TypeRow(.webpage, "WEB", isReadOnly: true),
    TypeRow(.personalCommunication, "ICOMM", isReadOnly: true), TypeRow(.report, "GOVDOC", isReadOnly: true),
    TypeRow(.report, "GRANT", isReadOnly: true), TypeRow(.legislation, "LEGAL", isReadOnly: true),
    TypeRow(.bill, "UNBILL", isReadOnly: true), TypeRow(.periodical, "SER", isReadOnly: true),
    TypeRow(.periodical, "MAGZN", isReadOnly: true), TypeRow(.dataset, "DBASE", isReadOnly: true),
    TypeRow(.figure, "CHART", isReadOnly: true), TypeRow(.figure, "EQUA", isReadOnly: true),
    TypeRow(.motionPicture, "ADVS", isReadOnly: true), TypeRow(.motionPicture, "MULTI", isReadOnly: true),
    TypeRow(.classic, "ANCIENT", isReadOnly: true), TypeRow(.book, "CTLG", isReadOnly: true),
    TypeRow(.articleMagazine, "MGZN", isReadOnly: true),
  ]

  private static let wholeBooks: Set<ReferenceType> = [.book, .classic, .map, .report, .software, .webpage, .post]
  private static let parts: Set<ReferenceType> = [
    .chapter, .paperConference, .entry, .entryDictionary, .entryEncyclopedia, .musicalScore, .periodical, .postWeblog,
  ]
  private static let numbered: Set<ReferenceType> = [.patent, .standard, .report, .legislation, .regulation, .treaty]
  private static let films: Set<ReferenceType> = [.motionPicture, .broadcast]
  private static let papers: Set<ReferenceType> = [.paperConference]

  /// In the order in which they are written.
  private static let fields: [FieldRow] = [
    FieldRow(.director, "AU", types: films), FieldRow(.author, "A1", types: films), FieldRow(.author, "AU", "A1"),
    FieldRow(.editor, "A3", "ED", types: wholeBooks), FieldRow(.collectionEditor, "A2", types: wholeBooks),
    FieldRow(.containerAuthor, "C4", types: parts),
    FieldRow(.recipient, "A2", types: [.personalCommunication]),
    FieldRow(.performer, "A2", types: films.union([.song])), FieldRow(.producer, "A2", types: [.dataset]),
    FieldRow(
      .reviewedAuthor, "C4", types: [.articleJournal, .articleMagazine, .articleNewspaper, .review, .reviewBook]),
    FieldRow(.editor, "A2", "ED"), FieldRow(.collectionEditor, "A3"), FieldRow(.translator, "A4", "TA"),
    FieldRow(.title, "TI", "T1", "CT"), FieldRow(.title, "BT", types: wholeBooks, isReadOnly: true),
    FieldRow(.titleShort, "ST"),
    FieldRow(.collectionTitle, "T2", "T3", types: wholeBooks.subtracting([.webpage, .post])),
    FieldRow(.containerTitle, "C3", types: papers), FieldRow(.eventTitle, "T2", types: papers),
    FieldRow(.containerTitle, "T2", "JF", "BT", "JO", "J2", "JA", "J1"),
    FieldRow(.containerTitleShort, "J2", "JA", "J1", "JO"), FieldRow(.collectionTitle, "T3"),
    FieldRow(.originalTitle, "OP"), FieldRow(.reviewedTitle, "RI"),
    FieldRow(.issued, "DA", "Y1", "PY", form: .date(year: "PY", .slashed)),
    FieldRow(.volume, "VL"), FieldRow(.collectionNumber, "M1", types: [.book, .classic, .pamphlet]),
    FieldRow(.issue, "IS", "CP"), FieldRow(.issue, "M1", types: [.articleMagazine], isReadOnly: true),
    FieldRow(.number, "SN", "M1", "IS", types: numbered), FieldRow(.number, "C7", types: [.articleJournal]),
    FieldRow(.number, "M1"),
    FieldRow(
      .page, "SP", form: .pageRange(last: "EP"),
      types: Set(ReferenceType.allCases).subtracting(wholeBooks).subtracting([.thesis])),
    FieldRow(.numberOfPages, "SP", form: .pageCount, types: wholeBooks.union([.thesis, .pamphlet])),
    FieldRow(.page, "SP", form: .pageRange(last: "EP"), types: wholeBooks.union([.thesis]), isReadOnly: true),
    FieldRow(.page, "SE", types: wholeBooks.union([.thesis])),
    FieldRow(.chapterNumber, "SE", types: [.chapter]),
    FieldRow(.numberOfVolumes, "NV"), FieldRow(.version, "ET", types: [.software, .dataset, .figure]),
    FieldRow(.edition, "ET"), FieldRow(.section, "SE"), FieldRow(.scale, "C1", types: [.map]),
    FieldRow(.eventPlace, "CY", types: papers), FieldRow(.publisherPlace, "C1", types: papers),
    FieldRow(.genre, "M3"), FieldRow(.dimensions, "C3", types: films.union([.map, .graphic, .song])),
    FieldRow(.medium, "M2"), FieldRow(.jurisdiction, "C3", types: [.patent]),
    FieldRow(.status, "C6", types: [.patent]),
    FieldRow(.publisherPlace, "CY", "PP"), FieldRow(.authority, "PB", types: [.legalCase]),
    FieldRow(.publisher, "PB"), FieldRow(.isbn, "SN"), FieldRow(.issn, "SN"), FieldRow(.doi, "DO"),
    FieldRow(.url, "UR"), FieldRow(.accessed, "Y2", form: .date(year: nil, .slashed)), FieldRow(.language, "LA"),
    FieldRow(.archive, "DP"), FieldRow(.source, "DB"), FieldRow(.archiveLocation, "AV"), FieldRow(.callNumber, "CN"),
    FieldRow(.pmid, "U1", form: .marked("[pmid]")),
    FieldRow(.pmcid, "U2", form: .marked("[pmcid]")), FieldRow(.abstract, "AB", "N2"), FieldRow(.keyword, "KW"),
    FieldRow(.note, "N1", "RN"),
    FieldRow(.annote, "N2"),
  ]

  /// What programs write beside the rules.
  @Sendable static func readHabits(_ record: inout TaggedRecord) {
    let type = record.type ?? ""
    // `EDBOOK`: its authors are the editors. A book with `A2` and no series: its editors, as the rules of 2001 said.
    if type == "EDBOOK" { record.rename("AU", to: "ED") }
    if type == "BOOK" || type == "EBOOK" {
      let tags = Set(record.values.map(\.tag))
      if tags.isDisjoint(with: ["A3", "ED", "T2", "T3"]) { record.rename("A2", to: "ED") }
    }
    // The identifier stands in notes and types of Elsevier's and other exports.
    let doi = record.text("DO").map(Identifiers.doi)
    record.values.removeAll { value in
      guard let doi, ["N1", "M3", "M1"].contains(value.tag) else { return false }
      return Identifiers.doi(value.text) == doi
    }
    if doi == nil,
      let index = record.values.firstIndex(where: { $0.tag == "M3" && Identifiers.doi($0.text).hasPrefix("10.") })
    {
      record.values[index].tag = "DO"
    }
    // `M1  - 0` of Springer's exports says that there is no number.
    record.values.removeAll { $0.tag == "M1" && $0.text == "0" }
  }
}
