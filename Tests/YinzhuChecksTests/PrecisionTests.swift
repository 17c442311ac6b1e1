import Foundation
import Testing
import Yinzhu
import YinzhuChecks

/// Files of others that are right: no error is found in them.
@Suite struct PrecisionTests {
  private static let shared: URL? = {
    let path = ProcessInfo.processInfo.environment["YINZHU_SHARED"] ?? "../shared"
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let url = path.hasPrefix("/") ? URL(fileURLWithPath: path) : root.appendingPathComponent(path)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }()

  /// The files of a folder of the shared data, of one type.
  private static func files(_ folder: String, _ type: String) -> [URL] {
    guard let url = shared?.appendingPathComponent(folder) else {
      print("skipped: there is no \(folder); set YINZHU_SHARED")
      return []
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0.hasSuffix(type) }.sorted().map { url.appendingPathComponent($0) }
  }

  private static let check = FileCheck(today: DateValue.Parts(year: 2026, month: 11, day: 25))

  private static func errors(_ bytes: [UInt8], _ name: String) throws -> [String] {
    try check.check(bytes, name: name).findings.filter { $0.severity == .error }
      .map { "\($0.code) \($0.wording.english) (\($0.note ?? ""))" }
  }

  @Test("Items of Chinese styles and the standard's own examples give no error")
  func records() throws {
    for url in Self.files("csl-zh/items", ".json") + Self.files("gbt7714", ".bib") {
      let errors = try Self.errors(Array(try Data(contentsOf: url)), url.lastPathComponent)
      #expect(errors.isEmpty, "\(url.lastPathComponent): \(errors)")
    }
  }

  @Test("The standard's examples as printed give no error")
  func printedExamples() throws {
    for url in Self.files("gbt7714", ".jsonl") {
      for key in ["numeric", "author-date"] {
        var text = "参考文献\n\n"
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
          let object = try JSONReader.value(Array(line.utf8))
          if let entry = object[key]?.string { text += entry.replacing("\n", with: " ") + "\n" }
        }
        let errors = try Self.errors(Array(text.utf8), "list.txt")
        #expect(errors.isEmpty, "\(url.lastPathComponent) \(key): \(errors)")
      }
    }
  }

  @Test("Notes of real articles give no error")
  func notes() throws {
    for url in Self.files("notes-zh", ".jsonl") {
      var notes: [String] = []
      for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
        let object = try JSONReader.value(Array(line.utf8))
        if let note = object["note_text"]?.string { notes.append(note.replacing("\n", with: " ")) }
      }
      let errors = try Self.errors(Array(RuleExample.article(notes).utf8), "notes.md")
      #expect(errors.isEmpty, "\(errors)")
    }
  }
}
