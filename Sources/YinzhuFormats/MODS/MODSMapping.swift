import YinzhuModel

/// The tables between CSL and MODS.
///
/// Source: MODS User Guidelines, version 3 (Library of Congress), and the schema `mods-3-7.xsd`; genres of the marcgt
/// list. Tags are what `MODSReader` calls the places of a record: `host/` is `relatedItem type="host"`, `series/`
/// `type="series"`, `name:` a name with a role of the MARC relators.
enum MODSMapping {
  private typealias TypeRow = FormatMapping.TypeRow
  private typealias FieldRow = FormatMapping.FieldRow

  static let mapping = FormatMapping(
    format: "mods", title: "MODS", source: "MODS User Guidelines, version 3; mods-3-7.xsd (Library of Congress)",
    types: ReferenceType.allCases.map { TypeRow($0, $0.rawValue) } + genres, fallbackType: "document", fields: fields)

  /// The table under the name of MARC, whose fields are read as MODS (Library of Congress, "MARC to MODS").
  static let marc = FormatMapping(
    format: "marcxml", title: "MARCXML", source: "MARC 21 Format for Bibliographic Data; “MARC to MODS Mapping”",
    types: mapping.types, fallbackType: "document", fields: fields)

  /// Genres of marcgt and of other programs (`genre authority="marcgt"`).
  private static let genres: [TypeRow] = [
    TypeRow(.articleJournal, "journalArticle", isReadOnly: true),
    TypeRow(.articleJournal, "academic journal", isReadOnly: true),
    TypeRow(.articleJournal, "journal article", isReadOnly: true),
    TypeRow(.articleJournal, "article", isReadOnly: true),
    TypeRow(.articleNewspaper, "newspaperArticle", isReadOnly: true),
    TypeRow(.articleNewspaper, "newspaper", isReadOnly: true),
    TypeRow(.articleMagazine, "magazineArticle", isReadOnly: true),
    TypeRow(.articleMagazine, "magazine", isReadOnly: true),
    TypeRow(.chapter, "bookSection", isReadOnly: true), TypeRow(.chapter, "book chapter", isReadOnly: true),
    TypeRow(.paperConference, "conferencePaper", isReadOnly: true),
    TypeRow(.paperConference, "conference publication", isReadOnly: true),
    TypeRow(.thesis, "dissertation", isReadOnly: true), TypeRow(.thesis, "Ph.D. thesis", isReadOnly: true),
    TypeRow(.thesis, "Masters thesis", isReadOnly: true), TypeRow(.report, "technical report", isReadOnly: true),
    TypeRow(.report, "government publication", isReadOnly: true), TypeRow(.webpage, "web site", isReadOnly: true),
    TypeRow(.webpage, "web page", isReadOnly: true), TypeRow(.webpage, "electronic", isReadOnly: true),
    TypeRow(.entryEncyclopedia, "encyclopedia", isReadOnly: true),
    TypeRow(.entryDictionary, "dictionary", isReadOnly: true),
    TypeRow(.legislation, "legislation", isReadOnly: true),
    TypeRow(.legalCase, "legal case and case notes", isReadOnly: true),
    TypeRow(.motionPicture, "motion picture", isReadOnly: true), TypeRow(.interview, "interview", isReadOnly: true),
    TypeRow(.speech, "speech", isReadOnly: true), TypeRow(.periodical, "periodical", isReadOnly: true),
    TypeRow(.personalCommunication, "letter", isReadOnly: true), TypeRow(.graphic, "picture", isReadOnly: true),
    TypeRow(.dataset, "data set", isReadOnly: true), TypeRow(.software, "computer program", isReadOnly: true),
    TypeRow(.postWeblog, "blog", isReadOnly: true), TypeRow(.review, "review", isReadOnly: true),
  ]

  /// The marcgt genre that is written beside the type.
  static let marcGenres: [ReferenceType: String] = [
    .articleJournal: "article", .articleNewspaper: "newspaper", .book: "book", .thesis: "thesis",
    .report: "technical report", .paperConference: "conference publication", .webpage: "web site", .map: "map",
    .patent: "patent", .legislation: "legislation", .legalCase: "legal case and case notes",
    .entryEncyclopedia: "encyclopedia", .entryDictionary: "dictionary", .motionPicture: "motion picture",
    .interview: "interview", .speech: "speech", .periodical: "periodical", .personalCommunication: "letter",
    .review: "review", .reviewBook: "review", .treaty: "treaty", .graphic: "picture",
  ]

  /// Types that stand in a host.
  static let parts: Set<ReferenceType> = [
    .articleJournal, .articleMagazine, .articleNewspaper, .review, .reviewBook, .chapter, .paperConference, .entry,
    .entryDictionary, .entryEncyclopedia,
  ]

  /// Variables of names and their codes of the MARC relators; in a host for types that stand in one.
  static let roles: [(variable: Variable, code: String)] = [
    (.author, "aut"), (.editor, "edt"), (.translator, "trl"), (.compiler, "com"), (.composer, "cmp"),
    (.director, "drt"), (.illustrator, "ill"), (.interviewer, "ivr"), (.recipient, "rcp"), (.performer, "prf"),
    (.producer, "pro"), (.narrator, "nrt"), (.scriptWriter, "aus"), (.contributor, "ctb"), (.curator, "cur"),
    (.host, "hst"), (.organizer, "orm"), (.guest, "pan"), (.chair, "mod"), (.editorialDirector, "pbd"),
    (.seriesCreator, "cre"), (.executiveProducer, "fmp"),
  ]

  private static func places(_ variable: Variable, _ name: String, form: FieldForm? = nil) -> [FieldRow] {
    [
      FieldRow(variable, "host/" + name, name, form: form, types: parts),
      FieldRow(variable, name, "host/" + name, form: form),
    ]
  }

  private static let fields: [FieldRow] =
    [
      FieldRow(.title, "title"), FieldRow(.titleShort, "title:abbreviated", "title:alternative"),
      FieldRow(.originalTitle, "original/title", "title:translated"), FieldRow(.partTitle, "title/part"),
    ]
    + [
      FieldRow(.editor, "host/name:edt", "name:edt", types: parts), FieldRow(.containerAuthor, "host/name:aut"),
      FieldRow(.collectionEditor, "series/name:edt"), FieldRow(.originalAuthor, "original/name:aut"),
      FieldRow(.reviewedAuthor, "reviewOf/name:aut"), FieldRow(.contributor, "name:ths", "name:ctb", types: [.thesis]),
    ]
    + roles.map { FieldRow($0.variable, "name:" + $0.code) }
    + [
      FieldRow(.author, "name:cre", isReadOnly: true), FieldRow(.genre, "genre"),
      FieldRow(.containerTitle, "host/title"), FieldRow(.containerTitleShort, "host/title:abbreviated"),
      FieldRow(.collectionTitle, "series/title"),
      FieldRow(.collectionNumber, "series/number", "series/volume", "series/part"),
      FieldRow(.reviewedTitle, "reviewOf/title"), FieldRow(.eventTitle, "event"),
    ]
    + places(.publisherPlace, "place") + places(.publisher, "publisher") + places(.edition, "edition")
    + places(.issued, "dateIssued", form: .date(year: nil, .edtf))
    + [
      FieldRow(
        .issued, "host/date", "dateCreated", "copyrightDate", "host/copyrightDate", form: .date(year: nil, .edtf),
        isReadOnly: true),
      FieldRow(.originalPublisherPlace, "original/place"), FieldRow(.originalPublisher, "original/publisher"),
      FieldRow(.originalDate, "original/dateIssued", form: .date(year: nil, .edtf)),
      FieldRow(.eventPlace, "event/place"), FieldRow(.submitted, "dateSubmitted", form: .date(year: nil, .edtf)),
    ]
    + [
      FieldRow(.volume, "host/volume", "volume", types: parts), FieldRow(.volume, "volume"),
      FieldRow(.issue, "host/issue", "issue", "host/number", types: parts), FieldRow(.issue, "issue"),
      FieldRow(.chapterNumber, "host/chapter"), FieldRow(.section, "host/section"),
      FieldRow(.page, "host/page", "page", types: parts), FieldRow(.page, "page"), FieldRow(.number, "number"),
      FieldRow(.numberOfPages, "extent"), FieldRow(.numberOfVolumes, "numberOfVolumes"), FieldRow(.version, "version"),
    ]
    + places(.isbn, "isbn") + places(.issn, "issn")
    + [
      FieldRow(.doi, "doi", "host/doi"), FieldRow(.pmid, "pmid"), FieldRow(.pmcid, "pmcid"), FieldRow(.cstr, "cstr"),
      FieldRow(.url, "url", "uri"), FieldRow(.accessed, "accessed", form: .date(year: nil, .edtf)),
      FieldRow(.language, "language"), FieldRow(.archive, "physicalLocation"),
      FieldRow(.archiveLocation, "shelfLocator"),
      FieldRow(.callNumber, "classification"), FieldRow(.scale, "scale"), FieldRow(.medium, "form"),
      FieldRow(.source, "recordContentSource"), FieldRow(.abstract, "abstract", form: .text),
      FieldRow(.keyword, "subject"), FieldRow(.note, "note"), FieldRow(.annote, "note:annotation", form: .text),
      FieldRow(.status, "note:status"), FieldRow(.authority, "note:authority"),
      FieldRow(.dimensions, "note:dimensions"),
      FieldRow(.jurisdiction, "note:jurisdiction"), FieldRow(.archivePlace, "note:archive place"),
      FieldRow(.archiveCollection, "note:archive collection"), FieldRow(.part, "note:part"),
      FieldRow(.supplement, "note:supplement"), FieldRow(.volumeTitle, "note:volume title"),
      FieldRow(.printing, "note:printing"), FieldRow(.eventDate, "note:event date", form: .date(year: nil, .edtf)),
      FieldRow(.references, "note:references"),
    ]
}
