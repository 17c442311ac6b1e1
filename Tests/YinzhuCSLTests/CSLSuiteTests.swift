import CSLSuite
import Testing
import YinzhuCSL

/// The reader of fixtures, and the modes that a fixture can ask for.
struct CSLSuiteTests {
  static func fixture(_ sections: [(String, String)]) -> SuiteFixture {
    let text = sections.map { ">>===== \($0.0) =====>>\n\($0.1)\n<<===== \($0.0) =====<<\n" }.joined(separator: "\n")
    return SuiteFixture(name: "test", bytes: Array(text.utf8))
  }

  static let style = """
    <style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><id>x</id><title>X</title></info>
    <citation><layout delimiter="; "><text variable="title"/><text variable="locator" prefix=", "/></layout></citation>
    <bibliography entry-spacing="2"><sort><key variable="title"/></sort><layout suffix="."><text variable="title"/></layout></bibliography>
    </style>
    """
  static let input =
    #"[{"id":"a","type":"book","title":"B"},{"id":2,"type":"map","title":"A"},{"id":"c","type":"book","title":"C"}]"#

  static func output(_ mode: String, _ more: [(String, String)] = []) throws -> String {
    try SuiteRun(fixture([("MODE", mode), ("CSL", style), ("INPUT", input)] + more), locales: .builtIn).output()
  }

  static func entries(_ texts: String...) -> String {
    "<div class=\"csl-bib-body\">\n" + texts.map { "  <div class=\"csl-entry\">\($0).</div>\n" }.joined() + "</div>"
  }

  @Test func sectionsWithFewerSigns() {
    let text = ">>== MODE ==>>\ncitation\n<<== MODE ==<<\n\n>>==== RESULT ====\n  x\n\n<<==== RESULT ====<<\n"
    let fixture = SuiteFixture(name: "test", bytes: Array(text.utf8))
    #expect(fixture.mode.name == "citation")
    #expect(fixture.result == "x")
    #expect(fixture.accepts("x\n") && !fixture.accepts("X"))
  }

  @Test func citationOfAllItems() throws {
    #expect(try Self.output("citation") == "A; B; C")
  }

  @Test func citationItems() throws {
    let items = #"[[{"id":"a","locator":"5"},{"id":"c"}],[{"id":2}]]"#
    #expect(try Self.output("citation", [("CITATION-ITEMS", items)]) == "B, 5; C\nA")
  }

  @Test func citations() throws {
    let steps = """
      [[{"citationID":"x","citationItems":[{"id":"a"}],"properties":{"noteIndex":1}},[],[]],
       [{"citationID":"y","citationItems":[{"id":"c"}],"properties":{"noteIndex":1}},[],[["x",2]]]]
      """
    #expect(try Self.output("citation", [("CITATIONS", steps)]) == ">>[0] C\n..[1] B")
    #expect(try Self.output("bibliography", [("CITATIONS", steps)]) == Self.entries("B", "C"))
  }

  @Test func bibliography() throws {
    #expect(try Self.output("bibliography") == Self.entries("A", "B", "C"))
    #expect(try Self.output("bibliography-nosort") == Self.entries("B", "A", "C"))
    #expect(try Self.output("bibliography-header").contains("entryspacing: 2"))
  }

  @Test func bibliographyEntries() throws {
    #expect(try Self.output("bibliography", [("BIBENTRIES", #"[["a","c"],["c",2]]"#)]) == Self.entries("A", "C"))
  }

  @Test(arguments: [
    (#"{"include":[{"field":"type","value":"map"}]}"#, ["A"]),
    (#"{"exclude":[{"field":"type","value":"map"}]}"#, ["B", "C"]),
    (#"{"select":[{"field":"type","value":"book"},{"field":"title","value":"C"}]}"#, ["C"]),
    (#"{"quash":[{"field":"type","value":"book"},{"field":"title","value":"C"}]}"#, ["A", "B"]),
  ])
  func bibliographySection(filter: String, titles: [String]) throws {
    let output = try Self.output("bibliography", [("BIBSECTION", filter)])
    #expect(titles.allSatisfy { output.contains(">\($0).<") })
    #expect(output.split(separator: "\n").count == titles.count + 2)
  }

  @Test func expectedFailures() throws {
    let list = try ExpectedFailures("# why\n\na\tthe locale is older\nb\tanother\nc\tgone\n")
    let results = [("a", false), ("b", true), ("d", false)].map { name, isRight in
      SuiteResult(name: name, wanted: "", output: "", isRight: isRight)
    }
    let differences = list.differences(results)
    #expect(differences.failing.map(\.name) == ["d"])
    #expect(differences.passing == ["b"])
    #expect(differences.missing == ["c"])
    #expect(throws: ExpectedFailures.NoReason.self) { try ExpectedFailures("a\t \n") }
  }
}
