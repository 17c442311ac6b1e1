/// The Extended Date/Time Format (ISO 8601-2:2019), levels 0 and 1 as far as records use them.
package enum EDTF {
  /// The date of a string such as `2001`, `2001-02-03`, `2001~`, `2001-21`, `2001/2003`, `2001/..`; nil for others.
  package static func date(_ text: String) -> DateValue? {
    if let date = plain(text) { return date }
    let sides = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard let first = sides.first, sides.count <= 2 else { return nil }
    if sides.count == 1, let range = unspecifiedYears(first) { return range }
    var out = DateValue()
    if sides.count == 2, first.isEmpty || first == ".." {
      guard let end = side(sides[1]), end.season == nil else { return nil }
      out.end = end.parts
      out.circa = end.circa
      return out
    }
    guard let start = side(first) else { return nil }
    out.start = start.parts
    out.circa = start.circa
    out.season = start.season
    guard sides.count == 2 else { return out }
    if sides[1].isEmpty || sides[1] == ".." {
      out.isOpenEnded = true
      return out
    }
    guard start.season == nil, let end = side(sides[1]), end.season == nil else { return nil }
    out.end = end.parts
    out.circa = start.circa || end.circa
    return out
  }

  /// `2001`, `2001-02` and `2001-02-03`, as nearly all dates are; nil for others.
  private static func plain(_ text: String) -> DateValue? {
    var text = text
    let numbers: (year: Int, month: Int?, day: Int?)? = text.withUTF8 { bytes in
      guard bytes.count == 4 || bytes.count == 7 || bytes.count == 10 else { return nil }
      var (year, month, day) = (0, 0, 0)
      for (index, byte) in bytes.enumerated() {
        if index == 4 || index == 7 {
          if byte != UInt8(ascii: "-") { return nil }
          continue
        }
        guard (0x30...0x39).contains(byte) else { return nil }
        let digit = Int(byte - 0x30)
        if index < 4 {
          year = year * 10 + digit
        } else if index < 7 {
          month = month * 10 + digit
        } else {
          day = day * 10 + digit
        }
      }
      return (year, bytes.count > 4 ? month : nil, bytes.count > 7 ? day : nil)
    }
    guard let numbers, numbers.year > 0 else { return nil }
    let parts = DateValue.Parts(year: numbers.year, month: numbers.month, day: numbers.day)
    return parts.isValid ? DateValue(start: parts) : nil
  }

  /// Whether the string has a time of day, which records don't hold.
  package static func hasTime(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "T")) }

  /// `199X` and `19XX`: the ten or hundred years that it may be.
  private static func unspecifiedYears(_ text: Substring) -> DateValue? {
    guard text.utf8.count == 4, text.hasSuffix("X") else { return nil }
    let known = text.prefix { $0 != "X" }
    guard (2...3).contains(known.utf8.count), text.dropFirst(known.count).allSatisfy({ $0 == "X" }),
      let number = number(known, digits: known.utf8.count)
    else { return nil }
    let width = known.utf8.count == 3 ? 10 : 100
    return DateValue(start: .init(year: number * width), end: .init(year: number * width + width - 1))
  }

  /// The string of a date; nil when it has neither start nor end.
  package static func string(_ date: DateValue) -> String? {
    guard date.start != nil || date.end != nil else { return nil }
    let mark = date.circa ? "~" : ""
    var out = ""
    if let start = date.start {
      out = string(start)
      if let season = date.season, start.month == nil, (1...4).contains(season) { out += "-\(20 + season)" }
      out += mark
    }
    if let end = date.end {
      out += "/" + string(end) + mark
    } else if date.isOpenEnded {
      out += "/.."
    }
    return date.start == nil ? ".." + out : out
  }

  private static func string(_ parts: DateValue.Parts) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number.magnitude)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    // The years before the common era count from 0 here and from −1 in the model.
    let year = parts.year < 0 ? parts.year + 1 : parts.year
    var out = (year.magnitude > 9999 ? "Y" : "") + (year < 0 ? "-" : "") + padded(year, 4)
    if let month = parts.month {
      out += "-" + padded(month, 2)
      if let day = parts.day { out += "-" + padded(day, 2) }
    }
    return out
  }

  private static func side(_ text: Substring) -> (parts: DateValue.Parts, season: Int?, circa: Bool)? {
    // The time of day, after a day.
    var body = text.utf8.count > 10 ? text.prefix { $0 != "T" } : text
    var circa = false
    if let last = body.utf8.last, last == UInt8(ascii: "~") || last == UInt8(ascii: "?") || last == UInt8(ascii: "%") {
      circa = true
      body = body.dropLast()
    }
    var negative = false
    if body.utf8.first == UInt8(ascii: "-") {
      negative = true
      body = body.dropFirst()
    } else if body.hasPrefix("Y-") {
      negative = true
      body = "Y" + body.dropFirst(2)
    }
    var pieces = body.split(separator: "-", omittingEmptySubsequences: false)
    // `1999-XX-XX`, `1999-01-XX`: only the part that is known.
    while pieces.count > 1, pieces.last == "XX" { pieces.removeLast() }
    guard pieces.count <= 3, let first = pieces.first, let counted = year(first, isAlone: pieces.count == 1) else {
      return nil
    }
    let year = negative ? -counted - 1 : counted == 0 ? -1 : counted
    guard pieces.count > 1 else { return (DateValue.Parts(year: year), nil, circa) }
    guard let month = number(pieces[1], digits: 2) else { return nil }
    if pieces.count == 2, (21...24).contains(month) { return (DateValue.Parts(year: year), month - 20, circa) }
    var parts = DateValue.Parts(year: year, month: month)
    if pieces.count == 3 {
      guard let day = number(pieces[2], digits: 2) else { return nil }
      parts.day = day
    }
    return parts.isValid ? (parts, nil, circa) : nil
  }

  /// Four digits, or `Y` and more of them.
  private static func year(_ text: Substring, isAlone: Bool) -> Int? {
    guard text.utf8.first == UInt8(ascii: "Y") else { return number(text, digits: 4) }
    let digits = text.dropFirst()
    return isAlone && (5...9).contains(digits.utf8.count) ? number(digits, digits: digits.utf8.count) : nil
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return Int(text)
  }
}
