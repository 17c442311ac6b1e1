import CLexicons

/// Weights that say which label a word has: a linear-chain conditional random field (Lafferty, McCallum and Pereira
/// 2001), and which type an entry has: logistic regression. Trained by `citation-training` on citations that our own
/// processor makes; nothing else goes into it.
///
/// The file: magic `YZL2`, number of labels, of classes of gaps and of types (32-bit little-endian each), scale of
/// transitions (32-bit float), transitions (gap × label before × label, 8-bit), then the tables of labels and types.
package struct LabelModel: Sendable {
  package static let labels = FieldLabel.count
  /// How many classes of gaps have transitions of their own.
  package static var gapClasses: Int { WordChain.GapClass.allCases.count }
  package static let magic: [UInt8] = Array("YZL2".utf8)

  /// Transitions of each class of gap, label before × label.
  let transitions: [Float]
  /// Their exponentials.
  let odds: [Float]
  private let words: WeightTable
  private let types: WeightTable

  /// The weights that are compiled in.
  package static let builtIn: LabelModel? = {
    let entry = yz_label_model()
    guard let bytes = entry.bytes, entry.count > 0 else { return nil }
    return LabelModel(bytes: Array(UnsafeBufferPointer(start: bytes, count: entry.count)))
  }()

  /// A model from the bytes of a file; nil when they are none, or one of other labels.
  package init?(bytes: [UInt8]) {
    guard bytes.starts(with: LabelModel.magic) else { return nil }
    var at = LabelModel.magic.count
    let (labels, gaps) = (LabelModel.labels, LabelModel.gapClasses)
    guard WeightTable.integer(bytes, at: &at) == UInt32(labels), WeightTable.integer(bytes, at: &at) == UInt32(gaps),
      WeightTable.integer(bytes, at: &at) == UInt32(EntryTypes.all.count),
      let scale = WeightTable.integer(bytes, at: &at).map(Float.init(bitPattern:)),
      at + gaps * labels * labels <= bytes.count
    else { return nil }
    transitions = bytes[at..<(at + gaps * labels * labels)].map { Float(Int8(bitPattern: $0)) * scale }
    odds = transitions.map { yz_exp($0) }
    at += gaps * labels * labels
    guard let words = WeightTable(bytes, at: &at, width: labels),
      let types = WeightTable(bytes, at: &at, width: EntryTypes.all.count), at == bytes.count
    else { return nil }
    self.words = words
    self.types = types
  }

  /// Adds the weights of a word's feature to the scores of the labels.
  @inline(__always)
  func add(_ feature: Feature, to scores: inout [Float], at base: Int) {
    words.add(feature.key, to: &scores, at: base)
  }

  /// The same, in whole numbers that `wordScale` makes scores of.
  @inline(__always)
  func add(_ feature: Feature, to sums: inout SIMD32<Int16>) { words.add(feature.key, to: &sums) }

  var wordScale: Float { words.scale }

  /// Adds the weights of an entry's feature to the scores of the types.
  func add(type key: UInt32, to scores: inout [Float]) { types.add(key, to: &scores, at: 0) }

  /// What a feature says of a label.
  func weight(_ feature: Feature, _ label: FieldLabel) -> Float {
    var scores = [Float](repeating: 0, count: LabelModel.labels)
    add(feature, to: &scores, at: 0)
    return scores[Int(label.rawValue)]
  }
}
