import YinzhuModel

extension Patterns {
  private static let separator = Grammar.maybe(.mark([.comma, .period]))
  static let westernHead = Grammar.maybe(.sequence([.slot(.westernNames, .author), separator]))
  static let westernVolume = Grammar.any(
    .all(.word(.volumeWord), .maybe(.mark([.period])), .slot(.number, .volume)),
    .slot(.bareVolume, .volume))
  static let westernIssue = Grammar.all(.word(.issueWord), .maybe(.mark([.period, .comma])), .slot(.number, .issue))
  static let westernDate = Grammar.any(.slot(.date, .issued), .slot(.year, .issued))
  static let westernPages = Grammar.maybe(separator, .any(.slot(.westernLocator), .slot(.pageRange)))
  static let westernImprint = Grammar.any(
    imprintBody, .all(.open(.round), imprintBody, .close(.round)))
  private static let imprintBody = Grammar.sequence([
    .maybe(.slot(.westernEdition, .edition), separator),
    .any(
      .all(
        .slot(.westernPlace, .publisherPlace), .colon, .slot(.westernPublisher, .publisher),
        .maybe(.optionalComma, .slot(.westernEdition, .edition)), .optionalComma, westernDate),
      .all(
        .slot(.westernPublisher, .publisher), .maybe(.comma, .slot(.westernEdition, .edition)), .optionalComma,
        westernDate),
      .all(
        .slot(.westernPublisher, .publisher), .comma, .slot(.westernPublisher, .publisherPlace), .comma, westernDate),
      westernDate),
  ])
  /// `in` before a journal, as some styles print it.
  private static let westernHost = Grammar.maybe(.word(.hostWord), .maybe(.colon))
  private static let anyTitle = Grammar.any(.slot(.quotedTitle, .title), .slot(.westernTitle, .title))

  static let westernNotes: [Pattern] = [
    Pattern(
      "western-book", .book,
      example: "Ann B. Lee and Tom Hill, The Other Side of Mountains, 2nd ed., Boston: Sea Press, 1997, p. 13",
      isWestern: true,
      [
        westernHead, .slot(.westernTitle, .title), separator,
        .maybe(.word(.volumeWord), .maybe(.mark([.period])), .slot(.number, .volume), separator),
        westernImprint, westernPages,
      ]),
    Pattern(
      "western-edited-book", .book,
      example: "Ann B. Lee and Tom Hill, eds., The Other Side of Mountains, Boston: Sea Press, 1997",
      prior: 0.3, isWestern: true,
      [
        .slot(.westernEditors, .editor), separator, .slot(.westernTitle, .title), separator,
        .maybe(.word(.volumeWord), .maybe(.mark([.period])), .slot(.number, .volume), separator), westernImprint,
        westernPages,
      ]),
    Pattern(
      "western-journal", .articleJournal,
      example: "Ann B. Lee, “Roads and Rivers,” Journal of Mountain Studies, Vol. 12, No. 3, 2001, pp. 4–5", prior: 0.3,
      isWestern: true,
      [
        westernHead, anyTitle, separator, westernHost, .slot(.westernPeriodical, .containerTitle), separator,
        westernVolume,
        separator,
        .maybe(westernIssue, separator),
        .any(.all(.open(.round), westernDate, .close(.round)), westernDate), westernPages,
      ]),
    Pattern(
      "western-journal-year-first", .articleJournal,
      example: "Ann B. Lee, “Roads and Rivers”, (1999) 10 Journal of Mountain Studies 435, p. 440", prior: 0.3,
      isWestern: true,
      [
        westernHead, .slot(.quotedTitle, .title), separator,
        .maybe(.open(.round), .slot(.year, .issued), .close(.round)),
        .slot(.number, .volume), .slot(.westernPeriodical, .containerTitle), .slot(.pageRange, .page), westernPages,
        .maybe(.open(.round), .slot(.year, .issued), .close(.round)),
      ]),
    Pattern(
      "western-newspaper", .articleNewspaper,
      example: "Ann B. Lee, “Roads and Rivers,” The New York Times, December 3, 1968, B1",
      prior: 0.1, isWestern: true,
      [
        westernHead, anyTitle, separator, westernHost, .slot(.westernPeriodical, .containerTitle), separator,
        .slot(.date, .issued),
        .maybe(separator, .any(.slot(.newspaperPage, .page), .slot(.westernLocator))),
      ]),
    Pattern(
      "western-chapter", .chapter,
      example:
        "Ann B. Lee, “Roads,” in Tom Hill and Joe Sea, eds., Mountains and Rivers, Oxford: Sea Press, 1998, pp. 169–170",
      prior: 0.5, requiresAnyWord: [.hostWord], isWestern: true,
      [
        westernHead, anyTitle, separator, .word(.hostWord), .maybe(.colon), .slot(.westernEditors, .editor), separator,
        .slot(.westernTitle, .containerTitle), separator, westernImprint, westernPages,
      ]),
    Pattern(
      "western-thesis", .thesis,
      example: "Ann B. Lee, “Roads and Rivers,” Ph.D. Dissertation, Cambridge: Sea University, 1993",
      prior: 0.4, requiresAnyWord: [.dissertation], isWestern: true,
      [
        westernHead, anyTitle, separator, .maybe(.open(.round)), .slot(.westernDegree, .genre), separator,
        .maybe(.slot(.westernPlace, .publisherPlace), .colon), .slot(.westernPublisher, .publisher), separator,
        westernDate, .maybe(.close(.round)), westernPages,
      ]),
    Pattern(
      "western-working-paper", .report,
      example:
        "Ann B. Lee, “Roads and Rivers,” Mountain Working Paper Series, No. 32, Sea Institute, Berlin, March 2012",
      prior: 0.2, requiresAnyWord: [.issueWord], isWestern: true,
      [
        westernHead, .slot(.quotedTitle, .title), separator, .slot(.westernTitle, .collectionTitle), separator,
        .word(.issueWord), .maybe(.mark([.period])), .slot(.number, .number), separator,
        .maybe(
          .slot(.westernPublisher, .publisher), separator, .maybe(.slot(.westernPublisher, .publisherPlace), separator)),
        westernDate, westernPages,
      ]),
    Pattern(
      "western-conference-paper", .paperConference,
      example: "Ann B. Lee, “Roads and Rivers,” Paper Presented at the Mountain Conference, Seoul, January 30, 2004",
      prior: 0.6, requiresAnyWord: [.presentedWord], isWestern: true,
      [
        westernHead, anyTitle, separator, .maybe(.word(.paperWord)), .word(.presentedWord), .word(.preposition),
        .slot(.westernTitle, .eventTitle), separator, .maybe(.slot(.westernTitle, .eventPlace), separator), westernDate,
        westernPages,
      ]),
    Pattern(
      "western-short", .book, example: "Ann B. Lee, The Other Side, pp. 326–329", prior: -0.5, isWestern: true,
      [.slot(.westernNames, .author), separator, anyTitle, separator, .slot(.westernLocator)]),
    Pattern(
      "western-short-article", .articleJournal, example: "Ann B. Lee, “Roads and Rivers”", prior: -0.5, isWestern: true,
      [.slot(.westernNames, .author), separator, .slot(.quotedTitle, .title)]),
  ]
}
