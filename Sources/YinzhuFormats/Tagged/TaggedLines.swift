import YinzhuModel
import YinzhuText

/// Splits a file of tags and lines into records.
///
/// Nothing is dropped: lines that belong to no record are reported, a record without its first line gives a record too.
struct TaggedLines {
  private let source: SourceText
  private let syntax: TaggedSyntax
  private let keyTag: String?
  private(set) var records: [TaggedRecord] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var record = TaggedRecord()
  private var isOpen = false
  private var wasBlank = false
  /// The end of the last line of the record.
  private var end = 0
  private var isClosed = true

  init(_ source: SourceText, syntax: TaggedSyntax, keyTag: String?) {
    self.source = source
    self.syntax = syntax
    self.keyTag = keyTag
  }

  mutating func read() {
    let bytes = source.bytes
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      read(start..<end)
      start = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { start += 1 }
    }
    if isOpen, !isClosed, syntax.endTag != nil {
      diagnostics.append(
        Diagnostic(
          FormatRules.syntax,
          "The file ends inside a record: “\(syntax.endTag ?? "")” is missing; what there is was read.",
          span: SourceSpan(start: self.end, end: self.end), severity: .warning))
    }
    flush()
  }

  private mutating func read(_ line: Range<Int>) {
    let bytes = source.bytes[line]
    guard bytes.contains(where: { $0 > 0x20 }) else {
      wasBlank = wasBlank || isOpen
      return
    }
    reportControls(line)
    if let (tag, start) = syntax.tag(bytes) {
      take(tag, SourceSpan(start: line.lowerBound, end: line.upperBound), text(start..<line.upperBound))
    } else if isOpen, !record.values.isEmpty || record.type != nil {
      goOn(line)
    } else {
      diagnostics.append(
        Diagnostic(
          FormatRules.syntax, "Not read: the line belongs to no record.",
          span: SourceSpan(start: line.lowerBound, end: line.upperBound), severity: .warning))
    }
    wasBlank = false
    end = line.upperBound
  }

  private mutating func take(_ tag: String, _ span: SourceSpan, _ text: String) {
    if syntax == .webOfScience, ["FN", "VR", "EF"].contains(tag) { return }
    if tag == syntax.endTag {
      if isOpen {
        record.span = SourceSpan(start: record.span.start, end: span.end)
        isClosed = true
        flush(isEnded: true)
      }
      return
    }
    if tag == TaggedSyntax.recordStart {
      flush()
      isOpen = true
      isClosed = false
      record = TaggedRecord()
      record.span = span
      return
    }
    let begins =
      (tag == syntax.typeTag && syntax.beginsAtType) || (wasBlank && syntax.endsAtBlankLine)
      || (wasBlank && syntax == .refer && record.type == nil)
    if begins { flush() }
    if !isOpen {
      isOpen = true
      isClosed = false
      record = TaggedRecord()
      record.span = span
      if tag != syntax.typeTag, !syntax.isTypeOptional {
        diagnostics.append(
          Diagnostic(
            FormatRules.syntax, "A record without “\(syntax.typeTag)”; it is read without a type.", span: span,
            severity: .warning))
      }
    }
    record.span = SourceSpan(start: record.span.start, end: span.end)
    if tag == syntax.typeTag, syntax != .medline {
      record.type = text.isEmpty ? nil : text
    } else if tag == keyTag, record.key == nil, !text.isEmpty {
      record.key = text
    } else {
      record.values.append(TaggedRecord.Value(tag, .text(text), span: span))
    }
  }

  /// A line without a tag belongs to the value before it.
  private mutating func goOn(_ line: Range<Int>) {
    let more = text(line)
    record.span = SourceSpan(start: record.span.start, end: line.upperBound)
    // Ovid's values stand below their names.
    guard let last = record.values.indices.last else {
      record.values.append(
        TaggedRecord.Value("", .text(more), span: SourceSpan(start: line.lowerBound, end: line.upperBound)))
      return
    }
    let value = record.values[last]
    if syntax.isOneValueALine(value.tag) {
      record.values.append(
        TaggedRecord.Value(value.tag, .text(more), span: SourceSpan(start: line.lowerBound, end: line.upperBound)))
      return
    }
    let before = value.text
    let isTight =
      (before.unicodeScalars.last.map { CharacterClass.isEastAsian($0.value) || $0.value > 0x3000 } ?? true)
      || (more.unicodeScalars.first.map { CharacterClass.isEastAsian($0.value) } ?? true)
    record.values[last].content = .text(isTight ? before + more : before + " " + more)
    record.values[last].span = SourceSpan(start: value.span.start, end: line.upperBound)
  }

  private mutating func flush(isEnded: Bool = false) {
    if isOpen, isEnded || record.type != nil || !record.values.isEmpty { records.append(record) }
    isOpen = false
    record = TaggedRecord()
  }

  /// The text of a line, without spaces around it and in runs, and without control characters.
  private func text(_ range: Range<Int>) -> String {
    let bytes = source.bytes[range]
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte <= 0x20 {
        if byte == 0x20 || byte == 0x09, out.last != 0x20, !out.isEmpty { out.append(0x20) }
      } else if byte != 0x7F {
        out.append(byte)
      }
    }
    if out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  private mutating func reportControls(_ line: Range<Int>) {
    guard let index = source.bytes[line].firstIndex(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }) else { return }
    diagnostics.append(
      Diagnostic(
        FormatRules.controlCharacter, "A control character stands here; the line is read without it.",
        span: SourceSpan(start: index, end: index + 1)))
  }
}
