import YinzhuModel

extension Patterns {
  static let classics: [Pattern] = [
    Pattern(
      "classic", .classic, example: "《论语·为政》", prior: -0.5,
      [.slot(.bookTitle, .title)])
  ]
}
