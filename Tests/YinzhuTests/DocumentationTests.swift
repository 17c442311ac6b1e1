import Foundation
import Testing
import Yinzhu

/// What the documentation says is what the code does.
struct DocumentationTests {
  @Test("docs/checks is up to date", arguments: Rules.all.map(\.code))
  func checks(code: String) throws {
    let rule = try #require(Rules.rule(code))
    let file = PackageRoot.url.appending(path: "docs/checks/\(code).md")
    let written = try? String(contentsOf: file, encoding: .utf8)
    #expect(written == Rules.page(rule), "run make docs")
  }

  @Test("docs/checks has no page of a rule that is gone")
  func noStrayChecks() throws {
    let folder = PackageRoot.url.appending(path: "docs/checks")
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(pages) == Set(Rules.all.map { $0.code + ".md" }), "run make docs")
  }

  @Test("docs/formats.md is what the tables say")
  func formats() {
    let file = PackageRoot.url.appending(path: "docs/formats.md")
    #expect((try? String(contentsOf: file, encoding: .utf8)) == FormatsPage.markdown(), "run make docs")
  }

  @Test("Codes are never used twice")
  func codes() {
    #expect(Set(Rules.all.map(\.code)).count == Rules.all.count)
  }

  /// The code of README, "In Swift"; what it prints is compared here.
  @Test("The example of the README compiles, and does what it says")
  func readme() throws {
    let text = "王力：《山海集》，山海出版社2001年，第3页。"
    let parsed = CitationParser().parse(text)
    var printed: [String] = []
    for item in parsed.citation.items {
      guard let reference = item.reference else { continue }
      printed += [reference.text(.title) ?? ""] + reference.names(.author).map(\.displayed)
      printed.append(item.locator?.value ?? "")
    }
    #expect(printed == ["山海集", "王力", "3"])

    let bytes = Array("正文。①\n\n① \(text)\n".utf8)
    let extraction = try Pipeline().extract(bytes, name: "article.txt")
    #expect(extraction.references.count == 1)
  }

  @Test("Links between pages lead somewhere")
  func links() throws {
    let root = PackageRoot.url
    let docs = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "docs").path)
    let pages = ["README.md"] + docs.filter { $0.hasSuffix(".md") }.map { "docs/" + $0 }
    for page in pages {
      let file = root.appending(path: page)
      let text = try String(contentsOf: file, encoding: .utf8)
      for part in text.components(separatedBy: "](").dropFirst() {
        let target = String(part.prefix { $0 != ")" && $0 != "#" })
        guard !target.isEmpty, !target.hasPrefix("http"), target.allSatisfy({ $0.isASCII && $0 != " " }) else {
          continue
        }
        let path = file.deletingLastPathComponent().appending(path: target).path
        #expect(FileManager.default.fileExists(atPath: path), "\(page) links to \(target)")
      }
    }
  }
}
