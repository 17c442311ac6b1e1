import Testing
import Yinzhu
import YinzhuChecks

/// What is said and what isn't: codes, comments, settings, baselines.
@Suite struct SelectionTests {
  private static let bib = "@book{a, title={论}, author={周文}, publisher={中华书局}, date={2011}, isbn={978-7-02-000220-8}}\n"

  private func codes(_ text: String, _ selection: CodeSelection = CodeSelection()) throws -> [String] {
    try FileCheck(selection: selection).check(Array(text.utf8), name: "a.bib").findings.map(\.code)
  }

  @Test func aFamilyOfCodesIsNamedByItsBeginning() {
    let selection = CodeSelection(selected: ["R"], ignored: ["r007"])
    #expect(selection.contains("R004", isOn: true) && !selection.contains("R007", isOn: true))
    #expect(!selection.contains("C010", isOn: true))
    #expect(!selection.contains("R099", isOn: false), "an opinion is asked for by its code")
    #expect(CodeSelection(selected: ["R099"]).contains("R099", isOn: false))
    #expect(CodeSelection(ignored: ["C"]).contains("R004", isOn: true))
  }

  @Test func aCommentSilencesTheRecordThatFollows() throws {
    #expect(try codes(Self.bib) == ["R007"])
    #expect(try codes("% yinzhu: ignore R007\n" + Self.bib) == [])
    #expect(try codes("% yinzhu: ignore R008\n" + Self.bib) == ["R007"])
    let second = Self.bib.replacing("@book{a", with: "@book{b").replacing("论", with: "史")
    #expect(try codes("% yinzhu: ignore R007\n" + Self.bib + second) == ["R007"])
    #expect(try codes("% yinzhu: ignore-file\n" + Self.bib + second) == [])
  }

  @Test func settingsAreReadWithCommentsAndArraysOverLines() throws {
    let text = "# checks\nignore = [ # two\n  \"C015\", 'R',\n]\nfail-on = \"never\"\n[severity]\nR004 = \"info\"\n"
    let settings = try CheckSettings(SourceText(name: ".yinzhu.toml", text: text))
    #expect(settings.ignore == ["C015", "R"] && settings.failOn == .never)
    #expect(settings.severities == ["R004": .info])
  }

  @Test(
    "Settings that can't be understood are errors with their line",
    arguments: [
      ("ingore = [\"C\"]", 1), ("select = 3", 1), ("\nselect = [\"a\" \"b\"]", 2), ("fail-on = \"often\"", 1),
      ("style = \"a", 1), ("style = \"a\"\nstyle = \"b\"", 2), ("[severity\n", 1), ("a", 1), ("style = 1979-05-27", 1),
    ])
  func badSettings(text: String, line: Int) {
    #expect {
      try CheckSettings(SourceText(name: ".yinzhu.toml", text: text))
    } throws: { error in
      (error as? CheckSettingsError)?.position?.line == line
    }
  }

  @Test func aBaselineKnowsItsFindingsInEitherLanguageAndNoMore() throws {
    let checked = try FileCheck().check(Array(Self.bib.utf8), name: "a.bib")
    for language in FindingLanguage.allCases {
      for form in [CheckReport.Form.json, .jsonl] {
        let text = CheckReport(language: language, version: "1").text([checked], as: form)
        let baseline = try #require(Baseline(SourceText(name: "known", text: text)))
        #expect(baseline.news(checked.findings, file: "a.bib").isEmpty)
        #expect(baseline.news(checked.findings + checked.findings, file: "a.bib").count == 1)
        #expect(baseline.news(checked.findings, file: "b.bib").count == 1)
      }
    }
    #expect(Baseline(SourceText(name: "known", text: "[]")) == nil)
  }
}
