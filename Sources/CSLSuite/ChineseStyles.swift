import Foundation
import YinzhuCSL
import YinzhuModel
import YinzhuText

/// A folder like `csl-zh`: Chinese styles, each with inputs and the text that citeproc-js makes of them.
public struct ChineseStyles: Sendable {
  /// The folder.
  public let path: String
  private let locales: LocaleSet
  private let common: [String: Reference]

  /// A folder; its own locales are used.
  public init(path: String) throws {
    self.path = path
    locales = try SuiteFolder.locales(in: path + "/locales")
    var common: [String: Reference] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path + "/items").sorted() {
      for reference in ChineseStyles.references("\(path)/items/\(name)") { common[reference.id.rawValue] = reference }
    }
    self.common = common
  }

  /// Names of the styles.
  public var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path + "/styles")) ?? []).sorted()
  }

  private static func references(_ path: String) -> [Reference] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return CSLJSON.read(SourceText(name: path, bytes: Array(data))).references
  }

  /// What became of a style.
  public struct Outcome: Sendable {
    /// The style.
    public let name: String
    /// Outputs that are equal.
    public var right = 0
    /// Outputs that differ: where, what was wanted and what came.
    public var wrong: [(place: String, wanted: String, output: String)] = []
    /// Why the style can't be used.
    public var failure: String?
  }

  /// Runs a style on all its inputs.
  public func run(_ name: String) -> Outcome {
    var out = Outcome(name: name)
    do {
      let folder = "\(path)/styles/\(name)"
      guard let file = FileManager.default.contents(atPath: "\(folder)/\(name).csl"),
        let expected = FileManager.default.contents(atPath: folder + "/expected.json")
      else { throw SuiteRun.Failure(description: "no style or no expected output") }
      let style = try StyleReader.read(Array(file), name: name).style
      let processor = Processor(style: style, locales: locales, language: nil)
      var own: [String: Reference] = [:]
      for reference in ChineseStyles.references(folder + "/items.json") { own[reference.id.rawValue] = reference }
      for section in try JSONReader.value(Array(expected))["sections"]?.array ?? [] {
        run(section, processor, own, &out)
      }
    } catch {
      out.failure = "\(error)"
    }
    return out
  }

  private func run(
    _ section: JSONValue, _ processor: Processor, _ own: [String: Reference], _ out: inout Outcome
  ) {
    let place = section["name"]?.string ?? ""
    let citations = section["citations"]?.array ?? []
    let entries = section["bibliography"]?["entries"]?.array ?? []
    func references(_ ids: [String]) -> [Reference] {
      var seen: Set<String> = []
      return ids.filter { seen.insert($0).inserted }.compactMap { own[$0] ?? common[$0] }
    }
    var texts: [String] = []
    var list: [BibliographyEntry] = []
    if citations.isEmpty {
      let ids = section["updateItems"]?.array?.compactMap(\.scalarText) ?? entries.flatMap(ChineseStyles.ids)
      list = processor.bibliography(references(ids))
    } else {
      let clusters = citations.compactMap(ChineseStyles.cluster)
      let cited = references(clusters.flatMap { $0.cites.map(\.reference.rawValue) })
      let document = processor.document(cited, clusters)
      texts = document.clusters
      list = document.bibliography
    }
    for (index, citation) in citations.enumerated() {
      compare(citation, index < texts.count ? texts[index] : "", "\(place) citation \(index)", &out)
    }
    for (index, entry) in entries.enumerated() {
      let id = ChineseStyles.ids(entry).first ?? ""
      compare(entry, index < list.count ? list[index].text : "", "\(place) entry \(id)", &out)
    }
  }

  private func compare(_ expected: JSONValue, _ output: String, _ place: String, _ out: inout Outcome) {
    let wanted = (expected["text"] ?? expected["html"])?.string ?? ""
    if SuiteFixture.trimmed(wanted) == SuiteFixture.trimmed(output) {
      out.right += 1
    } else {
      out.wrong.append((place, wanted, output))
    }
  }

  private static func ids(_ entry: JSONValue) -> [String] {
    if let list = entry["id"]?.array { return list.compactMap(\.scalarText) }
    return entry["id"]?.scalarText.map { [$0] } ?? []
  }

  /// A citation object in the form of `csl-citation.json`.
  private static func cluster(_ citation: JSONValue) -> Cluster? {
    var properties: [JSONValue.Member] = []
    for key in ["noteIndex", "mode"] {
      if let value = citation[key] { properties.append(JSONValue.Member(key: key, value: value)) }
    }
    return CitationFile.cluster(
      .object([
        "citationID": citation["citationID"] ?? .null, "citationItems": citation["citationItems"] ?? .array([]),
        "properties": .object(properties),
      ]))
  }
}
