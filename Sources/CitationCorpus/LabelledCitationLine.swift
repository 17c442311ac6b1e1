import YinzhuModel
import YinzhuText

extension LabelledCitation {
  /// The citation as one line of JSON.
  package var jsonLine: String {
    let fields = fields.map { field in
      JSONValue.array([
        .string(field.variable.rawValue), .integer(field.range.lowerBound), .integer(field.range.upperBound),
      ])
    }
    return JSONWriter.string(
      .object([
        "text": .string(text), "style": .string(style), "kind": .string(isNote ? "note" : "bibliography"),
        "type": .string(type.rawValue), "fields": .array(fields),
      ]))
  }
}
