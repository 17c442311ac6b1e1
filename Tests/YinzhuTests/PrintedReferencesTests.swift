import Testing
import YinzhuModel
import YinzhuText

@testable import Yinzhu

@Suite("Reference lists as text")
struct PrintedReferencesTests {
  private func read(_ text: String) -> (references: [Reference], diagnostics: [Diagnostic]) {
    PrintedReferences.read(SourceText(name: "a.txt", text: text))
  }

  @Test("the pages behind the year of a book are those of its entry")
  func pages() {
    let list = read("[1] 李明. 山的那边[M]. 北京: 山海出版社, 2013: 12-15.\n")
    #expect(list.references.first?.text(.title) == "山的那边")
    #expect(list.references.first?.text(.page) == "12-15")
  }

  @Test("a line that is no reference is reported at its place")
  func noReference() {
    let list = read("李明. 山的那边[M]. 北京: 山海出版社, 2013.\n感谢匿名评审专家。\n")
    #expect(list.references.count == 1)
    #expect(list.diagnostics.map(\.code) == ["F022"])
  }
}
