import YinzhuModel
import YinzhuText

extension CheckRules {
  private static let reigns: [(name: String, first: Int, last: Int)] = [
    ("顺治", 1644, 1661), ("康熙", 1662, 1722), ("雍正", 1723, 1735), ("乾隆", 1736, 1795), ("嘉庆", 1796, 1820),
    ("道光", 1821, 1850),
    ("咸丰", 1851, 1861), ("同治", 1862, 1874), ("光绪", 1875, 1908), ("宣统", 1909, 1911), ("民国", 1912, 1949),
    ("万历", 1573, 1620),
    ("嘉靖", 1522, 1566), ("崇祯", 1628, 1644), ("永乐", 1403, 1424), ("洪武", 1368, 1398), ("昭和", 1926, 1989),
    ("明治", 1868, 1912),
    ("大正", 1912, 1926),
  ]

  /// R028
  static let era = CheckRule(
    DiagnosticRule(
      code: "R028", severity: .warning, title: "Year of an era and year of the common era don't fit",
      explanation: """
        A year of a reign or of the Republic stands beside the year of the common era in brackets, and they aren't the same
        year. A difference of one is allowed for reigns, whose years end in January or February.

        Example: `民国三十五年（1947）`: it is 1946.

        What to do: look which of the two is right.

        Source: GB/T 7714—2015 8.4.3.1 (民国三十六年 is 1947); 中国历史纪年表.
        """), chinese: "年号纪年与公元纪年不合",
    .note { note, findings in
      let text = ScalarText(note.text.bytes)
      for (name, first, last) in reigns {
        for place in text.places(of: name.scalarValues) {
          let start = text.skippingSpaces(place.upperBound)
          var end = start
          while let scalar = text[end],
            Numeral.isChineseNumeral(scalar) || scalar == 0x5143 || ScalarText.digit(scalar) != nil
          { end += 1 }
          guard end > start, text[end] == 0x5E74 else { continue }
          let printed = text.string(start..<end)
          guard let year = printed == "元" ? 1 : Numeral.value(WidthFolding.fold(printed)), year > 0,
            year <= last - first + 2
          else { continue }
          var at = text.skippingSpaces(end + 1)
          guard let bracket = text[at],
            bracket == 0xFF08 || bracket == 0x28 || bracket == 0x5B || bracket == 0xFF3B || bracket == 0x3014
          else { continue }
          at += 1
          if text[at] == 0x516C, text[at + 1] == 0x5143 { at += 2 }
          guard let common = text.number(at: at), common.range.count == 4 else { continue }
          let expected = first + year - 1
          let difference = abs(common.value - expected)
          guard difference > (name == "民国" || ["昭和", "明治", "大正"].contains(name) ? 0 : 1) else { continue }
          findings.add(
            "\(name)\(printed)年 is \(expected), not \(common.value)",
            "\(name)\(printed)年是\(expected)年，不是\(common.value)年",
            at: note.span(text.bytes(place.lowerBound..<common.range.upperBound)))
        }
      }
    })
}
