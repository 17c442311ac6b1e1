import YinzhuModel
import YinzhuText

extension CheckRules {
  /// C014
  static let nestedTitle = CheckRule(
    DiagnosticRule(
      code: "C014", severity: .warning, title: "Book-title marks inside book-title marks are not single",
      explanation: """
        Inside 《》 another title takes the single marks 〈〉.

        Example: `《〈资本论〉研究》`, not `《《资本论》研究》`.

        What to do: `yinzhu fix` writes the single marks.

        Source: GB/T 15834—2011 标点符号用法 4.15.3.
        """), chinese: "书名号之内应用单书名号",
    .note { note, findings in
      let text = ScalarText(note.text.bytes)
      var depth = 0
      var inner: Int?
      for index in text.indices {
        if text[index] == 0x300A {
          depth += 1
          if depth == 2 { inner = index }
        } else if text[index] == 0x300B {
          if depth == 2, let start = inner {
            let range = text.bytes(start..<index + 1)
            // An unclosed 《 before another title isn't nesting: the inner title would hold the outer's end.
            if start - index < 60 {
              let edits = [
                note.fix(text.bytes(start..<start + 1), "〈"), note.fix(text.bytes(index..<index + 1), "〉"),
              ].compactMap { $0 }.flatMap(\.edits)
              let isClosed = text.scalars[(index + 1)...].first { $0 == 0x300A || $0 == 0x300B } == 0x300B
              if isClosed {
                findings.add(
                  "“\(text.string(start..<index + 1))” stands inside a title: it takes 〈〉",
                  "“\(text.string(start..<index + 1))”在书名号之内，应改用〈〉", at: note.span(range),
                  fix: edits.count == 2 ? .init(edits: edits, applicability: .safe) : nil)
              }
            }
          }
          depth = max(0, depth - 1)
        }
      }
    })
}
