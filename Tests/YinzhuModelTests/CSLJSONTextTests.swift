import Testing
import YinzhuModel
import YinzhuText

@Suite("CSL-JSON: items as text")
struct CSLJSONTextTests {
  /// The writer of files and the tree of an item are two ways to the same bytes.
  @Test(
    "The same bytes as by way of a tree",
    arguments: [
      #"[]"#,
      #"[{"id": "a", "type": "book"}, {"id": "b\"\\\n", "type": "nonsense", "title": "<i>x</i> \u0001"}]"#,
      #"[{"id": 1, "type": "book", "author": [], "editor": [{}], "issued": {"date-parts": [[2001, 2, 3]]}}]"#,
      #"[{"id": "a", "type": "chapter", "issued": {"date-parts": [[-5], [7, 1]], "circa": true}, "accessed": {"raw": "x"}}]"#,
      #"""
      [{"id": "a", "type": "book", "author": [{"family": "L", "given": "M", "suffix": "Jr.", "comma-suffix": true,
      "non-dropping-particle": "van", "dropping-particle": "de", "static-ordering": true}, {"literal": "甲"}],
      "note": "n\nm", "custom": {"et-al": ["author"], "k": [1, {"x": []}], "foreign": {"biblatex": {"a": "b"}}},
      "citation-key": "k", "unknown": [1, 2], "volume": 3}]
      """#,
    ])
  func bytes(file: String) {
    let references = CSLJSON.read(SourceText(name: "items.json", text: file)).references
    let tree = JSONWriter.bytes(.array(references.map(CSLJSON.item)), indented: true) + [0x0A]
    #expect(CSLJSON.write(references) == tree)
    let many = Array(repeating: references, count: 5000).flatMap { $0 }
    #expect(CSLJSON.write(many, jobs: 3) == CSLJSON.write(many))
    var stream = CSLJSONStream()
    var pieces: [UInt8] = []
    for reference in many {
      stream.append([reference])
      pieces += stream.take()
    }
    #expect(pieces + stream.finish() == CSLJSON.write(many))
  }
}
