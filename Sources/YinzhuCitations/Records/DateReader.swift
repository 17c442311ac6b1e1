import YinzhuModel
import YinzhuText

/// Reads the tokens of a date to a value. Nothing is filled in: a month that isn't printed isn't there.
struct DateReader {
  let text: TokenizedText

  func read(_ range: Range<Int>, _ shape: Shape) -> DateValue {
    if shape == .eraDate { return era(range) }
    var numbers: [(value: Int, index: Int)] = []
    var month: Int?
    for index in range {
      let token = text.tokens[index]
      if token.kind == .digits || token.kind == .hanDigits { numbers.append((Int(token.value), index)) }
      if token.word == .monthName, month == nil { month = Int(token.value) }
    }
    if let month {
      let year = numbers.last { $0.value > 999 }?.value
      let day = numbers.first { $0.value <= 31 }?.value
      return DateValue(year: year ?? 0, month: month, day: day)
    }
    guard let year = numbers.first?.value else { return DateValue(literal: text.string(range)) }
    if shape == .year {
      var date = DateValue(year: year)
      if numbers.count > 1 { date.end = DateValue.Parts(year: numbers[1].value) }
      return date
    }
    return DateValue(
      year: year, month: numbers.count > 1 ? numbers[1].value : nil, day: numbers.count > 2 ? numbers[2].value : nil)
  }

  private func era(_ range: Range<Int>) -> DateValue {
    let first = text.tokens[range.lowerBound]
    if first.kind == .digits || first.kind == .hanDigits {
      let seasons = ["春", "夏", "秋", "冬"]
      let season = range.last.flatMap { last in seasons.firstIndex { text.text(last).starts(with: $0.utf8) } }
      return DateValue(start: DateValue.Parts(year: Int(first.value)), season: season.map { $0 + 1 })
    }
    let calendar: DateValue.Calendar = text.text(range.lowerBound).elementsEqual("民国".utf8) ? .minguo : .reign
    return DateValue(literal: text.string(range), calendar: calendar)
  }
}
