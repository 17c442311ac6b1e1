/// CommonMark. Small capitals, raised text and the like are inline HTML, which it passes on.
///
/// Emphasis is written with asterisks only where CommonMark's rule of flanking takes them as such: after `》` and
/// before a Han character they would stay asterisks, so there it is `<em>` (CommonMark 0.31.2, section 6.2).
struct MarkdownWriter: LineWriter {
  private enum Piece {
    case text(String)
    case open(FontChange)
    case close(FontChange)
    case lineBreak
    case openLink(String)
    case closeLink
  }

  private var pieces: [Piece] = []
  /// Opening pieces that are not closed yet.
  private var openings: [Int] = []
  /// For each opening and closing piece, its partner.
  private var partners: [Int: Int] = [:]

  mutating func write(_ text: String) {
    if !text.isEmpty { pieces.append(.text(text)) }
  }

  mutating func open(_ change: FontChange) { start(.open(change)) }
  mutating func close(_ change: FontChange) { end(.close(change)) }
  mutating func openLink(_ address: String) { start(.openLink(address)) }
  mutating func closeLink() { end(.closeLink) }

  private mutating func start(_ piece: Piece) {
    openings.append(pieces.count)
    pieces.append(piece)
  }

  private mutating func end(_ piece: Piece) {
    if let start = openings.popLast() {
      partners[start] = pieces.count
      partners[pieces.count] = start
    }
    pieces.append(piece)
  }

  mutating func trimEnd() {
    guard case .text(var last)? = pieces.last else { return }
    last.trimEnd()
    pieces[pieces.count - 1] = .text(last)
  }

  mutating func endMargin() { pieces.append(.text(" ")) }

  mutating func breakLine() {
    guard let last = pieces.last else { return }
    if case .lineBreak = last { return }
    pieces.append(.lineBreak)
  }

  mutating func finish() -> String {
    while case .lineBreak? = pieces.last { pieces.removeLast() }
    let starred = emphasisWithAsterisks()
    var out = ""
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text): escape(text, to: &out)
      case .lineBreak: out += "\\\n"
      case .openLink(let address): out += isAutolink(index, address) ? "" : "["
      case .closeLink: closeLink(index, to: &out)
      case .open(let change): out += starred.contains(index) ? asterisks(change) : tag(change)
      case .close(let change): out += starred.contains(index) ? asterisks(change) : closingTag(change)
      }
    }
    out.trimEnd()
    return out
  }

  // MARK: Emphasis

  /// The opening and closing pieces that can be asterisks.
  private func emphasisWithAsterisks() -> Set<Int> {
    var out: Set<Int> = []
    for (start, piece) in pieces.enumerated() {
      guard case .open(let change) = piece, change == .italic || change == .bold, let end = partners[start],
        let first = inner(start, 1), let last = inner(end, -1)
      else { continue }
      // Two kinds around the same text are one run of three; any other asterisks must not touch.
      let isDoubled = out.contains(start - 1) && out.contains(end + 1) && partners[start - 1] == end + 1
      if !isDoubled, out.contains(start - 1) || out.contains(end + 1) || out.contains(end - 1) { continue }
      let before = isDoubled ? outer(start - 1, -1) : outer(start, -1)
      let after = isDoubled ? outer(end + 1, 1) : outer(end, 1)
      if flanks(outside: before, inside: first), flanks(outside: after, inside: last) { out.formUnion([start, end]) }
    }
    return out
  }

  /// Whether a run between the two scalars opens (or, seen from the other side, closes) emphasis.
  private func flanks(outside: UnicodeScalar, inside: UnicodeScalar) -> Bool {
    if inside.properties.isWhitespace { return false }
    return !isPunctuation(inside) || outside.properties.isWhitespace || isPunctuation(outside)
  }

  private func isPunctuation(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }

  /// The scalar inside of a marker; a tag begins and ends like punctuation; nil where nothing is inside.
  private func inner(_ index: Int, _ step: Int) -> UnicodeScalar? {
    let next = index + step
    guard pieces.indices.contains(next), partners[index] != next else { return nil }
    switch pieces[next] {
    case .text(let text): return step > 0 ? text.unicodeScalars.first : text.unicodeScalars.last
    case .open, .close:
      // The one that wraps the same text may become part of the run.
      if let partner = partners[index], partners[next] == partner - step { return inner(next, step) }
      return "<"
    case .openLink, .closeLink: return "<"
    case .lineBreak: return " "
    }
  }

  /// The scalar outside of a marker, a letter where that is the careful guess.
  private func outer(_ index: Int, _ step: Int) -> UnicodeScalar {
    let next = index + step
    guard pieces.indices.contains(next) else { return " " }
    switch pieces[next] {
    case .text(let text): return (step > 0 ? text.unicodeScalars.first : text.unicodeScalars.last) ?? "a"
    case .lineBreak: return " "
    case .open, .close, .openLink, .closeLink: return "a"
    }
  }

  private func asterisks(_ change: FontChange) -> String { change == .bold ? "**" : "*" }

  private func tag(_ change: FontChange) -> String {
    switch change {
    case .italic, .oblique: "<em>"
    case .bold: "<strong>"
    case .superscript: "<sup>"
    case .subscript: "<sub>"
    case .underline: "<u>"
    case .uprightStyle: "<span style=\"font-style:normal\">"
    case .light: "<span style=\"font-weight:lighter\">"
    case .normalWeight: "<span style=\"font-weight:normal\">"
    case .smallCaps: "<span style=\"font-variant:small-caps\">"
    case .normalVariant: "<span style=\"font-variant:normal\">"
    case .noDecoration: "<span style=\"text-decoration:none\">"
    case .baseline: "<span style=\"vertical-align:baseline\">"
    }
  }

  private func closingTag(_ change: FontChange) -> String {
    switch change {
    case .italic, .oblique: "</em>"
    case .bold: "</strong>"
    case .superscript: "</sup>"
    case .subscript: "</sub>"
    case .underline: "</u>"
    default: "</span>"
    }
  }

  // MARK: Links

  /// Whether a link shows its own address and nothing else, so that `<…>` says it.
  private func isAutolink(_ index: Int, _ address: String) -> Bool {
    guard partners[index] == index + 2, case .text(let text) = pieces[index + 1], text == address else { return false }
    guard address.hasPrefix("http://") || address.hasPrefix("https://") else { return false }
    return !address.utf8.contains { $0 <= 0x20 || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
  }

  private func closeLink(_ index: Int, to out: inout String) {
    guard let start = partners[index], case .openLink(let address) = pieces[start] else { return }
    if isAutolink(start, address) {
      // The text between was escaped; the address itself must not be.
      var escaped = ""
      escape(address, to: &escaped)
      out.removeLast(min(out.count, escaped.count))
      out += "<" + address + ">"
      return
    }
    out += "](<"
    for scalar in address.unicodeScalars {
      switch scalar {
      case "<": out += "%3C"
      case ">": out += "%3E"
      case "\\": out += "%5C"
      case "\n", "\r": out += "%0A"
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += ">)"
  }

  // MARK: Text

  private func escape(_ text: String, to out: inout String) {
    var isLineStart = out.isEmpty || out.utf8.last == 0x0A
    var wasDigits = isLineStart
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "~", "^", "$", "|", "@": out += "\\"
      case "#", "+", "-", "=", ":", "%": if isLineStart { out += "\\" }
      case ".", ")": if wasDigits, !isLineStart { out += "\\" }
      case "\n", "\r":
        out += " "
        continue
      default: break
      }
      out.unicodeScalars.append(scalar)
      wasDigits = wasDigits && ("0"..."9").contains(scalar)
      isLineStart = isLineStart && scalar == " "
    }
  }
}
