import YinzhuModel
import YinzhuText

extension Processor {
  /// References that stand together: their order in the bibliography, their numbers, what tells their cites apart.
  ///
  /// - Parameter references: in the order of their first cite; of two with one id, cites mean the first.
  func registry(_ references: [Reference]) -> Registry {
    var pools = PoolCache()
    return registry(facts(references), pools: &pools)
  }

  /// The same from facts that are known already.
  ///
  /// - Parameter firstNotes: the note of each reference's first cite. Where cites print it, it may tell them apart.
  func registry(
    _ facts: [ReferenceFacts], firstNotes: [ReferenceID: Int] = [:], pools: inout PoolCache
  ) -> Registry {
    var out = Registry(references: facts.map(\.reference), index: [:], order: [], numbers: [], distinctions: [])
    for (place, reference) in out.references.enumerated() where out.index[reference.id] == nil {
      out.index[reference.id] = place
    }
    let all = facts.indices
    out.order = Array(all)
    out.numbers = all.map { $0 + 1 }
    out.distinctions = Array(repeating: Distinction(), count: facts.count)
    if let part = style.bibliography, !part.sort.isEmpty, facts.count > 1 {
      let known = facts.compactMap(\.sortKeys)
      let keys =
        known.count == facts.count ? known : sortKeys(out.references, all.map(out.cite), part, .bibliography)
      out.order = SortOrder.indices(keys)
      for (position, place) in out.order.enumerated() { out.numbers[place] = position + 1 }
    }
    if tellsApart { distinguish(&out, facts, firstNotes, &pools) }
    return out
  }

  private func distinguish(
    _ registry: inout Registry, _ facts: [ReferenceFacts], _ firstNotes: [ReferenceID: Int], _ pools: inout PoolCache
  ) {
    let options = style.citation.options
    let printsNotes = style.use.firstNoteNumber && options.givenNameRule == .byCite
    let notes = printsNotes ? facts.map { firstNotes[$0.reference.id] } : []
    if options.disambiguateAddGivenName {
      var names = NameRegistry()
      for name in facts.lazy.flatMap(\.names).joined() { names.add(name) }
      registry.givenNames = GivenNames(rule: options.givenNameRule, registry: names)
    }
    let givenNames = registry.givenNames
    let references = registry.references
    var rank = registry.numbers
    for (position, place) in registry.order.enumerated() { rank[place] = position }
    var members: [String: [Int]] = [:]
    var order: [String] = []
    for (place, least) in leastCites(facts, givenNames, &pools).enumerated() {
      guard let least else { continue }
      registry.distinctions[place] = least.recorded
      if members[least.text] == nil { order.append(least.text) }
      members[least.text, default: []].append(place)
    }
    let disambiguation = Disambiguation(
      options: options, usesExtraText: style.use.disambiguate,
      render: { place, distinction in
        let note = place < notes.count ? notes[place] : nil
        return Disambiguation.Trial(trial(references[place], distinction, givenNames, firstNote: note))
      },
      precedes: { rank[$0] < rank[$1] })
    guard disambiguation.isNeeded else { return }
    for pool in order.compactMap({ members[$0] }) where pool.count > 1 {
      let key = PoolCache.Key(
        members: pool.map { references[$0].id }, order: pool.indices.sorted { rank[pool[$0]] < rank[pool[$1]] },
        levels: pool.map { place in
          givenNames.map { $0.levels(facts[place].names) } ?? []
        }, firstNotes: printsNotes ? pool.map { notes[$0] ?? 0 } : [])
      let found =
        pools.found[key]
        ?? {
          var found = disambiguation.resolved(pool)
          // Notes are told apart once more from what was found, as in citeproc-js: an extra text may then do with less.
          if style.class == .note, style.use.disambiguate, !firstNotes.isEmpty {
            found.merge(disambiguation.resolved(pool, from: found)) { $1 }
          }
          return pool.map { found[$0] ?? registry.distinctions[$0] }
        }()
      pools.found[key] = found
      for (place, distinction) in zip(pool, found) { registry.distinctions[place] = distinction }
    }
  }

  /// The least cite of each reference. Only those with names that others share look different from their facts.
  private func leastCites(
    _ facts: [ReferenceFacts], _ givenNames: GivenNames?, _ pools: inout PoolCache
  ) -> [Disambiguation.Trial?] {
    var out = facts.map(\.least)
    guard let givenNames else { return out }
    let shared = facts.indices.filter { place in
      facts[place].names.contains { $0.contains(where: givenNames.registry.isShared) }
    }
    let levels = shared.map { givenNames.levels(facts[$0].names) }
    var unknown: [Int] = []
    for (index, place) in shared.enumerated() {
      if let known = pools.shared[facts[place].reference.id], known.levels == levels[index] {
        out[place] = known.trial
      } else {
        unknown.append(index)
      }
    }
    let places = unknown.map { shared[$0] }
    let trials = Parallel.flatMap(places.count, jobs: jobs) { range in
      places[range].map { Disambiguation.Trial(trial(facts[$0].reference, nil, givenNames)) }
    }
    for (index, trial) in zip(unknown, trials) {
      out[shared[index]] = trial
      pools.shared[facts[shared[index]].reference.id] = PoolCache.SharedNames(levels: levels[index], trial: trial)
    }
    return out
  }
}
