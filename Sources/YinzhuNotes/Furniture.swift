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
    var repeats: [[UInt8]: Int] = [:]
    var keys: [[UInt8]?] = Array(repeating: nil, count: lines.count)
    for (index, line) in lines.enumerated() where line.content.count <= 150 {
      if let number = Furniture.pageNumber(bytes, line.content) {
        pageNumber[index] = number
        isFurniture[index] = true
      } else if !bytes.endsSentence(before: line.contentEnd, from: line.contentStart) {
        let key = Furniture.key(bytes, line.content)
        keys[index] = key
        repeats[key, default: 0] += 1
      }
    }
    for index in lines.indices {
      guard let key = keys[index], key.count > 6 else { continue }
      let isBesidePageNumber = neighbours(of: index).contains { pageNumber[$0] != nil }
      let count = repeats[key] ?? 0
      // A head repeats, and stands beside a page number or set off from the margin as heads are; body lines of a text
      // that is printed twice repeat too.
      let isSetOff = isShortHead(lines[index], bytes)
      let isShort = lines[index].content.count <= Furniture.longestHead
      if isBesidePageNumber ? (isShort && count >= 2 || isSetOff) : (count >= 3 && isSetOff && lines[index].gap > 0) {
        isFurniture[index] = true
      }
    }
  }

  private func neighbours(of index: Int) -> [Int] {
    [index - 1, index + 1].filter { isFurniture.indices.contains($0) }
  }

  private func isShortHead(_ line: TextLine, _ bytes: [UInt8]) -> Bool {
    // Set off by an ideographic space, as heads are.
    line.content.count <= Furniture.longestHead && line.contentStart - line.start >= 3
  }

  /// Thirty Han characters, in bytes.
  private static let longestHead = 90

  private static func key(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    bytes[range].filter { $0 != 0x20 }
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
