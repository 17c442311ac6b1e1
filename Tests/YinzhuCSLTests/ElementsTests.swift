import Testing
import YinzhuCSL
import YinzhuModel
import YinzhuText

/// Groups, conditions, dates, numbers, labels and pages.
struct ElementsTests {
  @Test func groupsNeedAVariable() throws {
    let layout = "<group delimiter=\" \"><text term=\"in\"/><text variable=\"container-title\"/></group>"
    #expect(try TestStyle.entry(layout, #"{"id":"a","container-title":"Nature"}"#) == "In Nature")
    #expect(try TestStyle.entry(layout, #"{"id":"a"}"#) == "")
    #expect(try TestStyle.entry("<group><text term=\"in\"/></group>", #"{"id":"a"}"#) == "In")
    // A nested group that prints something counts as a variable with a value.
    #expect(
      try TestStyle.entry(
        "<group><group><text value=\"x\"/></group><text variable=\"title\"/></group>", #"{"id":"a"}"#) == "x")
  }

  /// A term that opens an entry is capitalised, wherever the number stands.
  @Test func termsThatOpenAnEntry() throws {
    let record = #"{"id":"a","title":"T"}"#
    #expect(
      try TestStyle.entry("<text variable=\"citation-number\" suffix=\" \"/><text term=\"anonymous\"/>", record)
        == "1 Anonymous")
    #expect(
      try TestStyle.entry("<text variable=\"title\" suffix=\" \"/><text term=\"anonymous\"/>", record)
        == "T anonymous")
  }

  @Test func conditions() throws {
    func choose(_ test: String, _ record: String) throws -> Bool {
      try TestStyle.entry(
        "<choose><if \(test)><text value=\"yes\"/></if><else><text value=\"no\"/></else></choose>", record)
        == "yes"
    }
    #expect(try choose("type=\"book map\" match=\"any\"", #"{"id":"a","type":"map"}"#))
    #expect(try !choose("type=\"book\" variable=\"title\"", #"{"id":"a","type":"book"}"#))
    #expect(try choose("variable=\"title\" match=\"none\"", #"{"id":"a"}"#))
    #expect(try choose("is-numeric=\"volume\"", #"{"id":"a","volume":"2b, 4-5"}"#))
    #expect(try !choose("is-numeric=\"volume\"", #"{"id":"a","volume":"第1册"}"#))
    #expect(try choose("is-uncertain-date=\"issued\"", #"{"id":"a","issued":{"date-parts":[[1936]],"circa":true}}"#))
    #expect(try choose("has-day=\"issued\"", #"{"id":"a","issued":{"date-parts":[[2001,2,3]]}}"#))
    #expect(try !choose("position=\"first\"", #"{"id":"a"}"#))
  }

  @Test(arguments: [
    (#"[[2001,2,3]]"#, "February 3, 2001", "02/03/2001"),
    (#"[[2001,2]]"#, "February 2001", "02/2001"),
    (#"[[2001]]"#, "2001", "2001"),
    (#"[[2001,2,3],[2001,2,5]]"#, "February 3–5, 2001", "02/03/2001–02/05/2001"),
    (#"[[2001,2],[2001,4]]"#, "February–April 2001", "02–04/2001"),
    (#"[[2001],[2003]]"#, "2001–2003", "2001–2003"),
    (#"[[-44,3,15]]"#, "March 15, 44BC", "03/15/44BC"),
    (#"[[79]]"#, "79AD", "79AD"),
    (#"[[2001,22]]"#, "Summer 2001", "Summer/2001"),
  ])
  func dates(_ parts: String, _ text: String, _ numeric: String) throws {
    let record = "{\"id\":\"a\",\"issued\":{\"date-parts\":\(parts)}}"
    #expect(try TestStyle.entry("<date variable=\"issued\" form=\"text\"/>", record) == text)
    if !parts.contains("3],[") {
      #expect(try TestStyle.entry("<date variable=\"issued\" form=\"numeric\"/>", record).hasPrefix(numeric.prefix(4)))
    }
  }

  @Test func datesInChinese() throws {
    #expect(
      try TestStyle.entry(
        "<date variable=\"issued\" form=\"text\"/>", #"{"id":"a","issued":{"date-parts":[[2001,2,3]]}}"#,
        language: "zh-CN") == "2001年2月3日")
  }

  /// A month or day that no calendar has is left out and reported, never printed.
  @Test(arguments: [
    ("[[2020,13,1]]", "2020"), ("[[2020,2,30]]", "2020-02-30"), ("[[2020,0]]", "2020"), ("[[2020,5,99]]", "2020-05"),
  ])
  func impossibleDates(_ parts: String, _ text: String) throws {
    let xml = TestStyle.xml(
      "<date variable=\"issued\"><date-part name=\"year\"/><date-part name=\"month\" form=\"numeric-leading-zeros\" prefix=\"-\"/><date-part name=\"day\" form=\"numeric-leading-zeros\" prefix=\"-\"/></date>"
    )
    let style = try StyleReader.read(Array(xml.utf8), name: "t").style
    // The record as a program may make it: a reader of files would leave month 0 out.
    var record = try Records.one(#"{"id":"a"}"#)
    let numbers = try JSONReader.value(Array(parts.utf8)).array?.first?.array?.compactMap(\.integer) ?? []
    record.set(
      .issued,
      date: DateValue(
        start: .init(
          year: try #require(numbers.first), month: numbers.dropFirst().first, day: numbers.dropFirst(2).first)))
    let entry = try #require(Processor(style: style, locales: .builtIn, language: nil).bibliography([record]).first)
    #expect(entry.text == text)
    #expect(entry.diagnostics.map(\.code) == ["S020"])
  }

  @Test func labelsFollowNumber() throws {
    let layout = "<group delimiter=\" \"><label variable=\"page\" form=\"short\"/><text variable=\"page\"/></group>"
    #expect(try TestStyle.entry(layout, #"{"id":"a","page":"7"}"#) == "p. 7")
    #expect(try TestStyle.entry(layout, #"{"id":"a","page":"7-9"}"#) == "pp. 7–9")
    #expect(try TestStyle.entry(layout, #"{"id":"a"}"#) == "")
  }

  /// CSL-M: a label with `%s` stands around the number that follows it.
  @Test func labelsAroundNumbers() throws {
    #expect(
      try TestStyle.entry(
        "<group delimiter=\" \"><label variable=\"volume\"/><number variable=\"volume\"/></group>",
        #"{"id":"a","volume":"3"}"#,
        locale: "<locale><terms><term name=\"volume\">第%s卷</term></terms></locale>") == "第3卷")
  }

  @Test(arguments: [
    ("expanded", "42-45", "42–45"), ("expanded", "321-8", "321–328"), ("expanded", "N110-N5", "N110–N115"),
    ("expanded", "N110-5", "N110-5"),
    ("minimal", "321-328", "321–8"), ("minimal-two", "321-328", "321–28"), ("minimal-two", "7-8", "7–8"),
    ("chicago", "71-72", "71–72"), ("chicago", "101-108", "101–8"), ("chicago", "321-328", "321–28"),
    ("chicago", "1496-1500", "1496–1500"), ("expanded", "3, 5-7", "3, 5–7"), ("expanded", "iv-x", "iv–x"),
    ("expanded", "99999999999999999999-3", "99999999999999999999–3"),
  ])
  func pageRanges(_ format: String, _ pages: String, _ text: String) throws {
    #expect(
      try TestStyle.entry(
        "<text variable=\"page\"/>", "{\"id\":\"a\",\"page\":\"\(pages)\"}", style: "page-range-format=\"\(format)\"")
        == text)
  }

  /// Zotero's lines in `note` are fields; what is no field stays a note.
  @Test func noteFields() throws {
    let record =
      #"{"id":"a","type":"book","title":"T","note":"page: 288\noriginal-title: O\neditor: Doe || Jane\nA note."}"#
    #expect(
      try TestStyle.entry(
        "<group delimiter=\"|\"><text variable=\"page\"/><text variable=\"original-title\"/><names variable=\"editor\"/><text variable=\"note\"/></group>",
        record) == "288|O|Jane Doe|A note.")
  }
}
