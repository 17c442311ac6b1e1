import YinzhuModel

extension Patterns {
  /// Entries with a type code, and the same entries as styles print them that leave the codes out.
  static let listEntries: [Pattern] = entries(coded: true) + entries(coded: false)

  private static let periodical = Grammar.any(
    .slot(.journalName, .containerTitle), .slot(.bookTitle, .containerTitle),
    .slot(.westernPeriodical, .containerTitle))

  /// `52(11)`, `8`, `45(增刊1)`, `第3期`
  private static let volumeAndIssue = Grammar.any(
    .all(
      .maybe(.word(.volumeWord), .maybe(.mark([.period]))), .maybe(.word(.ordinal)), .slot(.number, .volume),
      .maybe(.word(.volume)),
      .maybe(
        .optionalComma,
        .any(.all(.open(.round), issueNumber, .close(.round)), .all(issueNumber, .word(.issue))))),
    .all(.open(.round), issueNumber, .close(.round)),
    .all(.maybe(.word(.ordinal)), issueNumber, .word(.issue)),
    .slot(.supplement, .issue))

  private static let issueNumber = Grammar.any(
    .all(.maybe(.word(.ordinal)), .slot(.number, .issue), .maybe(.word(.issue))), .slot(.supplement, .issue),
    .slot(.issueName, .issue))

  private static let journalTail = Grammar.sequence([
    .maybe(.any(.listHost, .listStop)), .maybe(.listContributors, .listStop), periodical,
    .any(
      .all(.listStop, .listYear, .maybe(.maybe(.mark([.comma, .colon, .period])), volumeAndIssue)),
      .all(.listStop, volumeAndIssue, .maybe(.listStop, .listYear)),
      .all(.listStop, .listYear)),
    .listPages(.page), .listAccess,
  ])

  private static let newspaperTail = Grammar.sequence([
    .listStop, periodical, .listStop,
    .any(.slot(.date, .issued), .all(.open(.round), .slot(.date, .issued), .close(.round))),
    .maybe(
      .any(
        .all(.open(.round), .slot(.newspaperPage, .page), .close(.round)),
        .all(.mark([.colon, .comma, .period]), .slot(.newspaperPage, .page)))),
    .listAccess,
  ])

  private static let bookTail = Grammar.sequence([
    .listContributors, .listContributors, .listEdition, .listStop, .listImprint, .listPages(nil), .listAccess,
  ])

  private static let genre = Grammar.any(.slot(.degree, .genre), .slot(.westernDegree, .genre))

  private static let thesisTail = Grammar.sequence([
    .maybe(.any(.all(.listStop, genre), .all(.listStop, .open(.square), genre, .close(.square)))),
    .listStop,
    .maybe(.any(.slot(.place, .publisherPlace), .slot(.westernPlace, .publisherPlace)), .colon),
    .maybe(.slot(.shortPlace, .publisherPlace), .mark([.period, .comma])),
    .slot(.school, .publisher),
    .maybe(.listStop, .slot(.degree, .genre)),
    .maybe(.listStop, .listYear), .listPages(nil), .listAccess,
  ])

  /// In careless lists only a full stop and the code of the host say that it is one.
  private static let hostWithCode = Grammar.sequence([
    .listMark, .maybe(.any(.slot(.listContributors), .slot(.listNames, .editor)), .listMark),
    .slot(.plainTitle, .containerTitle), .titleParts, .slot(.typeCode),
  ])

  private static let host = Grammar.sequence([
    .listHost,
    .maybe(
      .any(
        .all(.slot(.listContributors), .listStop), .all(.slot(.listNames, .editor), .mark([.period, .colon, .stop])))),
    .any(
      .all(.slot(.bookTitle, .containerTitle), .titleParts), .all(.slot(.listTitle, .containerTitle), .titleParts)),
    .maybe(.slot(.typeCode)),
  ])

  private static let chapterTail = Grammar.sequence([
    .any(host, hostWithCode), .listPages(.page), .listContributors, .listEdition, .maybe(.listStop, .listImprint),
    .listPages(.page), .listAccess,
  ])

  private static let webTail = Grammar.any(
    .all(
      .maybe(.listStop, .any(.slot(.journalName, .containerTitle), .slot(.westernTitle, .containerTitle))),
      .maybe(.listStop, .listYear), .listWebAddress),
    .all(.maybe(.listStop, .listYear), .listAccess))

  private static let patentTail = Grammar.sequence([
    .maybe(.listStop, .maybe(.slot(.westernTitle)), .maybe(.slot(.phrase)), .maybe(.mark([.colon, .comma]))),
    .maybe(.listStop, .slot(.identifier, .number)), .maybe(.listStop, .listYear), .listAccess,
  ])

  private static func entries(coded: Bool) -> [Pattern] {
    let title = Grammar.sequence([.listHead, coded ? .codedTitle : .uncodedTitle])
    let suffix = coded ? "" : "-without-code"
    func pattern(_ id: String, _ type: ReferenceType, _ example: String, prior: Float = 0, _ tail: Grammar) -> Pattern {
      Pattern(
        "list-" + id + suffix, type, example: coded ? example : ListExample.withoutCode(example),
        prior: coded ? prior : prior - 0.4, requiresTypeCode: coded, isPlainList: !coded, [title, tail])
    }
    return [
      pattern("book", .book, "李明，王立. 山的那边[M]. 张文，译. 2版. 北京：山海出版社，2002：90", bookTail),
      pattern("journal", .articleJournal, "李明，王立. 县志里的书院[J]. 江南学刊，2013(2)：39-57", prior: 0.2, journalTail),
      pattern("newspaper", .articleNewspaper, "李明. 县城里的图书馆[N]. 人民日报，2016-04-24（2）", prior: 0.3, newspaperTail),
      pattern("thesis", .thesis, "李明. 县志里的书院[D]. 南京：江南大学，2000：35", prior: 0.1, thesisTail),
      pattern("chapter", .chapter, "李明. 山[M]//王立. 山海集. 北京：山海出版社，2007：3-35", prior: 0.2, chapterTail),
      pattern(
        "web-page", .webpage, "李明. 县城里的图书馆[EB/OL]. (2013-01-04)[2013-03-26]. https://example.org/1.html", prior: 0.2,
        webTail),
      pattern("patent", .patent, "李明. 一种书架[P]. 中国专利: CN12345678A, 2008-01-16", prior: 0.1, patentTail),
    ]
  }
}

/// The example of a pattern with a type code is the example of its twin when the code goes.
enum ListExample {
  static func withoutCode(_ example: String) -> String {
    guard let open = example.firstIndex(of: "["), let close = example.firstIndex(of: "]") else { return example }
    return String(example[..<open] + example[example.index(after: close)...])
  }
}
