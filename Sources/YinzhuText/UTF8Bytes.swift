/// Reading and writing single Unicode scalars in arrays of UTF-8 bytes. Hot loops are built from these.
public enum UTF8Bytes {
  /// U+FFFD.
  public static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Length of the character that begins with this byte; 1 for bytes that can't begin one.
  @inlinable
  public static func length(ofLead byte: UInt8) -> Int {
    if byte < 0xC0 { return 1 }
    if byte < 0xE0 { return 2 }
    return byte < 0xF0 ? 3 : 4
  }

  /// The scalar at `index` and its length. Bytes that are no UTF-8 give U+FFFD and length 1, so a loop always advances.
  /// `index` must be inside.
  @inlinable
  public static func decode(_ bytes: [UInt8], at index: Int) -> (scalar: UInt32, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), 1) }
    // Chinese text is nearly all of three bytes.
    if first & 0xF0 == 0xE0, index + 2 < bytes.count {
      let (second, third) = (bytes[index + 1], bytes[index + 2])
      if second & 0xC0 != 0x80 || third & 0xC0 != 0x80 { return (0xFFFD, 1) }
      return (UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F), 3)
    }
    let length = length(ofLead: first)
    if length == 1 || index + length > bytes.count { return (0xFFFD, 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    var at = index + 1
    while at < index + length {
      let next = bytes[at]
      if next & 0xC0 != 0x80 { return (0xFFFD, 1) }
      value = value << 6 | UInt32(next & 0x3F)
      at += 1
    }
    return (value, length)
  }

  /// Offset of the character that ends just before `index`; 0 at the start.
  @inlinable
  public static func previous(_ bytes: [UInt8], before index: Int) -> Int {
    var at = index - 1
    while at > 0, bytes[at] & 0xC0 == 0x80, index - at < 4 { at -= 1 }
    return max(at, 0)
  }

  /// Length of the valid UTF-8 character at `index` by the table of Unicode 3.9; 0 when there is none.
  @inlinable
  public static func validLength(_ bytes: [UInt8], at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    if first < 0xC2 || first > 0xF4 { return 0 }
    let length = length(ofLead: first)
    if index + length > bytes.count { return 0 }
    let second = bytes[index + 1]
    switch first {
    case 0xE0: if !(0xA0...0xBF).contains(second) { return 0 }
    case 0xED: if !(0x80...0x9F).contains(second) { return 0 }
    case 0xF0: if !(0x90...0xBF).contains(second) { return 0 }
    case 0xF4: if !(0x80...0x8F).contains(second) { return 0 }
    default: if !(0x80...0xBF).contains(second) { return 0 }
    }
    var at = index + 2
    while at < index + length {
      if bytes[at] & 0xC0 != 0x80 { return 0 }
      at += 1
    }
    return length
  }

  /// A text in small letters.
  public static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } }
    return Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
  }

  /// Appends a scalar; what is no scalar is written as U+FFFD.
  @inlinable
  public static func append(_ scalar: UInt32, to out: inout [UInt8]) {
    if scalar < 0x80 {
      out.append(UInt8(scalar))
    } else if scalar < 0x800 {
      out.append(UInt8(0xC0 | scalar >> 6))
      out.append(UInt8(0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      if scalar & 0xF800 == 0xD800 {
        out.append(contentsOf: replacement)
        return
      }
      out.append(UInt8(0xE0 | scalar >> 12))
      out.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      out.append(UInt8(0x80 | scalar & 0x3F))
    } else if scalar < 0x110000 {
      out.append(UInt8(0xF0 | scalar >> 18))
      out.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      out.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      out.append(UInt8(0x80 | scalar & 0x3F))
    } else {
      out.append(contentsOf: replacement)
    }
  }
}
