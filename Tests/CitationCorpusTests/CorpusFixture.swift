import CitationCorpus
import Foundation

/// Where the package's data lies, and a small corpus of it.
enum CorpusFixture {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static func lists() throws -> WordLists {
    try WordLists(folder: root + "/Sources/CitationCorpus/words", lexicons: root + "/Sources/CLexicons/lexicons")
  }

  static func shelf(seed: UInt64 = 1) -> StyleShelf {
    StyleShelf(folders: [root + "/styles"], locales: root + "/Sources/CLocales/locales", limit: 20, seed: seed)
  }

  static func citations(_ count: Int, seed: UInt64, styleShare: Double = 0.6, loose: Double = 0.5) throws
    -> [LabelledCitation]
  {
    var corpus = CitationCorpus(lists: try lists(), seed: seed, styles: shelf(seed: seed))
    corpus.styleShare = styleShare
    corpus.looseShare = loose
    return (0..<count).map { _ in corpus.next() }
  }
}
