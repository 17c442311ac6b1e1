import Foundation
import Testing

/// Who may import whom (docs/architecture.md). The compiler checks what Package.swift declares; this reads the import
/// lines, since Foundation and imports through another target pass there.
struct ArchitectureTests {
  static let allowed: [String: Set<String>] = [
    "YinzhuText": [],
    "YinzhuModel": ["YinzhuText"],
    "YinzhuDocuments": ["YinzhuText", "YinzhuModel", "CLibXML2", "CZip"],
    "YinzhuNotes": ["YinzhuText", "YinzhuModel"],
    "YinzhuCitations": ["YinzhuText", "YinzhuModel", "CLexicons"],
    "YinzhuCSL": ["YinzhuText", "YinzhuModel", "CLibXML2", "CICU", "CLocales"],
    "YinzhuFormats": ["YinzhuText", "YinzhuModel", "CLibXML2", "CYAML"],
    "YinzhuChecks": ["YinzhuText", "YinzhuModel", "CLexicons"],
    "Yinzhu": [
      "YinzhuText", "YinzhuModel", "YinzhuDocuments", "YinzhuNotes", "YinzhuCitations", "YinzhuCSL", "YinzhuFormats",
      "YinzhuChecks",
      "Foundation",
    ],
    "YinzhuCommand": ["Yinzhu", "ArgumentParser", "Foundation", "Glibc", "Darwin", "Dispatch", "Synchronization"],
    "CSLSuite": ["YinzhuText", "YinzhuModel", "YinzhuCSL", "Foundation"],
    "CSLSuiteCommand": [
      "CSLSuite", "YinzhuText", "YinzhuModel", "YinzhuCSL", "Yinzhu", "ArgumentParser", "Foundation",
    ],
    "FormatSuite": ["YinzhuText", "YinzhuModel", "YinzhuFormats", "Yinzhu", "CitationCorpus", "Foundation"],
    "FormatSuiteCommand": ["FormatSuite", "CitationCorpus", "Yinzhu", "ArgumentParser", "Foundation"],
    "CitationCorpus": ["YinzhuText", "YinzhuModel", "YinzhuCSL", "Foundation"],
    "CitationCorpusCommand": ["CitationCorpus", "ArgumentParser", "Foundation"],
    "CitationTraining": [
      "CitationCorpus", "YinzhuText", "YinzhuModel", "YinzhuCitations", "ArgumentParser", "Foundation",
    ],
    "CLibXML2": [], "CZip": [], "CICU": [], "CYAML": [], "CLexicons": [], "CLocales": [],
  ]

  /// What single files may import beyond their target.
  static let exceptions: [String: Set<String>] = [
    "YinzhuText/TextDecoder.swift": ["Foundation"],
    "YinzhuDocuments/PDF/TextTool.swift": ["Glibc", "Darwin"],
    "YinzhuText/Parallel.swift": ["Dispatch", "Synchronization"],
    "YinzhuText/MadeOnce.swift": ["Synchronization"],
  ]

  @Test("Every target imports only what the architecture allows")
  func imports() throws {
    let sources = PackageRoot.url.appending(path: "Sources")
    let files = Self.swiftFiles(in: sources)
    #expect(files.count > 50, "the sources were not found under \(sources.path)")
    for file in files {
      let target = String(file.prefix { $0 != "/" })
      let allowed = try #require(Self.allowed[target], "target \(target) is not in the table of the architecture")
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      let extra = Self.imports(of: text).subtracting(allowed).subtracting(Self.exceptions[file] ?? [])
      #expect(extra.isEmpty, "\(file) imports \(extra.sorted().joined(separator: ", "))")
    }
  }

  @Test("Import lines are read with their attributes, kinds and submodules")
  func importLines() {
    let text = """
      // import Comment
      import A
      @_exported public import B
      @preconcurrency import struct C.D
        package import E
      let important = 1
      import F; import G
      """
    #expect(Self.imports(of: text) == ["A", "B", "C", "E", "F", "G"])
  }

  /// Paths of Swift files below a folder, relative to it.
  static func swiftFiles(in folder: URL) -> [String] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted()
  }

  /// Modules that a file imports.
  static func imports(of text: String) -> Set<String> {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor"]
    let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    var modules: Set<String> = []
    for statement in text.split(whereSeparator: { $0 == "\n" || $0 == ";" }) {
      let words = statement.split(separator: " ").drop { $0.hasPrefix("@") || modifiers.contains($0) }
      guard words.first == "import" else { continue }
      let path = words.dropFirst().drop { kinds.contains($0) }.first ?? ""
      modules.insert(String(path.prefix { $0 != "." }))
    }
    return modules
  }
}
