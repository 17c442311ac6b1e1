import YinzhuModel
import YinzhuText

extension CheckRules {
  private static let words = [
    "主编", "编著", "译", "著", "编", "校注", "整理", "点校", "载", "第", "页", "年版", "出版社", "期", "参见", "转引自",
  ]
  .map(\.scalarValues)

  /// C023
  static let doubledWords = CheckRule(
    DiagnosticRule(
      code: "C023", severity: .warning, title: "A word of the citation form stands twice",
      explanation: """
        A word like 译, 主编, 载, 第, 页, 年版 stands twice in a row, or again after a comma: a slip of copying.

        Example: `张三、李四译，译`, `第第3页`, `2014年年版`

        What to do: `yinzhu fix` takes one of them out.

        Source: GB/T 7714—2015 8.1; CY/T 121—2015.
        """), chinese: "著录用字重复",
    .note { note, findings in
      let text = ScalarText(note.text.bytes)
      let yearVersion = "年年".scalarValues
      for place in text.places(of: yearVersion) where text[place.lowerBound - 1].flatMap(ScalarText.digit) != nil {
        report("年", place.lowerBound + 1..<place.upperBound, place, text, note, &findings)
      }
      for word in words {
        for place in text.places(of: word) {
          var next = text.skippingSpaces(place.upperBound)
          let isJoined = text.has(word, at: next)
          if !isJoined, word.count == 1, word != "译".scalarValues, word != "著".scalarValues, word != "编".scalarValues {
            continue
          }
          if !isJoined {
            guard let mark = text[next], mark == 0xFF0C || mark == 0x3001 || mark == 0x2C else { continue }
            next = text.skippingSpaces(next + 1)
            guard text.has(word, at: next) else { continue }
          }
          // 编 and 著 are parts of names and titles too: 编编, 著著 outside of titles only.
          let after = text[next + word.count]
          guard after == nil || after.map(isEnd) == true, !isInTitle(text, place.lowerBound) else { continue }
          report(
            text.string(place), place.upperBound..<next + word.count, place.lowerBound..<next + word.count, text, note,
            &findings)
        }
      }
    })

  private static func report(
    _ word: String, _ surplus: Range<Int>, _ whole: Range<Int>, _ text: ScalarText, _ note: CheckedNote,
    _ findings: inout Findings
  ) {
    findings.add(
      "“\(word)” stands twice", "“\(word)”重复", at: note.span(text.bytes(whole)), fix: note.fix(text.bytes(surplus), ""))
  }

  private static func isEnd(_ scalar: UInt32) -> Bool {
    !CharacterClass.isHan(scalar) || scalar == 0x7B2C || scalar == 0x8F7D || scalar == 0x7248
  }

  static func isInTitle(_ text: ScalarText, _ index: Int) -> Bool {
    var at = index - 1
    while let scalar = text[at] {
      if scalar == 0x300B { return false }
      if scalar == 0x300A { return true }
      at -= 1
    }
    return false
  }
}
