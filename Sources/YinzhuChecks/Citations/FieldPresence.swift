import YinzhuModel
import YinzhuText

extension CheckRules {
  private static let watched: [Variable] = [.author, .publisherPlace, .publisher, .issued, .issue, .page]

  private struct Presence: Hashable {
    var type: ReferenceType
    var isHan: Bool
    var variable: Variable
  }

  /// C040
  static let fieldPresence = CheckRule(
    DiagnosticRule(
      code: "C040", severity: .warning, title: "A field is missing that the other citations of its kind have",
      explanation: """
        At least five of six citations of this kind in the document (books, articles, theses) have the field, and this one
        doesn't: the place of publication, the publisher, the year, the issue, the cited page.

        Example: a book without page among books with `第…页`

        What to do: add the field, or see that a mark is missing that parts it from its neighbour.

        Source: the notes of the document itself; CY/T 121—2015.
        """), chinese: "缺少同类引文都有的著录项",
    .document { document, findings in
      for entries in [document.notes, document.list] {
        var items: [(entry: CheckedNote, item: CitationItem, reference: Reference)] = []
        for entry in entries {
          for item in entry.citation?.items ?? [] where item.form == .full && item.parse.confidence >= 0.3 {
            if let reference = item.reference { items.append((entry, item, reference)) }
          }
        }
        var all: [Presence: Int] = [:]
        var present: [Presence: Int] = [:]
        for (_, item, reference) in items {
          for variable in watched {
            let key = Presence(type: reference.type, isHan: reference.text(.title)?.hasHan ?? false, variable: variable)
            all[key, default: 0] += 1
            if has(variable, item, reference) { present[key, default: 0] += 1 }
          }
        }
        for (entry, item, reference) in items {
          for variable in watched where !has(variable, item, reference) {
            let key = Presence(type: reference.type, isHan: reference.text(.title)?.hasHan ?? false, variable: variable)
            let (count, total) = (present[key] ?? 0, all[key] ?? 0)
            guard count >= 4, count * 6 >= total * 5, !isNamed(variable, item, reference) else { continue }
            let name = FieldNames.wording(variable == .page ? .locator : variable)
            findings.add(
              "the \(name.english) is missing, which \(count) of \(total) citations of this kind have",
              "缺\(name.chinese)，而同类引文\(total)处有\(count)处著录", at: item.spans.first, note: entry.note.id)
          }
        }
      }
    })

  private static func has(_ variable: Variable, _ item: CitationItem, _ reference: Reference) -> Bool {
    switch variable {
    case .page: item.locator != nil || reference[.page] != nil
    case .issue: reference[.issue] != nil || reference[.volume] != nil
    case .author: !reference.names(.author).isEmpty || !reference.names(.editor).isEmpty
    default: reference[variable] != nil
    }
  }

  /// A rule of its own names the missing field already.
  private static func isNamed(_ variable: Variable, _ item: CitationItem, _ reference: Reference) -> Bool {
    switch variable {
    case .issued: isSerial(reference.type) || reference.type == .thesis || reference[.publisher] != nil
    case .issue: reference.type == .articleJournal
    case .publisher: reference.type == .thesis || reference.type == .book && reference[.publisherPlace] != nil
    case .page: reference.type == .articleNewspaper
    case .author: reference.type == .articleNewspaper
    default: false
    }
  }
}
