import YinzhuModel

extension Patterns {
  static let newspapers: [Pattern] = [
    Pattern(
      "newspaper", .articleNewspaper,
      example: "李明：《县城里的图书馆》，载《人民日报》2003年5月16日，第8版", prior: 0.3,
      [
        .head, .slot(.bookTitle, .title), contributorsAndHost, .slot(.bookTitle, .containerTitle),
        .maybe(.slot(.parenthetical, .publisherPlace)), .optionalComma, dayAndPage, .webAddress,
      ]),
    Pattern(
      "newspaper-quoted-title", .articleNewspaper,
      example: "李明：“县城里的图书馆”，《人民日报》2003年5月16日，第8版",
      [
        .head, .slot(.quotedTitle, .title), contributorsAndHost, .slot(.bookTitle, .containerTitle),
        .maybe(.slot(.parenthetical, .publisherPlace)), .optionalComma, dayAndPage, .webAddress,
      ]),
  ]

  /// `2003年5月16日，第8版`, `第8版（2003年5月16日）`; a year alone is that of a newspaper where a page follows.
  private static let dayAndPage = Grammar.any(
    .all(
      .slot(.date, .issued),
      .maybe(
        .optionalComma,
        .any(.slot(.newspaperPage, .page), .all(.open(.round), .slot(.newspaperPage, .page), .close(.round))))),
    .all(.slot(.year, .issued), .maybe(.word(.year)), .optionalComma, .slot(.newspaperPage, .page)),
    .all(
      .slot(.newspaperPage, .page), .optionalComma,
      .any(.slot(.date, .issued), .all(.open(.round), .slot(.date, .issued), .close(.round)))))

  /// `，张三译，载`
  static let contributorsAndHost = Grammar.sequence([
    .contributorsAfter, .maybe(.any(.hostWord, .comma)),
  ])
}
