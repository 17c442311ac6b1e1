import Testing
import YinzhuCSL
import YinzhuModel

/// The built-in styles of GB/T 7714, by clause.
struct GBT7714Tests {
  private func entry(_ edition: String, _ record: String) throws -> String {
    let style = try #require(Style.builtIn(id: "gb-t-7714-\(edition)-numeric"))
    let processor = Processor(style: style, locales: .builtIn, language: nil)
    return processor.bibliography([try Records.one(record)]).first?.text ?? ""
  }

  @Test func chineseBook() throws {
    let record =
      #"{"id":"a","type":"book","title":"海上的书","author":[{"literal":"甲一"},{"literal":"乙二"},{"literal":"丙三"},{"literal":"丁四"}],"translator":[{"literal":"戊五"}],"edition":"2","publisher":"海岸出版社","publisher-place":"青岛","issued":{"date-parts":[[2011]]},"page":"3-5"}"#
    #expect(try entry("2015", record) == "[1] 甲一, 乙二, 丙三, 等. 海上的书[M]. 戊五, 译. 2 版. 青岛: 海岸出版社, 2011: 3-5.")
    #expect(try entry("2025", record) == "[1] 甲一，乙二，丙三，等. 海上的书[M]. 戊五，译. 2 版. 青岛：海岸出版社，2011：3-5.")
  }

  @Test func westernBook() throws {
    let record =
      #"{"id":"a","type":"book","language":"en-US","title":"The sea book","author":[{"family":"Doe","given":"Jean-Luc"},{"family":"De Roe","given":"Ann B."}],"edition":"3","publisher":"Shore Press","publisher-place":"Hull","issued":{"date-parts":[[2011]]}}"#
    #expect(try entry("2015", record) == "[1] DOE J L, DE ROE A B. The sea book[M]. 3rd ed. Hull: Shore Press, 2011.")
    #expect(try entry("2025", record) == "[1] Doe J-L，De Roe A B. The sea book[M]. 3rd ed. Hull：Shore Press，2011.")
  }

  /// Access dates: 2015 for all that is online, 2025 only for what changes.
  @Test func onlineArticle() throws {
    let record =
      #"{"id":"a","type":"article-journal","title":"论海","author":[{"literal":"甲一"}],"container-title":"海洋学报","volume":"4","issue":"2","page":"7-9","issued":{"date-parts":[[2010,5]]},"URL":"https://example.org/a","DOI":"10.1/b","accessed":{"date-parts":[[2011,2,3]]}}"#
    #expect(
      try entry("2015", record)
        == "[1] 甲一. 论海[J/OL]. 海洋学报, 2010, 4(2): 7-9[2011-02-03]. https://example.org/a. DOI:10.1/b.")
    #expect(
      try entry("2025", record) == "[1] 甲一. 论海[J/OL]. 海洋学报，2010，4（2）：7-9. https://example.org/a. DOI:10.1/b.")
  }

  @Test func chapterWithHost() throws {
    let record =
      #"{"id":"a","type":"chapter","title":"第一篇","author":[{"literal":"甲一"}],"container-title":"全集","editor":[{"literal":"乙二"}],"volume":"3","publisher":"海岸出版社","publisher-place":"青岛","issued":{"date-parts":[[1999]]},"page":"32"}"#
    #expect(try entry("2015", record) == "[1] 甲一. 第一篇[M]//乙二. 全集: 第 3 卷. 青岛: 海岸出版社, 1999: 32.")
  }

  @Test func newspaperThesisWebpage() throws {
    #expect(
      try entry(
        "2015",
        #"{"id":"a","type":"article-newspaper","title":"新闻","author":[{"literal":"甲一"}],"container-title":"海报","page":"15","issued":{"date-parts":[[2000,11,20]]}}"#
      )
        == "[1] 甲一. 新闻[N]. 海报, 2000-11-20(15).")
    #expect(
      try entry(
        "2015",
        #"{"id":"a","type":"thesis","title":"论文","author":[{"literal":"甲一"}],"publisher":"海大","publisher-place":"青岛","issued":{"date-parts":[[2001]]}}"#
      )
        == "[1] 甲一. 论文[D]. 青岛: 海大, 2001.")
    #expect(
      try entry(
        "2025",
        #"{"id":"a","type":"webpage","title":"网页","URL":"https://example.org","issued":{"date-parts":[[2020,1,2]]},"accessed":{"date-parts":[[2021,3,4]]}}"#
      )
        == "[1] 网页[EB/OL]. （2020-01-02）[2021-03-04]. https://example.org.")
  }

  /// 2025 puts the number of a standard first, with an ideographic space in Chinese.
  @Test func standard() throws {
    let record =
      #"{"id":"a","type":"standard","title":"海的标准","number":"GB/T 1—2020","author":[{"literal":"标委会"}],"publisher":"海岸出版社","issued":{"date-parts":[[2020]]}}"#
    #expect(try entry("2025", record) == "[1] GB/T 1—2020　海的标准[S].")
    #expect(try entry("2015", record) == "[1] 标委会. 海的标准: GB/T 1—2020[S]. 海岸出版社, 2020.")
  }

  @Test func citation() throws {
    let style = try #require(Style.builtIn(id: "gb-t-7714-2015-numeric"))
    let processor = Processor(style: style, locales: .builtIn, language: nil)
    let references = try ["a", "b", "c"].map { try Records.one(#"{"id":"\#($0)","title":"甲"}"#) }
    let clusters = [["c", "a"], ["a"]].map { ids in
      Cluster(cites: ids.map { Cite(reference: ReferenceID(rawValue: $0)) })
    }
    #expect(processor.citations(clusters, among: references) == ["[1,3]", "[1]"])
    #expect(processor.citations(clusters, among: references, format: .html).last == "<sup>[1]</sup>")
  }
}
