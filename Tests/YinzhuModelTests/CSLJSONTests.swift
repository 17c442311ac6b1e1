import Testing
import YinzhuModel
import YinzhuText

private func read(_ text: String) -> (references: [Reference], diagnostics: [Diagnostic]) {
  CSLJSON.read(SourceText(name: "test.json", text: text))
}

private func written(_ reference: Reference) -> String { JSONWriter.string(CSLJSON.item(reference)) }

/// The first record of a text, written again on one line.
private func rewritten(_ text: String) throws -> String { written(try #require(read(text).references.first)) }

@Suite("CSL-JSON: files")
struct CSLJSONFileTests {
  @Test(
    "An array, one item, a wrapper and lines hold records alike",
    arguments: [
      #"[{"id":"a","type":"book"},{"id":"b","type":"book"}]"#,
      #"{"items":[{"id":"a","type":"book"},{"id":"b","type":"book"}]}"#,
      "{\"id\":\"a\",\"type\":\"book\"}\n{\"id\":\"b\",\"type\":\"book\"}\n",
    ])
  func forms(text: String) {
    let (references, diagnostics) = read(text)
    #expect(references.map(\.id.rawValue) == ["a", "b"])
    #expect(diagnostics.isEmpty)
  }

  @Test func singleItem() {
    let (references, diagnostics) = read("{\n \"id\": \"a\",\n \"type\": \"book\"\n}\n")
    #expect(references.map(\.id) == ["a"])
    #expect(diagnostics.isEmpty)
  }

  @Test(
    "A broken record is reported at its place and loses no other",
    arguments: [
      #"[{"id":"a","type":"book"},{"id":"x" "type":"book"},{"id":"b","type":"book"}]"#,
      #"{"items":[{"id":"a","type":"book"},{"id":"x" "type":"book"},{"id":"b","type":"book"}]}"#,
      "{\"id\":\"a\",\"type\":\"book\"}\n{\"id\":\"x\" \"type\":\"book\"}\n{\"id\":\"b\",\"type\":\"book\"}",
    ])
  func broken(text: String) throws {
    let (references, diagnostics) = read(text)
    #expect(references.map(\.id.rawValue) == ["a", "b"])
    let fault = try #require(diagnostics.first)
    #expect(fault.code == "F001")
    let place = try #require(fault.span).start
    #expect(String(decoding: Array(text.utf8)[place...], as: UTF8.self).hasPrefix(#""type":"book"}"#))
  }

  @Test func emptyFile() { #expect(read(" \n").diagnostics.map(\.code) == ["F001"]) }

  @Test func elementsThatAreNoRecords() {
    let (references, diagnostics) = read(#"[1,{"id":"a","type":"book"},"b"]"#)
    #expect(references.count == 1)
    #expect(diagnostics.map(\.code) == ["F002", "F002"])
  }

  @Test func duplicateKeysAndHalfCharacters() throws {
    let (references, diagnostics) = read(#"[{"id":"a","type":"book","title":"甲","title":"乙\ud842"}]"#)
    #expect(references.first?.text(.title) == "乙\u{FFFD}")
    #expect(Set(diagnostics.map(\.code)) == ["F006", "F007"])
  }

  @Test("Cutting or damaging the text at any byte never traps")
  func damage() {
    let bytes = Array(
      #"{"items":[{"id":1,"type":"book","author":[{"literal":"司马迁"}],"issued":{"date-parts":[[1959,9]],"circa":1}}]}"#
        .utf8)
    for index in bytes.indices {
      let cut = SourceText(name: "cut", bytes: Array(bytes[..<index]))
      var flipped = bytes
      flipped[index] ^= 0x11
      for source in [cut, SourceText(name: "flipped", bytes: flipped)] {
        for diagnostic in CSLJSON.read(source).diagnostics {
          #expect((diagnostic.span?.end ?? 0) <= source.bytes.count + 6)
        }
      }
    }
  }
}

@Suite("CSL-JSON: items")
struct CSLJSONItemTests {
  @Test("Keys come out in the order of the format")
  func order() throws {
    let text = try rewritten(
      #"{"x-mine":1,"chair":[{"literal":"甲"}],"custom":{"k":[1]},"note":"n","volume":3,"issued":{"date-parts":[["2011","7"]]},"#
        + #""author":[{"literal":"王根林"}],"title":"<i>史</i>记","type":"book","id":7}"#)
    #expect(
      text == #"{"id":"7","type":"book","title":"<i>史</i>记","author":[{"literal":"王根林"}],"#
        + #""issued":{"date-parts":[[2011,7]]},"volume":"3","note":"n","custom":{"k":[1]},"chair":[{"literal":"甲"}],"x-mine":1}"#
    )
  }

  @Test func fileEndsWithALineBreak() {
    let text = String(decoding: CSLJSON.write([Reference(id: "a", type: .book)]), as: UTF8.self)
    #expect(text == "[\n  {\n    \"id\": \"a\",\n    \"type\": \"book\"\n  }\n]\n")
    #expect(String(decoding: CSLJSON.write([]), as: UTF8.self) == "[]\n")
  }

  @Test func fieldsKnowTheirPlace() throws {
    let text = #"[{"id":"a","type":"book","title":"史记"}]"#
    let field = try #require(read(text).references.first?[.title])
    let span = try #require(field.provenance.spans.first)
    #expect(SourceText(name: "t", text: text)[span] == #""title":"史记""#)
  }

  @Test func unknownTypeComesBack() throws {
    let (references, diagnostics) = read(#"{"id":"a","type":"scroll"}"#)
    #expect(references.first?.type == .document)
    #expect(diagnostics.map(\.code) == ["F004"])
    #expect(written(try #require(references.first)) == #"{"id":"a","type":"scroll"}"#)
  }

  @Test func malformedValuesAreKept() throws {
    let text = #"{"id":"a","type":"book","title":["史记"],"editor":5,"issued":true}"#
    let (references, diagnostics) = read(text)
    #expect(diagnostics.map(\.code) == ["F003", "F003", "F003"])
    #expect(try rewritten(text) == text)
    #expect(references.first?.fields.isEmpty == true)
  }

  @Test func missingIDIsNamedByPlace() {
    let (references, diagnostics) = read(#"[{"type":"book"}]"#)
    #expect(references.first?.id == "item-1")
    #expect(diagnostics.map(\.code) == ["F005"])
  }

  @Test func olderSpellings() throws {
    #expect(
      try rewritten(#"{"id":"a","type":"article-journal","journalAbbreviation":"J. Asian Stud.","shortTitle":"S"}"#)
        == #"{"id":"a","type":"article-journal","title-short":"S","container-title-short":"J. Asian Stud."}"#)
    let both = #"{"id":"a","type":"book","title-short":"new","shortTitle":"old"}"#
    #expect(try rewritten(both) == both)
  }

  @Test("Members of names and dates that the model doesn't know come back")
  func unknownMembers() throws {
    let text =
      #"{"id":"a","type":"book","author":[{"literal":"甲"},{"family":"B","isInstitution":true}],"#
      + #""issued":{"date-parts":[[2000]],"season":"22:38:38"}}"#
    #expect(try rewritten(text) == text)
  }
}

@Suite("CSL-JSON: names and dates")
struct CSLJSONValueTests {
  @Test func aSingleNameCountsAsAList() throws {
    let text = try rewritten(#"{"id":"a","type":"book","author":{"family":"Li","given":"B."},"editor":"外交部"}"#)
    #expect(
      text == #"{"id":"a","type":"book","author":[{"family":"Li","given":"B."}],"editor":[{"literal":"外交部"}]}"#)
  }

  @Test func cutListsAreListedInCustom() throws {
    let text = #"{"id":"a","type":"book","author":[{"literal":"甲"}],"custom":{"et-al":["author"]}}"#
    let reference = try #require(read(text).references.first)
    #expect(reference[.author]?.names?.hasOthers == true)
    #expect(reference.custom.isEmpty)
    #expect(written(reference) == text)
  }

  @Test func nationalityDynastyAndRole() {
    var reference = Reference(id: "a", type: .book)
    reference.set(.author, names: [Name(literal: "司马迁", dynasty: "汉"), Name(literal: "甲", nationality: "美")])
    reference.set(.editor, names: [Name(literal: "王根林", role: "点校"), Name(literal: "黄益元", role: "点校")])
    reference.set(.translator, names: [Name(literal: "乙", nationality: "英"), Name(literal: "丙", nationality: "美")])
    reference.set(.note, text: "旧注")
    let item = CSLJSON.item(reference)
    #expect(item["note"] == .string("旧注\nnationality: 美; 英\ndynasty: 汉"))
    #expect(item["custom"]?["roles"]?["点校"] == .string("王根林、黄益元"))

    reference.set(.note, text: "dynasty: 西汉")
    #expect(CSLJSON.item(reference)["note"] == .string("dynasty: 西汉\nnationality: 美; 英"))
  }

  @Test(
    "Dates are read in every form that programs write",
    arguments: [
      (#"{"date-parts":[["2011","07"]]}"#, #"{"date-parts":[[2011,7]]}"#),
      (#"{"date-parts":[[2001],[2003]]}"#, #"{"date-parts":[[2001], [2003]]}"#),
      (#"{"date-parts":[[2001],[0]]}"#, #"{"date-parts":[[2001], [0]]}"#),
      (#"{"date-parts":[[2011,0,0]]}"#, #"{"date-parts":[[2011]]}"#),
      (#"{"date-parts":[]}"#, #"{"date-parts":[]}"#),
      (#"{"date-parts":[[1999]],"season":"2","circa":1}"#, #"{"date-parts":[[1999]],"season":2,"circa":true}"#),
      (#"{"date-parts":[[1999]],"circa":"ca."}"#, #"{"date-parts":[[1999]],"circa":"ca."}"#),
      (#"{"literal":"光绪三年"}"#, #"{"literal":"光绪三年"}"#),
      (#"{"raw":"late spring"}"#, #"{"raw":"late spring"}"#),
      (#""2012-05-12""#, #"{"date-parts":[[2012, 5, 12]]}"#),
      (#""2001/..""#, #"{"date-parts":[[2001], [0]]}"#),
      (#""-0043~""#, #"{"date-parts":[[-44]],"circa":true}"#),
      (#""spring""#, #"{"raw":"spring"}"#),
      ("2012", #"{"date-parts":[[2012]]}"#),
    ])
  func dates(given: String, expected: String) throws {
    let text = try rewritten(#"{"id":"a","type":"book","issued":\#(given)}"#)
    let compact = expected.replacing(", ", with: ",")
    #expect(text == #"{"id":"a","type":"book","issued":\#(compact)}"#)
  }

  @Test func calendars() {
    let references = read(
      #"[{"id":"a","type":"book","issued":{"literal":"民国三十六年"}},{"id":"b","type":"book","issued":{"literal":"光绪三年"}}]"#
    ).references
    #expect(references.map { $0.date(.issued)?.calendar } == [.minguo, .reign])
  }
}

@Suite("EDTF")
struct EDTFTests {
  @Test(
    "What is written is read back",
    arguments: [
      DateValue(year: 2018), DateValue(year: 2018, month: 4, day: 9), DateValue(year: -44),
      DateValue(start: .init(year: 1990), end: .init(year: 1992, month: 3)),
      DateValue(start: .init(year: 1990), isOpenEnded: true), DateValue(start: .init(year: 1990), circa: true),
      DateValue(start: .init(year: 1990), season: 3),
    ])
  func roundTrip(date: DateValue) throws {
    let text = try #require(EDTF.string(date))
    #expect(EDTF.date(text) == date)
  }

  @Test(
    "Other strings are no dates", arguments: ["", "19", "2011-13", "2011-02-30", "2011-1", "x", "2001/2002/2003", "~"])
  func noDates(text: String) { #expect(EDTF.date(text) == nil) }
}
