import YinzhuModel

/// The citations of a document while they are edited: a change renders again only the clusters that it changes.
///
///     var session = CitationSession(processor: processor, references: references)
///     let changed = session.insert(Cluster(noteIndex: 1, cites: [Cite(reference: id)]), at: 0)
///
/// Every text is what `Processor.document` gives for the same clusters.
public struct CitationSession: Sendable {
  /// The clusters in the order of the document.
  public private(set) var clusters: [Cluster]
  /// The text of each cluster.
  public private(set) var texts: [String]

  private let processor: Processor
  private var format: OutputFormat
  private let known: [ReferenceID: Reference]
  private let uncited: [ReferenceID]
  private var registered: [ReferenceID] = []
  private var registry: Registry
  private var facts: [ReferenceID: ReferenceFacts] = [:]
  private var pools = PoolCache()
  private var orders: [Cluster: CiteOrder] = [:]
  private var firstNotes: [ReferenceID: Int] = [:]
  private var inputs: [Processor.ClusterInput?] = []

  /// A session.
  ///
  /// - Parameters:
  ///   - references: the records that clusters may cite; of two with one id the first counts.
  ///   - clusters: those of the document so far.
  ///   - uncited: references of the bibliography that no cluster cites.
  public init(
    processor: Processor, references: [Reference], clusters: [Cluster] = [], uncited: [ReferenceID] = [],
    format: OutputFormat = .text
  ) {
    self.processor = processor
    self.format = format
    self.clusters = clusters
    self.uncited = uncited
    known = Dictionary(references.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    texts = []
    registry = processor.registry([])
    update()
  }

  /// The bibliography of what is cited, and of the uncited references.
  public var bibliography: [BibliographyEntry] { processor.bibliography(registry, format: format) }

  /// The same document in another format; what references say of each other isn't found anew.
  public func rendered(in format: OutputFormat) -> RenderedDocument {
    var other = self
    other.format = format
    other.inputs = []
    other.update()
    return RenderedDocument(clusters: other.texts, bibliography: other.bibliography)
  }

  /// Puts a cluster at a place of the document, the last one for a greater index.
  ///
  /// - Returns: places of the clusters whose text may have changed, the new one among them.
  @discardableResult
  public mutating func insert(_ cluster: Cluster, at index: Int) -> [Int] {
    let place = max(0, min(index, clusters.count))
    clusters.insert(cluster, at: place)
    if place <= inputs.count {
      inputs.insert(nil, at: place)
      texts.insert("", at: place)
    }
    var changed = update()
    if !changed.contains(place) { changed.append(place) }
    return changed.sorted()
  }

  /// Takes the cluster at a place away; nothing happens for a place that isn't there.
  ///
  /// - Returns: places of the clusters whose text may have changed.
  @discardableResult
  public mutating func remove(at index: Int) -> [Int] {
    guard clusters.indices.contains(index) else { return [] }
    clusters.remove(at: index)
    inputs.remove(at: index)
    texts.remove(at: index)
    return update()
  }

  /// Takes other clusters for the document.
  ///
  /// - Returns: places of the clusters whose text may have changed.
  @discardableResult
  public mutating func replace(with clusters: [Cluster]) -> [Int] {
    var kept: [Cluster: (input: Processor.ClusterInput?, text: String)] = [:]
    for (index, cluster) in self.clusters.enumerated() { kept[cluster.unnumbered] = (inputs[index], texts[index]) }
    self.clusters = clusters
    inputs = clusters.map { kept[$0.unnumbered]?.input }
    texts = clusters.map { kept[$0.unnumbered]?.text ?? "" }
    return update()
  }

  // MARK: Update

  @discardableResult
  private mutating func update() -> [Int] {
    register()
    let sorted = sortedClusters()
    let placed = Positions.placed(sorted, nearNoteDistance: processor.style.citation.options.nearNoteDistance ?? 5)
    var changed: [Int] = []
    var inputs: [Processor.ClusterInput?] = []
    var texts: [String] = []
    let again = CitedAgain(sorted, placed)
    for (index, cluster) in sorted.enumerated() {
      let input = processor.input(cluster, placed[index], registry, again)
      if index < self.inputs.count, input.isServed(by: self.inputs[index]) {
        texts.append(self.texts[index])
      } else {
        texts.append(processor.print(cluster, placed[index], registry, format: format))
        changed.append(index)
      }
      inputs.append(input)
    }
    self.inputs = inputs
    self.texts = texts
    return changed
  }

  /// The clusters with their cites in order; those whose references are what they were keep theirs.
  private mutating func sortedClusters() -> [Cluster] {
    clusters.map { cluster in
      guard cluster.cites.count > 1 else { return processor.sorted(cluster, registry) }
      let places = cluster.cites.map { registry.index[$0.reference] ?? -1 }
      let asked = CiteOrder(
        numbers: processor.style.use.citationNumber ? places.map { $0 < 0 ? 0 : registry.numbers[$0] } : [],
        distinctions: places.map { $0 < 0 ? Distinction() : registry.distinctions[$0] }, cites: [])
      let key = cluster.unnumbered
      var out = cluster
      if let known = orders[key], known.numbers == asked.numbers, known.distinctions == asked.distinctions {
        out.cites = known.cites
      } else {
        out = processor.sorted(cluster, registry)
        orders[key] = CiteOrder(numbers: asked.numbers, distinctions: asked.distinctions, cites: out.cites)
      }
      return out
    }
  }

  /// Registers what is cited, in the order of the first cites, if that changed.
  private mutating func register() {
    var seen: Set<ReferenceID> = []
    var ids: [ReferenceID] = []
    for id in clusters.lazy.flatMap({ $0.cites.lazy.map(\.reference) }) + uncited
    where known[id] != nil && seen.insert(id).inserted {
      ids.append(id)
    }
    var notes: [ReferenceID: Int] = [:]
    if processor.style.use.firstNoteNumber, processor.tellsApart {
      for cluster in clusters {
        for cite in cluster.cites where notes[cite.reference] == nil { notes[cite.reference] = cluster.noteIndex }
      }
    }
    guard ids != registered || notes != firstNotes else { return }
    registered = ids
    firstNotes = notes
    let new = ids.filter { facts[$0] == nil }
    for (id, fact) in zip(new, processor.facts(new.compactMap { known[$0] })) { facts[id] = fact }
    registry = processor.registry(ids.compactMap { facts[$0] }, firstNotes: notes, pools: &pools)
  }
}

/// The cites of a cluster in order, and what that depends on besides the cluster.
private struct CiteOrder: Sendable {
  var numbers: [Int]
  var distinctions: [Distinction]
  var cites: [Cite]
}

/// Which references are cited again.
private struct CitedAgain {
  /// The note of the first cite, where a later one points to it.
  var firstNotes: [ReferenceID: Int] = [:]
  var counts: [ReferenceID: Int] = [:]

  init(_ clusters: [Cluster], _ placed: [[PlacedCite]]) {
    for (cluster, places) in zip(clusters, placed) {
      for (cite, place) in zip(cluster.cites, places) {
        counts[cite.reference, default: 0] += 1
        if let note = place.firstNote { firstNotes[cite.reference] = note }
      }
    }
  }
}

extension Processor {
  fileprivate func input(
    _ cluster: Cluster, _ placed: [PlacedCite], _ registry: Registry, _ again: CitedAgain
  ) -> ClusterInput {
    let ids = cluster.cites.map(\.reference)
    let places = ids.compactMap { registry.index[$0] }
    return ClusterInput(
      cluster: cluster.unnumbered, placed: placed,
      numbers: style.use.citationNumber ? places.map { registry.numbers[$0] } : [],
      distinctions: places.map { registry.distinctions[$0] },
      firstNotes: style.use.firstNoteNumber ? ids.map { again.firstNotes[$0] ?? 0 } : [],
      isCitedAgain: style.class == .note && style.use.disambiguate ? ids.map { again.counts[$0, default: 0] > 1 } : [])
  }
}

extension Cluster {
  /// The cluster wherever it stands: the number of its note changes nothing that isn't in its place.
  var unnumbered: Cluster {
    var out = self
    out.noteIndex = 0
    return out
  }
}
