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
          let isHan = reference.text(.title)?.hasHan ?? false
          let missing = watched.filter { variable in
            let key = Presence(type: reference.type, isHan: isHan, variable: variable)
            let (count, total) = (present[key] ?? 0, all[key] ?? 0)
            return count >= 4 && count * 6 >= total * 5 && !has(variable, item, reference)
              && !isNamed(variable, item, reference) && !item.mayPrint(variable)
          }
          // Where much is missing it is another kind of citation.
          guard (1...2).contains(missing.count) else { continue }
          let names = missing.map { FieldNames.wording($0 == .page ? .locator : $0) }
          findings.add(
            "no \(names.map(\.english).joined(separator: ", ")), which nearly all citations of this kind have",
            "缺\(names.map(\.chinese).joined(separator: "、"))，而同类引文几乎都有", at: item.spans.first, note: entry.note.id)
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

extension CitationItem {
  /// Whether the text has what looks like the field: then the reading lost it, not the author.
  func mayPrint(_ variable: Variable) -> Bool {
    switch variable {
    case .issued:
      let scalars = ScalarText(WidthFolding.fold(text))
      return scalars.indices.contains { index in
        scalars[index - 1].flatMap(ScalarText.digit) == nil
          && scalars.number(at: index).map { $0.range.count == 4 && (1500...2100).contains($0.value) } ?? false
      }
    case .publisher: return ["出版", "书局", "书店", "印书馆", "Press", "Publish", "Verlag"].contains { text.contains($0) }
    default: return false
    }
  }
}
