import YinzhuModel

/// One reference cited in a cluster (CSL 1.0.2 "Cite").
public struct Cite: Sendable, Hashable {
  /// How much of the cite is printed.
  public enum Part: String, Sendable, Hashable {
    /// All of it.
    case whole
    /// Only the names that open it: `Doe`.
    case authorOnly = "author-only"
    /// All but those names: `(2001)`.
    case suppressAuthor = "suppress-author"
  }

  /// Where a cite stands among the earlier cites of its reference (CSL 1.0.2 "Choose", `position`).
  public enum Position: Int, Sendable, Hashable, Comparable {
    /// No earlier one.
    case first
    /// There is an earlier one.
    case subsequent
    /// The cite before it is of the same reference, with the same locator or none.
    case ibid
    /// The cite before it is of the same reference, with another locator.
    case ibidWithLocator

    /// The order in which positions include each other.
    public static func < (left: Position, right: Position) -> Bool { left.rawValue < right.rawValue }
  }

  /// The id of the reference.
  public var reference: ReferenceID
  /// The part of the work that is cited.
  public var locator: Locator?
  /// Text before the cite: 参见.
  public var prefix: String?
  /// Text behind it.
  public var suffix: String?
  /// How much of it is printed.
  public var part: Part
  /// A position that is known already; nil when the processor finds it.
  public var position: Position?

  /// A cite.
  public init(
    reference: ReferenceID, locator: Locator? = nil, prefix: String? = nil, suffix: String? = nil,
    part: Part = .whole, position: Position? = nil
  ) {
    self.reference = reference
    self.locator = locator
    self.prefix = prefix
    self.suffix = suffix
    self.part = part
    self.position = position
  }

  /// A cite of what a note's parser read; nil for an item without reference.
  public init?(_ item: CitationItem) {
    guard let reference = item.reference else { return nil }
    self.init(reference: reference.id, locator: item.locator, prefix: item.prefix, suffix: item.suffix)
  }
}

/// The cites that stand together at one place of a document: a note, or one pair of brackets in the text.
public struct Cluster: Sendable, Hashable {
  /// How the whole cluster is printed.
  public enum Mode: String, Sendable, Hashable {
    /// As the style says.
    case normal
    /// Names in the running text, the rest in the style's form: `Doe (2001)`.
    case composite
    /// Only the names.
    case authorOnly = "author-only"
    /// All but the names of the first cite.
    case suppressAuthor = "suppress-author"
  }

  /// Its id; need not be unique.
  public var id: String
  /// The number of its note; 0 in the running text.
  public var noteIndex: Int
  /// What it cites, in the order of the author.
  public var cites: [Cite]
  /// How it is printed.
  public var mode: Mode
  /// Composite only: words between the names and the rest.
  public var infix: String?
  /// Whether the style may sort the cites.
  public var isSorted: Bool

  /// A cluster.
  public init(
    id: String = "", noteIndex: Int = 0, cites: [Cite], mode: Mode = .normal, infix: String? = nil,
    isSorted: Bool = true
  ) {
    self.id = id
    self.noteIndex = noteIndex
    self.cites = cites
    self.mode = mode
    self.infix = infix
    self.isSorted = isSorted
  }
}

/// A document's citations and bibliography, printed.
public struct RenderedDocument: Sendable {
  /// The text of each cluster, in the order given.
  public var clusters: [String]
  /// The bibliography.
  public var bibliography: [BibliographyEntry]
}
