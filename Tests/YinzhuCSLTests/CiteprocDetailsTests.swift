import Testing
import YinzhuCSL

/// Details that CSL leaves open and citeproc-js settled: numbers, names, dates in words, title case, note lines.
struct CiteprocDetailsTests {
  @Test(arguments: [
    ("12a-c", "p. 12a-c"), ("1, 3-5", "pp. 1, 3–5"), ("i-ix", "pp. i–ix"), ("3\\\\-B", "p. 3-B"), ("序2–3", "p. 序2-3"),
  ])
  func pages(_ page: String, _ want: String) throws {
    let entry = try TestStyle.entry(
      "<group delimiter=\" \"><label variable=\"page\" form=\"short\"/><text variable=\"page\"/></group>",
      "{\"id\":\"a\",\"page\":\"\(page)\"}")
    #expect(entry == want)
  }

  @Test func labelTakesNumberIn() throws {
    let locale =
      "<locale><terms><term name=\"volume\">第%s卷</term></terms></locale>"
    #expect(
      try TestStyle.entry("<number variable=\"volume\"/>", "{\"id\":\"a\",\"volume\":\"3\"}", locale: locale) == "第3卷")
  }

  @Test(arguments: [
    ("IJsbrand M.E.", "Ij. M. E."), ("Ph.M.", "Ph. M."), ("Jean-Paul", "J.-P."), ("明", "明"),
  ])
  func initials(_ given: String, _ want: String) throws {
    let entry = try TestStyle.entry(
      "<names variable=\"author\"><name initialize-with=\". \"/></names>",
      "{\"id\":\"a\",\"author\":[{\"family\":\"X\",\"given\":\"\(given)\"}]}")
    #expect(entry == want + " X")
  }

  @Test func namesOfChineseRecordsAreNotTurned() throws {
    let names = "<names variable=\"author\"><name name-as-sort-order=\"all\" initialize-with=\" \"/></names>"
    let author = "\"author\":[{\"family\":\"Ljungqvist\",\"given\":\"Lars\"}]"
    #expect(try TestStyle.entry(names, "{\"id\":\"a\",\"language\":\"zh-CN\",\(author)}") == "Ljungqvist L")
    #expect(try TestStyle.entry(names, "{\"id\":\"a\",\"language\":\"en\",\(author)}") == "Ljungqvist, L")
  }

  @Test(arguments: [
    ("1865（清同治四年）", "1865"), ("1984/", "1984"), ("1957/1990", "1957–1990"), ("-0349", "349BC"),
    ("光绪二十六年", "光绪二十六年"),
  ])
  func datesInNotes(_ text: String, _ want: String) throws {
    let entry = try TestStyle.entry(
      "<date variable=\"issued\"><date-part name=\"year\"/></date>",
      "{\"id\":\"a\",\"note\":\"issued: \(text)\",\"issued\":{\"date-parts\":[[2000]]}}")
    #expect(entry.filter { $0 != " " } == want)
  }

  @Test func noteLinesThatTheModelLacks() throws {
    let entry = try TestStyle.entry(
      "<text variable=\"original-container-title\"/>",
      "{\"id\":\"a\",\"note\":\"original-container-title: Acta Psychologica Sinica\"}")
    #expect(entry == "Acta Psychologica Sinica")
  }

  @Test(arguments: [
    ("out-of-fashion initiatives: a second story", "Out-of-Fashion Initiatives: A Second Story"),
    ("iPad is a thing", "iPad Is a Thing"), ("clínica y salud", "Clínica y Salud"),
    ("solution of β-carotine", "Solution of β-Carotine"),
  ])
  func titleCase(_ title: String, _ want: String) throws {
    let entry = try TestStyle.entry(
      "<text variable=\"title\" text-case=\"title\"/>", "{\"id\":\"a\",\"language\":\"en\",\"title\":\"\(title)\"}")
    #expect(entry == want)
  }

  @Test func markPrintedAloneStays() throws {
    let layout =
      "<group><text value=\"trans.\"/><text value=\". \"/><text variable=\"publisher\" prefix=\". \"/></group>"
    #expect(try TestStyle.entry(layout, "{\"id\":\"a\",\"publisher\":\"Dover\"}") == "trans.. . Dover")
  }
}
