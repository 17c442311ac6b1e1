import Testing
import YinzhuCSL

struct LocaleTests {
  @Test func builtInLocalesAreThere() {
    #expect(LocaleSet.builtIn.languages == ["en-US", "zh-CN"])
    #expect(LocaleSet.standardTermNames.count > 200)
  }

  @Test func fallsBackFromRegionToLanguageToEnglish() {
    let set = LocaleSet.builtIn
    #expect(set.resolved("zh-TW").text("et-al") == "等")
    #expect(set.resolved("zh-Hans").text("et-al") == "等")
    #expect(set.resolved("fi-FI").text("et-al") == "et al.")
    // What zh-CN lacks comes from en-US.
    #expect(set.resolved("zh-CN").text("page", form: .short) == "页")
  }

  @Test func formsFallBack() {
    let locale = LocaleSet.builtIn.resolved("en-US")
    #expect(locale.text("editor", form: .verbShort) == "ed. by")
    #expect(locale.text("reviewed-author", form: .verbShort) == "by")
    #expect(locale.text("page", form: .symbol, plural: true) == "pp.")
    #expect(locale.text("section", form: .symbol) == "§")
    #expect(locale.text("nothing") == "")
  }

  @Test func overridesOfAStyleWin() throws {
    let text = try TestStyle.entry(
      "<text term=\"accessed\"/>", "{\"id\":\"a\"}",
      locale: "<locale><terms><term name=\"accessed\">all</term></terms></locale>"
        + "<locale xml:lang=\"en\"><terms><term name=\"accessed\">english</term></terms></locale>"
        + "<locale xml:lang=\"zh\"><terms><term name=\"accessed\">中文</term></terms></locale>")
    #expect(text == "English")
  }

  @Test func ordinalsFollowTheirRules() throws {
    for (number, text) in [
      ("1", "1st"), ("2", "2nd"), ("3", "3rd"), ("4", "4th"), ("11", "11th"), ("112", "112th"), ("121", "121st"),
    ] {
      let record = "{\"id\":\"a\",\"edition\":\"\(number)\"}"
      #expect(try TestStyle.entry("<number variable=\"edition\" form=\"ordinal\"/>", record) == text)
    }
    #expect(
      try TestStyle.entry("<number variable=\"edition\" form=\"long-ordinal\"/>", "{\"id\":\"a\",\"edition\":2}")
        == "second")
    #expect(
      try TestStyle.entry("<number variable=\"edition\" form=\"roman\"/>", "{\"id\":\"a\",\"edition\":14}") == "xiv")
  }

  @Test func aFileOfTheUserWins() throws {
    var set = LocaleSet.builtIn
    let xml = "<locale xml:lang=\"zh-CN\"><terms><term name=\"et-al\">们</term></terms></locale>"
    try set.add(Array(xml.utf8), name: "zh.xml")
    #expect(set.resolved("zh-CN").text("et-al") == "们")
  }

  @Test func aBrokenFileIsAnError() {
    var set = LocaleSet.builtIn
    #expect(throws: StyleError.self) { try set.add(Array("<locale>".utf8), name: "x.xml") }
    #expect(throws: StyleError.self) { try set.add(Array("<style/>".utf8), name: "x.xml") }
  }
}
