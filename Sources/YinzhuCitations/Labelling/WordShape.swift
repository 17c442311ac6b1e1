import YinzhuText

/// How a word is written, as small numbers.
enum WordShape {
  /// Four digits that can be a year.
  static let year: UInt32 = 40

  static func shape(_ bytes: ArraySlice<UInt8>, _ token: Token) -> UInt32 {
    switch token.kind {
    case .digits:
      if bytes.count == 4, token.value >= 1400, token.value <= 2100 { return year }
      return 30 + UInt32(min(bytes.count, 6))
    case .hanDigits: return 50 + UInt32(min(bytes.count / 3, 4))
    case .url: return bytes.starts(with: "10.".utf8) ? 60 : 61
    case .han: return 70 + UInt32(min(bytes.count / 3, 12))
    default: return latin(bytes)
    }
  }

  private static func latin(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var letters = 0
    var capitals = 0
    var digits = 0
    var hyphen = false
    var first = false
    func count(_ scalar: UInt32) {
      if scalar == 0x2D || scalar == 0x2010 {
        hyphen = true
      } else if CharacterClass.isDigit(scalar) {
        digits += 1
      } else if scalar != 0x27, scalar != 0x2019 {
        letters += 1
        if isCapital(scalar) {
          capitals += 1
          if letters == 1 { first = true }
        }
      }
    }
    if bytes.allSatisfy({ $0 < 0x80 }) {
      for byte in bytes { count(UInt32(byte)) }
    } else {
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { count(scalar.value) }
    }
    let base: UInt32
    if digits > 0 {
      base = 9
    } else if letters == 1 {
      base = first ? 1 : 2
    } else if capitals == letters {
      base = letters <= 3 ? 3 : 4
    } else if first {
      base = capitals > 1 ? 5 : 6
    } else {
      base = capitals > 0 ? 7 : 8
    }
    return hyphen ? base + 10 : base
  }

  private static func isCapital(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  /// Without the length of Han texts and numbers: for the signatures of chunks.
  static func coarse(_ shape: UInt32) -> UInt32 {
    switch shape {
    case 71...74: shape
    case 75...: 75
    case 31...36: 31
    default: shape
    }
  }

  /// Hashes of the whole word, of its end and of its beginning.
  ///
  /// - Parameter lowercased: a word of an alphabet in small letters; not asked for of other kinds.
  static func key(
    _ bytes: ArraySlice<UInt8>, kind: Token.Kind, lowercased: [UInt8]
  ) -> (word: UInt32, ending: UInt32, beginning: UInt32) {
    switch kind {
    case .digits:
      let length = UInt32(bytes.count)
      return (bytes.count <= 2 ? FeatureHash.of(bytes) : length, length, length)
    case .url:
      let beginning = FeatureHash.of(bytes.prefix(4))
      return (beginning, 1, beginning)
    case .han, .hanDigits:
      let long = bytes.count > 12
      let ending = FeatureHash.of(bytes.suffix(bytes.count > 3 ? 6 : 3))
      return (long ? FeatureHash.of(bytes.suffix(12)) : FeatureHash.of(bytes), ending, FeatureHash.of(bytes.prefix(3)))
    default:
      return (
        FeatureHash.of(lowercased), FeatureHash.of(lowercased.suffix(3)), FeatureHash.of(lowercased.prefix(3))
      )
    }
  }
}
