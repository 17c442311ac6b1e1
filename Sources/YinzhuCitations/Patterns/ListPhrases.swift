import YinzhuModel

// Phrases of entries in lists of references (GB/T 7714—2015 clauses 4 and 8, and what styles make of them).

extension Grammar {
  /// The mark between the parts of an entry: full stop as a rule, others in careless lists.
  static let listMark = Grammar.mark([.period, .comma, .colon, .stop])
  static let listStop = Grammar.maybe(listMark)

  private static let anyYear = Grammar.any(
    .slot(.date, .issued), .all(.slot(.year, .issued), .maybe(.word(.year))), .slot(.noDate))

  /// `(1999)`, `[2025]` after the names.
  private static let headYear = Grammar.any(
    .all(.open(.round), anyYear, .close(.round)), .all(.open(.square), anyYear, .close(.square)))

  /// `1999`, `2010a`; only a mark tells it from a title such as `1998年长江洪水`.
  private static let bareYear = Grammar.any(.slot(.date, .issued), .slot(.year, .issued))

  /// `唐睿, 唐世平. `, `唐睿, 唐世平, 1999. `, `唐睿（1999）．`; the year alone where no name is printed.
  static let listHead = Grammar.maybe(
    .any(
      .all(
        .slot(.listNames, .author), .any(.all(listStop, headYear), .all(listStop, bareYear, listMark), listMark),
        listStop),
      headYear, .all(bareYear, listMark)))

  /// Volume, edition and number of a document, between title and type code.
  static let titleParts = Grammar.sequence([
    .maybe(.maybe(listMark), .slot(.volumeMark), .maybe(.slot(.phrase, .volumeTitle))),
    .maybe(.slot(.editionBrackets)),
    .maybe(.maybe(.mark([.period, .comma])), .slot(.edition, .edition)),
    .maybe(
      .maybe(.mark([.colon, .comma, .period])), .maybe(.slot(.phrase), .mark([.comma])), .slot(.identifier, .number)),
  ])

  private static let anyTitle = Grammar.any(.slot(.quotedTitle, .title), .slot(.bookTitle, .title))

  /// Title and type code.
  static let codedTitle = Grammar.any(
    .all(.maybe(.slot(.identifier, .number), listStop), .slot(.plainTitle, .title), titleParts, .slot(.typeCode)),
    .all(.slot(.bookTitle, .title), titleParts, .slot(.typeCode)))

  /// Title alone.
  static let uncodedTitle = Grammar.any(
    .all(.maybe(.slot(.identifier, .number), listStop), .slot(.listTitle, .title), titleParts),
    .all(anyTitle, titleParts))

  /// `访问日期：2025-03-06`, `[2025-03-06]`, `2025-03-06`, `2025年3月6日访问`
  private static let accessedAfter = Grammar.maybe(
    .any(
      .all(.maybe(listMark), .open(.square), .any(.slot(.date, .accessed), .slot(.year, .accessed)), .close(.square)),
      .all(.maybe(listMark), .word(.accessed), .maybe(.colon), .slot(.date, .accessed)),
      .all(.maybe(listMark), .slot(.date, .accessed), .maybe(.word(.accessed)))))

  static let listDOI = Grammar.any(
    .all(.open(.square), .slot(.doi, .doi), .close(.square)), .slot(.doi, .doi))

  /// `(2013-01-04)[2013-03-26]. https://…. DOI: 10…`
  static let listAccess = Grammar.sequence([
    .maybe(listStop, .open(.round), .any(.slot(.date, .issued), .slot(.year, .issued)), .close(.round)),
    .maybe(listStop, .open(.square), .any(.slot(.date, .accessed), .slot(.year, .accessed)), .close(.square)),
    .maybe(listStop, .slot(.url, .url), accessedAfter),
    .maybe(listStop, listDOI),
    .maybe(listStop, .slot(.url, .url)),
  ])

  /// The same with an address that must be there.
  static let listWebAddress = Grammar.sequence([
    .maybe(listStop, .open(.round), .any(.slot(.date, .issued), .slot(.year, .issued)), .close(.round)),
    .maybe(listStop, .open(.square), .any(.slot(.date, .accessed), .slot(.year, .accessed)), .close(.square)),
    listStop, .slot(.url, .url), accessedAfter, .maybe(listStop, listDOI),
  ])

  /// `谭汝谦, 林启彦, 译`, `徐超译`
  static let listContributors = Grammar.maybe(
    .maybe(listStop), .any(.slot(.listContributors), .slot(.contributors)))

  static let listEdition = Grammar.maybe(
    listStop,
    .any(
      .slot(.edition, .edition), .slot(.westernEdition, .edition),
      .all(.open(.round), .any(.slot(.edition, .edition), .slot(.westernEdition, .edition)), .close(.round))))

  static let listYear = Grammar.any(
    .slot(.date, .issued), .all(.slot(.year, .issued), .maybe(.word(.year)), .maybe(.word(.edition))),
    .slot(.eraDate, .issued),
    .all(.open(.round), .any(.slot(.date, .issued), .slot(.year, .issued)), .close(.round)))

  /// `北京: 中华书局, 2000`, `北京, 中华书局`, `中华书局2000`
  static let listImprint = Grammar.any(
    .all(
      .any(.slot(.place, .publisherPlace), .slot(.westernPlace, .publisherPlace)), .colon,
      .any(.slot(.publisher, .publisher), .slot(.westernPublisher, .publisher)), listYearAfter),
    .all(.any(.slot(.place, .publisherPlace), .slot(.westernPlace, .publisherPlace)), .colon, listYear),
    .all(.slot(.shortPlace, .publisherPlace), .mark([.period, .comma]), .slot(.publisher, .publisher), listYearAfter),
    .all(.slot(.knownPublisher, .publisher), .comma, .slot(.shortPlace, .publisherPlace), .comma, listYear),
    .all(.any(.slot(.publisher, .publisher), .slot(.westernPublisher, .publisher)), listYearAfter),
    listYear)

  private static let listYearAfter = Grammar.maybe(.maybe(.mark([.comma, .period])), listYear)

  /// `: 12`, `, 12-15`, `. 第12页`, `(pp. 32–36)`
  static func listPages(_ variable: Variable?) -> Grammar {
    .maybe(
      .maybe(.mark([.colon, .comma, .period])),
      .any(
        .slot(.pageRange, variable), .slot(.locator), .slot(.westernLocator),
        .all(.open(.round), .any(.slot(.westernLocator), .slot(.locator)), .close(.round))))
  }

  /// `//`, `. 见: `, `. In: `
  static let listHost = Grammar.sequence([
    listContributors, listContributors,
    .any(
      .all(.mark([.slash]), .mark([.slash])),
      .all(listStop, .word(.host, .see, .hostWord), .maybe(.mark([.colon])))),
  ])
}
