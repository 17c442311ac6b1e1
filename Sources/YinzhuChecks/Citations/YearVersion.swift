import YinzhuModel
import YinzhuText

extension CheckRules {
  /// C030
  static let yearVersion = CheckRule(
    DiagnosticRule(
      code: "C030", severity: .warning, title: "年 is missing after the year of publication",
      explanation: """
        Between the year and 版 stands 年: `1995年版`.

        Example: `人民出版社1995版`

        What to do: `yinzhu fix` writes it.

        Source: CY/T 121—2015; rules of 中国社会科学.
        """), chinese: "出版年后缺“年”字",
    .note { note, findings in
      let text = ScalarText(note.text.bytes)
      for index in text.indices where text[index - 1].flatMap(ScalarText.digit) == nil {
        guard let year = text.number(at: index), year.range.count == 4, (1800...2100).contains(year.value) else {
          continue
        }
        let next = text.skippingSpaces(year.range.upperBound)
        guard text[next] == 0x7248, !isInTitle(text, index),
          text.before(index).map({ CharacterClass.isHan($0) || $0 == 0xFF0C }) ?? false
        else { continue }
        let range = text.bytes(index..<next + 1)
        findings.add(
          "“\(text.string(index..<next + 1))” lacks 年", "“\(text.string(index..<next + 1))”缺“年”字", at: note.span(range),
          fix: note.fix(range, "\(text.string(year.range))年版"))
      }
    })
}
