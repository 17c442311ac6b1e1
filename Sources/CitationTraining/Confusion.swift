import ArgumentParser
import CitationCorpus
import YinzhuCitations
import YinzhuModel

/// Prints which pattern, or the weights, read citations of which type.
struct Confusion: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the table of patterns against types, on citations of our own making.")

  @OptionGroup var corpus: CorpusOptions
  @Option(help: "How many citations.") var count = 4000

  func run() throws {
    let parser = CitationParser()
    var table: [String: [String: Int]] = [:]
    var types: [String: Int] = [:]
    for citation in try corpus.unseen(count) {
      let item = parser.parse(citation.text).citation.items.first
      let pattern = item?.parse.pattern.rawValue ?? "(none)"
      let found = item?.reference?.type.rawValue ?? "(none)"
      let type = citation.type.rawValue
      table[pattern + " → " + found, default: [:]][type, default: 0] += 1
      types[type, default: 0] += 1
    }
    let columns = types.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    print("pattern → type found\t" + columns.joined(separator: "\t"))
    for (row, counts) in table.sorted(by: { $0.key < $1.key }) {
      print(row + "\t" + columns.map { counts[$0].map(String.init) ?? "" }.joined(separator: "\t"))
    }
  }
}
