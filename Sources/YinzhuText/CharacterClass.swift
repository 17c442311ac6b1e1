/// What a Unicode scalar is to a reader of citations. Tables of ranges by Unicode 15 blocks, no locale.
public enum CharacterClass {
  /// Space of any width, no-break and ideographic ones too; no line breaks.
  @inlinable
  public static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// LF, CR, VT, FF, NEL and the two Unicode separators.
  @inlinable
  public static func isLineBreak(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Han characters, 〇 and 々 included.
  @inlinable
  public static func isHan(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005...0x3007, 0xF900...0xFAFF, 0x20000...0x323AF, 0x2E80...0x2FDF: true
    default: false
    }
  }

  /// Hiragana and Katakana.
  @inlinable
  public static func isKana(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: scalar != 0x30FB
    default: false
    }
  }

  /// Hangul syllables and letters.
  @inlinable
  public static func isHangul(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAC00...0xD7AF, 0x1100...0x11FF, 0x3130...0x318F: true
    default: false
    }
  }

  /// Scripts that are written without spaces between words.
  @inlinable
  public static func isEastAsian(_ scalar: UInt32) -> Bool {
    isHan(scalar) || isKana(scalar) || isHangul(scalar)
  }

  /// Letters of the Latin script, accented ones too.
  @inlinable
  public static func isLatin(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x250...0x2AF: true
    case 0x300...0x36F, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFB00...0xFB06: true
    default: false
    }
  }

  /// Letters of Cyrillic.
  @inlinable
  public static func isCyrillic(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: true
    default: false
    }
  }

  /// Letters of an alphabet that is written with spaces between words (Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic).
  @inlinable
  public static func isAlphabetic(_ scalar: UInt32) -> Bool {
    if isLatin(scalar) || isCyrillic(scalar) { return true }
    switch scalar {
    case 0x370...0x3FF, 0x1F00...0x1FFF, 0x531...0x587, 0x5D0...0x5EA, 0x620...0x6D3, 0x10A0...0x10FF: return true
    default: return false
    }
  }

  /// Full-width forms of ASCII letters and digits.
  @inlinable
  public static func isFullWidthAlphanumeric(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  /// ASCII digits.
  @inlinable
  public static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

  /// Capital letters of Latin, Greek and Cyrillic, as far as their case shows from the code point.
  public static func isUppercase(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x400...0x42F: true
    case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1E95, 0x1EA0...0x1EFF: scalar % 2 == 0
    case 0x139...0x148, 0x179...0x17E: scalar % 2 == 1
    default: false
    }
  }

  /// Any of the dashes and tildes that stand between the ends of a range.
  @inlinable
  public static func isDash(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x2010...0x2015, 0x2212, 0x2500, 0x30FC, 0xFE58, 0xFE63, 0xFF0D, 0x7E, 0x301C, 0xFF5E, 0x2E3A, 0x2E3B:
      true
    default: false
    }
  }
}
