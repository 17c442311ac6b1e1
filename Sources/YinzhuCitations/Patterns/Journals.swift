import YinzhuModel

extension Patterns {
  static let journals: [Pattern] = [
    Pattern(
      "journal", .articleJournal, example: "李明：《县志里的书院》，载《江南学刊》2014年第6期，第71页", prior: 0.5,
      requiresAnyWord: [.issue, .volume, .supplement],
      [
        .head, .slot(.bookTitle, .title), contributorsAndHost, .maybe(.slot(.phrase, .publisherPlace)),
        .slot(.bookTitle, .containerTitle), .maybe(.slot(.parenthetical)), .optionalComma, .issue, .pages, .webAddress,
      ]),
    Pattern(
      "journal-quoted-title", .articleJournal, example: "李明：“县志里的书院”，《江南学刊》2014年第6期，第71页", prior: 0.5,
      requiresAnyWord: [.issue, .volume, .supplement],
      [
        .head, .slot(.quotedTitle, .title), contributorsAndHost, .maybe(.slot(.phrase, .publisherPlace)),
        .slot(.bookTitle, .containerTitle), .maybe(.slot(.parenthetical)), .optionalComma, .issue, .pages, .webAddress,
      ]),
  ]
}
