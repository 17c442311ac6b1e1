import YinzhuModel
import YinzhuText

/// One sort key of one reference; empty ones come last, whatever the direction (CSL 1.0.2 "Sorting").
struct SortValue: Sendable, Hashable {
  var key: [UInt8]?
  var isDescending = false

  /// Whether the first stands before the second; nil where the keys don't tell.
  static func order(_ a: [SortValue], _ b: [SortValue]) -> Bool? {
    for (first, second) in zip(a, b) {
      switch (first.key, second.key) {
      case (nil, nil): continue
      case (nil, _): return false
      case (_, nil): return true
      case (let left?, let right?):
        if left == right { continue }
        return left.lexicographicallyPrecedes(right) != first.isDescending
      }
    }
    return nil
  }
}

extension Style.SortKey {
  /// Keys of records are no words of a language: their bytes sort.
  var isIdentifier: Bool {
    if case .variable(.citationKey) = source { true } else { false }
  }
}

/// The order that sort keys give; equal ones keep the order they came in.
enum SortOrder {
  static func indices(_ values: [[SortValue]]) -> [Int] {
    values.indices.sorted { a, b in SortValue.order(values[a], values[b]) ?? (a < b) }
  }

  /// What collation compares: the text without the brackets, quotation marks and article that open it, words parted
  /// by a mark that sorts before letters and behind commas, so that `Li, Bo` stands before `Li and Bo`.
  static func collated(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var start = 0
      while let length = ignoredLength(bytes, at: start) { start += length }
      for article in articles where bytes[start...].starts(with: article) { start += article.count }
      return String(unsafeUninitializedCapacity: bytes.count - start + 1) { buffer in
        var count = 0
        for byte in bytes[start...] {
          buffer.initializeElement(at: count, to: byte == space ? bar : byte)
          count += 1
        }
        buffer.initializeElement(at: count, to: bar)
        return count + 1
      }
    }
  }

  private static let space = UInt8(ascii: " ")
  private static let bar = UInt8(ascii: "|")
  private static let articles = ["a ", "an ", "the "].map { Array($0.utf8) }

  /// The length of a bracket or quotation mark that opens a text.
  private static func ignoredLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "'"), UInt8(ascii: "\""): return 1
    // “ ‘
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      return [0x9C, 0x98].contains(bytes[index + 2]) ? 3 : nil
    // 《 〈 「 『
    case 0xE3 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      return [0x8A, 0x88, 0x8C, 0x8E].contains(bytes[index + 2]) ? 3 : nil
    // «
    case 0xC2 where index + 1 < bytes.count: return bytes[index + 1] == 0xAB ? 2 : nil
    default: return nil
    }
  }

  /// A key that sorts as its number does.
  static func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    return String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits
  }
}
