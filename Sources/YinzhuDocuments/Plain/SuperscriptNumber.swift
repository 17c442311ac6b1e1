/// ¹²³: digits raised, as they are printed.
enum SuperscriptNumber {
  private static let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  static func text(_ number: Int) -> String {
    String(String(number).compactMap { $0.wholeNumberValue.flatMap { digits.indices.contains($0) ? digits[$0] : nil } })
  }
}
