import YinzhuText

/// Reads the syntax in one pass over bytes. After a fault it goes on at the next entry; fields read so far are kept.
struct BibTeXParser {
  private let bytes: [UInt8]
  private var index = 0
  private var syntax = BibTeXSyntax()

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func parse(_ bytes: [UInt8]) -> BibTeXSyntax {
    var parser = BibTeXParser(bytes)
    parser.run()
    return parser.syntax
  }

  private mutating func run() {
    while let at = bytes[index...].firstIndex(of: UInt8(ascii: "@")) {
      index = at + 1
      // BibTeX reads on behind %, but who writes it means to take the entry out, and biber does.
      if isCommentedOut(at) { continue }
      skipSpace()
      let type = word()
      skipSpace()
      // An @ in running text (a mail address) begins no entry.
      guard !type.isEmpty, let close = closer() else { continue }
      block(type, at: at, close: close)
    }
  }

  private func isCommentedOut(_ at: Int) -> Bool {
    var before = at
    while before > 0, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x09 { before -= 1 }
    return before > 0 && bytes[before - 1] == UInt8(ascii: "%")
  }

  private mutating func block(_ type: SourceSpan, at start: Int, close: UInt8) {
    let open = index
    index += 1
    switch lowercased(type) {
    case "comment":
      index = open
      guard !isExhausted, let end = balancedEnd() else {
        fault("the braces of this @comment don't balance", start, open + 1)
        index = open + 1
        return
      }
      index = end + 1
      syntax.blocks.append(.comment(SourceSpan(start: start, end: index)))
    case "preamble":
      guard let value = value() else { return recover(from: start) }
      finish(close, from: start)
      syntax.blocks.append(.preamble(value.value, SourceSpan(start: start, end: index)))
    case "string":
      guard let field = field() else { return recover(from: start) }
      finish(close, from: start)
      syntax.blocks.append(.macro(field, SourceSpan(start: start, end: index)))
    default:
      entry(type, at: start, close: close)
    }
  }

  private mutating func entry(_ type: SourceSpan, at start: Int, close: UInt8) {
    skipSpace()
    let keyStart = index
    while index < bytes.count, bytes[index] != UInt8(ascii: ","), bytes[index] != close, bytes[index] != 0x0A,
      bytes[index] != UInt8(ascii: "=")
    {
      index += 1
    }
    var keyEnd = index
    while keyEnd > keyStart, Self.isSpace(bytes[keyEnd - 1]) { keyEnd -= 1 }
    var entry = BibTeXSyntax.Entry(
      type: type, key: SourceSpan(start: keyStart, end: keyEnd), fields: [], span: SourceSpan(start: start, end: index))
    if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
      // Without a key the first word is the name of a field.
      fault("the entry has no key", start, keyStart)
      entry.key = SourceSpan(start: keyStart, end: keyStart)
      index = keyStart
    }
    var isWhole = false
    while true {
      skipSpace()
      while index < bytes.count, bytes[index] == UInt8(ascii: ",") {
        index += 1
        skipSpace()
      }
      guard index < bytes.count else {
        fault("the entry has no closing brace", start, index)
        break
      }
      if bytes[index] == close {
        index += 1
        isWhole = true
        break
      }
      guard let field = field() else { break }
      entry.fields.append(field)
      skipSpace()
      guard index < bytes.count, bytes[index] != UInt8(ascii: ","), bytes[index] != close else { continue }
      fault("a comma or the closing brace should stand here", index, index)
      if bytes[index] == UInt8(ascii: "@") { break }
      if !Self.isNameByte(bytes[index]) { break }
    }
    entry.span = SourceSpan(start: start, end: index)
    syntax.blocks.append(.entry(entry))
    if !isWhole { recover(from: start) }
  }

  // MARK: Fields and values

  private mutating func field() -> BibTeXSyntax.Field? {
    skipSpace()
    let name = word()
    guard !name.isEmpty else {
      fault("the name of a field should stand here", index, index)
      return nil
    }
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      fault("= should follow the name of a field", name.start, index)
      return nil
    }
    index += 1
    guard let value = value() else { return nil }
    return BibTeXSyntax.Field(name: name, value: value.value, span: value.span)
  }

  private mutating func value() -> (value: BibTeXSyntax.Value, span: SourceSpan)? {
    var value: BibTeXSyntax.Value?
    func add(_ piece: BibTeXSyntax.Piece) { value = value.map { .joined($0.pieces + [piece]) } ?? .piece(piece) }
    skipSpace()
    let start = index
    while true {
      skipSpace()
      guard index < bytes.count else {
        fault("the file ends where a value should stand", start, index)
        return nil
      }
      switch bytes[index] {
      case UInt8(ascii: "{"):
        guard let end = balancedEnd() else {
          fault("the braces of this value don't balance before the next entry", index, index + 1)
          return nil
        }
        add(.braced(SourceSpan(start: index + 1, end: end)))
        index = end + 1
      case UInt8(ascii: "\""):
        guard let end = quotedEnd() else {
          fault("this value has no closing quotation mark before the next entry", index, index + 1)
          return nil
        }
        add(.quoted(SourceSpan(start: index + 1, end: end)))
        index = end + 1
      default:
        let text = word()
        guard !text.isEmpty else {
          fault("a value should stand here: {…}, \"…\", a number or a macro", index, index)
          return nil
        }
        let isNumber = bytes[text.range].allSatisfy { CharacterClass.isDigit(UInt32($0)) }
        add(isNumber ? .number(text) : .macro(text))
      }
      let end = index
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "#") else {
        index = end
        return value.map { ($0, SourceSpan(start: start, end: end)) }
      }
      index += 1
    }
  }

  /// The closing brace of the group that opens at `index`. The search ends where an entry seems to begin on a line of
  /// its own, so that one missing brace costs one entry, and a file of such entries is still read in one pass.
  private mutating func balancedEnd() -> Int? {
    let open = bytes[index]
    let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
    var depth = 0
    var at = index
    while at < bytes.count {
      let byte = bytes[at]
      if byte == open {
        depth += 1
      } else if byte == close {
        depth -= 1
        if depth == 0 { return at }
      } else if byte == UInt8(ascii: "@"), beginsEntry(at) {
        break
      }
      at += 1
    }
    searched += at - index
    return nil
  }

  private mutating func quotedEnd() -> Int? {
    var depth = 0
    var at = index + 1
    search: while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth < 0 { break search }
      case UInt8(ascii: "\"") where depth == 0: return at
      case UInt8(ascii: "@") where beginsEntry(at): break search
      default: break
      }
      at += 1
    }
    searched += at - index
    return nil
  }

  /// Bytes that searches for a closing brace went over without finding it.
  private var searched = 0

  /// A file made to be slow has thousands of braces without an end, each to be looked for to the end of the file. From some
  /// point on, every `@` at the start of a line ends a search.
  private var isExhausted: Bool { searched > bytes.count * 2 + 65536 }

  /// Whether `@word{key,` stands here at the start of a line, perhaps indented.
  private func beginsEntry(_ at: Int) -> Bool {
    guard beginsLine(at) else { return false }
    if isExhausted { return true }
    var next = at + 1
    while next < bytes.count, bytes[next] | 0x20 >= 0x61, bytes[next] | 0x20 <= 0x7A { next += 1 }
    guard next > at + 1 else { return false }
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    guard next < bytes.count, bytes[next] == UInt8(ascii: "{") || bytes[next] == UInt8(ascii: "(") else { return false }
    for byte in bytes[(next + 1)...].prefix(256) {
      if byte == UInt8(ascii: ",") { return true }
      if byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { return false }
    }
    return false
  }

  private func beginsLine(_ at: Int) -> Bool {
    var before = at
    while before > 0, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x09 { before -= 1 }
    return before == 0 || bytes[before - 1] == 0x0A || bytes[before - 1] == 0x0D
  }

  // MARK: Small things

  /// After a fault: the next entry that begins on a line of its own.
  private mutating func recover(from start: Int) {
    index = max(index, start + 1)
    while index < bytes.count {
      guard let at = bytes[index...].firstIndex(of: UInt8(ascii: "@")) else {
        index = bytes.count
        return
      }
      index = at
      if beginsLine(at) { return }
      index = at + 1
    }
  }

  private mutating func finish(_ close: UInt8, from start: Int) {
    skipSpace()
    if index < bytes.count, bytes[index] == UInt8(ascii: ",") {
      index += 1
      skipSpace()
    }
    guard index < bytes.count, bytes[index] == close else {
      fault("the closing brace should stand here", index, index)
      return recover(from: start)
    }
    index += 1
  }

  private func closer() -> UInt8? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "{"): return UInt8(ascii: "}")
    case UInt8(ascii: "("): return UInt8(ascii: ")")
    default: return nil
    }
  }

  private mutating func fault(_ message: String, _ start: Int, _ end: Int) {
    syntax.faults.append(BibTeXSyntax.Fault(message: message, span: SourceSpan(start: start, end: end)))
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Bytes of names: anything but space, control characters and BibTeX's own marks.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "'"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "@"):
      false
    default: true
    }
  }

  private mutating func word() -> SourceSpan {
    let start = index
    while index < bytes.count, Self.isNameByte(bytes[index]) { index += 1 }
    return SourceSpan(start: start, end: index)
  }

  private func lowercased(_ span: SourceSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self).lowercased()
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      if Self.isSpace(bytes[index]) {
        index += 1
      } else if bytes[index] == UInt8(ascii: "%") {
        // biber and most programs take % between fields as a comment.
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      } else {
        return
      }
    }
  }
}
