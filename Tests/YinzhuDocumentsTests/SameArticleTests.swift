import Foundation
import Testing
import Yinzhu
import YinzhuModel
import YinzhuText

/// One article in every format gives the same notes and the same records.
@Suite("The same article in every format")
struct SameArticleTests {
  static let article = Article(
    """
    山路的历史由来已久，①学者对它的看法不同。②有人以为它是商人修的，③有人以为不是。
    二十世纪以来，新的材料不断发现。④“路是人走出来的”，⑤这句话说的正是此理。
    外国学者的研究也不少，⑥其中有两种最有名。⑦本文不再详述。⑧
    """,
    notes: [
      "费孝通：《乡土中国》，北京：生活·读书·新知三联书店，1985年，第12—15页。",
      "李明：《山的那边》，《历史研究》2001年第3期，第34页。",
      "同上，第36页。",
      "例如，近年在山中发现的石刻二十余处，多为明代所立。",
      "鲁迅：《故乡》，《鲁迅全集》第1卷，北京：人民文学出版社，2005年，第510页。",
      "Paul Kennedy, The Rise and Fall of the Great Powers, New York: Random House, 1987, p. 12.",
      "参见王立：《海路与山路》，载《光明日报》2010年5月6日，第3版。",
      "费孝通：《乡土中国》，第20页。",
    ])

  /// What a document says, apart from how its format writes it.
  static func said(_ extraction: Extraction) -> [String] {
    let source = extraction.document.source
    let numbers = Dictionary(extraction.entries.map { ($0.note.id, $0.note.label?.number ?? 0) }) { first, _ in first }
    return extraction.entries.flatMap { entry -> [String] in
      let before = entry.note.marker.map { source[SourceSpan(start: 0, end: $0.span.start)] } ?? "-"
      let words = before.filter { $0.isLetter && !$0.isASCII }.suffix(3)
      let head =
        "\(entry.note.label?.number ?? 0) after \(words): \(entry.note.text?.string ?? "-") \(entry.citation?.kind.rawValue ?? "")"
      return [head]
        + (entry.citation?.items ?? []).map { item in
          let record = item.reference.map { JSONWriter.string(without("id", CSLJSON.item($0))) } ?? "-"
          let target = item.target.map { "\(numbers[$0.note] ?? 0)/\($0.index)" } ?? "-"
          return "  \(item.form.rawValue) → \(target) \(item.locator?.value ?? "-") \(record)"
        }
    }
  }

  private static func without(_ key: String, _ value: JSONValue) -> JSONValue {
    if case .object(let members) = value { .object(members.filter { $0.key != key }) } else { value }
  }

  func extracted(_ bytes: [UInt8], _ name: String) throws -> [String]? {
    do throws(DocumentError) {
      return Self.said(try Pipeline().extract(bytes, name: name))
    } catch {
      guard error.diagnostic.code == "D016" else { throw error }
      print("skipped: \(error.message)")
      return nil
    }
  }

  @Test("text, Markdown, HTML, LaTeX, DOCX and PDF", arguments: ["md", "html", "tex", "docx", "pdf"])
  func formats(type: String) throws {
    let article = Self.article
    let expected = try extracted(Array(article.plain.utf8), "a.txt")
    #expect(expected?.count { !$0.hasPrefix(" ") } == article.notes.count)
    #expect(expected?.count { $0.hasPrefix(" ") } == article.notes.count - 1)
    let bytes: [UInt8] =
      switch type {
      case "md": Array(article.markdown.utf8)
      case "html": Array(article.html.utf8)
      case "tex": Array(article.latex.utf8)
      case "docx": article.word()
      default: article.pdf.bytes
      }
    guard let found = try extracted(bytes, "a.\(type)") else { return }
    let differences = found.difference(from: expected ?? [])
    #expect(differences.isEmpty, "\(differences)")
  }

  static let office: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map {
    "\($0)/soffice"
  }.first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    "a PDF that LibreOffice sets",
    .enabled(if: office != nil, "no LibreOffice here (apt-get install libreoffice-writer)"), .timeLimit(.minutes(3)))
  func typeset() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("yinzhu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.article.word(hasParts: true)).write(to: folder.appendingPathComponent("a.docx"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.office))
    process.arguments = [
      "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "pdf", "--outdir",
      folder.path, folder.appendingPathComponent("a.docx").path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let pdf = [UInt8](try Data(contentsOf: folder.appendingPathComponent("a.pdf")))
    guard let found = try extracted(pdf, "a.pdf") else { return }
    let expected = try extracted(Array(Self.article.plain.utf8), "a.txt") ?? []
    // Office programs set a gap between numbers and characters, which nothing tells from a space; records have none.
    func bare(_ lines: [String]) -> [String] { lines.map { $0.hasPrefix(" ") ? $0 : $0.filter { $0 != " " } } }
    let differences = bare(found).difference(from: bare(expected))
    #expect(differences.isEmpty, "\(differences)")
  }
}
