import Foundation
import Testing
import YinzhuCSL
import YinzhuModel
import YinzhuText

/// Chinese styles beside what citeproc-js makes of them: the clusters of the sections that cite.
struct SharedChineseCitationsTests {
  /// Every tenth style; `YINZHU_ALL` takes all, `YINZHU_SHOW_ZH` those of a name and prints what differs.
  @Test func clusters() throws {
    let names = Shared.files("csl-zh/styles")
    guard !names.isEmpty else { return }
    let environment = ProcessInfo.processInfo.environment
    let step = environment["YINZHU_ALL"] == nil ? 10 : 1
    let show = environment["YINZHU_SHOW_ZH"]
    let shared = try ChineseStyles.items(Shared.files("csl-zh/items").map { "csl-zh/items/" + $0 })
    let locales = try ChineseStyles.locales()
    var passed = 0
    var count = 0
    for (index, name) in names.enumerated() where index % step == 0 || show.map(name.contains) == true {
      guard let bytes = Shared.bytes("csl-zh/styles/\(name)/\(name).csl"),
        let expected = Shared.bytes("csl-zh/styles/\(name)/expected.json")
      else { continue }
      let style = try StyleReader.read(bytes, name: name).style
      let own = try ChineseStyles.items(["csl-zh/styles/\(name)/items.json"])
      let processor = Processor(style: style, locales: locales, language: nil)
      let before = (passed, count)
      for section in try JSONReader.value(expected)["sections"]?.array ?? [] {
        let citations = section["citations"]?.array ?? []
        let clusters = citations.map(ChineseStyles.cluster)
        let ids = Set(clusters.flatMap { $0.cites.map(\.reference.rawValue) })
        let references = ids.sorted().compactMap { own[$0] ?? shared[$0] }
        let texts = processor.document(references, clusters).clusters
        for (citation, text) in zip(citations, texts) {
          guard let want = (citation["text"] ?? citation["html"])?.string else { continue }
          count += 1
          if text.trimmed == want.trimmed {
            passed += 1
          } else if let show, name.contains(show) {
            print("\(name) \(citation["citationID"]?.string ?? "")\n  - \(want)\n  + \(text)")
          }
        }
      }
      if show != nil, count > before.1 { print("ZHC \(passed - before.0) of \(count - before.1) \(name)") }
    }
    print("Chinese styles: \(passed) of \(count) clusters")
    #expect(passed * 100 >= count * 80)
  }
}

/// The folder of Chinese styles.
enum ChineseStyles {
  static func items(_ paths: [String]) throws -> [String: Reference] {
    var out: [String: Reference] = [:]
    for path in paths where FileManager.default.fileExists(atPath: Shared.root + "/" + path) {
      guard let bytes = Shared.bytes(path) else { continue }
      for reference in try Records.read(bytes) { out[reference.id.rawValue] = reference }
    }
    return out
  }

  static func locales() throws -> LocaleSet {
    var locales = LocaleSet.builtIn
    for name in Shared.files("csl-zh/locales") where name.hasSuffix(".xml") {
      if let bytes = Shared.bytes("csl-zh/locales/" + name) { try locales.add(bytes, name: name) }
    }
    return locales
  }

  static func cluster(_ value: JSONValue) -> Cluster {
    let cites = (value["citationItems"]?.array ?? []).map { item in
      var cite = Cite(reference: ReferenceID(rawValue: item["id"]?.scalarText ?? ""))
      cite.prefix = item["prefix"]?.string
      cite.suffix = item["suffix"]?.string
      if let locator = item["locator"]?.scalarText {
        let label = item["label"]?.string.flatMap(Locator.Label.init) ?? .page
        cite.locator = Locator(label: label, value: locator, spans: [])
      }
      return cite
    }
    return Cluster(
      id: value["citationID"]?.string ?? "", noteIndex: value["noteIndex"]?.integer ?? 0, cites: cites,
      mode: value["mode"]?.string.flatMap(Cluster.Mode.init) ?? .normal)
  }
}
