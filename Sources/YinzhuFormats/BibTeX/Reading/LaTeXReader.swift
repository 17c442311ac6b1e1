import YinzhuModel
import YinzhuText

/// LaTeX source of a field as text with markup. Commands that it doesn't know stay as they are.
struct LaTeXReader {
  private let bytes: [UInt8]
  private var index = 0

  private let keepsLines: Bool

  private init(_ text: String, keepsLines: Bool) {
    bytes = Array(text.utf8)
    self.keepsLines = keepsLines
  }

  /// The text of a source. A line break is a space unless `keepsLines`, as notes and abstracts have them.
  static func text(_ source: String, keepsLines: Bool = false) -> RichText {
    if isPlain(source) { return RichText(plain: source) }
    var reader = LaTeXReader(source, keepsLines: keepsLines)
    var out = Inlines()
    // A lone closing brace ends nothing here; it is text.
    while true {
      reader.group(into: &out, depth: 0)
      guard reader.index < reader.bytes.count else { break }
      out.append("}")
      reader.index += 1
    }
    return RichText(inlines: out.trimmed())
  }

  /// Whether a source is its own text: no byte of it means anything to LaTeX, and space stands singly inside.
  private static func isPlain(_ source: String) -> Bool {
    var source = source
    return source.withUTF8 { bytes in
      var previous: UInt8 = 0x20
      for byte in bytes {
        if special[Int(byte)] {
          // A single space, hyphen or quotation mark is only itself.
          guard byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'"), previous != byte else {
            return false
          }
        }
        previous = byte
      }
      return previous != 0x20 || bytes.isEmpty
    }
  }

  private static let special: [Bool] = (0..<256).map { "\\{}~$`'-\n\r\t ".utf8.contains(UInt8($0)) }

  /// Pieces under construction, with runs of space as one.
  private struct Inlines {
    var list: [RichText.Inline] = []
    private var pending: [UInt8] = []

    mutating func append(_ byte: UInt8) { pending.append(byte) }

    mutating func append(_ text: String) { pending.append(contentsOf: text.utf8) }

    mutating func space() {
      if pending.last != 0x20 { pending.append(0x20) }
    }

    mutating func append(_ style: RichText.Style, _ inner: Inlines) {
      var inner = inner
      inner.flush()
      guard !inner.list.isEmpty else { return }
      flush()
      list.append(.styled(style, inner.list))
    }

    mutating func append(contentsOf inner: Inlines) {
      var inner = inner
      inner.flush()
      for inline in inner.list {
        if case .text(let text) = inline {
          append(text)
        } else {
          flush()
          list.append(inline)
        }
      }
    }

    mutating func flush() {
      if pending.isEmpty { return }
      list.append(.text(String(decoding: pending, as: UTF8.self)))
      pending = []
    }

    func trimmed() -> [RichText.Inline] {
      var copy = self
      copy.flush()
      if case .text(let first)? = copy.list.first {
        let kept = String(first.drop { $0 == " " })
        if kept.isEmpty { copy.list.removeFirst() } else { copy.list[0] = .text(kept) }
      }
      if case .text(var last)? = copy.list.last {
        while last.last == " " { last.removeLast() }
        copy.list.removeLast()
        if !last.isEmpty { copy.list.append(.text(last)) }
      }
      return copy.list
    }
  }

  /// The longest source, in bytes, whose case protection is kept.
  private static let maximumMarked = 1 << 20

  /// Reads to the closing brace of the group, and not over it.
  private mutating func group(into out: inout Inlines, depth: Int) {
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "}"): return
      case UInt8(ascii: "{"): braced(into: &out, depth: depth)
      case UInt8(ascii: "\\"):
        // `a \it b`: to the end of the group.
        if let style = declaration(), depth < RichText.maximumDepth {
          var inner = Inlines()
          group(into: &inner, depth: depth + 1)
          out.append(style, inner)
          return
        }
        command(into: &out, depth: depth)
      case UInt8(ascii: "$"): math(into: &out)
      case UInt8(ascii: "~"):
        out.append("\u{A0}")
        index += 1
      case UInt8(ascii: "-"):
        let count = run(of: byte, atMost: 3)
        out.append(count == 3 ? "—" : count == 2 ? "–" : "-")
      case UInt8(ascii: "?") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "`"):
        out.append("¿")
        index += 2
      case UInt8(ascii: "!") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "`"):
        out.append("¡")
        index += 2
      case UInt8(ascii: "`"):
        let count = run(of: byte, atMost: 2)
        out.append(count == 2 ? "“" : "`")
      case UInt8(ascii: "'"):
        let count = run(of: byte, atMost: 2)
        out.append(count == 2 ? "”" : "'")
      case 0x0A, 0x0D:
        index += 1
        if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        if keepsLines { out.append(0x0A) } else { out.space() }
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
      case 0x20, 0x09:
        out.space()
        index += 1
      default:
        out.append(byte)
        index += 1
      }
    }
  }

  private mutating func run(of byte: UInt8, atMost most: Int) -> Int {
    var count = 0
    while index < bytes.count, bytes[index] == byte, count < most {
      index += 1
      count += 1
    }
    return count
  }

  /// `{…}`: protected from changes of case, unless it only holds an accent or a declaration (`{\em …}`).
  private mutating func braced(into out: inout Inlines, depth: Int) {
    guard depth < RichText.maximumDepth else {
      out.append("{")
      index += 1
      return
    }
    index += 1
    let start = index
    // A value of megabytes is no title, and a piece for each of its groups would fill the memory.
    var style: RichText.Style? = bytes.count > Self.maximumMarked ? nil : .nocase
    if let declared = declaration() {
      style = declared
    } else if start < bytes.count, bytes[start] == UInt8(ascii: "\\") {
      style = nil
    }
    var inner = Inlines()
    group(into: &inner, depth: depth + 1)
    if index < bytes.count { index += 1 }
    if let style { out.append(style, inner) } else { out.append(contentsOf: inner) }
  }

  private mutating func declaration() -> RichText.Style? {
    for (name, style) in LaTeXCommands.declarations {
      let text = "\\" + name
      guard bytes[index...].starts(with: text.utf8) else { continue }
      let after = index + text.utf8.count
      guard after < bytes.count, bytes[after] == 0x20 || bytes[after] == UInt8(ascii: "{") else { continue }
      index = bytes[after] == 0x20 ? after + 1 : after
      return style
    }
    return nil
  }

  /// Math is left alone.
  private mutating func math(into out: inout Inlines) {
    let end = LaTeXMath.end(bytes, from: index) ?? index + 1
    out.append(String(decoding: bytes[index..<end], as: UTF8.self))
    index = end
  }

  private mutating func command(into out: inout Inlines, depth: Int) {
    let start = index
    index += 1
    guard index < bytes.count else { return out.append("\\") }
    let first = bytes[index]
    if !Self.isLetter(first) {
      if let accent = LaTeXCommands.accents[String(UnicodeScalar(first))] {
        index += 1
        return accented(accent, from: start, into: &out)
      }
      let length = UTF8Bytes.length(ofLead: first)
      let end = min(index + length, bytes.count)
      switch first {
      case UInt8(ascii: "\\"), 0x20, 0x0A: out.space()
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ","): break
      default: out.append(String(decoding: bytes[index..<end], as: UTF8.self))
      }
      index = end
      return
    }
    while index < bytes.count, Self.isLetter(bytes[index]) { index += 1 }
    let name = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
    if name == "quad" || name == "qquad" {
      return quad(from: start, into: &out)
    }
    if let symbol = LaTeXCommands.symbols[name] {
      skipAfterName()
      return out.append(symbol)
    }
    if let accent = LaTeXCommands.accents[name] { return accented(accent, from: start, into: &out) }
    if let style = LaTeXCommands.styles[name], let inner = argument(depth: depth) { return out.append(style, inner) }
    if LaTeXCommands.transparent.contains(name), let inner = argument(depth: depth) {
      return out.append(contentsOf: inner)
    }
    if name == "href", argument(depth: depth) != nil, let inner = argument(depth: depth) {
      return out.append(contentsOf: inner)
    }
    if name == "enquote" || name == "mkbibquote", let inner = argument(depth: depth) {
      out.append("“")
      out.append(contentsOf: inner)
      return out.append("”")
    }
    out.append("\\" + name)
    // The argument of an unknown command stays inside its braces.
    if index < bytes.count, bytes[index] == UInt8(ascii: "{"), let inner = argument(depth: depth) {
      out.append("{")
      out.append(contentsOf: inner)
      out.append("}")
    }
  }

  /// Between Chinese words the space of one character, as `GB/T 3792\quad 信息与文献` has it; else an em space.
  private mutating func quad(from start: Int, into out: inout Inlines) {
    skipAfterName()
    func isEastAsian(_ at: Int) -> Bool {
      bytes.indices.contains(at) && CharacterClass.isEastAsian(UTF8Bytes.decode(bytes, at: at).scalar)
    }
    var before = start
    while before > 0, bytes[before - 1] == 0x20 { before -= 1 }
    let isBetween = isEastAsian(index) || before > 0 && isEastAsian(UTF8Bytes.previous(bytes, before: before))
    out.append(isBetween ? "\u{3000}" : "\u{2003}")
  }

  /// The space or the empty group that ends a command's name.
  private mutating func skipAfterName() {
    if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "}") {
      index += 2
    } else {
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    }
  }

  private mutating func argument(depth: Int) -> Inlines? {
    var at = index
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "{"), depth < RichText.maximumDepth else { return nil }
    index = at + 1
    var inner = Inlines()
    group(into: &inner, depth: depth + 1)
    if index < bytes.count { index += 1 }
    return inner
  }

  /// An accent over the next letter: `\'e`, `\'{e}`, `\v c`, `\"{\i}`.
  private mutating func accented(_ accent: LaTeXCommands.Accent, from start: Int, into out: inout Inlines) {
    var at = index
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    let isGroup = at < bytes.count && bytes[at] == UInt8(ascii: "{")
    if isGroup { at += 1 }
    var letter = ""
    if at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),  // \i and \j, without their dots
      bytes[at + 1] == 0x69 || bytes[at + 1] == 0x6A
    {
      letter = String(UnicodeScalar(bytes[at + 1]))
      at += 2
      while at < bytes.count, bytes[at] == 0x20, isGroup { at += 1 }
    } else if at < bytes.count, bytes[at] != UInt8(ascii: "}"), bytes[at] != UInt8(ascii: "\\") {
      let length = min(UTF8Bytes.length(ofLead: bytes[at]), bytes.count - at)
      letter = String(decoding: bytes[at..<(at + length)], as: UTF8.self)
      at += length
    }
    let closes = !isGroup || at < bytes.count && bytes[at] == UInt8(ascii: "}")
    guard !letter.isEmpty, closes else {
      return out.append(String(decoding: bytes[start..<index], as: UTF8.self))
    }
    out.append(accent.over(letter))
    index = isGroup ? at + 1 : at
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
