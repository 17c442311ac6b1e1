import Foundation
import Yinzhu

/// What one process does many times: compiling a style, many authors, a citation more.
struct InProcess {
  let styles: String
  let records: [Reference]

  private func style(_ name: String) throws -> Style {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(styles)/\(name).csl")))
    return try StyleReader.read(bytes, name: name).style
  }

  /// The shortest of some runs, in milliseconds.
  private func fastest(_ runs: Int, _ body: () throws -> Void) rethrows -> Double {
    var times: [Double] = []
    for _ in 0..<runs { times.append(seconds(try ContinuousClock().measure(body))) }
    return (times.min() ?? .infinity) * 1000
  }

  /// A style of 243 KB: its macros again and again under other names, until it is that large.
  func compile() throws -> Double {
    var text = try String(contentsOfFile: "\(styles)/chicago-fullnote-bibliography.csl", encoding: .utf8)
    guard let start = text.firstRange(of: "  <macro "), let end = text.firstRange(of: "  <citation") else {
      return .nan
    }
    let macros = text[start.lowerBound..<end.lowerBound]
    var copies = ""
    var number = 0
    while text.utf8.count + copies.utf8.count < 243_000 {
      number += 1
      copies += macros.replacing("macro name=\"", with: "macro name=\"c\(number)-")
        .replacing("macro=\"", with: "macro=\"c\(number)-")
    }
    text.insert(contentsOf: copies, at: end.lowerBound)
    let bytes = Array(text.utf8)
    return try fastest(15) { _ = try StyleReader.read(bytes, name: "large.csl") }
  }

  /// The entry of a record with 500 authors.
  func manyAuthors() throws -> Double {
    guard var record = records.first else { return .nan }
    record.set(.author, names: (0..<500).map { Name(family: "Doe\($0)", given: "Jane M.") })
    let processor = Processor(style: try style("chicago-note-bibliography"), locales: .builtIn, language: nil)
    return fastest(15) {
      _ = processor.document([record], [Cluster(noteIndex: 1, cites: [Cite(reference: record.id)])])
    }
  }

  /// One citation more in the middle of a document with 600.
  func insertion(_ name: String) throws -> Double {
    let processor = Processor(style: try style(name), locales: .builtIn, language: nil)
    let clusters = (0..<600).map { index in
      let cites = [0, 7].map { Cite(reference: records[(index * 3 + $0) % min(records.count, 400)].id) }
      return Cluster(noteIndex: index + 1, cites: cites)
    }
    let session = CitationSession(processor: processor, references: records, clusters: clusters)
    return fastest(9) {
      var session = session
      let cite = Cite(reference: records[records.count / 2].id)
      _ = session.insert(Cluster(noteIndex: 301, cites: [cite]), at: 300)
    }
  }
}
