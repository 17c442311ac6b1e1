import YinzhuModel
import YinzhuText

extension CheckRules {
  /// C017
  static let fullWidthDigits = CheckRule(
    DiagnosticRule(
      code: "C017", severity: .warning, title: "Digits or letters are full width",
      explanation: """
        A number or word is set in full-width signs, while the rest of the document's notes have half-width ones. Where the
        whole document has them (dumps of PDF files of Chinese journals do), nothing is said.

        Example: `２００１年` among `2014年`.

        What to do: `yinzhu fix` writes half-width signs.

        Source: GB/T 15835—2011 出版物上数字用法.
        """), chinese: "数字或字母为全角",
    .document { document, findings in
      let entries = document.notes + document.list
      let texts = entries.map { ScalarText($0.text.bytes) }
      var full = 0
      var half = 0
      for text in texts {
        for scalar in text.scalars {
          if CharacterClass.isFullWidthAlphanumeric(scalar) {
            full += 1
          } else if CharacterClass.isDigit(scalar) {
            half += 1
          }
        }
      }
      guard full > 0, half >= full * 2 else { return }
      for (entry, text) in zip(entries, texts) {
        for run in text.runs(where: CharacterClass.isFullWidthAlphanumeric) {
          let plain = WidthFolding.fold(text.string(run))
          findings.add(
            "“\(text.string(run))” is full width", "“\(text.string(run))”应为半角“\(plain)”",
            at: entry.span(text.bytes(run)), note: entry.note.id, fix: entry.fix(text.bytes(run), plain))
        }
      }
    })
}

extension ScalarText {
  /// The longest stretches whose scalars all fit.
  func runs(where fits: (UInt32) -> Bool) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start: Int?
    for index in 0...count {
      if let scalar = self[index], fits(scalar) {
        if start == nil { start = index }
      } else if let from = start {
        out.append(from..<index)
        start = nil
      }
    }
    return out
  }
}
