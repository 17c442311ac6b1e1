import YinzhuText

/// Running heads and page numbers: lines that belong to the page, not to the text.
struct Furniture {
  /// By line: whether it is furniture.
  private(set) var isFurniture: [Bool]
  /// By line: the page number that it prints.
  private(set) var pageNumber: [String?]

  init(_ lines: [TextLine], _ bytes: [UInt8]) {
    isFurniture = Array(repeating: false, count: lines.count)
    pageNumber = Array(repeating: nil, count: lines.count)
    // Only short lines can be heads; their texts are told apart by a hash of their own, as the standard one takes each
    // byte for itself.
    var repeats: [UInt64: Int] = [:]
    var keys: [UInt64?] = Array(repeating: nil, count: lines.count)
    for (index, line) in lines.enumerated() where line.content.count <= Furniture.longestHead {
      if let number = Furniture.pageNumber(bytes, line.content) {
        pageNumber[index] = number
        isFurniture[index] = true
      } else if !bytes.endsSentence(before: line.contentEnd, from: line.contentStart),
        let key = Furniture.key(bytes, line.content)
      {
        keys[index] = key
        repeats[key, default: 0] += 1
      }
    }
    for index in lines.indices {
      guard let key = keys[index] else { continue }
      let isBesidePageNumber =
        index > 0 && pageNumber[index - 1] != nil || index + 1 < lines.count && pageNumber[index + 1] != nil
      // A head repeats, and stands beside a page number or set off from the margin as heads are; body lines of a text
      // that is printed twice repeat too.
      let isSetOff = isSetOff(lines[index])
      guard isBesidePageNumber || isSetOff else { continue }
      let count = repeats[key] ?? 0
      if isBesidePageNumber ? count >= 2 || isSetOff : count >= 3 && lines[index].gap > 0 { isFurniture[index] = true }
    }
  }

  /// Set off by an ideographic space, as heads are.
  private func isSetOff(_ line: TextLine) -> Bool { line.contentStart - line.start >= 3 }

  /// Thirty Han characters, in bytes.
  private static let longestHead = 90

  /// FNV-1a of the text without its spaces; nil for a text of two characters.
  private static func key(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var count = 0
    for byte in bytes[range] where byte != 0x20 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      count += 1
    }
    return count > 6 ? hash : nil
  }

  /// `·８·`, `- 12 -`, `— 12 —`, `第12页`, `12`: digits of either width between dots or dashes.
  private static func pageNumber(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    guard range.count <= 24 else { return nil }
    var digits = ""
    var marks = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, length) = UTF8Bytes.decode(bytes, at: at)
      switch scalar {
      case 0x30...0x39: digits.append(Character(Unicode.Scalar(UInt8(scalar))))
      case 0xFF10...0xFF19: digits.append(Character(Unicode.Scalar(UInt8(scalar - 0xFF10 + 0x30))))
      case 0xB7, 0x2022, 0x30FB, 0x2D, 0x2013, 0x2014, 0x2E, 0x7C, 0xFF5C, 0x2015: marks += 1
      case 0x20, 0x3000, 0xA0, 0x7B2C, 0x9875: break  // spaces, 第, 页
      default: return nil
      }
      at += length
    }
    return !digits.isEmpty && digits.count <= 4 && marks <= 4 ? digits : nil
  }
}
