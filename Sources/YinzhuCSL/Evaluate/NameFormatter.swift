import YinzhuModel
import YinzhuText

/// Formats one name (CSL 1.0.2 "Name", "Name-part Order"; the order by script as in citeproc-js).
struct NameFormatter {
  let options: NameOptions
  let name: Element.Name?
  let style: Style.Options
  let isSorting: Bool
  /// The record's language: names in Chinese and Japanese records are never turned.
  var language: String?
  /// Whether `cs:institution` is there, without which whole names look like family names.
  var hasInstitution = false

  func format(_ name: Name, _ variable: Variable, _ index: Int, isInverted: Bool) -> OutputNode {
    let tag = OutputNode.Tag.name(variable, index)
    if let literal = name.literal, !literal.isEmpty {
      var node = OutputNode(.familyName, markup: literal)
      if !hasInstitution, let decoration = self.name?.family, decoration != Decoration() {
        var look = decoration
        look.prefix = ""
        look.suffix = ""
        node = node.decorated(look)
      }
      return OutputNode(tag, children: [node])
    }
    let parts = NameParts(name)
    let isShort = options.form == .short
    let order = order(of: parts)
    let family = family(parts.family)
    let particle = self.family(parts.nonDroppingParticle)
    let given = isShort ? nil : given(initials(parts, order))
    if order == .unspaced { return OutputNode(tag, children: join([particle, family, given], "")) }
    if order == .familyFirst || name.staticOrdering || isVietnameseOrHungarian {
      return OutputNode(tag, children: join([particle, family, given], " "))
    }
    let dropping = isShort ? nil : self.given(parts.droppingParticle)
    let suffix = isShort ? nil : suffix(parts.suffix)
    let nodes: [OutputNode]
    if isSorting {
      nodes = sorting(parts, isShort: isShort)
    } else if isInverted {
      nodes = inverted(parts, family, particle, given, dropping, suffix)
    } else {
      nodes = displayed(parts, family, particle, given, dropping, suffix)
    }
    return OutputNode(tag, children: nodes)
  }

  // MARK: Order

  private enum Order {
    /// Han, kana, hangul and so on: no space between the parts.
    case unspaced
    case familyFirst
    case western
  }

  private func order(of parts: NameParts) -> Order {
    if !Romanesque.occurs(in: parts.family) {
      return Romanesque.begins(parts.given) ? .familyFirst : .unspaced
    }
    if let language, language.hasPrefix("zh") || language.hasPrefix("ja") { return .familyFirst }
    return .western
  }

  private var isVietnameseOrHungarian: Bool { language == "vi" || language == "hu" }

  private var demotes: Bool {
    switch style.demoteNonDroppingParticle {
    case .never: false
    case .sortOnly: isSorting
    case .displayAndSort: true
    }
  }

  /// Family name first, no commas.
  private func sorting(_ parts: NameParts, isShort: Bool) -> [OutputNode] {
    func bare(_ text: String) -> OutputNode? {
      text.isEmpty ? nil : OutputNode(.plain, text: text.filter { $0 != "'" && $0 != "’" })
    }
    let family = parts.family.isEmpty ? nil : OutputNode(.familyName, markup: parts.family)
    let given = parts.given.isEmpty ? nil : OutputNode(.givenName, markup: initials(parts, .western))
    let particle = bare(parts.nonDroppingParticle)
    if isShort { return join(demotes ? [family, particle] : [particle, family], " ") }
    let dropping = bare(parts.droppingParticle)
    let suffix = parts.suffix.isEmpty ? nil : OutputNode(.plain, markup: parts.suffix)
    if demotes { return join([family, given, dropping, particle, suffix], " ") }
    return join([particle, family, dropping, given, suffix], " ")
  }

  /// `La Fontaine, Jean de, III`, or `Fontaine, Jean de La, III` with the particle demoted.
  private func inverted(
    _ parts: NameParts, _ family: OutputNode?, _ particle: OutputNode?, _ given: OutputNode?, _ dropping: OutputNode?,
    _ suffix: OutputNode?
  ) -> [OutputNode] {
    var separator = options.sortSeparator ?? ", "
    if parts.given == "Lord" || parts.given == "Lady" { separator = ", " }
    let first: OutputNode?
    let second: OutputNode?
    if demotes {
      first = affixed(group([family], ""), name?.family)
      second = affixed(group([given, dropping, particle], " "), name?.given)
    } else {
      let joint = NameParts.touches(parts.nonDroppingParticle) ? "" : " "
      first = affixed(group([particle, family], joint), name?.family)
      second = affixed(group([given, dropping], " "), name?.given)
    }
    return join([first, second, suffix], separator)
  }

  /// `Jean de La Fontaine III`
  private func displayed(
    _ parts: NameParts, _ family: OutputNode?, _ particle: OutputNode?, _ given: OutputNode?, _ dropping: OutputNode?,
    _ suffix: OutputNode?
  ) -> [OutputNode] {
    var family = family
    var dropping = dropping
    // A particle that ends with an apostrophe touches the name.
    if dropping != nil, family != nil, particle == nil, NameParts.touches(parts.droppingParticle) {
      family = group([dropping, family], "")
      dropping = nil
    }
    if NameParts.touches(parts.nonDroppingParticle) {
      family = group([particle, family], "")
      family = group([dropping, family], " ")
    } else {
      family = group([dropping, particle, family], " ")
    }
    family = group([family, suffix], parts.commaSuffix ? ", " : " ")
    return join([affixed(given, name?.given), affixed(family, name?.family)], " ")
  }

  // MARK: Parts

  private func family(_ text: String) -> OutputNode? { part(.familyName, text, name?.family) }

  private func given(_ text: String) -> OutputNode? { part(.givenName, text, name?.given) }

  /// Formatting is on each part, affixes around the parts together.
  private func part(_ tag: OutputNode.Tag, _ text: String, _ decoration: Decoration?) -> OutputNode? {
    guard !text.isEmpty else { return nil }
    let node = OutputNode(tag, markup: text)
    guard var look = decoration, look != Decoration() else { return node }
    look.prefix = ""
    look.suffix = ""
    return node.decorated(look)
  }

  private func affixed(_ node: OutputNode?, _ decoration: Decoration?) -> OutputNode? {
    guard let decoration, !decoration.prefix.isEmpty || !decoration.suffix.isEmpty else { return node }
    return node?.decorated(Decoration(prefix: decoration.prefix, suffix: decoration.suffix))
  }

  private func suffix(_ text: String) -> OutputNode? {
    guard !text.isEmpty else { return nil }
    guard let mark = options.initializeWith else { return OutputNode(.plain, markup: text) }
    // `Jr.` ends as initials end.
    let dressed = Initials.of(text, with: mark, shortens: false, keepsHyphen: style.initializeWithHyphen)
    return OutputNode(.plain, markup: dressed)
  }

  private func initials(_ parts: NameParts, _ order: Order) -> String {
    guard let with = options.initializeWith, !parts.family.isEmpty else { return parts.given }
    return Initials.of(
      parts.given, with: with, shortens: options.initialize ?? true, keepsHyphen: style.initializeWithHyphen)
  }

  private func group(_ nodes: [OutputNode?], _ separator: String) -> OutputNode? {
    let joined = join(nodes, separator)
    return joined.count > 1 ? OutputNode(.plain, children: joined) : joined.first
  }

  private func join(_ nodes: [OutputNode?], _ separator: String) -> [OutputNode] {
    var out: [OutputNode] = []
    for case let node? in nodes {
      if !out.isEmpty, !separator.isEmpty { out.append(OutputNode(.plain, text: separator)) }
      out.append(node)
    }
    return out
  }
}
