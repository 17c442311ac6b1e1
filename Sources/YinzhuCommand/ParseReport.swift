import Yinzhu

/// What `parse --explain` prints.
enum ParseReport {
  /// Readings below the best that are shown.
  private static let shown = 4

  /// For each line its citations, for each citation the patterns that can read it, best first.
  static func explanations(of source: SourceText, isLines: Bool, parser: CitationParser, back: RenderBack) -> String {
    var out = ""
    for line in 0..<source.lines.count {
      guard case .text(let text, _) = ParsedBlock.input(line, of: source, isLines: isLines) else { continue }
      var parsed = parser.parse(text, note: "1")
      back.check(&parsed, source: isLines ? source.bytes : text.bytes)
      let explanations = parser.explain(text)
      out += explanations.isEmpty ? "line \(line + 1): no citation\n" : ""
      for explanation in explanations {
        let refusal = explanation.refusal.map { "  (no citation: \($0))" } ?? ""
        out += "line \(line + 1): \(explanation.text)\(refusal)\n"
        for (rank, reading) in explanation.readings.prefix(shown + 1).enumerated() {
          out += "  \(tenths(reading.score))  \(reading.pattern.rawValue)\n"
          // What the winner made of each part; of the others, only that they can read it.
          guard rank < 2 else { continue }
          for part in reading.parts {
            let name = part.variable?.rawValue ?? part.shape
            let reasons = part.reasons.map { "\($0.question) \(tenths($0.weight))" }.joined(separator: ", ")
            out +=
              "      \(tenths(part.score))  \(name): \(part.text)" + (reasons.isEmpty ? "" : "  (\(reasons))") + "\n"
          }
        }
      }
      for item in parsed.citation.items {
        if let rendering = item.parse.rendering { out += self.rendering(rendering, item.parse.confidence) }
      }
    }
    return out
  }

  private static func rendering(_ rendering: Rendering, _ confidence: Double) -> String {
    var out = "  written back in \(rendering.style): \(rendering.text)\n"
    out += "      agreement \(tenths(Float(rendering.agreement))), confidence \(tenths(Float(confidence)))\n"
    for difference in rendering.differences {
      out += "      \(difference.place): the text has “\(difference.printed)”, the style “\(difference.rendered)”\n"
    }
    return out
  }

  private static func tenths(_ score: Float) -> String {
    let hundredths = Int((score * 100).rounded())
    let digits = String(abs(hundredths) % 100)
    return (hundredths < 0 ? "-" : "") + "\(abs(hundredths) / 100)." + (digits.count < 2 ? "0" : "") + digits
  }
}
