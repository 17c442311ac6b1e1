import Testing
import YinzhuFormats
import YinzhuModel
import YinzhuText

@Suite("Formats of tags and lines: reading")
struct TaggedFormatTests {
  private func read(_ format: TaggedFormat, _ text: String) -> (references: [Reference], diagnostics: [Diagnostic]) {
    format.read(SourceText(name: "x", text: text))
  }

  private func one(_ format: TaggedFormat, _ text: String) throws -> Reference {
    let references = read(format, text).references
    try #require(references.count == 1)
    return references[0]
  }

  @Test func risJournalArticle() throws {
    let item = try one(
      .ris,
      """
      TY  - JOUR
      AU  - 王力
      AU  - King, M. L., Jr.
      AU  - van der Veen, Hans
      T1  - 中国语言学史
      JO  - J. Ling.
      JF  - Journal of Linguistics
      PY  - 2005
      DA  - 2005/07/15
      SP  - 12
      EP  - 20
      SN  - 0021-9606
      KW  - 语言
      KW  - 历史
      U1  - 23690738[pmid]
      XX  - kept
      ER  -
      """)
    #expect(item.type == .articleJournal)
    #expect(item.names(.author).map(\.displayed) == ["王力", "M. L. King Jr.", "Hans van der Veen"])
    #expect(item.text(.containerTitle) == "Journal of Linguistics")
    #expect(item.text(.containerTitleShort) == "J. Ling.")
    #expect(item.date(.issued) == DateValue(year: 2005, month: 7, day: 15))
    #expect(item.text(.page) == "12-20")
    #expect(item.text(.issn) == "0021-9606")
    #expect(item.text(.keyword) == "语言; 历史")
    #expect(item.text(.pmid) == "23690738")
    #expect(item.foreign.map(\.key) == ["XX"])
  }

  @Test("A record without TY or ER is read, and that is said")
  func brokenRIS() {
    let (references, diagnostics) = read(.ris, "AU  - A, B\nTI  - x\nTY  - BOOK\nTI  - y\n")
    #expect(references.map { $0.text(.title) } == ["x", "y"])
    #expect(diagnostics.map(\.code) == ["F022", "F022"])
  }

  @Test func linesThatGoOn() throws {
    let item = try one(.ris, "TY  - BOOK\nTI  - A title\n  that goes on\nAB  - 基因组\n序列\nER  - \n")
    #expect(item.text(.title) == "A title that goes on")
    #expect(item.text(.abstract) == "基因组序列")
  }

  @Test("CR, CR LF and LF, a NUL inside")
  func lineEnds() {
    let (references, diagnostics) = read(.ris, "TY  - BOOK\rTI  - a\u{0}b\r\nER  - \nTY  - BOOK\nTI  - c\nER  - \n")
    #expect(references.map { $0.text(.title) } == ["ab", "c"])
    #expect(diagnostics.map(\.code) == ["F040"])
  }

  @Test("Names without a comma: persons and institutions")
  func namesWithoutComma() throws {
    let item = try one(
      .ris,
      "TY  - BOOK\nAU  - Catarina Barata\nAU  - World Bank\nAU  - Ministry of Education\nAU  - Human Rights Watch,\nER  - "
    )
    #expect(
      item.names(.author).map { $0.literal ?? "\($0.family ?? ""), \($0.given ?? "")" } == [
        "Barata, Catarina", "World Bank", "Ministry of Education", "Human Rights Watch",
      ])
  }

  @Test func cnkiRefWorks() throws {
    let item = try one(
      .refWorks,
      """
      RT Dissertation/Thesis
      SR 1
      A1林甲
      A3 黄乙;杨丙
      PB 某大学
      T1 黄瓜的研究
      CL 硕士
      YR 2015
      vo 03
      AB 第一行
      is not a tag here
      DS CNKI
      LK https://example.org/1
      """)
    #expect(item.type == .thesis)
    #expect(item.names(.author).map(\.literal) == ["林甲"])
    #expect(item.names(.contributor).map(\.literal) == ["黄乙", "杨丙"])
    #expect(item.text(.genre) == "硕士学位论文")
    #expect(item.text(.volume) == "3")
    #expect(item.text(.language) == "zh-CN")
    #expect(item.text(.abstract) == "第一行is not a tag here")
    #expect(item.text(.url) == "https://example.org/1")
  }

  @Test func cnkiRefer() {
    let (references, diagnostics) = read(
      .enw,
      """
      %0 Newspaper Article
      %A 刘甲
      %T 新闻
      %J 科技日报
      %8 2023-09-21
      %P 004
      %I 科技日报
      %W CNKI

      %0 Legal Rule or Regulation
      %T 钢板
      %A 甲公司;乙研究院
      %D 2023-09-07
      %V GB/T 1-2023
      %~ 国家标准
      %W CNKI
      """)
    #expect(diagnostics.isEmpty)
    #expect(references.map(\.type) == [.articleNewspaper, .standard])
    #expect(references[0].text(.page) == "4")
    #expect(references[0][.publisher] == nil)
    #expect(references[1].text(.number) == "GB/T 1-2023")
    #expect(references[1].names(.author).count == 2)
  }

  @Test func noteExpress() throws {
    let item = try one(
      .noteExpress,
      """
      {Reference Type}: Journal Article
      {Title}: 论题
      {Author}: 张三;李四
      {Journal}: 某学报
      {Year}: 2015
      {Date}: 06-15
      {Issue}: 06
      {Pages}: 0012-0015
      {ISBN/ISSN}: 1000-0001
      {Database Provider}: CNKI
      {Author Address}: 某地
      """)
    #expect(item.names(.author).map(\.literal) == ["张三", "李四"])
    #expect(item.date(.issued) == DateValue(year: 2015, month: 6, day: 15))
    #expect(item.text(.issue) == "6")
    #expect(item.text(.page) == "12-15")
    #expect(item.text(.issn) == "1000-0001")
    #expect(item.foreign.map(\.key) == ["Author Address"])
  }

  @Test(
    "Dates in words",
    arguments: [
      ("June 11, 2018", DateValue(year: 2018, month: 6, day: 11)), ("2018年6月", DateValue(year: 2018, month: 6)),
      ("c. 1990", DateValue(start: .init(year: 1990), circa: true)),
      ("1990–1992", DateValue(start: .init(year: 1990), end: .init(year: 1992))),
      ("90 BC", DateValue(year: -90)), ("spring 1990", DateValue(start: .init(year: 1990), season: 1)),
      ("20151028", DateValue(year: 2015, month: 10, day: 28)), ("光绪三年", DateValue(literal: "光绪三年")),
    ])
  func dates(text: String, date: DateValue) throws {
    #expect(try one(.enw, "%0 Book\n%D \(text)\n").date(.issued) == date)
  }
}

@Suite("Formats of tags and lines: writing")
struct TaggedFormatRoundTripTests {
  private static let formats: [(String, TaggedFormat)] = [
    ("ris", .ris), ("enw", .enw), ("noteexpress", .noteExpress), ("refworks", .refWorks),
  ]

  @Test("What the format reads, it writes again, foreign tags included", arguments: 0..<4)
  func identity(index: Int) throws {
    let format = Self.formats[index].1
    var item = Reference(id: "x", type: .chapter)
    item.set(.author, names: [Name(literal: "王力"), Name(family: "Veen", given: "H.", nonDroppingParticle: "van der")])
    item.set(.editor, names: [Name(literal: "World Health Organization")])
    item.set(.translator, names: [Name(literal: "李四", nationality: "美")])
    item.set(.title, text: "标题")
    item.set(.containerTitle, text: "文集")
    item.set(.issued, date: DateValue(year: 2001, month: 2, day: 3))
    item.set(.page, text: "12-20")
    item.set(.isbn, text: "978-3-86490-311-3")
    item.set(.language, text: "zh-TW")
    item.set(.note, text: "一\n二")
    let (text, losses) = format.write([item], keys: CitationKeys(pattern: .hanzi))
    #expect(losses.isEmpty, "\(losses.map(\.message))")
    let back = try #require(format.read(SourceText(name: "x", text: text)).references.first)
    #expect(back.type == .chapter)
    #expect(back.names(.editor).map(\.literal) == ["World Health Organization"])
    #expect(back.text(.note) == "一\n二\nnationality: 美")
    #expect(format.write([back], keys: CitationKeys(pattern: .hanzi)).text == text)
  }

  @Test("A tag that no row knows comes back")
  func foreign() {
    let text = "%0 Book\n%F x\n%T a\n%+ 某地\n"
    let back = TaggedFormat.enw.read(SourceText(name: "x", text: text)).references
    #expect(TaggedFormat.enw.write(back, keys: CitationKeys(pattern: .hanzi)).text == text)
  }
}
