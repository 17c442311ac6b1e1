import YinzhuModel
import YinzhuText

extension CheckRules {
  private static let counters = Set("年月日期页頁卷版号册辑集".scalarValues)
  private static let closing = Set("，。：；、》〉”）".scalarValues)
  private static let opening = Set("《〈“（".scalarValues)

  /// C018
  static let spaces = CheckRule(
    DiagnosticRule(
      code: "C018", severity: .warning, title: "A space stands where none belongs",
      explanation: """
        A space stands inside a date or page, before a mark, or at the edge of a title, while the rest of the document's
        notes have none there. Where the whole document has such spaces (dumps of PDF files do), nothing is said. A space
        between two parts of a title is left alone.

        Example: `2014 年第6期`, `《 历史研究》`, `第3页 。`

        What to do: `yinzhu fix` takes the space out.

        Source: GB/T 15834—2011; zotero-chinese/styles issue 572.
        """), chinese: "多余的空格",
    .document { document, findings in
      let entries = (document.notes + document.list).filter { $0.text.string.hasHan }
      let texts = entries.map { ScalarText($0.text.bytes) }
      // Dumps have spaces about numbers and none before marks: each sort is counted for itself.
      var tight: [Sort: Int] = [:]
      var loose: [(entry: Int, sort: Sort, range: Range<Int>)] = []
      for (entry, text) in texts.enumerated() {
        for index in text.indices {
          guard let scalar = text[index] else { continue }
          if !CharacterClass.isSpace(scalar) {
            if let next = text[index + 1], let sort = sort(scalar, next) { tight[sort, default: 0] += 1 }
          } else if let before = text[index - 1], !CharacterClass.isSpace(before), let after = text.after(index),
            let sort = sort(before, after)
          {
            loose.append((entry, sort, index..<text.skippingSpaces(index)))
          }
        }
      }
      let counts = loose.reduce(into: [Sort: Int]()) { $0[$1.sort, default: 0] += 1 }
      for (entry, sort, range) in loose {
        guard tight[sort] ?? 0 >= (counts[sort] ?? 0) * 2 else { continue }
        let text = texts[entry]
        let around = text.string(max(0, range.lowerBound - 3)..<min(text.count, range.upperBound + 2))
        findings.add(
          "a space too many in “\(around)”", "“\(around)”中空格多余", at: entries[entry].span(text.bytes(range)),
          note: entries[entry].note.id, fix: entries[entry].fix(text.bytes(range), ""))
      }
    })

  private enum Sort: Hashable {
    case closing
    case opening
    case number
  }

  /// What two neighbours are that stand without a space in Chinese text.
  private static func sort(_ before: UInt32, _ after: UInt32) -> Sort? {
    if closing.contains(after) { return .closing }
    if opening.contains(before) { return .opening }
    if ScalarText.digit(before) != nil { return counters.contains(after) ? .number : nil }
    if before == 0x7B2C || before == 0x5E74 || before == 0x6708 {
      return ScalarText.digit(after) != nil ? .number : nil
    }
    return nil
  }
}
