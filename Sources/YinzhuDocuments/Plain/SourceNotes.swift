import YinzhuModel
import YinzhuText

/// Notes of a format whose text is itself the source (Markdown, LaTeX): markers and texts, linked by their keys.
struct SourceNotes {
  private struct Marker {
    var key: String
    var label: NoteLabel
    var span: SourceSpan
  }
  private struct Body {
    var key: String
    var label: NoteLabel?
    var labelSpan: SourceSpan?
    var text: MappedText
  }

  /// Said of every pair.
  let evidence: String
  private var markers: [Marker] = []
  private var bodies: [Body] = []
  private var keys: Set<String> = []

  init(evidence: String) { self.evidence = evidence }

  var isEmpty: Bool { markers.isEmpty && bodies.isEmpty }

  mutating func marker(_ key: String, label: NoteLabel, span: SourceSpan) {
    markers.append(Marker(key: key, label: label, span: span))
  }

  /// Whether a note of that key has its text.
  func hasBody(_ key: String) -> Bool { keys.contains(key) }

  /// A note text; `label` is said only where nothing calls it.
  mutating func body(_ key: String, label: NoteLabel? = nil, labelSpan: SourceSpan? = nil, text: MappedText) {
    keys.insert(key)
    bodies.append(Body(key: key, label: label, labelSpan: labelSpan, text: text))
  }

  /// The notes in the order of their first markers; texts without one come last. A text that several markers call is
  /// linked to the first.
  func notes() -> [Note] {
    var texts: [String: Int] = [:]
    for (index, body) in bodies.enumerated() where texts[body.key] == nil { texts[body.key] = index }
    var taken: Set<Int> = []
    var used: [String: Int] = [:]
    func id(_ label: NoteLabel?) -> String {
      let id = "n" + (label?.number.map(String.init) ?? label?.symbol ?? "x")
      let count = used[id, default: 0] + 1
      used[id] = count
      return count == 1 ? id : "\(id).\(count)"
    }
    let calls = Dictionary(markers.map { ($0.key, 1) }, uniquingKeysWith: +)
    var seen: Set<String> = []
    var out: [Note] = []
    for marker in markers where seen.insert(marker.key).inserted {
      let body = texts[marker.key].map { bodies[$0] }
      if let index = texts[marker.key] { taken.insert(index) }
      let place = NoteMarker(label: marker.label, span: marker.span)
      let count = calls[marker.key] ?? 1
      out.append(
        Note(
          id: id(marker.label), label: marker.label, labelSpan: body?.labelSpan, page: 1, text: body?.text,
          link: body == nil ? .textMissing(place) : .linked(place),
          evidence: body == nil
            ? "the document has no note of this key" : evidence + (count > 1 ? "; \(count) markers call it" : "")))
    }
    for (index, body) in bodies.enumerated() where !taken.contains(index) {
      out.append(
        Note(
          id: id(body.label), label: body.label, labelSpan: body.labelSpan, page: 1, text: body.text,
          link: .markerMissing, evidence: "nothing in the document's body calls this note"))
    }
    return out
  }
}

extension MappedText {
  /// Appends a line break of the source: nothing between two Chinese characters, a space elsewhere.
  mutating func appendBreak(_ source: [UInt8], _ range: Range<Int>) {
    guard let last = bytes.last, last != 0x20 else { return }
    let next = range.upperBound < source.count ? source[range.upperBound] : 0x20
    if last >= 0x80 && next >= 0xE2 { return }
    append(0x20, replacing: range)
  }

  /// The text without white space at both ends.
  func trimmed() -> MappedText {
    var (start, end) = (0, bytes.count)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while start < end, bytes[end - 1] <= 0x20 { end -= 1 }
    return start == 0 && end == bytes.count ? self : slice(start..<end)
  }
}
