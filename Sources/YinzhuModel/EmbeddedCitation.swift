import YinzhuText

/// A citation that a document carries as data behind its text: the fields of Zotero, Mendeley and others in Word.
public struct EmbeddedCitation: Sendable, Hashable {
  /// The text that the program printed for it; a citation in a note stands inside the note's text.
  public var span: SourceSpan
  /// What it cites; every field's provenance is `imported`.
  public var items: [CitationItem]

  /// An embedded citation.
  public init(span: SourceSpan, items: [CitationItem]) {
    self.span = span
    self.items = items
  }
}
