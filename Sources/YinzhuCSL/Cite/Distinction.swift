import YinzhuModel

/// What the cites of one reference print beyond the style's least, so that no other reference's look the same
/// (CSL 1.0.2 "Disambiguation").
package struct Distinction: Sendable, Hashable {
  /// How much of a given name is printed.
  enum Given: Int, Sendable, Hashable, Comparable {
    /// None.
    case none
    /// Initials.
    case initials
    /// All.
    case full

    static func < (left: Given, right: Given) -> Bool { left.rawValue < right.rawValue }
  }

  /// How many names each list of the cite shows, in the order of rendering.
  var shown: [Int] = []
  /// How much of each name, list by list; a name that isn't there prints what the style says.
  var givens: [[Given]] = []
  /// How many `disambiguate="true"` conditions hold, in the order of rendering.
  var extraTexts = 0
  /// The letter behind the year, 0 for `a`.
  var yearSuffix: Int?

  /// Whether nothing is printed beyond the least.
  var isEmpty: Bool { shown.isEmpty && extraTexts == 0 && yearSuffix == nil }

  /// As many levels as names.
  mutating func pad() {
    for (list, count) in shown.enumerated() {
      if list >= givens.count { givens.append([]) }
      while givens[list].count < count { givens[list].append(.none) }
    }
  }
}

/// The names of all cited references: which of them need initials or given names to be told apart, whatever cite
/// they stand in (CSL 1.0.2 "Disambiguation", all rules but `by-cite`).
struct NameRegistry: Sendable {
  /// Family name → initials → given names.
  private var names: [String: [String: Set<String>]] = [:]

  mutating func add(_ name: NameKey) {
    guard !name.family.isEmpty else { return }
    names[name.family, default: [:]][name.initials, default: []].insert(name.given)
  }

  /// How many initials go with the family name.
  func initialsCount(_ name: NameKey) -> Int { names[name.family]?.count ?? 0 }

  /// How many given names go with these initials.
  func givenCount(_ name: NameKey) -> Int { names[name.family]?[name.initials]?.count ?? 0 }

  /// Whether other names share the family name or the initials.
  func isShared(_ name: NameKey) -> Bool {
    guard let initials = names[name.family] else { return false }
    return initials.count > 1 || (initials[name.initials]?.count ?? 0) > 1
  }

  func contains(_ name: NameKey) -> Bool { names[name.family]?[name.initials] != nil }
}

/// What makes one name equal to another.
struct NameKey: Sendable, Hashable {
  var family: String
  var initials: String
  var given: String

  /// nil for whole names, which have nothing to add.
  init?(_ name: Name, keepsHyphen: Bool) {
    guard name.literal == nil, name.family != nil || name.given != nil else { return nil }
    family = NameKey.plain([name.nonDroppingParticle, name.family].compactMap { $0 }.joined(separator: " "))
    given = NameKey.plain(name.given ?? "")
    initials = Initials.of(given, with: "%s", shortens: true, keepsHyphen: keepsHyphen)
  }

  private static func plain(_ text: String) -> String {
    text.split { $0 == "." || $0 == " " }.joined(separator: " ")
  }
}

/// The least that a name prints: what the style says, raised where the registry has others like it.
struct GivenNames {
  let rule: Style.PartOptions.GivenNameRule
  let registry: NameRegistry

  /// What names elsewhere ask of these, where nothing is printed at least.
  func levels(_ names: [[NameKey]]) -> [Distinction.Given] {
    names.joined().map { name in
      guard registry.initialsCount(name) > 1 else { return registry.givenCount(name) > 1 ? .full : .none }
      return registry.givenCount(name) > 1 ? .full : .initials
    }
  }

  /// - Parameters:
  ///   - least: what the style's options print.
  ///   - asked: what disambiguation of the cite asks for.
  func level(
    _ name: Name, at index: Int, least: Distinction.Given, hasInitials: Bool, asked: Distinction.Given?,
    keepsHyphen: Bool
  ) -> Distinction.Given {
    guard name.literal == nil else { return least }
    if rule == .byCite { return max(least, asked ?? least) }
    guard let key = NameKey(name, keepsHyphen: keepsHyphen), registry.contains(key) else { return least }
    if rule.isPrimaryOnly, index > 0 { return least }
    let isShared = registry.initialsCount(key) > 1
    switch rule {
    case .allNames, .primaryName:
      if registry.givenCount(key) > 1 || (isShared && !hasInitials) { return .full }
      return isShared ? max(least, .initials) : least
    case .allNamesWithInitials, .primaryNameWithInitials: return isShared ? max(least, .initials) : least
    case .byCite: return least
    }
  }
}
