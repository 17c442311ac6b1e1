import YinzhuText

/// Inline Markdown as a reader sees it, with the way back to the source (CommonMark 0.31, chapter 6).
enum MarkdownInline {
  /// Lines as one text without marks of emphasis, code and links.
  static func text(_ bytes: [UInt8], _ lines: [Range<Int>]) -> MappedText {
    var out = MappedText()
    for (number, line) in lines.enumerated() {
      if number > 0, let last = lines[number - 1].last ?? lines[number - 1].lowerBound as Int? {
        out.appendBreak(bytes, min(last + 1, line.lowerBound)..<line.lowerBound)
      }
      append(bytes, line, to: &out, depth: 0)
    }
    return out.trimmed()
  }

  private static func append(_ bytes: [UInt8], _ range: Range<Int>, to out: inout MappedText, depth: Int) {
    var index = range.lowerBound
    func copy(_ count: Int) {
      let end = min(index + count, range.upperBound)
      out.append(bytes[index..<end], sourceStart: index)
      index = end
    }
    while index < range.upperBound {
      let byte = bytes[index]
      let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
      switch byte {
      case UInt8(ascii: "\\") where isPunctuation(next):
        index += 1
        copy(1)
      case 0x0A, 0x0D:
        let start = index
        while index < range.upperBound, bytes[index] <= 0x20 { index += 1 }
        out.appendBreak(bytes, start..<index)
      case UInt8(ascii: "`"):
        let end = afterCode(bytes, index, range.upperBound)
        let ticks = bytes[index..<end].prefix { $0 == byte }.count
        guard end - index > 2 * ticks else {
          copy(end - index)
          continue
        }
        out.append(bytes[(index + ticks)..<(end - ticks)], sourceStart: index + ticks)
        index = end
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        let count = bytes[index..<range.upperBound].prefix { $0 == byte }.count
        if isDelimiter(bytes, index..<(index + count), in: range) { index += count } else { copy(count) }
      case UInt8(ascii: "~") where next == byte: index += 2
      case UInt8(ascii: "!") where next == UInt8(ascii: "["): index += 1
      case UInt8(ascii: "["):
        guard depth < 32, let close = closing(bytes, index, range.upperBound),
          let end = afterTarget(bytes, close + 1, range.upperBound)
        else {
          copy(1)
          continue
        }
        append(bytes, (index + 1)..<close, to: &out, depth: depth + 1)
        index = end
      case UInt8(ascii: "<"):
        guard let close = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: ">")) else {
          copy(1)
          continue
        }
        let inside = bytes[(index + 1)..<close]
        if inside.contains(UInt8(ascii: ":")), !inside.contains(where: { $0 <= 0x20 }) {
          out.append(inside, sourceStart: index + 1)
          index = close + 1
        } else if let first = inside.first,
          first == UInt8(ascii: "/") || (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7A
        {
          index = close + 1
        } else {
          copy(1)
        }
      case UInt8(ascii: "&"):
        if let (scalar, length) = entity(bytes, index, range.upperBound) {
          var encoded: [UInt8] = []
          UTF8Bytes.append(scalar, to: &encoded)
          out.append(encoded, replacing: index..<(index + length))
          index += length
        } else {
          copy(1)
        }
      default:
        let run = bytes[index..<range.upperBound].dropFirst().prefix { !isSpecial($0) }.count
        copy(run + 1)
      }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, 0x0D, UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "!"), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "&"):
      true
    default: false
    }
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  /// Whether a run of `*` or `_` opens or closes emphasis: text on one side at least; `_` not inside a word.
  private static func isDelimiter(_ bytes: [UInt8], _ run: Range<Int>, in range: Range<Int>) -> Bool {
    let before = run.lowerBound > range.lowerBound ? bytes[run.lowerBound - 1] : 0x20
    let after = run.upperBound < range.upperBound ? bytes[run.upperBound] : 0x20
    if before <= 0x20, after <= 0x20 { return false }
    guard bytes[run.lowerBound] == UInt8(ascii: "_") else { return true }
    func isWord(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) }
    return !(isWord(before) && isWord(after))
  }

  /// One past a code span, or past the ticks where nothing closes them.
  static func afterCode(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    let ticks = bytes[start..<end].prefix { $0 == UInt8(ascii: "`") }.count
    var index = start + ticks
    while index < end {
      if bytes[index] != UInt8(ascii: "`") {
        index += 1
        continue
      }
      let count = bytes[index..<end].prefix { $0 == UInt8(ascii: "`") }.count
      index += count
      if count == ticks { return index }
    }
    return start + ticks
  }

  /// The bracket that closes the one at `open`.
  static func closing(_ bytes: [UInt8], _ open: Int, _ end: Int) -> Int? {
    var depth = 0
    var index = open
    // Notes are no longer than this; without a bound a page of open brackets would take minutes.
    let end = min(end, open + 20_000)
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// One past `(target)` or `[reference]` behind a link's text; nil where there is none.
  private static func afterTarget(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard start < end, bytes[start] == UInt8(ascii: "(") else { return nil }
    var depth = 0
    for index in start..<min(end, start + 4096) {
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return nil
  }

  private static func entity(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (UInt32, Int)? {
    guard let close = bytes[start..<min(end, start + 12)].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[(start + 1)..<close], as: UTF8.self)
    let named: [String: UInt32] = [
      "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "nbsp": 0xA0, "ndash": 0x2013, "mdash": 0x2014,
    ]
    let value: UInt32? =
      named[name]
      ?? (name.hasPrefix("#x") || name.hasPrefix("#X")
        ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil)
    guard let value, value > 0, Unicode.Scalar(value) != nil else { return nil }
    return (value, close + 1 - start)
  }
}
