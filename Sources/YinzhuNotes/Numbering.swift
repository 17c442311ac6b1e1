import YinzhuModel

/// What the labels of a document say about its numbering, and the markers that agree with it.
struct Numbering {
  var form: NoteLabel.Form
  var restart: NoteLabel.Restart

  /// Decides by the labels of the notes, then by the markers; nil where the document shows no notes.
  init?(_ pages: [PageNotes]) {
    var count: [NoteLabel.Form: Int] = [:]
    for page in pages {
      for label in page.area.labels { count[label.form, default: 0] += 4 }
      for marker in page.markers { count[marker.form, default: 0] += 1 }
    }
    // A note of the title says nothing of the others.
    if count.count > 1 { count[.asterisk] = nil }
    guard let form = count.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) })?.key else {
      return nil
    }
    let markers = pages.flatMap(\.markers).filter { $0.form == form }
    let hasArea = pages.contains { !$0.area.texts.isEmpty || !$0.area.column.isEmpty }
    // Bracketed numbers without a single note are references of another kind, or years.
    guard hasArea || (form == .circled && markers.count > 1) else { return nil }
    self.form = form
    var restarts = 0
    for (previous, next) in zip(markers, markers.dropFirst()) where next.number == 1 && previous.number >= 1 {
      restarts += 1
    }
    let labels = pages.flatMap(\.area.labels).filter { $0.form == form }
    for (previous, next) in zip(labels, labels.dropFirst()) where next.number == 1 && previous.number >= 1 {
      restarts += 1
    }
    restart = restarts > 0 ? .page : .document
  }
}

extension [PageNotes] {
  /// Pages as the numbers show them: a page whose numbers go on from the one before was no new page; a page where
  /// they begin again was two.
  func mended(by numbering: Numbering, lines: [TextLine]) -> [PageNotes] {
    var out: [PageNotes] = []
    for var page in self {
      page.markers = page.markers.filter { $0.form == numbering.form || $0.form == .asterisk }
      guard numbering.restart == .page else {
        out.append(page)
        continue
      }
      if let last = out.last, last.area.lines.isEmpty || last.area.hasOnlySigns,
        let previous = last.markers.last(where: { $0.form != .asterisk }),
        let next = page.markers.first(where: { $0.form != .asterisk }), next.number == previous.number + 1,
        next.number > 1
      {
        out[out.count - 1].markers += page.markers
        out[out.count - 1].body += page.body
        out[out.count - 1].area = last.area + page.area
        continue
      }
      out.append(contentsOf: page.split(lines))
    }
    return out
  }
}

extension NoteArea {
  /// Both, one after the other.
  fileprivate static func + (a: NoteArea, b: NoteArea) -> NoteArea {
    NoteArea(column: a.column + b.column, texts: a.texts + b.texts, lines: a.lines + b.lines)
  }
}

extension PageNotes {
  /// Splits where the numbers begin again; the notes belong to the last part. A line of the body belongs to the part
  /// of its markers: the line of the cut to both.
  fileprivate func split(_ lines: [TextLine]) -> [PageNotes] {
    var cuts = markers.indices.dropFirst().filter { markers[$0].number == 1 && markers[$0 - 1].number >= 1 }
    guard !cuts.isEmpty else { return [self] }
    cuts.append(markers.count)
    var out: [PageNotes] = []
    var start = 0
    var line = 0
    for cut in cuts {
      var part = PageNotes()
      part.markers = Array(markers[start..<cut])
      let end = cut < markers.count ? markers[cut].span.lowerBound : Int.max
      let next = body[line...].firstIndex { lines[$0].start > end } ?? body.count
      part.body = Array(body[line..<next])
      line = Swift.max(line, next - 1)
      part.printed = start == 0 ? printed : nil
      if cut == markers.count { part.area = area }
      out.append(part)
      start = cut
    }
    return out
  }
}
