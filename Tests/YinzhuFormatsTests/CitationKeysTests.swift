import Testing
import YinzhuFormats
import YinzhuModel

/// Stands for ICU: the readings of the characters that these tests use.
private func reading(_ text: String) -> String {
  let readings: [Character: String] = [
    "习": "xí ", "近": "jìn ", "平": "píng ", "弘": "hóng ", "扬": "yáng ", "曾": "céng ", "国": "guó ", "藩": "fān ",
    "家": "jiā ", "书": "shū ", "单": "dān ", "解": "jiě ", "放": "fàng ", "军": "jūn ", "报": "bào ", "迟": "chí ",
    "尉": "wèi ", "恭": "gōng ", "论": "lùn ", "文": "wén ",
  ]
  return text.map { readings[$0] ?? String($0) }.joined()
}

private func keys(_ references: [Reference], _ pattern: CitationKeys.Pattern = .hanzi) -> [String] {
  CitationKeys(pattern: pattern, transliterate: reading).keys(for: references)
}

private func record(_ name: Name?, _ year: Int?, _ title: String?, editor: Name? = nil) -> Reference {
  var reference = Reference(id: "x", type: .book)
  if let name { reference.set(.author, names: [name]) }
  if let editor { reference.set(.editor, names: [editor]) }
  if let year { reference.set(.issued, date: DateValue(year: year)) }
  if let title { reference.set(.title, text: title) }
  return reference
}

@Suite("Citation keys")
struct CitationKeysTests {
  @Test func hanzi() {
    #expect(keys([record(Name(literal: "习近平"), 2018, "弘扬“上海精神”")]) == ["习近平2018弘扬"])
    #expect(keys([record(Name(literal: "塞缪尔·亨廷顿"), 1998, "“文明”的冲突")]) == ["塞缪尔亨廷顿1998文明"])
    #expect(keys([record(Name(family: "习", given: "近平"), 2018, "弘")]) == ["习近平2018弘"])
  }

  @Test func western() {
    #expect(keys([record(Name(family: "Keohane", given: "R."), 1997, "The power of it")]) == ["Keohane1997Power"])
    #expect(keys([record(Name(family: "Müller", given: "J."), 2001, "Über alles")]) == ["Muller2001Uber"])
    #expect(keys([record(Name(literal: "The United Nations"), 1945, "Charter")]) == ["UnitedNations1945Charter"])
    #expect(keys([record(Name(family: "O'Neil", given: "C."), 2016, "{Weapons}, \"of\"")]) == ["ONeil2016Weapons"])
  }

  @Test func pinyin() {
    #expect(keys([record(Name(literal: "习近平"), 2018, "弘扬“上海精神”")], .pinyin) == ["xijinping2018hongyang"])
    #expect(
      keys([record(Name(family: "Keohane", given: "R."), 1997, "The power of it")], .pinyin) == ["keohane1997power"])
  }

  @Test(
    "Surnames have their own readings, newspapers have none",
    arguments: [
      ("曾国藩", "zengguofan"), ("单国平", "shanguoping"), ("尉迟恭", "yuchigong"), ("解放军报", "jiefangjunbao"),
    ])
  func surnames(name: String, expected: String) {
    #expect(keys([record(Name(literal: name), nil, nil)], .pinyin) == [expected])
  }

  @Test func withoutAuthor() {
    #expect(keys([record(nil, 2001, "论文", editor: Name(literal: "习近平"))]) == ["习近平2001论文"])
    #expect(keys([record(nil, 2001, "论文")]) == ["论文2001"])
    #expect(keys([Reference(id: "a b,{c}", type: .book)]) == ["abc"])
    #expect(keys([Reference(id: "{}", type: .book)]) == ["entry"])
  }

  @Test("Keys don't clash, even where only capitals differ, and adding a record changes none")
  func clashes() {
    let one = record(Name(family: "Li"), 2001, "Power")
    let other = record(Name(family: "LI"), 2001, "power")
    #expect(keys([one, other, one]) == ["Li2001Power", "LI2001Powera", "Li2001Powerb"])
    #expect(Set(keys(Array(repeating: one, count: 60)).map { $0.lowercased() }).count == 60)
  }

  @Test func ownKeysAreKept() {
    var reference = record(Name(literal: "习近平"), 2018, "弘扬")
    reference.set(.citationKey, text: "xi:2018_a")
    #expect(keys([reference]) == ["xi:2018_a"])
    reference.set(.citationKey, text: "xi, 2018")
    let (text, diagnostics) = BibTeXWriter(dialect: .bibtex, keys: CitationKeys(pattern: .hanzi)).write([reference])
    #expect(text.hasPrefix("@book{xi2018,"))
    #expect(diagnostics.map(\.code) == ["F021"])
  }
}

@Suite("Rules of formats")
struct FormatRulesTests {
  @Test func codesAreUnlikeAndExplained() {
    let rules = FormatRules.all + CSLJSONRules.all
    #expect(Set(rules.map(\.code)).count == rules.count)
    for rule in rules {
      #expect(rule.explanation.hasPrefix("# \(rule.code): \(rule.title)"))
      #expect(rule.explanation.contains("**Source.**"))
    }
  }
}
