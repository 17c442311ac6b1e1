import YinzhuModel

extension Patterns {
  private static let separator = Grammar.maybe(.mark([.comma, .period]))
  private static let year = Grammar.any(
    .all(.open(.round), .any(.slot(.date, .issued), .slot(.year, .issued)), .close(.round)), .slot(.year, .issued))

  static let westernLists: [Pattern] = [
    Pattern(
      "author-date-journal", .articleJournal,
      example: "Lee, A. B. (2000). Roads and rivers. Journal of Mountain Studies, 18(4), 384–396",
      prior: 0.3, isWestern: true,
      [
        .slot(.westernNames, .author), separator, year, separator, .slot(.westernTitle, .title), separator,
        .slot(.westernPeriodical, .containerTitle), separator, .slot(.number, .volume),
        .maybe(.open(.round), .slot(.number, .issue), .close(.round)),
        .mark([.comma, .colon]), .slot(.pageRange, .page), separator,
        .maybe(.any(.slot(.url, .url), .slot(.doi, .doi))),
      ]),
    Pattern(
      "author-date-book", .book, example: "Lee AB. 2011. The Other Side of Mountains. New York: Sea Press",
      isWestern: true,
      [
        .slot(.westernNames, .author), separator, year, separator, .slot(.westernTitle, .title), separator,
        .maybe(.slot(.westernPlace, .publisherPlace), .colon), .slot(.westernPublisher, .publisher),
      ]),
    Pattern(
      "author-date-chapter", .chapter,
      example: "Lee AB. 1987. Roads and rivers. In The Mountain, ed. T Hill, J Sea, pp. 49–62. New York: Sea Press",
      prior: 0.4,
      requiresAnyWord: [.hostWord], isWestern: true,
      [
        .slot(.westernNames, .author), separator, year, separator, .slot(.westernTitle, .title), separator,
        .word(.hostWord),
        .slot(.westernTitle, .containerTitle), separator, .word(.editorWord), .maybe(.mark([.period])),
        .slot(.westernNames, .editor), separator,
        .maybe(.slot(.westernLocator, .page), separator), .slot(.westernPlace, .publisherPlace), .colon,
        .slot(.westernPublisher, .publisher),
      ]),
    Pattern(
      "list-journal-western", .articleJournal,
      example: "Lee, Ann, and T. Hill. \"Roads and Rivers.\" Journal of Mountains 25.4(2010): 331-347",
      prior: 0.2, isWestern: true,
      [
        .slot(.westernNames, .author), separator, .any(.slot(.quotedTitle, .title), .slot(.westernTitle, .title)),
        separator,
        .slot(.westernPeriodical, .containerTitle), separator, .slot(.number, .volume),
        .maybe(.mark([.period]), .slot(.number, .issue)), .open(.round),
        .any(.slot(.date, .issued), .slot(.year, .issued)), .close(.round),
        .mark([.colon, .comma]), .slot(.pageRange, .page),
      ]),
    Pattern(
      "author-date-manuscript", .manuscript,
      example: "Lee A, Hill T. 2014. Roads and rivers: maps in verse. Unpublished manuscript",
      isWestern: true,
      [
        .slot(.westernNames, .author), separator, year, separator, .slot(.westernTitle, .title), separator,
        .word(.unpublished), .maybe(.slot(.westernTitle)),
      ]),
  ]
}
