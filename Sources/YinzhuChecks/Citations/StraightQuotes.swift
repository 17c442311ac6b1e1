import YinzhuModel
import YinzhuText

extension CheckRules {
  /// C038
  static let straightQuotes = CheckRule(
    DiagnosticRule(
      code: "C038", severity: .warning, title: "Straight quotation marks stand in Chinese text",
      explanation: """
        Chinese text has the marks “ ” (or 「 」), never `"`.

        Example: `《弘扬"上海精神"》`

        What to do: `yinzhu fix` writes “ and ” where they come in pairs.

        Source: GB/T 15834—2011 4.8.
        """), chinese: "中文注文中用直引号",
    .note { note, findings in
      let text = ScalarText(note.text.bytes)
      let places = text.indices.filter { index in
        guard text[index] == 0x22 else { return false }
        return [text.before(index), text.after(index + 1)].contains {
          $0.map { CharacterClass.isHan($0) || $0 == 0x300A || $0 == 0x300B } ?? false
        }
      }
      let all = text.scalars.count { $0 == 0x22 }
      guard !places.isEmpty else { return }
      if all == places.count, all % 2 == 0 {
        for pair in stride(from: 0, to: places.count - 1, by: 2) {
          let (open, close) = (
            text.bytes(places[pair]..<places[pair] + 1), text.bytes(places[pair + 1]..<places[pair + 1] + 1)
          )
          let edits = [note.fix(open, "“"), note.fix(close, "”")].compactMap { $0 }.flatMap(\.edits)
          let inner = text.string(places[pair] + 1..<places[pair + 1]).shortened
          findings.add(
            "“\(inner)” stands in straight quotation marks", "“\(inner)”用了直引号",
            at: note.span(open.lowerBound..<close.upperBound),
            fix: edits.count == 2 ? .init(edits: edits, applicability: .safe) : nil)
        }
      } else if let first = places.first {
        findings.add(
          "a straight quotation mark stands in Chinese text", "中文注文中用了直引号", at: note.span(text.bytes(first..<first + 1))
        )
      }
    })

  /// C039
  static let westernSpaces = CheckRule(
    DiagnosticRule(
      code: "C039", severity: .warning, title: "Spaces of a Western note are missing or double",
      explanation: """
        Between words of a Western note stands one space; after a comma, colon or semicolon between words there is one, and
        before it none. Quotation marks come in pairs.

        Example: `New York:Columbia University Press`, `Theory  of Politics`, `Politics , New York`

        What to do: `yinzhu fix` sets them right.

        Source: The Chicago Manual of Style 17, 2.9 and 6.
        """), chinese: "西文注文空格或引号有误",
    .note { note, findings in
      let text = ScalarText(note.text.bytes)
      guard note.isCitation, !text.scalars.contains(where: { CharacterClass.isEastAsian($0) }), text.count > 8 else {
        return
      }
      let isURL = { (index: Int) in
        text.string(max(0, index - 60)..<index).split(separator: " ").last?.contains("/") ?? false
      }
      for index in text.indices {
        guard let scalar = text[index] else { continue }
        if scalar == 0x20, text[index + 1] == 0x20, text[index - 1] != 0x20, index > 0 {
          let end = text.skippingSpaces(index)
          guard end < text.count else { continue }
          let range = text.bytes(index..<end)
          findings.add("more than one space between words", "词间空格多于一个", at: note.span(range), fix: note.fix(range, " "))
        } else if scalar == 0x20, let next = text[index + 1], next == 0x2C || next == 0x3B {
          let range = text.bytes(index..<index + 1)
          findings.add("a space stands before a mark", "标点前空格多余", at: note.span(range), fix: note.fix(range, ""))
        } else if scalar == 0x2C || scalar == 0x3A || scalar == 0x3B, let before = text[index - 1],
          let after = text[index + 1],
          CharacterClass.isLatin(before), CharacterClass.isLatin(after), before < 0x250, after < 0x250, !isURL(index),
          text[index + 2] != 0x2F
        {
          let range = text.bytes(index..<index + 1)
          findings.add(
            "no space after “\(text.string(index..<index + 1))”", "“\(text.string(index..<index + 1))”后缺空格",
            at: note.span(range),
            fix: note.span(range).end.insertion(" "))
        }
      }
      let quotes = text.indices.filter { text[$0] == 0x22 }
      if quotes.count % 2 == 1, let last = quotes.last {
        findings.add("a quotation mark has no partner", "引号不成对", at: note.span(text.bytes(last..<last + 1)))
      }
    })
}
