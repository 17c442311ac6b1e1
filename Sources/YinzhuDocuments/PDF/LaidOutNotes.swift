import YinzhuModel
import YinzhuText

/// Notes of pages as their layout shows them: raised labels in the body, and smaller lines below it that begin with
/// labels. They count only where nearly all of both find each other; else evidence decides, as in text.
struct LaidOutNotes {
  struct Marker {
    var label: NoteLabel
    var span: SourceSpan
    var page: Int
  }
  private struct Body {
    var label: NoteLabel
    var labelSpan: SourceSpan
    var page: Int
    var text = MappedText()
  }

  private var markers: [Marker] = []
  private var bodies: [Body] = []
  /// Note lines above the first label.
  private var loose = 0

  mutating func mark(_ label: NoteLabel, span: SourceSpan, page: Int) {
    markers.append(Marker(label: label, span: span, page: page))
  }

  mutating func begin(_ label: NoteLabel, span: SourceSpan, page: Int) {
    bodies.append(Body(label: label, labelSpan: span, page: page))
  }

  /// A line of the note that was begun last, be it on the page before.
  mutating func line(_ bytes: [UInt8], _ range: Range<Int>) {
    guard let last = bodies.indices.last else {
      loose += 1
      return
    }
    let (start, end) = (range.lowerBound, min(range.upperBound, bytes.count))
    guard start < end else { return }
    if let count = bodies[last].text.bytes.indices.last {
      func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
      let text = bodies[last].text.bytes
      // A hyphen that a line break made is none of the word.
      if text[count] == UInt8(ascii: "-"), count > 0, isLetter(text[count - 1]), (0x61...0x7A).contains(bytes[start]) {
        bodies[last].text = bodies[last].text.slice(0..<count)
      } else {
        bodies[last].text.appendBreak(bytes, (start - 1)..<start)
      }
    }
    bodies[last].text.append(bytes[start..<end], sourceStart: start)
  }

  /// The notes; nil where markers and notes don't fit together.
  func notes() -> [Note]? {
    guard !markers.isEmpty, !bodies.isEmpty else { return nil }
    let restarts = Set(bodies.filter { $0.label.number == 1 }.map(\.page)).count > 1
    func key(_ label: NoteLabel, _ page: Int) -> String {
      let name = label.number.map(String.init) ?? label.symbol
      return restarts || label.number == nil ? "\(page)/\(name)" : name
    }
    var places: [String: [Int]] = [:]
    for (index, body) in bodies.enumerated() { places[key(body.label, body.page), default: []].append(index) }
    let paired = markers.count { places[key($0.label, $0.page)]?.count == 1 }
    let total = max(markers.count, bodies.count)
    guard paired * 10 >= total * 9, loose <= 2 else { return nil }
    var used: Set<Int> = []
    var ids: [String: Int] = [:]
    func note(_ label: NoteLabel, _ page: Int, _ body: Body?, _ link: Note.Link, _ evidence: String) -> Note {
      var label = label
      label.restart = restarts ? .page : .document
      let name = label.number.map(String.init) ?? label.symbol
      let id = restarts ? "p\(page)-\(name)" : "n\(name)"
      ids[id, default: 0] += 1
      let count = ids[id] ?? 1
      return Note(
        id: count == 1 ? id : "\(id).\(count)", label: label, labelSpan: body?.labelSpan, page: page,
        text: body?.text.trimmed(), link: link, evidence: evidence)
    }
    var out: [Note] = []
    for marker in markers {
      var label = marker.label
      label.restart = restarts ? .page : .document
      let place = NoteMarker(label: label, span: marker.span)
      let found = places[key(marker.label, marker.page)] ?? []
      if let only = found.first, found.count == 1, used.insert(only).inserted {
        out.append(
          note(label, marker.page, bodies[only], .linked(place), "a raised label, and its note below the page"))
      } else if !found.contains(where: used.contains) {
        out.append(note(label, marker.page, nil, .textMissing(place), "no note below the page has this label"))
      }
    }
    for (index, body) in bodies.enumerated() where !used.contains(index) {
      out.append(note(body.label, body.page, body, .markerMissing, "no raised label of the body calls this note"))
    }
    return out
  }
}
