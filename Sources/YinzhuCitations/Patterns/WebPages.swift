import YinzhuModel

extension Patterns {
  static let webPages: [Pattern] = [
    Pattern(
      "web-page", .webpage, example: "李明：《县城里的图书馆》，载江南网，https://example.org/a/1.htm，最后访问时间：2014年2月14日", prior: 0.2,
      [
        .head, .any(.slot(.bookTitle, .title), .slot(.quotedTitle, .title)), contributorsAndHost,
        .maybe(.any(.slot(.bookTitle, .containerTitle), .slot(.phrase, .containerTitle))), .optionalComma,
        .maybe(.any(.slot(.date, .issued), .all(.slot(.year, .issued), .maybe(.word(.year))))), .optionalComma,
        .slot(.url, .url), .maybe(.any(.accessed, .all(.optionalComma, .slot(.date, .accessed)))),
      ]),
    Pattern(
      "web-page-western", .webpage,
      example: "Ann Lee, “A Library in a Town,” https://example.org/a/1.htm (last visited 2 March 2020)",
      isWestern: true,
      [
        .maybe(.slot(.westernNames, .author), .comma), .slot(.quotedTitle, .title), .optionalComma,
        .maybe(.slot(.westernPeriodical, .containerTitle), .comma), .maybe(.slot(.date, .issued), .optionalComma),
        .slot(.url, .url),
        .maybe(
          .any(
            .all(.optionalComma, .word(.accessed), .maybe(.colon), .slot(.date, .accessed)),
            .all(
              .maybe(.open(.round)), .maybe(.word(.accessedLead)), .word(.accessed),
              .maybe(.any(.colon, .word(.hostWord))), .slot(.date, .accessed), .maybe(.close(.round))))),
      ]),
  ]
}
