import YinzhuModel
import YinzhuText

/// Dates as files write them beside ISO 8601-2, which `EDTF` reads.
enum BibTeXDateReader {
  /// What a `year` says: a year, or a range of them; all else is words.
  static func years(_ text: String) -> DateValue {
    var date = DateValue(literal: text)
    let sides = text.split(omittingEmptySubsequences: false) { "–—-".contains($0) }.map { $0.filter { $0 != " " } }
    if let year = Int(text.filter { $0 != " " }), year != 0 {
      date = DateValue(year: year)
    } else if sides.count == 2, let start = Int(sides[0]) {
      if sides[1].isEmpty {
        date = DateValue(start: .init(year: start), isOpenEnded: true)
      } else if let end = Int(sides[1]) {
        date = DateValue(start: .init(year: start), end: .init(year: end))
      }
    }
    return date
  }

  /// A source without space and braces.
  static func bare(_ source: String) -> String {
    guard source.utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else {
      return source
    }
    return source.filter { !$0.isWhitespace && $0 != "{" && $0 != "}" }
  }

  /// Whether a source is a date of ISO 8601-2 or one in numbers.
  static func isDate(_ source: String) -> Bool {
    let text = bare(source)
    return EDTF.date(text) != nil || parts(text) != nil
  }

  /// `mar`, `March`, `3`, and with a day as BibTeX's authors advise: `mar # "~5"`, `"5~" # mar`.
  static func monthAndDay(_ text: String) -> (month: Int, day: Int?)? {
    let words = text.split { " ~,{}".contains($0) }.map(String.init)
    guard let first = words.first, words.count <= 2 else { return nil }
    guard words.count == 2 else { return monthNumber(first).map { ($0, nil) } }
    for (month, day) in [(words[0], words[1]), (words[1], words[0])] {
      if let month = monthNumber(month), let day = Int(day.filter { $0 != "." }), (1...31).contains(day) {
        return (month, day)
      }
    }
    return nil
  }

  private static func monthNumber(_ text: String) -> Int? {
    if let number = Int(text) { return (1...12).contains(number) ? number : nil }
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let start = text.lowercased().prefix(3)
    guard text.allSatisfy({ $0.isLetter || $0 == "." }) else { return nil }
    return names.firstIndex { $0 == start }.map { $0 + 1 }
  }

  /// `2020/1/5`, `2020.1.5`, `2020-1-5`: not ISO, and common.
  static func parts(_ text: String) -> DateValue? {
    let pieces = text.split(whereSeparator: { "/.-".contains($0) }).map { Int($0) }
    guard (2...3).contains(pieces.count), let year = pieces[0], year > 31, let month = pieces[1] else { return nil }
    var parts = DateValue.Parts(year: year, month: month)
    if pieces.count == 3 {
      guard let day = pieces[2] else { return nil }
      parts.day = day
    }
    return parts.isValid ? DateValue(start: parts) : nil
  }
}
