import YinzhuModel
import YinzhuText

extension CheckRules {
  private static let dates: [Variable] = [.issued, .accessed, .originalDate, .submitted, .eventDate, .availableDate]

  /// R001
  static let impossibleDate = CheckRule(
    DiagnosticRule(
      code: "R001", severity: .error, title: "There is no such day or month",
      explanation: """
        The date names a month beyond 12 or a day that the month doesn't have.

        Example: `2018年2月30日`, `date = {2001-13-05}`

        What to do: look at the source for the right date.

        Source: the Gregorian calendar; biber checks the same.
        """), chinese: "日期不存在",
    .record { record, findings in
      for variable in dates {
        guard let date = record.date(variable), date.calendar == .gregorian else { continue }
        for parts in [date.start, date.end].compactMap({ $0 }) + written(date) where !parts.isValid {
          let text = [parts.year, parts.month, parts.day].compactMap { $0 }.map { String($0) }.joined(separator: "-")
          findings.add("there is no day \(text)", "不存在的日期：\(text)", at: record.span(variable))
        }
      }
    })

  /// A date that a reader kept as words as it is no day: `2001-02-30`, `2018年2月30日`.
  private static func written(_ date: DateValue) -> [DateValue.Parts] {
    guard date.start == nil, let text = date.literal ?? date.raw else { return [] }
    let scalars = ScalarText(text)
    guard let year = scalars.number(at: 0), year.range.count == 4, scalars[4] != nil,
      let month = scalars.number(at: 5), month.range.count <= 2
    else { return [] }
    let mark = scalars[4]
    guard mark == 0x2D || mark == 0x2F || mark == 0x2E || mark == 0x5E74 else { return [] }
    let end = month.range.upperBound
    guard end < scalars.count else {
      return (1...12).contains(month.value) ? [] : [DateValue.Parts(year: year.value, month: month.value)]
    }
    // Seasons of EDTF are months 21 to 41.
    guard let day = scalars.number(at: end + 1), day.range.count <= 2, day.range.upperBound >= scalars.count - 1 else {
      return []
    }
    return [DateValue.Parts(year: year.value, month: month.value, day: day.value)]
  }

  /// R002
  static let futureDate = CheckRule(
    DiagnosticRule(
      code: "R002", severity: .warning, title: "A date lies in the future or before printing",
      explanation: """
        The date of publication or access lies after the day of the check, or so early that the work can't have been printed
        (a journal before 1665).

        Example: `《文学评论》3014年第6期`

        What to do: look at the source; often a digit was mistyped.
        """), chinese: "日期在将来，或早得不可能",
    .record { record, findings in
      for variable in [Variable.issued, .accessed] {
        guard let date = record.date(variable), date.calendar == .gregorian, let start = date.start else { continue }
        if let today = record.today, isLater(start, than: today, years: variable == .issued ? 1 : 0) {
          findings.add(
            "the date \(start.year) lies in the future", "日期（\(start.year)年）在今天之后", at: record.span(variable))
        } else if isSerial(record.reference.type), start.year < 1665, record.isSure {
          findings.add(
            "no journal or newspaper was printed in \(start.year)", "\(start.year)年还没有报刊", at: record.span(variable))
        } else if variable == .issued, record.item == nil, (10...99).contains(start.year),
          record.reference.type != .classic
        {
          findings.add(
            "the year “\(start.year)” has two digits", "年份“\(start.year)”应写四位", at: record.span(variable))
        } else if variable == .accessed, start.year < 1991 {
          findings.add(
            "nothing could be read on the web in \(start.year)", "\(start.year)年还没有万维网", at: record.span(variable))
        }
      }
    })

  /// R002 in the text of notes: a year that the parser can't believe is no date of the record.
  static let futureYear = CheckRule(
    DiagnosticRule(code: "R002", severity: .warning, title: "", explanation: ""), chinese: "日期在将来，或早得不可能",
    .document { document, findings in
      guard let today = document.today else { return }
      for note in document.notes + document.list where note.isCitation {
        let text = ScalarText(note.text.bytes)
        let fields = (note.citation?.items ?? []).compactMap { $0.reference?[.issued]?.provenance.spans.first }
        for index in text.indices where text[index - 1].flatMap(ScalarText.digit) == nil {
          guard let year = text.number(at: index), year.range.count == 4, text.after(year.range.upperBound) == 0x5E74,
            year.value > today.year + 1 || year.value < 1000 && text.before(index).map({ $0 == 0xFF0C }) ?? false,
            !isInTitle(text, index)
          else { continue }
          let span = note.span(text.bytes(year.range))
          guard !fields.contains(where: { $0.overlaps(span) }) else { continue }
          let printed = text.string(year.range)
          findings.add(
            year.value < 1000 ? "“\(printed)” is no year" : "the date \(printed) lies in the future",
            year.value < 1000 ? "“\(printed)年”不是年份" : "日期（\(printed)年）在今天之后", at: span, note: note.note.id)
        }
      }
    })

  /// Journals and books of next year are printed this year.
  private static func isLater(_ date: DateValue.Parts, than today: DateValue.Parts, years: Int) -> Bool {
    if date.year != today.year { return date.year > today.year + years }
    guard years == 0, let month = date.month, let thisMonth = today.month else { return false }
    if month != thisMonth { return month > thisMonth }
    guard let day = date.day, let thisDay = today.day else { return false }
    // Somewhere it is tomorrow already.
    return day > thisDay + 1
  }

  static func isSerial(_ type: ReferenceType) -> Bool {
    type == .articleJournal || type == .articleNewspaper || type == .articleMagazine
  }

  /// R003
  static let accessBeforeIssue = CheckRule(
    DiagnosticRule(
      code: "R003", severity: .warning, title: "The source was read before it was published",
      explanation: """
        The date of access lies before the date of publication.

        Example: published 2018-06-11, read on 2017-06-12.

        What to do: look at both dates.

        Source: GB/T 7714—2015 4.6.
        """), chinese: "访问日期早于发布日期",
    .record { record, findings in
      guard let issued = record.date(.issued)?.start, let accessed = record.date(.accessed)?.start,
        issued.year > 1800, order(accessed) < order(issued),
        // Where one is only a year, the year must differ.
        issued.month != nil && accessed.month != nil || issued.year != accessed.year
      else { return }
      findings.add(
        "read in \(accessed.year), published in \(issued.year): the date of access lies before", "访问日期早于发布日期",
        at: record.span(.accessed))
    })

  private static func order(_ parts: DateValue.Parts) -> Int {
    let year = max(-9999, min(9999, parts.year))
    return year * 10000 + max(0, min(99, parts.month ?? 0)) * 100 + max(0, min(99, parts.day ?? 0))
  }
}
