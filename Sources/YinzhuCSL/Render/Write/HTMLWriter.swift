/// HTML as the CSL test suite has it, down to the line breaks around `<div>`.
struct HTMLWriter: TokenWriter {
  static let keepsEntities = true

  private var out = ""

  mutating func write(_ text: String) {
    guard text.utf8.contains(where: HTMLWriter.isSpecial) else {
      out += text
      return
    }
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      // What is an entity already stays one, as citeproc-js has it.
      case "&" where scalars.first == "#": out += "&"
      case "&": out += "&#38;"
      case "<": out += "&#60;"
      case ">": out += "&#62;"
      default:
        if scalar.value >= 0xAA, let plain = HTMLWriter.superscripts[scalar] {
          out += "<sup>" + plain + "</sup>"
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
  }

  /// Whether a byte is to be escaped, or begins a raised character; most text has none.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x3C, 0x3E, 0xC2, 0xCA, 0xCB, 0xDB, 0xE1, 0xE2, 0xE3: true
    default: false
    }
  }

  mutating func open(_ change: FontChange) {
    let mark =
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
    out += mark
  }

  mutating func close(_ change: FontChange) {
    let mark =
      switch change {
      case .italic: "</i>"
      case .oblique: "</em>"
      case .bold: "</b>"
      case .superscript: "</sup>"
      case .subscript: "</sub>"
      default: "</span>"
      }
    out += mark
  }

  mutating func open(_ display: Display) {
    switch display {
    case .leftMargin: out += "\n    <div class=\"csl-left-margin\">"
    case .block: out += "\n\n    <div class=\"csl-block\">"
    case .rightInline, .indent: out += "<div class=\"csl-\(display.rawValue)\">"
    }
  }

  mutating func close(_ display: Display) {
    switch display {
    case .leftMargin: out += "</div>"
    case .block: out += "</div>\n"
    case .rightInline, .indent: out += "</div>\n  "
    }
  }

  mutating func openLink(_ address: String) {
    out += "<a href=\"" + HTMLWriter.attribute(address) + "\">"
  }

  mutating func closeLink() { out += "</a>" }

  mutating func finish() -> String { out }

  /// A text as the value of an attribute.
  static func attribute(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&#38;"
      case "<": out += "&#60;"
      case ">": out += "&#62;"
      case "\"": out += "&#34;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
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
    "⁹": "9", "⁺": "+", "⁻": "−", "⁼": "=", "⁽": "(", "⁾": ")", "ⁿ": "n", "℠": "SM", "™": "TM", "ˀ": "ʔ", "ˁ": "ʕ",
    "\u{6E5}": "و", "\u{6E6}": "ي", "㆒": "一", "㆓": "二", "㆔": "三",
    "㆕": "四", "㆖": "上", "㆗": "中", "㆘": "下", "㆙": "甲", "㆚": "乙", "㆛": "丙", "㆜": "丁", "㆝": "天", "㆞": "地",
    "㆟": "人",
  ]
}
