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
}

/// One change of the look of text.
enum FontChange: Sendable, Hashable {
  case italic, oblique, uprightStyle
  case bold, light, normalWeight
  case smallCaps, normalVariant
  case underline, noDecoration
  case superscript, `subscript`, baseline
}
