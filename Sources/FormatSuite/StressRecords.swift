import CitationCorpus
import YinzhuModel
import YinzhuText

/// Records of our own making, some with everything that the data model can hold.
package struct StressRecords {
  private var generator: RecordGenerator
  private var dice: Dice

  package init(lists: WordLists, seed: UInt64) {
    generator = RecordGenerator(lists: lists, seed: seed)
    dice = Dice(seed: seed &+ 1)
  }

  /// As many records; each third one has rare variables, names and dates.
  package mutating func records(_ count: Int) -> [Reference] {
    (0..<count).map { index in
      var reference = generator.reference(id: "r\(index + 1)")
      if index % 3 == 0 { addRareValues(to: &reference) }
      return reference
    }
  }

  private mutating func chance(_ share: Int) -> Bool { Int.random(in: 0..<100, using: &dice) < share }

  private mutating func one<Element>(of elements: [Element]) -> Element? { elements.randomElement(using: &dice) }

  private mutating func addRareValues(to reference: inout Reference) {
    if chance(40), let type = one(of: ReferenceType.allCases) { reference.type = type }
    for variable in Variable.allCases where variable != .citationKey && chance(8) {
      switch variable.kind {
      case .text: reference.set(variable, text: one(of: Self.texts) ?? "")
      case .number: reference.set(variable, text: one(of: Self.numbers) ?? "")
      case .names:
        let names = (0..<Int.random(in: 1...3, using: &dice)).compactMap { _ in one(of: Self.names) }
        reference.set(variable, names: names, hasOthers: chance(15))
      case .date: if let date = one(of: Self.dates) { reference.set(variable, date: date) }
      }
    }
    if chance(20) { reference[.title] = Field(.text(RichText(markup: one(of: Self.markup) ?? "")), .edited) }
    if chance(10) {
      reference.custom.append(
        Reference.CustomField(key: "roles", value: .object(["点校": .string("王根林")]), provenance: .edited))
    }
    if chance(10) {
      reference.foreign.append(Reference.ForeignField(format: "csl-json", key: "shelf", value: .string("B 12")))
    }
  }

  private static let texts = [
    "史记", "A: b; c, d & e", "<not a tag> \"x\" 'y'", "100 % {braces} \\ back $ _ # ^ ~", "line one\nline two", "等",
    "et al.",
    "https://example.org/a_b?c=d&e=f#g", "  spaces  around ", "0012", "TY  - x", "%0 Book", "{Title}: x", "＂全角＂：（括号）",
    "Ünïcödé — “quotes” …", "978-3-86490-311-3", "1234-567X", "10.1000/abc.1", "yes", "null", "1e5", "@x", "😀", "-",
    "a|b\tc",
  ]
  private static let numbers = [
    "1", "007", "12-15", "12–15, 18", "三", "B1", "1/2", "004", "e1234", "10 (2)", "S1", "iv-x", "12+15",
  ]
  private static let names = [
    Name(literal: "习近平"), Name(literal: "World Health Organization"), Name(literal: "NASA"),
    Name(family: "Smith", given: "J."),
    Name(family: "Veen", given: "Hans", nonDroppingParticle: "van der"),
    Name(family: "Humboldt", given: "Alexander", droppingParticle: "von"),
    Name(family: "King", given: "M. L.", suffix: "Jr."),
    Name(family: "Aristotle"), Name(given: "Cher"), Name(literal: "司马迁", dynasty: "汉"),
    Name(literal: "亨廷顿", nationality: "美"),
    Name(literal: "王根林", role: "点校"), Name(literal: "Smith, Jones & Co."), Name(literal: "塞缪尔·亨廷顿"),
    Name(literal: "A; B"),
    Name(family: "d'Artagnan", given: "Charles"), Name(family: "Ó Briain", given: "Dara"), Name(literal: "等"),
  ]
  private static let dates = [
    DateValue(year: 2001), DateValue(year: 2001, month: 2), DateValue(year: 2001, month: 2, day: 3),
    DateValue(year: -90),
    DateValue(start: .init(year: 1990), end: .init(year: 1992)), DateValue(start: .init(year: 1990), isOpenEnded: true),
    DateValue(start: .init(year: 1990), circa: true), DateValue(start: .init(year: 1990), season: 1),
    DateValue(literal: "光绪三年"), DateValue(raw: "last week"), DateValue(year: 618), DateValue(literal: "1957"),
    DateValue(start: .init(year: 2001, month: 5, day: 1), end: .init(year: 2001, month: 5, day: 9)),
    DateValue(year: 12),
  ]
  private static let markup = [
    "<i>E. coli</i> in H<sub>2</sub>O", "<b>x</b> <span class=\"nocase\">NASA</span>", "a < b > c",
  ]
}
