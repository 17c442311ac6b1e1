import YinzhuModel
import YinzhuText

/// Reads PDF: the text of each page, body first and notes behind it, raised digits as superscripts. Which note belongs
/// to which marker is found by evidence, as in text.
enum PDFReader {
  static func read(_ bytes: [UInt8], name: String, id: SourceText.ID) throws(DocumentError) -> Document {
    let pages = PageLayout.pages(try TextTool().layout(bytes))
    guard !pages.isEmpty else { throw DocumentError(DocumentRules.empty, "the PDF has no pages") }
    let bare = pages.indices.filter { page in !pages[page].lines.contains { !$0.words.isEmpty } }
    guard bare.count < pages.count else {
      throw DocumentError(
        DocumentRules.noTextLayer,
        "the PDF has \(pages.count == 1 ? "one page" : "\(pages.count) pages") without any text: scanned pages need OCR first (ocrmypdf -l chi_sim)"
      )
    }
    var text = PDFText(bodySize: bodySize(pages))
    for (index, page) in pages.enumerated() { text.add(page, ordinal: index + 1) }
    var document = Document(
      source: SourceText(id: id, name: name, bytes: text.bytes), pages: text.pages, runs: text.runs,
      nativeNotes: text.notes.notes())
    if let first = bare.first {
      let rest = bare.count > 1 ? " and \(bare.count - 1) more" : ""
      document.diagnostics.append(
        Diagnostic(
          DocumentRules.noTextLayer, "page \(first + 1)\(rest) of the PDF has no text: scanned pages need OCR first",
          span: nil, severity: .warning))
    }
    return document
  }

  /// The height that most characters of the document have, in tenths of a point.
  private static func bodySize(_ pages: [PageLayout]) -> Float {
    var count: [Int: Int] = [:]
    for line in pages.lazy.flatMap(\.lines) {
      for word in line.words { count[Int((word.box.height * 2).rounded()), default: 0] += word.text.utf8.count }
    }
    let most = count.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    return Float(most) / 2
  }
}

/// Lays pages out as text.
private struct PDFText {
  let bodySize: Float
  var bytes: [UInt8] = []
  var pages: [Document.Page] = []
  var runs: [Document.Run] = []
  var notes = LaidOutNotes()

  init(bodySize: Float) { self.bodySize = bodySize }

  mutating func add(_ page: PageLayout, ordinal: Int) {
    if ordinal > 1 { bytes.append(0x0C) }
    let start = bytes.count
    let lines = page.rows(size: bodySize)
    // Every line is held against every other; no article has as many on a page.
    let isNote = lines.indices.map { lines.count < 2_000 && isNoteLine($0, lines) }
    for (index, line) in lines.enumerated() where !isNote[index] { add(line, isNote: false, page: ordinal) }
    // The gap or rule above the notes.
    if isNote.contains(true), isNote.contains(false) { bytes.append(0x0A) }
    for line in PageLayout.inColumns(lines.indices.filter { isNote[$0] }.map { lines[$0] }) {
      add(line, isNote: true, page: ordinal)
    }
    pages.append(Document.Page(ordinal: ordinal, span: SourceSpan(start: start, end: bytes.count)))
  }

  /// Smaller than the body, and no line of the body's size below it in its column.
  private func isNoteLine(_ index: Int, _ lines: [PageLayout.Line]) -> Bool {
    let line = lines[index]
    guard line.size < 0.93 * bodySize else { return false }
    let hasAbove = lines.contains { $0.size >= 0.93 * bodySize && $0.box.top < line.box.top }
    return hasAbove
      && !lines.contains {
        $0.size >= 0.93 * bodySize && $0.box.top > line.box.top && $0.box.left < line.box.right
          && $0.box.right > line.box.left && $0.words.reduce(0) { $0 + $1.text.utf8.count } > 12
      }
  }

  private mutating func add(_ line: PageLayout.Line, isNote: Bool, page: Int) {
    let size = line.size
    let baseline = line.words.filter { $0.box.height >= 0.85 * size }.map(\.box.bottom).max() ?? line.box.bottom
    let lineStart = bytes.count
    var textStart = lineStart
    var previous: PageLayout.Word?
    for (index, word) in line.words.enumerated() {
      let isRaised =
        word.box.height < 0.8 * size && word.box.bottom < baseline - 0.1 * size && PDFText.isLabel(word.text)
      if let previous, word.box.left - previous.box.right > 0.15 * size, !isRaised { bytes.append(0x20) }
      let start = bytes.count
      bytes.append(contentsOf: (isRaised ? PDFText.superscript(word.text) : word.text).utf8)
      let span = SourceSpan(start: start, end: bytes.count)
      if isRaised {
        runs.append(Document.Run(span: span, superscript: true))
        if let label = PrintedLabel.read(String(decoding: bytes[span.range], as: UTF8.self)) {
          if !isNote {
            // m² and 10⁵ are no notes.
            if !PDFText.isExponent(label, before: start > lineStart ? bytes[start - 1] : 0x20) {
              notes.mark(label, span: span, page: page)
            }
          } else if index == 0 {
            notes.begin(label, span: span, page: page)
            textStart = bytes.count
          }
        }
      } else if isNote, index == 0, let (label, count) = PDFText.leading(word.text) {
        notes.begin(label, span: SourceSpan(start: start, end: start + count), page: page)
        textStart = start + count
      }
      previous = word
    }
    if isNote { notes.line(bytes, textStart..<bytes.count) }
    bytes.append(0x0A)
  }

  private static func isExponent(_ label: NoteLabel, before: UInt8) -> Bool {
    label.form == .superscript && (label.number ?? 0) < 10
      && ((0x30...0x39).contains(before) || (0x61...0x7A).contains(before | 0x20) && before < 0x80)
      && (label.number ?? 0) < 4
  }

  /// A label that begins the text of a note without being raised: ①, [1], 1.
  private static func leading(_ text: String) -> (NoteLabel, Int)? {
    let head = String(text.prefix(6))
    if let first = head.first, let label = PrintedLabel.read(String(first)), label.form == .circled {
      return (label, String(first).utf8.count)
    }
    if let close = head.firstIndex(where: { "]］〕】".contains($0) }) {
      let symbol = String(head[...close])
      if let label = PrintedLabel.read(symbol), label.form == .bracketed { return (label, symbol.utf8.count) }
    }
    let digits = head.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 3, let sign = head.dropFirst(digits.count).first, ".．、".contains(sign),
      let label = PrintedLabel.read(String(digits))
    else { return nil }
    return (label, digits.utf8.count + String(sign).utf8.count)
  }

  private static func isLabel(_ text: String) -> Bool { PrintedLabel.read(text) != nil }

  /// Bare digits as raised ones: without their height they would be read as part of the sentence.
  private static func superscript(_ text: String) -> String {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else { return text }
    return SuperscriptNumber.text(number)
  }
}
