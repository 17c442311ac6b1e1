/// The shape of LaTeX: commands, groups, comments. Offsets are of bytes.
enum LaTeXSyntax {
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 || byte == 0x40 }

  /// The name of the command whose backslash is at `index`: letters, or one other character.
  static func name(_ bytes: [UInt8], _ index: Int) -> Range<Int> {
    var end = index + 1
    while end < bytes.count, isLetter(bytes[end]) { end += 1 }
    if end == index + 1, end < bytes.count { end += 1 }
    return (index + 1)..<max(index + 1, end)
  }

  /// One past a comment: the line break and the white space that begins the next line belong to it.
  static func afterComment(_ bytes: [UInt8], _ index: Int) -> Int {
    var end = index
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    guard end < bytes.count else { return end }
    end += 1
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    return end
  }

  static func skipSpace(_ bytes: [UInt8], _ index: Int) -> Int {
    var index = index
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%") {
        index = afterComment(bytes, index)
      } else if bytes[index] <= 0x20 {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  /// The inside of the group that begins at `open` (`{` or `[`); nil where it is never closed.
  static func group(_ bytes: [UInt8], _ open: Int) -> Range<Int>? {
    guard open < bytes.count else { return nil }
    let isBracket = bytes[open] == UInt8(ascii: "[")
    guard isBracket || bytes[open] == UInt8(ascii: "{") else { return nil }
    var depth = isBracket ? 0 : 1
    var index = open + 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "%"):
        index = afterComment(bytes, index)
        continue
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0, !isBracket { return (open + 1)..<index }
        if depth < 0 { return nil }
      case UInt8(ascii: "]") where isBracket && depth == 0: return (open + 1)..<index
      default: break
      }
      index += 1
    }
    return nil
  }
}
