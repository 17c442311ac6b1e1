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
    // Later parts of the processor: state between citations, abbreviations, sections.
    for section in ["CITATIONS", "BIBENTRIES", "BIBSECTION", "ABBREVIATIONS", "OPTIONS"] where fixture[section] != nil {
      return .skipped
    }
    let style: Style
    do { style = try StyleReader.read(Array(css.utf8), name: fixture.name).style } catch {
      got = "\(error)"
      return .failed
    }
    let references = try Records.read(Array(input.utf8))
    let processor = Processor(style: style, locales: locales, language: nil)
    switch fixture.mode {
    case "bibliography":
      let entries = processor.bibliography(references, format: .html).map {
        "  <div class=\"csl-entry\">\($0.text)</div>\n"
      }
      got = "<div class=\"csl-bib-body\">\n" + entries.joined() + "</div>"
    case "citation":
      let numbers = processor.citationNumbers(references)
      var clusters: [[CitationItem]] = []
      if let items = fixture["CITATION-ITEMS"] {
        let value = try JSONReader.value(Array(items.utf8))
        for cluster in value.array ?? [] {
          clusters.append((cluster.array ?? []).compactMap { item($0, references) })
        }
      } else {
        clusters = [references.map { CitationItem(reference: $0) }]
      }
      got = clusters.map { processor.citation($0, numbers: numbers, format: .html) }.joined(separator: "\n")
    default: return .skipped
    }
    return got.trimmed == fixture.result ? .passed : .failed
  }

  private func item(_ value: JSONValue, _ references: [Reference]) -> CitationItem? {
    guard let id = value["id"]?.scalarText, let reference = references.first(where: { $0.id.rawValue == id }) else {
      return nil
    }
    var out = CitationItem(reference: reference)
    out.prefix = value["prefix"]?.string
    out.suffix = value["suffix"]?.string
    if let locator = value["locator"]?.scalarText {
      let label =
        value["label"]?.string.flatMap { Locator.Label(rawValue: $0.replacingOccurrences(of: " ", with: "-")) } ?? .page
      out.locator = Locator(label: label, value: locator, spans: [])
    }
    return out
  }
}

extension CitationItem {
  /// An item that was not read from any text.
  init(reference: Reference) {
    self.init(
      reference: reference, text: "", spans: [], parse: Parse(pattern: PatternID(rawValue: "test"), confidence: 1))
  }
}
