import YinzhuModel

extension Patterns {
  /// The name of the degree; some styles print 学位论文 a second time.
  private static let degree = Grammar.all(.slot(.degree, .genre), .maybe(.word(.degree)))

  static let theses: [Pattern] = [
    Pattern(
      "thesis", .thesis, example: "李明：《县志里的书院》，博士学位论文，江南大学历史系，2000年", prior: 0.5, requiresAnyWord: [.degree],
      [
        .head, .any(.slot(.bookTitle, .title), .slot(.quotedTitle, .title)), .optionalComma,
        .maybe(.slot(.place, .publisherPlace), .colon),
        .any(
          .all(
            .open(.round), .maybe(.slot(.place, .publisherPlace), .colon), .slot(.school, .publisher), .optionalComma,
            degree, .maybe(.optionalComma, .slot(.year, .issued), .maybe(.word(.year))), .close(.round)),
          .all(
            .slot(.school, .publisher), .optionalComma, .maybe(.slot(.year, .issued), .maybe(.word(.year))),
            .optionalComma, degree),
          .all(
            degree, .optionalComma, .slot(.school, .publisher),
            .maybe(.optionalComma, .any(.slot(.date, .issued), .all(.slot(.year, .issued), .maybe(.word(.year)))))),
          .all(degree, .maybe(.optionalComma, .slot(.year, .issued), .maybe(.word(.year))))
        ),
        .maybe(.optionalComma, .slot(.year, .issued), .maybe(.word(.year))), .pages,
      ])
  ]
}
