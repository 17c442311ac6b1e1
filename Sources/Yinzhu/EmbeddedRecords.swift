import YinzhuDocuments
import YinzhuModel
import YinzhuText

/// Records that a document carries behind its citations (fields of Zotero, Mendeley, EndNote and Word itself).
enum EmbeddedRecords {
  /// Puts them in the place of what was read from the same text; says where record and text differ. Citations in the
  /// body, which no note holds, are given back.
  static func take(
    _ embedded: [EmbeddedCitation], into entries: inout [Extraction.Entry]
  ) -> (inText: [CitationItem], diagnostics: [Diagnostic]) {
    guard !embedded.isEmpty else { return ([], []) }
    var out: [Diagnostic] = []
    var places: [String: [Int]] = [:]
    var used: Set<Int> = []
    for index in entries.indices {
      guard let text = entries[index].note.text, let first = text.spans.first, let last = text.spans.last else {
        continue
      }
      let area = SourceSpan(start: first.start, end: last.end)
      let inside = embedded.indices.filter { area.contains(embedded[$0].span) }
      guard !inside.isEmpty, let citation = entries[index].citation else { continue }
      used.formUnion(inside)
      let merged = Merge(citation.items, with: inside.map { embedded[$0] })
      places[entries[index].note.id] = merged.places
      entries[index].citation?.items = merged.items
      if citation.kind == .explanation { entries[index].citation?.kind = .mixed }
      for found in inside {
        for item in embedded[found].items {
          let read = citation.items.first { item in item.spans.contains { $0.overlaps(embedded[found].span) } }
          if let difference = RecordComparison.difference(item, read: read) { out.append(difference) }
        }
      }
    }
    follow(places, in: &entries)
    let inText = embedded.indices.filter { !used.contains($0) }.flatMap { embedded[$0].items }
    for item in inText {
      if let difference = RecordComparison.difference(item) { out.append(difference) }
    }
    return (inText, out)
  }

  /// Pointers to citations that moved follow them.
  private static func follow(_ places: [String: [Int]], in entries: inout [Extraction.Entry]) {
    for index in entries.indices {
      guard var items = entries[index].citation?.items else { continue }
      for at in items.indices {
        if let target = items[at].target, let moved = places[target.note], moved.indices.contains(target.index) {
          items[at].target?.index = moved[target.index]
        }
      }
      entries[index].citation?.items = items
    }
  }

  /// The citations that were read from a note's text, joined with the records behind it.
  private struct Merge {
    private(set) var items: [CitationItem]
    /// For each citation that was read, where it or what took its place stands now.
    private(set) var places: [Int]

    init(_ read: [CitationItem], with embedded: [EmbeddedCitation]) {
      enum Origin { case read(Int), record(Int) }
      func covering(_ item: CitationItem) -> Int? {
        embedded.indices.first { at in item.spans.contains { $0.overlaps(embedded[at].span) } }
      }
      let kept = read.indices.filter { covering(read[$0]) == nil }.map { (Origin.read($0), read[$0]) }
      let records = embedded.enumerated().flatMap { at, citation in citation.items.map { (Origin.record(at), $0) } }
      // The order of the text; several records of one citation keep theirs.
      let ordered = (kept + records).enumerated().sorted { a, b in
        (a.element.1.spans.first?.start ?? 0, a.offset) < (b.element.1.spans.first?.start ?? 0, b.offset)
      }.map(\.element)
      var ofRead: [Int: Int] = [:]
      var ofRecord: [Int: Int] = [:]
      for (place, (origin, _)) in ordered.enumerated() {
        switch origin {
        case .read(let index): ofRead[index] = place
        case .record(let index): if ofRecord[index] == nil { ofRecord[index] = place }
        }
      }
      places = read.indices.map { ofRead[$0] ?? covering(read[$0]).flatMap { ofRecord[$0] } ?? 0 }
      items = ordered.map(\.1)
      for at in items.indices {
        guard case .read = ordered[at].0, let quoted = items[at].quotedIn, places.indices.contains(quoted) else {
          continue
        }
        items[at].quotedIn = places[quoted]
      }
    }
  }
}

/// Holds a record against the text that its program printed for it.
enum RecordComparison {
  /// What differs, as a warning. A style may shorten, so a text that only points (同上), holds no words or, in the body,
  /// names the author alone agrees.
  ///
  /// - Parameter read: What was read from the same text, for citations in notes.
  static func difference(_ item: CitationItem, read: CitationItem? = nil) -> Diagnostic? {
    guard let reference = item.reference, read?.form != .backReference else { return nil }
    let text = letters(item.text)
    guard text.contains(where: \.isLetter) else { return nil }
    let titles = [Variable.title, .titleShort].compactMap { reference.text($0) }.map(letters).filter { !$0.isEmpty }
    let hasTitle = titles.isEmpty || titles.contains { text.contains($0) }
    let isNamed = read == nil || read?.form == .short
    if !hasTitle, !(isNamed && names(reference).contains(where: text.contains)) {
      let title = reference.text(.title).map { "“\($0.prefix(40))”" } ?? "the title"
      return said("\(title) of the record does not stand in the citation's text", item)
    }
    guard let year = reference.date(.issued)?.start?.year else { return nil }
    let printed = read.map { read in read.reference?.date(.issued)?.start.map { [$0.year] } ?? [] } ?? years(item.text)
    guard let first = printed.first, !printed.contains(year) else { return nil }
    return said("the record has the year \(year), the citation's text has \(first)", item)
  }

  private static func said(_ message: String, _ item: CitationItem) -> Diagnostic {
    Diagnostic(DocumentRules.embeddedDiffers, message, span: item.spans.first)
  }

  private static func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

  private static func names(_ reference: Reference) -> [String] {
    (reference.names(.author) + reference.names(.editor)).compactMap { $0.family ?? $0.literal }.map(letters)
      .filter { !$0.isEmpty }
  }

  /// Numbers of four digits that can be years.
  private static func years(_ text: String) -> [Int] {
    text.split { !("0"..."9" ~= $0) }.compactMap { $0.count == 4 ? Int($0) : nil }.filter { (1400...2100).contains($0) }
  }
}
