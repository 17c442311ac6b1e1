import YinzhuChecks
import YinzhuCitations
import YinzhuModel
import YinzhuText

/// The reference list at the end of a document: lines below a heading 参考文献, or all lines of a file without notes.
enum ReferenceList {
  private static let headings: Set<String> = [
    "参考文献", "主要参考文献", "参考书目", "主要参考书目", "征引文献", "引用文献", "参考资料", "參考文獻", "徵引書目", "引用書目", "references", "bibliography",
    "works cited", "literature cited",
  ]

  /// The entries, each with what it cites.
  static func entries(of extraction: Extraction, _ pipeline: Pipeline) -> [CheckedNote] {
    let source = extraction.document.source
    let taken = Set(
      extraction.entries.flatMap { $0.note.text?.spans ?? [] }.map { source.lines.line(containing: $0.start) })
    var start: Int?
    for line in 0..<source.lines.count where isHeading(line, source) { start = line + 1 }
    if start == nil, extraction.entries.isEmpty { start = 0 }
    guard let start else { return [] }
    var parsed: [(line: Int, text: MappedText, label: NoteLabel?)] = []
    for line in start..<max(start, source.lines.count) where !taken.contains(line) {
      guard let entry = entry(line, source) else { continue }
      parsed.append((line, entry.text, entry.label))
    }
    // Without notes and heading it is a list only where most lines have the marks of a citation.
    if extraction.entries.isEmpty, start == 0 {
      let likely = parsed.count { looksLikeCitation($0.text.bytes) }
      guard likely * 3 >= parsed.count * 2 else { return [] }
    }
    var notes: [ParsedNote?] = parsed.map { pipeline.parser.parse($0.text, note: "line\($0.line + 1)") }
    pipeline.renderBack?.check(&notes, source: source.bytes)
    return zip(parsed, notes).map { entry, note in
      CheckedNote(
        Note(
          id: "line\(entry.line + 1)", label: entry.label, page: 1, text: entry.text, link: .markerMissing),
        note?.citation, isEntry: true)
    }
  }

  private static func isHeading(_ line: Int, _ source: SourceText) -> Bool {
    let bytes = source.bytes[range(line, source)]
    guard bytes.count < 64 else { return false }
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    let words = text.unicodeScalars.filter {
      !CharacterClass.isSpace($0.value) && !CharacterClass.isLineBreak($0.value)
        && !"#*[]【】［］：:{}\\".unicodeScalars.contains($0)
    }
    let name = String(String.UnicodeScalarView(words))
    return headings.contains(name) || headings.contains(text.trimmed)
  }

  private static func range(_ line: Int, _ source: SourceText) -> Range<Int> {
    let start = source.lines.start(ofLine: line)
    let end = line + 1 < source.lines.count ? source.lines.start(ofLine: line + 1) : source.bytes.count
    return start..<max(start, end)
  }

  /// The text of a line without its number; nil for lines that are no entries.
  private static func entry(_ line: Int, _ source: SourceText) -> (text: MappedText, label: NoteLabel?)? {
    var range = range(line, source)
    while range.upperBound > range.lowerBound, source.bytes[range.upperBound - 1] <= 0x20 {
      range = range.lowerBound..<range.upperBound - 1
    }
    var at = range.lowerBound
    func skipSpaces() {
      while at < range.upperBound {
        let (scalar, length) = UTF8Bytes.decode(source.bytes, at: at)
        guard CharacterClass.isSpace(scalar) else { return }
        at += length
      }
    }
    skipSpaces()
    if at < range.upperBound, source.bytes[at] == UInt8(ascii: "-") || source.bytes[at] == UInt8(ascii: "*") {
      at += 1
      skipSpaces()
    }
    let labelStart = at
    let label = number(source.bytes, &at, end: range.upperBound)
    skipSpaces()
    guard range.upperBound - at > 12, source.bytes[at] != UInt8(ascii: "#") else { return nil }
    let symbol = String(decoding: source.bytes[labelStart..<max(labelStart, at)], as: UTF8.self).trimmed
    return (
      MappedText(source.bytes, range: at..<range.upperBound),
      label.map { NoteLabel(number: $0, symbol: symbol, form: .bracketed, restart: .document) }
    )
  }

  /// `[12]`, `［12］`, `12.`, `12、`: the number, read past.
  private static func number(_ bytes: [UInt8], _ at: inout Int, end: Int) -> Int? {
    let start = at
    var value = 0
    var digits = 0
    var isOpened = false
    while at < end {
      let (scalar, length) = UTF8Bytes.decode(bytes, at: at)
      switch scalar {
      case 0x5B, 0xFF3B, 0x3014, 0x28, 0xFF08:
        if isOpened || digits > 0 { at = start; return nil }
        isOpened = true
      case 0x30...0x39 where digits < 5:
        value = value * 10 + Int(scalar - 0x30)
        digits += 1
      case 0xFF10...0xFF19 where digits < 5:
        value = value * 10 + Int(scalar - 0xFF10)
        digits += 1
      case 0x5D, 0xFF3D, 0x3015, 0x29, 0xFF09, 0x2E, 0xFF0E, 0x3001:
        guard digits > 0 else { at = start; return nil }
        at += length
        return value
      default:
        at = start
        return nil
      }
      at += length
    }
    at = start
    return nil
  }

  /// A book-title mark, a type code, or a publisher with a year.
  private static func looksLikeCitation(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    let marks = ["《", "[J", "[M", "[N", "[D", "[C", "[EB", "[R", "［J", "［M", "同上", "Ibid", "出版社", "Press"]
    return marks.contains { text.contains($0) }
  }
}

extension String {
  fileprivate var trimmed: String {
    let scalars = unicodeScalars
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      CharacterClass.isSpace(scalar.value) || CharacterClass.isLineBreak(scalar.value)
    }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
