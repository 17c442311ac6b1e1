import Foundation
import Testing
import Yinzhu

/// Laws that hold for every input, whatever is done to it (docs/architecture.md, tests).
struct LawTests {
  static let pipeline = Pipeline()

  /// A document to do things to, and the distance between two places where it is done: all bytes would take minutes.
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var stride: Int
    var testDescription: String { name }
  }

  static let samples: [Sample] = {
    var out: [Sample] = []
    if let seed = try? Data(contentsOf: PackageRoot.seed) {
      out.append(Sample(name: "seed", bytes: [UInt8](seed), stride: 887))
    }
    guard let folder = PackageRoot.shared?.appending(path: "docs-zh"),
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    else {
      print("Skipped: laws over docs-zh; set YINZHU_SHARED to the folder that holds it.")
      return out
    }
    for name in names.sorted() where (name.hasSuffix(".txt") || name.hasSuffix(".md")) && name != "README.md" {
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else { continue }
      out.append(Sample(name: name, bytes: [UInt8](data), stride: max(1, data.count / 12)))
    }
    return out
  }()

  @Test("The seed is there")
  func seed() { #expect(Self.samples.first?.bytes.count == 42_984) }

  @Test("A whole document: all places lie inside it", arguments: samples)
  func whole(sample: Sample) throws {
    let extraction = try Self.pipeline.extract(sample.bytes, name: sample.name)
    #expect(!extraction.entries.isEmpty)
    expectPlacesInside(extraction)
  }

  @Test("Cut at any byte: no trap, places inside", arguments: samples)
  func cuts(sample: Sample) {
    for end in stride(from: 1, through: sample.bytes.count, by: sample.stride) {
      // A document without any text is an error, which is an answer too.
      guard let extraction = try? Self.pipeline.extract(Array(sample.bytes[..<end]), name: sample.name) else {
        continue
      }
      expectPlacesInside(extraction)
    }
  }

  @Test("Any byte flipped: no trap, places inside", arguments: samples)
  func flips(sample: Sample) {
    var bytes = sample.bytes
    for (turn, offset) in stride(from: 0, to: bytes.count, by: sample.stride).enumerated() {
      let mask: UInt8 = [0xFF, 0x80, 0x01, 0x20][turn % 4]
      bytes[offset] ^= mask
      if let extraction = try? Self.pipeline.extract(bytes, name: sample.name) { expectPlacesInside(extraction) }
      bytes[offset] ^= mask
    }
  }

  @Test("A note cut at any character: no trap, places inside")
  func notes() {
    let notes = [
      "参见[美]约翰·史密斯：《山与海》（第2版上卷），张三、李四译，北京：江边出版社，2001年，第35-37页；同上，第4页。",
      "John A. Smith and Mary Jones, eds., The River and the Hill (Cambridge: Hill Press, 1999), pp. 4–5; ibid., p. 9.",
      "[3] 李明, 王芳. 县城里的图书馆[J]. 江边学刊, 2003, 12(3): 45-62. DOI: 10.1000/xyz.",
      "转引自王芳：“河上的桥”，《江边晚报》２００３ 年 ５ 月 １６ 日，第 ８ 版，http://example.org/a?b=c。",
    ]
    for note in notes {
      let length = note.utf8.count
      for cut in note.indices {
        for text in [String(note[..<cut]), String(note[cut...])] {
          for item in Self.pipeline.parser.parse(text).citation.items {
            #expect(places(of: item).allSatisfy { $0.start <= $0.end && $0.end <= length }, "\(text)")
          }
        }
      }
    }
  }

  private func expectPlacesInside(_ extraction: Extraction) {
    let length = extraction.document.source.bytes.count
    var spans = extraction.document.pages.map(\.span) + extraction.document.blocks.map(\.span)
    for entry in extraction.entries {
      spans += [entry.note.labelSpan, entry.note.marker?.span].compactMap { $0 } + (entry.note.text?.spans ?? [])
      spans += (entry.citation?.items ?? []).flatMap(places)
    }
    spans += extraction.diagnostics.compactMap(\.span)
    spans += extraction.diagnostics.flatMap(\.related).map(\.span)
    let outside = spans.filter { $0.start > $0.end || $0.end > length }
    #expect(outside.isEmpty, "outside of \(length) bytes")
  }

  private func places(of item: CitationItem) -> [SourceSpan] {
    var spans = item.spans + item.parse.remainder + (item.locator?.spans ?? [])
    for field in item.reference?.fields.values ?? [:].values {
      spans += field.provenance.spans + (field.names?.names ?? []).flatMap(\.spans)
    }
    return spans
  }
}
