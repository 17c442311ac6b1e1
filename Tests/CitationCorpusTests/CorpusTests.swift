import CitationCorpus
import Foundation
import Testing
import YinzhuModel

struct CorpusTests {
  @Test("The same seed gives the same citations, another one others")
  func determinism() throws {
    let first = try CorpusFixture.citations(200, seed: 7).map(\.jsonLine)
    #expect(try CorpusFixture.citations(200, seed: 7).map(\.jsonLine) == first)
    #expect(try CorpusFixture.citations(200, seed: 8).map(\.jsonLine) != first)
  }

  @Test(
    "Places lie inside the text, at borders of letters, in order, none empty, none over another",
    arguments: [0, 0.6, 1])
  func places(styleShare: Double) throws {
    for citation in try CorpusFixture.citations(400, seed: 3, styleShare: styleShare) {
      var end = 0
      for field in citation.fields {
        #expect(field.range.lowerBound >= end && !field.range.isEmpty, "\(citation.jsonLine)")
        end = field.range.upperBound
        #expect(citation.slice(field.range) != nil, "\(citation.jsonLine)")
      }
      #expect(end <= citation.text.utf8.count)
    }
  }

  @Test("A field of text reads as the record has it, case and marks aside")
  func values() throws {
    let wanted: Set<Variable> = [.title, .publisher, .url, .isbn, .genre]
    // Templates print words of their own now and then; styles print the record.
    let styles = Set(try FileManager.default.contentsOfDirectory(atPath: CorpusFixture.root + "/styles"))
    for citation in try CorpusFixture.citations(400, seed: 5, styleShare: 1, loose: 0)
    where styles.contains(citation.style + ".csl") {
      let record = try #require(citation.record)
      for field in citation.fields where wanted.contains(field.variable) {
        let text = try #require(citation.slice(field.range))
        let value = try #require(record.text(field.variable))
        #expect(letters(text) == letters(value), "\(citation.jsonLine)")
      }
    }
  }

  private func letters(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}

extension LabelledCitation {
  /// The text of a range; nil where it doesn't end between two letters.
  func slice(_ range: Range<Int>) -> String? {
    let bytes = Array(text.utf8)
    guard range.upperBound <= bytes.count else { return nil }
    return String(validating: bytes[range], as: UTF8.self)
  }
}
