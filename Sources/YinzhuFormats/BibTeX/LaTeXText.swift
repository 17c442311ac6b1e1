import YinzhuModel

/// Text as LaTeX source inside the braces of a field. Chinese stays as it is; braces always balance.
enum LaTeXText {
  /// Text with its markup.
  static func string(_ text: RichText) -> String {
    var out = ""
    append(text.inlines, to: &out, depth: 0)
    return out
  }

  /// Plain text.
  static func string(_ plain: String) -> String {
    var out = ""
    append(plain, to: &out)
    return out
  }

  /// An address or identifier: LaTeX takes it as it stands, so only what would break the field is percent-encoded.
  static func verbatim(_ plain: String) -> String {
    var out = ""
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "{": out += "%7B"
      case "}": out += "%7D"
      case "\\": out += "%5C"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Whether braces balance and never close before they open, as BibTeX counts (a backslash doesn't hide a brace).
  static func isBalanced(_ raw: String) -> Bool {
    var depth = 0
    for byte in raw.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  private static func append(_ inlines: [RichText.Inline], to out: inout String, depth: Int) {
    for inline in inlines {
      switch inline {
      case .text(let text): append(text, to: &out)
      case .styled(let style, let inner):
        // Values built by hand may nest without end; deeper than any reader nests, the look is given up, not the text.
        guard depth < RichText.maximumDepth else {
          append(RichText(inlines: inner).plain, to: &out)
          continue
        }
        out += open(style)
        let start = out.endIndex
        append(inner, to: &out, depth: depth + 1)
        // `{\textit{…}}` would be taken for an accent in braces, which protect nothing.
        if style == .nocase, out[start...].utf8.first == UInt8(ascii: "\\") { out.insert(contentsOf: "{}", at: start) }
        out += "}"
      }
    }
  }

  private static func open(_ style: RichText.Style) -> String {
    switch style {
    case .italic: "\\textit{"
    case .bold: "\\textbf{"
    case .superscript: "\\textsuperscript{"
    case .subscript: "\\textsubscript{"
    case .smallCaps: "\\textsc{"
    case .nocase: "{"
    case .nodecor: "\\textnormal{"
    }
  }

  private static func append(_ plain: String, to out: inout String) {
    // 0xC2 begins the no-break space.
    guard plain.utf8.contains(where: { $0 == 0xC2 || "&%$#_{}~^\\'`".utf8.contains($0) }) else {
      out += plain
      return
    }
    if plain.utf8.contains(UInt8(ascii: "$")) {
      // Math stands as it is.
      let bytes = Array(plain.utf8)
      var start = 0
      var at = 0
      while at < bytes.count {
        if bytes[at] == UInt8(ascii: "$"), let end = LaTeXMath.end(bytes, from: at), LaTeXMath.isMath(bytes[at..<end]) {
          appendEscaped(String(decoding: bytes[start..<at], as: UTF8.self), to: &out)
          out += String(decoding: bytes[at..<end], as: UTF8.self)
          start = end
          at = end
        } else {
          at += 1
        }
      }
      return appendEscaped(String(decoding: bytes[start...], as: UTF8.self), to: &out)
    }
    appendEscaped(plain, to: &out)
  }

  private static func appendEscaped(_ plain: String, to out: inout String) {
    var previous: Unicode.Scalar?
    for scalar in plain.unicodeScalars {
      // Two of these would become one quotation mark, and ?` a question mark upside down.
      if scalar == previous, scalar == "'" || scalar == "`" { out += "{}" }
      if scalar == "`", previous == "?" || previous == "!" { out += "{}" }
      previous = scalar
      switch scalar {
      case "&", "%", "$", "#", "_":
        out += "\\"
        out.unicodeScalars.append(scalar)
      // `\{` would be counted by BibTeX; a lone one would run into the next entry.
      case "{": out += "\\textbraceleft{}"
      case "}": out += "\\textbraceright{}"
      case "~": out += "\\textasciitilde{}"
      case "^": out += "\\textasciicircum{}"
      case "\\": out += "\\textbackslash{}"
      case "\u{A0}": out += "~"
      default: out.unicodeScalars.append(scalar)
      }
    }
  }
}
