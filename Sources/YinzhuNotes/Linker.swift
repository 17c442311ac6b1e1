import YinzhuModel
import YinzhuText

/// A text with the number that it has or that evidence gives it.
private struct NumberedText {
  var text: AreaText
  var number: Int?
  var evidence: String
}

/// Pairs markers with note texts. A wrong pair is worse than a missing one, so only sequence and position decide.
struct Linker {
  let bytes: [UInt8]
  let pages: [PageNotes]
  let numbering: Numbering
  let joiner: NoteTextJoiner

  func notes() -> [Note] {
    switch numbering.restart {
    case .page: pages.indices.flatMap { notesOfPage($0) }
    case .section, .document: notesOfDocument()
    }
  }

  // MARK: Numbers that restart on every page

  private func notesOfPage(_ index: Int) -> [Note] {
    let page = pages[index]
    let texts = numbered(page)
    var out: [Note] = []
    var used: Set<Int> = []
    for marker in page.markers {
      let match = texts.indices.first { texts[$0].number == marker.number && !used.contains($0) }
      if let match { used.insert(match) }
      out.append(note(id: "p\(index + 1)-\(name(marker))", page: index, marker: marker, text: match.map { texts[$0] }))
    }
    for at in texts.indices where !used.contains(at) {
      let number = texts[at].number
      var note = note(
        id: "p\(index + 1)-\(texts[at].text.label.map(name) ?? number.map(String.init) ?? "x\(at + 1)")", page: index,
        marker: nil, text: texts[at])
      if let count = rivals(of: texts[at], among: texts),
        let marker = page.markers.first(where: { $0.number == number }),
        let first = out.firstIndex(where: { $0.label?.number == number })
      {
        makeAmbiguous(&note, &out[first], marker, count)
      }
      // In the order of labels, where the label says it.
      let place = number.flatMap { number in out.firstIndex { ($0.label?.number ?? 0) > number } } ?? out.count
      out.insert(note, at: place)
    }
    return unique(out)
  }

  /// Both have the marker's label: neither is taken for the other.
  private func makeAmbiguous(_ note: inout Note, _ other: inout Note, _ marker: Label, _ count: Int) {
    let link = Note.Link.ambiguous([NoteMarker(label: noteLabel(marker), span: SourceSpan(marker.span))])
    let evidence = "\(count) texts of the page have this label"
    (note.link, note.evidence) = (link, evidence)
    (other.link, other.evidence) = (link, evidence)
  }

  /// How many texts of a page have the same printed label as this one; nil where it is alone with it.
  private func rivals(of text: NumberedText, among texts: [NumberedText]) -> Int? {
    guard let number = text.text.label?.number else { return nil }
    let count = texts.count { $0.text.label?.number == number }
    return count > 1 ? count : nil
  }

  /// Gives each text of a page its number: its own label, the label in the column, or its order among the markers.
  private func numbered(_ page: PageNotes) -> [NumberedText] {
    var out = page.area.texts.filter { !$0.lines.isEmpty }.map { text in
      NumberedText(
        text: text, number: text.label?.number, evidence: text.label == nil ? "" : "the label stands before the text")
    }
    let free = out.indices.filter { out[$0].number == nil }
    guard !free.isEmpty else { return out }
    let taken = Set(out.compactMap(\.number))
    let column = page.area.column.map(\.number).filter { !taken.contains($0) }
    let markers = page.markers.map(\.number).filter { !taken.contains($0) }
    let numbers: [Int]
    let reason: String
    if column.count == free.count {
      (numbers, reason) = (column, "the labels stand in a column of their own, as many as texts")
    } else if markers.count == free.count {
      (numbers, reason) = (markers, "the labels are lost; there are as many texts as markers on the page")
    } else if column.isEmpty || column.count < free.count {
      (numbers, reason) = (markers, "the labels are lost; texts follow the order of the markers")
    } else {
      (numbers, reason) = (
        column, "the labels stand in a column of their own, more than texts; texts follow their order"
      )
    }
    for (at, number) in zip(free, numbers) {
      out[at].number = number
      out[at].evidence = reason
    }
    return out
  }

  // MARK: Numbers that run through the document

  private func notesOfDocument() -> [Note] {
    var markers: [(label: Label, page: Int)] = []
    var seen: Set<Int> = []
    for (index, page) in pages.enumerated() {
      for marker in page.markers where seen.insert(marker.number).inserted { markers.append((marker, index)) }
    }
    var texts: [Int: (text: NumberedText, page: Int)] = [:]
    var loose: [(text: NumberedText, page: Int)] = []
    for (index, page) in pages.enumerated() {
      for text in numbered(page) {
        if let number = text.number, texts[number] == nil {
          texts[number] = (text, index)
        } else {
          loose.append((text, index))
        }
      }
    }
    var out: [Note] = []
    for (marker, page) in markers {
      let match = texts.removeValue(forKey: marker.number)
      out.append(note(id: "n\(name(marker))", page: page, marker: marker, text: match?.text))
    }
    for (number, entry) in texts.sorted(by: { $0.key < $1.key }) {
      let note = note(
        id: "n\(entry.text.text.label.map(name) ?? String(number))", page: entry.page, marker: nil, text: entry.text)
      let place = out.firstIndex { ($0.label?.number ?? 0) > number } ?? out.count
      out.insert(note, at: place)
    }
    for (at, entry) in loose.enumerated() {
      var note = note(id: "nx\(at + 1)", page: entry.page, marker: nil, text: entry.text)
      if let count = rivals(of: entry.text, among: numbered(pages[entry.page])),
        let marker = markers.first(where: { $0.label.number == entry.text.number }),
        let first = out.firstIndex(where: { $0.label?.number == entry.text.number })
      {
        note.id = out[first].id
        makeAmbiguous(&note, &out[first], marker.label, count)
        out.insert(note, at: first + 1)
      } else {
        out.append(note)
      }
    }
    return unique(out)
  }

  // MARK: Notes

  private func note(id: String, page: Int, marker: Label?, text: NumberedText?) -> Note {
    let label = marker ?? text?.text.label
    let number = marker?.number ?? text?.number
    let link: Note.Link
    var evidence = text?.evidence ?? ""
    if let marker {
      let noteMarker = NoteMarker(label: noteLabel(marker), span: SourceSpan(marker.span))
      link = text == nil ? .textMissing(noteMarker) : .linked(noteMarker)
      if text == nil { evidence = missingReason(page, marker) }
    } else {
      link = .markerMissing
      if evidence.isEmpty { evidence = "no marker of this page is free for the text" }
    }
    return Note(
      id: id,
      label: label.map(noteLabel)
        ?? number.map { NoteLabel(number: $0, symbol: String($0), form: numbering.form, restart: numbering.restart) },
      labelSpan: text?.text.label.map { SourceSpan($0.span) }, page: page + 1, printedPage: pages[page].printed,
      text: text.map { joiner.join($0.text.lines) }, link: link, evidence: evidence)
  }

  private func missingReason(_ page: Int, _ marker: Label) -> String {
    let area = pages[page].area
    if area.column.contains(where: { $0.number == marker.number }) { return "the label is there, its text is not" }
    return area.texts.isEmpty ? "the notes of the page are not in the text" : "fewer texts than markers on the page"
  }

  private func noteLabel(_ label: Label) -> NoteLabel {
    NoteLabel(
      number: label.form == .asterisk ? nil : label.number, symbol: symbol(label), form: label.form,
      restart: numbering.restart)
  }

  /// As printed, without what protects signs from Markdown.
  private func symbol(_ label: Label) -> String {
    String(decoding: bytes[label.span].filter { label.form != .asterisk || $0 != 0x5C }, as: UTF8.self)
  }

  /// The label in an id.
  private func name(_ label: Label) -> String { label.form == .asterisk ? symbol(label) : String(label.number) }

  private func unique(_ notes: [Note]) -> [Note] {
    var seen: [String: Int] = [:]
    return notes.map { note in
      var note = note
      let count = seen[note.id, default: 0] + 1
      seen[note.id] = count
      if count > 1 { note.id += ".\(count)" }
      return note
    }
  }
}
