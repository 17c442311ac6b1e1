import CLexicons
import YinzhuText

/// Gives each word of an entry the label of the best chain of labels.
package struct Labeller {
  private let model: LabelModel

  package init(model: LabelModel) { self.model = model }

  /// The labels, and the probability of each word's label in the light of the whole entry.
  package struct Labels: Sendable {
    package var labels: [FieldLabel]
    /// The natural logarithm of the probability that all of them are right.
    package var logProbability: Float

    var confidence: Double { Double(max(0.05, min(0.99, yz_exp(logProbability)))) }
  }

  /// The best labels. An entry has a title: where the best chain has none, that which has one is taken.
  package func label(_ chain: WordChain) -> Labels {
    guard chain.count > 0 else { return Labels(labels: [], logProbability: 0) }
    let (emissions, stays) = scores(chain)
    let best = decode(chain, emissions, stays)
    guard !best.labels.contains(.title) else { return best }
    for bonus: Float in [1, 2, 4] {
      var favouring = emissions
      for word in 0..<chain.count { favouring[word * LabelModel.labels + Int(FieldLabel.title.rawValue)] += bonus }
      let other = decode(chain, favouring, stays)
      if other.labels.contains(.title) {
        return Labels(labels: other.labels, logProbability: best.logProbability - bonus)
      }
    }
    return best
  }

  /// What speaks for each label of each word, and for each label to go on from the word before.
  private func scores(_ chain: WordChain) -> (emissions: [Float], stays: [Float]) {
    let count = chain.count
    let width = LabelModel.labels
    var emissions = [Float](repeating: 0, count: count * width)
    var stays = [Float](repeating: 0, count: count * width)
    var reader = FeatureReader(chain)
    var features: [Feature] = []
    for index in 0..<count {
      features.removeAll(keepingCapacity: true)
      reader.read(index, &features)
      var own = LabelModel.Sums.zero
      var going = LabelModel.Sums.zero
      for feature in features {
        if feature.template.isStay { model.add(feature, to: &going) } else { model.add(feature, to: &own) }
      }
      for label in 0..<width {
        emissions[index * width + label] = Float(own[label]) * model.wordScale
        stays[index * width + label] = Float(going[label]) * model.wordScale
      }
    }
    return (emissions, stays)
  }

  /// The answers that speak most for the label of a word, with their weights.
  func reasons(_ chain: WordChain, _ labels: [FieldLabel], word: Int) -> [(template: FeatureTemplate, weight: Float)] {
    var reader = FeatureReader(chain)
    var features: [Feature] = []
    for index in 0...word {
      features.removeAll(keepingCapacity: true)
      reader.read(index, &features)
    }
    let goesOn = word > 0 && labels[word - 1] == labels[word]
    return features.filter { goesOn || !$0.template.isStay }.map { ($0.template, model.weight($0, labels[word])) }
      .filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
  }

  private func decode(_ chain: WordChain, _ emissions: [Float], _ stays: [Float]) -> Labels {
    let count = chain.count
    let width = LabelModel.labels
    var best = Array(emissions[0..<width])
    var from = [UInt8](repeating: 0, count: count * width)
    // The sum over all chains goes along, in logarithms.
    var sum = best
    var next = best
    var nextSum = best
    for index in 1..<max(1, count) {
      let base = Int(chain.links[index].gapClass.rawValue) * width * width
      let peak = sum.max() ?? 0
      let expSum = sum.map { yz_exp($0 - peak) }
      for label in 0..<width {
        var top = -Float.infinity
        var arg = 0
        var total: Float = 0
        for previous in 0..<width {
          var edge = model.transitions[base + previous * width + label]
          if previous == label { edge += stays[index * width + label] }
          let score = best[previous] + edge
          if score > top {
            top = score
            arg = previous
          }
          total += expSum[previous] * model.odds[base + previous * width + label]
        }
        // The odds above are those without what speaks for the label to go on.
        let stay = model.odds[base + label * width + label] * expSum[label]
        total += stay * (yz_exp(stays[index * width + label]) - 1)
        next[label] = top + emissions[index * width + label]
        nextSum[label] = peak + yz_log(total) + emissions[index * width + label]
        from[index * width + label] = UInt8(arg)
      }
      swap(&best, &next)
      swap(&sum, &nextSum)
    }
    var label = best.indices.max { best[$0] < best[$1] } ?? 0
    let peak = sum.max() ?? 0
    let total = peak + yz_log(sum.reduce(0) { $0 + yz_exp($1 - peak) })
    let top = best[label]
    var labels = [FieldLabel](repeating: .other, count: count)
    for index in stride(from: count - 1, through: 0, by: -1) {
      labels[index] = FieldLabel(rawValue: UInt8(label)) ?? .other
      label = Int(from[index * width + label])
    }
    return Labels(labels: labels, logProbability: min(0, top - total))
  }
}
