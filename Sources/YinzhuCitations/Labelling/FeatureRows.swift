/// The row of each feature that a model has weights of: open addressing over the keys of its file.
struct FeatureRows: Sendable {
  /// Key and row; a row below 0 is an empty place.
  private let table: [(key: UInt32, row: Int32)]
  private let mask: Int

  /// - Parameter keys: the keys in the order of the rows.
  init(keys: [UInt32]) {
    var size = 64
    while size < keys.count * 2 { size *= 2 }
    mask = size - 1
    var table = [(key: UInt32, row: Int32)](repeating: (0, -1), count: size)
    for (row, key) in keys.enumerated() {
      var slot = Int(key) & mask
      while table[slot].row >= 0 { slot = (slot + 1) & mask }
      table[slot] = (key, Int32(clamping: row))
    }
    self.table = table
  }

  @inline(__always)
  func row(of key: UInt32) -> Int? {
    var slot = Int(key) & mask
    while true {
      let entry = table[slot]
      if entry.row < 0 { return nil }
      if entry.key == key { return Int(entry.row) }
      slot = (slot + 1) & mask
    }
  }
}

/// Reads the bytes of a model from front to back.
struct ModelBytes {
  private let bytes: [UInt8]
  private var at: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    at = start
  }

  var isAtEnd: Bool { at == bytes.count }

  /// 32 bits, little-endian; nil when the bytes end before.
  mutating func integer() -> UInt32? {
    guard let four = take(4) else { return nil }
    let first = four.startIndex
    return UInt32(four[first]) | UInt32(four[first + 1]) << 8 | UInt32(four[first + 2]) << 16
      | UInt32(four[first + 3]) << 24
  }

  mutating func float() -> Float? { integer().map(Float.init(bitPattern:)) }

  /// 8-bit numbers; nil when the bytes end before.
  mutating func numbers(_ count: Int) -> [Int8]? { take(count)?.map { Int8(bitPattern: $0) } }

  /// A table: rows (32-bit), scale (32-bit float), keys (32-bit, ascending), rows (8-bit a column).
  mutating func table(width: Int) -> (rows: FeatureRows, scale: Float, weights: [Int8])? {
    guard let count = integer().map(Int.init), let scale = float(), count <= bytes.count else { return nil }
    var keys: [UInt32] = []
    keys.reserveCapacity(count)
    for _ in 0..<count {
      guard let key = integer() else { return nil }
      keys.append(key)
    }
    guard let weights = numbers(count * width) else { return nil }
    return (FeatureRows(keys: keys), scale, weights)
  }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count <= bytes.count - at else { return nil }
    defer { at += count }
    return bytes[at..<(at + count)]
  }
}
