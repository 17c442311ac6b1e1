import YinzhuModel

/// What stands on top of a document: which notes and markers are lost or in doubt, and what else reading it found.
struct LossList {
  private let extraction: Extraction
  private let anchors: NoteAnchors

  init(_ extraction: Extraction, anchors: NoteAnchors) {
    self.extraction = extraction
    self.anchors = anchors
  }

  func write(to html: inout HTMLBuffer, level: Int) {
    let notes = extraction.entries.enumerated().map { (index: $0.offset, note: $0.element.note) }
    let missing = notes.filter { if case .textMissing = $0.note.link { true } else { false } }
    let orphans = notes.filter { if case .markerMissing = $0.note.link { true } else { false } }
    let doubtful = notes.filter { if case .ambiguous = $0.note.link { true } else { false } }
    let isWhole = missing.isEmpty && orphans.isEmpty && doubtful.isEmpty
    html.markup("<section class=\"losses\(isWhole ? " whole" : "")\" aria-label=\"What was lost\">\n")
    html.markup("<h\(level)>What was lost</h\(level)>\n")
    if extraction.entries.isEmpty {
      html.markup("<p>No notes were found.</p>\n")
    } else if isWhole {
      html.markup("<p>Nothing: every marker has its note, and every note its marker.</p>\n")
    }
    if !missing.isEmpty {
      html.markup("<h\(level + 1)>\(Counted.of(missing.count, "marker")) without a note</h\(level + 1)>\n")
      byPage(missing, &html) { note in anchors.markers(of: note).first?.id }
    }
    if !orphans.isEmpty {
      html.markup("<h\(level + 1)>\(Counted.of(orphans.count, "note")) without a marker</h\(level + 1)>\n")
      byPage(orphans, &html) { note in anchors.note(note) }
    }
    if !doubtful.isEmpty {
      let title = Counted.of(doubtful.count, "note") + (doubtful.count == 1 ? " whose" : ", each of whose")
      html.markup("<h\(level + 1)>\(title) marker is in doubt</h\(level + 1)>\n")
      byPage(doubtful, &html) { note in anchors.note(note) }
    }
    messages(&html)
    html.markup("</section>\n")
  }

  /// A line for each page and reason; the labels are links.
  private func byPage(
    _ notes: [(index: Int, note: Note)], _ html: inout HTMLBuffer, link: (Int) -> String?
  ) {
    html.markup("<ul>\n")
    var at = notes.startIndex
    while at < notes.endIndex {
      let first = notes[at].note
      var end = at
      while end < notes.endIndex, notes[end].note.page == first.page, notes[end].note.evidence == first.evidence {
        end += 1
      }
      html.markup("<li>")
      if extraction.document.pages.count > 1 {
        html.markup("Page \(first.page)")
        if let printed = first.printedPage {
          html.markup(" (printed ")
          html.text(printed)
          html.markup(")")
        }
        html.markup(": ")
      }
      for (index, note) in notes[at..<end] {
        let symbol = note.label?.displayed ?? "?"
        if let link = link(index) {
          html.markup("<a href=\"#\(link)\">")
          html.text(symbol)
          html.markup("</a> ")
        } else {
          html.text(symbol)
          html.markup(" ")
        }
      }
      html.markup("<span class=\"why\">")
      html.text(first.evidence)
      html.markup("</span></li>\n")
      at = end
    }
    html.markup("</ul>\n")
  }

  /// All messages, folded away; those of lost notes are told above.
  private func messages(_ html: inout HTMLBuffer) {
    let told: Set<String> = ["N001", "N002", "N005"]
    let diagnostics = extraction.diagnostics.filter { !told.contains($0.code) }
    guard !diagnostics.isEmpty else { return }
    html.markup("<details>\n<summary>\(Counted.of(diagnostics.count, "message")) about the text</summary>\n<ul>\n")
    for diagnostic in diagnostics {
      html.markup("<li class=\"\(diagnostic.severity.rawValue)\"><span class=\"tag\">\(diagnostic.code)</span> ")
      html.text(diagnostic.message)
      if let span = diagnostic.span {
        let line = extraction.document.source.position(of: span.start).line
        let link = anchors.note(holding: span).map { anchors.note($0) } ?? anchors.marker(at: span)
        html.markup(" <span class=\"why\">")
        html.markup(link.map { "<a href=\"#\($0)\">line \(line)</a>" } ?? "line \(line)")
        html.markup("</span>")
      }
      html.markup("</li>\n")
    }
    html.markup("</ul>\n</details>\n")
  }
}
