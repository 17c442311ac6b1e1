import YinzhuModel
import YinzhuText

/// Reads a date out of words that are known to hold one, in whatever order they stand.
struct LooseDateReader {
  let text: TokenizedText
  let shapes: ShapeReader

  func read(_ range: Range<Int>) -> (value: DateValue, range: Range<Int>)? {
    if let named = byName(range) { return named }
    // The fullest reading of all places wins.
    var best: (value: DateValue, range: Range<Int>, score: Float)?
    // `1887（光绪十三年）`: the year that stands first is that of the calendar in use.
    let startsInYear =
      range.count > 2 && shapes.isYear(range.lowerBound, range.upperBound)
      && text.isOpen(range.lowerBound + 1, .round)
    if startsInYear {
      let place = range.lowerBound..<(range.lowerBound + 1)
      return (DateReader(text: text).read(place, .year), place)
    }
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

  /// `2015, Aug 6`, `April 8-11, 1994`, `Sept. 1995`, `6th of June 2003`; the year is 0 where it stands elsewhere.
  private func byName(_ range: Range<Int>) -> (value: DateValue, range: Range<Int>)? {
    guard let month = range.first(where: { text.tokens[$0].word == .monthName }) else { return nil }
    let year = range.first { shapes.isYear($0, range.upperBound) }
    let days = range.filter {
      text.tokens[$0].kind == .digits && (1...31).contains(text.tokens[$0].value)
        && text.tokens[$0].end - text.tokens[$0].start <= 2
    }
    // The nearest number is the day; of two at the same distance the one behind the month, as in `June 3`.
    let day = days.min { (abs($0 - month), $1) < (abs($1 - month), $0) }
    let places = [month, year, day].compactMap { $0 }
    let low = places.min() ?? month
    var high = (places.max() ?? month) + 1
    if day == high - 1, high + 1 < range.upperBound, text.isMark(high, .dash), days.contains(high + 1) { high += 2 }
    return (
      DateValue(
        year: year.map { Int(text.tokens[$0].value) } ?? 0, month: Int(text.tokens[month].value),
        day: day.map { Int(text.tokens[$0].value) }), low..<high
    )
  }

  /// 6月3日: a date whose year stands elsewhere. The year is 0 until that is known.
  private func monthAndDay(_ range: Range<Int>) -> (value: DateValue, range: Range<Int>)? {
    guard let month = range.first(where: { text.tokens[$0].word == .month }) else { return nil }
    let numbers = range.filter { text.tokens[$0].kind == .digits && text.tokens[$0].value <= 31 }
    guard let first = numbers.first(where: { $0 < month }) else { return nil }
    let day = numbers.first { $0 > month }
    return (
      DateValue(year: 0, month: Int(text.tokens[first].value), day: day.map { Int(text.tokens[$0].value) }), range
    )
  }
}
