import ArgumentParser
import CitationCorpus
import Foundation

/// Prints citations of our own making with the places of their fields, as JSON Lines.
@main
struct CitationCorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "citation-corpus",
    abstract: "Prints labelled citations of our own making, one JSON object a line.")

  @Option(help: "How many citations.") var count = 1000
  @Option(help: "Seed of the generator: the same seed gives the same citations.") var seed: UInt64 = 1
  @Option(help: "A folder of styles; may be given again.") var styles: [String] = [
    "/usr/share/citation-style-language/styles", "styles",
  ]
  @Option(help: "A folder of locale files.") var locales = "/usr/share/citation-style-language/locales"
  @Option(help: "How many styles are drawn.") var limit = 1500
  @Option(help: "The share that styles print; the rest is composed from templates.") var styled = 0.6
  @Option(help: "The share of notes among what styles print.") var notes = 0.3
  @Option(help: "The share whose text is loosened.") var loose = 0.5
  @Option(help: "Folder of the word lists.") var words = "Sources/CitationCorpus/words"
  @Option(help: "Folder of the lexicons.") var lexicons = "Sources/CLexicons/lexicons"

  func run() throws {
    let lists = try WordLists(folder: words, lexicons: lexicons)
    let shelf = StyleShelf(folders: styles, locales: locales, limit: limit, seed: seed)
    var corpus = CitationCorpus(lists: lists, seed: seed, styles: shelf)
    corpus.styleShare = styled
    corpus.noteShare = notes
    corpus.looseShare = loose
    var lines = ""
    for _ in 0..<count {
      lines += corpus.next().jsonLine + "\n"
      if lines.utf8.count > 1 << 16 {
        FileHandle.standardOutput.write(Data(lines.utf8))
        lines = ""
      }
    }
    FileHandle.standardOutput.write(Data(lines.utf8))
  }
}
