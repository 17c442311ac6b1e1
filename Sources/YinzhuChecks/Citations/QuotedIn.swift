import YinzhuModel
import YinzhuText

extension CheckRules {
  private static let signals = ["转引自", "轉引自", "转引于"].map(\.scalarValues)

  /// C027
  static let quotedIn = CheckRule(
    DiagnosticRule(
      code: "C027", severity: .warning, title: "转引自 names no source",
      explanation: """
        转引自 says that a source is quoted from another one, which has to be named after it with its page.

        Example: `转引自第5页。`

        What to do: name the work that was at hand.

        Source: CY/T 122—2015 学术出版规范·引文; CY/T 121—2015.
        """), chinese: "“转引自”之后缺出处",
    .note { note, findings in
      let text = ScalarText(note.text.bytes)
      for signal in signals {
        for place in text.places(of: signal) {
          let rest = text.string(place.upperBound..<text.count)
          // A title in marks, a Western one, or a pointer (转引自前引书) follows.
          let names =
            rest.contains("《") || rest.contains("前") || rest.contains("同") || rest.contains("注")
            || rest.contains("[") || rest.unicodeScalars.count { CharacterClass.isLatin($0.value) } > 6
          guard !names else { continue }
          findings.add(
            "no source is named after “\(text.string(place))”", "“\(text.string(place))”之后没有出处",
            at: note.span(text.bytes(place)))
        }
      }
    })
}
