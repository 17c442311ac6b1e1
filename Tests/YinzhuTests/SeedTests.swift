import Foundation
import Testing
import Yinzhu
import YinzhuModel
import YinzhuText

/// The seed article end to end: every note, every citation, every place.
@Suite struct SeedTests {
  let extraction: Extraction
  let source: SourceText

  init() throws {
    let bytes = [UInt8](try Data(contentsOf: PackageRoot.seed))
    extraction = try Pipeline().extract(bytes, name: "seed.txt")
    source = extraction.document.source
  }

  private var items: [CitationItem] { extraction.entries.flatMap { $0.citation?.items ?? [] } }

  @Test func twentyFourMarkersNineTexts() {
    let entries = extraction.entries
    #expect(entries.count == 24)
    #expect(entries.count { $0.note.text != nil } == 9)
    #expect(entries.count { if case .textMissing = $0.note.link { true } else { false } } == 15)
    #expect(entries.count { if case .linked = $0.note.link { true } else { false } } == 9)
  }

  /// A volume of several articles in one file: lines that repeat are not all running heads.
  @Test func threeTimesOver() throws {
    let bytes = [UInt8](try Data(contentsOf: PackageRoot.seed))
    let entries = try Pipeline().extract(bytes + [0x0A] + bytes + [0x0A] + bytes, name: "volume.txt").entries
    #expect(entries.count == 72)
    #expect(entries.count { if case .linked = $0.note.link { true } else { false } } == 27)
    #expect(entries.count { if case .textMissing = $0.note.link { true } else { false } } == 45)
  }

  @Test func everyMarkerStandsWhereItsLabelIs() {
    for entry in extraction.entries {
      #expect(entry.note.marker.map { source[$0.span] } == entry.note.label?.symbol)
    }
  }

  @Test func threeExplanations() {
    #expect(extraction.entries.count { $0.citation?.kind == .explanation } == 3)
    #expect(extraction.entries.count { $0.citation?.kind == .citation } == 6)
  }

  @Test func sixCitationsAsTheyRead() {
    let rows = items.map { item in
      let reference = item.reference
      return [
        reference?.type.rawValue, reference?.names(.author).first?.literal, reference?.text(.containerTitle),
        reference?.date(.issued).map { [$0.start?.year, $0.start?.month, $0.start?.day].compactMap { $0 } }
          .map { $0.map(String.init).joined(separator: "-") },
        item.locator?.value,
      ]
    }
    #expect(
      rows == [
        ["article-newspaper", "江泽民", "人民日报", "2001-6-26", nil],
        ["article-newspaper", "习近平", "人民日报", "2018-6-11", nil],
        ["article-journal", "章波", "阿拉伯世界研究", "2014", "71"],
        ["article-newspaper", "习近平", "人民日报", "2018-6-11", nil],
        ["article-newspaper", nil, "人民日报", "2013-10-26", nil],
        ["book", nil, nil, "2020", "426-427"],
      ])
    #expect(items.last?.reference?.text(.title) == "习近平谈治国理政")
    #expect(items.last?.reference?.text(.publisher) == "外文出版社")
  }

  @Test func aWorkCitedTwiceIsOneEntry() {
    #expect(extraction.references.count == 5)
  }

  @Test func titlesStandWhereTheirPlacesSay() throws {
    for item in items {
      let field = try #require(item.reference?[.title])
      let printed = field.provenance.spans.map { source[$0] }.joined()
      #expect(WidthFolding.fold(printed.filter { !$0.isWhitespace }) == field.plainText?.filter { !$0.isWhitespace })
    }
  }

  @Test func everyPlaceIsInsideItsNote() {
    for entry in extraction.entries {
      let area = entry.note.text?.spans ?? []
      for item in entry.citation?.items ?? [] {
        for field in item.reference?.fields.values.map(\.self) ?? [] {
          for span in field.provenance.spans { #expect(area.contains { $0.contains(span) }) }
        }
      }
    }
  }

  @Test func jsonLinesHaveTheKeysOfTheContract() throws {
    let objects = JSONLinesReport.objects(extraction, file: "seed.txt")
    let keys = [
      "document": ["type", "file", "encoding", "pages", "bytes"],
      "note": [
        "type", "id", "page", "printed_page", "label", "number", "link", "marker", "text", "spans", "kind",
      ],
      "citation": [
        "type", "note", "index", "text", "spans", "prefix", "suffix", "locator", "label", "form", "target", "quoted_in",
        "reference", "fields", "confidence", "remainder",
      ],
      "diagnostic": ["type", "code", "severity", "message", "span", "line", "column"],
    ]
    for object in objects {
      let type = try #require(object["type"]?.string)
      #expect(object.members?.map(\.key) == keys[type], "\(type)")
    }
    #expect(Set(objects.compactMap { $0["type"]?.string }) == Set(keys.keys))
  }
}
