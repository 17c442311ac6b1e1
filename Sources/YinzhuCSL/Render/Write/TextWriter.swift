/// Plain text: no formatting, no links. What stands in the margin is followed by a space; a block has lines of its own.
struct TextWriter: TokenWriter {
  private(set) var out = ""

  mutating func write(_ text: String) { out += text }
  mutating func open(_ change: FontChange) {}
  mutating func close(_ change: FontChange) {}
  mutating func trimEnd() { out.trimEnd() }

  mutating func openLink(_ address: String) {}
  mutating func closeLink() {}

  mutating func open(_ display: Display) {
    switch display {
    case .leftMargin, .rightInline: break
    case .block, .indent:
      out.trimEnd()
      if !out.isEmpty { out += "\n" }
    }
  }

  mutating func close(_ display: Display) {
    out.trimEnd()
    switch display {
    case .leftMargin: out += " "
    case .rightInline: break
    case .block, .indent: out += "\n"
    }
  }

  mutating func finish() -> String {
    out.trimEnd()
    while out.utf8.first == 0x20 { out.unicodeScalars.removeFirst() }
    return out
  }
}
