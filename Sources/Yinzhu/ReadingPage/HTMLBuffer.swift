import YinzhuText

/// HTML as it is written: what comes out of documents is escaped, what we write ourselves is not.
struct HTMLBuffer {
  private(set) var bytes: [UInt8] = []

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Markup of our own.
  mutating func markup(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// HTML that was written before.
  mutating func append(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  /// Text, safe in elements and in quoted attributes.
  mutating func text(_ text: String) { self.text(Array(text.utf8)[...]) }

  /// Text as valid UTF-8. Control characters, which HTML forbids, are left out.
  mutating func text(_ text: ArraySlice<UInt8>) {
    var at = text.startIndex
    while at < text.endIndex {
      let byte = text[at]
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case UInt8(ascii: "\""): markup("&quot;")
      case UInt8(ascii: "'"): markup("&#39;")
      case 0x0C, 0x0D: bytes.append(0x20)
      case 0x00..<0x09, 0x0B, 0x0E..<0x20, 0x7F: break
      case 0xC2 where at + 1 < text.endIndex && text[at + 1] < 0xA0: at += 1
      default: bytes.append(byte)
      }
      at += 1
    }
  }
}
