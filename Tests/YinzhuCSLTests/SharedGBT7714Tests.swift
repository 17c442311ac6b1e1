import Foundation
import Testing
import YinzhuCSL
import YinzhuModel
import YinzhuText

/// The worked examples of the standard, for which `csl-zh/items` has records.
struct SharedGBT7714Tests {
  struct Score: CustomStringConvertible {
    var exact = 0
    var folded = 0
    var count = 0
    var description: String { "\(exact) exact, \(folded) with widths and spaces folded, of \(count)" }
  }

  private func examples(_ edition: String) throws -> [String: String]? {
    guard let bytes = Shared.bytes("gbt7714/examples-\(edition).jsonl") else { return nil }
    var out: [String: String] = [:]
    for line in bytes.split(separator: 0x0A) {
      let value = try JSONReader.value(Array(line))
      if let id = value["id"]?.string, let text = value["numeric"]?.string { out[id] = text }
    }
    return out
  }

  /// Clauses 7.x are pieces of references.
  private func isFragment(_ id: String) -> Bool { id.hasPrefix("gbt7714.7.") }

  private func fold(_ text: String) -> String {
    let map: [Character: Character] = ["，": ",", "：": ":", "；": ";", "（": "(", "）": ")", "’": "'", "—": "-", "–": "-"]
    return String(text.filter { !$0.isWhitespace }.map { map[$0] ?? $0 })
  }

  /// The records: from `csl-zh`, or from a file of CSL-JSON that `YINZHU_GBT7714_ITEMS` names (`…-2015.json`).
  private func records(_ edition: String) -> [UInt8]? {
    if let stem = ProcessInfo.processInfo.environment["YINZHU_GBT7714_ITEMS"],
      let data = FileManager.default.contents(atPath: stem + "-\(edition).json")
    {
      return Array(data)
    }
    return Shared.bytes("csl-zh/items/gb.json")
  }

  private func score(_ edition: String) throws -> Score? {
    guard let examples = try examples(edition), let bytes = records(edition) else { return nil }
    let style = try #require(Style.builtIn(id: "gb-t-7714-\(edition)-numeric"))
    let processor = Processor(style: style, locales: .builtIn, language: nil)
    let verbose = ProcessInfo.processInfo.environment["YINZHU_SHOW"] != nil
    var score = Score()
    for reference in Records.read(bytes) {
      guard let expected = examples[reference.id.rawValue], !isFragment(reference.id.rawValue) else { continue }
      let text = try #require(processor.bibliography([reference]).first?.text)
      let got = text.hasPrefix("[1] ") ? String(text.dropFirst(4)) : text
      score.count += 1
      if got == expected { score.exact += 1 }
      if fold(got) == fold(expected) {
        score.folded += 1
      } else if verbose {
        print("\(reference.id.rawValue)\n  - \(expected)\n  + \(got)")
      }
    }
    return score
  }

  @Test func edition2025() throws {
    guard let score = try score("2025") else { return }
    print("GB/T 7714—2025 numeric: \(score)")
    #expect(score.folded * 100 >= score.count * 75)
  }

  /// No records come under the ids of this edition yet; they do when BibTeX is read.
  @Test func edition2015() throws {
    guard let score = try score("2015") else { return }
    guard score.count > 0 else {
      print("skipped: no records for the examples of 2015; name some with YINZHU_GBT7714_ITEMS")
      return
    }
    print("GB/T 7714—2015 numeric: \(score)")
    #expect(score.folded * 100 >= score.count * 75)
  }
}
