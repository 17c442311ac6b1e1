import Testing
import YinzhuDocuments
import YinzhuModel
import YinzhuText

@Suite("Markdown")
struct MarkdownReaderTests {
  func read(_ text: String, name: String = "a.md") throws -> Document {
    try DocumentReader.read(Array(text.utf8), name: name)
  }

  @Test("notes in the order of their calls, with places in the file")
  func notes() throws {
    let document = try read("甲文[^2]，乙文[^1]。\n\n[^1]: 第一\n[^2]: 第二\n")
    #expect(document.summary == ["[^2]|第二|甲文", "[^1]|第一|乙文"])
    #expect(document.nativeNotes?.map(\.id) == ["n2", "n1"])
    #expect(document.placesAreTrue)
  }

  @Test("names instead of numbers are counted as programs print them; inline notes too")
  func named() throws {
    let document = try read("甲文[^smith]，乙文^[见[附录]]。\n\n[^smith]: 第一\n")
    #expect(document.summary == ["[^smith]|第一|甲文", "^|见[附录]|乙文"])
    #expect(document.nativeNotes?.map { $0.label?.number } == [1, 2])
  }

  @Test("a note goes on over lines and indented paragraphs, and ends at other text")
  func paragraphs() throws {
    let document = try read(
      "甲文[^1]\n\n[^1]: 费孝通：\n《乡土中国》，\n\n    第二段 in two\n    lines\n\n正文乙文[^2]\n\n[^2]: 二\n")
    #expect(document.summary == ["[^1]|费孝通：《乡土中国》，第二段 in two lines|甲文", "[^2]|二|乙文"])
    #expect(document.placesAreTrue)
  }

  @Test("emphasis, links, code, escapes and entities leave their text")
  func inline() throws {
    let document = try read(
      "a[^1]\n\n[^1]: Smith, *The __Book__* of snake_case [site](https://x.org/a_(b)) `co*de` 2 \\* 3 &amp; <https://y.org> <em>x</em>\n"
    )
    #expect(
      document.nativeNotes?.first?.text?.string
        == "Smith, The Book of snake_case site co*de 2 * 3 & https://y.org x")
  }

  @Test("code and escaped brackets call no notes")
  func code() throws {
    let document = try read("甲 `[^1]` \\[^1] 乙文[^1]\n\n```\n[^9]: code [^1]\n```\n\n[^1]: 一\n")
    #expect(document.summary == ["[^1]|一|乙文"])
  }

  @Test("a call without note, a note without call")
  func lost() throws {
    let document = try read("甲文[^1]\n\n[^2]: 二\n")
    #expect(document.summary == ["[^1]|-|甲文", "[^2]|二|-"])
  }

  @Test("Markdown without notes of its own is read by evidence; definitions make any text Markdown")
  func kinds() throws {
    #expect(try read("甲①\n\n① 一\n").nativeNotes == nil)
    #expect(try read("甲文[^1]\n\n[^1]: 一\n", name: "a.txt").nativeNotes?.count == 1)
  }

  @Test("text cut anywhere never traps; brackets without end are read in time")
  func hostile() throws {
    let bytes = Array("甲[^a]^[x [y](z)] `c`\n\n[^a]: *b* \\& &#x4e00; <a>\n    e\n".utf8)
    for count in 1...bytes.count { _ = try DocumentReader.read(Array(bytes[..<count]), name: "a.md") }
    _ = try read(String(repeating: "^[", count: 5_000) + "\n\n[^1]: " + String(repeating: "[", count: 5_000))
  }
}
