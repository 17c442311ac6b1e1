import YinzhuModel
import YinzhuText

extension CheckRules {
  /// N009
  static let printedPages = CheckRule(
    DiagnosticRule(
      code: "N009", severity: .warning, title: "A printed page number doesn't fit the pages around it",
      explanation: """
        Printed page numbers rise by one from page to page. Here a number doesn't, as counted from the nearest page whose
        number was read; often its digits are turned round (81 for 18), as text dumps of Chinese journals do with numbers
        between dots, `·81·`.

        What to do: look at the printed page. Citations of this article need the right number.
        """), chinese: "印刷页码与前后页不合",
    .document { document, findings in
      let read = document.pages.compactMap { page in
        page.printed.flatMap { Int($0) }.map { (page: page, offset: $0 - page.ordinal, number: $0) }
      }
      guard read.count >= 2 else { return }
      var counts: [Int: Int] = [:]
      for entry in read { counts[entry.offset, default: 0] += 1 }
      for entry in read {
        let others = read.filter { $0.page.ordinal != entry.page.ordinal }
        let reversed = Int(String(String(entry.number).reversed()))
        let isReversed = { (offset: Int) in reversed == entry.page.ordinal + offset && reversed != entry.number }
        // With two pages only a turned number tells which of them is wrong.
        let expected =
          others.map(\.offset).first { isReversed($0) }
          ?? others.map(\.offset).first { counts[$0, default: 0] >= 3 && counts[entry.offset, default: 0] == 1 }
        guard let expected, expected != entry.offset else { continue }
        let right = entry.page.ordinal + expected
        let span = document.place(of: String(entry.number), on: entry.page) ?? entry.page.span
        let how = isReversed(expected)
        findings.add(
          how
            ? "the page number \(entry.number) is printed backwards: by the pages before it is \(right)"
            : "the page number \(entry.number) doesn't fit: by the other pages it is \(right)",
          how ? "页码\(entry.number)数字颠倒：按前后页推算应为\(right)" : "页码\(entry.number)与其他页不合：推算应为\(right)",
          at: span)
      }
    })
}

extension CheckedDocument {
  /// Where a number stands alone in a line of a page; the last such line.
  fileprivate func place(of number: String, on page: Document.Page) -> SourceSpan? {
    // Page numbers stand at the edge, which the page's own span may not hold.
    let next = pages.first { $0.ordinal == page.ordinal + 1 }?.span.start ?? source.bytes.count
    let end = min(max(page.span.end, next), source.bytes.count)
    guard page.span.start < end else { return nil }
    var found: SourceSpan?
    var line = source.lines.line(containing: page.span.start)
    while line < source.lines.count, source.lines.start(ofLine: line) < end {
      let start = max(source.lines.start(ofLine: line), page.span.start)
      let stop = min(end, line + 1 < source.lines.count ? source.lines.start(ofLine: line + 1) : end)
      let text = ScalarText(Array(source.bytes[start..<max(start, stop)]))
      if text.count < 24, let place = Self.lone(number, in: text) {
        let bytes = text.bytes(place)
        found = SourceSpan(start: start + bytes.lowerBound, end: start + bytes.upperBound)
      }
      line += 1
    }
    return found
  }

  /// The digits of a line that has nothing else but marks and spaces, in the order printed.
  private static func lone(_ number: String, in text: ScalarText) -> Range<Int>? {
    let digits = text.indices.filter { text[$0].flatMap(ScalarText.digit) != nil }
    guard let first = digits.first, let last = digits.last,
      !text.scalars.contains(where: { CharacterClass.isAlphabetic($0) || CharacterClass.isEastAsian($0) })
    else { return nil }
    let printed = digits.compactMap { text[$0].flatMap(ScalarText.digit) }.map { String($0) }.joined()
    return printed == number ? first..<last + 1 : nil
  }
}
