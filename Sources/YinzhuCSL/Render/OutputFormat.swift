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
      case .text(let text), .body(let text): out += Spaces.doubled(quotes.nested(text)).replacingEntities()
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
    while out.first == " " { out.removeFirst() }
    return out
  }

  private static func trimEnd(_ text: inout String) {
    while let last = text.last, last == " " || last == "\n" { text.removeLast() }
  }
}

extension String {
  /// `&#38;` written by a style or record for `&`.
  fileprivate func replacingEntities() -> String {
    utf8.contains(UInt8(ascii: "&")) ? replacing("&#38;", with: "&") : self
  }
}

/// Two spaces in a row are meant.
enum Spaces {
  /// The first of two spaces as one that no line breaks at and no HTML swallows, as citeproc-js writes it.
  static func doubled(_ text: String) -> String {
    text.utf8.contains(0x20) && text.contains("  ") ? text.replacing("  ", with: "\u{A0} ") : text
  }
}

/// Writes tokens as HTML.
enum HTMLWriter {
  static func write(_ tokens: [Token], locale: Locale) -> String {
    var out = ""
    var quotes = QuoteDepth(locale: locale)
    for token in tokens {
      switch token {
      case .text(let text), .body(let text): escape(Spaces.doubled(quotes.nested(text)), to: &out)
      case .openQuote: escape(quotes.open(), to: &out)
      case .closeQuote: escape(quotes.close(), to: &out)
      case .open(let change): out += tag(change)
      case .close(let change): out += closingTag(change)
      case .openDisplay(let display):
        switch display {
        case .leftMargin: out += "\n    <div class=\"csl-left-margin\">"
        case .block: out += "\n\n    <div class=\"csl-block\">"
        case .rightInline, .indent: out += "<div class=\"csl-\(display.rawValue)\">"
        }
      case .closeDisplay(let display):
        switch display {
        case .leftMargin: out += "</div>"
        case .block: out += "</div>\n"
        case .rightInline, .indent: out += "</div>\n  "
        }
      }
    }
    return out
  }

  private static func escape(_ text: String, to out: inout String) {
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      // What is an entity already stays one, as citeproc-js has it.
      case "&" where scalars.first == "#": out += "&"
      case "&": out += "&#38;"
      case "<": out += "&#60;"
      case ">": out += "&#62;"
      default:
        if scalar.value >= 0xAA, let plain = superscripts[scalar] {
          out += "<sup>" + plain + "</sup>"
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
  }

  /// Raised characters of Unicode, which HTML writes as `<sup>`.
  private static let superscripts: [UnicodeScalar: String] = [
    "ª": "a", "²": "2", "³": "3", "¹": "1", "º": "o", "ʰ": "h", "ʱ": "ɦ", "ʲ": "j", "ʳ": "r", "ʴ": "ɹ", "ʵ": "ɻ",
    "ʶ": "ʁ", "ʷ": "w", "ʸ": "y", "ˠ": "ɣ", "ˡ": "l", "ˢ": "s", "ˣ": "x", "ˤ": "ʕ", "ᴬ": "A", "ᴭ": "Æ", "ᴮ": "B",
    "ᴰ": "D", "ᴱ": "E", "ᴲ": "Ǝ", "ᴳ": "G", "ᴴ": "H", "ᴵ": "I", "ᴶ": "J", "ᴷ": "K", "ᴸ": "L", "ᴹ": "M", "ᴺ": "N",
    "ᴼ": "O", "ᴽ": "Ȣ", "ᴾ": "P", "ᴿ": "R", "ᵀ": "T", "ᵁ": "U", "ᵂ": "W", "ᵃ": "a", "ᵄ": "ɐ", "ᵅ": "ɑ", "ᵆ": "ᴂ",
    "ᵇ": "b", "ᵈ": "d", "ᵉ": "e", "ᵊ": "ə", "ᵋ": "ɛ", "ᵌ": "ɜ", "ᵍ": "g", "ᵏ": "k", "ᵐ": "m", "ᵑ": "ŋ", "ᵒ": "o",
    "ᵓ": "ɔ", "ᵔ": "ᴖ", "ᵕ": "ᴗ", "ᵖ": "p", "ᵗ": "t", "ᵘ": "u", "ᵙ": "ᴝ", "ᵚ": "ɯ", "ᵛ": "v", "ᵜ": "ᴥ", "ᵝ": "β",
    "ᵞ": "γ", "ᵟ": "δ", "ᵠ": "φ", "ᵡ": "χ", "⁰": "0", "ⁱ": "i", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁺": "+", "⁻": "−", "⁼": "=", "⁽": "(", "⁾": ")", "ⁿ": "n", "℠": "SM", "™": "TM",
  ]

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
