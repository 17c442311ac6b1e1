import ArgumentParser
import CitationCorpus
import YinzhuCitations

/// Prints what each lexicon is worth: the F1 of fields without it, on citations of our own making.
struct Ablation: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the F1 of fields with all lexicons, and with each of them left out.")

  @OptionGroup var corpus: CorpusOptions
  @Option(help: "How many citations.") var count = 4000

  func run() throws {
    let citations = try corpus.unseen(count)
    let whole = score(citations, CitationParser())
    print("all lexicons  \(percent(whole.f1))")
    for name in Lexicons.tables {
      let without = score(citations, CitationParser(lexicons: Lexicons(replacing: [name: []])))
      print("without \(name)  \(percent(without.f1))  \(percent(without.f1 - whole.f1))")
    }
  }

  private func score(_ citations: [LabelledCitation], _ parser: CitationParser) -> FieldScore {
    var score = FieldScore()
    for citation in citations { score.add(citation, parser.parse(citation.text)) }
    return score
  }

  private func percent(_ share: Double) -> String { "\((share * 10000).rounded() / 100)" }
}
