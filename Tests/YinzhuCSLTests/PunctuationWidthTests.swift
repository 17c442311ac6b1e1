import Testing
import YinzhuCSL
import YinzhuModel

/// Both schools of GB/T 7714, for every edition.
@Suite("Width of punctuation")
struct PunctuationWidthTests {
  private func entry(_ id: String, _ width: PunctuationWidth?, _ record: String) throws -> String {
    var processor = Processor(style: try #require(Style.builtIn(id: id)), locales: .builtIn, language: nil)
    processor.punctuationWidth = width
    return processor.bibliography([try Records.one(record)]).first?.text ?? ""
  }

  private let chinese =
    #"{"id":"a","type":"article-journal","title":"海洋（一）：潮，汐","author":[{"literal":"甲一"},{"literal":"乙二"}],"container-title":"海洋学报（社会科学版）","volume":"4","issue":"2","page":"7-9","issued":{"date-parts":[[2010]]},"URL":"https://example.org/a,b(c)"}"#

  @Test("Half width has spaces, also in what the record says; addresses stay")
  func half() throws {
    let expected =
      "[1] 甲一, 乙二. 海洋 (一): 潮, 汐[J/OL]. 海洋学报 (社会科学版), 2010, 4(2): 7-9. https://example.org/a,b(c)."
    for edition in ["2015", "2025"] {
      #expect(try entry("gb-t-7714-\(edition)-numeric", .half, chinese) == expected)
    }
  }

  @Test("Full width has no spaces", arguments: ["2015", "2025"])
  func full(edition: String) throws {
    #expect(
      try entry("gb-t-7714-\(edition)-numeric", .full, chinese)
        == "[1] 甲一，乙二. 海洋（一）：潮，汐[J/OL]. 海洋学报（社会科学版），2010，4（2）：7-9. https://example.org/a,b(c).")
  }

  @Test("Western records too; numbers of documents and scales stay")
  func western() throws {
    let book =
      #"{"id":"a","type":"report","language":"en","title":"Ships, ports (1: a list)","number":"A(1): 2","author":[{"family":"Doe","given":"Jane"}],"publisher":"Shore, Inc.","publisher-place":"Hull","issued":{"date-parts":[[2011]]}}"#
    #expect(
      try entry("gb-t-7714-2025-numeric", nil, book)
        == "[1] Doe J. Ships，ports（1：a list）：A(1): 2[R]. Hull：Shore，Inc.，2011.")
    #expect(
      try entry("gb-t-7714-2025-numeric", .half, book)
        == "[1] Doe J. Ships, ports (1: a list): A(1): 2[R]. Hull: Shore, Inc., 2011.")
    let dated = #"{"id":"a","type":"book","title":"宋论","issued":{"literal":"1865（清同治四年）"}}"#
    #expect(try entry("gb-t-7714-2015-numeric", .half, dated) == "[1] 宋论[M]. 1865（清同治四年）.")
  }
}
