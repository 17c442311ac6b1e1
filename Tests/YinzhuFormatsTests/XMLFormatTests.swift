import Testing
import YinzhuFormats
import YinzhuModel
import YinzhuText

private let keys = CitationKeys(pattern: .hanzi)

private func chapter() -> Reference {
  var item = Reference(id: "x", type: .chapter)
  item.set(.author, names: [Name(literal: "王力"), Name(family: "King", given: "M. L.", suffix: "Jr.")])
  item.set(.editor, names: [Name(literal: "World Health Organization")])
  item.set(.title, text: "标题 & <more>")
  item.set(.containerTitle, text: "文集")
  item.set(.publisher, text: "某社")
  item.set(.publisherPlace, text: "北京")
  item.set(.issued, date: DateValue(year: 2001, month: 2, day: 3))
  item.set(.page, text: "12-20")
  item.set(.isbn, text: "978-3-86490-311-3")
  item.set(.language, text: "zh-CN")
  item.set(.url, text: "https://example.org/?a=1&b=2")
  item.set(.accessed, date: DateValue(year: 2020, month: 5, day: 6))
  return item
}

@Suite("MODS and Word sources")
struct XMLFormatTests {
  @Test func modsRoundTrip() throws {
    let (text, losses) = MODS.write([chapter()], keys: keys)
    #expect(losses.isEmpty, "\(losses.map(\.message))")
    let back = try #require(MODS.read(SourceText(name: "x", text: text)).references.first)
    #expect(back.names(.author).last?.suffix == "Jr.")
    #expect(MODS.write([back], keys: keys).text == text)
    #expect(text.contains("<relatedItem type=\"host\">"))
  }

  @Test("A library's MODS: parts of titles, roles in words, hosts with volume and pages")
  func modsOfALibrary() throws {
    let text = """
      <mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><nonSort>The</nonSort><title>power</title><subTitle>a study</subTitle></titleInfo>
      <name type="personal"><namePart>Smith, Ann</namePart><role><roleTerm type="text">Author</roleTerm></role></name>
      <name type="corporate"><namePart>World Bank</namePart><role><roleTerm type="code">edt</roleTerm></role></name>
      <originInfo><place><placeTerm type="code">enk</placeTerm></place><place><placeTerm type="text">London</placeTerm></place>
      <dateIssued encoding="w3cdtf">1999-05</dateIssued></originInfo>
      <relatedItem type="host"><titleInfo><title>Journal of X</title></titleInfo><identifier type="issn">1234-5679</identifier>
      <part><detail type="volume"><number>3</number></detail><detail type="issue"><number>2</number></detail>
      <extent unit="page"><start>10</start><end>20</end></extent></part></relatedItem>
      <language><languageTerm authority="iso639-2b">eng</languageTerm></language><accessCondition>free</accessCondition></mods>
      """
    let item = try #require(MODS.read(SourceText(name: "x", text: text)).references.first)
    #expect(item.type == .articleJournal)
    #expect(item.text(.title) == "The power: a study")
    #expect(item.names(.author).map(\.displayed) == ["Ann Smith"])
    #expect(item.names(.editor).map(\.literal) == ["World Bank"])
    #expect(item.text(.publisherPlace) == "London")
    #expect(item.date(.issued) == DateValue(year: 1999, month: 5))
    #expect(item.text(.containerTitle) == "Journal of X")
    #expect(item.text(.volume) == "3")
    #expect(item.text(.page) == "10-20")
    #expect(item.text(.language) == "en")
    #expect(item.foreign.map(\.key) == ["accessCondition"])
  }

  @Test func wordRoundTrip() throws {
    let (text, losses) = WordXML.write([chapter()], keys: keys)
    #expect(losses.isEmpty, "\(losses.map(\.message))")
    let back = try #require(WordXML.read(SourceText(name: "x", text: text)).references.first)
    #expect(back.names(.editor).map(\.literal) == ["World Health Organization"])
    #expect(text.contains("<b:LCID>2052</b:LCID>"))
    #expect(text.contains("<b:Corporate>World Health Organization</b:Corporate>"))
    #expect(text.contains("<b:YearAccessed>2020</b:YearAccessed>"))
  }

  @Test("A thesis of Word, a season, a place in three parts")
  func wordHabits() throws {
    let text = """
      <b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source><b:Tag>Li11</b:Tag>
      <b:SourceType>Report</b:SourceType><b:ThesisType>博士学位论文</b:ThesisType><b:Year>2011</b:Year><b:Month>Fall</b:Month>
      <b:City>Boston</b:City><b:StateProvince>MA</b:StateProvince><b:CountryRegion>USA</b:CountryRegion><b:LCID>0</b:LCID>
      <b:Author><b:Author><b:NameList><b:Person><b:Last>李</b:Last><b:First>四</b:First></b:Person></b:NameList></b:Author></b:Author>
      </b:Source></b:Sources>
      """
    let item = try #require(WordXML.read(SourceText(name: "x", text: text)).references.first)
    #expect(item.type == .thesis)
    #expect(item.date(.issued) == DateValue(start: .init(year: 2011), season: 3))
    #expect(item.text(.publisherPlace) == "Boston, MA, USA")
    #expect(item.names(.author).map(\.literal) == ["李四"])
    #expect(item.language == nil)
  }

  @Test(
    "Files that are cut off, bombs, nesting",
    arguments: [
      "<mods><titleInfo><title>a", "<!DOCTYPE a [<!ENTITY x 'y'>]><mods>&x;</mods>",
      "<mods>" + String(repeating: "<note>", count: 50_000), "<b:Sources><b:Source><b:Tag>",
    ])
  func hostile(text: String) {
    let source = SourceText(name: "x", text: text)
    #expect(MODS.read(source).diagnostics.contains { $0.severity == .error && $0.span != nil })
    #expect(!WordXML.read(source).diagnostics.isEmpty)
  }
}

@Suite("MEDLINE, Web of Science, Hayagriva")
struct OneWayFormatTests {
  @Test func medline() throws {
    let text = """
      PMID- 20481061
      IS  - 0955-2359 (Print)
      IS  - 0955-2359 (Linking)
      VI  - 20
      DP  - 2009 Jun 15
      TI  - From danger and motherhood to health: advice for the factory
            girl.
      FAU - Long, Vicky
      AU  - Long V
      LA  - eng
      PT  - Historical Article
      PT  - Journal Article
      JT  - 20 century British history
      TA  - 20 Century Br Hist
      AID - 10.1000/x [doi]
      AID - hwp047 [pii]

      PMID- 2
      TI  - Second
      """
    let references = TaggedFormat.medline.read(SourceText(name: "x", text: text)).references
    try #require(references.count == 2)
    #expect(references[0].type == .articleJournal)
    #expect(references[0].names(.author).map(\.displayed) == ["Vicky Long"])
    #expect(references[0].text(.issn) == "0955-2359")
    #expect(references[0].text(.doi) == "10.1000/x")
    #expect(references[0].text(.title) == "From danger and motherhood to health: advice for the factory girl.")
    #expect(references[0].date(.issued) == DateValue(year: 2009, month: 6, day: 15))
    #expect(references[1].text(.pmid) == "2")
  }

  @Test func webOfScience() throws {
    let text = """
      FN Clarivate
      VR 1.0
      PT J
      AU Zelle, RM
         van Maris, AJA
      AF Zelle, Rintze M.
         van Maris, Antonius J. A.
      TI Anaplerotic Role for
         Malic Enzyme
      SO APPLIED MICROBIOLOGY
      VL 77
      BP 732
      EP 738
      PD FEB
      PY 2011
      ER

      EF
      """
    let item = try #require(TaggedFormat.webOfScience.read(SourceText(name: "x", text: text)).references.first)
    #expect(item.names(.author).map(\.displayed) == ["Rintze M. Zelle", "Antonius J. A. van Maris"])
    #expect(item.text(.title) == "Anaplerotic Role for Malic Enzyme")
    #expect(item.date(.issued) == DateValue(year: 2011, month: 2))
    #expect(item.text(.page) == "732-738")
  }

  @Test("Hayagriva: hosts are parents, what typst has no key for is said")
  func hayagriva() {
    var item = Reference(id: "x", type: .articleJournal)
    item.set(.citationKey, text: "wang2001")
    item.set(
      .author, names: [Name(literal: "王力"), Name(family: "Veen", given: "Hans", nonDroppingParticle: "van der")])
    item.set(.title, text: "题：名")
    item.set(.containerTitle, text: "刊")
    item.set(.issued, date: DateValue(year: 2001, month: 2))
    item.set(.volume, text: "3")
    item.set(.doi, text: "10.1/x")
    item.set(.scale, text: "1:100")
    let (text, losses) = HayagrivaWriter.write([item], keys: keys)
    #expect(
      text == """
        wang2001:
          type: article
          title: 题：名
          author:
          - name: 王力
          - name: Veen
            given-name: Hans
            prefix: van der
          date: '2001-02'
          serial-number:
            doi: '10.1/x'
          parent:
            type: periodical
            title: 刊
            volume: '3'

        """)
    #expect(losses.compactMap(\.loss?.field) == ["scale"])
  }

  @Test(
    "Patterns of keys",
    arguments: [
      ("{author}{year:2}", "习近平18"), ("{year}-{title:2}", "2018-弘扬精神"), ("{authors}", "习近平Keohane"),
      ("{author:upper}_{type}", "习近平_book"),
    ])
  func keyPatterns(pattern: String, key: String) throws {
    var item = Reference(id: "x", type: .book)
    item.set(.author, names: [Name(literal: "习近平"), Name(family: "Keohane", given: "R.")])
    item.set(.title, text: "弘扬精神的书")
    item.set(.issued, date: DateValue(year: 2018))
    #expect(CitationKeys(pattern: try .init(pattern)).keys(for: [item]) == [key])
  }

  @Test("What is no pattern", arguments: ["", "abc", "{author", "{foo}", "{author:foo}", "{year:0}"])
  func noPatterns(text: String) {
    #expect(throws: CitationKeys.Pattern.Fault.self) { try CitationKeys.Pattern(text) }
  }
}
