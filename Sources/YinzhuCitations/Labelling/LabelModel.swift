import CLexicons

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Weights that say which label a word has: a linear-chain conditional random field (Lafferty, McCallum and Pereira
/// 2001). Trained by `citation-training` on citations that our own processor makes; nothing else goes into it.
///
/// The file: magic `YZL1`, labels, gap classes, rows (32-bit little-endian each), scale of rows and of transitions
/// (32-bit float), transitions (gap class × label × label, 8-bit), keys (32-bit, ascending), rows (labels, 8-bit).
package struct LabelModel: Sendable {
  package static let labels = FieldLabel.count
  static let magic: [UInt8] = Array("YZL1".utf8)

  /// Transitions of each class of gap, label before × label.
  let transitions: [Float]
  /// Their exponentials.
  let odds: [Float]
  private let scale: Float
  private let weights: [Int8]
  /// Open addressing: key and row.
  private let table: [(key: UInt32, row: Int32)]
  private let mask: Int

  package static let builtIn: LabelModel? = {
    let entry = yz_label_model()
    guard let bytes = entry.bytes, entry.count > 0 else { return nil }
    return LabelModel(bytes: Array(UnsafeBufferPointer(start: bytes, count: entry.count)))
  }()

  /// A model from the bytes of a file; nil when they are none, or one of other labels.
  package init?(bytes: [UInt8]) {
    var at = 0
    func integer() -> UInt32? {
      guard at + 4 <= bytes.count else { return nil }
      defer { at += 4 }
      return UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16 | UInt32(bytes[at + 3]) << 24
    }
    guard bytes.starts(with: LabelModel.magic) else { return nil }
    at = 4
    let labels = LabelModel.labels
    let gaps = WordChain.GapClass.allCases.count
    guard integer() == UInt32(labels), integer() == UInt32(gaps), let count = integer().map(Int.init),
      let rowScale = integer().map(Float.init(bitPattern:)), let edgeScale = integer().map(Float.init(bitPattern:)),
      bytes.count == at + gaps * labels * labels + count * (4 + labels)
    else { return nil }
    transitions = bytes[at..<(at + gaps * labels * labels)].map { Float(Int8(bitPattern: $0)) * edgeScale }
    odds = transitions.map { expf($0) }
    at += gaps * labels * labels
    var size = 1024
    while size < count * 2 { size *= 2 }
    mask = size - 1
    var table = [(key: UInt32, row: Int32)](repeating: (0, -1), count: size)
    for row in 0..<count {
      guard let key = integer() else { return nil }
      var slot = Int(key) & mask
      while table[slot].row >= 0 { slot = (slot + 1) & mask }
      table[slot] = (key, Int32(row))
    }
    self.table = table
    scale = rowScale
    weights = bytes[at...].map { Int8(bitPattern: $0) }
  }

  /// Adds the weights of a feature to the scores of the labels.
  @inline(__always)
  func add(_ feature: Feature, to scores: inout [Float], at base: Int) {
    var slot = Int(feature.key) & mask
    while true {
      let entry = table[slot]
      if entry.row < 0 { return }
      if entry.key == feature.key {
        let start = Int(entry.row) * LabelModel.labels
        for label in 0..<LabelModel.labels { scores[base + label] += Float(weights[start + label]) * scale }
        return
      }
      slot = (slot + 1) & mask
    }
  }

  /// What a feature says of a label.
  func weight(_ feature: Feature, _ label: FieldLabel) -> Float {
    var scores = [Float](repeating: 0, count: LabelModel.labels)
    add(feature, to: &scores, at: 0)
    return scores[Int(label.rawValue)]
  }
}

extension LabelModel {
  /// How many classes of gaps have transitions of their own.
  package static var gapClasses: Int { WordChain.GapClass.allCases.count }
}
