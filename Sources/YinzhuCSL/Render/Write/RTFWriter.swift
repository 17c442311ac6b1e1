/// Rich Text Format 1.9: every change of the look is a group, so that it ends by itself.
struct RTFWriter: LineWriter {
  private var out = ""

  mutating func write(_ text: String) { RTFWriter.escape(text, to: &out) }

  mutating func open(_ change: FontChange) {
    let mark =
      switch change {
      case .italic, .oblique: "{\\i "
      case .uprightStyle: "{\\i0 "
      case .bold: "{\\b "
      case .light, .normalWeight: "{\\b0 "
      case .smallCaps: "{\\scaps "
      case .normalVariant: "{\\scaps0 "
      case .underline: "{\\ul "
      case .noDecoration: "{\\ulnone "
      case .superscript: "{\\super "
      case .subscript: "{\\sub "
      case .baseline: "{\\nosupersub "
      }
    out += mark
  }

  mutating func close(_ change: FontChange) { out += "}" }

  mutating func trimEnd() { out.trimEnd() }

  mutating func endMargin() { out += "\\tab " }

  mutating func breakLine() {
    if !out.isEmpty, !out.hasSuffix("\\line ") { out += "\\line " }
  }

  mutating func openLink(_ address: String) {
    out += "{\\field{\\*\\fldinst{HYPERLINK \""
    // The instruction has quoting of its own: `\"` and `\\`, written in RTF.
    var quoted = ""
    for scalar in address.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    RTFWriter.escape(quoted, to: &out)
    out += "\"}}{\\fldrslt{"
  }

  mutating func closeLink() { out += "}}}" }

  mutating func finish() -> String {
    while out.hasSuffix("\\line ") { out.removeLast(6) }
    return out
  }

  /// A file of its own, a paragraph for each entry.
  static func file(_ entries: [String]) -> String {
    var out = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman Times New Roman;}}\n"
    for entry in entries { out += "{\\pard " + entry + "\\par}\n" }
    return out + "}\n"
  }

  private static func escape(_ text: String, to out: inout String) {
    var wasEncoded = false
    for scalar in text.unicodeScalars {
      let isEncoded = !scalar.isASCII && scalar != "\u{A0}" && scalar != "\u{AD}" && scalar != "\u{2011}"
      defer { wasEncoded = isEncoded }
      switch scalar {
      case "\\", "{", "}":
        out += "\\"
        out.unicodeScalars.append(scalar)
      case "\t": out += "\\tab "
      case "\n", "\r": out += " "
      case "\u{A0}": out += "\\~"
      case "\u{AD}": out += "\\-"
      case "\u{2011}": out += "\\_"
      case _ where isEncoded:
        // No character follows that stands for it; said each time, since not all readers pass it on into groups.
        if !wasEncoded { out += "\\uc0" }
        // Each half of a pair is a signed number of 16 bits; the space ends it and is not printed.
        for unit in UTF16.encode(scalar) ?? .init() { out += "\\u\(Int16(bitPattern: unit)) " }
      default: out.unicodeScalars.append(scalar)
      }
    }
  }
}
