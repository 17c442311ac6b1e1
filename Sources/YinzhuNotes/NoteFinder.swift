import YinzhuModel
import YinzhuText

/// What was found in a document: notes with their links, and how the text is laid out.
public struct NoteScan: Sendable {
  /// One for each note text, and one for each marker whose text is missing, in order of pages and labels.
  public var notes: [Note]
  /// Pages as far as page numbers, form feeds and the numbering show them; at least one.
  public var pages: [Document.Page]
  /// Body, notes and furniture in order.
  public var blocks: [Document.Block]
  /// What is lost or doubtful.
  public var diagnostics: [Diagnostic]
}

/// Finds the numbered notes of a document, and links each to its marker in the body.
public enum NoteFinder {
  /// Notes of a document. Formats that know their notes hand them over; in text they are found by evidence, in the
  /// order: label sequence, position, whether the text reads as a citation. Time grows with the length of the text.
  public static func find(in document: Document) -> NoteScan {
    if let native = document.nativeNotes {
      return NoteScan(
        notes: native, pages: document.pages, blocks: document.blocks,
        diagnostics: NoteDiagnostics.of(native, orphans: []))
    }
    let bytes = document.source.bytes
    let lines = TextLine.lines(of: bytes, table: document.source.lines)
    let furniture = Furniture(lines, bytes)
    let (scanned, found) = scan(bytes, lines, furniture)
    var pages = scanned
    guard let numbering = found else {
      return NoteScan(
        notes: [], pages: layout(pages, lines, document), blocks: blocks(pages, lines, furniture), diagnostics: [])
    }
    pages = pages.mended(by: numbering, lines: lines)
    let joiner = NoteTextJoiner(bytes: bytes, fullLine: fullLine(pages))
    let notes = Linker(bytes: bytes, pages: pages, numbering: numbering, joiner: joiner).notes()
    return NoteScan(
      notes: notes, pages: layout(pages, lines, document), blocks: blocks(pages, lines, furniture),
      diagnostics: NoteDiagnostics.of(notes, orphans: orphans(pages)))
  }

  /// The pages by the usual shapes of labels; by rarer ones where those say more.
  private static func scan(
    _ bytes: [UInt8], _ lines: [TextLine], _ furniture: Furniture
  ) -> (pages: [PageNotes], numbering: Numbering?) {
    let signs = SignPairs(bytes: bytes, lines: lines, furniture: furniture)
    func pages(_ shapes: LabelReader.Shapes) -> [PageNotes] {
      var scanner = PageScanner(bytes: bytes, lines: lines, furniture: furniture, signs: signs, shapes: shapes)
      return scanner.scan()
    }
    let usual = pages(.usual)
    let numbering = Numbering(usual)
    if let numbering, numbering.form != .superscript { return (usual, numbering) }
    for shapes in [LabelReader.Shapes.plainNotes, .parenthesised] {
      if numbering != nil, shapes != .plainNotes { continue }
      let other = pages(shapes)
      guard let found = Numbering(other), other.pairs(found.form) >= 2,
        other.pairs(found.form) > usual.pairs(found.form)
      else { continue }
      return (other, found)
    }
    return (usual, numbering)
  }

  /// The longest line of the notes, in bytes.
  private static func fullLine(_ pages: [PageNotes]) -> Int {
    pages.flatMap(\.area.texts).flatMap(\.lines).map(\.count).max() ?? 0
  }

  /// Labels that stand in a column without texts.
  private static func orphans(_ pages: [PageNotes]) -> [Label] {
    pages.filter { $0.area.texts.allSatisfy(\.lines.isEmpty) }.flatMap(\.area.column)
  }

  private static func layout(_ pages: [PageNotes], _ lines: [TextLine], _ document: Document) -> [Document.Page] {
    guard pages.count > 1 else { return document.pages }
    return pages.enumerated().map { index, page in
      let all = (page.body + page.area.lines).sorted()
      let start = all.first.map { lines[$0].start } ?? 0
      let end = all.last.map { lines[$0].end } ?? start
      return Document.Page(ordinal: index + 1, printed: page.printed, span: SourceSpan(start: start, end: end))
    }
  }

  private static func blocks(_ pages: [PageNotes], _ lines: [TextLine], _ furniture: Furniture) -> [Document.Block] {
    var out: [Document.Block] = []
    func add(_ kind: Document.Block.Kind, _ index: Int, _ page: Int) {
      let span = SourceSpan(start: lines[index].contentStart, end: lines[index].contentEnd)
      if let last = out.last, last.kind == kind, last.page == page {
        out[out.count - 1].span = SourceSpan(start: last.span.start, end: span.end)
      } else {
        out.append(Document.Block(kind: kind, span: span, page: page))
      }
    }
    for (page, notes) in pages.enumerated() {
      for index in notes.body { add(.paragraph, index, page + 1) }
      for index in notes.area.lines { add(.noteArea, index, page + 1) }
    }
    for index in lines.indices where furniture.isFurniture[index] {
      out.append(Document.Block(kind: .furniture, span: SourceSpan(lines[index].content), page: 0))
    }
    return out.sorted { $0.span < $1.span }
  }
}

extension [PageNotes] {
  /// How many texts have a label of a form that is a marker of the body too.
  fileprivate func pairs(_ form: NoteLabel.Form) -> Int {
    let markers = Set(flatMap(\.markers).filter { $0.form == form }.map(\.number))
    return reduce(0) { sum, page in
      sum + page.area.texts.count { text in text.label.map { $0.form == form && markers.contains($0.number) } ?? false }
    }
  }
}
