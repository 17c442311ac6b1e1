import Foundation
import Testing
import YinzhuCSL
import YinzhuModel
import YinzhuText

/// Chinese styles beside what citeproc-js makes of them: the bibliographies of the sections that list all items.
struct SharedChineseStylesTests {
  @Test func everyStyleCompiles() throws {
    for name in Shared.files("csl-zh/styles") {
      guard let bytes = Shared.bytes("csl-zh/styles/\(name)/\(name).csl") else { continue }
      do { _ = try StyleReader.read(bytes, name: name) } catch { Issue.record("\(error)") }
    }
  }

  /// Every eighth style, so that the test stays short; `YINZHU_ALL` takes all.
  @Test func bibliographies() throws {
    let names = Shared.files("csl-zh/styles")
    guard !names.isEmpty else { return }
    let environment = ProcessInfo.processInfo.environment
    let step = environment["YINZHU_ALL"] == nil ? 8 : 1
    let show = environment["YINZHU_SHOW_ZH"]
    let shared = try items(Shared.files("csl-zh/items").map { "csl-zh/items/" + $0 })
    var locales = LocaleSet.builtIn
    for name in Shared.files("csl-zh/locales") where name.hasSuffix(".xml") {
      if let bytes = Shared.bytes("csl-zh/locales/" + name) { try locales.add(bytes, name: name) }
    }
    var passed = 0
    var count = 0
    for (index, name) in names.enumerated() where index % step == 0 || show.map(name.contains) == true {
      guard let bytes = Shared.bytes("csl-zh/styles/\(name)/\(name).csl"),
        let expected = Shared.bytes("csl-zh/styles/\(name)/expected.json")
      else { continue }
      let style = try StyleReader.read(bytes, name: name).style
      let own = try items(["csl-zh/styles/\(name)/items.json"])
      let processor = Processor(style: style, locales: locales, language: nil)
      var good = 0
      var all = 0
      for section in try JSONReader.value(expected)["sections"]?.array ?? [] {
        guard let ids = section["updateItems"]?.array?.compactMap(\.string) else { continue }
        let references = ids.compactMap { own[$0] ?? shared[$0] }
        var texts: [String: String] = [:]
        for entry in processor.bibliography(references) { texts[entry.id.rawValue] = entry.text }
        for entry in section["bibliography"]?["entries"]?.array ?? [] {
          guard let id = entry["id"]?.string, let want = (entry["text"] ?? entry["html"])?.string else { continue }
          count += 1
          all += 1
          if texts[id] == want {
            passed += 1
            good += 1
          } else if let show, name.contains(show) {
            print("\(id)\n  - \(want)\n  + \(texts[id] ?? "nothing")")
          }
        }
      }
      if show != nil { print("ZH \(good) of \(all) \(name)") }
    }
    print("Chinese styles: \(passed) of \(count) bibliography entries")
    #expect(passed * 100 >= count * 80)
  }

  private func items(_ paths: [String]) throws -> [String: Reference] {
    var out: [String: Reference] = [:]
    for path in paths where FileManager.default.fileExists(atPath: Shared.root + "/" + path) {
      guard let bytes = Shared.bytes(path) else { continue }
      for reference in try Records.read(bytes) { out[reference.id.rawValue] = reference }
    }
    return out
  }
}
