import YinzhuModel
import YinzhuText

/// A citation as a row of signs that are compared with those of its rendering: spaces gone, widths and sorts of marks
/// folded, each sign with the variable that it belongs to.
struct ComparedText {
  struct Sign {
    /// The folded scalar.
    var scalar: UInt32
    /// Letters and digits count more than marks.
    var isMark: Bool
    /// The variable that it belongs to; nil between variables.
    var variable: Variable?
  }

  private(set) var signs: [Sign] = []

  /// - Parameters:
  ///   - bytes: The text.
  ///   - parts: Ranges of the text and their variables, in order.
  init(_ bytes: [UInt8], parts: [(variable: Variable, range: Range<Int>)]) {
    signs.reserveCapacity(bytes.count / 2)
    var part = 0
    var index = 0
    while index < bytes.count {
      let (scalar, length) = UTF8Bytes.decode(bytes, at: index)
      while part < parts.count, parts[part].range.upperBound <= index { part += 1 }
      let variable = part < parts.count && parts[part].range.contains(index) ? parts[part].variable : nil
      if let folded = ComparedText.folded(scalar) {
        // A dash printed twice (——) is one sign.
        let isRepeated = folded.isMark && signs.last?.scalar == folded.scalar && folded.scalar == 0x2D
        if !isRepeated { signs.append(Sign(scalar: folded.scalar, isMark: folded.isMark, variable: variable)) }
      }
      index += length
    }
    // The full stop at the end is no part of a citation.
    while let last = signs.last, last.isMark, last.scalar == 0x2E || last.scalar == 0x3B { signs.removeLast() }
  }

  var string: String { ComparedText.string(signs[...]) }

  static func string(_ signs: ArraySlice<Sign>) -> String {
    var out = String.UnicodeScalarView()
    for sign in signs { if let scalar = Unicode.Scalar(sign.scalar) { out.append(scalar) } }
    return String(out)
  }

  /// Nil for white space.
  private static func folded(_ scalar: UInt32) -> (scalar: UInt32, isMark: Bool)? {
    if CharacterClass.isSpace(scalar) || CharacterClass.isLineBreak(scalar) { return nil }
    switch scalar {
    case 0x30...0x39, 0x61...0x7A: return (scalar, false)
    case 0x41...0x5A: return (scalar + 0x20, false)
    case 0xFF10...0xFF19, 0xFF41...0xFF5A: return (scalar - 0xFEE0, false)
    case 0xFF21...0xFF3A: return (scalar - 0xFEE0 + 0x20, false)
    // 、 is kept apart from ，: it stands between names, not between fields.
    case 0x2C, 0xFF0C, 0xFE50: return (0x2C, true)
    case 0x2E, 0xFF0E, 0x3002, 0xFF61: return (0x2E, true)
    case 0x3A, 0xFF1A, 0x2236: return (0x3A, true)
    case 0x3B, 0xFF1B: return (0x3B, true)
    case 0x22, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x300C...0x300F, 0xFF02, 0x301D...0x301F: return (0x22, true)
    case 0x27, 0x2018, 0x2019: return (0x27, true)
    case 0x28, 0xFF08: return (0x28, true)
    case 0x29, 0xFF09: return (0x29, true)
    case 0x5B, 0xFF3B, 0x3014, 0x3010: return (0x5B, true)
    case 0x5D, 0xFF3D, 0x3015, 0x3011: return (0x5D, true)
    case 0xB7, 0x2022, 0x2027, 0x30FB: return (0xB7, true)
    case 0x3C, 0x3008: return (0x300A, true)
    case 0x3E, 0x3009: return (0x300B, true)
    case 0xFF0F: return (0x2F, true)
    case 0xFF06: return (0x26, true)
    default:
      if CharacterClass.isDash(scalar) { return (0x2D, true) }
      return (scalar, !CharacterClass.isAlphabetic(scalar) && !CharacterClass.isEastAsian(scalar))
    }
  }
}
