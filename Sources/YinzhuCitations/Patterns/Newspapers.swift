import YinzhuModel

extension Patterns {
  static let newspapers: [Pattern] = [
    Pattern(
      "newspaper", .articleNewspaper,
      example: "李明：《县城里的图书馆》，载《人民日报》2003年5月16日，第8版", prior: 0.3,
      [
        .head, .slot(.bookTitle, .title), contributorsAndHost, .slot(.bookTitle, .containerTitle),
        .maybe(.slot(.parenthetical, .publisherPlace)), .optionalComma, .slot(.date, .issued),
        .maybe(
          .optionalComma,
          .any(.slot(.newspaperPage, .page), .all(.open(.round), .slot(.newspaperPage, .page), .close(.round)))),
        .webAddress,
      ]),
    Pattern(
      "newspaper-quoted-title", .articleNewspaper,
      example: "李明：“县城里的图书馆”，《人民日报》2003年5月16日，第8版",
      [
        .head, .slot(.quotedTitle, .title), contributorsAndHost, .slot(.bookTitle, .containerTitle),
        .maybe(.slot(.parenthetical, .publisherPlace)), .optionalComma, .slot(.date, .issued),
        .maybe(.optionalComma, .slot(.newspaperPage, .page)),
        .webAddress,
      ]),
  ]

  /// `，张三译，载`
  static let contributorsAndHost = Grammar.sequence([
    .contributorsAfter, .maybe(.any(.hostWord, .comma)),
  ])
}
