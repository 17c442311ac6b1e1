import Testing
import YinzhuDocuments
import YinzhuModel
import YinzhuNotes
import YinzhuText

@Suite("Forms of labels")
struct LabelFormsTests {
  static let forms: [(String, [String], [String])] = [
    ("circled", ["①", "②"], ["① ", "② "]), ("square", ["[1]", "[2]"], ["[1] ", "[2]"]),
    ("wide", ["［1］", "［2］"], ["［1］", "［2］"]), ("shell", ["〔1〕", "〔2〕"], ["〔1〕", "〔2〕"]),
    ("black", ["【1】", "【2】"], ["【1】", "【2】"]), ("misread", ["〔1]", "[2〕"], ["[1〕", "〔2]"]),
    ("named", ["[注1]", "[注2]"], ["[注1]", "[注2]"]), ("named, circled", ["①", "②"], ["注①：", "注②："]),
    ("round", ["(1)", "(2)"], ["(1) ", "(2) "]), ("wide round", ["（1）", "（2）"], ["（1）", "（2）"]),
    ("raised", ["¹", "²"], ["¹ ", "² "]), ("raised to points", ["¹", "²"], ["1. ", "2. "]),
    ("raised to commas", ["¹", "²"], ["1、", "2、"]), ("raised to brackets", ["¹", "²"], ["1）", "2)"]),
    ("raised to numbers", ["¹", "²"], ["1 ", "2 "]),
    ("named, in Chinese numbers", ["（註一）", "（註二）"], ["註一：", "註二："]),
    ("named, in brackets", ["〔註1〕", "〔註2〕"], ["註1：", "註2："]),
    ("named, vertical", ["︵註一︶", "︵註二︶"], ["註一：", "註二："]), ("vertical shells", ["︹1︺", "︹2︺"], ["︹1︺", "︹2︺"]),
    ("daggers", ["†", "‡"], ["† ", "‡ "]), ("asterisks", ["*", "**"], ["*", "** "]),
    ("asterisks in Markdown", ["\\*", "\\*\\*"], ["\\* ", "\\*\\* "]), ("wide asterisks", ["＊", "＊＊"], ["＊", "＊＊"]),
  ]

  @Test("markers and notes of every form", arguments: forms)
  func form(name: String, markers: [String], labels: [String]) throws {
    let notes = try found(
      """
      山路是老人修的，\(markers[0])后来有人写了书\(markers[1])。

      \(labels[0])李明：《山的那边》，山海出版社 2001 年，第 3 页。
      \(labels[1])王立：《海的那边》，山海出版社 2002 年，第 4 页。
      """)
    #expect(notes.count == 2)
    #expect(notes.first?.hasSuffix("“李明：《山的那边》，山海出版社 2001 年，第 3 页。”") == true, "\(notes)")
    #expect(notes.last?.hasSuffix("“王立：《海的那边》，山海出版社 2002 年，第 4 页。”") == true, "\(notes)")
    #expect(notes.allSatisfy { $0.contains(" at ") })
  }

  @Test("two texts with the label of one marker: ambiguous, both")
  func ambiguous() throws {
    let text = """
       山路是老人修的，①后来有人写了书。②
      ① 李明：《山的那边》，山海出版社 2001 年，第 3 页。
      ② 王立：《海的那边》，山海出版社 2002 年，第 4 页。
      ② 张三：《河的那边》，山海出版社 2003 年，第 5 页。
      """
    let document = try DocumentReader.read(Array(text.utf8), name: "test.txt")
    let scan = NoteFinder.find(in: document)
    let links = scan.notes.map { note in
      if case .ambiguous(let markers) = note.link { return "ambiguous \(markers.count)" }
      return note.marker == nil ? "none" : "linked"
    }
    #expect(links == ["linked", "ambiguous 1", "ambiguous 1"])
    #expect(scan.diagnostics.map(\.code) == ["N005", "N005"])
  }

  @Test("the note of a title beside those by number; the text goes on below it")
  func title() throws {
    let text = """
      山路史考*
      李明

      * 本文为山海基金项目“山路研究”的成果，感谢王立先生。

      山路是老人修的，①后来有人写了书。②

      ① 李明：《山的那边》，山海出版社 2001 年，第 3 页。
      ② 王立：《海的那边》，山海出版社 2002 年，第 4 页。

      """
    let document = try DocumentReader.read(Array(text.utf8), name: "test.txt")
    let notes = NoteFinder.find(in: document).notes
    #expect(notes.map { $0.label?.symbol } == ["*", "①", "②"])
    #expect(notes.allSatisfy { $0.marker != nil && $0.text != nil })
    #expect(notes.first?.text?.string == "本文为山海基金项目“山路研究”的成果，感谢王立先生。")
    #expect(notes.first?.label?.number == nil)
  }

  @Test(
    "signs of lists, emphasis, formulas and footers are no notes",
    arguments: [
      "原则如下*\n* 平等是第一条原则。\n* 互利是第二条原则。\n", "这是*重点*，那也是*重点*。\n*重点*在这里说明一下。\n", "a*b=c，面积5*3。\n* 公式说明如上所示。\n",
      "**摘要**：山路的历史。\n**关键词**：山路；老人。\n", "山路*，海路*，都是路。\n* 说明文字在这里写。\n",
    ])
  func signsOfOtherKinds(text: String) throws {
    #expect(try found(text).isEmpty)
  }

  @Test("numbered lists and clauses are no notes")
  func lists() throws {
    #expect(try found("一、原则\n1. 平等。\n2. 互利。\n(1) 第一款（1）如前。\n(2) 第二款。\n").isEmpty)
    #expect(try found("面积为 5 km²。\n1. 平等。\n2. 互利。\n").isEmpty)
  }
}
