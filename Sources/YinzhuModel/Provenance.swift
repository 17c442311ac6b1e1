import YinzhuText

/// Where a field comes from. A field can't be made without one.
public enum Provenance: Sendable, Hashable {
  /// Read from a note: the places of the characters, and the pattern that read them.
  case parsed([SourceSpan], PatternID)
  /// Read from a file: the format, the key there, and its place.
  case imported(format: String, key: String, SourceSpan)
  /// Taken from the reference that a back reference points to.
  case inherited(ReferenceID)
  /// Follows from other fields by a rule (the language of a title from its script).
  case derived(RuleID)
  /// Set by a person or by the program that uses the library.
  case edited

  /// The places in the source, if there are any.
  public var spans: [SourceSpan] {
    switch self {
    case .parsed(let spans, _): spans
    case .imported(_, _, let span): [span]
    case .inherited, .derived, .edited: []
    }
  }
}

/// The name of a pattern of the citation grammar, as `parse --explain` prints it.
public struct PatternID: RawRepresentable, Sendable, Hashable {
  /// The name.
  public let rawValue: String
  /// The pattern with this name.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// The name of a rule that derives one field from others.
public struct RuleID: RawRepresentable, Sendable, Hashable {
  /// The name.
  public let rawValue: String
  /// The rule with this name.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// The id of a reference within one list.
public struct ReferenceID: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
  /// The id as CSL-JSON has it.
  public let rawValue: String
  /// The reference with this id.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The reference with this id.
  public init(stringLiteral value: String) { rawValue = value }
}
