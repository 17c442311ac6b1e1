import YinzhuModel
import YinzhuText

/// The text that a reader takes out of a format with structure. It becomes the source of the document: first the body,
/// a paragraph a line, with markers where they are printed; then the notes, each behind its label.
struct TextAssembly {
  /// A marker in the body, and the key of the note that it calls.
  struct Marker {
    var key: String
    var label: NoteLabel
    var span: SourceSpan
    var page: Int
  }

  private(set) var bytes: [UInt8] = []
  private(set) var markers: [Marker] = []
  private var firstMarkers: [String: Int] = [:]
  private(set) var page = 1
  private var pages: [Document.Page] = []
  private var pageStart = 0
  private var blocks: [Document.Block] = []
  private var blockStart = 0
  private var runs: [Document.Run] = []
  private var notes: [Note] = []
  private var used: [String: Int] = [:]
  private var answered: Set<String> = []
  var embedded: [EmbeddedCitation] = []
  var diagnostics: [Diagnostic] = []

  // MARK: Text

  mutating func append(_ text: some StringProtocol, superscript: Bool = false) {
    let start = bytes.count
    for byte in text.utf8 where byte >= 0x20 || byte == 0x09 || byte == 0x0A { bytes.append(byte) }
    guard superscript, bytes.count > start else { return }
    if let last = runs.last, last.superscript, last.span.end == start {
      runs[runs.count - 1].span = SourceSpan(start: last.span.start, end: bytes.count)
    } else {
      runs.append(Document.Run(span: SourceSpan(start: start, end: bytes.count), superscript: true))
    }
  }

  /// Ends a paragraph; one without text leaves no trace.
  mutating func endBlock(_ kind: Document.Block.Kind = .paragraph) {
    while bytes.count > blockStart, let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0A {
      bytes.removeLast()
    }
    guard bytes.count > blockStart else { return }
    blocks.append(Document.Block(kind: kind, span: SourceSpan(start: blockStart, end: bytes.count), page: page))
    bytes.append(0x0A)
    blockStart = bytes.count
  }

  /// Whether the current paragraph has text.
  var isInBlock: Bool { bytes.count > blockStart }

  /// A page ends here; two breaks without text between them are one.
  mutating func newPage() {
    guard bytes.count > pageStart else { return }
    pages.append(Document.Page(ordinal: page, span: SourceSpan(start: pageStart, end: bytes.count)))
    page += 1
    pageStart = bytes.count
  }

  // MARK: Notes

  mutating func mark(key: String, label: NoteLabel, superscript: Bool = false) {
    let start = bytes.count
    append(label.symbol, superscript: superscript)
    mark(key: key, label: label, from: start)
  }

  /// Makes text that was just written (a custom mark) the marker of a note.
  mutating func mark(key: String, label: NoteLabel, from start: Int) {
    if firstMarkers[key] == nil { firstMarkers[key] = markers.count }
    markers.append(
      Marker(key: key, label: label, span: SourceSpan(start: min(start, bytes.count), end: bytes.count), page: page))
  }

  /// The first marker that calls a note.
  func marker(of key: String) -> Marker? { firstMarkers[key].map { markers[$0] } }

  /// The text of a note: `write` appends it. It is linked to the first marker of its key that has no text yet.
  mutating func note(key: String, label: NoteLabel?, evidence: String, write: (inout TextAssembly) -> Void) {
    let marker = answered.insert(key).inserted ? self.marker(of: key) : nil
    let label = marker?.label ?? label
    var labelSpan: SourceSpan?
    if let label {
      let start = bytes.count
      append(label.symbol)
      labelSpan = SourceSpan(start: start, end: bytes.count)
      append(" ")
    }
    let start = bytes.count
    let first = blockStart
    write(&self)
    endBlock(.noteArea)
    for index in blocks.indices.reversed() {
      guard blocks[index].span.start >= first else { break }
      blocks[index].kind = .noteArea
    }
    let text = mapped(from: start)
    let page = marker?.page ?? page
    let link: Note.Link =
      marker.map { .linked(NoteMarker(label: $0.label, span: $0.span)) } ?? .markerMissing
    notes.append(
      Note(
        id: id(label, page: page), label: label, labelSpan: labelSpan, page: page, text: text, link: link,
        evidence: marker == nil ? "nothing in the document's body calls this note" : evidence))
  }

  /// Takes a note's own label out of the text just written: brackets around the place of its number (`[` `]`), or the
  /// sign that the text begins with.
  mutating func dropLabel(from start: Int, at own: Int?, symbol: String?) {
    guard start <= bytes.count else { return }
    if let own, start <= own, own <= bytes.count {
      let before = String(decoding: bytes[start..<own], as: UTF8.self).filter { !$0.isWhitespace }
      let rest = String(decoding: bytes[own..<min(own + 8, bytes.count)], as: UTF8.self)
      let pairs: [String: Character] = ["[": "]", "［": "］", "〔": "〕", "【": "】", "(": ")", "（": "）"]
      if let closing = pairs[before], rest.first == closing {
        cut(start..<(own + closing.utf8.count))
      }
    } else if let symbol, !symbol.isEmpty {
      let space = bytes[start...].prefix { $0 == 0x20 || $0 == 0x09 }.count
      if bytes[(start + space)...].starts(with: symbol.utf8) { cut(start..<(start + space + symbol.utf8.count)) }
    }
  }

  /// Takes bytes out of the end of the text; what stands behind them moves.
  private mutating func cut(_ range: Range<Int>) {
    guard range.upperBound <= bytes.count, !range.isEmpty else { return }
    bytes.removeSubrange(range)
    func moved(_ span: SourceSpan) -> SourceSpan {
      func at(_ offset: Int) -> Int {
        offset <= range.lowerBound ? offset : max(range.lowerBound, offset - range.count)
      }
      return SourceSpan(start: at(span.start), end: at(span.end))
    }
    for index in blocks.indices where blocks[index].span.end > range.lowerBound {
      blocks[index].span = moved(blocks[index].span)
    }
    for index in runs.indices where runs[index].span.end > range.lowerBound {
      runs[index].span = moved(runs[index].span)
    }
    runs.removeAll { $0.span.isEmpty }
    for index in embedded.indices where embedded[index].span.end > range.lowerBound {
      let span = moved(embedded[index].span)
      embedded[index].span = span
      for item in embedded[index].items.indices { embedded[index].items[item].spans = [span] }
    }
    blockStart = max(range.lowerBound, blockStart - range.count)
  }

  /// A note text without line breaks.
  private func mapped(from start: Int) -> MappedText {
    var (start, end) = (min(start, bytes.count), bytes.count)
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
    while start < end, isSpace(bytes[start]) { start += 1 }
    while start < end, isSpace(bytes[end - 1]) { end -= 1 }
    var out = MappedText()
    var copied = start
    for index in start..<end where bytes[index] == 0x0A {
      out.append(bytes[copied..<index], sourceStart: copied)
      out.append(0x20, replacing: index..<(index + 1))
      copied = index + 1
    }
    out.append(bytes[copied..<end], sourceStart: copied)
    return out
  }

  private mutating func id(_ label: NoteLabel?, page: Int) -> String {
    let number = label?.number.map(String.init) ?? label?.symbol ?? "x"
    let id = label?.restart == .page ? "p\(page)-\(number)" : "n\(number)"
    let count = used[id, default: 0] + 1
    used[id] = count
    return count == 1 ? id : "\(id).\(count)"
  }

  // MARK: The document

  /// The document, with what `native` says of its notes: false where the format marked none, so that they are to be
  /// found in the text.
  mutating func document(name: String, id: SourceText.ID, native: Bool = true) -> Document {
    endBlock()
    pages.append(Document.Page(ordinal: page, span: SourceSpan(start: pageStart, end: bytes.count)))
    for marker in markers where answered.insert(marker.key).inserted {
      notes.append(
        Note(
          id: self.id(marker.label, page: marker.page), label: marker.label, page: marker.page, text: nil,
          link: .textMissing(NoteMarker(label: marker.label, span: marker.span)),
          evidence: "the document has no note of this key"))
    }
    let places = Dictionary(markers.enumerated().map { ($1.span, $0) }) { first, _ in first }
    // Stable: notes without a marker come last, in their own order.
    let ordered = notes.enumerated().sorted {
      let (a, b) = ($0.element.marker.flatMap { places[$0.span] }, $1.element.marker.flatMap { places[$0.span] })
      return (a ?? Int.max, $0.offset) < (b ?? Int.max, $1.offset)
    }
    return Document(
      source: SourceText(id: id, name: name, bytes: bytes), pages: pages, blocks: blocks, runs: runs,
      nativeNotes: native ? ordered.map(\.element) : nil, embedded: embedded, diagnostics: diagnostics)
  }
}
