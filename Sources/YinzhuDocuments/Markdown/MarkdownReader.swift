import YinzhuModel
import YinzhuText

/// Reads the footnotes of Markdown: `[^1]` with `[^1]: text` (GFM, pandoc) and pandoc's inline `^[text]`.
/// Places are those of the file. https://pandoc.org/MANUAL.html#footnotes
enum MarkdownReader {
  /// Whether a text has a footnote definition at the start of a line.
  static func hasDefinitions(_ source: SourceText) -> Bool {
    let bytes = source.bytes
    return (0..<source.lines.count).contains { definition(bytes, lineStart: source.lines.start(ofLine: $0)) != nil }
  }

  /// The notes; nil where the text has none in this form.
  static func notes(_ source: SourceText) -> [Note]? {
    var scan = MarkdownScan(source)
    scan.run()
    return scan.notes()
  }

  /// `[^label]:` after at most three spaces: the label, its place with the brackets, and where the text begins.
  static func definition(_ bytes: [UInt8], lineStart: Int) -> (label: Range<Int>, text: Int)? {
    var index = lineStart
    while index < bytes.count, index - lineStart < 3, bytes[index] == 0x20 { index += 1 }
    guard let label = call(bytes, at: index), label.upperBound < bytes.count,
      bytes[label.upperBound] == UInt8(ascii: ":")
    else { return nil }
    return (label, label.upperBound + 1)
  }

  /// `[^label]` at an index; a label has no space.
  static func call(_ bytes: [UInt8], at index: Int) -> Range<Int>? {
    guard index + 3 < bytes.count, bytes[index] == UInt8(ascii: "["), bytes[index + 1] == UInt8(ascii: "^") else {
      return nil
    }
    var end = index + 2
    while end < bytes.count, end - index < 256, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "]"),
      bytes[end] != UInt8(ascii: "[")
    { end += 1 }
    guard end < bytes.count, end > index + 2, bytes[end] == UInt8(ascii: "]") else { return nil }
    return index..<(end + 1)
  }
}

/// One pass over the lines: definitions are taken out, what is left is searched for calls.
private struct MarkdownScan {
  enum Call {
    case key(Range<Int>)
    case inline(marker: Range<Int>, text: Range<Int>)
  }

  let source: SourceText
  let bytes: [UInt8]
  var calls: [Call] = []
  var bodies: [(label: Range<Int>, lines: [Range<Int>])] = []

  init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
  }

  mutating func run() {
    let lines = source.lines
    var fence: (byte: UInt8, count: Int)?
    var isOpen = false
    var blankBefore = false
    var body: [Range<Int>] = []
    for number in 0..<lines.count {
      let line = content(number)
      let (indent, first) = indentation(line)
      if let mark = fenceMark(first..<line.upperBound), indent < 4 || isOpen {
        if let open = fence {
          if mark.byte == open.byte, mark.count >= open.count { fence = nil }
        } else {
          fence = mark
        }
        continue
      }
      if fence != nil { continue }
      if first == line.upperBound {
        blankBefore = true
        body.append(line)
        continue
      }
      if let found = MarkdownReader.definition(bytes, lineStart: line.lowerBound) {
        bodies.append((found.label, [found.text..<max(found.text, line.upperBound)]))
        (isOpen, blankBefore) = (true, false)
        continue
      }
      // A note goes on while lines follow, and after an empty line while they are indented.
      if isOpen, indent >= 4 || (!blankBefore && bytes[first] != UInt8(ascii: "#")) {
        bodies[bodies.count - 1].lines.append(first..<line.upperBound)
        blankBefore = false
        continue
      }
      (isOpen, blankBefore) = (false, false)
      body.append(line)
    }
    // Inline notes run over lines; a paragraph is searched as one.
    var start: Int?
    for line in body {
      if line.isEmpty || indentation(line).first == line.upperBound {
        if let from = start { search(from..<line.lowerBound) }
        start = nil
      } else if start == nil {
        start = line.lowerBound
      }
    }
    if let from = start { search(from..<(body.last?.upperBound ?? from)) }
  }

  private func content(_ number: Int) -> Range<Int> {
    let start = source.lines.start(ofLine: number)
    var end = number + 1 < source.lines.count ? source.lines.start(ofLine: number + 1) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  private func indentation(_ line: Range<Int>) -> (count: Int, first: Int) {
    var (count, index) = (0, line.lowerBound)
    while index < line.upperBound, bytes[index] == 0x20 || bytes[index] == 0x09 {
      count += bytes[index] == 0x09 ? 4 : 1
      index += 1
    }
    return (count, index)
  }

  private func fenceMark(_ range: Range<Int>) -> (byte: UInt8, count: Int)? {
    guard let byte = range.isEmpty ? nil : bytes[range.lowerBound],
      byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~")
    else { return nil }
    let count = bytes[range].prefix { $0 == byte }.count
    return count >= 3 ? (byte, count) : nil
  }

  /// Calls in a paragraph, which may hold definitions in between.
  private mutating func search(_ range: Range<Int>) {
    let skipped = bodies.filter { range.contains($0.label.lowerBound) }
    var index = range.lowerBound
    while index < range.upperBound {
      if let body = skipped.first(where: { $0.label.lowerBound == index }), let last = body.lines.last {
        index = max(index + 1, last.upperBound)
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"): index = MarkdownInline.afterCode(bytes, index, range.upperBound)
      case UInt8(ascii: "["):
        if let call = MarkdownReader.call(bytes, at: index) {
          calls.append(.key(call))
          index = call.upperBound
        } else {
          index += 1
        }
      case UInt8(ascii: "^")
      where index + 1 < range.upperBound && bytes[index + 1] == UInt8(ascii: "["):
        guard let close = MarkdownInline.closing(bytes, index + 1, range.upperBound) else {
          index += 2
          continue
        }
        calls.append(.inline(marker: index..<(index + 1), text: (index + 2)..<close))
        index = close + 1
      default: index += 1
      }
    }
  }

  func notes() -> [Note]? {
    guard !bodies.isEmpty || calls.contains(where: { if case .inline = $0 { true } else { false } }) else { return nil }
    var notes = SourceNotes(evidence: "the key links marker and note")
    func key(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    func own(_ range: Range<Int>) -> Int? { Int(key(range).dropFirst(2).dropLast()) }
    // Numbers of the author's own stand as long as all notes have one; else they are counted, as programs print them.
    let isNumbered = calls.allSatisfy { if case .key(let range) = $0 { own(range) != nil } else { false } }
    var order: [String: Int] = [:]
    var count = 0
    for call in calls {
      switch call {
      case .key(let range):
        let name = key(range)
        if order[name] == nil {
          count += 1
          order[name] = count
        }
        let label = NoteLabel(
          number: isNumbered ? own(range) : order[name], symbol: name, form: .bracketed, restart: .document)
        notes.marker(name, label: label, span: SourceSpan(range))
      case .inline(let marker, let text):
        count += 1
        let name = "^\(marker.lowerBound)"
        notes.marker(
          name, label: NoteLabel(number: count, symbol: "^", form: .bracketed, restart: .document),
          span: SourceSpan(marker))
        notes.body(name, text: MarkdownInline.text(bytes, [text]))
      }
    }
    for body in bodies {
      let name = key(body.label)
      notes.body(
        name, label: NoteLabel(number: own(body.label), symbol: name, form: .bracketed, restart: .document),
        labelSpan: SourceSpan(body.label), text: MarkdownInline.text(bytes, body.lines))
    }
    return notes.notes()
  }
}
