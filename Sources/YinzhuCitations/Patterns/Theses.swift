import YinzhuModel

extension Patterns {
  static let theses: [Pattern] = [
    Pattern(
      "thesis", .thesis, example: "李明：《县志里的书院》，博士学位论文，江南大学历史系，2000年", prior: 0.5, requiresAnyWord: [.degree],
      [
        .head, .any(.slot(.bookTitle, .title), .slot(.quotedTitle, .title)), .optionalComma,
        .maybe(.slot(.place, .publisherPlace), .colon),
        .any(
          .all(
            .open(.round), .maybe(.slot(.place, .publisherPlace), .colon), .slot(.school, .publisher), .optionalComma,
            .slot(.degree, .genre), .maybe(.optionalComma, .slot(.year, .issued), .maybe(.word(.year))), .close(.round)),
          .all(
            .slot(.school, .publisher), .optionalComma, .maybe(.slot(.year, .issued), .maybe(.word(.year))),
            .optionalComma, .slot(.degree, .genre)),
          .all(
            .slot(.degree, .genre), .optionalComma, .slot(.school, .publisher),
            .maybe(.optionalComma, .any(.slot(.date, .issued), .all(.slot(.year, .issued), .maybe(.word(.year)))))),
          .all(.slot(.degree, .genre), .maybe(.optionalComma, .slot(.year, .issued), .maybe(.word(.year))))
        ),
        .maybe(.optionalComma, .slot(.year, .issued), .maybe(.word(.year))), .pages,
      ])
  ]
}
