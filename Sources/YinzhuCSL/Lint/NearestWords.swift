/// Words that differ from a mistyped one by little.
package enum NearestWords {
  /// At most three words, the nearest first; none that differs by more than half.
  package static func find(_ word: String, among candidates: some Sequence<String>) -> [String] {
    let wanted = Array(word.lowercased().utf8)
    let limit = max(2, wanted.count / 2)
    return candidates.compactMap { candidate -> (distance: Int, word: String)? in
      let letters = Array(candidate.lowercased().utf8)
      guard abs(letters.count - wanted.count) <= limit else { return nil }
      let distance = distance(wanted, letters)
      return distance <= limit ? (distance, candidate) : nil
    }
    .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.prefix(3).map(\.word)
  }

  /// Letters to add, to drop or to change (Levenshtein).
  package static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j + 1] + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
