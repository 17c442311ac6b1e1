import Foundation
import Testing
import YinzhuCSL
import YinzhuModel
import YinzhuText

/// The CSL test suite, as far as it asks for a bibliography or for clusters without positions.
struct SharedSuiteTests {
  enum Outcome { case passed, failed, skipped }

  @Test func fixtures() throws {
    let names = Shared.files("csl-test-suite").filter { $0.hasSuffix(".txt") }
    guard !names.isEmpty, let locales = locales() else { return }
    let show = ProcessInfo.processInfo.environment["YINZHU_SHOW"]
    var counts: [Outcome: Int] = [:]
    for name in names {
      guard let bytes = Shared.bytes("csl-test-suite/" + name) else { continue }
      let fixture = SuiteFixture(name: name, bytes: bytes)
      var got = ""
      let outcome = try run(fixture, locales, &got)
      counts[outcome, default: 0] += 1
      if outcome == .failed, let show, name.hasPrefix(show) {
        print("\(name)\n  - \(fixture.result)\n  + \(got)")
      }
    }
    let passed = counts[.passed, default: 0]
    print(
      "CSL test suite: \(passed) fixtures right, \(counts[.failed, default: 0]) not yet, \(counts[.skipped, default: 0]) of modes to come"
    )
    #expect(passed >= 580)
  }

  private func locales() -> LocaleSet? {
    var set = LocaleSet.builtIn
    for name in Shared.files("csl-locales") where name.hasSuffix(".xml") {
      if let bytes = Shared.bytes("csl-locales/" + name) { try? set.add(bytes, name: name) }
    }
    return set
  }

  private func run(_ fixture: SuiteFixture, _ locales: LocaleSet, _ got: inout String) throws -> Outcome {
    guard let css = fixture["CSL"], let input = fixture["INPUT"] else { return .skipped }
    let style: Style
    do { style = try StyleReader.read(Array(css.utf8), name: fixture.name).style } catch {
      got = "\(error)"
      return .failed
    }
    let references = try Records.read(Array(input.utf8))
    let processor = Processor(style: style, locales: locales, language: nil)
    switch fixture.mode {
    case "bibliography":
      var all = processor.bibliography(references, format: .html)
      if let citations = fixture["CITATIONS"] {
        all = try session(citations, processor, references).session.bibliography
      }
      let entries = all.filter { !$0.text.isEmpty }.map {
        "  <div class=\"csl-entry\">\($0.text)</div>\n"
      }
      got = "<div class=\"csl-bib-body\">\n" + entries.joined() + "</div>"
    case "citation":
      if let citations = fixture["CITATIONS"] {
        let (session, changed) = try session(citations, processor, references)
        got = session.texts.enumerated().map { index, text in
          "\(changed.contains(index) ? ">>" : "..")[\(index)] \(text)"
        }.joined(separator: "\n")
      } else {
        // Without clusters all are cited, in the order of the bibliography.
        let numbers = processor.citationNumbers(references)
        let ids = references.map(\.id).sorted { numbers[$0, default: 0] < numbers[$1, default: 0] }
        var clusters = [Cluster(cites: ids.map { Cite(reference: $0) })]
        if let items = fixture["CITATION-ITEMS"] {
          let value = try JSONReader.value(Array(items.utf8))
          clusters = (value.array ?? []).map { Cluster(cites: ($0.array ?? []).compactMap(cite)) }
        }
        got = processor.citations(clusters, among: references, format: .html).joined(separator: "\n")
      }
    default: return .skipped
    }
    return got.trimmed == fixture.result ? .passed : .failed
  }

  /// One citation after the other is put in; the text of each in the end, those marked that the last one changed.
  private func session(_ citations: String, _ processor: Processor, _ references: [Reference]) throws -> (
    session: CitationSession, changed: [Int]
  ) {
    var session = CitationSession(processor: processor, references: references, format: .html)
    var ids: [String] = []
    var changed: [Int] = []
    for step in try JSONReader.value(Array(citations.utf8)).array ?? [] {
      guard let value = step.array, value.count == 3, let citation = value.first else { continue }
      var known: [String: Cluster] = [:]
      for (id, cluster) in zip(ids, session.clusters) { known[id] = cluster }
      let id = citation["citationID"]?.scalarText ?? "none \(ids.count)"
      let cluster = Cluster(
        id: id, noteIndex: citation["properties"]?["noteIndex"]?.integer ?? 0,
        cites: (citation["citationItems"]?.array ?? []).compactMap(cite))
      let before = place(value[1], known)
      let after = place(value[2], known)
      let clusters = before + [cluster] + after
      ids = clusters.map(\.id)
      changed = session.replace(with: clusters)
      if !changed.contains(before.count) { changed.append(before.count) }
    }
    return (session, changed)
  }

  private func place(_ value: JSONValue, _ known: [String: Cluster]) -> [Cluster] {
    (value.array ?? []).compactMap { entry in
      guard let pair = entry.array, pair.count == 2, let id = pair[0].scalarText, var cluster = known[id] else {
        return nil
      }
      cluster.noteIndex = pair[1].integer ?? cluster.noteIndex
      return cluster
    }
  }

  private func cite(_ value: JSONValue) -> Cite? {
    guard let id = value["id"]?.scalarText else { return nil }
    var out = Cite(reference: ReferenceID(rawValue: id))
    out.prefix = value["prefix"]?.string
    out.suffix = value["suffix"]?.string
    out.position = value["position"]?.integer.flatMap(Cite.Position.init)
    if let locator = value["locator"]?.scalarText {
      let label =
        value["label"]?.string.flatMap { Locator.Label(rawValue: $0.replacingOccurrences(of: " ", with: "-")) } ?? .page
      out.locator = Locator(label: label, value: locator, spans: [])
    }
    return out
  }
}
