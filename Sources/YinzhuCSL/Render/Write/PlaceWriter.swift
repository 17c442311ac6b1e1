import YinzhuModel

/// Plain text as `TextWriter` has it, with the places of the record's variables.
struct PlaceWriter: TokenWriter {
  private var text = TextWriter()
  private var parts: [PlacedText.Part] = []
  private var field: (variable: Variable, start: Int)?

  static func place(_ tokens: [Token], locale: Locale) -> PlacedText {
    var writer = PlaceWriter()
    writer.take(tokens, locale: locale)
    return PlacedText(text: writer.finish(), parts: writer.parts)
  }

  private var end: Int { text.out.utf8.count }

  mutating func openField(_ variable: Variable) { field = (variable, end) }

  mutating func closeField() {
    if let field, field.start < end {
      parts.append(PlacedText.Part(variable: field.variable, range: field.start..<end))
    }
    field = nil
  }

  mutating func write(_ text: String) { self.text.write(text) }
  mutating func open(_ change: FontChange) {}
  mutating func close(_ change: FontChange) {}
  mutating func openLink(_ address: String) {}
  mutating func closeLink() {}

  mutating func open(_ display: Display) {
    if display == .block || display == .indent { trimEnd() }
    text.open(display)
  }

  mutating func close(_ display: Display) {
    trimEnd()
    text.close(display)
  }

  private mutating func trimEnd() {
    text.trimEnd()
    move(by: 0)
  }

  mutating func finish() -> String {
    trimEnd()
    let before = end
    let out = text.finish()
    move(by: before - out.utf8.count, end: out.utf8.count)
    return out
  }

  /// Spaces at the ends of the text are no longer there.
  private mutating func move(by cut: Int, end: Int? = nil) {
    let end = end ?? self.end
    parts = parts.compactMap { part in
      let start = max(0, part.range.lowerBound - cut)
      let last = min(end, part.range.upperBound - cut)
      return start < last ? PlacedText.Part(variable: part.variable, range: start..<last) : nil
    }
  }
}
