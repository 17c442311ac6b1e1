import YinzhuModel
import YinzhuText

@testable import YinzhuCitations

/// Test input that carries its answer: `⟦author 江泽民⟧：《⟦title …⟧》`. Without the marks it is the note; the marks
/// give the places.
struct MarkedText {
  var text: String
  /// Variable, value, first byte, byte after the last.
  var fields: [(name: String, value: String, range: Range<Int>)]

  init(_ marked: String) {
    var text = ""
    var fields: [(String, String, Range<Int>)] = []
    var rest = Substring(marked)
    while let open = rest.firstIndex(of: "⟦") {
      text += rest[..<open]
      let inner = rest[rest.index(after: open)...]
      guard let close = inner.firstIndex(of: "⟧"), let space = inner.firstIndex(of: " ") else { break }
      let value = String(inner[inner.index(after: space)..<close])
      let start = text.utf8.count
      text += value
      fields.append((String(inner[..<space]), value, start..<text.utf8.count))
      rest = inner[inner.index(after: close)...]
    }
    text += rest
    self.text = text
    self.fields = fields
  }

  /// What the parser says of the text, in the same form.
  func parsed() -> [String] {
    guard let item = CitationParser().parse(text).citation.items.first else { return [] }
    var out: [String] = []
    for (variable, field) in item.reference?.fields ?? [:] {
      if let names = field.names {
        out += names.names.map { "\(variable.rawValue) \($0.spans)" }
      } else {
        out.append("\(variable.rawValue) \(field.provenance.spans)")
      }
    }
    if let locator = item.locator { out.append("locator \(locator.spans)") }
    return out.sorted()
  }

  /// What the marks say.
  func expected() -> [String] {
    fields.map { "\($0.name) \([SourceSpan($0.range)])" }.sorted()
  }
}
