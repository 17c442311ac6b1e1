import YinzhuModel

/// The tables between CSL and the sources of Microsoft Word.
///
/// Source: ECMA-376-1, section 22.6 (Bibliography); what JabRef and Word write beside it. Tags of names are the roles
/// inside `b:Author`.
enum WordMapping {
  private typealias TypeRow = FormatMapping.TypeRow
  private typealias FieldRow = FormatMapping.FieldRow

  static let mapping = FormatMapping(
    format: "word", title: "Word sources", source: "ECMA-376-1, section 22.6 (b:Sources)", types: types,
    fallbackType: "Misc", fields: fields, ignored: ["Guid", "RefOrder", "BIBTEX_Entry"])

  private static let types: [TypeRow] = [
    TypeRow(.articleJournal, "JournalArticle"), TypeRow(.articleNewspaper, "ArticleInAPeriodical"),
    TypeRow(.articleMagazine, "ArticleInAPeriodical"), TypeRow(.book, "Book"), TypeRow(.chapter, "BookSection"),
    TypeRow(.paperConference, "ConferenceProceedings"), TypeRow(.report, "Report"), TypeRow(.thesis, "Report"),
    TypeRow(.webpage, "InternetSite"), TypeRow(.post, "DocumentFromInternetSite"), TypeRow(.patent, "Patent"),
    TypeRow(.legalCase, "Case"), TypeRow(.motionPicture, "Film"), TypeRow(.song, "SoundRecording"),
    TypeRow(.performance, "Performance"), TypeRow(.graphic, "Art"), TypeRow(.interview, "Interview"),
    TypeRow(.document, "Misc"), TypeRow(.postWeblog, "DocumentFromInternetSite"), TypeRow(.classic, "Book"),
    TypeRow(.review, "JournalArticle"), TypeRow(.reviewBook, "JournalArticle"),
    TypeRow(.entryEncyclopedia, "BookSection"), TypeRow(.entryDictionary, "BookSection"),
    TypeRow(.entry, "BookSection"),
    TypeRow(.broadcast, "Film"), TypeRow(.musicalScore, "Art"), TypeRow(.map, "Art"), TypeRow(.figure, "Art"),
    TypeRow(.software, "ElectronicSource"), TypeRow(.dataset, "ElectronicSource"),
    TypeRow(.webpage, "ElectronicSource", isReadOnly: true),
    // What `thesis` is called once its b:ThesisType was seen.
    TypeRow(.thesis, WordXML.thesis, isReadOnly: true),
    TypeRow(.articleNewspaper, "ArticleInAPeriodical", isReadOnly: true),
  ]

  private static let articles: Set<ReferenceType> = [.articleJournal, .review, .reviewBook]
  private static let periodicals: Set<ReferenceType> = [.articleNewspaper, .articleMagazine]
  private static let parts: Set<ReferenceType> = [.chapter, .entry, .entryDictionary, .entryEncyclopedia]
  private static let sites: Set<ReferenceType> = [.webpage, .post, .postWeblog]
  private static let art: Set<ReferenceType> = [.graphic, .map, .figure, .musicalScore]

  private static let fields: [FieldRow] = [
    FieldRow(.author, "Author/Artist", "Author/Author", types: art),
    FieldRow(.author, "Author/Inventor", "Author/Author", types: [.patent]),
    FieldRow(.author, "Author/Interviewee", "Author/Author", types: [.interview]),
    FieldRow(.author, "Author/Author", "Author/Artist", "Author/Interviewee", "Author/Inventor"),
    FieldRow(.editor, "Author/Editor"), FieldRow(.translator, "Author/Translator"),
    FieldRow(.containerAuthor, "Author/BookAuthor"), FieldRow(.compiler, "Author/Compiler"),
    FieldRow(.composer, "Author/Composer"), FieldRow(.director, "Author/Director"),
    FieldRow(.interviewer, "Author/Interviewer"), FieldRow(.performer, "Author/Performer"),
    FieldRow(.producer, "Author/ProducerName"), FieldRow(.scriptWriter, "Author/Writer"),
    FieldRow(.title, "Title"), FieldRow(.titleShort, "ShortTitle"),
    FieldRow(.containerTitle, "JournalName", "PeriodicalTitle", types: articles),
    FieldRow(.containerTitle, "PeriodicalTitle", "JournalName", types: periodicals),
    FieldRow(.containerTitle, "BookTitle", types: parts),
    FieldRow(.containerTitle, "ConferenceName", "BookTitle", types: [.paperConference]),
    FieldRow(.containerTitle, "InternetSiteTitle", types: sites),
    FieldRow(.containerTitle, "AlbumTitle", types: [.song]),
    FieldRow(.containerTitle, "PublicationTitle", types: art), FieldRow(.containerTitle, "PublicationTitle"),
    FieldRow(.containerTitle, "JournalName", "PeriodicalTitle", "BookTitle", "InternetSiteTitle", isReadOnly: true),
    FieldRow(.collectionTitle, "BIBTEX_Series"), FieldRow(.issued, "Year", form: .date(year: nil, .plain)),
    FieldRow(.publisherPlace, "City"), FieldRow(.publisher, "Institution", "Publisher", types: [.report, .thesis]),
    FieldRow(.authority, "Court", types: [.legalCase]), FieldRow(.publisher, "Publisher"),
    FieldRow(
      .publisher, "ProductionCompany", types: [.motionPicture, .song, .performance, .broadcast], isReadOnly: true),
    FieldRow(.archive, "Institution", types: art), FieldRow(.volume, "Volume"), FieldRow(.issue, "Issue"),
    FieldRow(.number, "PatentNumber", types: [.patent]), FieldRow(.number, "CaseNumber", types: [.legalCase]),
    FieldRow(.number, "RecordingNumber", types: [.song]), FieldRow(.genre, "ThesisType", types: [.thesis, .report]),
    FieldRow(.genre, "Type"), FieldRow(.page, "Pages"), FieldRow(.edition, "Edition"),
    FieldRow(.numberOfVolumes, "NumberVolumes"), FieldRow(.version, "Version"),
    FieldRow(.chapterNumber, "ChapterNumber"),
    FieldRow(.medium, "Medium"), FieldRow(.section, "Department"), FieldRow(.isbn, "StandardNumber"),
    FieldRow(.issn, "StandardNumber"), FieldRow(.number, "StandardNumber"), FieldRow(.doi, "DOI"),
    FieldRow(.url, "URL"),
    FieldRow(.accessed, "Accessed", form: .date(year: nil, .plain)), FieldRow(.language, "LCID"),
    FieldRow(.abstract, "BIBTEX_Abstract", form: .text), FieldRow(.keyword, "BIBTEX_KeyWords", form: .joinedWords),
    FieldRow(.note, "Comments", form: .text),
  ]

  /// Windows' numbers of languages (MS-LCID) and their tags; the first row of a number gives its tag.
  static let languages: [(number: String, tag: String)] = [
    ("2052", "zh-CN"), ("1028", "zh-TW"), ("3076", "zh-HK"), ("1033", "en-US"), ("2057", "en-GB"), ("1041", "ja"),
    ("1042", "ko"), ("1036", "fr"), ("1031", "de"), ("3082", "es"), ("1034", "es"), ("1040", "it"), ("1049", "ru"),
    ("1046", "pt-BR"), ("2070", "pt"), ("1043", "nl"), ("1053", "sv"), ("1030", "da"), ("1044", "no"), ("1035", "fi"),
    ("1045", "pl"), ("1029", "cs"), ("1038", "hu"), ("1055", "tr"), ("1058", "uk"), ("1025", "ar"), ("1037", "he"),
    ("1066", "vi"), ("1054", "th"), ("1032", "el"), ("1104", "mn"), ("1105", "bo"),
  ]
}
