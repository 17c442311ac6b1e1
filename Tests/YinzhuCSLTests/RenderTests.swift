import Testing
import YinzhuCSL
import YinzhuModel

/// Affixes, punctuation, quotes, case and writers.
struct RenderTests {
  @Test(arguments: [
    ("What?", "What? Next"), ("End.", "End. Next"), ("Plain", "Plain. Next"), ("Wow!", "Wow! Next"),
    ("A..", "A.. Next"),
  ])
  func marksThatMeet(_ title: String, _ text: String) throws {
    #expect(
      try TestStyle.entry(
        "<text variable=\"title\" suffix=\". \"/><text value=\"Next\"/>", "{\"id\":\"a\",\"title\":\"\(title)\"}")
        == text)
  }

  @Test func quotes() throws {
    let layout = "<text variable=\"title\" quotes=\"true\" suffix=\", \"/><text value=\"x\"/>"
    let record = #"{"id":"a","title":"On \"this\" and that's it"}"#
    #expect(try TestStyle.entry(layout, record) == "“On ‘this’ and that’s it,” x")
    #expect(try TestStyle.entry(layout, record, language: "zh-CN") == "“On ‘this’ and that’s it”, x")
  }

  @Test(arguments: [
    ("lowercase", "the life of pi: a tale"), ("uppercase", "THE LIFE OF PI: A TALE"),
    ("capitalize-first", "The life of Pi: a tale"), ("capitalize-all", "The Life Of Pi: A Tale"),
    ("title", "The Life of Pi: A Tale"), ("sentence", "The life of pi: a tale"),
  ])
  func textCase(_ name: String, _ text: String) throws {
    #expect(
      try TestStyle.entry(
        "<text variable=\"title\" text-case=\"\(name)\"/>", #"{"id":"a","title":"the life of Pi: a tale"}"#) == text)
  }

  @Test func titleCaseIsEnglish() throws {
    #expect(
      try TestStyle.entry(
        "<text variable=\"title\" text-case=\"title\"/>",
        #"{"id":"a","language":"fr","title":"la vie mode d’emploi"}"#) == "la vie mode d’emploi")
  }

  @Test func html() throws {
    #expect(
      try TestStyle.entry(
        "<text variable=\"title\" font-style=\"italic\" prefix=\"[\" suffix=\"]\"/>",
        #"{"id":"a","title":"R&D of <i>E. coli</i> H<sub>2</sub>"}"#, format: .html)
        == "[<i>R&#38;D of <span style=\"font-style:normal;\">E. coli</span> H<sub>2</sub></i>]")
  }

  @Test func secondFieldAlign() throws {
    let layout = "<text variable=\"citation-number\" prefix=\"[\" suffix=\"]\"/><text variable=\"title\"/>"
    let record = #"{"id":"a","title":"T"}"#
    let bibliography = "second-field-align=\"flush\""
    #expect(try TestStyle.entry(layout, record, bibliography: bibliography) == "[1] T")
    #expect(
      try TestStyle.entry(layout, record, bibliography: bibliography, format: .html)
        == "\n    <div class=\"csl-left-margin\">[1]</div><div class=\"csl-right-inline\">T</div>\n  ")
  }
}
