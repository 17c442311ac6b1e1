import YinzhuModel

/// What the place of a cite in the document says about it.
struct PlacedCite: Sendable, Hashable {
  var position: Cite.Position = .first
  /// Whether the last cite of the same reference is no further away than `near-note-distance`.
  var isNear = false
  /// The note of the first cite of the reference, when that is another note.
  var firstNote: Int?
}

/// Positions of cites (CSL 1.0.2 "Choose", `position`). Notes and the running text count apart.
enum Positions {
  /// - Parameter clusters: in the order of the document, cites in the order in which they are printed.
  static func placed(_ clusters: [Cluster], nearNoteDistance: Int) -> [[PlacedCite]] {
    var out = clusters.map { $0.cites.map { _ in PlacedCite() } }
    for isNote in [false, true] {
      let indices = clusters.indices.filter { (clusters[$0].noteIndex != 0) == isNote }
      place(indices, clusters, nearNoteDistance, &out)
    }
    return out
  }

  private static func place(_ indices: [Int], _ clusters: [Cluster], _ distance: Int, _ out: inout [[PlacedCite]]) {
    var firstNote: [ReferenceID: Int] = [:]
    var lastNote: [ReferenceID: Int] = [:]
    var citesInNote: [Int: Int] = [:]
    var previous: Cluster?
    for index in indices {
      let cluster = clusters[index]
      if let before = previous, before.noteIndex > cluster.noteIndex {
        // Numbers that begin again: another chapter.
        firstNote = [:]
        lastNote = [:]
        citesInNote = [:]
      }
      citesInNote[cluster.noteIndex, default: 0] += cluster.cites.count
      for (place, cite) in cluster.cites.enumerated() {
        var placed = PlacedCite()
        if let first = firstNote[cite.reference] {
          let before = earlier(place, cluster, previous, citesInNote)
          placed.position = position(cite, before)
          if first != cluster.noteIndex { placed.firstNote = first }
          if cluster.noteIndex != 0, let last = lastNote[cite.reference] {
            placed.isNear = cluster.noteIndex - last <= distance
          }
        } else {
          firstNote[cite.reference] = cluster.noteIndex
        }
        lastNote[cite.reference] = cluster.noteIndex
        if let known = cite.position { placed.position = known }
        out[index][place] = placed
      }
      previous = cluster
    }
  }

  /// The cite that a reader takes `ibid.` for; nil when that is none, or not sure.
  private static func earlier(_ place: Int, _ cluster: Cluster, _ previous: Cluster?, _ count: [Int: Int]) -> Cite? {
    if place > 0 { return cluster.cites[place - 1] }
    guard let previous, let last = previous.cites.last else { return nil }
    if previous.noteIndex == cluster.noteIndex { return last }
    // The note before must cite nothing else.
    guard previous.cites.count == 1, previous.noteIndex >= cluster.noteIndex - 1,
      previous.noteIndex == 0 || count[previous.noteIndex] == 1
    else { return nil }
    return last
  }

  private static func position(_ cite: Cite, _ before: Cite?) -> Cite.Position {
    guard let before, before.reference == cite.reference else { return .subsequent }
    switch (before.locator, cite.locator) {
    case (nil, nil): return .ibid
    case (nil, _): return .ibidWithLocator
    case (_, nil): return .subsequent
    case (let old?, let new?):
      return old.value == new.value && old.label == new.label ? .ibid : .ibidWithLocator
    }
  }
}
