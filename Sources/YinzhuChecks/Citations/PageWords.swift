import YinzhuModel
import YinzhuText

extension CheckRules {
  /// C025
  static let westernPageWord = CheckRule(
    DiagnosticRule(
      code: "C025", severity: .warning, title: "p. and pp. don't fit the number of pages",
      explanation: """
        `p.` stands before one page, `pp.` before several.

        Example: `p. 3-5`, `pp. 7`

        What to do: `yinzhu fix` writes the right one.

        Source: The Chicago Manual of Style 17, 14.150; CY/T 121—2015.
        """), chinese: "p.与pp.用错",
    .note { note, findings in
      let text = ScalarText(note.text.bytes)
      for index in text.indices where text[index] == 0x70 {
        guard text[index - 1].map({ !CharacterClass.isLatin($0) && $0 != 0x2E }) ?? true else { continue }
        let isPlural = text[index + 1] == 0x70
        let dot = index + (isPlural ? 2 : 1)
        guard text[dot] == 0x2E else { continue }
        let start = text.skippingSpaces(dot + 1)
        guard let first = text.number(at: start) else { continue }
        let next = text.skippingSpaces(first.range.upperBound)
        let isRange = isSeveral(text, next)
        // `pp. 7ff.`, `pp. 7 f.` are several.
        let isFollowing = text[next] == 0x66
        if isPlural, !isRange, !isFollowing, text[next] != 0x26, text[next] != 0x61 {
          findings.add(
            "“pp.” stands before one page", "单页应作“p.”", at: note.span(text.bytes(index..<first.range.upperBound)),
            fix: note.fix(text.bytes(index..<dot), "p"))
        } else if !isPlural, isRange {
          findings.add(
            "“p.” stands before several pages", "多页应作“pp.”", at: note.span(text.bytes(index..<first.range.upperBound)),
            fix: note.fix(text.bytes(index..<dot), "pp"))
        }
      }
    })

  /// A dash or comma and another number of about the same kind.
  private static func isSeveral(_ text: ScalarText, _ index: Int) -> Bool {
    guard let mark = text[index] else { return false }
    let isDash = CharacterClass.isDash(mark) || mark == 0x7E
    guard isDash || mark == 0x2C else { return false }
    var at = index + 1
    while let scalar = text[at], CharacterClass.isDash(scalar) || CharacterClass.isSpace(scalar) { at += 1 }
    guard let second = text.number(at: at) else { return false }
    // `p. 5, 1995` isn't two pages.
    return isDash || second.range.count < 4
  }

  private static let counters = Set("页頁版期卷号册辑集章节条辑段届次年部分回编篇款项輯號冊讲辑版届封函批种章期目盒宗件".scalarValues)

  /// C026
  static let pageCounter = CheckRule(
    DiagnosticRule(
      code: "C026", severity: .warning, title: "第 and 页 don't belong together",
      explanation: """
        A number after 第 has no 页, 版, 期 or other word after it, or the number of a page has no 第 before it while the others
        have one.

        Example: `第3-5。`, `，12页。`

        What to do: complete the page as `第12页`; `yinzhu fix` does it where the number ends the note.

        Source: CY/T 121—2015; rules of 中国社会科学.
        """), chinese: "“第……页”不完整",
    .document { document, findings in
      var bare: [(entry: CheckedNote, text: ScalarText, range: Range<Int>)] = []
      var whole = 0
      var leads: [(entry: CheckedNote, text: ScalarText, range: Range<Int>, hasComma: Bool)] = []
      for entry in document.notes {
        let text = ScalarText(entry.text.bytes)
        var index = 0
        while index < text.count {
          guard let number = numbers(text, index) else {
            index += 1
            continue
          }
          defer { index = number.upperBound }
          let after = text.after(number.upperBound)
          if text[number.lowerBound].flatMap(ScalarText.digit) == 0, number.count > 1,
            after == 0x9875 || after == 0x7248,
            !isInTitle(text, number.lowerBound)
          {
            findings.add(
              "the page “\(text.string(number))” begins with a zero", "页码“\(text.string(number))”以0开头",
              at: entry.span(text.bytes(number)), note: entry.note.id)
          }
          let hasOrdinal = text.before(number.lowerBound) == 0x7B2C
          if after == 0x7248, !hasOrdinal, text.before(number.lowerBound) == 0xFF0C,
            text.after(text.skippingSpaces(number.upperBound) + 1).map({ $0 == 0x3002 || $0 == 0xFF1B }) ?? true
          {
            findings.add(
              "“\(text.string(number))版” has no 第 before it", "“\(text.string(number))版”之前缺“第”字",
              at: entry.span(text.bytes(number)), note: entry.note.id,
              fix: entry.span(text.bytes(number)).start.insertion("第"))
          }
          if after == 0x9875 || after == 0x9801 {
            let lead = text.before(number.lowerBound)
            if hasOrdinal {
              whole += 1
              if let hasComma = comma(beforePage: number.lowerBound, text), entry.isCitation {
                leads.append((entry, text, number, hasComma))
              }
            } else if lead == 0xFF0C || lead == 0x2C || lead == 0x3001 {
              bare.append((entry, text, number))
            }
          } else if hasOrdinal, !isInTitle(text, number.lowerBound), after.map({ isStop($0) }) ?? true {
            let end = number.upperBound
            findings.add(
              "“第\(text.string(number))” has no 页 or other word after it", "“第\(text.string(number))”之后缺“页”等字",
              at: entry.span(text.bytes(number)), note: entry.note.id,
              fix: SourceSpan(entry.text.sourceRange(of: text.bytes(end - 1..<end))).end.insertion("页"))
          }
        }
      }
      if let usual = Majority(leads.map(\.hasComma), least: 5).usual {
        for (entry, text, range, hasComma) in leads where hasComma != usual {
          findings.add(
            usual
              ? "no comma stands before the page, as in the other notes"
              : "a comma stands before the page, other than in the other notes",
            usual ? "页码前缺逗号（他注有）" : "页码前有逗号（他注没有）", at: entry.span(text.bytes(range)), note: entry.note.id)
        }
      }
      guard whole >= 3, whole >= bare.count * 4 else { return }
      for (entry, text, range) in bare {
        // 第3、5页 and 第3页，5页 are lists.
        guard text.before(range.lowerBound) == 0xFF0C else { continue }
        findings.add(
          "“\(text.string(range))页” has no 第 before it", "“\(text.string(range))页”之前缺“第”字",
          at: entry.span(text.bytes(range)), note: entry.note.id,
          fix: entry.span(text.bytes(range)).start.insertion("第"))
      }
    })

  /// Whether a comma stands before 第 of a page; nil where neither a comma nor the end of a field does (第1卷第3页).
  private static func comma(beforePage index: Int, _ text: ScalarText) -> Bool? {
    var at = index - 1
    while let scalar = text[at], CharacterClass.isSpace(scalar) { at -= 1 }
    guard text[at] == 0x7B2C, !isInTitle(text, at), let before = text.before(at) else { return nil }
    if before == 0xFF0C || before == 0x2C { return true }
    return "》〉期版年社局馆上".scalarValues.contains(before) ? false : nil
  }

  private static func isStop(_ scalar: UInt32) -> Bool {
    scalar == 0x3002 || scalar == 0xFF0C || scalar == 0xFF1B || scalar == 0x2E || scalar == 0x3B
  }

  /// A number, or a range or list of numbers, from an index.
  private static func numbers(_ text: ScalarText, _ index: Int) -> Range<Int>? {
    guard text[index - 1].flatMap(ScalarText.digit) == nil, let first = text.number(at: index) else { return nil }
    var end = first.range.upperBound
    while let mark = text[end], CharacterClass.isDash(mark) || mark == 0x3001 || mark == 0x7E || mark == 0xFF5E {
      var at = end + 1
      while let scalar = text[at], CharacterClass.isDash(scalar) { at += 1 }
      guard let next = text.number(at: at) else { break }
      end = next.range.upperBound
    }
    return index..<end
  }
}

extension Int {
  /// A safe insertion at an offset.
  func insertion(_ text: String) -> Diagnostic.Fix { .safe(SourceSpan(start: self, end: self), text) }
}
