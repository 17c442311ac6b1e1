import Testing
import YinzhuModel
import YinzhuText

@testable import YinzhuCitations

/// Entries of reference lists, which no pattern reads: weights give each word its label.
@Suite("Entries of lists, by weights")
struct LabelledEntryTests {
  /// The value of a variable in the record of an entry.
  private func value(_ variable: Variable, _ text: String) -> String? {
    let reference = CitationParser().parse(text).citation.items.first?.reference
    if let names = reference?[variable]?.names {
      return names.names.map { $0.literal ?? [$0.family, $0.given].compactMap { $0 }.joined(separator: ", ") }
        .joined(separator: "; ")
    }
    if let date = reference?.date(variable) {
      return [date.start?.year, date.start?.month, date.start?.day].compactMap { $0 }.map(String.init)
        .joined(separator: "-")
    }
    return reference?.text(variable)
  }

  @Test(
    "GB/T 7714 with its code, without it, in full width",
    arguments: [
      "李明, 王立. 县志里的书院[J]. 江南学刊, 2013, 12(2): 39-57.",
      "李明，王立．县志里的书院［J］．江南学刊，2013，12（2）：39-57．",
      "李明, 王立. 县志里的书院. 江南学刊, 2013, 12(2): 39-57.",
    ])
  func chinese(_ text: String) {
    #expect(value(.author, text) == "李明; 王立")
    #expect(value(.title, text) == "县志里的书院")
    #expect(value(.containerTitle, text) == "江南学刊")
    #expect(value(.issued, text) == "2013")
    #expect(value(.volume, text) == "12")
    #expect(value(.issue, text) == "2")
    #expect(value(.page, text) == "39-57")
  }

  @Test(
    "the same article in four Western forms",
    arguments: [
      "Lee, A. B., & Hill, T. (2000). Roads and rivers of the north. Journal of Mountain Studies, 18(4), 384–396.",
      "Lee AB, Hill T. Roads and rivers of the north. Journal of Mountain Studies. 2000;18(4):384-96.",
      "A. B. Lee and T. Hill. Roads and rivers of the north. Journal of Mountain Studies, 18(4):384–396, 2000.",
      "A. B. Lee and T. Hill, “Roads and rivers of the north,” Journal of Mountain Studies, vol. 18, no. 4, pp. 384–396, 2000.",
    ])
  func western(_ text: String) {
    #expect(value(.title, text) == "Roads and rivers of the north")
    #expect(value(.containerTitle, text) == "Journal of Mountain Studies")
    #expect(value(.author, text)?.hasPrefix("Lee, A") == true)
    #expect(value(.issued, text) == "2000")
    #expect(value(.volume, text) == "18")
    #expect(value(.issue, text) == "4")
    #expect(value(.page, text)?.hasPrefix("384") == true)
  }

  @Test("a chapter has its host, the host's editors and the imprint")
  func chapter() {
    let text =
      "Lee, A. (1987). Roads. In T. Hill & J. Sea (Eds.), The mountain (2nd ed., pp. 49–62). New York: Sea Press."
    #expect(value(.containerTitle, text) == "The mountain")
    #expect(value(.editor, text) == "Hill, T.; Sea, J.")
    #expect(value(.publisherPlace, text) == "New York")
    #expect(value(.publisher, text) == "Sea Press")
    #expect(value(.edition, text) == "2")
    #expect(value(.page, text) == "49-62")
  }

  @Test("a DOI in an address is a DOI")
  func identifier() {
    let text = "李明. 县志里的书院[J/OL]. 江南学刊, 2013(2): 39-57[2014-01-02]. https://doi.org/10.1234/ab.5."
    #expect(value(.doi, text) == "10.1234/ab.5")
    #expect(value(.accessed, text) == "2014-1-2")
  }

  @Test("a comment is no entry", arguments: ["作者感谢两位友人的意见。", "这一点前人已有论述, 此处不再重复. 参见下文."])
  func comment(_ text: String) { #expect(CitationParser().parse(text).citation.items.isEmpty) }

  @Test(
    "bytes that are no model give none",
    arguments: [[], Array("YZL2".utf8), Array(repeating: UInt8(0xFF), count: 4096)])
  func damaged(_ bytes: [UInt8]) { #expect(LabelModel(bytes: bytes) == nil) }
}
