import YinzhuModel

/// The tables between CSL's types and variables and the entry types and fields of BibTeX and BibLaTeX.
///
/// One row is one relation, read from left to right by the writer and from right to left by a reader, and printed by
/// the documentation. Sources: BibTeX, `btxdoc` (1988) with the fields that later styles agree on (doi, url, urldate,
/// isbn, issn, translator, langid, …; BibTeX ignores fields that a style doesn't know); BibLaTeX manual 3.19,
/// sections 2.1 and 2.2; biblatex-gb7714-2015 and gbt7714 for `entrysubtype = {newspaper}`, `medium`, `cstr`, `scale`,
/// `dimensions`, `recipient`, and for proceedings as a kind of conference papers.
package enum BibTeXMapping {
  /// One relation of types.
  package struct EntryType: Sendable, Hashable {
    /// The type in CSL.
    package let type: ReferenceType
    /// The entry type in BibTeX.
    package let bibtex: String
    /// The entry type in BibLaTeX.
    package let biblatex: String
    /// What `entrysubtype` says where several CSL types share the entry type in BibLaTeX. In BibTeX, which has fewer
    /// entry types, it says this or the CSL type wherever the entry type alone would be read as another; styles skip it.
    package let subtype: String?
    /// The row holds only for records with the first of these and without the second.
    package let having: Variable?
    /// See `having`.
    package let lacking: Variable?

    init(
      _ type: ReferenceType, bibtex: String, biblatex: String, subtype: String? = nil,
      having: Variable? = nil, lacking: Variable? = nil
    ) {
      self.type = type
      self.bibtex = bibtex
      self.biblatex = biblatex
      self.subtype = subtype
      self.having = having
      self.lacking = lacking
    }

    func entry(_ dialect: BibTeXWriter.Dialect) -> String { dialect == .bibtex ? bibtex : biblatex }
  }

  /// How a value is written.
  package enum Form: Sendable, Hashable {
    /// Text with LaTeX escapes.
    case text
    /// A title: its case is protected by braces (`BibTeXValues`).
    case title
    /// An edition: a number, or a word for one.
    case edition
    /// Text that LaTeX doesn't read: identifiers and addresses.
    case verbatim
    /// Names joined by ` and `.
    case names
    /// A date; `issued` is `year`, `month`, `day` in BibTeX.
    case date
    /// Page numbers, ranges with `--`.
    case pages
    /// A language tag as babel's name.
    case language
  }

  /// One relation of a variable and a field.
  package struct FieldRow: Sendable, Hashable {
    /// The variable in CSL.
    package let variable: Variable
    /// The field in BibTeX.
    package let bibtex: String
    /// The field in BibLaTeX.
    package let biblatex: String
    /// How the value is written.
    package let form: Form
    /// The types that the row holds for; empty for all. Of several rows of a variable, the first that holds counts.
    package let types: Set<ReferenceType>

    init(
      _ variable: Variable, _ biblatex: String, bibtex: String? = nil, _ form: Form = .text,
      types: Set<ReferenceType> = []
    ) {
      self.variable = variable
      self.biblatex = biblatex
      self.bibtex = bibtex ?? biblatex
      self.form = form
      self.types = types
    }

    func field(_ dialect: BibTeXWriter.Dialect) -> String { dialect == .bibtex ? bibtex : biblatex }

    func holds(for type: ReferenceType) -> Bool { types.isEmpty || types.contains(type) }
  }

  /// Whether LaTeX reads no commands in a field.
  static func isVerbatim(_ field: String) -> Bool { verbatimFields.contains(field) }

  private static let verbatimFields: Set<String> = Set(
    fields.filter { $0.form == .verbatim }.flatMap { [$0.bibtex, $0.biblatex] } + [
      "file", "eprint", "crossref", "xref",
    ])

  /// The field that holds a variable for which neither format has one: `csl-archive-place`.
  static func ownName(_ variable: Variable) -> String { "csl-" + variable.rawValue.lowercased() }

  /// The variable of such a field.
  static func variable(ofOwnName name: String) -> Variable? {
    name.hasPrefix("csl-") ? ownNames[name] : nil
  }

  private static let ownNames = Dictionary(uniqueKeysWithValues: Variable.allCases.map { (ownName($0), $0) })

  /// Whether a variable says something of a citation, not of what is cited.
  static func belongsToCitation(_ variable: Variable) -> Bool {
    switch variable {
    case .locator, .firstReferenceNoteNumber, .citationNumber, .citationLabel, .yearSuffix: true
    default: false
    }
  }

  /// The type that a reader gives an entry; nil for entry types that the tables and aliases don't have.
  ///
  /// `entrysubtype` is a row's subtype, a name of other programs, or a CSL type; plain `@misc` with an address is a web page.
  static func type(
    ofEntry name: String, subtype: String?, hasAddress: Bool, _ dialect: BibTeXWriter.Dialect
  ) -> ReferenceType? {
    guard subtype == nil else {
      return uncachedType(ofEntry: name, subtype: subtype, hasAddress: hasAddress, dialect)
    }
    if name == "misc", dialect == .bibtex { return hasAddress ? .webpage : .document }
    let known = dialect == .bibtex ? typesOfBibTeX : typesOfBibLaTeX
    return known[name] ?? BibTeXAliases.types[name]
  }

  private static let typesOfBibTeX = types(.bibtex)
  private static let typesOfBibLaTeX = types(.biblatex)

  /// What entry types mean without a subtype.
  private static func types(_ dialect: BibTeXWriter.Dialect) -> [String: ReferenceType] {
    let names = Set(entryTypes.flatMap { [$0.bibtex, $0.biblatex] }).union(["collection"])
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        uncachedType(ofEntry: name, subtype: nil, hasAddress: false, dialect).map { (name, $0) }
      })
  }

  private static func uncachedType(
    ofEntry name: String, subtype: String?, hasAddress: Bool, _ dialect: BibTeXWriter.Dialect
  ) -> ReferenceType? {
    let rows = entryTypes.filter { $0.bibtex == name || $0.biblatex == name }
    if let subtype {
      if let row = rows.first(where: { $0.subtype == subtype && $0.biblatex == name }) { return row.type }
      if let type = BibTeXAliases.subtypes[subtype] ?? ReferenceType(rawValue: subtype) { return type }
    }
    // A compilation in gbt7714, an edited book in BibLaTeX.
    if name == "collection", dialect == .bibtex { return .collection }
    if name == "misc" { return dialect == .bibtex && hasAddress ? .webpage : .document }
    return (rows.first { $0.subtype == nil && $0.biblatex == name } ?? rows.first { $0.subtype == nil })?.type
      ?? BibTeXAliases.types[name]
  }

  /// Whether the writer gives a record this entry type by itself.
  static func isPlain(_ name: String, for reference: Reference, _ dialect: BibTeXWriter.Dialect) -> Bool {
    let plain = dialect == .bibtex ? plainTypesOfBibTeX : plainTypesOfBibLaTeX
    return (plain[reference.type] ?? entryType(of: reference)?.entry(dialect)) == name
  }

  private static let plainTypesOfBibTeX = plainTypes(.bibtex)
  private static let plainTypesOfBibLaTeX = plainTypes(.biblatex)

  /// The entry types of those types that have one row.
  private static func plainTypes(_ dialect: BibTeXWriter.Dialect) -> [ReferenceType: String] {
    var out: [ReferenceType: String] = [:]
    for type in ReferenceType.allCases {
      let rows = entryTypes.filter { $0.type == type }
      if rows.count == 1, let row = rows.first { out[type] = row.entry(dialect) }
    }
    return out
  }

  /// The row of a record's type.
  static func entryType(of reference: Reference) -> EntryType? {
    entryTypes.first { row in
      row.type == reference.type
        && row.having.map { reference[$0] != nil } ?? true
        && row.lacking.map { reference[$0] == nil } ?? true
    }
  }
}

extension BibTeXMapping {
  /// Types, the special before the general.
  package static let entryTypes: [EntryType] = [
    EntryType(.articleJournal, bibtex: "article", biblatex: "article"),
    EntryType(.articleNewspaper, bibtex: "article", biblatex: "article", subtype: "newspaper"),
    EntryType(.articleMagazine, bibtex: "article", biblatex: "article", subtype: "magazine"),
    EntryType(.review, bibtex: "article", biblatex: "review"),
    EntryType(.reviewBook, bibtex: "article", biblatex: "review", subtype: "review-book"),
    EntryType(.book, bibtex: "book", biblatex: "collection", having: .editor, lacking: .author),
    EntryType(.book, bibtex: "book", biblatex: "book"),
    EntryType(.classic, bibtex: "book", biblatex: "book", subtype: "classic"),
    EntryType(.chapter, bibtex: "incollection", biblatex: "inbook", having: .containerAuthor),
    EntryType(.chapter, bibtex: "incollection", biblatex: "incollection"),
    EntryType(
      .paperConference, bibtex: "proceedings", biblatex: "proceedings", having: .editor, lacking: .containerTitle),
    EntryType(.paperConference, bibtex: "inproceedings", biblatex: "inproceedings"),
    EntryType(.entryEncyclopedia, bibtex: "incollection", biblatex: "inreference"),
    EntryType(.entryDictionary, bibtex: "incollection", biblatex: "inreference", subtype: "entry-dictionary"),
    EntryType(.entry, bibtex: "incollection", biblatex: "inreference", subtype: "entry"),
    EntryType(.thesis, bibtex: "phdthesis", biblatex: "thesis"),
    EntryType(.report, bibtex: "techreport", biblatex: "report"),
    EntryType(.webpage, bibtex: "misc", biblatex: "online"),
    EntryType(.post, bibtex: "misc", biblatex: "online", subtype: "post"),
    EntryType(.postWeblog, bibtex: "misc", biblatex: "online", subtype: "post-weblog"),
    EntryType(.manuscript, bibtex: "unpublished", biblatex: "unpublished"),
    EntryType(.speech, bibtex: "unpublished", biblatex: "unpublished", subtype: "speech"),
    EntryType(.pamphlet, bibtex: "booklet", biblatex: "booklet"),
    EntryType(.periodical, bibtex: "misc", biblatex: "periodical"),
    EntryType(.patent, bibtex: "misc", biblatex: "patent"),
    EntryType(.standard, bibtex: "misc", biblatex: "standard"),
    EntryType(.legislation, bibtex: "misc", biblatex: "legislation"),
    EntryType(.regulation, bibtex: "misc", biblatex: "legislation", subtype: "regulation"),
    EntryType(.bill, bibtex: "misc", biblatex: "legislation", subtype: "bill"),
    EntryType(.legalCase, bibtex: "misc", biblatex: "jurisdiction"),
    EntryType(.treaty, bibtex: "misc", biblatex: "legal"),
    EntryType(.dataset, bibtex: "misc", biblatex: "dataset"),
    EntryType(.software, bibtex: "misc", biblatex: "software"),
    EntryType(.graphic, bibtex: "misc", biblatex: "artwork"),
    EntryType(.figure, bibtex: "misc", biblatex: "image"),
    EntryType(.motionPicture, bibtex: "misc", biblatex: "movie"),
    EntryType(.broadcast, bibtex: "misc", biblatex: "video", subtype: "broadcast"),
    EntryType(.song, bibtex: "misc", biblatex: "music"),
    EntryType(.musicalScore, bibtex: "misc", biblatex: "misc", subtype: "musical_score"),
    EntryType(.performance, bibtex: "misc", biblatex: "performance"),
    EntryType(.personalCommunication, bibtex: "misc", biblatex: "letter"),
    EntryType(.article, bibtex: "misc", biblatex: "misc", subtype: "article"),
    EntryType(.map, bibtex: "misc", biblatex: "misc", subtype: "map"),
    EntryType(.interview, bibtex: "misc", biblatex: "misc", subtype: "interview"),
    EntryType(.hearing, bibtex: "misc", biblatex: "misc", subtype: "hearing"),
    EntryType(.event, bibtex: "misc", biblatex: "misc", subtype: "event"),
    EntryType(.collection, bibtex: "misc", biblatex: "misc", subtype: "collection"),
    EntryType(.document, bibtex: "misc", biblatex: "misc"),
  ]

  static let articles: Set<ReferenceType> = [
    .articleJournal, .articleNewspaper, .articleMagazine, .review, .reviewBook,
  ]
  static let parts: Set<ReferenceType> = [
    .chapter, .paperConference, .entry, .entryDictionary, .entryEncyclopedia, .map, .figure, .graphic,
  ]
  static let archival: Set<ReferenceType> = [.manuscript, .personalCommunication]
  static let online: Set<ReferenceType> = [.webpage, .post, .postWeblog]
  static let numbered: Set<ReferenceType> = [
    .report, .patent, .standard, .legislation, .regulation, .bill, .legalCase, .treaty, .dataset, .manuscript,
    .document, .map, .hearing, .article, .software, .thesis, .personalCommunication,
  ]
  /// Where `number` is free for the number within a series.
  static let inNumberedSeries = Set(ReferenceType.allCases).subtracting(articles).subtracting(numbered)
    .subtracting([.periodical])
  static let official: Set<ReferenceType> = [
    .legislation, .regulation, .bill, .legalCase, .treaty, .standard, .patent, .hearing,
  ]

  /// Variables and fields, in the order in which fields are written.
  package static let fields: [FieldRow] = [
    FieldRow(.author, "author", .names),
    FieldRow(.title, "title", .title),
    FieldRow(.titleShort, "shorttitle", .title),
    FieldRow(.originalTitle, "origtitle"),
    FieldRow(.editor, "editor", .names),
    FieldRow(.translator, "translator", .names),
    FieldRow(.recipient, "recipient", .names),
    FieldRow(.containerAuthor, "bookauthor", .names, types: parts),
    FieldRow(.containerTitle, "journaltitle", bibtex: "journal", types: articles),
    FieldRow(.containerTitle, "booktitle", .title, types: parts),
    FieldRow(.containerTitle, "titleaddon", bibtex: "howpublished"),
    FieldRow(.containerTitleShort, "shortjournal", types: articles),
    FieldRow(.eventTitle, "eventtitle"),
    FieldRow(.event, "eventtitle"),
    FieldRow(.eventPlace, "venue"),
    FieldRow(.eventDate, "eventdate", .date),
    FieldRow(.collectionTitle, "series"),
    FieldRow(.genre, "type"),
    FieldRow(.edition, "edition", .edition),
    FieldRow(.publisherPlace, "location", bibtex: "address"),
    FieldRow(.publisher, "institution", bibtex: "school", types: [.thesis]),
    FieldRow(.publisher, "institution", types: [.report]),
    FieldRow(.publisher, "organization", bibtex: "publisher", types: online.union([.document, .software])),
    FieldRow(.publisher, "publisher"),
    FieldRow(.authority, "institution", types: official),
    FieldRow(.issued, "date", bibtex: "year", .date),
    FieldRow(.originalPublisherPlace, "origlocation"),
    FieldRow(.originalPublisher, "origpublisher"),
    FieldRow(.originalDate, "origdate", .date),
    FieldRow(.volume, "volume"),
    FieldRow(.numberOfVolumes, "volumes"),
    FieldRow(.issue, "number", types: articles.union([.periodical])),
    FieldRow(.number, "number", types: numbered),
    FieldRow(.number, "eid", types: articles),
    FieldRow(.collectionNumber, "number", types: inNumberedSeries),
    FieldRow(.chapterNumber, "chapter"),
    FieldRow(.part, "part"),
    FieldRow(.page, "pages", .pages),
    FieldRow(.numberOfPages, "pagetotal"),
    FieldRow(.version, "version"),
    FieldRow(.scale, "scale"),
    FieldRow(.dimensions, "dimensions"),
    FieldRow(.medium, "medium"),
    FieldRow(.status, "pubstate"),
    FieldRow(.archive, "eprinttype", bibtex: "archiveprefix", types: [.article]),
    FieldRow(.archive, "institution", types: archival),
    FieldRow(.archive, "library"),
    FieldRow(.archiveCollection, "collection"),
    FieldRow(.archiveLocation, "eprint", types: [.article]),
    FieldRow(.archiveLocation, "shelfmark"),
    FieldRow(.callNumber, "lccn"),
    FieldRow(.isbn, "isbn"),
    FieldRow(.issn, "issn"),
    FieldRow(.doi, "doi", .verbatim),
    FieldRow(.cstr, "cstr", .verbatim),
    FieldRow(.pmid, "pmid", .verbatim),
    FieldRow(.pmcid, "pmcid", .verbatim),
    FieldRow(.url, "url", .verbatim),
    FieldRow(.accessed, "urldate", .date),
    FieldRow(.language, "langid", .language),
    FieldRow(.abstract, "abstract"),
    FieldRow(.keyword, "keywords"),
    FieldRow(.annote, "annotation", bibtex: "annote"),
    FieldRow(.note, "note"),
  ]

  /// Roles that BibLaTeX writes as `editora = {…}, editoratype = {director}` (manual 2.3.6); three fit.
  package static let editorRoles: [Variable] = [
    .compiler, .director, .composer, .performer, .producer, .illustrator, .narrator, .interviewer, .recipient,
    .organizer, .curator, .host, .guest, .contributor, .chair, .scriptWriter, .seriesCreator, .executiveProducer,
    .editorialDirector, .collectionEditor, .originalAuthor, .reviewedAuthor,
  ]
}
