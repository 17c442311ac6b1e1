import Testing
import YinzhuCSL
import YinzhuModel
import YinzhuText

/// Hostile and broken input: an error or a warning with a place, never a trap, never without end.
struct BadInputTests {
  static let head =
    #"<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><id>x</id></info>"#

  static func style(_ layout: String, macros: String = "") -> String {
    head + macros + "<citation><layout>" + layout + "</layout></citation></style>"
  }

  /// Codes of the errors that the reader and the lint give, all with places inside the file.
  static func errors(_ bytes: [UInt8]) throws -> (read: Set<String>, lint: Set<String>) {
    var read: Set<String> = []
    do throws(StyleError) {
      _ = try StyleReader.read(bytes, name: "bad.csl")
    } catch {
      for diagnostic in error.diagnostics {
        let span = try #require(diagnostic.span)
        #expect(span.start <= bytes.count)
        read.insert(diagnostic.code)
      }
    }
    let report = StyleLint.check(bytes, name: "bad.csl")
    for diagnostic in report.diagnostics {
      let span = try #require(diagnostic.span)
      #expect(span.start <= bytes.count)
    }
    return (read, Set(report.diagnostics.filter { $0.severity == .error }.map(\.code)))
  }

  static let bomb = """
    <?xml version="1.0"?><!DOCTYPE style [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
    <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
    """

  @Test(arguments: [
    ("malformed", style(#"<text value="x"><group>"#), "S001"),
    ("without quotes", style("<text value=x/>"), "S001"),
    ("undeclared entity", style(#"<text value="&nbsp;"/>"#), "S001"),
    ("entity", #"<!DOCTYPE style [<!ENTITY x "y">]>"# + style(#"<text value="&x;"/>"#), "S002"),
    (
      "outer entity", #"<!DOCTYPE style [<!ENTITY x SYSTEM "file:///etc/passwd">]>"# + style(#"<text value="&x;"/>"#),
      "S002"
    ),
    ("DTD bomb", bomb + style(#"<text value="&d;"/>"#), "S002"),
    (
      "macro that calls itself", style(#"<text macro="a"/>"#, macros: #"<macro name="a"><text macro="a"/></macro>"#),
      "S005"
    ),
    (
      "ring of macros",
      style(
        #"<text macro="a"/>"#,
        macros: #"<macro name="a"><text macro="b"/></macro><macro name="b"><group><text macro="c"/></group></macro>"#
          + #"<macro name="c"><text macro="a"/></macro>"#), "S005"
    ),
    (
      "10,000 nested groups",
      style(String(repeating: "<group>", count: 10_000) + String(repeating: "</group>", count: 10_000)), "S001"
    ),
  ])
  func brokenStyle(_ what: String, text: String, code: String) throws {
    let errors = try Self.errors(Array(text.utf8))
    #expect(errors.read == [code], "\(what)")
    #expect(errors.lint.contains(code), "\(what)")
  }

  @Test func invalidUTF8() throws {
    var bytes = Array(Self.style(#"<text value="x"/>"#).utf8)
    let place = bytes.count - 40
    bytes[place] = 0xFF
    let errors = try Self.errors(bytes)
    #expect(errors.read == ["S003"] && errors.lint == ["S003"])
    let report = StyleLint.check(bytes, name: "bad.csl")
    #expect(report.diagnostics.first?.span?.start == place)
  }

  static func large(_ size: Int) -> (bytes: [UInt8], macros: Int) {
    var macros = ""
    var number = 0
    let affix = String(repeating: "x", count: 2000)
    while macros.utf8.count < size {
      number += 1
      macros += #"<macro name="m\#(number)"><text variable="title" prefix="\#(affix)"/></macro>"#
    }
    return (Array(style(#"<text variable="title"/>"#, macros: macros).utf8), number)
  }

  @Test(.timeLimit(.minutes(1))) func twentyMegabytes() throws {
    let errors = try Self.errors(Self.large(20_000_000).bytes)
    #expect(errors.read == ["S007"] && errors.lint == ["S007"])
  }

  @Test(.timeLimit(.minutes(1))) func sevenMegabytes() throws {
    let (bytes, number) = Self.large(7_000_000)
    let (style, _) = try StyleReader.read(bytes, name: "large.csl")
    let processor = Processor(style: style, locales: .builtIn, language: nil)
    let record = try Records.one(#"{"id":"a","type":"book","title":"t"}"#)
    #expect(processor.document([record], [Cluster(cites: [Cite(reference: record.id)])]).clusters == ["t"])
    #expect(StyleLint.check(bytes, name: "large.csl").diagnostics.count { $0.code == "S033" } == number)
  }

  // MARK: Records

  static func read(_ json: String) -> (references: [Reference], diagnostics: [Diagnostic]) {
    CSLJSON.read(SourceText(name: "bad.json", bytes: Array(json.utf8)))
  }

  @Test(arguments: [
    (#"[{"id":"a","type":"book","title":"t","issued":{"date-parts":[[2020,13,1]]}}]"#, "2020"),
    (#"[{"id":"a","type":"book","title":"t","issued":{"date-parts":[[2020,5,32]]}}]"#, "2020"),
  ])
  func impossibleDates(json: String, wanted: String) throws {
    let style = try StyleReader.read(
      Array(
        (Self.head + #"<citation><layout><text variable="title"/></layout></citation><bibliography><layout>"#
          + #"<date variable="issued" form="text"/></layout></bibliography></style>"#).utf8), name: "s.csl"
    ).style
    let (references, found) = Self.read(json)
    let entries = Processor(style: style, locales: .builtIn, language: "en-US").bibliography(references)
    #expect(entries.first?.text.contains(wanted) == true)
    let diagnostics = found + entries.flatMap(\.diagnostics)
    let span = try #require(diagnostics.compactMap(\.span).first, "no place is named")
    #expect(span.start > 0 && span.end <= json.utf8.count)
  }

  @Test(arguments: [
    #"[{"id":"a","type":"book","title":"t","author":[{"family":7,"given":8}]}]"#,
    #"[{"id":"a","type":"book","title":"t","author":[7]}]"#,
    #"[{"id":"a","type":"book","title":"t","author":7}]"#,
    #"[{"id":"a","type":"book","title":"t","author":[{"literal":["x"]}]}]"#,
  ])
  func namesThatAreNumbers(json: String) throws {
    let (references, diagnostics) = Self.read(json)
    #expect(references.count == 1)
    let names = references.first?.names(.author) ?? []
    // Either the number is read as a name, or its place is named.
    if names.isEmpty { #expect(diagnostics.contains { ($0.span?.start ?? 0) > 0 }) }
  }
}
