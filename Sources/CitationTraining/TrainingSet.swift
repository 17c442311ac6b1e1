import CitationCorpus
import YinzhuCitations
import YinzhuModel

/// One citation of the training set: for each word its features, the class of the gap before it and its label.
struct TrainingEntry {
  /// Places in `TrainingSet.features`, one more than words.
  var starts: [Int32]
  var base: Int
  var gaps: [UInt8]
  var labels: [UInt8]
}

/// Citations with the numbers of their features.
struct TrainingSet {
  /// Rows of features, of all entries one after the other. The top bits say what kind of feature it is.
  var features: [UInt32] = []
  var entries: [TrainingEntry] = []
  /// The key of each row.
  var keys: [UInt32] = []

  static let stay: UInt32 = 1 << 31
  static let lexical: UInt32 = 1 << 30
  static let rowMask: UInt32 = (1 << 30) - 1

  /// Reads the citations twice: to count features, and to number those that stand at least `least` times.
  init(_ citations: [(text: ChainText, labels: [FieldLabel])], least: UInt32) {
    var counts = KeyCounts()
    for citation in citations {
      TrainingSet.forEachFeature(citation.text) { _, feature in counts.add(feature.key) }
    }
    keys = counts.rows(least: least)
    for citation in citations {
      var entry = TrainingEntry(
        starts: [], base: features.count, gaps: (0..<citation.text.chain.count).map { UInt8(citation.text.gap($0)) },
        labels: citation.labels.map(\.rawValue))
      var last = -1
      TrainingSet.forEachFeature(citation.text) { index, feature in
        while last < index {
          entry.starts.append(Int32(features.count - entry.base))
          last += 1
        }
        guard let row = counts.row(of: feature.key) else { return }
        var value = UInt32(row)
        if feature.template.isStay { value |= TrainingSet.stay }
        if feature.template.isLexical { value |= TrainingSet.lexical }
        features.append(value)
      }
      entry.starts.append(Int32(features.count - entry.base))
      entries.append(entry)
    }
  }

  private static func forEachFeature(_ text: ChainText, _ body: (Int, Feature) -> Void) {
    var reader = FeatureReader(text.chain)
    var features: [Feature] = []
    for index in 0..<text.chain.count {
      features.removeAll(keepingCapacity: true)
      reader.read(index, &features)
      for feature in features { body(index, feature) }
    }
  }
}

/// How often each key was seen: open addressing, growing.
struct KeyCounts {
  private var table: [(key: UInt32, count: UInt32)] = Array(repeating: (0, 0), count: 1 << 20)
  private var used = 0

  mutating func add(_ key: UInt32) {
    if used * 2 > table.count { grow() }
    let slot = slot(key)
    if table[slot].count == 0 {
      table[slot].key = key
      used += 1
    }
    table[slot].count += 1
  }

  private func slot(_ key: UInt32) -> Int {
    let mask = table.count - 1
    var slot = Int(key) & mask
    while table[slot].count > 0, table[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = table
    table = Array(repeating: (0, 0), count: old.count * 2)
    for entry in old where entry.count > 0 { table[slot(entry.key)] = entry }
  }

  /// Numbers the keys seen at least `least` times; afterwards `count` holds the number plus one, or none.
  mutating func rows(least: UInt32) -> [UInt32] {
    var keys: [UInt32] = []
    for index in table.indices where table[index].count > 0 {
      if table[index].count >= least {
        keys.append(table[index].key)
        table[index].count = UInt32(keys.count) + 1
      } else {
        table[index].count = 1
      }
    }
    return keys
  }

  func row(of key: UInt32) -> Int? {
    let count = table[slot(key)].count
    return count > 1 ? Int(count) - 2 : nil
  }
}
