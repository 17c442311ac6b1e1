/// Words of a table, to be looked for at the end of a text or anywhere in it.
struct ByteWords: Sendable {
  /// By their last byte, and by their first.
  private let byLast: [[[UInt8]]]
  private let byFirst: [[[UInt8]]]

  init(_ words: [[UInt8]]) {
    var byLast = [[[UInt8]]](repeating: [], count: 256)
    var byFirst = byLast
    for word in words {
      guard let first = word.first, let last = word.last else { continue }
      byLast[Int(last)].append(word)
      byFirst[Int(first)].append(word)
    }
    self.byLast = byLast
    self.byFirst = byFirst
  }

  /// Whether a text ends with one of the words.
  func end(_ text: ArraySlice<UInt8>) -> Bool {
    guard let last = text.last else { return false }
    return byLast[Int(last)].contains { text.ends(with: $0) }
  }

  /// Whether one of the words stands in a text.
  func occur(in text: ArraySlice<UInt8>) -> Bool {
    for index in text.indices {
      let words = byFirst[Int(text[index])]
      if !words.isEmpty, words.contains(where: { text[index...].starts(with: $0) }) { return true }
    }
    return false
  }
}
