import YinzhuModel
import YinzhuText

/// Dates written as text, read as citeproc-js reads them: `2001-02/2001-04`, `June 1 1965`, `25 Dec 2010`,
/// `2000年12月15日`, `~1950`, `44 BC`.
enum RawDate {
  /// The date; one in words (`literal`) where no year is found.
  static func read(_ text: String) -> DateValue {
    var rest = Substring(text)
    if rest.utf8.count > 1, rest.hasPrefix("\""), rest.hasSuffix("\"") {
      return DateValue(literal: String(rest.dropFirst().dropLast()))
    }
    let isNegative = rest.hasPrefix("-")
    if isNegative { rest = rest.dropFirst() }
    if (1...3).contains(rest.utf8.count), let year = Int(rest), year > 0 {
      return DateValue(year: isNegative ? -year : year)
    }
    var reader = Reader(tokens: tokens(normalized(rest)))
    reader.read()
    guard var start = reader.start.parts else { return DateValue(literal: text) }
    if isNegative { start.year = -start.year }
    var out = DateValue(start: start)
    out.circa = reader.isUncertain
    if reader.isRange {
      let end = DateValue.Parts(
        year: reader.end.year ?? start.year, month: reader.end.month ?? start.month,
        day: reader.end.day ?? start.day)
      // Ends of another precision are dropped.
      if end != start, (end.month == nil) == (start.month == nil), (end.day == nil) == (start.day == nil) {
        out.end = end
      }
    }
    return out
  }

  /// Chinese and Japanese units as hyphens, slashes as hyphens.
  private static func normalized(_ text: Substring) -> [UnicodeScalar] {
    var out: [UnicodeScalar] = []
    let hasUnits = text.unicodeScalars.contains { $0 == "年" || $0 == "月" }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "年", "月": out.append("-")
      case "日" where hasUnits: continue
      case " " where hasUnits: continue
      case "〜" where hasUnits: append("/", to: &out)
      case "/": append("/", to: &out)
      case "_": out.append("-")
      case ".": if let last = out.last, last.properties.isAlphabetic { continue } else { out.append(scalar) }
      default: out.append(scalar)
      }
    }
    while out.last == "-" { out.removeLast() }
    return out
  }

  private static func append(_ scalar: UnicodeScalar, to out: inout [UnicodeScalar]) {
    if out.last == "-" { out.removeLast() }
    out.append(scalar)
  }

  private enum Token {
    /// Numbers with hyphens between them.
    case numbers([String])
    case range
    case uncertain
    case word(String)
  }

  private static func tokens(_ text: [UnicodeScalar]) -> [Token] {
    let slashes = text.reduce(0) { $0 + ($1 == "/" ? 1 : 0) }
    let hyphens = text.contains("-")
    // Slashes inside dates (12/25/2010) are hyphens; one between dates makes a range.
    let slashIsRange =
      slashes == 1 && (hyphens || text.split(separator: "/").allSatisfy { digitRun($0) != 2 && digitRun($0) != 1 })
      || text.last == "/"
    var out: [Token] = []
    var index = 0
    while index < text.count {
      let scalar = text[index]
      if isDigit(scalar) {
        var numbers: [String] = []
        var end = index
        while end < text.count {
          var number = ""
          while end < text.count, isDigit(text[end]) {
            number.unicodeScalars.append(text[end])
            end += 1
          }
          numbers.append(number)
          guard end + 1 < text.count, text[end] == "-" || (text[end] == "/" && !slashIsRange), isDigit(text[end + 1])
          else { break }
          // Two years are a range.
          if number.utf8.count == 4, numbers.count > 1 || run(text, end + 1) == 4 { break }
          if numbers.count == 3 { break }
          end += 1
        }
        out.append(.numbers(numbers))
        index = end
      } else if scalar == "-" || scalar == "/" {
        out.append(.range)
        index += 1
      } else if scalar == "~" || scalar == "?" {
        out.append(.uncertain)
        index += 1
      } else {
        var word = ""
        while index < text.count, !isDigit(text[index]), !"-/~?".unicodeScalars.contains(text[index]) {
          word.unicodeScalars.append(text[index])
          index += 1
        }
        // A word for itself: months and eras are met between spaces.
        for part in word.split(separator: " ") { out.append(.word(String(part))) }
      }
    }
    return out
  }

  private static func run(_ text: [UnicodeScalar], _ start: Int) -> Int {
    text[start...].prefix(while: isDigit).count
  }

  private static func digitRun(_ text: ArraySlice<UnicodeScalar>) -> Int { text.prefix(while: isDigit).count }

  private static func isDigit(_ scalar: UnicodeScalar) -> Bool { ("0"..."9").contains(scalar) }

  private struct Side {
    var year: Int?
    var month: Int?
    var day: Int?

    var parts: DateValue.Parts? {
      guard let year, month != nil || day == nil else { return nil }
      return DateValue.Parts(year: year, month: month, day: day)
    }
  }

  private struct Reader {
    let tokens: [Token]
    var start = Side()
    var end = Side()
    var isRange = false
    var isUncertain = false

    mutating func read() {
      var side = Side()
      var loose: Int?
      for token in tokens {
        switch token {
        case .range:
          guard !isRange else { continue }
          if let number = loose { side.day = number }
          loose = nil
          start = side
          side = Side()
          isRange = true
        case .uncertain: isUncertain = true
        case .numbers(let numbers): Reader.take(numbers, into: &side, &loose)
        case .word(let word):
          let lower = word.lowercased()
          if lower.hasPrefix("bc"), let number = loose {
            side.year = -number
            loose = nil
          } else if lower.hasPrefix("ad"), let number = loose {
            side.year = number
            loose = nil
          } else if lower == "c" || lower.hasPrefix("cir") || lower == "ca" {
            isUncertain = true
          } else if let month = RawDate.month(lower) {
            side.month = month
          }
        }
      }
      if let number = loose { side.day = number }
      if isRange {
        end = side
        if start.year == nil { start.year = side.year }
        if start.month == nil, end.month != nil, start.day != nil { start.month = end.month }
      } else {
        start = side
      }
    }

    private static func take(_ numbers: [String], into side: inout Side, _ loose: inout Int?) {
      if numbers.count == 1 {
        guard let number = Int(numbers[0]), numbers[0].utf8.count < 6 else { return }
        if numbers[0].utf8.count >= 4 { side.year = number } else { loose = number }
        return
      }
      guard let place = numbers.firstIndex(where: { $0.utf8.count == 4 }) else { return }
      side.year = Int(numbers[place])
      var rest = numbers
      rest.remove(at: place)
      let values = rest.compactMap { Int($0) }
      if values.count == 1 { side.month = values[0] }
      guard values.count == 2 else { return }
      // Month before day, unless that can't be.
      let isDayFirst = values[0] > 12
      side.month = isDayFirst ? values[1] : values[0]
      side.day = isDayFirst ? values[0] : values[1]
      if side.day == 0 { side.day = nil }
    }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let seasons = ["spr", "sum", "fal", "win"]

  /// A month by its first three letters; seasons count from 21.
  private static func month(_ word: String) -> Int? {
    let stem = String(word.prefix(3))
    if let index = months.firstIndex(of: stem) { return index + 1 }
    if let index = seasons.firstIndex(of: stem) { return index + 21 }
    return nil
  }
}
