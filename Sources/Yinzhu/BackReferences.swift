import YinzhuCitations
import YinzhuModel

/// Finds what 同上, 前注〔2〕, 前引书, Ibid. and short forms point to, over the notes of one document.
enum BackReferences {
  /// Sets the targets of the pointers; gives a diagnostic for each that points nowhere.
  ///
  /// - Parameters:
  ///   - parsed: The notes in order; nil where the text is missing.
  ///   - numbers: The printed number of each note.
  ///   - notes: The id of each note.
  static func resolve(_ parsed: inout [ParsedNote?], numbers: [Int?], notes: [String]) -> [Diagnostic] {
    var out: [Diagnostic] = []
    var targets: [[CitationItem.Target?]] = parsed.map { Array(repeating: nil, count: $0?.citation.items.count ?? 0) }
    for index in parsed.indices {
      guard let note = parsed[index] else { continue }
      for pointer in note.pointers where note.citation.items.indices.contains(pointer.item) {
        let item = note.citation.items[pointer.item]
        let found: CitationItem.Target?
        switch pointer.kind {
        case .previous: found = previous(index, parsed, targets, notes)
        case .note(let number): found = byNumber(number, before: index, parsed, numbers, notes, author: pointer.author)
        case .work: found = byWork(item, before: index, parsed, notes, author: pointer.author)
        }
        targets[index][pointer.item] = found
        parsed[index]?.citation.items[pointer.item].target = found
        if found == nil, item.reference == nil {
          out.append(
            Diagnostic(
              CitationRules.unresolved, "“\(item.text)” points to no citation of this document", span: item.spans.first)
          )
        }
      }
    }
    return out
  }

  /// The last citation of the note before. A note that is only an explanation doesn't break the chain; a note whose
  /// text is lost does, as nobody knows what it cited.
  private static func previous(
    _ index: Int, _ parsed: [ParsedNote?], _ targets: [[CitationItem.Target?]], _ notes: [String]
  ) -> CitationItem.Target? {
    var at = index - 1
    while at >= 0 {
      guard let note = parsed[at] else { return nil }
      if let last = note.citation.items.indices.last {
        // A chain of 同上 leads to the citation itself.
        if note.citation.items[last].reference == nil { return targets[at][last] }
        return CitationItem.Target(note: notes[at], index: last)
      }
      at -= 1
    }
    return nil
  }

  private static func byNumber(
    _ number: Int, before index: Int, _ parsed: [ParsedNote?], _ numbers: [Int?], _ notes: [String], author: String?
  ) -> CitationItem.Target? {
    for at in (0..<index).reversed() where numbers[at] == number {
      guard let items = parsed[at]?.citation.items, !items.isEmpty else { return nil }
      let match = items.firstIndex { item in
        author.map { name in item.reference.map { cites($0, name) } ?? false } ?? (item.reference != nil)
      }
      return CitationItem.Target(note: notes[at], index: match ?? items.count - 1)
    }
    return nil
  }

  /// The earlier citation in full with the same title (perhaps cut at its subtitle) and the same author.
  private static func byWork(
    _ item: CitationItem, before index: Int, _ parsed: [ParsedNote?], _ notes: [String], author: String?
  ) -> CitationItem.Target? {
    let title = item.reference?.text(.title)
    for at in (0..<index).reversed() {
      guard let items = parsed[at]?.citation.items else { continue }
      for candidate in items.indices where items[candidate].form == .full {
        guard let reference = items[candidate].reference else { continue }
        if let title {
          guard let full = reference.text(.title), full == title || full.hasPrefix(title) else { continue }
          if author == nil || reference.names(.author).isEmpty || cites(reference, author ?? "") {
            return CitationItem.Target(note: notes[at], index: candidate)
          }
        } else if let author, cites(reference, author) {
          return CitationItem.Target(note: notes[at], index: candidate)
        }
      }
    }
    return nil
  }

  private static func cites(_ reference: Reference, _ author: String) -> Bool {
    (reference.names(.author) + reference.names(.editor)).contains { name in
      author.contains(name.literal ?? name.family ?? name.displayed) || name.displayed == author
    }
  }
}
