import YinzhuModel

/// Titles and names in other letters.
enum CaseSlips {
  /// Titles in capitals, in small letters, or with one capital at the beginning.
  static func title(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let form = dice.weighted([(0, 2), (1, 1), (2, 3)], else: 2)
    return citation.fields.filter { $0.variable == .title || (form == 1 && $0.variable == .containerTitle) }.map {
      field in
      let text = citation.bytes(field.range)
      switch form {
      case 0: return TextEdit(field.range, text.uppercased())
      case 1: return TextEdit(field.range, text.lowercased())
      default: return TextEdit(field.range, text.prefix(1) + text.dropFirst().lowercased())
      }
    }
  }

  /// Names in capitals.
  static func names(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    citation.fields.filter { $0.variable == .author || $0.variable == .editor }.map { field in
      let text = citation.bytes(field.range)
      return TextEdit(field.range, text.uppercased())
    }
  }
}
