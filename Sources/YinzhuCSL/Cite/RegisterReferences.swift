import YinzhuModel

extension Processor {
  /// References that stand together: their order in the bibliography, their numbers, what tells their cites apart.
  ///
  /// - Parameter references: in the order of their first cite; of two with one id, cites mean the first.
  func registry(_ references: [Reference]) -> Registry {
    var out = Registry(references: [], index: [:], order: [], numbers: [], distinctions: [])
    out.references.reserveCapacity(references.count)
    for reference in references {
      if out.index[reference.id] == nil { out.index[reference.id] = out.references.count }
      out.references.append(style.options.output.applied(to: NoteFields.applied(to: reference)))
    }
    let all = out.references.indices
    out.order = Array(all)
    out.numbers = all.map { $0 + 1 }
    out.distinctions = Array(repeating: Distinction(), count: out.references.count)
    if let part = style.bibliography, !part.sort.isEmpty {
      let keys = sortKeys(out.references, all.map(out.cite), part, .bibliography)
      out.order = SortOrder.indices(keys)
      for (position, place) in out.order.enumerated() { out.numbers[place] = position + 1 }
    }
    distinguish(&out)
    return out
  }

  private func distinguish(_ registry: inout Registry) {
    let options = style.citation.options
    guard options.disambiguateAddNames || options.disambiguateAddGivenName || options.disambiguateAddYearSuffix
      || style.use.disambiguate, registry.references.count > 1
    else { return }
    if options.disambiguateAddGivenName {
      var names = NameRegistry()
      for place in registry.references.indices {
        for list in trial(place, nil, registry).names {
          for (index, name) in list.names.enumerated() {
            if options.givenNameRule.isPrimaryOnly, index > 0 { break }
            if let key = NameKey(name, keepsHyphen: style.options.initializeWithHyphen) { names.add(key) }
          }
        }
      }
      registry.givenNames = GivenNames(rule: options.givenNameRule, isActive: true, registry: names)
    }
    let known = registry
    var rank = known.numbers
    for (position, place) in known.order.enumerated() { rank[place] = position }
    var disambiguation = Disambiguation(
      options: options, usesExtraText: style.use.disambiguate,
      render: { place, distinction in
        let rendered = trial(place, distinction, known)
        return Disambiguation.Trial(
          text: rendered.tree.rawText, recorded: rendered.recorded, counts: rendered.names.map(\.names.count),
          extraTexts: rendered.extraTexts)
      },
      precedes: { rank[$0] < rank[$1] })
    guard disambiguation.isNeeded else { return }
    var pools: [String: [Int]] = [:]
    var order: [String] = []
    for place in known.references.indices {
      let rendered = trial(place, nil, known)
      registry.distinctions[place] = rendered.recorded
      let key = rendered.tree.rawText
      if pools[key] == nil { order.append(key) }
      pools[key, default: []].append(place)
    }
    for key in order {
      if let pool = pools[key], pool.count > 1 { disambiguation.resolve(pool) }
    }
    for (place, distinction) in disambiguation.found { registry.distinctions[place] = distinction }
  }

  /// A later cite of the reference without locator, as short as the style makes it.
  private func trial(_ place: Int, _ distinction: Distinction?, _ registry: Registry) -> Rendered {
    var cite = CiteContext()
    cite.position = .subsequent
    cite.isNearNote = true
    cite.isAmbiguityCheck = true
    cite.distinction = distinction
    cite.givenNames = registry.givenNames
    return render(registry.references[place], cite, style.citation, .citation)
  }
}

extension Style.PartOptions.GivenNameRule {
  /// Whether only the first name of a list is told apart.
  var isPrimaryOnly: Bool { self == .primaryName || self == .primaryNameWithInitials }
}
