import YinzhuModel

extension Patterns {
  /// The mark after a type code or between parts: full stop as a rule, comma in careless lists.
  private static let stop = Grammar.maybe(.mark([.period, .comma, .colon, .stop]))
  /// `唐睿, 唐世平. `
  private static let names = Grammar.maybe(.sequence([.slot(.listNames, .author), .mark([.period, .comma, .colon])]))
  private static let titleAndCode = Grammar.sequence([.slot(.plainTitle, .title), .slot(.typeCode)])
  private static let access = Grammar.maybe(
    .maybe(.open(.round), .slot(.date, .issued), .close(.round)),
    .maybe(.open(.square), .slot(.date, .accessed), .close(.square)),
    .maybe(stop, .slot(.url, .url)), .maybe(stop, doi))
  private static let doi = Grammar.all(.maybe(.slot(.westernTitle), .colon), .slot(.doi, .doi))
  private static let contributors = Grammar.maybe(stop, .slot(.contributors))
  private static let edition = Grammar.maybe(stop, .any(.slot(.edition, .edition), .slot(.westernEdition, .edition)))
  private static let year = Grammar.any(.slot(.date, .issued), .slot(.year, .issued), .slot(.eraDate, .issued))
  private static let imprint = Grammar.sequence([
    .maybe(.any(.slot(.place, .publisherPlace), .slot(.westernPlace, .publisherPlace)), .colon),
    .any(.slot(.publisher, .publisher), .slot(.westernPublisher, .publisher)),
    .maybe(.optionalComma, year, .maybe(.word(.year)), .maybe(.word(.edition))),
  ])
  private static let pages = Grammar.maybe(.mark([.colon, .comma, .period]), .any(.slot(.pageRange), .slot(.locator)))
  private static let journalPages = Grammar.maybe(.mark([.colon, .comma, .period]), .slot(.pageRange, .page))

  static let listEntries: [Pattern] = [
    Pattern(
      "list-book", .book, example: "李明，王立. 山的那边[M]. 张文，译. 2版. 北京：山海出版社，2002：90", requiresTypeCode: true,
      [names, titleAndCode, stop, contributors, contributors, edition, stop, imprint, pages, stop, access]),
    Pattern(
      "list-journal", .articleJournal, example: "李明，王立. 县志里的书院[J]. 江南学刊，2013(2)：39-57", prior: 0.2,
      requiresTypeCode: true,
      [
        names, titleAndCode, stop, .maybe(contributors, stop),
        .any(
          .slot(.phrase, .containerTitle), .slot(.bookTitle, .containerTitle),
          .slot(.westernPeriodical, .containerTitle)),
        .optionalComma, year, .maybe(.word(.year)),
        .maybe(
          .maybe(.optionalComma, .maybe(.word(.ordinal)), .slot(.number, .volume), .maybe(.word(.volume))),
          .optionalComma,
          .maybe(.open(.round), .slot(.number, .issue), .close(.round)),
          .maybe(.maybe(.word(.ordinal)), .slot(.number, .issue), .word(.issue))),
        journalPages, stop, access,
      ]),
    Pattern(
      "list-newspaper", .articleNewspaper, example: "李明. 县城里的图书馆[N]. 人民日报，2016-04-24（2）", prior: 0.3,
      requiresTypeCode: true,
      [
        names, titleAndCode, stop,
        .any(
          .slot(.phrase, .containerTitle), .slot(.bookTitle, .containerTitle),
          .slot(.westernPeriodical, .containerTitle)),
        .optionalComma, .slot(.date, .issued),
        .maybe(
          .any(
            .all(.open(.round), .slot(.newspaperPage, .page), .close(.round)),
            .all(.mark([.colon, .comma]), .slot(.newspaperPage, .page)))),
        stop, access,
      ]),
    Pattern(
      "list-thesis", .thesis, example: "李明. 县志里的书院[D]. 南京：江南大学，2000：35", prior: 0.1, requiresTypeCode: true,
      [
        names, titleAndCode, stop,
        .maybe(.any(.slot(.place, .publisherPlace), .slot(.westernPlace, .publisherPlace)), .colon),
        .any(.slot(.school, .publisher), .slot(.westernPublisher, .publisher)), .optionalComma, year,
        .maybe(.word(.year)), pages, stop, access,
      ]),
    Pattern(
      "list-chapter", .chapter, example: "李明. 山[M]//王立. 山海集. 北京：山海出版社，2007：3-35", prior: 0.2, requiresTypeCode: true,
      [
        names, titleAndCode, .mark([.slash]), .mark([.slash]),
        .maybe(.slot(.listNames, .editor), .mark([.period, .colon, .comma])),
        .any(
          .slot(.phrase, .containerTitle), .slot(.bookTitle, .containerTitle), .slot(.westernTitle, .containerTitle)),
        .maybe(.slot(.typeCode)), stop, contributors, edition, stop, imprint, journalPages, stop, access,
      ]),
    Pattern(
      "list-web-page", .webpage, example: "李明. 县城里的图书馆[EB/OL]. (2013-01-04)[2013-03-26]. https://example.org/1.html",
      prior: 0.2, requiresTypeCode: true,
      [names, titleAndCode, stop, .maybe(.slot(.phrase, .containerTitle), stop), .maybe(year, stop), access]),
  ]
}
