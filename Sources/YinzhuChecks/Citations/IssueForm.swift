import YinzhuModel
import YinzhuText

extension CheckRules {
  /// C028
  static let issueForm = CheckRule(
    DiagnosticRule(
      code: "C028", severity: .warning, title: "Year and issue are written in a wrong form",
      explanation: """
        Chinese notes write year and issue as `2014年第6期`: 年 and 第 both stand, and the number has no zero before it.

        Example: `2014年6期`, `2014第6期`, `2014年第06期`

        What to do: `yinzhu fix` writes the common form.

        Source: CY/T 121—2015; GB/T 15835—2011.
        """), chinese: "年、期写法不规范",
    .note { note, findings in
      let text = ScalarText(note.text.bytes)
      for index in text.indices {
        guard text[index - 1].flatMap(ScalarText.digit) == nil, let year = text.number(at: index),
          year.range.count == 4,
          (1800...2100).contains(year.value)
        else { continue }
        let sign = text.skippingSpaces(year.range.upperBound)
        let hasYear = text[sign] == 0x5E74
        let next = hasYear ? text.skippingSpaces(sign + 1) : sign
        let hasOrdinal = text[next] == 0x7B2C
        let start = hasOrdinal ? text.skippingSpaces(next + 1) : next
        // Digits right after the year are its own; without 年 there must be 第.
        guard hasYear || hasOrdinal, let issue = text.number(at: start) else { continue }
        let end = text.skippingSpaces(issue.range.upperBound)
        guard text[end] == 0x671F, issue.value < 400 else { continue }
        let whole = text.bytes(index..<end + 1)
        let right = "\(year.value)年第\(issue.value)期"
        if !hasYear || !hasOrdinal {
          let what = hasYear ? "第" : "年"
          findings.add(
            "“\(text.string(index..<end + 1))” lacks \(what)", "“\(text.string(index..<end + 1))”缺“\(what)”字",
            at: note.span(whole),
            fix: note.fix(whole, right))
        } else if issue.range.count > 1, text[issue.range.lowerBound].flatMap(ScalarText.digit) == 0 {
          findings.add(
            "the issue has a zero before it: “\(text.string(issue.range))”", "期号“\(text.string(issue.range))”前的0多余",
            at: note.span(text.bytes(issue.range)), fix: note.fix(text.bytes(issue.range), String(issue.value)))
        }
      }
    })
}
