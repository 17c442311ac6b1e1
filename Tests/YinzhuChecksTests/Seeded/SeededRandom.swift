import Foundation

/// A generator with a seed, so that a failing run can be run again (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// One kind of slip: what it does to a place of a text that it can be made at.
struct SeededSlip: Sendable {
  /// What an editor would call it.
  var name: String
  /// Where it can be made: ranges of the text.
  var places: @Sendable (String) -> [Range<String.Index>]
  /// What stands there afterwards.
  var change: @Sendable (Substring) -> String

  /// Replaces a text by another one, wherever it stands.
  init(_ name: String, _ text: String, _ replacement: String) {
    self.init(name, where: { $0.allRanges(of: text) }) { _ in replacement }
  }

  init(
    _ name: String, where places: @escaping @Sendable (String) -> [Range<String.Index>],
    _ change: @escaping @Sendable (Substring) -> String
  ) {
    self.name = name
    self.places = places
    self.change = change
  }

  /// Matches of a regular expression; `change` gets the whole match.
  init(_ name: String, match pattern: String, _ change: @escaping @Sendable (Substring) -> String) {
    self.init(
      name,
      where: { text in
        guard let expression = try? Regex(pattern) else { return [] }
        return text.ranges(of: expression)
      }, change)
  }

  /// The text with the slip at a random place; nil where there is none.
  func applied(to text: String, _ random: inout SeededRandom) -> String? {
    guard let place = places(text).randomElement(using: &random) else { return nil }
    return text.replacingCharacters(in: place, with: change(text[place]))
  }
}

extension String {
  func allRanges(of text: String) -> [Range<String.Index>] {
    var out: [Range<String.Index>] = []
    var start = startIndex
    while let found = self[start...].range(of: text) {
      out.append(found)
      start = found.upperBound
    }
    return out
  }
}
