import YinzhuText

/// Names as objects of CSL-JSON.
enum CSLJSONName {
  /// The name, and the members that a name has no place for.
  static func read(_ members: [JSONValue.Member]) -> (name: Name, unknown: [JSONValue.Member]) {
    var name = Name()
    var unknown: [JSONValue.Member] = []
    for member in members {
      let text: String? =
        switch member.value {
        case .string(let text), .number(let text): text
        case .null, .bool, .array, .object: nil
        }
      switch (member.key, text, member.value.flag) {
      case ("family", let text?, _): name.family = text
      case ("given", let text?, _): name.given = text
      case ("dropping-particle", let text?, _): name.droppingParticle = text
      case ("non-dropping-particle", let text?, _): name.nonDroppingParticle = text
      case ("suffix", let text?, _): name.suffix = text
      case ("literal", let text?, _): name.literal = text
      case ("comma-suffix", _, true?): name.commaSuffix = true
      case ("static-ordering", _, true?): name.staticOrdering = true
      default: unknown.append(member)
      }
    }
    if let first = members.first, let last = members.last, !last.span.isEmpty {
      name.spans = [SourceSpan(start: first.span.start, end: last.span.end)]
    }
    return (name, unknown)
  }

  /// The object of a name. Nationality, dynasty and role have no key here: `CSLJSONItemWriter` writes them elsewhere.
  static func members(_ name: Name) -> [JSONValue.Member] {
    var out: [JSONValue.Member] = []
    func add(_ key: String, _ text: String?) {
      if let text { out.append(JSONValue.Member(key: key, value: .string(text))) }
    }
    add("family", name.family)
    add("given", name.given)
    add("dropping-particle", name.droppingParticle)
    add("non-dropping-particle", name.nonDroppingParticle)
    add("suffix", name.suffix)
    if name.commaSuffix { out.append(JSONValue.Member(key: "comma-suffix", value: .bool(true))) }
    if name.staticOrdering { out.append(JSONValue.Member(key: "static-ordering", value: .bool(true))) }
    add("literal", name.literal)
    return out
  }
}
