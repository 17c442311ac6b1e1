import YinzhuText

/// Dates as CSL-JSON has them: an object, or a string in EDTF (ISO 8601-2, levels 0 and 1).
enum CSLJSONDate {
  /// The date, and the members that a date has no place for; nil when nothing in the value can be understood.
  static func read(_ value: JSONValue) -> (date: DateValue, kept: [JSONValue.Member])? {
    switch value {
    case .object(let members): return read(members)
    case .string(let text), .number(let text): return (EDTF.date(text) ?? DateValue(raw: text), [])
    case .null, .bool, .array: return nil
    }
  }

  private static func read(_ members: [JSONValue.Member]) -> (date: DateValue, kept: [JSONValue.Member])? {
    var date = DateValue()
    var kept: [JSONValue.Member] = []
    var understood = 0
    for member in members {
      switch member.key {
      case "date-parts":
        if readParts(member.value, into: &date) { understood += 1 } else { kept.append(member) }
      case "season":
        if let season = member.value.integer { date.season = season } else { kept.append(member) }
      case "circa":
        // Any other text (“ca.”) says the same; it is kept besides, so that it comes back.
        date.circa = member.value.flag ?? (member.value.string != nil)
        if member.value.flag != true { kept.append(member) }
      case "literal":
        if let text = member.value.scalarText { date.literal = text } else { kept.append(member) }
      case "raw":
        if let text = member.value.scalarText { date.raw = text } else { kept.append(member) }
      case "calendar": continue
      default: kept.append(member)
      }
    }
    date.calendar = calendar(ofLiteral: date.literal)
    for member in members where member.key == "calendar" {
      if let text = member.value.string, let calendar = DateValue.Calendar(rawValue: text) {
        date.calendar = calendar
      } else {
        kept.append(member)
      }
    }
    let nothing = understood == 0 && date.season == nil && date.literal == nil && date.raw == nil && !date.circa
    return nothing && !members.isEmpty ? nil : (date, kept)
  }

  /// `[[2001, 2, 3]]`, `[[2001], [2003]]`; an end of 0 leaves the range open. False when it has another form.
  private static func readParts(_ value: JSONValue, into date: inout DateValue) -> Bool {
    guard let list = value.array, list.count <= 2 else { return false }
    var read: [[Int]] = []
    for element in list {
      guard let numbers = element.array, numbers.count <= 3 else { return false }
      var parts: [Int] = []
      for number in numbers {
        if number == .null || number == .string("") { break }
        guard let integer = number.integer else { return false }
        if integer == 0, !parts.isEmpty { break }
        parts.append(integer)
      }
      read.append(parts)
    }
    date.start = read.first.flatMap(self.parts)
    guard read.count == 2 else { return true }
    if read[1].first == 0 {
      date.isOpenEnded = true
    } else {
      date.end = self.parts(read[1])
    }
    return true
  }

  private static func parts(_ numbers: [Int]) -> DateValue.Parts? {
    guard let year = numbers.first else { return nil }
    return DateValue.Parts(
      year: year, month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// The object of a date. `calendar`, which CSL-JSON doesn't have, is written only where the words don't show it.
  static func value(_ date: DateValue) -> JSONValue {
    var out: [JSONValue.Member] = []
    func add(_ key: String, _ value: JSONValue) { out.append(JSONValue.Member(key: key, value: value)) }
    func list(_ parts: DateValue.Parts?) -> JSONValue {
      guard let parts else { return .array([]) }
      return .array([parts.year, parts.month, parts.day].compactMap { $0.map(JSONValue.integer) })
    }
    var parts: [JSONValue] = []
    if date.start != nil || date.end != nil || date.isOpenEnded { parts.append(list(date.start)) }
    if date.isOpenEnded {
      parts.append(.array([.integer(0)]))
    } else if date.end != nil {
      parts.append(list(date.end))
    }
    let hasWords = date.literal != nil || date.raw != nil || date.season != nil
    if !parts.isEmpty || !hasWords { add("date-parts", .array(parts)) }
    if let season = date.season { add("season", .integer(season)) }
    if date.circa { add("circa", .bool(true)) }
    if let literal = date.literal { add("literal", .string(literal)) }
    if let raw = date.raw { add("raw", .string(raw)) }
    if date.calendar != calendar(ofLiteral: date.literal) { add("calendar", .string(date.calendar.rawValue)) }
    return .object(out)
  }

  /// 民国… counts from 1912; other words before a Chinese number and 年 name a reign (光绪三年).
  static func calendar(ofLiteral literal: String?) -> DateValue.Calendar {
    guard let literal else { return .gregorian }
    if literal.hasPrefix("民国") || literal.hasPrefix("民國") { return .minguo }
    let scalars = literal.unicodeScalars.map(\.value)
    guard let year = scalars.firstIndex(of: 0x5E74), year >= 3, scalars[..<year].allSatisfy(CharacterClass.isHan)
    else { return .gregorian }
    let isNumber: (UInt32) -> Bool = { Numeral.isChineseNumeral($0) || $0 == 0x5143 }  // 元
    return isNumber(scalars[year - 1]) && !isNumber(scalars[0]) ? .reign : .gregorian
  }
}
