import YinzhuDocuments
import YinzhuModel
import YinzhuText

/// Records that a document carries behind its citations (Zotero's and Mendeley's fields in Word).
enum EmbeddedRecords {
  /// Puts them in the place of what was read from the same text; says where record and text differ.
  static func take(_ embedded: [EmbeddedCitation], into entries: inout [Extraction.Entry]) -> [Diagnostic] {
    guard !embedded.isEmpty else { return [] }
    var out: [Diagnostic] = []
    for index in entries.indices {
      guard let text = entries[index].note.text, let first = text.spans.first, let last = text.spans.last else {
        continue
      }
      let area = SourceSpan(start: first.start, end: last.end)
      let inside = embedded.filter { area.contains($0.span) }
      guard !inside.isEmpty, var citation = entries[index].citation else { continue }
      let kept = citation.items.filter { item in
        !item.spans.contains { span in inside.contains { $0.span.overlaps(span) } }
      }
      citation.items = (kept + inside.flatMap(\.items)).sorted {
        ($0.spans.first?.start ?? 0) < ($1.spans.first?.start ?? 0)
      }
      if citation.kind == .explanation { citation.kind = .mixed }
      entries[index].citation = citation
      for item in inside.flatMap(\.items) where !agrees(item) {
        let title = item.reference?.fields[.title].map { "“\(plain($0).prefix(40))”" } ?? "the title"
        out.append(
          Diagnostic(
            DocumentRules.embeddedDiffers, "\(title) of the record does not stand in the citation's text",
            span: item.spans.first))
      }
    }
    return out
  }

  private static func agrees(_ item: CitationItem) -> Bool {
    guard let title = item.reference?.fields[.title] else { return true }
    func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    let short = item.reference?.fields[.titleShort].map { letters(plain($0)) }
    let text = letters(item.text)
    return text.contains(letters(plain(title))) || short.map { !$0.isEmpty && text.contains($0) } ?? false
  }

  private static func plain(_ field: Field) -> String {
    if case .text(let text) = field.value { return text.plain }
    return ""
  }
}
