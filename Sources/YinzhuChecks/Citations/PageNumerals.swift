import YinzhuModel
import YinzhuText

extension CheckRules {
  private enum PageForm: Hashable {
    case ordinal
    case chinese
    case western
  }

  /// C037
  static let pageNumerals = CheckRule(
    DiagnosticRule(
      code: "C037", severity: .warning, title: "A page is written in another form than elsewhere",
      explanation: """
        Chinese notes write the page in one form throughout: `第12页`. Here it stands in Chinese numerals (`第十二页`) or with
        the Western word (`p. 12`, `P12`), while the other Chinese notes have the common form.

        What to do: write the form that the others have.

        Source: GB/T 15835—2011; CY/T 121—2015.
        """), chinese: "页码写法不统一",
    .document { document, findings in
      var found: [(entry: CheckedNote, form: PageForm, range: Range<Int>, printed: String)] = []
      for entry in document.notes where entry.isCitation {
        let text = ScalarText(entry.text.bytes)
        guard text.scalars.count(where: { CharacterClass.isHan($0) }) >= 6, TypeCode.first(in: text) == nil else {
          continue
        }
        for (form, range) in pages(text) { found.append((entry, form, text.bytes(range), text.string(range))) }
      }
      guard let usual = Majority(found.map(\.form), share: 0.75).usual else { return }
      for (entry, form, range, printed) in found where form != usual {
        findings.add(
          "the page “\(printed)” is written in another form than in the other notes", "“\(printed)”与他注页码写法不同",
          at: entry.span(range), note: entry.note.id)
      }
    })

  private static func pages(_ text: ScalarText) -> [(PageForm, Range<Int>)] {
    var out: [(PageForm, Range<Int>)] = []
    var index = 0
    while index < text.count {
      defer { index += 1 }
      guard !isInTitle(text, index) else { continue }
      if text[index] == 0x7B2C {
        let start = text.skippingSpaces(index + 1)
        var end = start
        while let scalar = text[end],
          isNumber(scalar) || CharacterClass.isDash(scalar) || CharacterClass.isSpace(scalar)
        { end += 1 }
        guard end > start, text[end] == 0x9875 || text[end] == 0x9801 else { continue }
        let isChinese = text[start].map { ScalarText.digit($0) == nil } ?? false
        out.append((isChinese ? .chinese : .ordinal, index..<end + 1))
        index = end
      } else if text[index] == 0x70 || text[index] == 0x50 {
        // `，p. 5`, `，P5`
        guard let before = text.before(index), before == 0xFF0C || before == 0x2C else { continue }
        var at = index + 1
        while text[at] == 0x70 || text[at] == 0x2E || text[at] == 0x20 { at += 1 }
        guard let number = text.number(at: at) else { continue }
        out.append((.western, index..<number.range.upperBound))
        index = number.range.upperBound
      }
    }
    return out
  }

  private static func isNumber(_ scalar: UInt32) -> Bool {
    ScalarText.digit(scalar) != nil || Numeral.isChineseNumeral(scalar) || scalar == 0x7E || scalar == 0xFF5E
      || scalar == 0x3001
  }
}
