import ArgumentParser
import CitationCorpus
import YinzhuCitations

/// Prints citations with the label of each word, as training sees them.
struct ShowLabels: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Prints citations of our own making with the label of each word.")

  @OptionGroup var corpus: CorpusOptions
  @Option(help: "How many citations.") var count = 20

  func run() throws {
    for citation in try corpus.citations(count) { show(citation) }
  }

  /// The text, and each word with its label.
  private func show(_ citation: LabelledCitation) {
    let text = ChainText(citation.text)
    let bytes = Array(citation.text.utf8)
    print("\(citation.style)\n  \(citation.text)")
    let labels = GoldLabels.labels(citation, text)
    print(
      "  "
        + zip(text.places, labels).map { "\(String(decoding: bytes[$0], as: UTF8.self))/\($1)" }.joined(separator: " "))
  }
}
