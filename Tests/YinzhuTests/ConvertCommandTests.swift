import Foundation
import Testing

/// `yinzhu convert` and `yinzhu formats` from outside.
@Suite(.serialized)
struct ConvertCommandTests {
  let command: BuiltCommand

  init() throws {
    command = try BuiltCommand()
    try command.write(
      "a.enw",
      """
      %0 Journal Article
      %A 曾国藩
      %T 论家书
      %J 某学报
      %D 2001
      %+ 某地

      %0 Book
      %A Smith, Ann
      %T Power
      %D 1990

      """)
    try command.write("b.ris", "TY  - BOOK\r\nAU  - Smith, Ann\r\nTI  - POWER!\r\nPY  - 1990\r\nER  - \r\n")
  }

  @Test("Formats are guessed; losses are lines of four cells with --report-loss, and an exit status with --strict")
  func losses() throws {
    let run = try command.run("\"$yinzhu\" convert a.enw --to ris --report-loss")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("TY  - JOUR\r\n"))
    #expect(run.errors == "曾国藩2001论家\t%+\t某地\tit is a key of enw that the format doesn't have\n")
    #expect(try command.run("\"$yinzhu\" convert a.enw --to ris --strict --quiet").status == 1)
    #expect(try command.run("\"$yinzhu\" convert b.ris --to ris --strict --quiet").status == 0)
  }

  @Test("Within one format nothing is changed that no option asks for")
  func withinOneFormat() throws {
    let run = try command.run(
      "\"$yinzhu\" convert a.enw --to enw | cmp - a.enw && \"$yinzhu\" convert a.enw --to enw --sort title")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("%0 Journal Article\n%F 曾国藩2001论家\n"))
  }

  @Test("What CSL has no variable for comes back through CSL-JSON")
  func foreignThroughCSLJSON() throws {
    let run = try command.run(
      "\"$yinzhu\" convert a.enw --to csl-json -o a.json && \"$yinzhu\" convert a.json --to enw")
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("%+ 某地\n"))
  }

  @Test("Several inputs are one list, and a work that stands in it twice is said")
  func duplicates() throws {
    let run = try command.run("\"$yinzhu\" convert a.enw b.ris --to csv --columns id --sort author --quiet")
    #expect(run.output == "id\r\n曾国藩2001论家\r\nSmith1990Power\r\nSmith1990POWERa\r\n")
    let loud = try command.run("\"$yinzhu\" convert a.enw b.ris --to csl-json")
    #expect(loud.errors.contains("are one work by title, author and year; both are kept. [F041]"))
  }

  @Test("Keys by a pattern, and what is no pattern")
  func keys() throws {
    let run = try command.run(
      "\"$yinzhu\" convert a.enw --to csv --columns id --keys '{author:pinyin}-{year:2}{title:initials:lower}' --quiet")
    #expect(run.output == "id\r\nzengguofan-01lj\r\nsmith-90p\r\n")
    let wrong = try command.run("\"$yinzhu\" convert a.enw --to csv --keys '{writer}'")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("There are: author"))
  }

  @Test("Wrong names of formats, columns and orders are wrong usage")
  func usage() throws {
    for options in [
      "--to rsi", "--to csv --columns titel", "--to ris --columns title", "--to ris --sort size", "--to ris --from x",
    ] {
      #expect(try command.run("\"$yinzhu\" convert a.enw \(options)").status == 2, "\(options)")
    }
  }
}
