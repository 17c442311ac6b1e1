/// LaTeX that means the same in pdfLaTeX with UTF-8, XeLaTeX and LuaLaTeX; links need `hyperref`.
struct LaTeXWriter: LineWriter {
  private var out = ""

  mutating func write(_ text: String) {
    let isStart = out.isEmpty || out.hasSuffix("\\\\\n")
    var previous: UnicodeScalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\\": out += "\\textbackslash{}"
      case "{", "}", "$", "&", "#", "%", "_":
        out += "\\"
        out.unicodeScalars.append(scalar)
      case "~": out += "\\textasciitilde{}"
      case "^": out += "\\textasciicircum{}"
      case "<": out += "\\textless{}"
      case ">": out += "\\textgreater{}"
      case "|": out += "\\textbar{}"
      case "`": out += "\\textasciigrave{}"
      case "'": out += "\\textquotesingle{}"
      // The mark itself is a command in some languages of babel, and a curved one in others.
      case "\"": out += "\\symbol{34}"
      case "\u{A0}": out += "~"
      case "\u{202F}": out += "\\,"
      // An optional argument of \item or \\ must not begin here.
      case "[" where previous == nil && isStart: out += "{[}"
      // Two of them would be one dash or one quotation mark.
      case "-" where out.utf8.last == UInt8(ascii: "-"), "," where out.utf8.last == UInt8(ascii: ","):
        out += "{}"
        out.unicodeScalars.append(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
  }

  mutating func open(_ change: FontChange) {
    let mark =
      switch change {
      case .italic: "\\textit{"
      case .oblique: "\\textsl{"
      case .uprightStyle: "\\textup{"
      case .bold: "\\textbf{"
      case .light, .normalWeight: "\\textmd{"
      case .smallCaps: "\\textsc{"
      case .normalVariant: "\\textulc{"
      case .underline: "\\underline{"
      case .superscript: "\\textsuperscript{"
      case .subscript: "\\textsubscript{"
      // An outer underline or raised box can't be left from inside.
      case .noDecoration, .baseline: "{"
      }
    out += mark
  }

  mutating func close(_ change: FontChange) { out += "}" }

  mutating func trimEnd() { out.trimEnd() }

  mutating func endMargin() { out += " " }

  mutating func breakLine() {
    if !out.isEmpty, !out.hasSuffix("\\\\\n") { out += "\\\\\n" }
  }

  mutating func openLink(_ address: String) {
    out += "\\href{"
    for scalar in address.unicodeScalars {
      switch scalar {
      case "%", "#", "&", "_", "~", "\\", "{", "}", "^", "$":
        // hyperref takes these escaped even inside another command's argument.
        if scalar == "\\" || scalar == "{" || scalar == "}" || scalar == "^" {
          out += "\\%" + String(scalar.value, radix: 16, uppercase: true)
        } else {
          out += scalar == "~" ? "" : "\\"
          out.unicodeScalars.append(scalar)
        }
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "}{"
  }

  mutating func closeLink() { out += "}" }

  mutating func finish() -> String {
    while out.hasSuffix("\\\\\n") { out.removeLast(3) }
    out.trimEnd()
    return out
  }
}
