import Testing
import YinzhuFormats
import YinzhuModel
import YinzhuText

/// Laws over the BibTeX and BibLaTeX files of other programs, read in place.
@Suite("BibLaTeX: files of other programs")
struct SharedBibLaTeXTests {
  private static let keys = CitationKeys(pattern: .hanzi)

  private static var sources: [SourceText] {
    (SharedFormatsTests.files("formats", ".bib") + SharedFormatsTests.files("gbt7714", ".bib")).map { name, bytes in
      TextDecoder.decode(bytes, name: name).source
    }
  }

  @Test("A file with its own records is the same file", arguments: BibTeXWriter.Dialect.allCases)
  func unchanged(dialect: BibTeXWriter.Dialect) {
    for source in Self.sources {
      let file = BibTeXFile(source, dialect: dialect)
      #expect(file.written(file.references, keys: Self.keys).text == source.bytes, "\(source.name)")
    }
  }

  @Test("BibLaTeX → CSL-JSON → BibLaTeX gives the same records")
  func throughCSLJSON() {
    var records = 0
    var differences: [String] = []
    var reported: [String] = []
    for source in Self.sources {
      let before = BibTeXReader().read(source).references
      let json = CSLJSON.read(SourceText(name: "json", bytes: CSLJSON.write(before))).references
      let (text, losses) = BibTeXWriter(dialect: .biblatex, keys: Self.keys).write(json)
      let after = BibTeXReader().read(SourceText(name: "written", text: text)).references
      #expect(before.count == after.count, "\(source.name)")
      for loss in losses where loss.code == "F020" { reported.append("\(source.name): \(loss.message)") }
      for (a, b) in zip(before, after) {
        records += 1
        // A date in words has no place outside year.
        if losses.contains(where: { $0.message.contains("“\(b.id.rawValue)”") && $0.code == "F020" }) { continue }
        differences += Self.differences(a, b).map { "\(source.name) \(a.id.rawValue): \($0)" }
      }
    }
    print("BibLaTeX through CSL-JSON: \(records) records, \(reported.count) losses, \(differences.count) differences")
    for loss in reported { print("  " + loss) }
    for difference in differences.prefix(60) { print("  " + difference) }
    #expect(differences.isEmpty)
  }

  private static func differences(_ a: Reference, _ b: Reference) -> [String] {
    var out: [String] = []
    if a.type != b.type { out.append("type \(a.type) → \(b.type)") }
    // A name of one part is whole.
    func folded(_ reference: Reference) -> [Variable: Field.Value] {
      BibLaTeXRoundTripTests.bare(reference).mapValues { value in
        if case .names = value { SharedFormatsTests.folded(value) } else { value }
      }
    }
    let (was, now) = (folded(a), folded(b))
    for variable in Variable.allCases where variable != .citationKey && was[variable] != now[variable] {
      out.append("\(variable.rawValue) \(shown(was[variable])) → \(shown(now[variable]))")
    }
    func foreign(_ reference: Reference) -> Set<String> {
      Set(reference.foreign.map { "\($0.key) = \($0.value.scalarText ?? "")" })
    }
    // What the other entry gives is there already, under the name of its variable.
    if a.foreign.contains(where: { $0.key == "xdata" }) { return out }
    for field in foreign(a).symmetricDifference(foreign(b)).sorted() { out.append("foreign \(field)") }
    return out
  }

  private static func shown(_ value: Field.Value?) -> String {
    switch value {
    case .text(let text)?: text.markup
    case .number(let text)?: text
    case .date(let date)?: "\(date)"
    case .names(let list)?:
      list.names.map { name in
        [
          ("family", name.family), ("given", name.given), ("dropping", name.droppingParticle),
          ("particle", name.nonDroppingParticle), ("suffix", name.suffix), ("literal", name.literal),
        ].map { "\($0)=\($1 ?? "–")" }.joined(separator: " ")
      }.joined(separator: "; ")
    case nil: "–"
    }
  }
}
