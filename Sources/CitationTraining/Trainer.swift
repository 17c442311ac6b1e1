import CitationCorpus
import Foundation
import YinzhuCitations

/// Fits a linear-chain conditional random field by stochastic gradients, one step size a row (AdaGrad).
///
/// Works on unsafe buffers: a tool of ours on data of ours, whose every index it made itself.
final class Trainer {
  static let width = FieldLabel.count
  let set: TrainingSet
  let gaps: Int
  var weights: [Float]
  private var squares: [Float]
  var transitions: [Float]
  private var transitionSquares: [Float]
  /// Rows that stay out: those that pruning dropped.
  var dropped: [Bool]
  var rate: Float = 0.2
  /// How often a feature that names a word is left out.
  var dropout: Float = 0.45
  /// How often any other feature is left out.
  var sparsity: Float = 0
  private var random: UInt64

  init(set: TrainingSet, gaps: Int, seed: UInt64) {
    self.set = set
    self.gaps = gaps
    random = seed | 1
    weights = Array(repeating: 0, count: set.keys.count * Trainer.width)
    squares = Array(repeating: 0, count: set.keys.count)
    transitions = Array(repeating: 0, count: gaps * Trainer.width * Trainer.width)
    transitionSquares = Array(repeating: 0, count: gaps * Trainer.width)
    dropped = Array(repeating: false, count: set.keys.count)
  }

  private func next() -> UInt64 {
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    return random
  }

  /// One pass over the entries in random order; the mean loss of a word.
  func epoch(_ order: Range<Int>) -> Double {
    var indices = Array(order)
    for index in stride(from: indices.count - 1, to: 0, by: -1) {
      indices.swapAt(index, Int(next() % UInt64(index + 1)))
    }
    var loss = 0.0
    var words = 0
    for index in indices {
      loss += step(set.entries[index])
      words += set.entries[index].labels.count
    }
    return loss / Double(max(1, words))
  }

  private func step(_ entry: TrainingEntry) -> Double {
    let width = Trainer.width
    let count = entry.labels.count
    guard count > 0 else { return 0 }
    var emissions = [Float](repeating: 0, count: count * width)
    var stays = [Float](repeating: 0, count: count * width)
    // Chosen once an entry, so that the gradient is that of what was scored.
    var active: [(row: Int, word: Int, stay: Bool)] = []
    let threshold = UInt64(dropout * 65536)
    let others = UInt64(sparsity * 65536)
    set.features.withUnsafeBufferPointer { features in
      weights.withUnsafeBufferPointer { weights in
        for word in 0..<count {
          for at in (entry.base + Int(entry.starts[word]))..<(entry.base + Int(entry.starts[word + 1])) {
            let value = features[at]
            let row = Int(value & TrainingSet.rowMask)
            if dropped[row] { continue }
            if value & TrainingSet.lexical != 0, next() & 0xFFFF < threshold { continue }
            if others > 0, next() & 0xFFFF < others { continue }
            let stay = value & TrainingSet.stay != 0
            active.append((row, word, stay))
            let base = row * width
            if stay {
              for label in 0..<width { stays[word * width + label] += weights[base + label] }
            } else {
              for label in 0..<width { emissions[word * width + label] += weights[base + label] }
            }
          }
        }
      }
    }
    // Forward and backward in scaled probabilities.
    var emit = [Float](repeating: 0, count: count * width)
    var scaleLog = 0.0
    for word in 0..<count {
      var peak = -Float.infinity
      for label in 0..<width { peak = max(peak, emissions[word * width + label]) }
      for label in 0..<width { emit[word * width + label] = expf(emissions[word * width + label] - peak) }
      scaleLog += Double(peak)
    }
    var alpha = [Float](repeating: 0, count: count * width)
    var edges = [Float](repeating: 0, count: count * width * width)
    var gold = Double(emissions[Int(entry.labels[0])])
    var norm: Float = 0
    for label in 0..<width {
      alpha[label] = emit[label]
      norm += emit[label]
    }
    for label in 0..<width { alpha[label] /= norm }
    var logZ = Double(logf(norm)) + scaleLog
    for word in 1..<max(1, count) {
      let gap = Int(entry.gaps[word]) * width * width
      let base = word * width * width
      for a in 0..<width {
        for b in 0..<width { edges[base + a * width + b] = expf(transitions[gap + a * width + b]) }
        edges[base + a * width + a] *= expf(stays[word * width + a])
      }
      norm = 0
      for b in 0..<width { alpha[word * width + b] = 0 }
      for a in 0..<width {
        let from = alpha[(word - 1) * width + a]
        for b in 0..<width { alpha[word * width + b] += from * edges[base + a * width + b] }
      }
      for b in 0..<width {
        alpha[word * width + b] *= emit[word * width + b]
        norm += alpha[word * width + b]
      }
      for b in 0..<width { alpha[word * width + b] /= norm }
      logZ += Double(logf(norm))
      let (before, here) = (Int(entry.labels[word - 1]), Int(entry.labels[word]))
      gold += Double(emissions[word * width + here] + transitions[gap + before * width + here])
      if before == here { gold += Double(stays[word * width + here]) }
    }
    guard logZ.isFinite else { return 0 }
    var beta = [Float](repeating: 1, count: width)
    var nodes = [Float](repeating: 0, count: count * width)
    var diagonals = [Float](repeating: 0, count: count * width)
    var scaled = [Float](repeating: 0, count: width)
    var pairs = [Float](repeating: 0, count: width * width)
    for word in stride(from: count - 1, through: 0, by: -1) {
      var total: Float = 0
      for label in 0..<width {
        nodes[word * width + label] = alpha[word * width + label] * beta[label]
        total += nodes[word * width + label]
      }
      for label in 0..<width { nodes[word * width + label] /= total }
      guard word > 0 else { break }
      for label in 0..<width { scaled[label] = emit[word * width + label] * beta[label] }
      let base = word * width * width
      total = 0
      norm = 0
      for a in 0..<width {
        let from = alpha[(word - 1) * width + a]
        var sum: Float = 0
        for b in 0..<width {
          let value = edges[base + a * width + b] * scaled[b]
          sum += value
          pairs[a * width + b] = from * value
        }
        beta[a] = sum
        total += from * sum
        norm = max(norm, sum)
      }
      for a in 0..<width { beta[a] /= norm }
      let (before, here) = (Int(entry.labels[word - 1]), Int(entry.labels[word]))
      let gap = Int(entry.gaps[word])
      for a in 0..<width {
        var square: Float = 0
        for b in 0..<width {
          var gradient = -pairs[a * width + b] / total
          if a == before, b == here { gradient += 1 }
          pairs[a * width + b] = gradient
          square += gradient * gradient
          if a == b { diagonals[word * width + a] = gradient }
        }
        guard square > 1e-10 else { continue }
        let row = gap * width + a
        transitionSquares[row] += square
        let rate = self.rate * 0.5 / (1e-3 + sqrtf(transitionSquares[row]))
        for b in 0..<width { transitions[row * width + b] += rate * pairs[a * width + b] }
      }
    }
    for word in 0..<count {
      for label in 0..<width { nodes[word * width + label] = -nodes[word * width + label] }
      nodes[word * width + Int(entry.labels[word])] += 1
    }
    update(active, nodes, diagonals)
    return logZ - gold
  }

  private func update(_ active: [(row: Int, word: Int, stay: Bool)], _ nodes: [Float], _ diagonals: [Float]) {
    let width = Trainer.width
    let count = nodes.count / width
    var nodeSquares = [Float](repeating: 0, count: count)
    var diagonalSquares = [Float](repeating: 0, count: count)
    for word in 0..<count {
      for label in 0..<width {
        nodeSquares[word] += nodes[word * width + label] * nodes[word * width + label]
        diagonalSquares[word] += diagonals[word * width + label] * diagonals[word * width + label]
      }
    }
    weights.withUnsafeMutableBufferPointer { weights in
      nodes.withUnsafeBufferPointer { nodes in
        diagonals.withUnsafeBufferPointer { diagonals in
          for feature in active {
            let square = feature.stay ? diagonalSquares[feature.word] : nodeSquares[feature.word]
            if square < 1e-8 { continue }
            squares[feature.row] += square
            let rate = self.rate / (1e-3 + sqrtf(squares[feature.row]))
            let base = feature.row * width
            let from = feature.word * width
            if feature.stay {
              for label in 0..<width { weights[base + label] += rate * diagonals[from + label] }
            } else {
              for label in 0..<width { weights[base + label] += rate * nodes[from + label] }
            }
          }
        }
      }
    }
  }

  /// Keeps the rows that weigh most; the others are zero from now on.
  func prune(keep: Int) {
    let width = Trainer.width
    var size = (0..<set.keys.count).map { row -> Float in
      var low = Float.infinity
      var high = -Float.infinity
      for label in 0..<width {
        low = min(low, weights[row * width + label])
        high = max(high, weights[row * width + label])
      }
      // A weight that was seldom used is worth less than its size.
      return (high - low) * sqrtf(sqrtf(squares[row]))
    }
    guard size.count > keep else { return }
    let sorted = size.sorted(by: >)
    let least = sorted[keep]
    for row in size.indices where size[row] <= least {
      dropped[row] = true
      for label in 0..<width { weights[row * width + label] = 0 }
    }
    size.removeAll()
  }

  /// The rows that are not zero, as a table.
  func table() -> ModelTable {
    let width = Trainer.width
    let rows = dropped.indices.filter { row in
      !dropped[row] && (0..<width).contains { weights[row * width + $0] != 0 }
    }
    return ModelTable(
      rows: rows.map { (set.keys[$0], Array(weights[($0 * width)..<(($0 + 1) * width)])) }, width: width)
  }
}
