import YinzhuModel

extension Patterns {
  static let chapters: [Pattern] = [
    Pattern(
      "chapter", .chapter, example: "李明：《山》，载王立主编：《山海集》，山海出版社2007年版，第3—35页", prior: 0.2,
      [
        .head, .any(.slot(.bookTitle, .title), .slot(.quotedTitle, .title)), .contributorsAfter,
        .any(.hostWord, .comma), .maybe(.slot(.hostEditors), .headMark), .slot(.bookTitle, .containerTitle),
        .volumes, .contributorsAfter, .maybe(.optionalComma, .slot(.bookTitle, .collectionTitle), .volumes),
        .optionalComma, .imprint, .pages,
      ]),
    Pattern(
      "chapter-short", .chapter, example: "李明：《山》，载《山海集》第1卷，第3页", prior: -0.3,
      [
        .head, .slot(.bookTitle, .title), .contributorsAfter, .any(.hostWord, .comma),
        .maybe(.slot(.hostEditors), .headMark), .slot(.bookTitle, .containerTitle), .volumes, .pages,
      ]),
    Pattern(
      "part-of-classic", .chapter, example: "《县志》卷9《人物》，山海出版社1975年版，第221页",
      [
        .head, .slot(.bookTitle, .containerTitle), .slot(.volume), .slot(.bookTitle, .title), .contributorsAfter,
        .maybe(.optionalComma, .imprint), .pages,
      ]),
  ]
}
