import YinzhuCitations
import YinzhuDocuments
import YinzhuModel
import YinzhuNotes
import YinzhuText

/// What a document gave: its notes, what they cite, and what is wrong or lost.
public struct Extraction: Sendable {
  /// A note with its citations.
  public struct Entry: Sendable {
    /// The note.
    public var note: Note
    /// What it cites; nil where its text is missing.
    public var citation: Citation?
  }

  /// The document.
  public var document: Document
  /// Its notes in order, each with its citations.
  public var entries: [Entry]
  /// Citations in the text itself, where the document carries records behind them (fields of Zotero and its kin in an
  /// author-date style); none is read from the text alone.
  public var inText: [CitationItem] = []
  /// All diagnostics, by place.
  public var diagnostics: [Diagnostic]

  /// All citations: those of the text, then those of the notes.
  public var items: [CitationItem] { inText + entries.flatMap { $0.citation?.items ?? [] } }

  /// The works that are cited, each once, in the order of their first citation.
  public var references: [Reference] { Bibliography.merged(items) }
}

/// Composes the stages: bytes → document → notes → citations. The only place that knows them all.
public struct Pipeline: Sendable {
  /// Reads the citations.
  public let parser: CitationParser
  /// Writes the records back and says how sure they are; nil leaves it at the parser's own estimate, which is several
  /// times faster.
  public let renderBack: RenderBack?

  /// A pipeline with the built-in lexicons, or others.
  public init(lexicons: Lexicons = .builtIn, renderBack: RenderBack? = nil) {
    parser = CitationParser(lexicons: lexicons)
    self.renderBack = renderBack
  }

  /// Extracts the notes and citations of one file.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is on disk.
  ///   - name: What messages call it.
  ///   - encoding: The encoding, where the user knows it.
  /// - Throws: `DocumentError` where the file gives no document at all.
  public func extract(
    _ bytes: [UInt8], name: String, id: SourceText.ID = SourceText.ID(0), encoding: TextEncoding? = nil
  ) throws(DocumentError) -> Extraction {
    var document = try DocumentReader.read(bytes, name: name, id: id, encoding: encoding)
    let scan = NoteFinder.find(in: document)
    document.pages = scan.pages
    document.blocks = scan.blocks
    var parsed: [ParsedNote?] = scan.notes.map { note in note.text.map { parser.parse($0, note: note.id) } }
    renderBack?.check(&parsed, source: document.source.bytes)
    let unresolved = BackReferences.resolve(
      &parsed, numbers: scan.notes.map { $0.label?.number }, notes: scan.notes.map(\.id))
    var entries = zip(scan.notes, parsed).map { Extraction.Entry(note: $0, citation: $1?.citation) }
    let (inText, differences) = EmbeddedRecords.take(document.embedded, into: &entries)
    var diagnostics = document.diagnostics + scan.diagnostics + unresolved + differences
    for case let note? in parsed { diagnostics += note.diagnostics }
    diagnostics.sort { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
    return Extraction(document: document, entries: entries, inText: inText, diagnostics: diagnostics)
  }
}
