import ArgumentParser
import CitationCorpus

/// Which citations a subcommand works on.
struct CorpusOptions: ParsableArguments {
  @Option(help: "Seed of the generator: the same seed gives the same citations.") var seed: UInt64 = 1
  @Option(help: "A folder of styles; may be given again.") var styles: [String] = [
    "/usr/share/citation-style-language/styles", "styles",
  ]
  @Option(help: "How many styles are drawn.") var limit = 1500

  /// Citations that training has not seen.
  func unseen(_ count: Int) throws -> [LabelledCitation] { try citations(count, seed: seed &+ 1000) }

  func citations(_ count: Int, seed other: UInt64? = nil) throws -> [LabelledCitation] {
    let seed = other ?? self.seed
    let lists = try WordLists(folder: "Sources/CitationCorpus/words", lexicons: "Sources/CLexicons/lexicons")
    let shelf = StyleShelf(
      folders: styles, locales: "/usr/share/citation-style-language/locales", limit: limit, seed: seed)
    var corpus = CitationCorpus(lists: lists, seed: seed, styles: shelf)
    return (0..<count).map { _ in corpus.next() }
  }
}
