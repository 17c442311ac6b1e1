import Testing
import YinzhuCSL
import YinzhuModel
import YinzhuText

/// `StyleLint` finds every error, each at its place.
struct StyleLintTests {
  /// A style without faults; the places of `body`, `macros` and `citation` are known: one line each.
  static func style(_ body: String, citation: String = #"<layout><text macro="a"/></layout>"#, head: String = "")
    -> String
  {
    """
    <style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"\(head)>
    <info><id>x</id><title>X</title><updated>2024-05-01T12:00:00+00:00</updated></info>
    <macro name="a"><text variable="title"/>\(body)</macro>
    <citation>\(citation)</citation>
    </style>
    """
  }

  /// `line:column code` of each finding.
  static func findings(_ text: String) -> [String] {
    let report = StyleLint.check(Array(text.utf8), name: "test.csl")
    return report.diagnostics.map { diagnostic in
      let place = diagnostic.span.map { report.source.position(of: $0.start).description } ?? "-"
      return "\(place) \(diagnostic.code) \(diagnostic.severity.rawValue)"
    }
  }

  @Test func aSoundStyleHasNoFindings() {
    #expect(Self.findings(Self.style("")).isEmpty)
  }

  // MARK: In a macro: all on line 3, from column 41

  @Test(arguments: [
    (#"<txt value="x"/>"#, ["3:41 S010 warning"]),
    (#"<if type="book"/>"#, ["3:41 S030 error"]),
    (#"<layout/>"#, ["3:41 S030 error", "3:41 S040 warning"]),
    (#"<group><name/></group>"#, ["3:48 S030 error"]),
    (#"<group>stray<text value="x"/></group>"#, ["3:41 S030 error"]),
    (#"<text value="x" sufix="."/>"#, ["3:57 S010 warning"]),
    (#"<text value="x" font-style="slanted"/>"#, ["3:57 S011 warning"]),
    (#"<text value="x" quotes="yes"/>"#, ["3:57 S011 warning"]),
    (#"<text variable="titel"/>"#, ["3:47 S012 warning"]),
    (#"<text variable="author"/>"#, ["3:47 S042 warning"]),
    (#"<text variable="event"/>"#, ["3:47 S039 warning"]),
    (#"<text variable="dynasty"/>"#, ["3:47 S036 info"]),
    (#"<text term="acessed"/>"#, ["3:47 S013 warning"]),
    (#"<text macro="b"/>"#, ["3:47 S006 error"]),
    (#"<text/>"#, ["3:41 S031 error"]),
    (#"<text value="x" term="in"/>"#, ["3:41 S043 error"]),
    (#"<text value=""/>"#, ["3:47 S040 warning"]),
    (#"<text value="x" form="short"/>"#, ["3:57 S041 warning"]),
    (#"<group prefix="("/>"#, ["3:41 S040 warning"]),
    (#"<choose/>"#, ["3:41 S031 error"]),
    (#"<choose><else><text value="x"/></else></choose>"#, ["3:41 S031 error"]),
    (#"<choose><if><text value="x"/></if></choose>"#, ["3:49 S031 error"]),
    (
      #"<choose><if type="book"/><else/><else-if type="map"/></choose>"#, ["3:66 S040 warning", "3:73 S032 error"]
    ),
    (#"<choose><if type="book"/><if type="map"/></choose>"#, ["3:66 S032 error"]),
    (#"<choose><if type="book map"/><else-if type="map book"/></choose>"#, ["3:70 S038 warning"]),
    (#"<choose><if type="bok"/></choose>"#, ["3:53 S011 warning"]),
    (#"<choose><if locator="sheet"/></choose>"#, ["3:53 S011 warning"]),
    (#"<choose><if position="last"/></choose>"#, ["3:53 S011 warning"]),
    (#"<choose><if has-day="issued"/></choose>"#, ["3:53 S036 info"]),
    (#"<number/>"#, ["3:41 S031 error"]),
    (#"<label/>"#, ["3:41 S031 error"]),
    (#"<date variable="issued"/>"#, ["3:41 S031 error"]),
    (#"<date variable="title" form="text"/>"#, ["3:47 S042 warning"]),
    (#"<date variable="issued" form="text"><date-part/></date>"#, ["3:77 S031 error"]),
    (#"<names><name/></names>"#, ["3:41 S031 error"]),
    (#"<names variable="author"><name/><name/></names>"#, ["3:73 S032 error"]),
    (#"<names variable="author"><institution/></names>"#, ["3:66 S036 info"]),
    (#"<names variable="author"><name et-al-min="3"/></names>"#, ["3:72 S041 warning"]),
    (#"<names variable="author"><name et-al-min="3" et-al-use-first="3"/></names>"#, ["3:86 S041 warning"]),
    (#"<names variable="author"><name et-al-min="many" et-al-use-first="1"/></names>"#, ["3:72 S011 warning"]),
    (
      #"<names variable="author"><substitute><text value="x"/></substitute><name/></names>"#, ["3:66 S032 warning"]
    ),
  ])
  func element(xml: String, wanted: [String]) {
    #expect(Self.findings(Self.style(xml)) == wanted)
  }

  // MARK: Macros

  @Test func macros() {
    let text = Self.style("").replacing(
      "<citation>",
      with: #"<macro name="b"><text macro="c"/></macro><macro name="c"><text macro="zz"/></macro><citation>"#)
    #expect(Self.findings(text) == ["4:8 S033 warning", "4:49 S033 warning", "4:64 S006 warning"])
  }

  @Test func duplicateMacro() {
    let text = Self.style("").replacing("<citation>", with: #"<macro name="a"><text value="x"/></macro><citation>"#)
    #expect(Self.findings(text) == ["4:8 S034 error"])
  }

  @Test(arguments: [
    (#"<macro name="b"><text macro="b"/></macro>"#, "b"),
    (#"<macro name="b"><text macro="c"/></macro><macro name="c"><text macro="b"/></macro>"#, "b"),
  ])
  func rings(macros: String, called: String) {
    let text = Self.style(#"<text macro="\#(called)"/>"#).replacing("<citation>", with: macros + "<citation>")
    #expect(Self.findings(text) == ["4:1 S005 error"])
  }

  @Test func sortKeysCallMacros() {
    let sort = #"<sort><key macro="zz"/><key/></sort><layout><text macro="a"/></layout>"#
    #expect(Self.findings(Self.style("", citation: sort)) == ["4:22 S006 error", "4:34 S031 error"])
  }

  // MARK: Parts and layouts

  @Test(arguments: [
    (
      #"<layout locale="en"><text macro="a"/></layout>"#, #" default-locale="zh-CN""#,
      ["4:17 S036 info", "4:11 S037 error"]
    ),
    (
      #"<layout locale="en"><text macro="a"/></layout><layout locale="zh"><text macro="a"/></layout>"#,
      #" default-locale="zh-CN""#, ["4:19 S036 info", "4:57 S037 warning", "4:65 S036 info"]
    ),
    (
      #"<layout><text macro="a"/></layout><layout locale="en"><text macro="a"/></layout>"#, "",
      ["4:45 S038 warning", "4:53 S036 info"]
    ),
    (
      #"<layout locale="en"><text macro="a"/></layout><layout locale="en"><text macro="a"/></layout><layout><text macro="a"/></layout>"#,
      "", ["4:19 S036 info", "4:65 S036 info", "4:65 S038 warning"]
    ),
    (#"<layout><text macro="a"/></layout>"#, #" default-locale="chinese language""#, ["1:79 S011 warning"]),
  ])
  func layouts(citation: String, head: String, wanted: [String]) {
    #expect(
      Set(Self.findings(Self.style("", citation: citation, head: head)).map(Self.anyPlace))
        == Set(wanted.map(Self.anyPlace)))
  }

  /// Layouts are compared without columns: several findings share one start tag.
  static func anyPlace(_ finding: String) -> String {
    "\(finding.split(separator: ":").first ?? "")\(finding.drop { $0 != " " })"
  }

  @Test func missingParts() {
    #expect(Self.findings(#"<style class="note" version="1.0"/>"#) == ["1:1 S035 warning", "1:1 S004 error"])
    #expect(
      Self.findings(
        #"<style version="1.0"><info><title/></info><citation/><citation><layout/></citation></style>"#)
        == [
          "1:1 S031 warning", "1:22 S035 warning", "1:22 S035 warning", "1:28 S035 warning", "1:43 S004 error",
          "1:54 S032 error", "1:64 S040 warning",
        ])
  }

  @Test func aDependentStyleNamesItsParent() {
    let text = """
      <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0">
      <info><id>x</id><title>X</title><updated>2024-05-01</updated>
      <link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info></style>
      """
    let report = StyleLint.check(Array(text.utf8), name: "test.csl")
    #expect(report.parent == "http://www.zotero.org/styles/apa")
    #expect(report.diagnostics.isEmpty)
  }

  @Test func otherNamespacesAreNoMatterOfCSL() {
    let text = Self.style("").replacing(
      "</info>", with: #"<o:extra xmlns:o="http://example.org/" a="b"/></info>"#)
    #expect(Self.findings(text).isEmpty)
  }

  // MARK: Broken XML

  @Test func brokenXMLDoesNotHideTheRest() {
    let text = Self.style(#"<text variable="titel"/><text value="R & D"/>"#)
    let found = Self.findings(text)
    #expect(found.contains { $0.hasSuffix("S001 error") })
    #expect(found.contains("3:47 S012 warning"))
    #expect(!found.contains { $0.contains("S033") || $0.contains("S035") })
  }

  @Test func noXMLAtAll() {
    #expect(Self.findings("") == ["1:1 S001 error"])
    #expect(Self.findings("plain").allSatisfy { $0.hasSuffix("S001 error") })
    #expect(Self.findings("<html/>") == ["1:1 S004 error"])
  }
}
