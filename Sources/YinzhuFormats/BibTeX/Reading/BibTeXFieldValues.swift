import YinzhuText

/// The fields of one entry by name, in order. An entry has a dozen, most with names that fit into a string's own words:
/// looking through them is faster than hashing.
struct BibTeXFieldValues {
  /// The LaTeX source of a value, and its place.
  typealias Value = (source: String, span: SourceSpan)

  private var items: [(name: String, value: Value?)] = []
  /// A bit for the first letter and the length of each name: most names that are looked for are not there, and this tells.
  private var seen: UInt64 = 0

  private static func bit(_ name: String) -> UInt64 {
    1 << UInt64((Int(name.utf8.first ?? 0) &* 7 &+ name.utf8.count) & 63)
  }

  init() { items.reserveCapacity(16) }

  /// The names of all fields that were ever set, in order.
  var names: [String] { items.map(\.name) }

  var count: Int { items.count }

  /// The field at a position of `names`; nil for one that was taken out.
  func item(_ index: Int) -> (name: String, value: Value)? {
    items[index].value.map { (items[index].name, $0) }
  }

  subscript(name: String) -> Value? {
    get { seen & Self.bit(name) == 0 ? nil : items.first { $0.name == name }?.value }
    set {
      let bit = Self.bit(name)
      defer { seen |= bit }
      if seen & bit != 0, let index = items.firstIndex(where: { $0.name == name }) {
        items[index].value = newValue
      } else if newValue != nil {
        items.append((name, newValue))
      }
    }
  }

  mutating func removeValue(forKey name: String) -> Value? {
    guard seen & Self.bit(name) != 0, let index = items.firstIndex(where: { $0.name == name }) else { return nil }
    defer { items[index].value = nil }
    return items[index].value
  }
}
