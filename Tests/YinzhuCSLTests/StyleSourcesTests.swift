import Foundation
import Testing
import YinzhuCSL

/// The files in `styles/`.
@Suite("Sources of the built-in styles")
struct StyleSourcesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "styles")

  @Test("Every file of the folder is built in")
  func allAreBuiltIn() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let ids = names.filter { $0.hasSuffix(".csl") }.map { String($0.dropLast(4)) }
    #expect(Set(ids) == Set(Style.builtInIDs))
  }

  @Test("Built-in styles read without a warning", arguments: Style.builtInIDs)
  func noWarnings(id: String) throws {
    let bytes = try Data(contentsOf: Self.folder.appending(path: id + ".csl"))
    let warnings = try StyleReader.read(Array(bytes), name: id).warnings
    #expect(warnings.map(\.message) == [])
  }

  /// CSL has no include; what the three systems of an edition share is held together here.
  @Test("The systems of an edition share their macros", arguments: ["2015", "2025"])
  func sharedMacros(edition: String) throws {
    let shared = [
      "volume", "item-number", "title", "type-code", "carrier", "code", "title-and-code", "edition", "year", "day",
      "updated", "accessed", "host-creators", "other-contributors", "host", "identifiers", "body", "online", "whole",
    ]
    let sources = try ["numeric", "author-date", "note"].map { system in
      try String(contentsOf: Self.folder.appending(path: "gb-t-7714-\(edition)-\(system).csl"), encoding: .utf8)
    }
    for name in shared {
      let macros = sources.map { source in
        source.components(separatedBy: "<macro name=\"\(name)\">").dropFirst().first?
          .components(separatedBy: "</macro>").first
      }
      #expect(macros[0] != nil, "\(name)")
      #expect(macros[1] == macros[0] && macros[2] == macros[0], "\(name)")
    }
  }
}
