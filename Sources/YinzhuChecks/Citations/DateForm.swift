import YinzhuModel
import YinzhuText

extension CheckRules {
  private static let months: [UInt32: UInt32] = [0x5E74: 0x6708, 0x6708: 0x65E5]

  /// C029
  static let dateForm = CheckRule(
    DiagnosticRule(
      code: "C029", severity: .warning, title: "A date is written in another form than the others",
      explanation: """
        Months and days have no zero before them in running Chinese text, a day ends with 日, and the year has four digits. A
        date with points or hyphens stands among dates with 年月日.

        Example: `2018年06月11日`, `2018年6月11号`, `2018.6.11`, `18年6月`

        What to do: `yinzhu fix` writes `2018年6月11日` where the date is certain.

        Source: GB/T 15835—2011 5.1.2; GB/T 7408.
        """), chinese: "日期写法不统一",
    .document { document, findings in
      let entries = document.notes.filter { $0.text.string.hasHan }
      let texts = entries.map { ScalarText($0.text.bytes) }
      var padded: [(Int, Range<Int>)] = []
      var plain = 0
      var words = 0
      var numeric: [(at: Int, range: Range<Int>, right: String)] = []
      for (at, text) in texts.enumerated() {
        for index in text.indices where text[index - 1].flatMap(ScalarText.digit) == nil {
          guard let number = text.number(at: index) else { continue }
          let before = text.before(index)
          let sign = text[number.range.upperBound]
          if number.range.count > 2, sign == 0x6708 || sign == 0x65E5, !isInTitle(text, index) {
            findings.add(
              "“\(text.string(number.range))\(sign == 0x6708 ? "月" : "日")” is no month or day: 年 or 月 is missing",
              "“\(text.string(number.range))\(sign == 0x6708 ? "月" : "日")”不成日期，缺“年”或“月”",
              at: entries[at].span(text.bytes(number.range)),
              note: entries[at].note.id)
          }
          let after = text.after(number.range.upperBound)
          if let before, let wanted = months[before], after == wanted || (before == 0x6708 && after == 0x53F7) {
            words += 1
            if before == 0x6708, after == 0x53F7 {
              let end = text.skippingSpaces(number.range.upperBound)
              findings.add(
                "a day ends with 日, not 号", "日期应作“日”，不作“号”", at: entries[at].span(text.bytes(end..<end + 1)),
                note: entries[at].note.id, fix: entries[at].fix(text.bytes(end..<end + 1), "日"))
            }
            if number.range.count == 2, text[index].flatMap(ScalarText.digit) == 0 {
              padded.append((at, number.range))
            } else if number.range.count == 1 {
              plain += 1
            }
          } else if number.range.count == 2, after == 0x5E74, before != 0x5E74,
            let month = text.number(at: text.skippingSpaces(text.skippingSpaces(number.range.upperBound) + 1)),
            text.after(month.range.upperBound) == 0x6708, !isInTitle(text, index), !isEra(before)
          {
            findings.add(
              "the year “\(text.string(number.range))” has two digits", "年份“\(text.string(number.range))”应写四位",
              at: entries[at].span(text.bytes(number.range)), note: entries[at].note.id)
          } else if let date = numericDate(text, index) {
            numeric.append((at, date.range, date.right))
          }
        }
      }
      if plain >= 2, plain >= padded.count * 2 || padded.count == 1 {
        for (at, range) in padded {
          findings.add(
            "“\(texts[at].string(range))” has a zero before it, the other dates haven't",
            "“\(texts[at].string(range))”前有0，其他日期没有", at: entries[at].span(texts[at].bytes(range)),
            note: entries[at].note.id,
            fix: entries[at].fix(
              texts[at].bytes(range), String(texts[at].string(range.lowerBound + 1..<range.upperBound))))
        }
      }
      guard words >= 2, words >= numeric.count * 3 else { return }
      for (at, range, right) in numeric {
        findings.add(
          "“\(texts[at].string(range))” is written with points or hyphens, the other dates with 年月日",
          "“\(texts[at].string(range))”与他处“年月日”写法不一致", at: entries[at].span(texts[at].bytes(range)),
          note: entries[at].note.id, fix: entries[at].fix(texts[at].bytes(range), right))
      }
    })

  private static func isEra(_ scalar: UInt32?) -> Bool { scalar.map { CharacterClass.isHan($0) } ?? false }

  /// `2018.6.11`, `2018-06-11`, `2018/6/11` outside of brackets and addresses.
  private static func numericDate(_ text: ScalarText, _ index: Int) -> (range: Range<Int>, right: String)? {
    guard let year = text.number(at: index), year.range.count == 4, (1500...2100).contains(year.value),
      let mark = text[year.range.upperBound], mark == 0x2E || mark == 0x2D || mark == 0x2F,
      let month = text.number(at: year.range.upperBound + 1), (1...12).contains(month.value), month.range.count <= 2,
      text[month.range.upperBound] == mark, let day = text.number(at: month.range.upperBound + 1),
      (1...31).contains(day.value), day.range.count <= 2
    else { return nil }
    let before = text[index - 1]
    let after = text[day.range.upperBound]
    let isFree = { (scalar: UInt32?) in
      scalar.map { !CharacterClass.isLatin($0) && $0 != 0x2F && $0 != 0x2D && $0 != 0x5B && $0 != 0x5F && $0 != mark }
        ?? true
    }
    guard isFree(before), isFree(after) || after == 0x2E else { return nil }
    return (index..<day.range.upperBound, "\(year.value)年\(month.value)月\(day.value)日")
  }
}
