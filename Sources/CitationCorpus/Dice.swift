/// A small random number generator: the same seed gives the same citations everywhere (SplitMix64).
package struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func chance(_ probability: Double) -> Bool { Double(next() >> 11) / Double(1 << 53) < probability }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func pick(_ words: [String]) -> String { words.randomElement(using: &self) ?? "" }

  mutating func pick<T>(_ choices: [T], else fallback: T) -> T { choices.randomElement(using: &self) ?? fallback }

  /// One of several, by weight.
  mutating func weighted<T>(_ choices: [(T, Int)], else fallback: T) -> T {
    let total = choices.reduce(0) { $0 + $1.1 }
    guard total > 0 else { return fallback }
    var at = number(0...(total - 1))
    for (choice, weight) in choices {
      if at < weight { return choice }
      at -= weight
    }
    return fallback
  }
}
