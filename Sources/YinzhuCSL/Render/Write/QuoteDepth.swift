/// Quotation marks by depth: inner ones inside outer ones.
struct QuoteDepth {
  private var depth = 0
  private let locale: Locale

  init(locale: Locale) { self.locale = locale }

  mutating func open() -> String {
    depth += 1
    return locale.text(depth % 2 == 1 ? "open-quote" : "open-inner-quote")
  }

  /// Text of a record inside quotation marks: its own outer marks become inner ones.
  func nested(_ text: String) -> String {
    guard depth % 2 == 1 else { return text }
    let outer = (locale.text("open-quote"), locale.text("close-quote"))
    let inner = (locale.text("open-inner-quote"), locale.text("close-inner-quote"))
    guard !outer.0.isEmpty, text.contains(outer.0), outer.0 != outer.1 else { return text }
    return text.replacing(outer.0, with: inner.0).replacing(outer.1, with: inner.1)
  }

  mutating func close() -> String {
    defer { depth = max(0, depth - 1) }
    return locale.text(depth % 2 == 1 ? "close-quote" : "close-inner-quote")
  }
}
