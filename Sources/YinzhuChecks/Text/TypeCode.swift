import YinzhuText

/// The code of document type and carrier in a GB/T 7714 entry: `[J]`, `[EB/OL]`.
struct TypeCode: Sendable, Hashable {
  /// `J`, `EB`.
  var type: String
  /// `OL`, `CD`; nil on paper.
  var carrier: String?
  /// The whole code with its brackets, in scalars.
  var range: Range<Int>

  static let types: Set<String> = [
    "M", "C", "G", "N", "J", "D", "R", "S", "P", "DB", "CP", "EB", "A", "CM", "DS", "Z", "PP",
  ]
  static let carriers: Set<String> = ["OL", "CD", "DK", "MT"]

  static func first(in text: ScalarText) -> TypeCode? { all(in: text).first }

  static func all(in text: ScalarText) -> [TypeCode] {
    var out: [TypeCode] = []
    for index in text.indices where text[index] == 0x5B || text[index] == 0xFF3B {
      var end = index + 1
      while let scalar = text[end], (0x41...0x5A).contains(scalar) || scalar == 0x2F, end - index < 7 { end += 1 }
      guard text[end] == 0x5D || text[end] == 0xFF3D else { continue }
      let parts = text.string(index + 1..<end).split(separator: "/", omittingEmptySubsequences: false).map {
        String($0)
      }
      guard let type = parts.first, types.contains(type), parts.count <= 2 else { continue }
      let carrier = parts.count == 2 ? parts[1] : nil
      if let carrier, !carriers.contains(carrier) { continue }
      out.append(TypeCode(type: type, carrier: carrier, range: index..<end + 1))
    }
    return out
  }
}
