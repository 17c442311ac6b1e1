import YinzhuModel

/// The date of RIS: `year/month/day/words`, of which all but the year may be empty.
enum SlashedDate {
  /// The date; nil for texts of another form.
  static func date(_ text: String, year given: Int? = nil) -> DateValue? {
    let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
      .map { DateText.trimmed(String($0)) }
    guard parts.count > 1 else { return nil }
    let words = parts.count > 3 ? parts[3] : ""
    guard let year = Int(parts[0]), parts[0].utf8.count >= 3 || parts[0].hasPrefix("-") else {
      guard parts[0].isEmpty, parts.count > 3, parts[1].isEmpty, parts[2].isEmpty, !words.isEmpty else { return nil }
      return DateText.date(words, year: given) ?? DateValue(literal: words)
    }
    var out = DateValue(start: DateValue.Parts(year: year))
    if let month = Int(parts[1]) ?? MonthNames.number(parts[1].lowercased()) {
      out.start?.month = month
      if parts.count > 2, let day = Int(parts[2]) { out.start?.day = day }
    } else if !parts[1].isEmpty {
      guard let date = DateText.date(parts[1], year: year) else { return nil }
      out = date
    }
    guard out.start?.isValid ?? false else { return nil }
    if !words.isEmpty {
      if let read = DateText.date(words, year: year), out.start?.month == nil { return read }
      out.raw = words
    }
    return out
  }
}
