/// Scripts written with spaces between words and with initials: what decides the order of a name's parts and the
/// spaces around terms, as citeproc-js does.
enum Romanesque {
  /// Letters of Latin, Greek, Cyrillic, Hebrew, Arabic and Thai script.
  static func isLetter(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xC0: false
    case 0xC0...0x17F, 0x218...0x21B, 0x370...0x3FF, 0x400...0x52F, 0x590...0x5D4, 0x5D6...0x5FF, 0x600...0x6FF,
      0xE01...0xE5B, 0x1F00...0x1FFF, 0x200C...0x200E, 0x202A...0x202E:
      true
    default: false
    }
  }

  /// Whether such a letter, a digit or a hyphen is in the text.
  static func occurs(in text: String) -> Bool {
    text.unicodeScalars.contains { isLetter($0) || ("0"..."9").contains($0) || $0 == "-" }
  }

  static func begins(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return isLetter(first) || first == "&"
  }

  static func isUpper(_ scalar: UnicodeScalar) -> Bool {
    scalar.properties.uppercaseMapping.unicodeScalars.elementsEqual(CollectionOfOne(scalar))
  }
}
