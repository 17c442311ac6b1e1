import Testing
import YinzhuModel

@testable import CitationCorpus

struct LooseningTests {
  /// A short entry of our own.
  private func citation() -> LabelledCitation {
    var out = LabelledCitation(type: .articleJournal)
    out.add(.author, "Doe, J. and Roe, R.")
    out.add(" (")
    out.add(.issued, "2001")
    out.add("). “")
    out.add(.title, "On rivers")
    out.add("”. ")
    out.add(.containerTitle, "Waters")
    out.add(", pp. ")
    out.add(.page, "12–15")
    out.add(".")
    return out
  }

  private func values(_ citation: LabelledCitation) -> [String] { citation.fields.map { citation.bytes($0.range) } }

  @Test("What is put in at a border stands outside of the field, what is changed inside moves its end")
  func edits() {
    var citation = citation()
    let author = citation.fields[0].range
    let year = citation.fields[1].range
    citation.apply([
      TextEdit(0..<0, "[1] "), TextEdit((author.lowerBound + 7)..<(author.lowerBound + 12), "; "),
      TextEdit((year.lowerBound - 1)..<year.lowerBound, ""), TextEdit(year.upperBound..<year.upperBound, "a"),
    ])
    #expect(citation.text.hasPrefix("[1] Doe, J.; Roe, R. 2001a). “On"))
    #expect(values(citation) == ["Doe, J.; Roe, R.", "2001", "On rivers", "Waters", "12–15"])
  }

  @Test("A field that is taken away whole is gone")
  func emptied() {
    var citation = citation()
    citation.apply([TextEdit(citation.fields[2].range, "")])
    #expect(citation.fields.map(\.variable) == [.author, .issued, .containerTitle, .page])
  }

  @Test(
    "Each slip changes what it names",
    arguments: [
      ("pages", "pp. 12–15"), ("year", "(2001)"), ("conjunction", " and Roe"), ("quotes", "“On"), ("dashes", "12–15"),
    ])
  func slips(name: String, gone: String) {
    let slips: [String: @Sendable (LabelledCitation, inout Dice) -> [TextEdit]] = [
      "pages": LabelSlips.pageLabel, "year": LabelSlips.yearBrackets, "conjunction": LabelSlips.conjunction,
      "quotes": MarkSlips.quotes, "dashes": MarkSlips.dashes,
    ]
    var changed = 0
    for seed in 0..<20 as Range<UInt64> {
      var citation = citation()
      var dice = Dice(seed: seed)
      citation.apply(slips[name]?(citation, &dice) ?? [])
      if !citation.text.contains(gone) { changed += 1 }
      #expect(citation.fields.count == 5)
      #expect(values(citation)[2] == "On rivers" && values(citation)[3] == "Waters")
    }
    #expect(changed > 5)
  }

  @Test("Whatever befalls a text, its fields keep their letters, but for those that scanning changes")
  func letters() throws {
    let strict = try CorpusFixture.citations(300, seed: 11, loose: 0)
    for (index, before) in strict.enumerated() {
      var after = before
      var dice = Dice(seed: UInt64(index))
      Loosening.loosen(&after, &dice)
      // A remark may stand behind it all.
      let count = before.fields.count
      #expect(after.fields.prefix(count).map(\.variable) == before.fields.map(\.variable), "\(before.jsonLine)")
      #expect(after.fields.dropFirst(count).allSatisfy { $0.variable == .note || $0.variable == .medium })
      // A dash may stand in the place of authors.
      for (old, new) in zip(values(before), values(after)) where new.utf8.count > 12 && !letters(new).isEmpty {
        let difference = letters(old).difference(from: letters(new)).count
        #expect(difference <= max(8, old.count / 3), "\(old) → \(new)")
      }
    }
  }

  private func letters(_ text: String) -> [Character] { text.lowercased().filter { $0.isLetter || $0.isNumber } }

  @Test(
    "Marks open and close as they did, behind letters too",
    arguments: [
      ("论“山”与海", "论\"山\"与海"), ("論「山」論", "論``山''論"), ("Über „Berge“ hier", "Über \"Berge\" hier"),
    ])
  func pairedQuotes(text: String, one: String) {
    var results: Set<String> = []
    for seed in 0..<60 as Range<UInt64> {
      var citation = LabelledCitation(type: .book)
      citation.add(.title, text)
      var dice = Dice(seed: seed)
      citation.apply(MarkSlips.quotes(citation, &dice))
      results.insert(citation.text)
    }
    #expect(results.contains(one), "\(results)")
    #expect(!results.contains { $0.contains("''山''") || $0.contains("”山”") || $0.contains("”Berge”") })
  }
}
