import YinzhuModel

/// A citation of our own making, with the place of every field.
package struct LabelledCitation: Sendable {
  package var text = ""
  /// Id of the style, or of the template.
  package var style = ""
  package var isNote = false
  package var type: ReferenceType
  package var fields: [LabelledField] = []
  /// What was printed; nil before the record is made.
  package var record: Reference?

  package init(type: ReferenceType) { self.type = type }

  /// Text of no field.
  mutating func add(_ text: String) { self.text += text }

  /// Text of a field.
  mutating func add(_ variable: Variable, _ value: String) {
    guard !value.isEmpty else { return }
    let start = text.utf8.count
    text += value
    fields.append(LabelledField(variable: variable, range: start..<text.utf8.count))
  }

  /// Text of a field with what leads to it and what closes it; nothing of them where the field is empty.
  mutating func add(_ variable: Variable, _ value: String, after lead: String, before close: String = "") {
    guard !value.isEmpty else { return }
    add(lead)
    add(variable, value)
    add(close)
  }

  /// Whether a mark would stand behind one that says the same.
  var endsInStop: Bool { text.last.map { ".?!。".contains($0) } ?? true }
}

/// A field's place in the text, in UTF-8 bytes.
package struct LabelledField: Sendable {
  package var variable: Variable
  package var range: Range<Int>

  package init(variable: Variable, range: Range<Int>) {
    self.variable = variable
    self.range = range
  }
}
