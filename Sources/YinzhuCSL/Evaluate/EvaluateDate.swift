import YinzhuModel
import YinzhuText

/// `cs:date` (CSL 1.0.2 "Date").
extension Evaluator {
  mutating func evaluate(_ element: Element.Date) -> Result {
    // Days of access tell no two works apart.
    if cite.isAmbiguityCheck, element.variable == .accessed { return Result() }
    guard let variable = element.variable, !suppressed.contains(variable), let field = reference[variable],
      let date = field.date
    else { return Result(called: true) }
    let readable = read(date)
    let node: OutputNode
    if isSorting {
      node = OutputNode(.date(variable), text: DateKey.text(readable, precision: sortPrecision(element)))
    } else if let literal = readable.literal ?? (readable.start == nil && readable.season == nil ? readable.raw : nil) {
      // Words stand in the place of the year, with its affixes.
      let year = format(element).parts.first { $0.name == .year }
      node = OutputNode(.date(variable), text: literal).decorated(year?.decoration ?? Decoration())
    } else {
      check(readable, field)
      node = OutputNode(.date(variable), children: range(readable, format(element), variable))
    }
    guard !node.isEmpty else { return Result(called: true) }
    printed.append(variable)
    return Result(nodes: decorated([node], localDecoration(element)), called: true, filled: true)
  }

  /// A date that came as text is read where it has the form of one.
  private func read(_ date: DateValue) -> DateValue {
    guard date.start == nil, date.literal == nil, let raw = date.raw else { return date }
    var read = RawDate.read(raw)
    if date.circa { read.circa = true }
    return read
  }

  private mutating func check(_ date: DateValue, _ field: Field) {
    for parts in [date.start, date.end] {
      guard let parts, !parts.isValid, !(21...24).contains(parts.month ?? 0) else { continue }
      let text = [parts.year, parts.month, parts.day].compactMap { $0.map(String.init) }.joined(separator: "-")
      diagnostics.append(
        Diagnostic(
          CSLRules.impossibleDate, "“\(reference.id.rawValue)” has the date \(text), which no calendar has.",
          span: field.provenance.spans.first))
    }
  }

  // MARK: Format

  private struct Format {
    var delimiter: String
    var parts: [DatePart]
  }

  /// The affixes of a localized date belong to the locale's `cs:date`.
  private func localDecoration(_ element: Element.Date) -> Decoration {
    guard let form = element.form, let format = (dateLocale ?? locale).dateFormats[form] else { return Decoration() }
    return format.decoration
  }

  private func format(_ element: Element.Date) -> Format {
    guard let form = element.form else { return Format(delimiter: element.delimiter, parts: element.parts) }
    guard let local = (dateLocale ?? locale).dateFormats[form] else {
      return Format(delimiter: "", parts: element.parts)
    }
    let wanted: Set<DatePart.Name> =
      switch element.precision {
      case .year: [.year]
      case .yearMonth: [.year, .month, .season]
      case .yearMonthDay: [.year, .month, .day, .season]
      }
    var parts: [DatePart] = []
    for var part in local.parts where wanted.contains(part.name) {
      if let change = element.parts.first(where: { $0.name == part.name }) {
        part.form = change.form ?? part.form
        part.rangeDelimiter = change.rangeDelimiter ?? part.rangeDelimiter
        part.decoration.formatting = change.decoration.formatting.filled(from: part.decoration.formatting)
        part.decoration.textCase = change.decoration.textCase ?? part.decoration.textCase
        part.decoration.stripPeriods = change.decoration.stripPeriods || part.decoration.stripPeriods
      }
      parts.append(part)
    }
    return Format(delimiter: local.delimiter, parts: parts)
  }

  private func sortPrecision(_ element: Element.Date) -> Element.Date.Precision {
    guard element.form == nil else { return element.precision }
    let names = Set(element.parts.map(\.name))
    if names.contains(.day) { return .yearMonthDay }
    return names.contains(.month) ? .yearMonth : .year
  }

  // MARK: Rendering

  private mutating func range(_ date: DateValue, _ format: Format, _ variable: Variable) -> [OutputNode] {
    guard let start = date.start else {
      guard let season = date.season else { return [] }
      return render(
        DateValue.Parts(year: 0), format.parts.filter { $0.name == .month || $0.name == .season }, format, variable,
        season: season)
    }
    guard let end = date.end ?? (date.isOpenEnded ? start : nil), date.isOpenEnded || end != start else {
      return render(start, format.parts, format, variable, season: date.season)
    }
    let present = format.parts.filter { has($0, start, date.season) || has($0, end, nil) }
    if date.isOpenEnded {
      let delimiter = present.last { $0.name == .year }?.rangeDelimiter ?? "–"
      return render(start, present, format, variable, season: date.season, dropsLastSuffix: true)
        + [OutputNode(.delimiter, text: delimiter)]
    }
    // The largest part that differs decides the delimiter; larger ones are printed once.
    let largest: DatePart.Name = start.year != end.year ? .year : start.month != end.month ? .month : .day
    func differs(_ part: DatePart) -> Bool {
      switch largest {
      case .year: true
      case .month: part.name != .year
      default: part.name == .day
      }
    }
    guard let first = present.firstIndex(where: differs), let last = present.lastIndex(where: differs) else {
      return render(start, format.parts, format, variable, season: date.season)
    }
    let delimiter = present.first { $0.name == largest }?.rangeDelimiter ?? "–"
    var out = render(start, Array(present[..<first]), format, variable, season: date.season)
    if !out.isEmpty, !format.delimiter.isEmpty { out.append(OutputNode(.delimiter, text: format.delimiter)) }
    out += render(start, Array(present[first...last]), format, variable, season: date.season, dropsLastSuffix: true)
    out.append(OutputNode(.delimiter, text: delimiter))
    out += render(end, Array(present[first...last]), format, variable, season: nil, dropsFirstPrefix: true)
    let rest = render(end, Array(present[(last + 1)...]), format, variable, season: nil)
    if !rest.isEmpty, !format.delimiter.isEmpty { out.append(OutputNode(.delimiter, text: format.delimiter)) }
    return out + rest
  }

  private func has(_ part: DatePart, _ date: DateValue.Parts, _ season: Int?) -> Bool {
    switch part.name {
    case .year: true
    case .month: DatePartsReading.month(date) != nil || DatePartsReading.season(date) != nil || season != nil
    case .day: DatePartsReading.day(date) != nil
    case .season: season != nil
    }
  }

  private mutating func render(
    _ date: DateValue.Parts, _ parts: [DatePart], _ format: Format, _ variable: Variable, season: Int?,
    dropsLastSuffix: Bool = false, dropsFirstPrefix: Bool = false
  ) -> [OutputNode] {
    let shown = parts.filter { has($0, date, season) }
    var nodes: [OutputNode] = []
    for (index, part) in shown.enumerated() {
      guard let text = text(part, date, season), !text.isEmpty else { continue }
      var decoration = part.decoration
      if dropsLastSuffix, index == shown.count - 1 { decoration.suffix = "" }
      if dropsFirstPrefix, index == 0 { decoration.prefix = "" }
      var node = OutputNode(part.name == .year ? .year : .plain, text: text)
      if part.name == .year, variable == .issued || reference[.issued] == nil, !hasYearSuffixSlot,
        !style.use.yearSuffix
      {
        hasYearSuffixSlot = true
        node = OutputNode(
          .plain, children: [node, OutputNode(.yearSuffix, text: yearSuffix)])
      }
      nodes.append(node.decorated(decoration))
    }
    return OutputNode.joined(nodes, delimiter: format.delimiter)
  }

  private func text(_ part: DatePart, _ date: DateValue.Parts, _ season: Int?) -> String? {
    switch part.name {
    case .year: return year(date.year, part.form)
    case .month:
      guard let month = DatePartsReading.month(date) else {
        guard let season = DatePartsReading.season(date) ?? season else { return nil }
        if (13...20).contains(date.month ?? 0), part.form == .numeric || part.form == .numericLeadingZeros {
          return nil
        }
        return locale.text("season-0\(season)")
      }
      switch part.form {
      case .numeric: return String(month)
      case .numericLeadingZeros: return NumberForms.twoDigits(month)
      case .short: return locale.text("month-" + NumberForms.twoDigits(month), form: .short)
      default: return locale.text("month-" + NumberForms.twoDigits(month))
      }
    case .day:
      guard let day = DatePartsReading.day(date) else { return nil }
      switch part.form {
      case .numericLeadingZeros: return NumberForms.twoDigits(day)
      case .ordinal:
        if locale.limitDayOrdinalsToDay1 == true, day != 1 { return String(day) }
        let month = DatePartsReading.month(date) ?? 1
        return NumberForms.ordinal(
          day, locale, gender: locale.term("month-" + NumberForms.twoDigits(month))?.gender)
      default: return String(day)
      }
    case .season: return season.map { locale.text("season-0\($0)") }
    }
  }

  /// Years before 1000 carry their era (CSL 1.0.2 "AD and BC").
  private func year(_ year: Int, _ form: DatePart.Form?) -> String {
    if year < 0 { return String(year.magnitude) + locale.text("bc") }
    if form == .short, year >= 1000 { return NumberForms.twoDigits(year % 100) }
    return year < 1000 && year > 0 ? String(year) + locale.text("ad") : String(year)
  }
}

/// Months and days as far as the calendar has them; 21 to 24 in the place of a month are seasons (EDTF), and so are 13
/// to 20 for citeproc-js.
enum DatePartsReading {
  static func month(_ parts: DateValue.Parts) -> Int? {
    parts.month.flatMap { (1...12).contains($0) ? $0 : nil }
  }

  static func day(_ parts: DateValue.Parts) -> Int? {
    guard month(parts) != nil else { return nil }
    return parts.day.flatMap { (1...31).contains($0) ? $0 : nil }
  }

  static func season(_ parts: DateValue.Parts) -> Int? {
    guard let month = parts.month, (13...24).contains(month) else { return nil }
    return month - (month > 20 ? 20 : month > 16 ? 16 : 12)
  }
}

/// Dates as texts that sort.
enum DateKey {
  /// Year, month and day in fixed width; years before the common era come first.
  static func text(_ date: DateValue, precision: Element.Date.Precision = .yearMonthDay) -> String {
    guard let start = date.start else { return date.literal ?? "" }
    var out = key(start, precision)
    if let end = date.end { out += "-" + key(end, precision) }
    return out
  }

  private static func key(_ parts: DateValue.Parts, _ precision: Element.Date.Precision) -> String {
    // An offset keeps the order of negative years, and the width.
    let year = String(max(0, min(99_999_999, 50_000_000 + max(-40_000_000, min(40_000_000, parts.year)))))
    let month = NumberForms.twoDigits(DatePartsReading.month(parts) ?? 0)
    let day = NumberForms.twoDigits(DatePartsReading.day(parts) ?? 0)
    switch precision {
    case .year: return year
    case .yearMonth: return year + month
    case .yearMonthDay: return year + month + day
    }
  }
}
