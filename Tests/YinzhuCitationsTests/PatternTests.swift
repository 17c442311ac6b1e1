import Testing
import YinzhuModel

@testable import YinzhuCitations

@Suite("Patterns")
struct PatternTests {
  @Test("every pattern's example is read by the pattern itself", arguments: Patterns.all.map(\.id.rawValue))
  func example(id: String) throws {
    let pattern = try #require(Patterns.all.first { $0.id.rawValue == id })
    let items = CitationParser().parse(pattern.example + "。").citation.items
    #expect(items.map(\.parse.pattern.rawValue) == [id], "\(pattern.example)")
  }

  @Test("names of patterns are unique")
  func unique() {
    #expect(Set(Patterns.all.map(\.id)).count == Patterns.all.count)
  }
}
