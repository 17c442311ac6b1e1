import YinzhuModel
import YinzhuText

/// One note text of an area, with its label where that stands before it.
struct AreaText: Sendable {
  var label: Label?
  var lines: [Range<Int>]
}

/// The notes below a page, as they stand there: a column of labels, and texts with or without labels of their own.
struct NoteArea: Sendable {
  var column: [Label] = []
  var texts: [AreaText] = []
  var lines: [Int] = []

  var labels: [Label] { column + texts.compactMap(\.label) }

  /// Whether all notes are those of a title and its authors: the text may go on below them.
  var hasOnlySigns: Bool { !texts.isEmpty && labels.count == texts.count && labels.allSatisfy { $0.form == .asterisk } }
}

/// A page: its markers in order, and the notes below it.
struct PageNotes: Sendable {
  var markers: [Label] = []
  var area = NoteArea()
  /// Lines of the body.
  var body: [Int] = []
  var printed: String?

  var isEmpty: Bool { body.isEmpty && area.lines.isEmpty }
}

/// Walks through the lines of a dump once and tells body from notes, page by page.
///
/// The order of evidence: a label that continues the sequence, then the position (a text box of its own, a gap, a page
/// number), then whether the text reads as a citation.
struct PageScanner {
  private let bytes: [UInt8]
  private let lines: [TextLine]
  private let furniture: Furniture
  private let labels: LabelReader
  private let evidence: CitationEvidence
  /// Whether lines that begin with a space are rare enough to mean something.
  private let spaceMeansBox: Bool

  private var pages: [PageNotes] = []
  private var page = PageNotes()
  private var isInArea = false
  private var lastContent: Int?
  /// The highest label of a note read so far, where numbers run through the document.
  private var lastNote = 0
  private var bodyMarkers: [NoteLabel.Form: Set<Int>] = [:]

  init(
    bytes: [UInt8], lines: [TextLine], furniture: Furniture, signs: SignPairs, shapes: LabelReader.Shapes = .usual
  ) {
    self.bytes = bytes
    self.lines = lines
    self.furniture = furniture
    labels = LabelReader(bytes: bytes, shapes: shapes, signs: signs.labels)
    evidence = CitationEvidence(bytes: bytes)
    let spaced = lines.count { $0.hasLeadingSpace }
    spaceMeansBox = spaced * 3 < lines.count || spaced < 6
  }

  mutating func scan() -> [PageNotes] {
    var isAfterFurniture = false
    // Whether page numbers stand above the text or below it shows in the first one.
    var standsAbove: Bool?
    var numberAbove: String?
    for index in lines.indices {
      if furniture.isFurniture[index] {
        isAfterFurniture = true
        if let number = furniture.pageNumber[index] {
          let isAbove = standsAbove ?? (pages.isEmpty && page.isEmpty)
          standsAbove = isAbove
          if isAbove { numberAbove = number } else if page.printed == nil { page.printed = number }
        }
        continue
      }
      let line = lines[index]
      let isBox = line.isAfterFormFeed || isAfterFurniture || (spaceMeansBox && line.hasLeadingSpace)
      read(line, index, isBox: isBox, isAfterFurniture: isAfterFurniture)
      if let number = numberAbove {
        if page.printed == nil { page.printed = number }
        numberAbove = nil
      }
      isAfterFurniture = false
      lastContent = index
    }
    if !page.isEmpty { pages.append(page) }
    return pages
  }

  private mutating func read(_ line: TextLine, _ index: Int, isBox: Bool, isAfterFurniture: Bool) {
    let found = startLabels(line)
    if isInArea {
      if let first = found.labels.first, continuesArea(first, alone: found.isAlone) || repeats(first, found, index) {
        addToArea(line, index, found)
        return
      }
      // A text box, or more than one blank line after a full stop, ends the notes, unless what follows reads as notes.
      let ended = previousEnds()
      let isBorder =
        isBox || (line.gap >= 2 && ended && !page.area.texts.isEmpty)
        || (line.isIndented && ended && !page.area.texts.isEmpty)
        || (line.gap > 0 && ended && page.area.hasOnlySigns)
      if isBorder {
        if !isAfterFurniture, line.gap < 2, !line.isAfterFormFeed, !page.area.hasOnlySigns,
          isNoteBox(index, continuing: true)
        {
          // A note that had not ended goes on, even in a box of its own.
          addText(line, index, startsNote: ended)
          return
        }
        isInArea = false
        newPage()
      } else {
        addText(line, index, startsNote: startsNote(line, ended: ended))
        return
      }
    }
    if NoteHeading.isHeading(bytes, line.content), index + 1 < lines.count,
      !startLabels(lines[index + 1]).labels.isEmpty
    {
      page.area.lines.append(index)
      isInArea = true
      return
    }
    if beginsArea(line, index, found, isBox: isBox) {
      isInArea = true
      addToArea(line, index, found)
      return
    }
    if isBox, !page.markers.isEmpty, isNoteBox(index, continuing: false) {
      isInArea = true
      addText(line, index, startsNote: true)
      return
    }
    if isBox, !page.body.isEmpty { newPage() }
    addBody(line, index)
  }

  private mutating func newPage() {
    if !page.isEmpty { pages.append(page) }
    page = PageNotes()
  }

  // MARK: Labels at the start of a line

  private func startLabels(_ line: TextLine) -> (labels: [Label], isAlone: Bool, textStart: Int) {
    var out: [Label] = []
    var at = line.contentStart
    while at < line.contentEnd,
      let label = out.isEmpty
        ? labels.startLabel(at: at, end: line.contentEnd) : labels.label(at: at, end: line.contentEnd)
    {
      out.append(label)
      at = label.span.upperBound
      while at < line.contentEnd {
        let (scalar, length) = UTF8Bytes.decode(bytes, at: at)
        guard CharacterClass.isSpace(scalar) else { break }
        at += length
      }
    }
    return (out, at >= line.contentEnd && !out.isEmpty, at)
  }

  private func continuesArea(_ label: Label, alone: Bool) -> Bool {
    guard let last = page.area.labels.last else { return page.area.texts.isEmpty || alone || label.number == 1 }
    if label.form == .asterisk { return true }
    // The notes by number stand below that of the title.
    if last.form == .asterisk {
      return label.number == 1 || page.markers.contains { $0.form == label.form && $0.number == label.number }
    }
    return label.form == last.form && label.number == last.number + 1
  }

  /// A second note with the label of the last one: both are kept, and which is meant is not guessed.
  private func repeats(
    _ label: Label, _ found: (labels: [Label], isAlone: Bool, textStart: Int), _ index: Int
  ) -> Bool {
    guard !found.isAlone, let last = page.area.texts.last?.label, last.form == label.form, last.number == label.number
    else { return false }
    return previousEnds() && readsAsNote(found.textStart, index)
  }

  /// Whether a column of labels or a labelled note begins here.
  private func beginsArea(
    _ line: TextLine, _ index: Int, _ found: (labels: [Label], isAlone: Bool, textStart: Int), isBox: Bool
  ) -> Bool {
    guard let first = found.labels.first else { return false }
    if first.form == .asterisk { return true }
    if found.isAlone {
      // Labels alone on a line: a marker that wrapped onto a line of its own has body around it.
      if first.number == 1 || isBox || isNext(first) {
        return isBox || line.gap > 0 || nextIsLabel(index, first) || readsAsNote(found.textStart, index)
      }
      return false
    }
    guard first.number == 1 || isNext(first) || isBox, !startsWithClosingMark(found.textStart, line) else {
      return false
    }
    let isKnown =
      page.markers.contains { $0.number == first.number && $0.form == first.form }
      || (bodyMarkers[first.form]?.contains(first.number) ?? false)
    let run = runLength(index, first)
    if readsAsNote(found.textStart, index) { return isKnown || run >= 2 || isBox }
    if !isKnown { return run >= 3 && line.gap > 0 && first.form == .bracketed }
    return run >= 2 || (isBox && first.number == 1) || (line.gap > 0 && first.number == 1 && previousEnds())
  }

  /// A full stop or comma after a label: the label is a marker that wrapped to the start of a line.
  private func startsWithClosingMark(_ start: Int, _ line: TextLine) -> Bool {
    guard start < line.contentEnd else { return false }
    switch UTF8Bytes.decode(bytes, at: start).scalar {
    case 0x3002, 0xFF0C, 0xFF1B, 0xFF1A, 0x3001, 0x201D, 0xFF09, 0x300B, 0xFF1F, 0xFF01, 0x2C, 0x2E, 0x3B: return true
    default: return false
    }
  }

  /// Numbers that run through the document go on after the last note.
  private func isNext(_ label: Label) -> Bool {
    label.form != .circled && label.number > lastNote && label.number <= lastNote + 12
  }

  private func nextIsLabel(_ index: Int, _ label: Label) -> Bool {
    guard index + 1 < lines.count else { return false }
    return startLabels(lines[index + 1]).labels.first.map { $0.number == label.number + 1 } ?? false
  }

  /// How many lines that follow begin with the next numbers: notes come one after the other.
  private func runLength(_ index: Int, _ first: Label) -> Int {
    var number = first.number
    var run = 1
    var at = index + 1
    while at < lines.count, at < index + 30, run < 3 {
      if let label = startLabels(lines[at]).labels.first, label.form == first.form, label.number == number + 1 {
        number += 1
        run += 1
      }
      at += 1
    }
    return run
  }

  private func readsAsNote(_ start: Int, _ index: Int) -> Bool {
    var end = lines[index].contentEnd
    var at = index + 1
    while at < lines.count, at < index + 6, !bytes.endsSentence(before: end, from: start), lines[at].gap < 2,
      !furniture.isFurniture[at], startLabels(lines[at]).labels.isEmpty
    {
      end = lines[at].contentEnd
      at += 1
    }
    return evidence.reads(start..<max(start, end))
  }

  // MARK: Boxes without labels

  /// Whether the text box that begins at a line holds notes whose labels are lost.
  private func isNoteBox(_ index: Int, continuing: Bool) -> Bool {
    var end = index + 1
    while end < lines.count, end < index + 60, !furniture.isFurniture[end], lines[end].gap < 2,
      !lines[end].isAfterFormFeed,
      !(spaceMeansBox && lines[end].hasLeadingSpace)
    {
      end += 1
    }
    let first = lines[index]
    let last = lines[end - 1]
    guard !first.isIndented || continuing else { return false }
    var texts = 0
    var citations = 0
    var start = first.contentStart
    for at in index..<end
    where at + 1 == end
      || (bytes.endsSentence(before: lines[at].contentEnd, from: lines[at].contentStart) && lines[at + 1].gap == 0)
    {
      texts += 1
      if evidence.reads(start..<lines[at].contentEnd) { citations += 1 }
      if at + 1 < end { start = lines[at + 1].contentStart }
    }
    let isWhole = bytes.endsSentence(before: last.contentEnd, from: last.contentStart)
    let size = last.contentEnd - first.contentStart
    if citations * 2 >= texts, citations > 0 { return size < 4000 && (isWhole || citations == texts) }
    // An explanation among notes: short, whole, and no body with markers of its own.
    guard continuing, isWhole, size < 1200, end - index <= 9 else { return false }
    return !hasMarkers(first.contentStart..<last.contentEnd)
  }

  private func hasMarkers(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] >= 0x5B, let label = labels.label(at: at, end: range.upperBound), label.form != .superscript {
        return true
      }
      at += 1
    }
    return false
  }

  // MARK: Adding

  private func previousEnds() -> Bool {
    guard let lastContent else { return true }
    let line = lines[lastContent]
    return bytes.endsSentence(before: line.contentEnd, from: line.contentStart)
  }

  private mutating func addToArea(
    _ line: TextLine, _ index: Int, _ found: (labels: [Label], isAlone: Bool, textStart: Int)
  ) {
    page.area.lines.append(index)
    if found.isAlone {
      if page.area.texts.isEmpty {
        page.area.column.append(contentsOf: found.labels)
      } else if let label = found.labels.first {
        page.area.texts.append(AreaText(label: label, lines: []))
      }
      return
    }
    guard let label = found.labels.first else { return }
    lastNote = max(lastNote, label.number)
    page.area.texts.append(AreaText(label: label, lines: [textRange(label.span.upperBound, line)]))
  }

  private func textRange(_ start: Int, _ line: TextLine) -> Range<Int> {
    var at = start
    while at < line.contentEnd {
      let (scalar, length) = UTF8Bytes.decode(bytes, at: at)
      guard CharacterClass.isSpace(scalar) else { break }
      at += length
    }
    return at..<max(at, line.end)
  }

  /// Without labels, a new note begins after a note that ended, on the very next line: wrapped lines of these dumps
  /// have a blank line before them.
  private func startsNote(_ line: TextLine, ended: Bool) -> Bool {
    guard ended, page.area.texts.last?.lines.isEmpty == false || page.area.texts.isEmpty else {
      return page.area.texts.isEmpty
    }
    if page.area.texts.contains(where: { $0.label != nil }) { return false }
    return line.gap == 0
  }

  private mutating func addText(_ line: TextLine, _ index: Int, startsNote: Bool) {
    page.area.lines.append(index)
    let range = line.contentStart..<line.end
    if startsNote || page.area.texts.isEmpty {
      page.area.texts.append(AreaText(label: nil, lines: [range]))
    } else {
      page.area.texts[page.area.texts.count - 1].lines.append(range)
    }
    for label in page.area.column { lastNote = max(lastNote, label.number) }
  }

  private mutating func addBody(_ line: TextLine, _ index: Int) {
    page.body.append(index)
    var at = line.contentStart
    while at < line.contentEnd {
      if let label = labels.label(at: at, end: line.contentEnd) {
        page.markers.append(label)
        bodyMarkers[label.form, default: []].insert(label.number)
        at = label.span.upperBound
      } else {
        at += UTF8Bytes.length(ofLead: bytes[at])
      }
    }
  }
}
