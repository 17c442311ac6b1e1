import YinzhuModel

/// The tree written flat: what the late pass and the writers work on.
enum Token: Sendable, Hashable {
  case text(String)
  /// Text whose beginning stays as it is, whatever stands before: the rest of a field, a mark that a style prints as
  /// a text of its own.
  case body(String)
  case openQuote
  case closeQuote
  case open(FontChange)
  case close(FontChange)
  case openDisplay(Display)
  case closeDisplay(Display)
  /// What follows leads to an address.
  case openLink(String)
  case closeLink
  /// What follows is a variable of the record. Stands in the text of those who ask for places only.
  case openField(Variable)
  case closeField
}

/// One change of the look of text.
enum FontChange: Sendable, Hashable {
  case italic, oblique, uprightStyle
  case bold, light, normalWeight
  case smallCaps, normalVariant
  case underline, noDecoration
  case superscript, `subscript`, baseline
}

extension Token {
  /// Whether it says where a field begins or ends, and nothing else.
  var isFieldMark: Bool {
    switch self {
    case .openField, .closeField: true
    default: false
    }
  }
}
