import Foundation
import Testing
import YinzhuCSL
import YinzhuModel
import YinzhuText

struct PlacedTextTests {
  /// A style around some elements.
  private func processor(_ elements: String) throws -> Processor {
    let text = """
      <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>t</title><id>t</id></info>
      <citation><layout><text variable="title"/></layout></citation>
      <bibliography><layout suffix=".">\(elements)</layout></bibliography></style>
      """
    return Processor(
      style: try StyleReader.read(Array(text.utf8), name: "t").style, locales: .builtIn, language: "en-US")
  }

  private func record() throws -> Reference {
    let text = """
      [{"id":"a","type":"article-journal","title":"On \\"rivers\\" and seas","container-title":"Waters","volume":"3",
        "author":[{"family":"Doe","given":"Jane"},{"family":"Roe","given":"R."}],"page":"101-109",
        "editor":[{"family":"Poe","given":"P."}],"issued":{"date-parts":[[2011,5,3]]},"DOI":"10.1000/182"}]
      """
    let records = CSLJSON.read(SourceText(name: "r", bytes: Array(text.utf8))).references
    return try #require(records.first)
  }

  @Test(
    "Affixes, labels, marks and quotation marks stand outside of the places",
    arguments: [
      (#"<text variable="title" quotes="true" suffix=","/>"#, ["title=On ‘rivers’ and seas"]),
      (#"<names variable="author"><name and="text"/><label prefix=" "/></names>"#, ["author=Jane Doe and R. Roe"]),
      (
        #"<names variable="author" suffix=". "><name/></names><names variable="editor"><name/><label prefix=", "/></names>"#,
        ["author=Jane Doe, R. Roe", "editor=P. Poe"]
      ),
      (#"<group delimiter=" "><label variable="page"/><text variable="page"/></group>"#, ["page=101–109"]),
      (#"<date variable="issued" prefix="(" suffix=")"><date-part name="year"/></date>"#, ["issued=2011"]),
      (#"<text variable="DOI" prefix="https://doi.org/"/>"#, ["DOI=10.1000/182"]),
      (
        #"<text variable="title" text-case="title" font-style="italic"/><number variable="volume" prefix=", vol. "/>"#,
        ["title=On “Rivers” and Seas", "volume=3"]
      ),
    ])
  func parts(elements: String, expected: [String]) throws {
    let placed = try #require(try processor(elements).placedEntry(try record()))
    let bytes = Array(placed.text.utf8)
    let parts = placed.parts.map { "\($0.variable.rawValue)=\(String(decoding: bytes[$0.range], as: UTF8.self))" }
    #expect(parts == expected)
  }

  private static let ours = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "styles").path
  private static let debian = "/usr/share/citation-style-language/styles"

  @Test(
    "The text with places is the text without, in every style of ours and many of Debian's", arguments: [ours, debian])
  func sameText(folder: String) throws {
    let record = try record()
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().filter {
      $0.hasSuffix(".csl")
    }
    if names.isEmpty { print("skipped: no styles in \(folder)") }
    for (index, name) in names.enumerated() where names.count < 100 || index % 31 == 0 {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)"),
        let style = (try? StyleReader.read(Array(data), name: name))?.style
      else { continue }
      let processor = Processor(style: style, locales: .builtIn, language: nil)
      if let placed = processor.placedEntry(record) {
        #expect(placed.text == processor.bibliography([record]).first?.text, "\(name)")
      }
      let cluster = Cluster(noteIndex: 1, cites: [Cite(reference: record.id)])
      if let placed = processor.placedCitation(record) {
        #expect(placed.text == processor.document([record], [cluster]).clusters.first, "\(name)")
      }
    }
  }
}
