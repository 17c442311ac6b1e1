import YinzhuText

/// What one note cites: CSL's own words, so that what the parser makes is what the processor takes.
public struct Citation: Sendable, Hashable {
  /// What a note is, by its content.
  public enum Kind: String, Sendable, Hashable {
    /// Citations only, with or without signal words.
    case citation
    /// No citation.
    case explanation
    /// Comment and at least one citation.
    case mixed
    /// Points to an earlier citation, or repeats it in short form.
    case backReference = "back-reference"
  }

  /// The id of the note.
  public var note: String
  /// What the note is.
  public var kind: Kind
  /// The citations, in the order of the text.
  public var items: [CitationItem]

  /// The citations of a note.
  public init(note: String, kind: Kind, items: [CitationItem]) {
    self.note = note
    self.kind = kind
    self.items = items
  }
}

/// The part of a work that is cited (CSL 1.0.2 appendix VI), with its label.
public struct Locator: Sendable, Hashable {
  /// What locators count, CSL 1.0.2's labels; the raw value is the name in CSL-JSON.
  public enum Label: String, Sendable, Hashable, CaseIterable {
    /// `act`
    case act
    /// `appendix`
    case appendix
    /// `article-locator`
    case article = "article-locator"
    /// `book`
    case book
    /// `canon`
    case canon
    /// `chapter`
    case chapter
    /// `column`
    case column
    /// `elocation`
    case elocation
    /// `equation`
    case equation
    /// `figure`
    case figure
    /// `folio`
    case folio
    /// `issue`
    case issue
    /// `line`
    case line
    /// `note`
    case note
    /// `opus`
    case opus
    /// `page`
    case page
    /// `paragraph`
    case paragraph
    /// `part`
    case part
    /// `rule`
    case rule
    /// `scene`
    case scene
    /// `section`
    case section
    /// `sub-verbo`
    case subVerbo = "sub-verbo"
    /// `supplement`
    case supplement
    /// `table`
    case table
    /// `timestamp`
    case timestamp
    /// `title-locator`
    case title = "title-locator"
    /// `verse`
    case verse
    /// `version`
    case version
    /// `volume`
    case volume
  }

  /// What is counted.
  public var label: Label
  /// The number or numbers: `7, 14-15`, `序言2`.
  public var value: String
  /// Where it stands.
  public var spans: [SourceSpan]

  /// A locator.
  public init(label: Label, value: String, spans: [SourceSpan]) {
    self.label = label
    self.value = value
    self.spans = spans
  }
}

/// One work cited in a note.
public struct CitationItem: Sendable, Hashable {
  /// How much of the reference is printed.
  public enum Form: String, Sendable, Hashable {
    /// All of it.
    case full
    /// Author and title of a work that was cited before.
    case short
    /// Only a pointer: 同上, 前引书, Ibid.
    case backReference = "back-reference"
  }

  /// The citation that a back reference points to.
  public struct Target: Sendable, Hashable {
    /// Id of its note.
    public var note: String
    /// Index among the items of that note, from 0.
    public var index: Int

    /// A target.
    public init(note: String, index: Int) {
      self.note = note
      self.index = index
    }
  }

  /// How the text was understood, for confidence and `--explain`.
  public struct Parse: Sendable, Hashable {
    /// The pattern that read it.
    public var pattern: PatternID
    /// Probability that every field is right, from 0 to 1.
    public var confidence: Double
    /// Bytes that are neither field nor literal of the pattern.
    public var remainder: [SourceSpan]
    /// The record written back; nil where that wasn't done.
    public var rendering: Rendering?

    /// A parse.
    public init(pattern: PatternID, confidence: Double, remainder: [SourceSpan] = []) {
      self.pattern = pattern
      self.confidence = confidence
      self.remainder = remainder
    }
  }

  /// The record; nil for a pure pointer.
  public var reference: Reference?
  /// The cited pages or other parts.
  public var locator: Locator?
  /// The signal word before it: 参见, 转引自, See.
  public var prefix: String?
  /// What follows it inside the citation.
  public var suffix: String?
  /// How much is printed.
  public var form: Form
  /// What a back reference points to, once resolved.
  public var target: Target?
  /// Index, in the same note, of the citation that this one is quoted in (转引自).
  public var quotedIn: Int?
  /// The text without the signal word and the final full stop, widths as printed.
  public var text: String
  /// Where that text stands.
  public var spans: [SourceSpan]
  /// How it was understood.
  public var parse: Parse

  /// A citation item.
  public init(
    reference: Reference?, locator: Locator? = nil, prefix: String? = nil, suffix: String? = nil, form: Form = .full,
    target: Target? = nil, quotedIn: Int? = nil, text: String, spans: [SourceSpan], parse: Parse
  ) {
    self.reference = reference
    self.locator = locator
    self.prefix = prefix
    self.suffix = suffix
    self.form = form
    self.target = target
    self.quotedIn = quotedIn
    self.text = text
    self.spans = spans
    self.parse = parse
  }
}
