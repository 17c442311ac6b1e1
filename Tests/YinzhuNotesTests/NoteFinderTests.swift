import Testing
import YinzhuDocuments
import YinzhuModel
import YinzhuText

@testable import YinzhuNotes

/// Every dump is made up; each shows one thing that dumps of PDF files do.
@Suite("Notes of text dumps")
struct NoteFinderTests {
  @Test("labels before the texts; a text runs over lines")
  func attached() throws {
    let notes = try found(
      """
       山路是老人修的，①后来有人写了书。②
      ① 李明：《山的那边》，山海出版社 ２００１ 年，第 ３
      页。
      ② 王立：《海的那边》，山海出版社 ２００２ 年，第 ４ 页。
      """)
    #expect(
      notes == [
        "n1 at 25 “李明：《山的那边》，山海出版社 ２００１ 年，第 ３页。”",
        "n2 at 52 “王立：《海的那边》，山海出版社 ２００２ 年，第 ４ 页。”",
      ])
  }

  @Test("labels in a column of their own, a wrapped line after a blank one")
  func column() throws {
    let notes = try found(
      """
       山路是老人修的，①后来有人写了书。②

       ①
      ②

      李明：《山的那边》，山海出版社 ２００１

      年，第 ３ 页。
      王立：《海的那边》，山海出版社 ２００２ 年，第 ４ 页。
       第二页从这里开始，①没有注释。
      """)
    #expect(notes.map { $0.split(separator: " ")[0] } == ["p1-1", "p1-2", "p2-1"])
    #expect(notes[0].hasSuffix("“李明：《山的那边》，山海出版社 ２００１年，第 ３ 页。”"))
    #expect(notes[2].hasSuffix("no text"))
  }

  @Test("labels lost: texts follow the order of the markers, the rest is missing, never a neighbour's")
  func lostLabels() throws {
    let notes = try found(
      """
       山路是老人修的，①后来有人写了书。②

       李明：《山的那边》，山海出版社 ２００１ 年，第 ３ 页。
       第二页从这里开始，①它的注释在下面。

       王立：《海的那边》，山海出版社 ２００２ 年，第 ４ 页。
      """)
    #expect(notes.map { $0.split(separator: " ")[0] } == ["p1-1", "p1-2", "p2-1"])
    #expect(notes[0].contains("山的那边"))
    #expect(notes[1].hasSuffix("no text"))
    #expect(notes[2].contains("海的那边"))
  }

  @Test("numbers that run through, notes at the end; the editor's line is no note")
  func endnotes() throws {
    let notes = try found(
      """
      山路是老人修的[1]，后来有人写了书[2]。[宋]人也写过。

      又过了一百年[3]。

      **注释：**

      [1]李明：《山的那边》，山海出版社，2001年，第3页。

      [2] 王立：《海的那边》，山海出版社，2002年，第4页。

      [3]此说可疑。



      编辑：某人
      """)
    #expect(notes.map { $0.split(separator: " ")[0] } == ["n1", "n2", "n3"])
    #expect(notes[2].hasSuffix("“此说可疑。”"))
  }

  @Test("a body line may begin with a marker")
  func wrappedMarker() throws {
    let notes = try found(
      """
       山路是老人修的，后来有人写了书，讲的是山那边的事情
      ①，又过了一百年，路还在那里，②
      ③就是没有人走了。

      ① 李明：《山的那边》，山海出版社，2001年，第3页。
      ② 王立：《海的那边》，山海出版社，2002年，第4页。
      ③ 张文：《路的尽头》，山海出版社，2003年，第5页。
      """)
    #expect(notes.count == 3)
    #expect(notes.allSatisfy { !$0.contains("no ") })
  }

  @Test("page numbers and running heads are no text, and name the pages")
  func furniture() throws {
    let text = """
       ·８·

      　 山海集

      山路是老人修的①，后来有人写了书。

       ① 李明：《山的那边》，山海出版社，2001年，第3页。

       　 山海集

      ·９·

      又过了一百年①，路还在那里。

       ① 王立：《海的那边》，山海出版社，2002年，第4页。
      """
    let scan = NoteFinder.find(in: try DocumentReader.read(Array(text.utf8), name: "test.txt"))
    #expect(scan.notes.map(\.printedPage) == ["8", "9"])
    #expect(scan.notes.map(\.page) == [1, 2])
    #expect(scan.diagnostics.isEmpty)
  }

  @Test("text without notes has none, whatever its brackets")
  func none() throws {
    #expect(try found("山路是老人修的（1998）。见 [宋]《山志》[12]。\n\n又过了一百年。\n").isEmpty)
  }
}
