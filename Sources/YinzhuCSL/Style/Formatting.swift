/// Formatting attributes of rendering elements (CSL 1.0.2 "Formatting"); nil where the style says nothing.
package struct Formatting: Sendable, Hashable {
  package enum FontStyle: String, Sendable, Hashable, CaseIterable { case normal, italic, oblique }
  package enum FontVariant: String, Sendable, Hashable, CaseIterable {
    case normal
    case smallCaps = "small-caps"
  }
  package enum FontWeight: String, Sendable, Hashable, CaseIterable { case normal, bold, light }
  package enum TextDecoration: String, Sendable, Hashable, CaseIterable { case none, underline }
  package enum VerticalAlign: String, Sendable, Hashable, CaseIterable { case baseline, sup, sub }

  package var fontStyle: FontStyle?
  package var fontVariant: FontVariant?
  package var fontWeight: FontWeight?
  package var textDecoration: TextDecoration?
  package var verticalAlign: VerticalAlign?

  package init() {}

  package var isEmpty: Bool { self == Formatting() }

  /// This formatting, with gaps filled from `other`.
  package func filled(from other: Formatting) -> Formatting {
    var out = self
    out.fontStyle = fontStyle ?? other.fontStyle
    out.fontVariant = fontVariant ?? other.fontVariant
    out.fontWeight = fontWeight ?? other.fontWeight
    out.textDecoration = textDecoration ?? other.textDecoration
    out.verticalAlign = verticalAlign ?? other.verticalAlign
    return out
  }
}

/// Where an element stands on the page (CSL 1.0.2 "Display").
package enum Display: String, Sendable, Hashable, CaseIterable {
  case block
  case leftMargin = "left-margin"
  case rightInline = "right-inline"
  case indent
}

/// CSL 1.0.2 "Text-case".
package enum TextCase: String, Sendable, Hashable, CaseIterable {
  case lowercase
  case uppercase
  case capitalizeFirst = "capitalize-first"
  case capitalizeAll = "capitalize-all"
  case sentence
  case title
}

/// What an element adds around what it renders.
package struct Decoration: Sendable, Hashable {
  package var prefix = ""
  package var suffix = ""
  package var formatting = Formatting()
  package var display: Display?
  package var textCase: TextCase?
  package var quotes = false
  package var stripPeriods = false

  package init() {}

  package init(prefix: String = "", suffix: String = "") {
    self.prefix = prefix
    self.suffix = suffix
  }
}
