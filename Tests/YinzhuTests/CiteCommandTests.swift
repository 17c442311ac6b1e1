import Foundation
import Testing

/// `cite` and `styles` as a user runs them.
struct CiteCommandTests {
  let command: BuiltCommand

  init() throws {
    command = try BuiltCommand()
    try command.write("refs.json", Self.records)
    try command.write("s.csl", Self.style)
  }

  static let records = """
    [{"id":"a","type":"book","title":"山海集","author":[{"family":"王","given":"力"}],"URL":"https://a.b/c_d"},
     {"id":"b","type":"book","title":"R&D of <i>E. coli</i>","author":[{"family":"Doe","given":"Jane"}],"DOI":"10.1/x"}]
    """

  static let style = """
    <style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-US">
    <info><id>http://example.org/styles/s</id><title>A Style of Ours</title><updated>2024-05-01T12:00:00+00:00</updated></info>
    <citation><layout suffix="."><choose><if position="ibid"><text term="ibid"/></if><else-if position="subsequent">
    <names variable="author"/></else-if><else><text variable="title"/></else></choose>
    <text variable="locator" prefix=", "/></layout></citation>
    <bibliography><layout suffix="."><group delimiter=" "><text variable="title"/><text variable="URL"/>
    <text variable="DOI" prefix="https://doi.org/"/></group></layout></bibliography>
    </style>
    """

  static let citations = """
    [{"citationItems":[{"id":"b","locator":"5"}],"properties":{"noteIndex":1}},
     {"citationItems":[{"id":"b"}],"properties":{"noteIndex":2}},
     {"citationItems":[{"id":"b"}],"properties":{"noteIndex":2}},
     {"citationItems":[{"id":"a"}],"properties":{"noteIndex":3}},
     {"citationItems":[{"id":"b"}],"properties":{"noteIndex":4}}]
    """

  // MARK: cite

  @Test func linesOfJSON() throws {
    let outcome = try command.run(#""$yinzhu" cite refs.json --style s.csl --to jsonl"#)
    #expect(outcome.status == 0)
    #expect(
      outcome.lines == [
        #"{"type":"citation","index":0,"text":"山海集.","html":"山海集."}"#,
        #"{"type":"citation","index":1,"text":"R&D of E. coli.","html":"R&#38;D of <i>E. coli</i>."}"#,
        #"{"type":"entry","id":"a","text":"山海集 https://a.b/c_d.","html":"山海集 https://a.b/c_d."}"#,
        #"{"type":"entry","id":"b","text":"R&D of E. coli https://doi.org/10.1/x.","html":"R&#38;D of <i>E. coli</i> https://doi.org/10.1/x."}"#,
      ])
    let entries = try command.run(#""$yinzhu" cite refs.json --style s.csl --to jsonl --bibliography-only"#)
    #expect(entries.lines == outcome.lines.suffix(2))
  }

  @Test(arguments: [
    ("ibid", ["R&D of E. coli, 5.", "Jane Doe.", "Ibid.", "山海集.", "Jane Doe."]),
    ("short", ["R&D of E. coli, 5.", "Jane Doe.", "Jane Doe.", "山海集.", "Jane Doe."]),
    ("full", ["R&D of E. coli, 5.", "R&D of E. coli.", "R&D of E. coli.", "山海集.", "R&D of E. coli."]),
  ])
  func citations(repetition: String, wanted: [String]) throws {
    try command.write("c.json", Self.citations)
    let outcome = try command.run(
      #""$yinzhu" cite refs.json --style s.csl --citations c.json --repeat \#(repetition)"#)
    #expect(outcome.status == 0)
    #expect(outcome.lines.prefix(5).map { $0.lowercased() } == wanted.map { $0.lowercased() })
    #expect(outcome.lines.count == 7)
  }

  @Test func faultsOfCitationsHavePlaces() throws {
    try command.write(
      "c.json",
      "[{\"citationItems\":[{\"id\":\"zz\"},{\"id\":\"a\",\"locator\":1,\"label\":\"sheet\"}]},\n 7,\n {\"citationItems\":[{\"id\":]}]"
    )
    let outcome = try command.run(#""$yinzhu" cite refs.json --style s.csl --citations c.json"#)
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("山海集, 1.\n"))
    #expect(outcome.errors.contains("c.json:1:21: error: There is no record “zz”. [S051]"))
    #expect(outcome.errors.contains("c.json:1:54: warning: “sheet” is no label of a locator; read as page. [S052]"))
    #expect(outcome.errors.contains("c.json:2:2: error:"))
    #expect(outcome.errors.contains("c.json:3:"))
  }

  @Test(arguments: [
    ("text", "R&D of E. coli https://doi.org/10.1/x."),
    (
      "html",
      #"  <div class="csl-entry">R&#38;D of <i>E. coli</i> <a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a>.</div>"#
    ),
    ("markdown", #"R\&D of *E. coli* [https://doi.org/10.1/x](<https://doi.org/10.1/x>)."#),
    ("latex", #"R\&D of \textit{E. coli} \href{https://doi.org/10.1/x}{https://doi.org/10.1/x}."#),
    (
      "rtf",
      #"{\pard R&D of {\i E. coli} {\field{\*\fldinst{HYPERLINK "https://doi.org/10.1/x"}}{\fldrslt{https://doi.org/10.1/x}}}.\par}"#
    ),
    ("typst", ##"R&D of #emph[E. coli] #link("https://doi.org/10.1/x")[https:\/\/doi.org/10.1/x];."##),
  ])
  func formats(format: String, line: String) throws {
    let outcome = try command.run(
      #""$yinzhu" cite refs.json --style s.csl --bibliography-only --links --to \#(format)"#)
    #expect(outcome.status == 0)
    #expect(outcome.lines.contains { $0 == line }, "\(outcome.output)")
  }

  // MARK: styles

  @Test func lint() throws {
    let good = try command.run(#""$yinzhu" styles lint s.csl"#)
    #expect(good.status == 0 && good.output.isEmpty)
    try command.write("bad.csl", Self.style.replacing(#"<text term="ibid"/>"#, with: #"<text macro="ibd"/><txt/>"#))
    let bad = try command.run(#""$yinzhu" styles lint bad.csl"#)
    #expect(bad.status == 1)
    #expect(
      bad.lines == [
        "bad.csl:3:64: error: The style has no macro “ibd”. [S006]",
        "bad.csl:3:77: warning: CSL has no element <txt>; did you mean “text”? [S010]",
      ])
    let summary = try command.run(#""$yinzhu" styles lint --summary bad.csl"#)
    #expect(summary.status == 1 && summary.lines.count == 2 && summary.output.hasPrefix("S006  error"))
    let missing = try command.run(#""$yinzhu" styles lint nothing.csl"#)
    #expect(missing.status == 1 && missing.errors.contains("nothing.csl: error:"))
  }

  @Test func show() throws {
    let outcome = try command.run(#""$yinzhu" styles show s.csl"#)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("title         A Style of Ours"))
    #expect(outcome.output.contains("class         note"))
    #expect(outcome.output.contains("language      en-US"))
    let note = try command.run(#""$yinzhu" styles show gb-t-7714-2015-note"#)
    #expect(note.output.contains("note markers  circled, again from the first in each page"))
    let builtIn = try command.run(#"HOME=. "$yinzhu" styles show gb-t-7714-2015-numeric"#)
    #expect(builtIn.status == 0 && builtIn.output.contains("<layout locale>"))
  }

  @Test func stylesAreNamedByFileIdOrTitle() throws {
    _ = try command.run("mkdir -p .local/share/yinzhu/styles && cp s.csl .local/share/yinzhu/styles/ours.csl")
    let home = #"HOME="$PWD" "$yinzhu""#
    let list = try command.run(home + " styles list our")
    #expect(list.lines.contains("ours"))
    for name in ["ours", "http://example.org/styles/s", "a style of ours"] {
      let outcome = try command.run(home + " cite refs.json --bibliography-only --style '\(name)'")
      #expect(outcome.lines.first == "山海集 https://a.b/c_d.", "\(name): \(outcome.errors)")
    }
    let mistyped = try command.run(home + " cite refs.json --style ous")
    #expect(mistyped.status == 2 && mistyped.errors.contains("did you mean") && mistyped.errors.contains("ours"))
  }

  @Test func aDependentStyleGivesItsParent() throws {
    _ = try command.run("mkdir -p .local/share/yinzhu/styles && cp s.csl .local/share/yinzhu/styles/s.csl")
    func dependent(_ parent: String) -> String {
      """
      <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="en-US">
      <info><id>http://example.org/styles/d</id><title>D</title><updated>2024-05-01T12:00:00+00:00</updated>
      <link href="http://example.org/styles/\(parent)" rel="independent-parent"/></info></style>
      """
    }
    try command.write("d.csl", dependent("s"))
    let home = #"HOME="$PWD" "$yinzhu""#
    let outcome = try command.run(home + " cite refs.json --bibliography-only --style d.csl")
    #expect(outcome.status == 0 && outcome.lines.first == "山海集 https://a.b/c_d.")
    let shown = try command.run(home + " styles show d.csl")
    #expect(shown.output.contains("points to     http://example.org/styles/s"))
    try command.write("lost.csl", dependent("none-of-this-name"))
    let lost = try command.run(home + " cite refs.json --bibliography-only --style lost.csl")
    #expect(lost.status == 1 && lost.errors.contains("none-of-this-name"))
    let lint = try command.run(home + " styles lint lost.csl")
    #expect(lint.status == 1 && lint.output.contains("S044"))
  }
}
