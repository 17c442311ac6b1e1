import Testing
import YinzhuModel
import YinzhuText

@testable import YinzhuCitations

/// Words that are known to be names, as lists print them, and the names in them: family, given, suffix.
@Suite("Names of a list, divided")
struct NameSplitterTests {
  private func names(_ string: String) -> [String] {
    let tokens = Tokenizer.tokenize(WidthFolding.fold(Array(string.utf8)).bytes, lexicons: .builtIn)
    let shapes = ShapeReader(text: tokens, lexicons: .builtIn)
    let result = NameSplitter(text: tokens, shapes: shapes).split(0..<tokens.count)
    return result.items.map { item in
      switch item {
      case .han(let name): tokens.string(name.range)
      case .western(let name):
        ([name.family] + [name.given, name.suffix].compactMap { $0 }).map(tokens.string).joined(separator: "|")
      }
    } + (result.hasOthers ? ["…"] : [])
  }

  @Test(
    "family name first or last, initials before or behind",
    arguments: [
      ("Smith, J. A., & Jones, B.", ["Smith|J. A.", "Jones|B."]),
      ("Smith JA, Jones B", ["Smith|JA", "Jones|B"]),
      ("J. A. Smith and B. Jones", ["Smith|J. A.", "Jones|B."]),
      ("Smith, John, and Jane Doe", ["Smith|John", "Doe|Jane"]),
      ("Smith, John; Doe, Jane", ["Smith|John", "Doe|Jane"]),
      ("SMITH John, DOE Jane", ["SMITH|John", "DOE|Jane"]),
      ("Peebles P Z, Jr", ["Peebles|P Z|Jr"]),
      ("Ludwig van Beethoven", ["van Beethoven|Ludwig"]),
      ("Veen, P. H. van der, Muller, M.", ["Veen|P. H. van der", "Muller|M."]),
    ])
  func western(_ text: String, _ expected: [String]) { #expect(names(text) == expected) }

  @Test(
    "names in Han script, with 等 and with organisations",
    arguments: [
      ("李明, 王立, 等", ["李明", "王立", "…"]), ("李明 王立", ["李明", "王立"]), ("约翰·史密斯、李明", ["约翰·史密斯", "李明"]),
      ("中国山海学会", ["中国山海学会"]),
    ])
  func han(_ text: String, _ expected: [String]) { #expect(names(text) == expected) }

  @Test("an organisation stays whole, whatever words join its name")
  func organisation() {
    #expect(names("Department of Economic and Social Affairs") == ["Department of Economic and Social Affairs"])
  }

  @Test("words of roles are no names")
  func roles() { #expect(names("In J. Smith and B. Jones (Eds.)") == ["Smith|J.", "Jones|B."]) }
}
