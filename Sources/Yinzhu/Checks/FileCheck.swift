import YinzhuCSL
import YinzhuChecks
import YinzhuDocuments
import YinzhuModel
import YinzhuText

/// What checking one file gave.
public struct CheckedSource: Sendable {
  /// The decoded text that the places count in.
  public var source: SourceText
  /// Findings in the order of the text.
  public var findings: [Finding]
  /// Whether the file is a reference file: its bytes may be mended in place.
  public var isRecords: Bool

  /// A checked source.
  public init(source: SourceText, findings: [Finding], isRecords: Bool) {
    self.source = source
    self.findings = findings
    self.isRecords = isRecords
  }
}

/// Checks files of any format that is read: documents with notes, and reference files.
public struct FileCheck: Sendable {
  private let checker: Checker
  private let pipeline: Pipeline
  private let today: DateValue.Parts?

  /// - Parameters:
  ///   - selection: Codes that are wanted.
  ///   - pipeline: Reads documents; with rendering back, notes are compared with their style.
  ///   - today: The day of the check; nil leaves dates to come alone.
  public init(
    selection: CodeSelection = CodeSelection(), pipeline: Pipeline = Pipeline(renderBack: RenderBack()),
    today: DateValue.Parts? = nil
  ) {
    checker = Checker(selection)
    self.pipeline = pipeline
    self.today = today
  }

  /// Checks one file.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is on disk.
  ///   - name: What messages call it; its type helps to tell the format.
  ///   - encoding: The encoding, where the user knows it.
  /// - Throws: `DocumentError` where the file can't be read at all.
  public func check(_ bytes: [UInt8], name: String, encoding: TextEncoding? = nil) throws(DocumentError)
    -> CheckedSource
  {
    if name.lowercased().hasSuffix(".csl") {
      let report = StyleLint.check(bytes, name: name)
      return CheckedSource(source: report.source, findings: checker.check(report.diagnostics), isRecords: false)
    }
    if Self.mayHoldRecords(bytes, name: name) {
      let (source, problems) = TextDecoder.decode(bytes, name: name, encoding: encoding)
      if let format = Self.recordFormat(source) {
        return check(source, format, problems: problems)
      }
    }
    let extraction = try pipeline.extract(bytes, name: name, encoding: encoding)
    let document = CheckedDocument(extraction, list: ReferenceList.entries(of: extraction, pipeline), today: today)
    return CheckedSource(
      source: document.source, findings: checker.check(document, diagnostics: extraction.diagnostics), isRecords: false)
  }

  private func check(_ source: SourceText, _ format: RecordFormat, problems: [DecodingProblem]) -> CheckedSource {
    var (references, diagnostics) = format.read(source)
    if let first = problems.first(where: { $0.kind == .invalidBytes || $0.kind == .brokenUTF16 }) {
      diagnostics.insert(
        Diagnostic(
          DocumentRules.invalidBytes, "bytes that are not \(source.encoding.rawValue); read as \u{FFFD}",
          span: first.span), at: 0)
    }
    let origin: RecordOrigin =
      switch format {
      case .bibtex, .biblatex: .bibtex
      case .cslJSON: .cslJSON
      default: .other
      }
    let file = CheckedFile(
      source: source,
      records: references.map { CheckedRecord($0, origin: origin, source: source, today: today) })
    references = []
    return CheckedSource(
      source: source, findings: checker.check(file, diagnostics: diagnostics), isRecords: true)
  }

  /// Archives and pages are never reference files, so they aren't decoded twice.
  private static func mayHoldRecords(_ bytes: [UInt8], name: String) -> Bool {
    !bytes.starts(with: Array("PK".utf8)) && !bytes.starts(with: Array("%PDF".utf8))
  }

  /// The format of a reference file; a document that begins with `[` or `@` is none.
  private static func recordFormat(_ source: SourceText) -> RecordFormat? {
    let name = source.name.lowercased()
    for type in [".md", ".markdown", ".qmd", ".rmd", ".tex", ".ltx", ".html", ".htm", ".xhtml", ".docx"] {
      if name.hasSuffix(type) { return nil }
    }
    guard let format = RecordFormat.guessed(source), format.isRead else { return nil }
    if format == .cslJSON, !name.hasSuffix(".json") { return looksLikeJSON(source.bytes) ? format : nil }
    if format == .biblatex, !name.hasSuffix(".bib") { return looksLikeBibTeX(source.bytes) ? format : nil }
    return format
  }

  /// `[` or `{`, then `{`, `"` or the end: `[1] 王明…` is a list of works.
  private static func looksLikeJSON(_ bytes: [UInt8]) -> Bool {
    var significant = bytes.lazy.filter { $0 > 0x20 }.makeIterator()
    let first = significant.next()
    guard let second = significant.next() else { return false }
    return first == UInt8(ascii: "[")
      ? second == UInt8(ascii: "{") || second == UInt8(ascii: "]") : second == UInt8(ascii: "\"")
  }

  /// An entry `@word{`.
  private static func looksLikeBibTeX(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while let at = bytes[index...].firstIndex(of: UInt8(ascii: "@")) {
      var end = at + 1
      while end < bytes.count, (0x41...0x5A).contains(bytes[end]) || (0x61...0x7A).contains(bytes[end]) { end += 1 }
      let word = end - at - 1
      while end < bytes.count, bytes[end] == 0x20 { end += 1 }
      if word > 2, end < bytes.count, bytes[end] == UInt8(ascii: "{") || bytes[end] == UInt8(ascii: "(") { return true }
      index = at + 1
    }
    return false
  }
}

extension CheckedDocument {
  /// A document as the pipeline read it.
  public init(_ extraction: Extraction, list: [CheckedNote] = [], today: DateValue.Parts? = nil) {
    var notes = extraction.entries.map { CheckedNote($0.note, $0.citation) }
    var list = list
    // A numbered list of works that no marker points to is a list, not notes that have lost their markers.
    if !notes.isEmpty, notes.allSatisfy({ $0.note.link == .markerMissing && $0.note.label?.number != nil }) {
      list = notes.map { CheckedNote($0.note, $0.citation, isEntry: true) } + list
      notes = []
    }
    self.init(
      source: extraction.document.source, pages: extraction.document.pages, notes: notes, list: list,
      paragraphs: Self.paragraphs(extraction, notes + list), today: today)
  }

  /// The running text: the blocks of the reader, or the lines that are no notes where it makes none.
  private static func paragraphs(_ extraction: Extraction, _ notes: [CheckedNote]) -> [SourceSpan] {
    let blocks = extraction.document.blocks.filter { $0.kind == .paragraph }.map(\.span)
    guard blocks.isEmpty else { return blocks }
    let source = extraction.document.source
    let taken = Set(notes.flatMap { $0.note.text?.spans ?? [] }.map { source.lines.line(containing: $0.start) })
    return (0..<source.lines.count).filter { !taken.contains($0) }.map { line in
      let end = line + 1 < source.lines.count ? source.lines.start(ofLine: line + 1) : source.bytes.count
      return SourceSpan(start: source.lines.start(ofLine: line), end: end)
    }
  }
}
