import YinzhuText

/// One name: of a person in parts, or whole (an institution, a name in Han script).
///
/// The parts are those of CSL-JSON. Names in Chinese and Japanese script are `literal`, exactly as printed:
/// nobody can tell 欧阳修 from 欧 阳修 without knowing. Latin and Cyrillic names have `family` and `given`.
public struct Name: Sendable, Hashable {
  /// Family name.
  public var family: String?
  /// Given names or initials, as printed.
  public var given: String?
  /// A particle that is dropped when only the family name is shown (`von` in Humboldt).
  public var droppingParticle: String?
  /// A particle that stays (`van der` in van der Veen).
  public var nonDroppingParticle: String?
  /// `Jr.`, `III`.
  public var suffix: String?
  /// Whether a comma stands before the suffix.
  public var commaSuffix: Bool
  /// Whether the family name always comes first.
  public var staticOrdering: Bool
  /// The whole name, where it has no parts.
  public var literal: String?
  /// Country that a note prints before a foreign author's name: 美 in `[美]`.
  public var nationality: String?
  /// Dynasty that a note prints before an old author's name: 清 in `[清]`.
  public var dynasty: String?
  /// What the person did where CSL has no variable for it, as printed: 点校, 校注.
  public var role: String?
  /// Where the name stands.
  public var spans: [SourceSpan]

  /// A name in parts.
  public init(
    family: String? = nil, given: String? = nil, droppingParticle: String? = nil, nonDroppingParticle: String? = nil,
    suffix: String? = nil, commaSuffix: Bool = false, staticOrdering: Bool = false, literal: String? = nil,
    nationality: String? = nil, dynasty: String? = nil, role: String? = nil, spans: [SourceSpan] = []
  ) {
    self.family = family
    self.given = given
    self.droppingParticle = droppingParticle
    self.nonDroppingParticle = nonDroppingParticle
    self.suffix = suffix
    self.commaSuffix = commaSuffix
    self.staticOrdering = staticOrdering
    self.literal = literal
    self.nationality = nationality
    self.dynasty = dynasty
    self.role = role
    self.spans = spans
  }

  /// The parts as one string, given name first: for messages, not for output in a style.
  public var displayed: String {
    if let literal { return literal }
    return [given, droppingParticle, nonDroppingParticle, family, suffix].compactMap { $0 }.joined(separator: " ")
  }
}

/// The names of one role, and whether the text says that there are more (等, et al., `and others`).
public struct NameList: Sendable, Hashable {
  /// The names that are printed.
  public var names: [Name]
  /// Whether the list was cut short.
  public var hasOthers: Bool

  /// A list of names.
  public init(_ names: [Name], hasOthers: Bool = false) {
    self.names = names
    self.hasOthers = hasOthers
  }
}
