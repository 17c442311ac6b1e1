import YinzhuModel
import YinzhuText

extension CheckRules {
  /// C015
  static let halfWidthMarks = CheckRule(
    DiagnosticRule(
      code: "C015", severity: .warning, title: "A half-width mark stands in Chinese text",
      explanation: """
        Between Chinese characters a comma, colon, semicolon or bracket is half width, while most of the document's notes
        have the full-width mark. Documents whose notes are half width throughout (a common form of GB/T 7714 lists) are
        left alone.

        Example: `人民出版社,2014年版` among notes with `，`.

        What to do: `yinzhu fix` writes the full-width mark.

        Source: GB/T 15834—2011; GB/T 7714—2025.
        """), chinese: "中文注文中夹用半角标点",
    .document { document, findings in
      for entries in [document.notes, document.list] {
        let marks = entries.map { WidthMarks(ScalarText($0.text.bytes)) }
        let full = marks.reduce(0) { $0 + $1.full }
        let half = marks.reduce(0) { $0 + $1.half.count }
        guard full >= 2, full >= half * 3 else { continue }
        for (entry, marks) in zip(entries, marks) {
          let text = ScalarText(entry.text.bytes)
          // A note in the form of GB/T 7714 is half width for itself.
          guard text.scalars.count(where: { CharacterClass.isHan($0) }) >= 4 else { continue }
          if marks.half.count > marks.full, TypeCode.first(in: text) != nil { continue }
          for index in marks.half {
            guard let scalar = text[index], let wide = WidthMarks.wide[scalar] else { continue }
            // The space that a half-width mark brings goes with it.
            let end = text[index + 1] == 0x20 && scalar != 0x28 ? index + 2 : index + 1
            let start = scalar == 0x28 && text[index - 1] == 0x20 ? index - 1 : index
            let mark = text.string(index..<index + 1)
            findings.add(
              "the half-width “\(mark)” stands in Chinese text", "中文注文中的“\(mark)”应为全角“\(wide)”",
              at: entry.span(text.bytes(index..<index + 1)), note: entry.note.id,
              fix: entry.fix(text.bytes(start..<end), wide))
          }
        }
      }
    })

  /// C016
  static let fullWidthMarks = CheckRule(
    DiagnosticRule(
      code: "C016", severity: .warning, title: "A full-width mark stands in Western text",
      explanation: """
        A note in a Western language has a Chinese comma, colon or full stop between its words: a slip of the input method.

        Example: `Kenneth Waltz，Theory of International Politics`

        What to do: `yinzhu fix` writes the half-width mark and a space.

        Source: The Chicago Manual of Style 17, 6; GB/T 7714—2015 5.
        """), chinese: "西文注文中夹用全角标点",
    .document { document, findings in
      let entries = (document.notes + document.list).map { ($0, ScalarText($0.text.bytes)) }
        .filter { !$0.1.isEmpty && !$0.1.scalars.contains(where: { CharacterClass.isEastAsian($0) }) }
      // GB/T 7714—2025 sets full-width marks in Western entries too: a document that does so throughout is right.
      let wide = entries.reduce(0) { $0 + $1.1.scalars.count { WidthMarks.narrow[$0] != nil } }
      let half = entries.reduce(0) { $0 + $1.1.scalars.count { WidthMarks.wide[$0] != nil } }
      guard wide > 0, half >= wide * 2 || wide == 1 else { return }
      for (entry, text) in entries { wideMarks(text, entry, &findings) }
    })

  private static func wideMarks(_ text: ScalarText, _ note: CheckedNote, _ findings: inout Findings) {
    for index in text.indices {
      guard let scalar = text[index], let plain = WidthMarks.narrow[scalar],
        text.scalars[..<index].contains(where: { CharacterClass.isLatin($0) || CharacterClass.isCyrillic($0) })
      else { continue }
      let isOpening = scalar == 0xFF08
      let needsSpace =
        !isOpening && index + 1 < text.count && text[index + 1].map { !CharacterClass.isSpace($0) } ?? false
        && scalar != 0xFF09
      let mark = text.string(index..<index + 1)
      findings.add(
        "the full-width “\(mark)” stands in Western text", "西文注文中的“\(mark)”应为半角",
        at: note.span(text.bytes(index..<index + 1)), note: note.note.id,
        fix: note.fix(
          text.bytes(index..<index + 1),
          (isOpening && index > 0 && text[index - 1] != 0x20 ? " " : "") + plain + (needsSpace ? " " : "")))
    }
  }
}

/// The marks of a text by width, where Chinese characters or marks stand beside them.
struct WidthMarks {
  static let wide: [UInt32: String] = [0x2C: "，", 0x3A: "：", 0x3B: "；", 0x28: "（", 0x29: "）"]
  static let narrow: [UInt32: String] = [
    0xFF0C: ",", 0xFF1A: ":", 0xFF1B: ";", 0x3002: ".", 0xFF08: "(", 0xFF09: ")", 0xFF0E: ".",
  ]
  private static let fullMarks: Set<UInt32> = [0xFF0C, 0xFF1A, 0xFF1B, 0xFF08, 0xFF09]

  private(set) var full = 0
  private(set) var half: [Int] = []

  init(_ text: ScalarText) {
    for index in text.indices {
      guard let scalar = text[index] else { continue }
      if Self.fullMarks.contains(scalar) { full += 1 }
      guard Self.wide[scalar] != nil else { continue }
      let (before, after) = (text.before(index), text.after(index + 1))
      // `33(6)` and `A: B` are no Chinese text; 《甲》, 1995 is.
      let isBeside = before.map(Self.isChinese) ?? false || (after.map(Self.isChinese) ?? false)
      let isURL = scalar == 0x3A && text[index + 1] == 0x2F
      guard isBeside, !isURL else { continue }
      if scalar == 0x28 || scalar == 0x29 {
        guard before.map(Self.isChinese) ?? true, after.map(Self.isChinese) ?? true else { continue }
      }
      half.append(index)
    }
  }

  private static func isChinese(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x300A...0x3011, 0x3014, 0x3015, 0x201C, 0x201D, 0xFF0C, 0xFF1A, 0xFF1B, 0x3001, 0x3002: true
    default: CharacterClass.isHan(scalar)
    }
  }
}
