import YinzhuModel

extension Patterns {
  static let law: [Pattern] = [
    Pattern(
      "case", .legalCase, example: "江南公司与山海公司合同纠纷案，江南省高级人民法院（2016）江民终61号民事判决书",
      requiresAnyWord: [.judgment],
      [
        .slot(.caseTitle, .title), .comma, .slot(.phrase, .authority), .slot(.caseNumber, .number),
        .slot(.phrase, .genre),
      ]),
    Pattern(
      "statute", .legislation, example: "《江南省档案条例》第19条",
      requiresAnyWord: [.article],
      [
        .slot(.bookTitle, .title), .maybe(.slot(.parenthetical)), .optionalComma, .slot(.locator),
      ]),
  ]
}
