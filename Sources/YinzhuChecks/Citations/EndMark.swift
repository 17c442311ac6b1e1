import YinzhuModel
import YinzhuText

extension CheckRules {
  private static let ends = Set("。.！？!?”\"…」』".scalarValues)
  private static let joints = Set("，,、；;：:".scalarValues)

  /// C021
  static let endMark = CheckRule(
    DiagnosticRule(
      code: "C021", severity: .warning, title: "A note doesn't end like the others",
      explanation: """
        Most notes of the document end with a full stop, and this one has none; or a note ends with a comma or colon, so that
        something seems to be cut off.

        Example: `…，第3页`, `…，第3页，`

        What to do: `yinzhu fix` sets the full stop.

        Source: rules of 中国社会科学; CY/T 121—2015, whose examples end so.
        """), chinese: "注文末尾缺句号或标点错误",
    .document { document, findings in
      for entries in [document.notes, document.list] {
        let texts = entries.filter { $0.isCitation && !$0.text.isEmpty }.map { ($0, ScalarText($0.text.bytes)) }
        let lasts = texts.map { $0.1.before($0.1.count) }
        let usual = Majority(lasts.map { $0.map(ends.contains) ?? false }).usual
        // The mark that most of those that end with one have.
        let stop = Majority(lasts.compactMap { $0 }.filter { $0 == 0x3002 || $0 == 0x2E }).usual
        for ((entry, text), last) in zip(texts, lasts) {
          guard let last else { continue }
          var end = text.count
          while let scalar = text[end - 1], CharacterClass.isSpace(scalar) || CharacterClass.isLineBreak(scalar) {
            end -= 1
          }
          let place = text.bytes(end - 1..<end)
          if joints.contains(last) {
            let mark = text.string(end - 1..<end)
            findings.add(
              "the note ends with “\(mark)”", "注文以“\(mark)”结尾", at: entry.span(place), note: entry.note.id,
              fix: entry.fix(place, stop == 0x2E ? "." : "。"))
          } else if let stop, last != stop, last == 0x2E || last == 0x3002,
            entry.text.string.hasHan == (stop == 0x3002),
            let mark = Unicode.Scalar(stop)
          {
            findings.add(
              "the note ends with “\(text.string(end - 1..<end))”, the others with “\(mark)”",
              "注文以“\(text.string(end - 1..<end))”结尾，他注以“\(mark)”结尾", at: entry.span(place), note: entry.note.id,
              fix: entry.fix(place, String(mark)))
          } else if usual == true, !ends.contains(last), let stop, let mark = Unicode.Scalar(stop) {
            let at = text.bytes(end..<end)
            let insert = entry.span(place).end
            findings.add(
              "the note has no “\(mark)” at its end", "注文末尾缺“\(mark)”", at: entry.span(place), note: entry.note.id,
              fix: at.isEmpty ? .safe(SourceSpan(start: insert, end: insert), String(mark)) : nil)
          }
        }
      }
    })
}
