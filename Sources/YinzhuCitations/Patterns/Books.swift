import YinzhuModel

extension Patterns {
  static let books: [Pattern] = [
    Pattern(
      "book", .book, example: "[美]安·李：《山的那边》（第2版），王立译，北京：山海出版社2000年版，第3页",
      [
        .head, .slot(.bookTitle, .title), .volumes, .contributorsAfter, .contributorsAfter,
        .maybe(.comma, .slot(.bookTitle, .collectionTitle), .volumes),
        .optionalComma, .imprint, .pages, .webAddress,
      ]),
    Pattern(
      "book-short", .book, example: "李明：《山的那边》，第3页", prior: -0.2,
      [
        .head, .slot(.bookTitle, .title), .volumes, .contributorsAfter,
        .maybe(.word(.quotedWork), .slot(.bookTitle)), .optionalComma, .slot(.locator),
      ]),
    Pattern(
      "book-quoting", .book, example: "李明：《山的那边》注引《海志》，山海出版社2000年版，第3页",
      requiresAnyWord: [.quotedWork],
      [
        .head, .slot(.bookTitle, .title), .volumes, .contributorsAfter, .word(.quotedWork), .slot(.bookTitle),
        .maybe(.optionalComma, .imprint), .pages,
      ]),
    Pattern(
      "manuscript", .manuscript, example: "李明：《山的那边》，待刊稿", requiresAnyWord: [.unpublished],
      [
        .head, .slot(.bookTitle, .title), .optionalComma, .word(.unpublished), .maybe(.optionalComma, .yearOfBook),
        .pages,
      ]),
  ]
}
