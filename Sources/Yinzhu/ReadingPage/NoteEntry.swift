import YinzhuModel
import YinzhuText

/// One note on the page: its text with coloured fields, what is doubtful about it, and the records that it gave.
struct NoteEntry {
  private let entry: Extraction.Entry
  private let index: Int
  private let anchors: NoteAnchors

  init(_ entry: Extraction.Entry, _ index: Int, _ anchors: NoteAnchors) {
    self.entry = entry
    self.index = index
    self.anchors = anchors
  }

  private var items: [CitationItem] { entry.citation?.items ?? [] }

  func write(to html: inout HTMLBuffer) {
    let note = entry.note
    html.markup("<li class=\"note \(note.link.name)\" id=\"\(anchors.note(index))\">\n")
    label(&html)
    html.markup("<div class=\"content\">\n")
    if let text = note.text {
      self.text(text, &html)
    } else {
      html.markup("<p class=\"state lost\" lang=\"en\">This note is missing: ")
      html.text(note.evidence)
      html.markup(".</p>\n")
    }
    state(&html)
    for (at, item) in items.enumerated() { citation(item, at, &html) }
    if entry.citation?.kind == .explanation {
      html.markup("<p class=\"kind\" lang=\"en\">explanation</p>\n")
    }
    html.markup("</div>\n</li>\n")
  }

  /// The label leads back to the marker.
  private func label(_ html: inout HTMLBuffer) {
    let symbol = entry.note.label?.displayed ?? "?"
    if let marker = anchors.markers(of: index).first {
      html.markup("<a class=\"label\" href=\"#\(marker.id)\" role=\"doc-backlink\" title=\"back to the text\">")
      html.text(symbol)
      html.markup("</a>\n")
    } else {
      html.markup("<span class=\"label\">")
      html.text(symbol)
      html.markup("</span>\n")
    }
  }

  private func text(_ text: MappedText, _ html: inout HTMLBuffer) {
    let language = items.lazy.compactMap { $0.reference?.language }.first
    let guess = ScriptGuess.language(text.bytes)
    html.markup("<p class=\"note-text\" lang=\"")
    html.text(guess.isEmpty ? language ?? "" : guess)
    html.markup("\">")
    var link: Int?
    for segment in PaintedNote(text, items).segments {
      if segment.item != link {
        if link != nil { html.markup("</a>") }
        link = nil
        if let item = segment.item, let target = target(items[item]) {
          html.markup("<a class=\"back\" href=\"#\(anchors.note(target))\">")
          link = item
        }
      }
      guard let field = segment.field else {
        html.text(segment.text)
        continue
      }
      html.markup("<span class=\"f \(field.family.rawValue)\" title=\"")
      html.text(field.name)
      html.markup("\">")
      html.text(segment.text)
      html.markup("</span>")
    }
    if link != nil { html.markup("</a>") }
    html.markup("</p>\n")
  }

  private func state(_ html: inout HTMLBuffer) {
    switch entry.note.link {
    case .linked, .textMissing: return
    case .markerMissing: html.markup("<p class=\"state lost\" lang=\"en\">Its marker is missing from the text.</p>\n")
    case .ambiguous(let markers):
      html.markup("<p class=\"state doubtful\" lang=\"en\">It could belong to ")
      let links = anchors.markers(of: index)
      if links.isEmpty { html.text(markers.map(\.label.displayed).joined(separator: " or ")) }
      for (at, link) in links.enumerated() {
        html.markup((at > 0 ? " or " : "") + "<a href=\"#\(link.id)\">")
        html.text(link.symbol)
        html.markup("</a>")
      }
      html.markup(": ")
      html.text(entry.note.evidence)
      html.markup(".</p>\n")
    }
  }

  private func target(_ item: CitationItem) -> Int? { item.target.flatMap { anchors.entry($0.note) } }

  /// The record, folded away; where a pointer leads; what is doubtful.
  private func citation(_ item: CitationItem, _ at: Int, _ html: inout HTMLBuffer) {
    if item.form != .full || item.target != nil {
      html.markup("<p class=\"pointer\" lang=\"en\">")
      if let target = target(item) {
        html.markup("→ <a href=\"#\(anchors.note(target))\">note ")
        html.text(anchors.name(target))
        html.markup("</a>")
      } else {
        html.markup(
          item.reference == nil
            ? "→ points to no citation of this document" : "short form; its full citation isn’t here")
      }
      html.markup("</p>\n")
    }
    RecordEntry.write(item, ordinal: items.count > 1 ? at + 1 : nil, to: &html)
  }
}
