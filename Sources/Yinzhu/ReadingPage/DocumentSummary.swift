import YinzhuModel

/// How much a document has, and how much of it is lost.
struct DocumentSummary: Sendable {
  let pages: Int
  let markers: Int
  let texts: Int
  let citations: Int
  let works: Int
  let explanations: Int
  /// Markers without a note.
  let missing: Int
  /// Notes without a marker.
  let orphans: Int
  /// Notes of which it is open to which marker they belong.
  let doubtful: Int

  init(_ extraction: Extraction) {
    let entries = extraction.entries
    pages = extraction.document.pages.count
    markers = entries.count { $0.note.marker != nil }
    texts = entries.count { $0.note.text != nil }
    citations = extraction.items.count
    works = extraction.references.count
    explanations = entries.count { $0.citation?.kind == .explanation }
    missing = entries.count { if case .textMissing = $0.note.link { true } else { false } }
    orphans = entries.count { if case .markerMissing = $0.note.link { true } else { false } }
    doubtful = entries.count { if case .ambiguous = $0.note.link { true } else { false } }
  }

  /// Whether every marker has its note and every note its marker.
  var isWhole: Bool { missing + orphans + doubtful == 0 }

  /// One line.
  var short: String {
    "\(Counted.of(texts, "note")), \(Counted.of(citations, "citation"))"
      + (isWhole ? "" : "; \(missing + orphans) lost, \(doubtful) in doubt")
  }

  func write(to html: inout HTMLBuffer) {
    html.markup("<ul class=\"summary\">\n")
    for (count, noun) in [
      (pages, "page"), (markers, "marker"), (texts, "note text"), (citations, "citation"), (works, "work"),
      (explanations, "explanation"),
    ] {
      html.markup("<li><b>\(count)</b> \(noun)\(count == 1 ? "" : "s")</li>\n")
    }
    html.markup("</ul>\n")
  }
}

/// Numbers with their nouns.
enum Counted {
  static func of(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
