import YinzhuText

/// A text as Unicode scalars with the byte offset of each: rules look at neighbours.
struct ScalarText: Sendable {
  let scalars: [UInt32]
  /// One more than there are scalars: the last is the length in bytes.
  let offsets: [Int]

  init(_ bytes: [UInt8]) {
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    scalars.reserveCapacity(bytes.count / 2)
    offsets.reserveCapacity(bytes.count / 2 + 1)
    var index = 0
    while index < bytes.count {
      let (scalar, length) = UTF8Bytes.decode(bytes, at: index)
      scalars.append(scalar)
      offsets.append(index)
      index += max(1, length)
    }
    offsets.append(bytes.count)
    self.scalars = scalars
    self.offsets = offsets
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  var indices: Range<Int> { scalars.indices }
  var count: Int { scalars.count }
  var isEmpty: Bool { scalars.isEmpty }

  /// The scalar at an index; nil outside.
  subscript(index: Int) -> UInt32? { scalars.indices.contains(index) ? scalars[index] : nil }

  /// The bytes of a range of scalars.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    offsets[max(0, min(range.lowerBound, count))]..<offsets[max(0, min(range.upperBound, count))]
  }

  func string(_ range: Range<Int>) -> String {
    var out = String.UnicodeScalarView()
    for index in range {
      if let value = self[index], let scalar = Unicode.Scalar(value) { out.append(scalar) }
    }
    return String(out)
  }

  /// Whether a text stands at an index.
  func has(_ text: [UInt32], at index: Int) -> Bool {
    index >= 0 && index + text.count <= count && scalars[index..<index + text.count].elementsEqual(text)
  }

  /// Where a text stands.
  func places(of text: [UInt32]) -> [Range<Int>] {
    guard let first = text.first else { return [] }
    return indices.filter { scalars[$0] == first && has(text, at: $0) }.map { $0..<$0 + text.count }
  }

  func contains(_ text: String) -> Bool { !places(of: text.unicodeScalars.map(\.value)).isEmpty }

  /// The nearest scalar before an index that is no space.
  func before(_ index: Int) -> UInt32? {
    var at = index - 1
    while let scalar = self[at], CharacterClass.isSpace(scalar) { at -= 1 }
    return self[at]
  }

  /// The nearest scalar from an index that is no space.
  func after(_ index: Int) -> UInt32? {
    var at = index
    while let scalar = self[at], CharacterClass.isSpace(scalar) { at += 1 }
    return self[at]
  }

  /// A run of digits, half or full width, from an index: its range and value; nil where there is none or too many.
  func number(at index: Int) -> (range: Range<Int>, value: Int)? {
    var at = index
    var value = 0
    while let digit = self[at].flatMap(Self.digit), at - index < 10 {
      value = value * 10 + digit
      at += 1
    }
    return at == index ? nil : (index..<at, value)
  }

  static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x30...0x39: Int(scalar - 0x30)
    case 0xFF10...0xFF19: Int(scalar - 0xFF10)
    default: nil
    }
  }

  /// Skips spaces.
  func skippingSpaces(_ index: Int) -> Int {
    var at = index
    while let scalar = self[at], CharacterClass.isSpace(scalar) { at += 1 }
    return at
  }
}

extension StringProtocol {
  /// The values of the Unicode scalars.
  var scalarValues: [UInt32] { unicodeScalars.map(\.value) }
}

extension String {
  /// Letters and digits only, in lower case, widths folded: what two printings of a title have in common.
  var comparable: String {
    var out: [UInt8] = []
    out.reserveCapacity(utf8.count)
    // A file of 100,000 records asks for this a million times, so ASCII takes no detour.
    for scalar in unicodeScalars {
      var value = scalar.value
      if CharacterClass.isFullWidthAlphanumeric(value) { value -= 0xFEE0 }
      switch value {
      case 0x30...0x39, 0x61...0x7A: out.append(UInt8(value))
      case 0x41...0x5A: out.append(UInt8(value + 0x20))
      case 0..<0x80: continue
      default:
        if CharacterClass.isEastAsian(value) {
          UTF8Bytes.append(value, to: &out)
        } else if CharacterClass.isAlphabetic(value) {
          out += scalar.properties.lowercaseMapping.utf8
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The beginning, for messages.
  var shortened: String {
    count <= 30 ? self : prefix(29) + "…"
  }

  var hasHan: Bool { unicodeScalars.contains { CharacterClass.isHan($0.value) } }
}
