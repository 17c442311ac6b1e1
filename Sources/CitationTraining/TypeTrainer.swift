import Foundation
import YinzhuCitations

/// Fits logistic regression over the types of entries.
struct TypeTrainer {
  private static let width = EntryTypes.all.count
  private(set) var keys: [UInt32] = []
  private var rows: [UInt32: Int] = [:]
  private(set) var weights: [Float] = []

  init(_ entries: [(keys: [UInt32], type: Int)], least: Int, keep: Int, epochs: Int) {
    let width = TypeTrainer.width
    var counts: [UInt32: Int] = [:]
    for entry in entries { for key in entry.keys { counts[key, default: 0] += 1 } }
    keys = counts.filter { $0.value >= least }.map(\.key).sorted()
    for (row, key) in keys.enumerated() { rows[key] = row }
    weights = Array(repeating: 0, count: keys.count * width)
    fit(entries, epochs)
    // The rows that tell types apart best stay, and are fitted again.
    let sizes = keys.indices.map { row in
      let own = weights[(row * width)..<((row + 1) * width)]
      return (own.max() ?? 0) - (own.min() ?? 0)
    }
    if keys.count > keep {
      let least = sizes.sorted(by: >)[keep]
      keys = keys.indices.filter { sizes[$0] > least }.map { keys[$0] }
      rows = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
      weights = Array(repeating: 0, count: keys.count * width)
      fit(entries, epochs)
    }
  }

  /// The rows, as a table.
  var table: ModelTable {
    let width = TypeTrainer.width
    return ModelTable(
      rows: keys.enumerated().map { ($1, Array(weights[($0 * width)..<(($0 + 1) * width)])) }, width: width)
  }

  private mutating func fit(_ entries: [(keys: [UInt32], type: Int)], _ epochs: Int) {
    let width = TypeTrainer.width
    var squares = [Float](repeating: 0, count: keys.count)
    for epoch in 0..<epochs {
      for index in entries.indices {
        let entry = entries[(index &* 7919 &+ epoch) % entries.count]
        let own = entry.keys.compactMap { rows[$0] }
        var scores = [Float](repeating: 0, count: width)
        for row in own { for column in 0..<width { scores[column] += weights[row * width + column] } }
        let peak = scores.max() ?? 0
        var sum: Float = 0
        for column in 0..<width {
          scores[column] = expf(scores[column] - peak)
          sum += scores[column]
        }
        var square: Float = 0
        for column in 0..<width {
          scores[column] = (column == entry.type ? 1 : 0) - scores[column] / sum
          square += scores[column] * scores[column]
        }
        if square < 1e-6 { continue }
        for row in own {
          squares[row] += square
          let rate = 0.1 / (1e-3 + sqrtf(squares[row]))
          for column in 0..<width { weights[row * width + column] += rate * scores[column] }
        }
      }
    }
  }
}
