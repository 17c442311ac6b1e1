/// Typst markup.
struct TypstWriter: LineWriter {
  private var out = ""
  /// Whether a call has just ended: what looks like more of it must be kept apart.
  private var isAfterCall = false
  /// Whether content has just been opened: a list or heading may begin there.
  private var isAtStart = false

  mutating func write(_ text: String) {
    guard let first = text.utf8.first else { return }
    if isAfterCall, first == UInt8(ascii: ".") || first == UInt8(ascii: "(") || first == UInt8(ascii: ";") {
      out += ";"
    }
    isAfterCall = false
    var isLineStart = isAtStart || out.isEmpty || out.utf8.last == 0x0A
    isAtStart = false
    var wasDigits = isLineStart
    var previous: UnicodeScalar = " "
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next: UnicodeScalar = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case "\\", "#", "*", "_", "`", "$", "<", "@", "[", "]", "~", "\"", "'":
        out += "\\"
      // Comments, and addresses that would become links.
      case "/" where next == "/" || next == "*" || previous == "/" || isLineStart: out += "\\"
      // Lists and headings.
      case "+", "=": if isLineStart { out += "\\" }
      // A list, an en dash, a soft hyphen, a minus.
      case "-" where isLineStart || next == "-" || next == "?" || isDigit(next): out += "\\"
      // An ellipsis; after a number that begins the line, an item of a list.
      case "." where next == "." || wasDigits && !isLineStart: out += "\\"
      case "\n", "\r":
        out += " "
        continue
      default: break
      }
      out.unicodeScalars.append(scalar)
      wasDigits = wasDigits && isDigit(scalar)
      isLineStart = isLineStart && scalar == " "
      previous = scalar
    }
  }

  private func isDigit(_ scalar: UnicodeScalar) -> Bool { ("0"..."9").contains(scalar) }

  private mutating func call(_ start: String) {
    isAfterCall = false
    isAtStart = true
    out += start
  }

  private mutating func end() {
    out += "]"
    isAfterCall = true
    isAtStart = false
  }

  mutating func open(_ change: FontChange) {
    let start =
      switch change {
      case .italic: "#emph["
      case .oblique: "#text(style: \"oblique\")["
      case .uprightStyle: "#text(style: \"normal\")["
      case .bold: "#strong["
      case .light: "#text(weight: \"light\")["
      case .normalWeight: "#text(weight: \"regular\")["
      case .smallCaps: "#smallcaps["
      case .underline: "#underline["
      case .superscript: "#super["
      case .subscript: "#sub["
      // What lies outside can't be left from inside.
      case .normalVariant, .noDecoration, .baseline: "#["
      }
    call(start)
  }

  mutating func close(_ change: FontChange) { end() }

  mutating func trimEnd() { out.trimEnd() }

  mutating func endMargin() {
    out += " "
    isAfterCall = false
  }

  mutating func breakLine() {
    guard !out.isEmpty, out.utf8.last != 0x0A else { return }
    out += " \\\n"
    isAfterCall = false
  }

  mutating func openLink(_ address: String) {
    var quoted = ""
    for scalar in address.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    call("#link(\"" + quoted + "\")[")
  }

  mutating func closeLink() { end() }

  mutating func finish() -> String {
    while out.hasSuffix(" \\\n") { out.removeLast(3) }
    out.trimEnd()
    return out
  }
}
