import YinzhuModel
import YinzhuText

/// The text of a document without its notes: paragraphs, with markers at their places.
struct BodyText {
  /// A marker, and the notes that it is or may be the marker of.
  struct Marker {
    var marker: NoteMarker
    /// Indices among the entries of the extraction.
    var notes: [Int]
  }

  /// A stretch of a paragraph.
  enum Piece {
    case text([UInt8])
    /// Index among `markers`.
    case marker(Int)
  }

  /// Lines that belong together, joined.
  struct Paragraph {
    var isHeading: Bool
    var page: Int
    var pieces: [Piece]

    /// Bytes of its text.
    var count: Int {
      pieces.reduce(0) { sum, piece in
        if case .text(let text) = piece { sum + text.count } else { sum }
      }
    }
  }

  /// In order of their places, each once.
  let markers: [Marker]
  private let bytes: [UInt8]
  private let document: Document
  /// Whether the text is the file itself, with the markup of Markdown or LaTeX.
  private let isSource: Bool
  /// What is no body: notes, their labels, running heads.
  private let hidden: [SourceSpan]

  init(_ extraction: Extraction) {
    document = extraction.document
    bytes = document.source.bytes
    var places: [NoteMarker: [Int]] = [:]
    for (index, entry) in extraction.entries.enumerated() {
      switch entry.note.link {
      case .linked(let marker), .textMissing(let marker): places[marker, default: []].append(index)
      case .ambiguous(let markers): for marker in markers { places[marker, default: []].append(index) }
      case .markerMissing: break
      }
    }
    markers = places.map { Marker(marker: $0.key, notes: $0.value) }.sorted { $0.marker.span < $1.marker.span }
    let notes = extraction.entries.map(\.note)
    let furniture = document.blocks.filter { $0.kind == .furniture }.map(\.span)
    isSource = document.blocks.isEmpty
    let (bytes, isSource) = (bytes, isSource)
    let texts = notes.compactMap(\.text).map { text in
      isSource ? text.spans.enclosing.map { [SourceMarkup.withBrackets($0, bytes)] } ?? [] : text.spans
    }
    let labels = notes.compactMap(\.labelSpan).map { isSource ? SourceMarkup.withColon($0, bytes) : $0 }
    hidden = (texts.flatMap { $0 } + labels + furniture).union()
  }

  /// The paragraphs in order.
  func paragraphs() -> [Paragraph] {
    var out: [Paragraph] = []
    // A line where numbers begin again belongs to two pages: it is shown once.
    var shown = 0
    for block in bodyBlocks where block.span.end > shown {
      let start = max(shown, block.span.start)
      for pieces in self.pieces(start..<min(block.span.end, bytes.count)) {
        var paragraph = Paragraph(isHeading: block.kind == .heading, page: block.page, pieces: pieces)
        if isSource, case .text(let text)? = pieces.first, let heading = SourceMarkup.heading(text) {
          paragraph.isHeading = true
          paragraph.pieces[0] = .text(heading)
        }
        out.append(paragraph)
      }
      shown = block.span.end
    }
    return out
  }

  /// What stands among the notes of each page and is no part of a note, where it holds words.
  func leftovers() -> [(page: Int, text: [UInt8])] {
    document.blocks.filter { $0.kind == .noteArea }.flatMap { block in
      pieces(block.span.range.clamped(to: 0..<bytes.count)).compactMap { pieces in
        let text = pieces.flatMap { piece -> [UInt8] in
          if case .text(let text) = piece { text } else { [] }
        }
        let isWord = MappedText(text, range: 0..<text.count).string.contains { $0.isLetter }
        return isWord ? (block.page, text) : nil
      }
    }
  }

  /// Running heads and page numbers, by the page that they stand on or before.
  func furniture() -> [Int: [String]] {
    var out: [Int: [String]] = [:]
    var page = 1
    for block in document.blocks {
      if block.kind == .furniture {
        out[page, default: []].append(document.source[block.span])
      } else {
        page = block.page
      }
    }
    return out
  }

  private var bodyBlocks: [Document.Block] {
    guard isSource else { return document.blocks.filter { $0.kind == .paragraph || $0.kind == .heading } }
    let printed = SourceMarkup.printed(document.source)
    return document.pages.map { page in
      let start = max(page.span.start, printed.start)
      let span = SourceSpan(start: start, end: max(start, min(page.span.end, printed.end)))
      return Document.Block(kind: .paragraph, span: span, page: page.ordinal)
    }
  }

  // MARK: Paragraphs

  private func pieces(_ range: Range<Int>) -> [[Piece]] {
    var out: [[Piece]] = []
    var paragraph: [Piece] = []
    var text: [UInt8] = []
    var marker = markers.partition { $0.marker.span.start >= range.lowerBound }
    var cut = hidden.partition { $0.end > range.lowerBound }
    func flush() {
      if !text.isEmpty { paragraph.append(.text(text)) }
      text = []
    }
    func end() {
      while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
      flush()
      if !paragraph.isEmpty { out.append(paragraph) }
      paragraph = []
    }
    var at = range.lowerBound
    while at < range.upperBound {
      if marker < markers.count, markers[marker].marker.span.start <= at {
        flush()
        paragraph.append(.marker(marker))
        at = max(at, markers[marker].marker.span.end)
        marker += 1
      } else if cut < hidden.count, hidden[cut].start <= at {
        at = max(at, hidden[cut].end)
        cut += 1
        // A marker inside a note is no marker of the body.
        while marker < markers.count, markers[marker].marker.span.start < at { marker += 1 }
      } else if bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x0C {
        let next = afterBreak(at, range.upperBound)
        if next.isParagraph {
          end()
        } else if let last = text.last, last < 0x80, last != 0x20, next.at < range.upperBound, bytes[next.at] < 0x80 {
          text.append(0x20)
        }
        at = next.at
      } else if text.isEmpty, paragraph.isEmpty, bytes[at] == 0x20 || bytes[at] == 0x09 {
        at += 1
      } else if text.isEmpty, paragraph.isEmpty, UTF8Bytes.decode(bytes, at: at).scalar == 0x3000 {
        at += 3
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    end()
    return out
  }

  /// Where the text goes on after a line break, and whether a paragraph begins there: at an indent, or after blank
  /// lines where the text before them ends a sentence. Dumps have blank lines between wrapped lines too.
  private func afterBreak(_ start: Int, _ end: Int) -> (at: Int, isParagraph: Bool) {
    var at = start
    var breaks = 0
    var ideographic = 0
    while at < end {
      let (scalar, length) = UTF8Bytes.decode(bytes, at: at)
      if scalar == 0x0A {
        breaks += 1
        ideographic = 0
      } else if scalar == 0x3000 {
        ideographic += 1
      } else if !CharacterClass.isSpace(scalar), scalar != 0x0D, scalar != 0x0C {
        break
      }
      at += length
    }
    let isBlank = breaks > 1 && (isSource || endsSentence(start))
    return (at, ideographic >= 2 || isBlank)
  }

  private func endsSentence(_ end: Int) -> Bool {
    var at = end
    for _ in 0..<4 where at > 0 {
      let before = UTF8Bytes.previous(bytes, before: at)
      switch UTF8Bytes.decode(bytes, at: before).scalar {
      case 0x3002, 0x2E, 0xFF0E, 0xFF01, 0xFF1F, 0x21, 0x3F, 0xFF1A: return true
      // A marker may stand behind the full stop, spaces at the end of the line.
      case 0x201D, 0x2019, 0x300D, 0x300F, 0xFF09, 0x29, 0x22, 0x20, 0x3000, 0x2460...0x2473: at = before
      default: return false
      }
    }
    return false
  }
}

extension [SourceSpan] {
  /// The same places in order, without overlap.
  fileprivate func union() -> [SourceSpan] {
    var out: [SourceSpan] = []
    for span in sorted(by: <) {
      if let last = out.last, span.start <= last.end {
        out[out.count - 1] = SourceSpan(start: last.start, end: Swift.max(last.end, span.end))
      } else {
        out.append(span)
      }
    }
    return out
  }

  /// From the first to the last.
  fileprivate var enclosing: SourceSpan? {
    guard let first, let last else { return nil }
    return SourceSpan(start: first.start, end: Swift.max(first.start, last.end))
  }
}

extension Array {
  /// The first index whose element satisfies a condition that, once true, stays true.
  fileprivate func partition(_ isAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
