import YinzhuModel
import YinzhuText

extension CheckRules {
  /// C019
  static let titleDash = CheckRule(
    DiagnosticRule(
      code: "C019", severity: .warning, title: "The dash before a subtitle has the wrong length",
      explanation: """
        Between Chinese words the dash is two em dashes, ——. Hyphens, a single or a threefold em dash are slips of typing or
        of the dump.

        Example: `美好世纪———在“上海合作组织”成立大会上的讲话`, `制度--一种解释`

        What to do: `yinzhu fix` writes ——.

        Source: GB/T 15834—2011 4.10.
        """), chinese: "破折号长度不对",
    .note { note, findings in
      let text = ScalarText(note.text.bytes)
      for run in text.runs(where: { CharacterClass.isDash($0) }) {
        guard let before = text[run.lowerBound - 1], let after = text[run.upperBound], isWord(before), isWord(after)
        else { continue }
        let dash = text.string(run)
        let isRight = dash == "——" || dash == "\u{2E3A}"
        // A single sign between words joins them (京-津, 卢沟桥—宛平); only hyphens in pairs are surely a dash.
        guard !isRight, run.count > 1 else { continue }
        findings.add(
          "“\(dash)” should be ——", "破折号“\(dash)”应为“——”", at: note.span(text.bytes(run)),
          fix: note.fix(text.bytes(run), "——"))
      }
    })

  private static func isWord(_ scalar: UInt32) -> Bool {
    CharacterClass.isHan(scalar) || scalar == 0x201D || scalar == 0x201C || scalar == 0x300A || scalar == 0x300B
      || scalar == 0x3008 || scalar == 0x3009
  }

  /// C020
  static let rangeMark = CheckRule(
    DiagnosticRule(
      code: "C020", severity: .warning, title: "Ranges of numbers have different marks",
      explanation: """
        Most page ranges of the document have one mark (`-`, `—`, `～`), and this one has another.

        Example: `第12～15页` among `第3—5页`.

        What to do: `yinzhu fix` writes the mark that the others have.

        Source: GB/T 15834—2011 4.13; GB/T 15835—2011.
        """), chinese: "起止页码的连接号不统一",
    .document { document, findings in
      var found: [(entry: CheckedNote, text: ScalarText, run: Range<Int>)] = []
      for entry in document.notes + document.list where entry.text.string.hasHan {
        let text = ScalarText(entry.text.bytes)
        for run in text.runs(where: { CharacterClass.isDash($0) || $0 == 0x7E || $0 == 0xFF5E || $0 == 0x301C }) {
          guard let before = text[run.lowerBound - 1].flatMap(ScalarText.digit),
            let last = text.number(at: run.upperBound), before >= 0,
            // Pages only: numbers of standards and telephone numbers have hyphens of their own.
            text[last.range.upperBound] == 0x9875 || text[last.range.upperBound] == 0x9801
          else { continue }
          found.append((entry, text, run))
        }
      }
      let majority = Majority(found.map { $0.text.string($0.run) })
      guard let usual = majority.usual else { return }
      for (entry, text, run) in found where text.string(run) != usual {
        findings.add(
          "the range has “\(text.string(run))”, the others have “\(usual)”",
          "起止页码用“\(text.string(run))”，他处用“\(usual)”", at: entry.span(text.bytes(run)), note: entry.note.id,
          fix: entry.fix(text.bytes(run), usual))
      }
    })
}
