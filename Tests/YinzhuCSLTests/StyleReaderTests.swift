import Testing
import YinzhuCSL
import YinzhuModel

struct StyleReaderTests {
  private func read(_ xml: String) throws -> (style: Style, warnings: [Diagnostic]) {
    try StyleReader.read(Array(xml.utf8), name: "test.csl")
  }

  private func error(_ xml: String) -> StyleError? {
    #expect(throws: StyleError.self) { try read(xml) }
  }

  @Test func readsInfoAndClass() throws {
    let (style, warnings) = try read(TestStyle.xml("<text variable=\"title\"/>"))
    #expect(style.info == Style.Info(id: "test", title: "Test"))
    #expect(style.class == .inText)
    #expect(style.defaultLocale == "en-US")
    #expect(warnings.isEmpty)
  }

  @Test func warnsAboutWhatCSLDoesNotKnow() throws {
    let xml = TestStyle.xml(
      "<text variable=\"titel\"/><text term=\"acessed\"/><text variable=\"title\" fontstyle=\"italic\"/><blob/>"
        + "<text variable=\"title\" font-weight=\"heavy\"/>")
    let (_, warnings) = try read(xml)
    #expect(Set(warnings.map(\.code)) == ["S010", "S011", "S012", "S013"])
    #expect(warnings.allSatisfy { $0.severity == .warning && $0.span != nil })
  }

  @Test func refusesRingsOfMacros() {
    let error = error(
      TestStyle.xml(
        "<text macro=\"a\"/>",
        macros: "<macro name=\"a\"><text macro=\"b\"/></macro><macro name=\"b\"><text macro=\"a\"/></macro>"))
    #expect(error?.diagnostics.map(\.code) == ["S005"])
    #expect(error?.description.contains("“a” → “b” → “a”") == true)
  }

  /// Styles in use call macros that they don't have; the call prints nothing.
  @Test func warnsAboutUnknownMacros() throws {
    let (_, warnings) = try read(
      TestStyle.xml("<text macro=\"x\"/><text macro=\"y\"/>", sort: "<sort><key macro=\"z\"/></sort>"))
    #expect(warnings.map(\.code) == ["S006", "S006", "S006"])
  }

  @Test func refusesExpansionWithoutEnd() {
    // Thirty macros that each call the next twice: a billion elements from thirty lines.
    var macros = ""
    for index in 0..<30 {
      macros += "<macro name=\"m\(index)\"><text macro=\"m\(index + 1)\"/><text macro=\"m\(index + 1)\"/></macro>"
    }
    macros += "<macro name=\"m30\"><text value=\"x\"/></macro>"
    #expect(error(TestStyle.xml("<text macro=\"m0\"/>", macros: macros))?.diagnostics.map(\.code) == ["S007"])
  }

  @Test func refusesLongChainsOfCalls() {
    var macros = "<macro name=\"m10000\"><text value=\"x\"/></macro>"
    for index in 0..<10_000 { macros += "<macro name=\"m\(index)\"><text macro=\"m\(index + 1)\"/></macro>" }
    #expect(error(TestStyle.xml("<text macro=\"m0\"/>", macros: macros))?.diagnostics.first?.code == "S007")
  }

  /// Nesting that is allowed is also evaluated and written without harm.
  @Test func evaluatesDeepStyles() throws {
    var macros = "<macro name=\"m95\"><text variable=\"title\"/></macro>"
    for index in 0..<95 {
      macros += "<macro name=\"m\(index)\"><group><text macro=\"m\(index + 1)\"/></group></macro>"
    }
    let text = try TestStyle.entry("<text macro=\"m0\"/>", "{\"id\":\"a\",\"title\":\"T\"}", macros: macros)
    #expect(text == "T")
  }

  @Test(arguments: [
    "<style/>", "<locale/>", "<style class=\"note\"><citation/></style>", "<html><body/></html>",
  ])
  func refusesWhatIsNoStyle(_ xml: String) {
    #expect(error(xml)?.diagnostics.first?.code == "S004")
  }

  @Test func namesTheParentOfADependentStyle() {
    let error = error(
      "<style><info><link rel=\"independent-parent\" href=\"http://example.org/parent\"/></info></style>")
    #expect(error?.description.contains("http://example.org/parent") == true)
  }

  @Test func builtInStylesHaveNoFaults() throws {
    #expect(Style.builtInIDs.contains("gb-t-7714-2015-numeric"))
    for id in Style.builtInIDs { #expect(Style.builtIn(id: id) != nil, "\(id)") }
    #expect(Style.builtIn(id: "none") == nil)
  }

  @Test func rulesHaveCodesOfTheirOwnAndPages() {
    #expect(Set(CSLRules.all.map(\.code)).count == CSLRules.all.count)
    #expect(CSLRules.all.allSatisfy { $0.code.hasPrefix("S") && $0.explanation.count > 80 })
  }
}
