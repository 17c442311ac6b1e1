/// Spaces that French puts before tall marks and inside guillemets: they never end a line.
enum NoBreakSpace {
  /// The text with such spaces narrow and unbreakable, in whatever language (citeproc-js does the same).
  static func inserted(_ text: String) -> String {
    guard occurs(in: text.utf8) else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 8)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x20, isBeforeMark(bytes, index) || isInsideGuillemet(bytes, index) {
        out += [0xE2, 0x80, 0xAF]
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func occurs(in bytes: String.UTF8View) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      if previous == 0x20, isMark(byte) || byte == 0xC2 { return true }
      if byte == 0x20, previous == 0xAB { return true }
      previous = byte
    }
    return false
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"): true
    default: false
    }
  }

  /// Before `: ; ? ! »`.
  private static func isBeforeMark(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    if isMark(bytes[index + 1]) { return true }
    return index + 2 < bytes.count && bytes[index + 1] == 0xC2 && bytes[index + 2] == 0xBB
  }

  /// Behind `«`.
  private static func isInsideGuillemet(_ bytes: [UInt8], _ index: Int) -> Bool {
    index >= 2 && bytes[index - 2] == 0xC2 && bytes[index - 1] == 0xAB
  }
}
