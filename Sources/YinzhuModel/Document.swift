import YinzhuText

/// A file as its reader understood it: pages, blocks and, where the format has them, notes.
public struct Document: Sendable {
  /// One page, as far as the source shows where pages end.
  public struct Page: Sendable, Hashable {
    /// From 1.
    public var ordinal: Int
    /// The number printed on it.
    public var printed: String?
    /// All that stands on it.
    public var span: SourceSpan

    /// A page.
    public init(ordinal: Int, printed: String? = nil, span: SourceSpan) {
      self.ordinal = ordinal
      self.printed = printed
      self.span = span
    }
  }

  /// A stretch of one kind.
  public struct Block: Sendable, Hashable {
    /// Kinds of block.
    public enum Kind: String, Sendable, Hashable {
      /// A heading.
      case heading
      /// Running text.
      case paragraph
      /// Notes below or after the text.
      case noteArea
      /// Running heads, page numbers.
      case furniture
    }

    /// Its kind.
    public var kind: Kind
    /// Its place.
    public var span: SourceSpan
    /// Ordinal of its page, from 1.
    public var page: Int

    /// A block.
    public init(kind: Kind, span: SourceSpan, page: Int) {
      self.kind = kind
      self.span = span
      self.page = page
    }
  }

  /// A run of text with its look, where the format tells.
  public struct Run: Sendable, Hashable {
    /// Its place.
    public var span: SourceSpan
    /// Whether it is raised.
    public var superscript: Bool
    /// Size in points, 0 where unknown.
    public var size: Float

    /// A run.
    public init(span: SourceSpan, superscript: Bool, size: Float = 0) {
      self.span = span
      self.superscript = superscript
      self.size = size
    }
  }

  /// The text.
  public var source: SourceText
  /// Pages in order; at least one.
  public var pages: [Page]
  /// Blocks in order.
  public var blocks: [Block]
  /// Runs in order; empty where the format has no look.
  public var runs: [Run]
  /// Notes that the format itself marks (DOCX, HTML, Markdown, LaTeX); nil where they must be found.
  public var nativeNotes: [Note]?
  /// Citations that the format carries as data, in order of their places.
  public var embedded: [EmbeddedCitation]
  /// What reading found wrong.
  public var diagnostics: [Diagnostic]

  /// A document.
  public init(
    source: SourceText, pages: [Page], blocks: [Block] = [], runs: [Run] = [], nativeNotes: [Note]? = nil,
    embedded: [EmbeddedCitation] = [], diagnostics: [Diagnostic] = []
  ) {
    self.source = source
    self.pages = pages
    self.blocks = blocks
    self.runs = runs
    self.nativeNotes = nativeNotes
    self.embedded = embedded
    self.diagnostics = diagnostics
  }
}
