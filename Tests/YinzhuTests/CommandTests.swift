import Testing
import YinzhuText

/// The contract of the command line: what goes where, and the exit status (0 done, 1 unusable input, 2 wrong usage).
@Suite struct CommandTests {
  let command: BuiltCommand

  init() throws { command = try BuiltCommand() }

  // MARK: Input that can't be used

  @Test func anEmptyFileIsSaidAndTheOthersAreDone() throws {
    try command.write("empty.txt", "")
    let outcome = try command.run(#""$yinzhu" extract empty.txt "$seed" --to jsonl"#)
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("empty.txt: error: "))
    #expect(outcome.errors.contains("[D001]"))
    #expect(outcome.lines.first?.hasPrefix(#"{"type":"document","#) == true)
  }

  @Test func aBinaryFileIsNoText() throws {
    try command.write("picture.txt", (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
    let outcome = try command.run(#""$yinzhu" extract picture.txt"#)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("[D002]"))
    #expect(outcome.output.isEmpty)
  }

  @Test func aMissingFileIsNamed() throws {
    let outcome = try command.run(#""$yinzhu" extract none.txt"#)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "none.txt: error: there is no such file [D010]\n")
  }

  @Test func aFolderNeedsRecursive() throws {
    let plain = try command.run(#"mkdir sub && cp "$seed" sub/a.txt && "$yinzhu" extract sub"#)
    #expect(plain.status == 1)
    #expect(plain.errors.contains("--recursive") && plain.errors.contains("[D011]"))
    let recursive = try command.run(#""$yinzhu" extract sub --recursive --to jsonl"#)
    #expect(recursive.status == 0)
    #expect(recursive.output.contains(#""file":"sub/a.txt""#))
  }

  @Test func anUnreadableFileGivesTheReason() throws {
    let outcome = try command.run(
      #"[ "$(id -u)" = 0 ] && exit 77; echo x >a.txt; chmod 0 a.txt; "$yinzhu" extract a.txt"#)
    if outcome.status == 77 {
      print("skipped: the superuser may read every file")
      return
    }
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("permission denied") && outcome.errors.contains("[D012]"))
  }

  @Test(arguments: ["extract", "parse", "convert --to bibtex", "cite --style gb-t-7714-2015-numeric"])
  func aClosedInputIsNoTrap(_ subcommand: String) throws {
    let outcome = try command.run(#""$yinzhu" \#(subcommand) <&-"#)
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("<stdin>: error: can't be read"))
  }

  @Test func aReaderThatGoesAwayEndsTheCommandInSilence() throws {
    let many = String(repeating: "张三：《书》，人民出版社2001年版，第3页。\n", count: 20_000)
    try command.write("many.txt", many)
    let outcome = try command.run(#""$yinzhu" parse many.txt | head -n 1"#)
    #expect(outcome.lines.count == 1)
    #expect(outcome.errors.isEmpty)
  }

  @Test func closedMessagesCostNoData() throws {
    let outcome = try command.run(#""$yinzhu" extract none.txt "$seed" --to jsonl 2>&-"#)
    #expect(outcome.status == 1)
    #expect(outcome.lines.count { $0.hasPrefix(#"{"type":"note""#) } == 24)
  }

  @Test func oneLineWithoutEndIsRead() throws {
    try command.write("line.txt", String(repeating: "一段没有换行的文字，", count: 100_000))
    let outcome = try command.run(#""$yinzhu" extract line.txt --to jsonl"#)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(#""bytes":3000000"#))
  }

  @Test func aMissingStyleOrLocaleFolderIsNamed() throws {
    try command.write("refs.json", #"[{"id":"a","type":"book","title":"书"}]"#)
    let style = try command.run(#""$yinzhu" cite refs.json --style ./none.csl"#)
    #expect(style.status == 1)
    #expect(style.errors == "./none.csl: error: there is no such file or folder [D010]\n")
    let locales = try command.run(#""$yinzhu" cite refs.json --style gb-t-7714-2015-numeric --locales none"#)
    #expect(locales.status == 1)
    #expect(locales.errors.hasPrefix("none: error:"))
  }

  // MARK: Wrong usage

  @Test func anUnknownFormatIsAnsweredWithTheNearestOnes() throws {
    let outcome = try command.run(#""$yinzhu" extract "$seed" --to bibtx"#)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("Did you mean bibtex?"))
    #expect(outcome.output.isEmpty)
  }

  @Test(arguments: [
    "frobnicate", "extract --frobnicate", "extract --jobs 0 x", "parse --from xml", "convert x", "explain X99",
    "cite x", "parse --to text --style no-such-style /dev/null",
  ])
  func wrongUsageIsTwo(_ arguments: String) throws {
    let outcome = try command.run(#""$yinzhu" \#(arguments)"#)
    #expect(outcome.status == 2, "\(arguments): \(outcome.errors)")
    #expect(!outcome.errors.isEmpty)
    #expect(outcome.output.isEmpty)
  }

  @Test(arguments: ["", "extract", "parse", "convert", "cite", "explain", "formats", "styles"])
  func everyCommandHasHelpWithAnExample(_ subcommand: String) throws {
    let outcome = try command.run(#""$yinzhu" \#(subcommand) --help"#)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("EXAMPLES\n"))
    #expect(outcome.output.contains("  yinzhu \(subcommand)"))
  }

  // MARK: Output

  @Test func theOutputFileIsWrittenWholeOrNotAtAll() throws {
    let written = try command.run(#""$yinzhu" extract "$seed" --to csl-json -o refs.json"#)
    #expect(written.status == 0 && written.output.isEmpty)
    let value = try JSONReader.value(Array((command.read("refs.json") ?? "").utf8))
    #expect(value.array?.count == 5)
    let refused = try command.run(#""$yinzhu" extract "$seed" --to csl-json -o none/refs.json"#)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("there is no folder") && refused.errors.contains("[D014]"))
  }

  @Test func standardInputIsADashOrNothing() throws {
    let dash = try command.run(#""$yinzhu" extract - --to jsonl <"$seed""#)
    let nothing = try command.run(#""$yinzhu" extract --to jsonl <"$seed""#)
    #expect(dash.status == 0 && dash.output == nothing.output)
    #expect(dash.output.contains(#""file":"<stdin>""#))
  }

  @Test func aReportInAPipeHasNoColour() throws {
    let outcome = try command.run(#""$yinzhu" extract "$seed""#)
    #expect(outcome.status == 0)
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(outcome.output.contains("24 markers, 9 note texts"))
  }

  @Test func everyFormatOfExtractWritesSomething() throws {
    for format in ["report", "jsonl", "csl-json", "bibtex", "biblatex", "ris", "gbt7714", "text", "html"] {
      let outcome = try command.run(#""$yinzhu" extract "$seed" --quiet --to \#(format)"#)
      #expect(outcome.status == 0, "\(format)")
      #expect(outcome.output.contains("弘扬"), "\(format)")
    }
  }

  @Test func filesComeInOrderWhateverTheJobs() throws {
    _ = try command.run(#"mkdir d; for n in 1 2 3 4 5; do cp "$seed" d/$n.txt; done"#)
    let one = try command.run(#""$yinzhu" extract d --recursive --to jsonl"#)
    let four = try command.run(#""$yinzhu" extract d --recursive --to jsonl --jobs 4"#)
    #expect(one.output == four.output)
    #expect(one.lines.count { $0.hasPrefix(#"{"type":"document""#) } == 5)
  }

  // MARK: parse

  @Test func parseAnswersEveryLineInOrder() throws {
    try command.write(
      "in.jsonl",
      """
      {"id":"a","text":"李四：《河海集》，河海出版社2003年版，第12页。"}
      {broken

      {"id":7,"text":"参见赵五：《论水》，《水利学报》2010年第2期。"}
      {"id":"c"}
      """)
    let outcome = try command.run(#""$yinzhu" parse in.jsonl --from jsonl"#)
    #expect(outcome.status == 1)
    let answers = try outcome.lines.map { try JSONReader.value(Array($0.utf8)) }
    #expect(answers.map { $0["id"] } == [.string("a"), .null, .number("7"), .string("c")])
    #expect(answers.map { $0["error"] == nil } == [true, false, true, false])
    #expect(answers[0]["citations"]?.array?.first?["reference"]?["title"]?.string == "河海集")
    #expect(answers[2]["citations"]?.array?.first?["prefix"]?.string == "参见")
    #expect(outcome.errors.contains("in.jsonl:2:2: error:") && outcome.errors.contains("in.jsonl:5:1: error:"))
  }

  @Test func parseCountsLinesAndSkipsBlankOnes() throws {
    try command.write("in.txt", "甲：《书》，人民出版社2001年版。\r\n\r\n乙：《史》，人民出版社2002年版。")
    let outcome = try command.run(#""$yinzhu" parse in.txt --jobs 2"#)
    let answers = try outcome.lines.map { try JSONReader.value(Array($0.utf8)) }
    #expect(outcome.status == 0)
    #expect(answers.map { $0["id"]?.string } == ["1", "3"])
  }

  // MARK: explain

  @Test func explainPrintsThePageOfACode() throws {
    let outcome = try command.run(#""$yinzhu" explain n001"#)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("# N001 "))
    let all = try command.run(#""$yinzhu" explain"#)
    #expect(all.lines.count == Set(all.lines.map { $0.prefix(4) }).count, "a code stands twice")
  }
}
