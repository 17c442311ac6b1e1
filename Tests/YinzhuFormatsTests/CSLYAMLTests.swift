import Testing
import YinzhuFormats
import YinzhuModel
import YinzhuText

@Suite("CSL-YAML")
struct CSLYAMLTests {
  private func read(_ text: String) -> (references: [Reference], diagnostics: [Diagnostic]) {
    CSLYAML.read(SourceText(name: "x", text: text))
  }

  @Test("A list under references, names and the two forms of dates")
  func items() throws {
    let (references, diagnostics) = read(
      """
      ---
      references:
      - id: a
        type: book
        title: 1984
        author:
        - family: Orwell
          given: George
        issued: 1949-06
        note: 'yes'
      - id: b
        issued:
        - year: 2018
          month: 6
          day: 11
        type: article-newspaper
        title: |
          弘扬
          精神
      ...
      """)
    #expect(diagnostics.isEmpty)
    try #require(references.count == 2)
    #expect(references[0].text(.title) == "1984")
    #expect(references[0].date(.issued) == DateValue(year: 1949, month: 6))
    #expect(references[1].date(.issued) == DateValue(year: 2018, month: 6, day: 11))
    #expect(references[1].text(.title) == "弘扬\n精神\n")
  }

  @Test("What CSL-JSON keeps, CSL-YAML keeps")
  func identity() {
    let json = """
      [{"id": "a", "type": "book", "title": "<i>x</i>: y # z", "volume": "007", "number": "1e5", "note": "a\\n\\n b",
      "author": [{"literal": "习近平"}, {"family": "no", "given": "~", "isInstitution": true}], "accessed": {"raw": "null"},
      "issued": {"date-parts": [[-90], [12]], "circa": true}, "custom": {"k": [1, 1.50, 1e999, true, null, "true", {}]},
      "unknown": "😀 \\u0001 \\t", "empty": ""}]
      """
    let before = CSLJSON.read(SourceText(name: "a", text: json)).references
    let after = read(CSLYAML.write(before)).references
    #expect(CSLJSON.write(after) == CSLJSON.write(before))
    #expect(String(decoding: CSLJSON.write(before), as: UTF8.self).contains("isInstitution"))
  }

  @Test("An item that breaks the grammar costs no other, and its line is said")
  func broken() {
    let text = "references:\n- id: a\n  title: \"x\n- id: b\n  title: ok\n- id: c\n  title: [a\n- id: d\n  title: ok\n"
    let (references, diagnostics) = read(text)
    #expect(references.map(\.id.rawValue) == ["a", "b", "c", "d"])
    #expect(diagnostics.filter { $0.code == "F022" }.count == 2)
  }

  @Test(
    "Duplicate keys, aliases without end, nesting without end",
    arguments: [
      "- id: a\n  id: b\n  type: book\n",
      "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + (0..<9).map { level in
          let name = String(UnicodeScalar(UInt8(98 + level))), before = String(UnicodeScalar(UInt8(97 + level)))
          return "\(name): &\(name) [\((0..<9).map { _ in "*" + before }.joined(separator: ","))]\n"
        }.joined(), String(repeating: "[", count: 100_000), "- id: a\u{0}\n", "", "- &a [*a]\n",
    ])
  func hostile(text: String) {
    let diagnostics = read(text).diagnostics
    #expect(!diagnostics.isEmpty)
    for diagnostic in diagnostics { #expect((diagnostic.span?.end ?? 0) <= text.utf8.count) }
  }
}
