import YinzhuModel
import YinzhuText

/// Reads a date out of words that are known to hold one.
struct LooseDateReader {
  let text: TokenizedText

  func read(_ range: Range<Int>) -> (value: DateValue, range: Range<Int>)? {
    let shapes = ShapeReader(text: text, lexicons: .builtIn)
    // The fullest reading of all places wins.
    var best: (value: DateValue, range: Range<Int>, score: Float)?
    for from in range {
      for shape in [Shape.date, .eraDate, .year] {
        for candidate in shapes.candidates(shape, from: from, limit: range.upperBound) {
          if let best, candidate.score <= best.score { continue }
          let place = from..<candidate.end
          best = (DateReader(text: text).read(place, shape), place, candidate.score)
        }
      }
    }
    if let best { return (best.value, best.range) }
    return monthAndDay(range)
  }

  /// `June 3`, 6月3日: a date whose year stands elsewhere. The year is 0 until that is known.
  private func monthAndDay(_ range: Range<Int>) -> (value: DateValue, range: Range<Int>)? {
    guard let month = range.first(where: { text.tokens[$0].word == .monthName || text.tokens[$0].word == .month }) else {
      return nil
    }
    let numbers = range.filter { text.tokens[$0].kind == .digits && text.tokens[$0].value <= 31 }
    if text.tokens[month].word == .monthName {
      return (DateValue(year: 0, month: Int(text.tokens[month].value), day: numbers.first.map { Int(text.tokens[$0].value) }), range)
    }
    guard let first = numbers.first(where: { $0 < month }) else { return nil }
    let day = numbers.first { $0 > month }
    return (DateValue(year: 0, month: Int(text.tokens[first].value), day: day.map { Int(text.tokens[$0].value) }), range)
  }
}
