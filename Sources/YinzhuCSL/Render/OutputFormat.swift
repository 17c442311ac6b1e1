/// What a processor writes.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  /// Plain text without formatting.
  case text
  /// HTML as the CSL test suite has it: `<i>`, `<b>`, `<div class="csl-entry">`.
  case html
}

/// Writes tokens as plain text.
enum TextWriter {
  static func write(_ tokens: [Token], locale: Locale) -> String {
    var out = ""
    var quotes = QuoteDepth(locale: locale)
    var isFirst = true
    for token in tokens {
      switch token {
      case .text(let text): out += text
      case .openQuote: out += quotes.open()
      case .closeQuote: out += quotes.close()
      case .openDisplay(let display):
        switch display {
        case .leftMargin, .rightInline: break
        case .block, .indent: if !isFirst, out.last != "\n" { out += "\n" }
        }
      case .closeDisplay(let display):
        trimEnd(&out)
        switch display {
        case .leftMargin: out += " "
        case .rightInline: break
        case .block, .indent: out += "\n"
        }
      case .open, .close: break
      }
      if !out.isEmpty { isFirst = false }
    }
    trimEnd(&out)
    return out
  }

  private static func trimEnd(_ text: inout String) {
    while let last = text.last, last == " " || last == "\n" { text.removeLast() }
  }
}

/// Writes tokens as HTML.
enum HTMLWriter {
  static func write(_ tokens: [Token], locale: Locale) -> String {
    var out = ""
    var quotes = QuoteDepth(locale: locale)
    for token in tokens {
      switch token {
      case .text(let text): escape(text, to: &out)
      case .openQuote: escape(quotes.open(), to: &out)
      case .closeQuote: escape(quotes.close(), to: &out)
      case .open(let change): out += tag(change)
      case .close(let change): out += closingTag(change)
      case .openDisplay(let display): out += "<div class=\"csl-\(display.rawValue)\">"
      case .closeDisplay: out += "</div>"
      }
    }
    return out
  }

  private static func escape(_ text: String, to out: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&#38;"
      case "<": out += "&#60;"
      case ">": out += "&#62;"
      default: out.unicodeScalars.append(scalar)
      }
    }
  }

  private static func tag(_ change: FontChange) -> String {
    switch change {
    case .italic: "<i>"
    case .oblique: "<em>"
    case .uprightStyle: "<span style=\"font-style:normal;\">"
    case .bold: "<b>"
    case .light: "<span style=\"font-weight:light;\">"
    case .normalWeight: "<span style=\"font-weight:normal;\">"
    case .smallCaps: "<span style=\"font-variant:small-caps;\">"
    case .normalVariant: "<span style=\"font-variant:normal;\">"
    case .underline: "<span style=\"text-decoration:underline;\">"
    case .noDecoration: "<span style=\"text-decoration:none;\">"
    case .superscript: "<sup>"
    case .subscript: "<sub>"
    case .baseline: "<span style=\"baseline\">"
    }
  }

  private static func closingTag(_ change: FontChange) -> String {
    switch change {
    case .italic: "</i>"
    case .oblique: "</em>"
    case .bold: "</b>"
    case .superscript: "</sup>"
    case .subscript: "</sub>"
    default: "</span>"
    }
  }
}

/// Quotation marks by depth: inner ones inside outer ones.
struct QuoteDepth {
  private var depth = 0
  private let locale: Locale

  init(locale: Locale) { self.locale = locale }

  mutating func open() -> String {
    depth += 1
    return locale.text(depth % 2 == 1 ? "open-quote" : "open-inner-quote")
  }

  mutating func close() -> String {
    defer { depth = max(0, depth - 1) }
    return locale.text(depth % 2 == 1 ? "close-quote" : "close-inner-quote")
  }
}
