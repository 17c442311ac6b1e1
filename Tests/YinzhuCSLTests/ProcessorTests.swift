import Testing
import YinzhuCSL
import YinzhuModel

struct ProcessorTests {
  private let people = [
    #"{"id":"a","title":"B","author":[{"literal":"张三"}],"issued":{"date-parts":[[2003]]}}"#,
    #"{"id":"b","title":"A","author":[{"literal":"李四"}],"issued":{"date-parts":[[2001]]}}"#,
    #"{"id":"c","title":"C","author":[{"literal":"王五"}]}"#,
  ]

  @Test func sortsByPinyin() throws {
    let entries = try TestStyle.entries(
      "<names variable=\"author\"/>", people, sort: "<sort><key variable=\"author\"/></sort>", language: "zh-CN")
    #expect(entries == ["李四", "王五", "张三"])
  }

  /// Empty keys come last in both directions.
  @Test(arguments: [("ascending", ["A", "B", "C"]), ("descending", ["B", "A", "C"])])
  func sortsByDate(_ direction: String, _ titles: [String]) throws {
    let entries = try TestStyle.entries(
      "<text variable=\"title\"/>", people, sort: "<sort><key variable=\"issued\" sort=\"\(direction)\"/></sort>")
    #expect(entries == titles)
  }

  @Test func sortsByMacro() throws {
    let entries = try TestStyle.entries(
      "<text variable=\"title\"/>", people, macros: "<macro name=\"k\"><text variable=\"title\"/></macro>",
      sort: "<sort><key macro=\"k\" sort=\"descending\"/></sort>")
    #expect(entries == ["C", "B", "A"])
  }

  @Test func numbersFollowTheBibliography() throws {
    let xml = TestStyle.xml(
      "<text variable=\"citation-number\"/>", sort: "<sort><key variable=\"title\"/></sort>",
      citation: "<text variable=\"citation-number\"/>")
    let style = try StyleReader.read(Array(xml.utf8), name: "t").style
    let processor = Processor(style: style, locales: .builtIn, language: nil)
    let references = try people.map(Records.one)
    let numbers = processor.citationNumbers(references)
    #expect(numbers == ["a": 2, "b": 1, "c": 3])
    let cluster = processor.citations([Cluster(cites: references.map { Cite(reference: $0.id) })], among: references)[0]
    #expect(cluster == "(2; 1; 3)")
  }

  /// The layout follows the item's language; without one, the script of title, then names.
  @Test(arguments: [
    (#"{"id":"a","title":"红楼梦","author":[{"literal":"甲"},{"literal":"乙"}]}"#, "甲等. 红楼梦"),
    (#"{"id":"a","title":"Dream","author":[{"family":"Doe"},{"family":"Roe"}]}"#, "Doe et al., Dream"),
    (#"{"id":"a","language":"en-GB","title":"红楼梦","author":[{"literal":"甲"},{"literal":"乙"}]}"#, "甲 et al., 红楼梦"),
    (#"{"id":"a","author":[{"family":"Doe"},{"family":"Roe"}]}"#, "Doe et al."),
    (#"{"id":"a","language":"中文","title":"Dream"}"#, "Dream"),
  ])
  func layoutsByLanguage(_ record: String, _ text: String) throws {
    let names = "<names variable=\"author\"><name et-al-min=\"2\" et-al-use-first=\"1\"/></names>"
    let xml = """
      <style class="in-text" default-locale="zh-CN"><citation><layout><text variable="title"/></layout></citation>
      <bibliography>
        <layout locale="en fr"><group delimiter=", ">\(names)<text variable="title"/></group></layout>
        <layout><group delimiter=". ">\(names)<text variable="title"/></group></layout>
      </bibliography></style>
      """
    let style = try StyleReader.read(Array(xml.utf8), name: "t").style
    let processor = Processor(style: style, locales: .builtIn, language: nil)
    #expect(processor.bibliography([try Records.one(record)]).map(\.text) == [text])
  }

  @Test func nothingIsRemembered() throws {
    let style = try #require(Style.builtIn(id: "gb-t-7714-2015-numeric"))
    let processor = Processor(style: style, locales: .builtIn, language: nil)
    let references = try people.map(Records.one)
    let first = processor.bibliography(references)
    _ = processor.bibliography(references.reversed())
    _ = processor.citations([Cluster(cites: [Cite(reference: references[1].id)])], among: references)
    #expect(processor.bibliography(references) == first)
  }

  @Test func emptyRecordsAndListsAreFine() throws {
    let style = try #require(Style.builtIn(id: "gb-t-7714-2015-numeric"))
    let processor = Processor(style: style, locales: .builtIn, language: "xx")
    #expect(processor.bibliography([]).isEmpty)
    #expect(processor.citations([Cluster(cites: [])], among: []) == [""])
    for type in ReferenceType.allCases {
      let entry = processor.bibliography([Reference(id: "x", type: type)])
      #expect(entry.count == 1)
    }
  }
}
