import YinzhuModel
import YinzhuText

/// Dates in words and digits, as tagged formats and tables have them.
enum DateText {
  // MARK: Writing

  /// `2018-06-11`, `c. 1990`, `1990–1992`, `spring 1990`, `90 BC`; words as they are.
  static func plain(_ date: DateValue) -> String {
    guard let start = date.start ?? date.end else { return date.literal ?? date.raw ?? "" }
    var out = date.start == nil ? "–" : ""
    if let season = date.season, let word = season > 0 && season <= seasons.count ? seasons[season - 1] : nil {
      out += word + " "
    }
    out += day(start)
    if date.start != nil, let end = date.end { out += "–" + day(end) }
    if date.isOpenEnded { out += "–" }
    return date.circa ? "c. " + out : out
  }

  /// `2018/06/11/words` as RIS has it; empty parts at the end but for the slashes are left out.
  static func slashed(_ date: DateValue) -> String {
    let parts = date.start ?? date.end
    let season = date.season.flatMap { $0 > 0 && $0 <= seasons.count ? seasons[$0 - 1] : nil }
    let words = [season, date.literal ?? date.raw].compactMap { $0 }.joined(separator: " ")
    let numbers = [parts.map { String($0.year) } ?? "", padded(parts?.month), padded(parts?.day)].joined(separator: "/")
    return words.isEmpty ? numbers : numbers + "/" + words
  }

  private static func day(_ parts: DateValue.Parts) -> String {
    var out =
      parts.year < 0 ? "\(parts.year.magnitude) BC" : parts.year < 1000 ? "AD \(parts.year)" : String(parts.year)
    if let month = parts.month { out += "-" + padded(month) }
    if parts.month != nil, let day = parts.day { out += "-" + padded(day) }
    return out
  }

  private static func padded(_ number: Int?) -> String {
    number.map { $0 < 10 && $0 >= 0 ? "0\($0)" : String($0) } ?? ""
  }

  private static let seasons = ["spring", "summer", "autumn", "winter"]

  // MARK: Reading

  /// The date of a text; nil where it is none.
  ///
  /// - Parameter year: the year that another field gives, for texts like `June 11`.
  static func date(_ text: String, year: Int? = nil) -> DateValue? {
    let body = trimmed(text)
    if body.isEmpty { return nil }
    if let date = EDTF.date(body) { return date }
    var scanner = DateScanner(body)
    return scanner.date(year: year)
  }

  /// A date for certain: what can't be read is kept as words.
  static func dateOrWords(_ text: String, year: Int? = nil) -> DateValue {
    date(text, year: year) ?? DateValue(literal: trimmed(text))
  }

  /// Whether a date says no more than another one, and nothing else.
  static func isWithin(_ part: DateValue, _ whole: DateValue) -> Bool {
    guard let a = part.start, let b = whole.start, part.literal == nil, part.end == nil, part.season == nil else {
      return part == whole
    }
    return a.year == b.year && (a.month == nil || a.month == b.month) && (a.day == nil || a.day == b.day)
  }

  /// How much a date says.
  static func precision(_ date: DateValue) -> Int {
    guard let start = date.start else { return date.literal == nil ? 0 : 1 }
    var out = 2 + (start.month == nil ? 0 : 1) + (start.day == nil ? 0 : 1)
    if date.end != nil || date.season != nil { out += 1 }
    return out
  }

  static func trimmed(_ text: String) -> String {
    // Most texts have nothing to take away.
    if let first = text.utf8.first, let last = text.utf8.last, (0x21...0x7E).contains(last),
      (0x21...0x7E).contains(first) || (0xE4...0xE9).contains(first)
    {
      return text
    }
    var body = text[...]
    while let first = body.unicodeScalars.first, CharacterClass.isSpace(first.value) {
      body.unicodeScalars.removeFirst()
    }
    while let last = body.unicodeScalars.last, CharacterClass.isSpace(last.value) { body.unicodeScalars.removeLast() }
    return String(body)
  }
}

/// Splits a date into numbers and words, and says what they mean together.
private struct DateScanner {
  enum Piece: Equatable {
    case number(Int, digits: Int)
    case month(Int)
    case season(Int)
    case circa, beforeEra, era, range, slash, hyphen, other
  }

  private var pieces: [Piece] = []

  init(_ text: String) {
    var word = String.UnicodeScalarView()
    var digits = ""
    func flushNumber(_ pieces: inout [Piece]) {
      if let number = Int(digits), digits.utf8.count <= 8 {
        pieces.append(.number(number, digits: digits.utf8.count))
      } else if !digits.isEmpty {
        pieces.append(.other)
      }
      digits = ""
    }
    func flushWord(_ pieces: inout [Piece]) {
      if !word.isEmpty { pieces.append(Self.meaning(String(word).lowercased())) }
      word = String.UnicodeScalarView()
    }
    for scalar in WidthFolding.fold(text).unicodeScalars {
      if CharacterClass.isDigit(scalar.value) {
        flushWord(&pieces)
        digits.unicodeScalars.append(scalar)
        continue
      }
      flushNumber(&pieces)
      switch scalar {
      case "年", "月", "日", "号": flushWord(&pieces)
      case "春", "夏", "秋", "冬":
        flushWord(&pieces)
        pieces.append(.season(["春": 1, "夏": 2, "秋": 3, "冬": 4][scalar] ?? 1))
      case "季": break
      case "约":
        flushWord(&pieces)
        pieces.append(.circa)
      case "/":
        flushWord(&pieces)
        pieces.append(.slash)
      case "-":
        flushWord(&pieces)
        pieces.append(.hyphen)
      case "–", "—", "～", "~":
        flushWord(&pieces)
        pieces.append(.range)
      case " ", ",", ".", "\u{A0}", "(", ")", "[", "]", "'": flushWord(&pieces)
      default: word.append(scalar)
      }
    }
    flushNumber(&pieces)
    flushWord(&pieces)
  }

  mutating func date(year: Int?) -> DateValue? {
    guard !pieces.contains(.other) else { return nil }
    var out = DateValue()
    if pieces.contains(.circa) {
      out.circa = true
      pieces.removeAll { $0 == .circa }
    }
    if let index = pieces.firstIndex(of: .range) {
      let after = Array(pieces[(index + 1)...])
      let before = Array(pieces[..<index])
      guard !after.contains(.range) else { return nil }
      if !before.isEmpty {
        guard let start = Self.one(before, year: year) else { return nil }
        out.start = start.parts
        out.season = start.season
      }
      if after.isEmpty {
        out.isOpenEnded = true
      } else {
        guard let end = Self.one(after, year: out.start?.year ?? year), end.season == nil else { return nil }
        out.end = end.parts
      }
      return out.start == nil && out.end == nil ? nil : out
    }
    if let pair = Self.hyphenatedYears(pieces) {
      out.start = DateValue.Parts(year: pair.0)
      out.end = DateValue.Parts(year: pair.1)
      return out
    }
    guard let single = Self.one(pieces, year: year) else { return nil }
    out.start = single.parts
    out.end = single.end
    out.season = single.season
    return out
  }

  /// `1990-1992`: two years and nothing else.
  private static func hyphenatedYears(_ pieces: [Piece]) -> (Int, Int)? {
    guard pieces.count == 3, pieces[1] == .hyphen || pieces[1] == .slash,
      case .number(let a, digits: 4) = pieces[0], case .number(let b, digits: 4) = pieces[2]
    else { return nil }
    return (a, b)
  }

  private static func one(
    _ all: [Piece], year given: Int?
  ) -> (parts: DateValue.Parts, end: DateValue.Parts?, season: Int?)? {
    let isBefore = all.contains(.beforeEra)
    let hasEra = all.contains(.era)
    var pieces = all.filter { $0 != .beforeEra && $0 != .era }
    while let last = pieces.last, last == .slash || last == .hyphen { pieces.removeLast() }
    var season: Int?
    if let index = pieces.firstIndex(where: { if case .season = $0 { true } else { false } }) {
      if case .season(let value) = pieces[index] { season = value }
      pieces.remove(at: index)
    }
    var months: [Int] = []
    var numbers: [(value: Int, digits: Int)] = []
    for piece in pieces {
      if case .month(let month) = piece { months.append(month) }
      if case .number(let value, let digits) = piece { numbers.append((value, digits)) }
    }
    guard months.count <= 2, numbers.count <= 3 else { return nil }
    // 20180611, as libraries write it.
    if numbers.count == 1, numbers[0].digits == 8, months.isEmpty {
      let value = numbers[0].value
      let parts = DateValue.Parts(year: value / 10000, month: value / 100 % 100, day: value % 100)
      return parts.isValid ? (parts, nil, season) : nil
    }
    if numbers.contains(where: { $0.digits > 4 }) { return nil }
    var parts: DateValue.Parts
    if let index = numbers.firstIndex(where: { $0.digits >= 3 || (hasEra || isBefore) }) {
      let value = numbers.remove(at: index).value
      parts = DateValue.Parts(year: isBefore ? -value : value)
      guard value > 0 else { return nil }
      // 2018-06-11; 11 June 2018; June 11, 2018; 6/11/2018 is left as words, since nobody knows which is the month.
      if months.isEmpty, index > 0, numbers.count == 2 { return nil }
      if months.isEmpty, index > 0, numbers.count == 1, numbers[0].value > 12 { return nil }
    } else if let given {
      parts = DateValue.Parts(year: given)
    } else {
      return nil
    }
    var end: DateValue.Parts?
    if let month = months.first {
      guard numbers.count <= 2 else { return nil }
      parts.month = month
      if let day = numbers.first { parts.day = day.value }
      if months.count == 2, numbers.isEmpty { end = DateValue.Parts(year: parts.year, month: months[1]) }
      if months.count == 2, numbers.count == 2 {
        end = DateValue.Parts(year: parts.year, month: months[1], day: numbers[1].value)
      }
      // FEB 21-23
      if months.count == 1, numbers.count == 2 {
        end = DateValue.Parts(year: parts.year, month: month, day: numbers[1].value)
      }
    } else {
      guard numbers.count <= 2 else { return nil }
      if let month = numbers.first, month.value > 0 {
        parts.month = month.value
        if numbers.count == 2, numbers[1].value > 0 { parts.day = numbers[1].value }
      }
    }
    guard parts.isValid, end?.isValid ?? true else { return nil }
    return (parts, end, season)
  }

  private static func meaning(_ word: String) -> Piece {
    if let month = MonthNames.number(word) { return .month(month) }
    switch word {
    case "spring", "spr": return .season(1)
    case "summer", "sum": return .season(2)
    case "autumn", "fall", "aut": return .season(3)
    case "winter", "win": return .season(4)
    case "c", "ca", "circa", "about": return .circa
    case "bc", "bce": return .beforeEra
    case "ad", "ce": return .era
    case "st", "nd", "rd", "th", "of": return .hyphen
    default: return .other
    }
  }
}

/// Months in English, German and French, by their names and their first three letters.
enum MonthNames {
  static func number(_ word: String) -> Int? {
    if let index = names.firstIndex(where: { $0.contains(word) }) { return index + 1 }
    return nil
  }

  private static let names: [Set<String>] = [
    ["january", "jan", "januar", "janvier"], ["february", "feb", "februar", "février"],
    ["march", "mar", "märz", "mars", "mrz"], ["april", "apr", "avril"], ["may", "mai"],
    ["june", "jun", "juni", "juin"], ["july", "jul", "juli", "juillet"], ["august", "aug", "août"],
    ["september", "sep", "sept", "septembre"], ["october", "oct", "oktober", "okt", "octobre"],
    ["november", "nov", "novembre"], ["december", "dec", "dezember", "dez", "décembre"],
  ]
}
