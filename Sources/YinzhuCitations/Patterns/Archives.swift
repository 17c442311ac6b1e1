import YinzhuModel

extension Patterns {
  static let archives: [Pattern] = [
    Pattern(
      "archive", .manuscript, example: "《座谈记录》，1950年7月，李明档案，江南县档案馆藏", requiresAnyWord: [.held],
      [
        .head, .any(.slot(.bookTitle, .title), .slot(.quotedTitle, .title)),
        .maybe(
          .optionalComma,
          .any(.slot(.date, .issued), .slot(.eraDate, .issued), .all(.slot(.year, .issued), .maybe(.word(.year))))),
        .maybe(.comma, .slot(.phrase, .archiveLocation)), .comma, .slot(.phrase, .archive), .word(.held),
        .maybe(.comma, .slot(.phrase, .archiveLocation)),
      ])
  ]
}
