import Testing

/// `check` and `fix` as a user runs them: exit status, settings, files.
@Suite struct CheckCommandTests {
  let command: BuiltCommand
  private static let wrong =
    "@book{a, title={论语新解}, author={周文}, publisher={中华书局}, date={2011}, isbn={978-7-02-000220-8}}\n"
  private static let loose = "@book{a, title={Law &amp; Order}, author={周文}, publisher={中华书局}, date={2011}}\n"

  init() throws { command = try BuiltCommand() }

  @Test func errorsEndWithOneAndCleanFilesWithNought() throws {
    try command.write("a.bib", Self.wrong)
    try command.write("b.bib", Self.loose)
    let bad = try command.run(#"LANG=C "$yinzhu" check a.bib"#)
    #expect(bad.status == 1)
    #expect(bad.output.hasPrefix("a.bib:1:"))
    #expect(bad.output.contains(": error: ") && bad.output.hasSuffix("1 file: 1 error, 0 warnings, 0 info.\n"))
    #expect(try command.run(#""$yinzhu" check b.bib"#).status == 0)
    #expect(try command.run(#""$yinzhu" check b.bib --fail-on warning"#).status == 1)
    #expect(try command.run(#""$yinzhu" check a.bib --fail-on never"#).status == 0)
    #expect(try command.run(#""$yinzhu" check a.bib --ignore R007"#).status == 0)
  }

  @Test func aMissingFileIsSaidAndTheOthersAreChecked() throws {
    try command.write("b.bib", Self.loose)
    let outcome = try command.run(#""$yinzhu" check none.md b.bib --to jsonl"#)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("[D010]") && outcome.output.contains(#""code":"R033""#))
  }

  @Test(arguments: ["--to sarfi", "--select X999", "--ignore Q", "--fail-on often", "--language fr", "--jobs 0"])
  func wrongUsageEndsWithTwo(_ options: String) throws {
    try command.write("a.bib", Self.wrong)
    #expect(try command.run(#""$yinzhu" check a.bib \#(options)"#).status == 2)
  }

  @Test func theNearestSettingsCount() throws {
    try command.write("a.bib", Self.wrong)
    let outcome = try command.run(
      #"""
      mkdir -p x/y && cp a.bib x/y && printf 'language = "zh"\n[severity]\nR007 = "info"\n' >x/.yinzhu.toml
      LANG=C "$yinzhu" check x/y/a.bib
      """#)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("提示") && outcome.output.contains("校验码不符"))
    let mistyped = try command.run(#"echo 'ingore = "R"' >.yinzhu.toml; "$yinzhu" check a.bib"#)
    #expect(mistyped.status == 2 && mistyped.errors.contains(".yinzhu.toml:1:1: there is no setting"))
  }

  @Test func fixWritesNothingUnlessAsked() throws {
    try command.write("b.bib", Self.loose)
    let mended = Self.loose.replacing("&amp;", with: "\\&")
    let shown = try command.run(#""$yinzhu" fix b.bib -q"#)
    #expect(shown.status == 0 && shown.output == mended)
    let diff = try command.run(#""$yinzhu" fix b.bib --diff -q"#)
    #expect(diff.output.hasPrefix("--- a/b.bib\n+++ b/b.bib\n@@ -1 +1 @@\n-"))
    #expect(command.read("b.bib") == Self.loose)
    #expect(try command.run(#""$yinzhu" fix b.bib --in-place -q"#).status == 0)
    #expect(command.read("b.bib") == mended)
    #expect(try command.run(#""$yinzhu" fix b.bib --in-place --diff"#).status == 2)
    #expect(try command.run(#""$yinzhu" fix --in-place"#).status == 2)
  }
}
