import Testing
import Yinzhu
import YinzhuChecks

/// The forms of `check --to`.
@Suite struct ReportTests {
  private static let source: CheckedSource = {
    let text = "一句话。[^1]\n\n[^1]: 王明：《〈诗〉论》，北京：中华书局，1995年，第30—5页。\n"
    return (try? FileCheck().check(Array(text.utf8), name: "a b/文.md"))
      ?? CheckedSource(source: SourceText(name: "", text: ""), findings: [], isRecords: false)
  }()

  private func text(_ form: CheckReport.Form, _ language: FindingLanguage = .english) -> String {
    CheckReport(language: language, version: "1.2.3").text([Self.source], as: form)
  }

  @Test func theLineIsShownAndThePlaceUnderlinedInColumnsOfATerminal() {
    let lines = text(.text).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "a b/文.md:3:31: error: the range 30-5 runs backwards [R004]")
    #expect(lines[1] == "  3 | [^1]: 王明：《〈诗〉论》，北京：中华书局，1995年，第30—5页。")
    // Han and full-width marks take two columns.
    #expect(lines[2].filter { $0 == "^" }.count >= 4)
    #expect(lines[2].hasPrefix("    |" + String(repeating: " ", count: 51) + "^"))
    #expect(text(.text).hasSuffix("1 file: 1 error, 0 warnings, 0 info.\n"))
  }

  @Test func chineseIsWordedInChinese() {
    #expect(text(.text, .chinese).contains("错误: 页码范围30-5前大后小 [R004]"))
    #expect(text(.text, .chinese).hasSuffix("1个文件：1个错误，0个警告，0个提示。\n"))
  }

  @Test func jsonHasTheKeysOfTheContract() throws {
    let report = try JSONReader.value(Array(text(.json).utf8))
    let first = try #require(report["diagnostics"]?.array?.first)
    #expect(
      first.members?.map(\.key) == ["code", "severity", "message", "file", "line", "column", "span", "note", "fix"])
    #expect(first["code"]?.string == "R004" && first["note"]?.string == "n1" && first["line"]?.integer == 3)
    #expect(report["summary"]?["error"]?.integer == 1)
    let line = try JSONReader.value(Array(text(.jsonl).utf8.dropLast()))
    #expect(line == first)
  }

  /// What schema 2.1.0 requires: version, runs, tool.driver.name; results with a message; rules and artifacts by index.
  @Test func sarifHasWhatItsSchemaRequires() throws {
    let log = try JSONReader.value(Array(text(.sarif).utf8))
    #expect(log["version"]?.string == "2.1.0")
    let run = try #require(log["runs"]?.array?.first)
    let driver = try #require(run["tool"]?["driver"])
    #expect(driver["name"]?.string == "yinzhu" && driver["version"]?.string == "1.2.3")
    let rules = try #require(driver["rules"]?.array)
    let artifacts = try #require(run["artifacts"]?.array)
    #expect(artifacts.first?["location"]?["uri"]?.string == "a%20b/%E6%96%87.md")
    for result in try #require(run["results"]?.array) {
      let index = try #require(result["ruleIndex"]?.integer)
      #expect(rules[index]["id"]?.string == result["ruleId"]?.string)
      #expect(["error", "warning", "note"].contains(result["level"]?.string))
      #expect(result["message"]?["text"]?.string?.isEmpty == false)
      let region = try #require(result["locations"]?.array?.first?["physicalLocation"]?["region"])
      for key in ["startLine", "startColumn", "endLine", "endColumn"] {
        #expect((region[key]?.integer ?? 0) >= 1, "\(key) counts from 1")
      }
    }
  }

  @Test func annotationsEscapeWhatGitHubReads() {
    let line = text(.github)
    #expect(line.hasPrefix("::error file=a b/文.md,line=3,col=31,endColumn="))
    #expect(line.hasSuffix(",title=R004::the range 30-5 runs backwards\n"))
  }

  @Test func thePageMarksThePlaceAndEscapesText() {
    let page = text(.html)
    #expect(page.contains("<mark>第30—5页</mark>") && page.contains("<!DOCTYPE html>"))
  }
}
