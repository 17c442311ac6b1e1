import YinzhuCSL
import YinzhuModel
import YinzhuText

/// The `CITATIONS` of a fixture: citations are put in one after the other, each with those before and behind it.
final class SuiteSession {
  private var session: CitationSession
  private var ids: [String] = []

  init(_ processor: Processor, _ references: [Reference]) {
    session = CitationSession(processor: processor, references: references, format: .html)
  }

  var bibliography: [BibliographyEntry] { session.bibliography }

  /// The text of each citation in the end, those marked with `>>` that the last step changed.
  func run(_ steps: [JSONValue]) -> String {
    var changed: Set<Int> = []
    for step in steps {
      guard let value = step.array, value.count == 3, let citation = value.first else { continue }
      changed = put(citation, before: value[1], after: value[2])
    }
    return session.texts.enumerated().map { index, text in
      "\(changed.contains(index) ? ">>" : "..")[\(index)] \(text)"
    }.joined(separator: "\n")
  }

  private func put(_ citation: JSONValue, before: JSONValue, after: JSONValue) -> Set<Int> {
    var known: [String: Cluster] = [:]
    for (id, cluster) in zip(ids, session.clusters) { known[id] = cluster }
    guard var cluster = CitationFile.cluster(citation) else { return [] }
    if cluster.id.isEmpty { cluster.id = "none \(ids.count)" }
    let earlier = clusters(before, known)
    let clusters = earlier + [cluster] + clusters(after, known)
    ids = clusters.map(\.id)
    return Set(session.replace(with: clusters)).union([earlier.count])
  }

  /// The citations of a list of ids, each with the note that it stands in now.
  private func clusters(_ list: JSONValue, _ known: [String: Cluster]) -> [Cluster] {
    (list.array ?? []).compactMap { entry in
      guard let pair = entry.array, pair.count == 2, let id = pair[0].scalarText, var cluster = known[id] else {
        return nil
      }
      cluster.noteIndex = pair[1].integer ?? cluster.noteIndex
      return cluster
    }
  }
}
