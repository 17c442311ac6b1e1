import YinzhuModel

extension Processor {
  /// A cluster with its cites in the order of printing; cites of unknown references are left out.
  ///
  /// - Parameter groups: whether cites of the same names may stand together where the style wants it.
  func sorted(_ cluster: Cluster, _ registry: Registry, groups: Bool = true) -> Cluster {
    var out = cluster
    out.cites = cluster.cites.filter { registry.index[$0.reference] != nil }
    let part = style.citation
    guard cluster.isSorted, out.cites.count > 1, !part.sort.isEmpty else { return out }
    let cites = out.cites
    let places = cites.compactMap { registry.index[$0.reference] }
    let keys = sortKeys(
      places.map { registry.references[$0] },
      zip(places, cites).map { place, cite in
        var context = registry.cite(place)
        context.locator = cite.locator
        return context
      }, part, .citation)
    let order =
      groups && groupsCites
      ? grouped(keys, names: places.map { names(of: $0, registry) }) : SortOrder.indices(keys)
    out.cites = order.map { cites[$0] }
    return out
  }

  /// Whether cites of the same names stand together (CSL 1.0.2 "Cite Grouping").
  private var groupsCites: Bool {
    let options = style.citation.options
    switch options.collapse {
    case .year, .yearSuffix, .yearSuffixRanged: return style.class == .inText
    case .citationNumber: return false
    case nil: return options.citeGroupDelimiter != nil && !style.use.citationNumber
    }
  }

  /// Groups of the same names stand where the first key of their first member wants them.
  private func grouped(_ keys: [[SortValue]], names: [String]) -> [Int] {
    let collator = Collator(language: sortLanguage)
    let nameKeys = names.map { collator.key(SortOrder.collated($0)) }
    let byNames = keys.indices.sorted { a, b in
      if nameKeys[a] != nameKeys[b] { return nameKeys[a].lexicographicallyPrecedes(nameKeys[b]) }
      return SortValue.order(keys[a], keys[b]) ?? (a < b)
    }
    var group = Array(repeating: 0, count: keys.count)
    var first: [Int] = []
    for (position, index) in byNames.enumerated() {
      if position == 0 || nameKeys[byNames[position - 1]] != nameKeys[index] { first.append(index) }
      group[index] = first.count - 1
    }
    let groupOrder = first.indices.sorted { a, b in
      SortValue.order(Array(keys[first[a]].prefix(1)), Array(keys[first[b]].prefix(1))) ?? (a < b)
    }
    var rank = Array(repeating: 0, count: first.count)
    for (position, index) in groupOrder.enumerated() { rank[index] = position }
    return keys.indices.sorted { a, b in
      if group[a] != group[b] { return rank[group[a]] < rank[group[b]] }
      return SortValue.order(keys[a], keys[b]) ?? (a < b)
    }
  }

  private func names(of place: Int, _ registry: Registry) -> String {
    var context = registry.cite(place)
    context.position = .subsequent
    let tree = render(registry.references[place], context, style.citation, .citation).tree
    return tree.first(\.isNames)?.rawText ?? ""
  }
}
