import YinzhuModel
import YinzhuText

/// Reads PDF: the text of each page, body first and notes behind it, raised digits as superscripts. Which note belongs
/// to which marker is found by evidence, as in text.
enum PDFReader {
  static func read(_ bytes: [UInt8], name: String, id: SourceText.ID) throws(DocumentError) -> Document {
    let pages = PageLayout.pages(try TextTool.layout(bytes))
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
      source: SourceText(id: id, name: name, bytes: text.bytes), pages: text.pages, runs: text.runs)
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

  init(bodySize: Float) { self.bodySize = bodySize }

  mutating func add(_ page: PageLayout, ordinal: Int) {
    if ordinal > 1 { bytes.append(0x0C) }
    let start = bytes.count
    let lines = joined(page.lines.filter { !$0.words.isEmpty })
    // Every line is held against every other; no article has as many on a page.
    let isNote = lines.indices.map { lines.count < 2_000 && isNoteLine($0, lines) }
    for (index, line) in lines.enumerated() where !isNote[index] { add(line) }
    // The gap or rule above the notes.
    if isNote.contains(true), isNote.contains(false) { bytes.append(0x0A) }
    for (index, line) in lines.enumerated() where isNote[index] { add(line) }
    pages.append(Document.Page(ordinal: ordinal, span: SourceSpan(start: start, end: bytes.count)))
  }

  /// A raised label may come as a line of its own beside the line that it belongs to.
  private func joined(_ lines: [PageLayout.Line]) -> [PageLayout.Line] {
    var out: [PageLayout.Line] = []
    for line in lines {
      if let last = out.last, min(last.size, line.size) < 0.8 * max(last.size, line.size),
        min(last.box.bottom, line.box.bottom) - max(last.box.top, line.box.top) > 0.6 * min(last.size, line.size),
        min(last.words.count, line.words.count) == 1,
        abs(line.box.left - last.box.right) < bodySize || abs(last.box.left - line.box.right) < bodySize
      {
        var both = last
        both.words = (last.words + line.words).sorted { $0.box.left < $1.box.left }
        both.box.left = min(last.box.left, line.box.left)
        both.box.right = max(last.box.right, line.box.right)
        out[out.count - 1] = both
      } else {
        out.append(line)
      }
    }
    return out
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

  private mutating func add(_ line: PageLayout.Line) {
    let size = line.size
    let baseline = line.words.filter { $0.box.height >= 0.85 * size }.map(\.box.bottom).max() ?? line.box.bottom
    var previous: PageLayout.Word?
    for word in line.words {
      let isRaised =
        word.box.height < 0.8 * size && word.box.bottom < baseline - 0.1 * size && PDFText.isLabel(word.text)
      if let previous, word.box.left - previous.box.right > 0.15 * size, !isRaised { bytes.append(0x20) }
      let start = bytes.count
      bytes.append(contentsOf: (isRaised ? PDFText.superscript(word.text) : word.text).utf8)
      if isRaised { runs.append(Document.Run(span: SourceSpan(start: start, end: bytes.count), superscript: true)) }
      previous = word
    }
    bytes.append(0x0A)
  }

  private static func isLabel(_ text: String) -> Bool { PrintedLabel.read(text) != nil }

  /// Bare digits as raised ones: without their height they would be read as part of the sentence.
  private static func superscript(_ text: String) -> String {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else { return text }
    return SuperscriptNumber.text(number)
  }
}
