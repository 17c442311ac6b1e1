import YinzhuText

/// The number or sign of a note as it is printed: ③, [12], ¹, *.
public struct NoteLabel: Sendable, Hashable {
  /// The shape of labels.
  public enum Form: String, Sendable, Hashable {
    /// ① ② ③
    case circled
    /// [1] ［1］ 〔1〕 【1】 (1)
    case bracketed
    /// ¹ ² ³, or digits that the layout raises
    case superscript
    /// 1. 1、 1）
    case plain
    /// * † ‡
    case asterisk
  }

  /// Where counting begins again.
  public enum Restart: String, Sendable, Hashable {
    /// On every page.
    case page
    /// In every section.
    case section
    /// Never: numbers run through the document.
    case document
  }

  /// The number; nil for signs.
  public var number: Int?
  /// As printed.
  public var symbol: String
  /// Its shape.
  public var form: Form
  /// Where its series restarts.
  public var restart: Restart

  /// A label.
  public init(number: Int?, symbol: String, form: Form, restart: Restart) {
    self.number = number
    self.symbol = symbol
    self.form = form
    self.restart = restart
  }
}

/// A label in the body that points to a note.
public struct NoteMarker: Sendable, Hashable {
  /// The label.
  public var label: NoteLabel
  /// Where it stands.
  public var span: SourceSpan

  /// A marker.
  public init(label: NoteLabel, span: SourceSpan) {
    self.label = label
    self.span = span
  }
}

/// One note: its text, its label, and the marker in the body that it belongs to. What is lost is said, never invented.
public struct Note: Sendable, Hashable {
  /// How note and marker belong together.
  public enum Link: Sendable, Hashable {
    /// Both are there and belong together.
    case linked(NoteMarker)
    /// The text is there, its marker isn't.
    case markerMissing
    /// The marker is there, its text isn't.
    case textMissing(NoteMarker)
    /// Several markers could be meant.
    case ambiguous([NoteMarker])
  }

  /// The id in reports: `p3-2` is note 2 of page 3; `n12` where numbers run through the document.
  public var id: String
  /// The label; nil where the text lost it and nothing tells which it was.
  public var label: NoteLabel?
  /// Where the label stands before the note text (not in the body); nil when it is lost.
  public var labelSpan: SourceSpan?
  /// Ordinal of the page in the document, from 1.
  public var page: Int
  /// The number printed on that page.
  public var printedPage: String?
  /// The text, lines joined, widths as printed; nil when it is lost.
  public var text: MappedText?
  /// The marker, or what is missing.
  public var link: Link
  /// What decided the link, in words, for `--explain`.
  public var evidence: String

  /// A note.
  public init(
    id: String, label: NoteLabel?, labelSpan: SourceSpan? = nil, page: Int, printedPage: String? = nil,
    text: MappedText?, link: Link, evidence: String = ""
  ) {
    self.id = id
    self.label = label
    self.labelSpan = labelSpan
    self.page = page
    self.printedPage = printedPage
    self.text = text
    self.link = link
    self.evidence = evidence
  }

  /// The marker that is surely this note's.
  public var marker: NoteMarker? {
    switch link {
    case .linked(let marker), .textMissing(let marker): marker
    case .markerMissing, .ambiguous: nil
    }
  }
}
