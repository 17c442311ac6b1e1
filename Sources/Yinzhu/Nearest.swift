import YinzhuCSL

/// Words that differ from a mistyped one by little.
public enum Nearest {
  /// At most three words, the nearest first; none that differs by more than half.
  public static func words(to word: String, among candidates: [String]) -> [String] {
    NearestWords.find(word, among: candidates)
  }

  /// Whether a word is another one with a letter or two wrong.
  static func isSlip(_ word: String, for other: String) -> Bool {
    NearestWords.distance(Array(word.lowercased().utf8), Array(other.lowercased().utf8)) <= max(1, word.utf8.count / 6)
  }

  /// The three codes that are nearest; codes are short, so that even a far one may be what was meant.
  public static func codes(to code: String, among candidates: [String]) -> [String] {
    let wanted = Array(code.lowercased().utf8)
    return candidates.map { (NearestWords.distance(wanted, Array($0.lowercased().utf8)), $0) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(3).map(\.1)
  }
}
