import YinzhuModel

/// Dates as fields.
struct BibTeXDates {
  /// A field and its value; a macro stands without braces.
  struct Written {
    var fields: [(name: String, value: String, isMacro: Bool)] = []
    /// What isn't written, and why.
    var lost: [(part: String, reason: String)] = []
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// BibTeX: `year`, `month` (a macro), `day`.
  static func bibtexIssued(_ date: DateValue) -> Written {
    var out = Written()
    guard let start = date.start ?? date.end else {
      out.fields = words(date).map { [("year", LaTeXText.string($0), false)] } ?? []
      if date.circa { out.lost.append(("circa", "the format can't say that a date is approximate")) }
      if let season = date.season { out.lost.append(("season \(season)", "the format has no seasons")) }
      return out
    }
    var year = String(start.year)
    if date.start != nil, let end = date.end {
      year += "--\(end.year)"
      if start.month != nil || end.month != nil {
        out.lost.append((EDTF.string(date) ?? "", "of a range, only the years can be written"))
      }
    } else if date.isOpenEnded {
      year += "--"
    }
    out.fields.append(("year", year, false))
    if date.end == nil, let month = start.month {
      if start.isValid, months.indices.contains(month &- 1) {
        out.fields.append(("month", months[month &- 1], true))
        if let day = start.day { out.fields.append(("day", String(day), false)) }
      } else {
        out.lost.append(("month \(month)", "there is no such day or month"))
      }
    }
    if let season = date.season { out.lost.append(("season \(season)", "the format has no seasons")) }
    if date.circa { out.lost.append(("circa", "the format can't say that a date is approximate")) }
    if let words = words(date) { out.lost.append((words, "the year is written instead of the words")) }
    return out
  }

  /// One field in ISO 8601-2 (BibLaTeX manual, section 2.3.8); words instead of a date only fit into `year`.
  static func iso(_ date: DateValue, field: String) -> Written {
    var out = Written()
    var valid = date
    if let start = date.start, !start.isValid {
      valid.start = DateValue.Parts(year: start.year)
      out.lost.append(("month \(start.month ?? 0)", "there is no such day or month"))
    }
    if let end = date.end, !end.isValid {
      valid.end = DateValue.Parts(year: end.year)
      out.lost.append(("month \(end.month ?? 0)", "there is no such day or month"))
    }
    let years = [valid.start?.year, valid.end?.year].compactMap { $0 }
    if let text = EDTF.string(valid), years.allSatisfy({ (-999_999_999...999_999_999).contains($0) }) {
      out.fields.append((field, text, false))
      if let words = words(date) { out.lost.append((words, "the date is written instead of the words")) }
      if let season = date.season, valid.start?.month != nil || !(1...4).contains(season) {
        out.lost.append(("season \(season)", "a date with a month has no season"))
      }
      return out
    }
    if let text = words(date) ?? years.first.map(String.init) {
      if field == "date" {
        out.fields.append(("year", LaTeXText.string(text), false))
      } else {
        out.lost.append((text, "the field takes only dates of the common calendar"))
      }
    }
    if date.circa { out.lost.append(("circa", "it can only be said of a date in numbers")) }
    if let season = date.season { out.lost.append(("season \(season)", "it can only be said of a date in numbers")) }
    return out
  }

  private static func words(_ date: DateValue) -> String? { date.literal ?? date.raw }
}
