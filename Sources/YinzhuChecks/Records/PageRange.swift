import YinzhuModel
import YinzhuText

/// Ranges of pages as numbers: `12-15, 20`.
enum NumberRanges {
  struct Range: Hashable {
    var first: Int
    var last: Int?
    /// As printed, half width, with one hyphen.
    var text: String
    var firstText: String
    var lastText: String
  }

  /// The ranges of a text; empty where it has letters or signs that are no part of page numbers.
  static func of(_ text: String) -> [Range] {
    var out: [Range] = []
    let folded = WidthFolding.fold(text)
    for part in folded.split(whereSeparator: {
      $0 == "," || $0 == "，" || $0 == "、" || $0 == ";" || $0 == "；" || $0 == "+"
    }) {
      let scalars = ScalarText(String(part))
      let start = scalars.skippingSpaces(0)
      guard let first = scalars.number(at: start) else { return [] }
      var at = scalars.skippingSpaces(first.range.upperBound)
      guard let mark = scalars[at] else {
        out.append(
          Range(first: first.value, last: nil, text: String(part), firstText: String(first.value), lastText: ""))
        continue
      }
      guard CharacterClass.isDash(mark) || mark == 0x7E || mark == 0xFF5E else { return [] }
      while let scalar = scalars[at],
        CharacterClass.isDash(scalar) || CharacterClass.isSpace(scalar) || scalar == 0x7E || scalar == 0xFF5E
      {
        at += 1
      }
      guard let last = scalars.number(at: at), scalars.skippingSpaces(last.range.upperBound) == scalars.count else {
        return []
      }
      out.append(
        Range(
          first: first.value, last: last.value, text: scalars.string(start..<last.range.upperBound),
          firstText: scalars.string(first.range), lastText: scalars.string(last.range)))
    }
    return out
  }
}

extension CheckRules {
  /// R004
  static let pageRange = CheckRule(
    DiagnosticRule(
      code: "R004", severity: .error, title: "A page range runs backwards",
      explanation: """
        The last page of a range is smaller than the first. Shortened last pages (`1123–35`, `123-7`) are no slip.

        Example: `第100—90页`, `pages = {71--60}`

        What to do: look at the source: the numbers may have changed places, or a digit is wrong.

        Source: JabRef's check of pages; GB/T 7714—2015 8.5.
        """), chinese: "页码范围倒置",
    .record { record, findings in
      for (text, span) in pages(record) {
        for range in NumberRanges.of(text) {
          guard let last = range.last, last < range.first else { continue }
          // 1123–35 is short for 1123–1135.
          if range.lastText.count < range.firstText.count, completed(range) > range.first, !text.contains("页"),
            record.item == nil || !(record.reference.text(.title)?.hasHan ?? false)
          {
            continue
          }
          findings.add(
            "the range \(range.first)-\(last) runs backwards", "页码范围\(range.first)-\(last)前大后小", at: span)
        }
      }
    })

  /// R005
  static let equalPages = CheckRule(
    DiagnosticRule(
      code: "R005", severity: .warning, title: "A page range has the same page twice",
      explanation: """
        The range begins and ends with the same page.

        Example: `第5—5页`, `pages = {5--5}`

        What to do: write the page once, or look for the right last page.

        Source: JabRef's check of pages.
        """), chinese: "起止页码相同",
    .record { record, findings in
      for (text, span) in pages(record) {
        for range in NumberRanges.of(text) where range.last == range.first {
          findings.add(
            "the range begins and ends with page \(range.first)", "起止页码都是\(range.first)", at: span)
        }
      }
    })

  /// R006
  static let citedPageOutside = CheckRule(
    DiagnosticRule(
      code: "R006", severity: .warning, title: "The cited page lies outside the article",
      explanation: """
        The citation gives the pages of the article and the page that is cited, and the one isn't among the others.

        Example: article `1-20`, cited `第71页`

        What to do: look at the article. Some journals count each article from 1: then both can be right.
        """), chinese: "引用页码不在文章起止页之内",
    .record { record, findings in
      guard isSerial(record.reference.type), let pages = record.text(.page), let locator = record.item?.locator,
        locator.label == .page, record.item?.form != .backReference
      else { return }
      let whole = NumberRanges.of(pages)
      let cited = NumberRanges.of(locator.value)
      guard whole.count == 1, let all = whole.first, let end = all.last, end > all.first else { return }
      for range in cited where range.first < all.first || (range.last ?? range.first) > end {
        findings.add(
          "page \(range.text) is cited, the article has \(all.first)-\(end)",
          "引用第\(range.text)页，而文章在第\(all.first)-\(end)页",
          at: locator.spans.first)
      }
    })

  /// R045
  static let hugePage = CheckRule(
    DiagnosticRule(
      code: "R045", severity: .warning, title: "A page number is too high",
      explanation: """
        No book has so many pages: five digits or more. Usually the mark between two pages was lost.

        Example: `第120131页` for `第120—131页`

        What to do: look at the source. Article numbers of electronic journals belong into their own field.

        Source: GB/T 7714—2015 8.5.
        """), chinese: "页码过大",
    .record { record, findings in
      guard let locator = record.item?.locator, locator.label == .page else { return }
      for range in NumberRanges.of(locator.value) where range.first >= 10_000 || (range.last ?? 0) >= 10_000 {
        findings.add("page \(range.text) is too high", "页码\(range.text)过大", at: locator.spans.first)
      }
    })

  private static func pages(_ record: CheckedRecord) -> [(String, SourceSpan?)] {
    var out: [(String, SourceSpan?)] = []
    if let text = record.text(.page) { out.append((text, record.span(.page))) }
    if let locator = record.item?.locator, locator.label == .page {
      out.append((locator.value, locator.spans.first))
    }
    return out
  }

  /// The last page of a range with the digits that were left out.
  private static func completed(_ range: NumberRanges.Range) -> Int {
    Int(range.firstText.dropLast(range.lastText.count) + range.lastText) ?? 0
  }
}
