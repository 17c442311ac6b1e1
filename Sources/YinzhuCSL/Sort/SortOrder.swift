import YinzhuModel
import YinzhuText

/// One sort key of one reference; empty ones come last, whatever the direction (CSL 1.0.2 "Sorting").
struct SortValue: Sendable, Hashable {
  var key: [UInt8]?

  static func order(_ a: [SortValue], _ b: [SortValue], _ keys: [Style.SortKey]) -> Bool? {
    for (index, key) in keys.enumerated() where index < a.count && index < b.count {
      switch (a[index].key, b[index].key) {
      case (nil, nil): continue
      case (nil, _): return false
      case (_, nil): return true
      case (let left?, let right?):
        if left == right { continue }
        return left.lexicographicallyPrecedes(right) != key.descending
      }
    }
    return nil
  }
}

/// The order that sort keys give; equal ones keep the order they came in.
enum SortOrder {
  static func indices(_ values: [[SortValue]], _ keys: [Style.SortKey]) -> [Int] {
    values.indices.sorted { a, b in SortValue.order(values[a], values[b], keys) ?? (a < b) }
  }

  /// Brackets and quotation marks have no place in an order.
  static func stripped(_ text: String) -> String {
    guard text.contains(where: isIgnored) else { return text }
    return text.filter { !isIgnored($0) }
  }

  private static func isIgnored(_ character: Character) -> Bool {
    switch character {
    case "[", "]", "(", ")", "\"", "'", "“", "”", "‘", "’", "«", "»", "《", "》", "〈", "〉", "「", "」", "『", "』": true
    default: false
    }
  }

  /// A key that sorts as its number does.
  static func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    return String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits
  }
}
