import Foundation
import Testing
import YinzhuDocuments
import YinzhuModel
import YinzhuText

@testable import YinzhuNotes

/// The labelled documents beside the project, read in place. The numbers are those of its own scorer.
@Suite("Labelled documents")
struct SharedDocumentsTests {
  static let folder: String = {
    let shared = ProcessInfo.processInfo.environment["YINZHU_SHARED"] ?? "../shared"
    return "\(shared)/docs-zh"
  }()

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".gold.json") }.map { String($0.dropLast(10)) }.sorted()
  }()

  @Test("every marker has its own text, or the word that it is missing; no wrong pair")
  func documents() throws {
    guard !Self.names.isEmpty else {
      print("skipped: no labelled documents at \(Self.folder) (set YINZHU_SHARED)")
      return
    }
    var right = 0
    var total = 0
    for name in Self.names {
      let gold = try JSONReader.value(
        Array(try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name).gold.json"))))
      let type = FileManager.default.fileExists(atPath: "\(Self.folder)/\(name).txt") ? "txt" : "md"
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name).\(type)")))
      let scan = NoteFinder.find(in: try DocumentReader.read(bytes, name: name))
      let byOffset = Dictionary(scan.notes.compactMap { note in note.marker.map { ($0.span.start, note) } }) {
        first, _ in first
      }
      let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
      let markers = gold["markers"]?.array ?? []
      let notes = (gold["notes"]?.array ?? []).filter { $0["status"]?.string != "marker-missing" }
      for (marker, note) in zip(markers, notes) {
        total += 1
        let offset = scalars[..<(marker["offset"]?.integer ?? 0)].reduce(0) { $0 + UTF8.width($1) }
        let found = byOffset[offset]
        let text = found?.text?.string
        if note["status"]?.string == "found" {
          if squeeze(text) == squeeze(note["text"]?.string), text != nil {
            right += 1
          } else {
            #expect(text == nil, "wrong pair in \(name)")
          }
        } else if let found, text == nil, case .textMissing = found.link {
          right += 1
        } else {
          #expect(text == nil, "a neighbour's text in \(name)")
        }
      }
    }
    print("labelled documents: \(right) of \(total) right")
    #expect(Double(right) >= 0.98 * Double(total))
  }

  private func squeeze(_ text: String?) -> String { (text ?? "").filter { !$0.isWhitespace } }
}
