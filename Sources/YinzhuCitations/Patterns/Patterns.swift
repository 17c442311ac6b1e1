/// All patterns. A new one goes into a file of its own kind and into its list; `docs/adding-a-pattern.md` walks through it.
enum Patterns {
  /// In the order of reports; the order decides nothing.
  static let all: [Pattern] =
    newspapers + journals + books + chapters + theses + webPages + archives + law + conferencePapers + classics
    + westernNotes

  static let programs: [Program] = all.map(Program.init)
}
