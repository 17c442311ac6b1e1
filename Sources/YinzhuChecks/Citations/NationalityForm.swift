import YinzhuModel
import YinzhuText

extension CheckRules {
  private static let pairs: [UInt32: UInt32] = [
    0x5B: 0x5D, 0xFF3B: 0xFF3D, 0xFF08: 0xFF09, 0x28: 0x29, 0x3014: 0x3015, 0x3010: 0x3011,
  ]
  private static let countries: Set<[UInt32]> = Set(
    [
      "美", "英", "法", "德", "日", "俄", "苏", "意", "加", "韩", "澳", "奥", "瑞士", "荷", "印", "西", "葡", "瑞典", "波兰", "以色列", "古希腊",
      "古罗马", "苏联", "挪威", "丹麦", "比", "匈", "捷", "新西兰", "爱尔兰",
    ]
    .map(\.scalarValues))

  /// C024
  static let nationalityForm = CheckRule(
    DiagnosticRule(
      code: "C024", severity: .warning, title: "The country of an author stands in another bracket than elsewhere",
      explanation: """
        Notes put the country of a foreign author in brackets: `［美］`, `[美]`, `（美）`, `〔美〕`. Most of the document has one form
        and this note another.

        What to do: `yinzhu fix` writes the form that the others have.

        Source: rules of 中国社会科学; 法学引注手册.
        """), chinese: "国别括号形式不统一",
    .document { document, findings in
      var found: [(entry: CheckedNote, text: ScalarText, range: Range<Int>)] = []
      for entry in document.notes + document.list {
        let text = ScalarText(entry.text.bytes)
        for index in text.indices {
          guard let open = text[index], let close = pairs[open] else { continue }
          for length in 1...3 where text[index + 1 + length] == close {
            let country = Array(text.scalars[(index + 1)..<(index + 1 + length)])
            if countries.contains(country) { found.append((entry, text, index..<index + length + 2)) }
          }
        }
      }
      let usual = Majority(found.compactMap { $0.text[$0.range.lowerBound] }, least: 3, share: 0.7).usual
      guard let usual, let open = Unicode.Scalar(usual), let closing = pairs[usual].flatMap(Unicode.Scalar.init) else {
        return
      }
      for (entry, text, range) in found where text[range.lowerBound] != usual {
        let inner = text.string(range.lowerBound + 1..<range.upperBound - 1)
        findings.add(
          "“\(text.string(range))”: the others are written “\(open)\(inner)\(closing)”",
          "“\(text.string(range))”：他处写作“\(open)\(inner)\(closing)”", at: entry.span(text.bytes(range)),
          note: entry.note.id,
          fix: entry.fix(text.bytes(range), "\(open)\(inner)\(closing)"))
      }
    })
}
