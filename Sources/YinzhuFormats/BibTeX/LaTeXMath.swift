/// Math between `$` signs, which reader and writer leave as it is.
enum LaTeXMath {
  /// The end of the math that begins with the `$` at `start`; nil where no `$` ends it within its group.
  static func end(_ bytes: [UInt8], from start: Int) -> Int? {
    var depth = 0
    var at = start + 1
    // `$$…$$`.
    let isDisplayed = at < bytes.count && bytes[at] == UInt8(ascii: "$")
    if isDisplayed { at += 1 }
    let limit = min(bytes.count, start + 4096)
    while at < limit {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth < 0 { return nil }
      case UInt8(ascii: "$") where depth == 0:
        guard isDisplayed else { return at + 1 }
        guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "$") else { return nil }
        return at + 2
      default: break
      }
      at += 1
    }
    return nil
  }

  /// Whether text between two `$` signs, these included, is math and not two prices.
  static func isMath(_ bytes: ArraySlice<UInt8>) -> Bool {
    let inner = bytes.dropFirst().dropLast()
    guard let first = inner.first, let last = inner.last, first != 0x20, last != 0x20 else { return false }
    // A line break would come back as a space.
    guard !inner.contains(where: { $0 < 0x20 }) else { return false }
    return inner.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "_") }
      || inner.count == 1 && (first | 0x20 >= 0x61 && first | 0x20 <= 0x7A)
  }
}
