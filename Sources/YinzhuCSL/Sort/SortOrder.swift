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
    var rest = Substring(text)
    while let first = rest.first, isIgnored(first) { rest.removeFirst() }
    for article in ["a ", "an ", "the "] where rest.hasPrefix(article) { rest.removeFirst(article.count) }
    guard rest.utf8.contains(UInt8(ascii: " ")) else { return rest + "|" }
    return rest.replacing(" ", with: "|") + "|"
  }

  private static func isIgnored(_ character: Character) -> Bool {
    switch character {
    case "[", "]", "\"", "'", "“", "‘", "«", "《", "〈", "「", "『": true
    default: false
    }
  }

  /// A key that sorts as its number does.
  static func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    return String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits
  }
}
