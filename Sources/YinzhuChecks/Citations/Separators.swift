import YinzhuModel
import YinzhuText

extension CheckRules {
  /// C035
  static let separators = CheckRule(
    DiagnosticRule(
      code: "C035", severity: .warning, title: "What stands between two fields differs from the other notes",
      explanation: """
        Notes of one kind print the same marks and words between two fields: a colon behind the author, a comma between title
        and journal. Here another mark stands, or none, while at least four of five notes agree.

        Example: `王明远《近代中国外交史》` among `王明远：《…》`

        What to do: write what the other notes have.

        Source: the notes of the document itself.
        """), chinese: "著录项之间的标点或用字与他注不一致",
    .document { document, findings in
      for entries in [document.notes, document.list] {
        var gaps: [Gap] = []
        for entry in entries {
          for item in entry.citation?.items ?? [] where item.form != .backReference && item.parse.confidence >= 0.3 {
            gaps += fieldGaps(item, entry, document.source)
          }
        }
        for (_, group) in Dictionary(grouping: gaps, by: \.key) {
          guard let usual = Majority(group.map(\.text), share: 0.75).usual else { continue }
          // In Western notes the comma may stand inside the quotation marks.
          for gap in group where gap.text != usual && (gap.key.isHan || !gap.text.isEmpty) {
            let (before, after) = (FieldNames.wording(gap.key.before), FieldNames.wording(gap.key.after))
            let (here, there) = (gap.text.isEmpty ? "" : gap.text, usual)
            findings.add(
              "between \(before.english) and \(after.english) stands “\(here)”, in the other notes “\(there)”",
              here.isEmpty
                ? "\(before.chinese)与\(after.chinese)之间缺“\(there)”"
                : "\(before.chinese)与\(after.chinese)之间作“\(here)”，他注作“\(there)”",
              at: gap.span, note: gap.note)
          }
        }
      }
    })

  private struct GapKey: Hashable {
    /// Nil between fields that all kinds print in the same way.
    var type: ReferenceType?
    var isHan: Bool
    var before: Variable
    var after: Variable
  }

  private struct Gap {
    var key: GapKey
    /// Spaces gone, widths of marks as printed.
    var text: String
    var span: SourceSpan
    var note: String
  }

  private static let order: [Variable] = [
    .author, .editor, .translator, .title, .containerTitle, .publisherPlace, .publisher, .issued, .volume, .issue,
    .page, .edition,
  ]

  private static func kind(_ type: ReferenceType, _ before: Variable, _ after: Variable) -> ReferenceType? {
    if before == .author && after == .title || after == .locator { return nil }
    return isSerial(type) && before == .title ? .articleJournal : type
  }

  /// What stands between neighbouring fields of a citation; long stretches are comment or roles.
  private static func fieldGaps(_ item: CitationItem, _ entry: CheckedNote, _ source: SourceText) -> [Gap] {
    guard let reference = item.reference else { return [] }
    var places: [(variable: Variable, span: SourceSpan)] = []
    for variable in order {
      guard let field = reference[variable] else { continue }
      if case .inherited = field.provenance { continue }
      let spans = field.names.map { $0.names.flatMap(\.spans) } ?? field.provenance.spans
      guard let first = spans.first, let last = spans.last, last.end > first.start else { continue }
      places.append((variable, SourceSpan(start: first.start, end: last.end)))
    }
    if let spans = item.locator?.spans, let first = spans.first, let last = spans.last, last.end > first.start {
      // 第 and 页 belong to the form, their number alone is the field.
      let text = ScalarText(
        Array(source.bytes[min(first.start, source.bytes.count)..<min(last.end, source.bytes.count)]))
      if let digit = text.indices.first(where: { text[$0].flatMap(ScalarText.digit) != nil }),
        item.locator?.label == .page
      {
        // Where pages of the article and cited pages are the same text, they are one field here.
        places.removeAll { $0.variable == .page && $0.span.overlaps(SourceSpan(start: first.start, end: last.end)) }
        places.append((.locator, SourceSpan(start: first.start + text.bytes(digit..<digit).lowerBound, end: last.end)))
      }
    }
    places.sort { $0.span < $1.span }
    let isHan = reference.text(.title)?.hasHan ?? false
    return zip(places, places.dropFirst()).compactMap { before, after in
      guard before.span.end <= after.span.start, after.span.start - before.span.end <= 15,
        after.span.start <= source.bytes.count
      else { return nil }
      let text = source[SourceSpan(start: before.span.end, end: after.span.start)]
      // Quotation marks and brackets belong to the title, an abbreviation's point to the name before.
      let kept = text.unicodeScalars.filter {
        !CharacterClass.isSpace($0.value) && !CharacterClass.isLineBreak($0.value)
          && !"“”‘’\"'[]［］".unicodeScalars.contains($0) && (isHan || $0 != ".")
      }
      // Words and numbers between are fields of their own (roles, 等), but for those of the form itself.
      guard
        kept.allSatisfy({
          !CharacterClass.isAlphabetic($0.value) && !CharacterClass.isEastAsian($0.value)
            && !CharacterClass.isDigit($0.value)
            || "载載刊于年月日版第期".unicodeScalars.contains($0)
        })
      else { return nil }
      return Gap(
        key: GapKey(
          type: kind(reference.type, before.variable, after.variable), isHan: isHan, before: before.variable,
          after: after.variable),
        text: String(String.UnicodeScalarView(kept)),
        span: SourceSpan(start: before.span.end, end: max(before.span.end, after.span.start)), note: entry.note.id)
    }
  }
}
