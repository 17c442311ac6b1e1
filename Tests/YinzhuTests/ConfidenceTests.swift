import Testing
import Yinzhu
import YinzhuModel
import YinzhuText

/// Whether confidence says what it should: the table of docs/confidence.md is printed from here.
@Suite("Confidence")
struct ConfidenceTests {
  private static let edges = [0, 0.3, 0.5, 0.7, 0.9, 1.01]

  @Test("of records above 0.9 at least 99 % are exactly right on the labelled notes")
  func calibration() throws {
    guard let labelled = try LabelledNotes() else {
      print("Skipped: calibration; set YINZHU_SHARED to the folder that holds notes-zh.")
      return
    }
    let parser = CitationParser()
    let back = RenderBack()
    var records: [(confidence: Double, isRight: Bool)] = []
    for note in labelled.notes {
      let text = MappedText(note.text)
      var parsed = parser.parse(text, note: "1")
      back.check(&parsed, source: text.bytes)
      let items = parsed.citation.items.filter { $0.reference != nil }
      for (index, item) in items.enumerated() {
        guard let reference = item.reference else { continue }
        let found = LabelledNotes.record(CSLJSON.item(reference), locator: item.locator?.value)
        let isRight = index < note.records.count && LabelledNotes.agree(note.records[index], found)
        records.append((item.parse.confidence, isRight))
      }
    }
    print("confidence   records   exactly right")
    for (low, high) in zip(Self.edges, Self.edges.dropFirst()) {
      let inside = records.filter { $0.confidence >= low && $0.confidence < high }
      let right = inside.count { $0.isRight }
      print("\(low)–\(min(1, high))   \(inside.count)   \(right)")
    }
    let sure = records.filter { $0.confidence > 0.9 }
    #expect(sure.count > records.count / 2)
    #expect(sure.count { !$0.isRight } * 100 <= sure.count)
  }

  private func checked(_ text: String) throws -> CitationItem {
    let mapped = MappedText(text)
    var parsed = CitationParser().parse(mapped, note: "1")
    let style = try #require(Style.builtIn(id: "faxue-yinzhu-shouce"))
    let processor = Processor(style: style, locales: .builtIn, language: nil)
    let back = RenderBack(styles: CandidateStyles(id: "faxue-yinzhu-shouce", style: style, processor: processor))
    back.check(&parsed, source: mapped.bytes)
    return try #require(parsed.citation.items.first)
  }

  @Test("a citation as the style prints it has nothing to explain")
  func equal() throws {
    let rendering = try #require(try checked("王力：《山海集》，山海出版社2001年版，第3页。").parse.rendering)
    #expect(rendering.agreement == 1)
    #expect(rendering.differences.isEmpty)
  }

  @Test("a difference is explained by the fields beside it")
  func difference() throws {
    let rendering = try #require(try checked("王力：《山海集》（山海出版社2001年版），第3页。").parse.rendering)
    #expect(rendering.agreement < 1)
    #expect(rendering.differences.map(\.place.description).contains("what stands between title and publisher"))
  }

  @Test("widths, spaces and sorts of marks are no differences")
  func widths() throws {
    let rendering = try #require(try checked("王力: 《山海集》, 山海出版社 ２００１ 年版, 第 3 页。").parse.rendering)
    #expect(rendering.differences.isEmpty)
  }

  @Test("nothing of the rendering goes into the record")
  func fillsNothingIn() throws {
    let text = "王力：《山海集》，山海出版社，第3页。"
    #expect(try checked(text).reference == CitationParser().parse(text).citation.items.first?.reference)
  }

  @Test("a long title is compared cheaply")
  func long() throws {
    let text = "王力：《" + String(repeating: "山", count: 200_000) + "》，山海出版社2001年版，第3页。"
    _ = try? checked(text)
  }
}
