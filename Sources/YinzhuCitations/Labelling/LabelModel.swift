import CLexicons

/// Weights that say which label a word has: a linear-chain conditional random field (Lafferty, McCallum and Pereira
/// 2001), and which type an entry has: logistic regression. Trained by `citation-training` on citations that our own
/// processor makes; nothing else goes into it.
///
/// The file: magic `YZL2`, number of labels, of classes of gaps and of types (32-bit little-endian each), scale of
/// transitions (32-bit float), transitions (gap × label before × label, 8-bit), then the tables of labels and types.
package struct LabelModel: Sendable {
  /// A lane for each label; those past the last are zero.
  typealias Sums = SIMD32<Int16>

  package static let labels = FieldLabel.count
  /// How many classes of gaps have transitions of their own.
  package static var gapClasses: Int { WordChain.GapClass.allCases.count }
  package static let magic: [UInt8] = Array("YZL2".utf8)

  /// Transitions of each class of gap, label before × label.
  let transitions: [Float]
  /// Their exponentials.
  let odds: [Float]
  /// What makes scores of the sums of words' features.
  let wordScale: Float
  private let wordRows: FeatureRows
  /// A row is one vector, so that it is added in one step.
  private let words: [Sums]
  private let typeScale: Float
  private let typeRows: FeatureRows
  private let types: [Int8]

  /// The weights that are compiled in.
  package static let builtIn: LabelModel? = {
    let entry = yz_label_model()
    guard let bytes = entry.bytes, entry.count > 0 else { return nil }
    return LabelModel(bytes: Array(UnsafeBufferPointer(start: bytes, count: entry.count)))
  }()

  /// A model from the bytes of a file; nil when they are none, or one of other labels.
  package init?(bytes: [UInt8]) {
    guard bytes.starts(with: LabelModel.magic) else { return nil }
    var reader = ModelBytes(bytes, from: LabelModel.magic.count)
    let (labels, gaps) = (LabelModel.labels, LabelModel.gapClasses)
    guard reader.integer() == UInt32(labels), reader.integer() == UInt32(gaps),
      reader.integer() == UInt32(EntryTypes.all.count), let scale = reader.float(),
      let transitions = reader.numbers(gaps * labels * labels), let words = reader.table(width: labels),
      let types = reader.table(width: EntryTypes.all.count), reader.isAtEnd
    else { return nil }
    self.transitions = transitions.map { Float($0) * scale }
    odds = self.transitions.map { yz_exp($0) }
    wordScale = words.scale
    wordRows = words.rows
    self.words = stride(from: 0, to: words.weights.count, by: labels).map { first in
      var row = Sums.zero
      for label in 0..<labels { row[label] = Int16(words.weights[first + label]) }
      return row
    }
    typeScale = types.scale
    typeRows = types.rows
    self.types = types.weights
  }

  /// Adds the weights of a word's feature. A word has fewer than 250 features, so that 16 bits hold their sum.
  @inline(__always)
  func add(_ feature: Feature, to sums: inout Sums) {
    if let row = wordRows.row(of: feature.key) { sums &+= words[row] }
  }

  /// Adds the weights of an entry's feature to the scores of the types.
  func add(type key: UInt32, to scores: inout [Float]) {
    guard let row = typeRows.row(of: key) else { return }
    let first = row * scores.count
    for type in scores.indices { scores[type] += Float(types[first + type]) * typeScale }
  }

  /// What a feature says of a label.
  func weight(_ feature: Feature, _ label: FieldLabel) -> Float {
    var sums = Sums.zero
    add(feature, to: &sums)
    return Float(sums[Int(label.rawValue)]) * wordScale
  }
}
