import YinzhuCitations

/// Rows of weights by key, as a model holds them.
struct ModelTable {
  var rows: [(key: UInt32, weights: [Float])]
  var width: Int
}

/// Writes the file that `LabelModel` reads.
struct ModelFile {
  private(set) var bytes = LabelModel.magic

  init(transitions: [Float], words: ModelTable, types: ModelTable) {
    append(UInt32(LabelModel.labels))
    append(UInt32(LabelModel.gapClasses))
    append(UInt32(EntryTypes.all.count))
    let scale = (transitions.map(abs).max() ?? 1) / 127
    append(scale.bitPattern)
    for value in transitions { append(value, scale) }
    append(words)
    append(types)
  }

  private mutating func append(_ table: ModelTable) {
    let rows = table.rows.sorted { $0.key < $1.key }
    let scale = (rows.map { $0.weights.map(abs).max() ?? 0 }.max() ?? 1) / 127
    append(UInt32(rows.count))
    append(scale.bitPattern)
    for row in rows { append(row.key) }
    for row in rows { for value in row.weights { append(value, scale) } }
  }

  private mutating func append(_ value: UInt32) {
    for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
  }

  private mutating func append(_ value: Float, _ scale: Float) {
    bytes.append(UInt8(bitPattern: Int8(max(-127, min(127, (value / max(scale, 1e-9)).rounded())))))
  }
}
