import Testing
import YinzhuCSL
import YinzhuModel

/// The note styles of journals: real forms of their rules with records of our own.
@Suite("Note styles of journals")
struct NoteStyleTests {
  static let records: [String: String] = [
    "book":
      #"{"id":"book","type":"book","title":"海岸旧话","author":[{"literal":"甲一"}],"publisher":"海岸出版社","publisher-place":"青岛","issued":{"date-parts":[[1948]]}}"#,
    "edited":
      #"{"id":"edited","type":"book","title":"海史","volume":"3","edition":"2","editor":[{"literal":"甲一"},{"literal":"乙二"}],"publisher":"海岸出版社","publisher-place":"青岛","issued":{"date-parts":[[1983]]}}"#,
    "translated":
      #"{"id":"translated","type":"book","title":"海的哲学","author":[{"literal":"富勒"}],"translator":[{"literal":"丙三"},{"literal":"丁四"}],"publisher":"海岸出版社","publisher-place":"青岛","issued":{"date-parts":[[2005]]}}"#,
    "article":
      #"{"id":"article","type":"article-journal","title":"读《海史》与“海权”","author":[{"literal":"甲一"}],"container-title":"海洋研究","volume":"20","issue":"3","issued":{"date-parts":[[1998]]}}"#,
    "news":
      #"{"id":"news","type":"article-newspaper","title":"海上丝路","author":[{"literal":"甲一"}],"container-title":"海岸日报","issued":{"date-parts":[[2018,6,11]]}}"#,
    "chapter":
      #"{"id":"chapter","type":"chapter","title":"海权论","author":[{"literal":"甲一"}],"editor":[{"literal":"乙二"}],"container-title":"海论文集","volume":"1","publisher":"海岸出版社","publisher-place":"青岛","issued":{"date-parts":[[1999]]}}"#,
    "thesis":
      #"{"id":"thesis","type":"thesis","title":"海权研究","author":[{"literal":"甲一"}],"genre":"博士学位论文","publisher":"海洋大学","issued":{"date-parts":[[2000]]}}"#,
    "web":
      #"{"id":"web","type":"webpage","title":"海的消息","container-title":"海洋网","URL":"https://example.org/a","issued":{"date-parts":[[2004,1,10]]},"accessed":{"date-parts":[[2020,12,1]]}}"#,
    "four":
      #"{"id":"four","type":"book","title":"四人书","author":[{"literal":"甲一"},{"literal":"乙二"},{"literal":"丙三"},{"literal":"丁四"}],"publisher":"海岸出版社","publisher-place":"青岛","issued":{"date-parts":[[2001]]}}"#,
    "english":
      #"{"id":"english","type":"article-journal","language":"en","title":"On sea power","author":[{"family":"Doe","given":"Jane B."}],"container-title":"Sea Studies","volume":"19","issue":"2","page":"199-215","issued":{"date-parts":[[1993]]}}"#,
  ]

  /// The notes of a document, each citing one record at a page or whole.
  private func notes(_ id: String, _ cites: [(String, String?)]) throws -> [String] {
    let style = try #require(Style.builtIn(id: id))
    let processor = Processor(style: style, locales: .builtIn, language: nil)
    let references = try Set(cites.map(\.0)).sorted().map { try Records.one(try #require(Self.records[$0])) }
    var clusters: [Cluster] = []
    for (index, cite) in cites.enumerated() {
      let locator = cite.1.map { Locator(label: .page, value: $0, spans: []) }
      clusters.append(
        Cluster(noteIndex: index + 1, cites: [Cite(reference: ReferenceID(rawValue: cite.0), locator: locator)]))
    }
    return processor.document(references, clusters).clusters
  }

  private func note(_ id: String, _ record: String, _ page: String?) throws -> String {
    try #require(notes(id, [(record, page)]).first)
  }

  @Test(
    "中国社会科学: place, comma before the year, no 载",
    arguments: [
      ("book", "43", "甲一：《海岸旧话》，青岛：海岸出版社，1948年，第43页。"),
      ("edited", "25", "甲一、乙二编：《海史》第3卷（第2版），青岛：海岸出版社，1983年，第25页。"),
      ("translated", "11-12", "富勒：《海的哲学》，丙三、丁四译，青岛：海岸出版社，2005年，第11—12页。"),
      ("article", nil, "甲一：《读〈海史〉与“海权”》，《海洋研究》1998年第3期。"),
      ("news", "2", "甲一：《海上丝路》，《海岸日报》2018年6月11日，第2版。"),
      ("chapter", "247", "甲一：《海权论》，乙二编：《海论文集》第1卷，青岛：海岸出版社，1999年，第247页。"),
      ("thesis", "67", "甲一：《海权研究》，博士学位论文，海洋大学，2000年，第67页。"),
      ("web", nil, "《海的消息》，海洋网，2004年1月10日，https://example.org/a，2020年12月1日。"),
      ("four", nil, "甲一等：《四人书》，青岛：海岸出版社，2001年。"),
      ("english", "200", "Jane B. Doe, “On sea power,” Sea Studies, vol. 19, no. 2 (1993), p. 200."),
    ])
  func socialSciences(record: String, page: String?, expected: String) throws {
    #expect(try note("zhongguo-shehui-kexue", record, page) == expected)
  }

  @Test(
    "世界经济与政治: publisher and year joined, 载, a comma behind the journal",
    arguments: [
      ("book", "43", "甲一：《海岸旧话》，海岸出版社1948年版，第43页。"),
      ("translated", nil, "富勒著，丙三、丁四译：《海的哲学》，海岸出版社2005年版。"),
      ("article", "14-19", "甲一：《读〈海史〉与“海权”》，载《海洋研究》，1998年第3期，第14–19页。"),
      ("news", nil, "甲一：《海上丝路》，载《海岸日报》，2018年6月11日。"),
      ("chapter", "3", "甲一：《海权论》，载乙二主编：《海论文集》（第1卷），海岸出版社1999年版，第3页。"),
      ("thesis", nil, "甲一：《海权研究》，海洋大学2000年博士学位论文。"),
      ("web", nil, "《海的消息》，载海洋网，2004年1月10日，https://example.org/a，访问时间：2020年12月1日。"),
      ("english", "200-201", "Jane B. Doe, “On sea power,” Sea Studies, Vol.19, No.2, 1993, pp.200–201."),
    ])
  func worldEconomics(record: String, page: String?, expected: String) throws {
    #expect(try note("shijie-jingji-yu-zhengzhi", record, page) == expected)
  }

  @Test(
    "法学引注手册",
    arguments: [
      ("book", "43", "甲一：《海岸旧话》，海岸出版社1948年版，第43页。"),
      ("edited", "2", "甲一、乙二主编：《海史》第3卷（第2版），海岸出版社1983年版，第2页。"),
      ("article", "83", "甲一：《读〈海史〉与“海权”》，载《海洋研究》1998年第3期，第83页。"),
      ("news", "5", "甲一：《海上丝路》，载《海岸日报》2018年6月11日，第5版。"),
      ("chapter", "110", "甲一：《海权论》，载乙二主编：《海论文集》第1卷，海岸出版社1999年版，第110页。"),
      ("english", "210", "Jane B. Doe, On sea power, 19 Sea Studies 199, 210 (1993)."),
    ])
  func lawManual(record: String, page: String?, expected: String) throws {
    #expect(try note("faxue-yinzhu-shouce", record, page) == expected)
  }

  @Test(
    "Political science: newspapers by day",
    arguments: [
      ("news", nil, "甲一：《海上丝路》，载《海岸日报》，2018年6月11日。"),
      ("article", "71", "甲一：《读〈海史〉与“海权”》，载《海洋研究》，1998年第3期，第71页。"),
      ("edited", "426-427", "甲一、乙二主编：《海史》（第3卷）（第2版），海岸出版社1983年版，第426—427页。"),
    ])
  func politicalScience(record: String, page: String?, expected: String) throws {
    #expect(try note("zhengzhi-note", record, page) == expected)
  }

  @Test("历史研究 prints the pages that are cited, and no others")
  func historicalResearch() throws {
    #expect(
      try note("lishi-yanjiu", "english", nil) == "Jane B. Doe, “On sea power,” Sea Studies, vol. 19, no. 2 (1993).")
    #expect(try note("lishi-yanjiu", "book", "24") == "甲一：《海岸旧话》，青岛：海岸出版社，1948年，第24页。")
  }

  @Test("A work cited again: short, by number, in full")
  func repeated() throws {
    let cites: [(String, String?)] = [("book", "43"), ("article", nil), ("article", "4"), ("book", "44")]
    #expect(
      try Array(notes("zhongguo-shehui-kexue", cites)[2...])
        == ["甲一：《读〈海史〉与“海权”》，第4页。", "甲一：《海岸旧话》，第44页。"])
    #expect(
      try Array(notes("faxue-yinzhu-shouce", cites)[2...]) == ["同上注，第4页。", "同前注〔1〕，甲一书，第44页。"])
    #expect(try notes("zhengzhi-note", cites)[3] == "甲一：《海岸旧话》，海岸出版社1948年版，第44页。")
  }

  @Test("A note style says how its notes are numbered")
  func markers() throws {
    let law = try #require(Style.builtIn(id: "faxue-yinzhu-shouce"))
    #expect(law.info.noteMarker == Style.NoteMarker(form: .bracketed, restart: .document))
    let history = try #require(Style.builtIn(id: "lishi-yanjiu"))
    #expect(history.info.noteMarker == Style.NoteMarker(form: .circled, restart: .page))
    #expect(Style.builtIn(id: "gb-t-7714-2025-numeric")?.info.noteMarker == nil)
  }
}
