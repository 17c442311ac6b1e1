import Testing

@testable import YinzhuText

@Suite("JSON with order and places")
struct JSONTests {
  private func read(_ text: String) throws -> JSONValue { try JSONReader.value(Array(text.utf8)) }

  @Test("order, duplicates and numbers survive")
  func keeps() throws {
    let text = #"{"b":1.0,"a":[1,{"c":null}],"b":"é\n"}"#
    let value = try read(text)
    #expect(value.members?.map(\.key) == ["b", "a", "b"])
    #expect(JSONWriter.string(value) == text)
    #expect(value["b"] == .string("é\n"))
  }

  @Test("places of members")
  func places() throws {
    let value = try read(#"{"山": 1, "b": 2}"#)
    #expect(value.members?.map(\.span) == [SourceSpan(start: 1, end: 9), SourceSpan(start: 11, end: 17)])
  }

  @Test(
    "errors name the byte", arguments: [("[1,]", 3), ("{\"a\" 1}", 5), ("[1] x", 4), ("01", 0), ("\"abc", 0), ("", 0)])
  func errors(text: String, offset: Int) {
    #expect(throws: JSONError.self) { try read(text) }
    do throws(JSONError) { _ = try JSONReader.value(Array(text.utf8)) } catch {
      #expect(error.offset == offset, "\(text)")
    }
  }

  @Test("a broken element loses no other, and what follows the array is said")
  func elements() {
    func elements(_ text: String) -> (values: [JSONValue], faults: Int) {
      var reader = JSONReader(Array(text.utf8))
      var values: [JSONValue] = []
      var faults = 0
      reader.elements({ value, _ in values.append(value) }, failed: { _ in faults += 1 })
      return (values, faults)
    }
    #expect(elements("[{\"a\":1},{\"b\":,},{\"c\":3}]").values.count == 2)
    #expect(elements("[{\"a\":1},{\"b\":,},{\"c\":3}]").faults == 1)
    #expect(elements("[{\"a\":1}}, {\"b\":2}, {\"c\":3}]").values.count == 3)
    #expect(elements("[{\"a\":1} {\"b\":2}, {\"c\":3}]").values.count == 3)
    #expect(elements("[1]\n[2]").faults == 1)
    #expect(elements("[]").faults == 0)
  }

  @Test("deep nesting is an error, not a crash")
  func depth() {
    #expect(throws: JSONError.self) { try read(String(repeating: "[", count: 100_000)) }
  }

  @Test("truncated anywhere: an error, never a trap")
  func truncated() {
    let bytes = Array(#"{"a":[1.5e3,"é\u4e2d\ud83d\ude00",true,null],"b":{"c":-2}}"#.utf8)
    for end in 0..<bytes.count {
      #expect(throws: JSONError.self) { try JSONReader.value(Array(bytes[..<end])) }
    }
  }

  @Test("many keys take linear time")
  func manyKeys() throws {
    let text = "{" + (0..<50_000).map { "\"k\($0)\":0" }.joined(separator: ",") + "}"
    #expect(try read(text).members?.count == 50_000)
  }
}
