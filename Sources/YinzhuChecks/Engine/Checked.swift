import YinzhuModel
import YinzhuText

/// A document as the rules see it.
public struct CheckedDocument: Sendable {
  /// The decoded text; all places count in its bytes.
  public var source: SourceText
  /// Pages with the numbers printed on them.
  public var pages: [Document.Page]
  /// The notes in order, those whose text is lost too.
  public var notes: [CheckedNote]
  /// Entries of the reference list, where there is one.
  public var list: [CheckedNote]
  /// Where running text stands.
  public var paragraphs: [SourceSpan]
  /// The day of the check, where dates to come are to be found.
  public var today: DateValue.Parts?

  /// A document.
  public init(
    source: SourceText, pages: [Document.Page], notes: [CheckedNote], list: [CheckedNote] = [],
    paragraphs: [SourceSpan] = [], today: DateValue.Parts? = nil
  ) {
    self.source = source
    self.pages = pages
    self.notes = notes
    self.list = list
    self.paragraphs = paragraphs
    self.today = today
  }
}

/// One note, or one entry of the reference list, with what it cites.
public struct CheckedNote: Sendable {
  /// The note.
  public var note: Note
  /// What it cites; nil where its text is lost.
  public var citation: Citation?
  /// Whether it is an entry of the reference list.
  public var isEntry: Bool

  /// A note.
  public init(_ note: Note, _ citation: Citation?, isEntry: Bool = false) {
    self.note = note
    self.citation = citation
    self.isEntry = isEntry
  }

  /// Its text; nothing where that is lost.
  var text: MappedText { note.text ?? MappedText() }

  /// Whether it cites something.
  var isCitation: Bool { citation.map { $0.kind != .explanation } ?? false }

  /// The source place of a range of the text, from its first to its last byte.
  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(text.sourceRange(of: range)) }

  /// A mend of a range of the text; nil where the range is no single stretch of the source (a line break lies in it).
  func fix(_ range: Range<Int>, _ replacement: String) -> Diagnostic.Fix? {
    let spans = text.spans(of: range)
    if range.isEmpty { return .safe(span(range), replacement) }
    guard spans.count == 1, let only = spans.first else { return nil }
    return .safe(only, replacement)
  }

  /// Its label in messages: `①`, `[3]`, `n12`.
  var name: String { note.label?.symbol ?? note.id }
}

/// Where a record comes from.
public enum RecordOrigin: Sendable, Hashable {
  /// Read from the text of a note or list entry.
  case note
  /// Read from a BibTeX or BibLaTeX file.
  case bibtex
  /// Read from a CSL-JSON file.
  case cslJSON
  /// Read from another reference file.
  case other
}

/// One record as the rules see it.
public struct CheckedRecord: Sendable {
  /// The record.
  public var reference: Reference
  /// Where it comes from.
  public var origin: RecordOrigin
  /// The citation that it was read from.
  public var item: CitationItem?
  /// The text that its places count in.
  public var source: SourceText
  /// The day of the check.
  public var today: DateValue.Parts?

  /// A record.
  public init(
    _ reference: Reference, origin: RecordOrigin, item: CitationItem? = nil, source: SourceText,
    today: DateValue.Parts? = nil
  ) {
    self.reference = reference
    self.origin = origin
    self.item = item
    self.source = source
    self.today = today
  }

  /// Whether the fields can be relied on: a file says what they are, a note is read.
  var isSure: Bool { item.map { $0.parse.confidence >= 0.5 && $0.form == .full } ?? true }

  /// Whether the record says itself what its variable holds, so that a back reference doesn't repeat a finding.
  func isOwn(_ variable: Variable) -> Bool { own(variable) != nil }

  private func own(_ variable: Variable) -> Field? {
    guard let field = reference.fields[variable] else { return nil }
    // Files inherit nothing.
    if item != nil, case .inherited = field.provenance { return nil }
    return field
  }

  /// The plain text of a variable that the record says itself.
  func text(_ variable: Variable) -> String? { own(variable)?.plainText }

  /// The date of a variable that the record says itself.
  func date(_ variable: Variable) -> DateValue? { own(variable)?.date }

  /// The place of a variable; that of the record where it has none of its own.
  func span(_ variable: Variable) -> SourceSpan? {
    guard isOwn(variable), let field = reference[variable] else { return whole }
    let spans: [SourceSpan]
    if case .parsed = field.provenance, let names = field.names {
      spans = names.names.flatMap(\.spans)
    } else {
      spans = field.provenance.spans
    }
    return Self.joined(spans) ?? whole
  }

  /// The place of the record: its key in a file, the whole citation in a note.
  var whole: SourceSpan? {
    if let item { return Self.joined(item.spans) }
    return reference.span.map { span in
      // The first line says which record it is.
      let line = source.lines.line(containing: span.start)
      let end = line + 1 < source.lines.count ? source.lines.start(ofLine: line + 1) : source.bytes.count
      var stop = min(span.end, end)
      while stop > span.start, stop <= source.bytes.count, source.bytes[stop - 1] <= 0x20 { stop -= 1 }
      return SourceSpan(start: span.start, end: max(stop, min(span.start + 1, span.end)))
    }
  }

  /// What the source prints for a variable.
  func printed(_ variable: Variable) -> String { span(variable).map { source[$0] } ?? "" }

  /// The only place inside a variable where a text stands; nil where it stands nowhere or twice.
  func place(of text: String, in variable: Variable) -> SourceSpan? {
    guard isOwn(variable), let span = span(variable), span.end <= source.bytes.count else { return nil }
    return source.bytes.onlyPlace(of: Array(text.utf8), in: span.range).map { SourceSpan($0) }
  }

  /// Where a text stands at the end of a variable, before the braces or quotation marks that close it.
  func lastPlace(of text: String, in variable: Variable) -> SourceSpan? {
    guard isOwn(variable), let span = span(variable), span.end <= source.bytes.count else { return nil }
    var end = span.end
    while end > span.start, [UInt8(ascii: "}"), UInt8(ascii: "\""), 0x20, 0x0A, 0x0D].contains(source.bytes[end - 1]) {
      end -= 1
    }
    let start = end - text.utf8.count
    guard start >= span.start, source.bytes[start..<end].elementsEqual(text.utf8) else { return nil }
    return SourceSpan(start: start, end: end)
  }

  /// The name of a variable in messages.
  func name(_ variable: Variable) -> Wording {
    guard item == nil, case .imported(_, let key, _)? = reference[variable]?.provenance else {
      return FieldNames.wording(variable)
    }
    return Wording(key, key)
  }

  private static func joined(_ spans: [SourceSpan]) -> SourceSpan? {
    guard let first = spans.first, let last = spans.last else { return nil }
    return SourceSpan(start: first.start, end: max(first.end, last.end))
  }
}

/// The records of one file.
public struct CheckedFile: Sendable {
  /// The decoded text.
  public var source: SourceText
  /// Its records in order.
  public var records: [CheckedRecord]

  /// A file.
  public init(source: SourceText, records: [CheckedRecord]) {
    self.source = source
    self.records = records
  }
}

extension [UInt8] {
  /// The only place of a text in a range; nil where it stands nowhere or twice.
  func onlyPlace(of text: [UInt8], in range: Range<Int>) -> Range<Int>? {
    guard let first = text.first, range.lowerBound >= 0, range.upperBound <= count else { return nil }
    var found: Range<Int>?
    var index = range.lowerBound
    while index + text.count <= range.upperBound {
      if self[index] == first, self[index..<index + text.count].elementsEqual(text) {
        if found != nil { return nil }
        found = index..<index + text.count
        index += text.count
      } else {
        index += 1
      }
    }
    return found
  }
}
