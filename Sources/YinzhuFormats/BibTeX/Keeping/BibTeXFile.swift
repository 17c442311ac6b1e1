import YinzhuModel
import YinzhuText

/// A BibTeX or BibLaTeX file with its records, so that it can be written again with nothing changed but what must be.
///
/// What isn't a record (comments, `@string`, `@preamble`, text between entries, entries that can't be read), the order of
/// entries and fields, unknown types and fields, macros, braces and quotation marks, space and line ends stay byte for byte.
public struct BibTeXFile: Sendable {
  /// The file.
  public let source: SourceText
  /// How it is read.
  public let dialect: BibTeXWriter.Dialect
  /// Its records in order.
  public let references: [Reference]
  /// What is wrong with it; places are offsets into `source`.
  public let diagnostics: [Diagnostic]
  private let syntax: BibTeXSyntax

  /// Reads a file.
  ///
  /// - Parameter jobs: how many cores may work on it.
  public init(_ source: SourceText, dialect: BibTeXWriter.Dialect, jobs: Int = 1) {
    self.source = source
    self.dialect = dialect
    syntax = BibTeXParser.parse(source.bytes)
    (references, diagnostics) = BibTeXReader(dialect: dialect).read(source, syntax: syntax, jobs: jobs)
  }

  /// Fields by which BibLaTeX replaces those of BibTeX: a file that has one is no BibTeX.
  private static let replacing: Set<String> = [
    "date", "journaltitle", "location", "maintitle", "eventdate", "origdate", "xdata", "entryset",
  ]

  /// Whether BibTeX reads the file as BibLaTeX does: none of its entries has a field that BibLaTeX put in the place of another.
  public var isPlainBibTeX: Bool {
    !syntax.blocks.contains { block in
      guard case .entry(let entry) = block else { return false }
      return entry.fields.contains { field in
        BibTeXFile.replacing.contains(
          String(decoding: source.bytes[field.name.start..<field.name.end], as: UTF8.self).lowercased())
      }
    }
  }

  /// The file with these records instead of its own.
  ///
  /// A record is recognised by its place (`Reference.span`). A record that is as it was read stands as it stood; of a
  /// changed one, only the changed fields are written anew. Records that are missing are taken out, with the text before
  /// them kept; others are added at the end. The order is that of `records`; macros then stand before all entries.
  ///
  /// - Parameter keys: what new records are called. The key of an entry changes only where the id of its record did.
  /// - Returns: the text as UTF-8 without a byte order mark, and what new values the format can't hold (rule F020).
  public func written(_ records: [Reference], keys: CitationKeys) -> (text: [UInt8], diagnostics: [Diagnostic]) {
    var ordinals: [SourceSpan: Int] = [:]
    for (ordinal, reference) in references.enumerated() {
      if let span = reference.span { ordinals[span] = ordinal }
    }
    var placed: [(ordinal: Int, record: Reference)] = []
    var added: [Reference] = []
    for record in records {
      if let ordinal = record.span.flatMap({ ordinals.removeValue(forKey: $0) }) {
        placed.append((ordinal, record))
      } else {
        added.append(record)
      }
    }
    var diagnostics: [Diagnostic] = []
    let pieces = FilePieces(syntax, count: source.bytes.count)
    let inOrder = zip(placed, placed.dropFirst()).allSatisfy { $0.ordinal < $1.ordinal }
    var out: [UInt8] = []
    out.reserveCapacity(source.bytes.count)
    if !inOrder {
      for block in pieces.others { append(block.lead, block.body, to: &out) }
    }
    var next = placed[...]
    for (position, piece) in pieces.all.enumerated() {
      guard let ordinal = piece.entry else {
        if inOrder { append(piece.lead, piece.body, to: &out) }
        continue
      }
      if inOrder {
        append(piece.lead, to: &out)
        guard next.first?.ordinal == ordinal, let item = next.popFirst() else { continue }
        append(edited(item.record, position, pieces, &diagnostics), to: &out)
      } else if let item = next.popFirst(), let from = pieces.position(ofEntry: item.ordinal) {
        let lead = pieces.all[from].lead
        if lead.isEmpty || !source[lead].utf8.contains(0x0A) { separate(&out) }
        append(lead, to: &out)
        append(edited(item.record, from, pieces, &diagnostics), to: &out)
      }
    }
    append(pieces.tail, to: &out)
    if !added.isEmpty {
      separate(&out)
      if !out.isEmpty { out.append(0x0A) }
      let (text, losses) = BibTeXWriter(dialect: dialect, keys: keys).write(added)
      out.append(contentsOf: text.utf8)
      diagnostics += losses
    }
    return (out, diagnostics)
  }

  private func edited(
    _ record: Reference, _ position: Int, _ pieces: FilePieces, _ diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    let piece = pieces.all[position]
    guard let ordinal = piece.entry, case .entry(let entry)? = piece.block else {
      return Array(source.bytes[piece.body.range])
    }
    let before = references[ordinal]
    if record == before { return Array(source.bytes[piece.body.range]) }
    var editor = BibTeXEntryEditor(entry, source: source, dialect: dialect)
    editor.change(from: before, to: record)
    diagnostics += editor.losses
    return editor.text()
  }

  private func append(_ spans: SourceSpan..., to out: inout [UInt8]) {
    for span in spans { out.append(contentsOf: source.bytes[span.range]) }
  }

  private func append(_ bytes: [UInt8], to out: inout [UInt8]) { out.append(contentsOf: bytes) }

  /// Entries that weren't neighbours may not stand on one line.
  private func separate(_ out: inout [UInt8]) {
    if let last = out.last, last != 0x0A, last != 0x0D { out.append(0x0A) }
  }
}

/// A file cut at its blocks: what stands before each, and the block.
private struct FilePieces {
  struct Piece {
    let lead: SourceSpan
    let body: SourceSpan
    let block: BibTeXSyntax.Block?
    /// The ordinal of an entry among the entries.
    let entry: Int?
  }

  private(set) var all: [Piece] = []
  /// What stands behind the last block.
  let tail: SourceSpan
  private var positions: [Int] = []

  init(_ syntax: BibTeXSyntax, count: Int) {
    var end = 0
    for block in syntax.blocks {
      var ordinal: Int?
      if case .entry = block {
        ordinal = positions.count
        positions.append(all.count)
      }
      let start = max(end, min(block.span.start, count))
      let stop = max(start, min(block.span.end, count))
      all.append(
        Piece(
          lead: SourceSpan(start: end, end: start), body: SourceSpan(start: start, end: stop), block: block,
          entry: ordinal))
      end = stop
    }
    tail = SourceSpan(start: end, end: count)
  }

  var others: [Piece] { all.filter { $0.entry == nil } }

  func position(ofEntry ordinal: Int) -> Int? {
    positions.indices.contains(ordinal) ? positions[ordinal] : nil
  }
}
