import YinzhuModel
import YinzhuText

/// One document on the page: what was lost, then page after page the text with its notes beside it.
struct DocumentSection {
  /// Paragraphs, and the notes that their markers call: about as tall as each other, so that a note stands near its
  /// marker.
  private struct Row {
    var page: Int
    var paragraphs: [BodyText.Paragraph] = []
    var notes: [Int] = []
    var leftovers: [[UInt8]] = []
  }

  private let extraction: Extraction
  private let body: BodyText
  private let anchors: NoteAnchors
  private let level: Int
  private var rows: [Row] = []

  init(_ extraction: Extraction, ordinal: Int, level: Int) {
    self.extraction = extraction
    self.level = level
    body = BodyText(extraction)
    let paragraphs = body.paragraphs()
    var shown: Set<Int> = []
    for case .marker(let index) in paragraphs.flatMap(\.pieces) { shown.insert(index) }
    anchors = NoteAnchors(extraction, ordinal: ordinal, markers: body.markers, shown: shown)
    layOut(paragraphs)
  }

  /// Writes the document; headings begin at the level of the section.
  func write(to html: inout HTMLBuffer) {
    LossList(extraction, anchors: anchors).write(to: &html, level: level)
    let language = ScriptGuess.language(extraction.document.source.bytes)
    html.markup("<section class=\"reading\" aria-label=\"Text with notes\" lang=\"\(language)\">\n")
    var page = 0
    let furniture = body.furniture()
    for row in rows {
      if row.page != page {
        page = row.page
        heading(page, furniture[page] ?? [], &html)
      }
      write(row, &html)
    }
    html.markup("</section>\n")
    inText(&html)
  }

  /// Citations in the text itself, which carry records.
  private func inText(_ html: inout HTMLBuffer) {
    guard !extraction.inText.isEmpty else { return }
    html.markup("<section class=\"in-text\">\n<h\(level)>Citations in the text</h\(level)>\n<ol>\n")
    for item in extraction.inText {
      html.markup("<li>")
      html.text(item.text)
      RecordEntry.write(item, ordinal: nil, to: &html)
      html.markup("</li>\n")
    }
    html.markup("</ol>\n</section>\n")
  }

  // MARK: Rows

  private mutating func layOut(_ paragraphs: [BodyText.Paragraph]) {
    var rowOfMarker: [Int: Int] = [:]
    var size = 0
    for paragraph in paragraphs {
      let isFull = size > 2400 || (rows.last.map { row in row.page != paragraph.page } ?? true)
      if isFull || (paragraph.isHeading && size > 0) {
        rows.append(Row(page: paragraph.page))
        size = 0
      }
      rows[rows.count - 1].paragraphs.append(paragraph)
      size += paragraph.count
      for case .marker(let index) in paragraph.pieces {
        rowOfMarker[index] = rows.count - 1
        size += 300
      }
    }
    if rows.isEmpty { rows.append(Row(page: 1)) }
    let rowOfNote = Dictionary(
      body.markers.indices.reversed().flatMap { index in
        body.markers[index].notes.compactMap { note in rowOfMarker[index].map { (note, $0) } }
      }
    ) { _, first in first }
    var last: (page: Int, row: Int)?
    for (index, entry) in extraction.entries.enumerated() {
      let page = entry.note.page
      let row = rowOfNote[index] ?? (last?.page == page ? last?.row : nil) ?? rowOfPage(page)
      rows[row].notes.append(index)
      last = (page, row)
    }
    for (page, text) in body.leftovers() { rows[rowOfPage(page, last: true)].leftovers.append(text) }
  }

  /// A row of a page, or the last one before it where the page has none.
  private func rowOfPage(_ page: Int, last: Bool = false) -> Int {
    let row = last ? rows.lastIndex { $0.page == page } : rows.firstIndex { $0.page == page }
    return row ?? rows.lastIndex { $0.page < page } ?? 0
  }

  // MARK: Writing

  private func heading(_ page: Int, _ furniture: [String], _ html: inout HTMLBuffer) {
    guard extraction.document.pages.count > 1 else { return }
    let printed = extraction.document.pages.first { $0.ordinal == page }?.printed
    html.markup("<header class=\"page\" lang=\"en\">\n<h\(level)>Page \(page)")
    if let printed {
      html.markup(" <span class=\"printed\">printed ")
      html.text(printed)
      html.markup("</span>")
    }
    html.markup("</h\(level)>\n")
    if !furniture.isEmpty {
      html.markup("<p class=\"furniture\" lang=\"\">")
      html.text(furniture.joined(separator: " · "))
      html.markup("</p>\n")
    }
    html.markup("</header>\n")
  }

  private func write(_ row: Row, _ html: inout HTMLBuffer) {
    html.markup("<div class=\"row\">\n<div class=\"text\">\n")
    let headingLevel = extraction.document.pages.count > 1 ? level + 1 : level
    for paragraph in row.paragraphs {
      let element = paragraph.isHeading ? "h\(headingLevel)" : "p"
      html.markup("<\(element)>")
      for piece in paragraph.pieces {
        switch piece {
        case .text(let text): html.text(text[...])
        case .marker(let index): marker(index, &html)
        }
      }
      html.markup("</\(element)>\n")
    }
    html.markup("</div>\n")
    if !row.notes.isEmpty || !row.leftovers.isEmpty {
      html.markup("<div class=\"notes\">\n")
      if !row.notes.isEmpty {
        html.markup("<ol role=\"list\">\n")
        for index in row.notes { NoteEntry(extraction.entries[index], index, anchors).write(to: &html) }
        html.markup("</ol>\n")
      }
      for text in row.leftovers {
        html.markup("<p class=\"leftover\"><span class=\"tag\" lang=\"en\">beside the notes</span> ")
        html.text(text[...])
        html.markup("</p>\n")
      }
      html.markup("</div>\n")
    }
    html.markup("</div>\n")
  }

  /// A marker links to its note; where it could be the marker of several, to each.
  private func marker(_ index: Int, _ html: inout HTMLBuffer) {
    let place = body.markers[index]
    let label = place.marker.label
    let isLost = place.notes.allSatisfy { extraction.entries[$0].note.text == nil }
    let isDoubtful = place.notes.contains { note in
      if case .ambiguous = extraction.entries[note].note.link { true } else { false }
    }
    // Raised digits of Unicode are raised and small already.
    let isRaised = label.form == .superscript && label.displayed.utf8.first.map { $0 >= 0x80 } ?? false
    let looks = (isLost ? " lost" : "") + (isDoubtful ? " doubtful" : "") + (isRaised ? " raised" : "")
    html.markup("<sup class=\"marker\(looks)\" id=\"\(anchors.marker(index))\">")
    for (at, note) in place.notes.enumerated() {
      html.markup("<a href=\"#\(anchors.note(note))\" role=\"doc-noteref\"")
      if at > 0 {
        html.markup(" aria-label=\"or this note\">?</a>")
      } else {
        html.markup(isLost ? " title=\"its note is missing\">" : ">")
        html.text(label.displayed)
        html.markup("</a>")
      }
    }
    html.markup("</sup>")
  }
}

/// The language that text is marked with, by its script: it chooses fonts, line breaks and the voice of a reader.
enum ScriptGuess {
  /// `zh`, `ja`, `ko` or `ru` for text in their scripts; empty, which is HTML's unknown, for any other.
  static func language(_ text: [UInt8]) -> String {
    var (han, kana, hangul, cyrillic, latin) = (0, 0, 0, 0, 0)
    var at = text.startIndex
    let end = min(text.endIndex, text.startIndex + 20_000)
    while at < end {
      let byte = text[at]
      if byte < 0x80 {
        if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A { latin += 1 }
        at += 1
        continue
      }
      let (scalar, length) = UTF8Bytes.decode(text, at: at)
      switch scalar {
      case 0x3041...0x30FF: kana += 1
      case 0xAC00...0xD7A3: hangul += 1
      case 0x0400...0x04FF: cyrillic += 1
      default: if CharacterClass.isHan(scalar) { han += 1 }
      }
      at += max(1, length)
    }
    if kana > 0, kana * 4 > han { return "ja" }
    if hangul > han, hangul * 3 > latin { return "ko" }
    // A Chinese word says as much as three or four letters.
    if han * 3 > latin { return han > 0 ? "zh" : "" }
    return cyrillic > latin ? "ru" : ""
  }
}
