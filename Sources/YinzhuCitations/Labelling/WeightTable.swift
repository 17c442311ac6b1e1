/// Rows of small weights by the key of a feature, read from the bytes of a model.
///
/// In the file: rows (32-bit little-endian), scale (32-bit float), keys (32-bit, ascending), rows (8-bit a column).
struct WeightTable: Sendable {
  private let width: Int
  let scale: Float
  private let weights: [Int8]
  /// The same rows for one addition each, where a row has no more than 32 columns.
  private let wide: [SIMD32<Int16>]
  /// Open addressing: key and row; a row below 0 is an empty place.
  private let table: [(key: UInt32, row: Int32)]
  private let mask: Int

  /// Reads a table at `at`, which moves behind it; nil when the bytes end before.
  init?(_ bytes: [UInt8], at: inout Int, width: Int) {
    guard let count = WeightTable.integer(bytes, at: &at).map(Int.init),
      let scale = WeightTable.integer(bytes, at: &at),
      count <= bytes.count, at + count * (4 + width) <= bytes.count
    else { return nil }
    self.width = width
    self.scale = Float(bitPattern: scale)
    var size = 64
    while size < count * 2 { size *= 2 }
    mask = size - 1
    var table = [(key: UInt32, row: Int32)](repeating: (0, -1), count: size)
    for row in 0..<count {
      guard let key = WeightTable.integer(bytes, at: &at) else { return nil }
      var slot = Int(key) & mask
      while table[slot].row >= 0 { slot = (slot + 1) & mask }
      table[slot] = (key, Int32(row))
    }
    self.table = table
    let weights = bytes[at..<(at + count * width)].map { Int8(bitPattern: $0) }
    self.weights = weights
    wide =
      width > 32
      ? []
      : (0..<count).map { row in
        var lanes = SIMD32<Int16>.zero
        for column in 0..<width { lanes[column] = Int16(weights[row * width + column]) }
        return lanes
      }
    at += count * width
  }

  static func integer(_ bytes: [UInt8], at: inout Int) -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    defer { at += 4 }
    return UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16 | UInt32(bytes[at + 3]) << 24
  }

  /// Adds the weights of a feature, which are to be multiplied by `scale`. Sums of 250 features can't overflow.
  @inline(__always)
  func add(_ key: UInt32, to sums: inout SIMD32<Int16>) {
    var slot = Int(key) & mask
    while true {
      let entry = table[slot]
      if entry.row < 0 { return }
      if entry.key == key {
        sums &+= wide[Int(entry.row)]
        return
      }
      slot = (slot + 1) & mask
    }
  }

  /// Adds the weights of a feature to scores that begin at `base`.
  @inline(__always)
  func add(_ key: UInt32, to scores: inout [Float], at base: Int) {
    var slot = Int(key) & mask
    while true {
      let entry = table[slot]
      if entry.row < 0 { return }
      if entry.key == key {
        let start = Int(entry.row) * width
        for column in 0..<width { scores[base + column] += Float(weights[start + column]) * scale }
        return
      }
      slot = (slot + 1) & mask
    }
  }
}
