import CitationCorpus
import Foundation
import Testing
import YinzhuModel
import YinzhuText

@testable import Yinzhu
@testable import YinzhuCSL

/// The law parse(render(record, style)) = record, for each of our note styles, on the fields that the style prints.
///
/// `YINZHU_LAW_RECORDS` sets the number of records; failures are counted by class: language, type, field.
@Suite("Written and read again")
struct WrittenAndReadTests {
  private struct Failure {
    var kind: String
    var text: String
  }

  private static let compared: [Variable] = [
    .title, .containerTitle, .publisher, .publisherPlace, .volume, .issue, .edition, .author, .editor, .translator,
    .issued,
  ]

  @Test("records of our own making come back from our note styles")
  func law() throws {
    let root = PackageRoot.url.path
    let lists = try WordLists(
      folder: root + "/Sources/CitationCorpus/words", lexicons: root + "/Sources/CLexicons/lexicons")
    let styles = CandidateStyles.builtIn.candidates.filter(\.isNote)
    let wanted = ProcessInfo.processInfo.environment["YINZHU_LAW_RECORDS"].flatMap(Int.init) ?? 400
    var corpus = CitationCorpus(lists: lists, seed: 7)
    corpus.rareShare = 0
    corpus.easternShare = 0
    let parser = CitationParser()
    var total = (han: 0, western: 0)
    var failures: [Failure] = []
    for turn in 0..<(wanted * 3) where total.han + total.western < wanted {
      guard let record = corpus.next().record, record.text(.title) != nil else { continue }
      let style = styles[turn % styles.count]
      let locator = turn % 3 == 0 ? nil : Locator(label: .page, value: String(turn % 700 + 1), spans: [])
      guard let placed = style.processor?.placedCitation(record, locator: locator) else { continue }
      let isHan = record.text(.title)?.unicodeScalars.contains { CharacterClass.isHan($0.value) } ?? false
      if isHan { total.han += 1 } else { total.western += 1 }
      let items = parser.parse(placed.text).citation.items
      let wrong = Self.differences(record, placed, items)
      if let first = wrong.first {
        let kind = "\(isHan ? "Han" : "Western") \(record.type.rawValue): \(first)"
        failures.append(Failure(kind: kind, text: "\(style.id): \(placed.text)"))
      }
    }
    report(failures, total)
    let han = failures.count { $0.kind.hasPrefix("Han") }
    // What the parser reached when this was written; it may only rise.
    #expect(Double(han) < 0.06 * Double(total.han))
  }

  private func report(_ failures: [Failure], _ total: (han: Int, western: Int)) {
    let han = failures.count { $0.kind.hasPrefix("Han") }
    print(
      "Han: \(total.han - han) of \(total.han); Western: \(total.western - failures.count + han) of \(total.western)")
    for (kind, group) in Dictionary(grouping: failures, by: \.kind).sorted(by: { $0.value.count > $1.value.count }) {
      print("\(group.count)\t\(kind)\t\(group.first?.text ?? "")")
    }
  }

  /// The fields that the style has printed and the parser has not read as they are, and fields that nobody printed.
  private static func differences(_ record: Reference, _ placed: PlacedText, _ items: [CitationItem]) -> [String] {
    guard let item = items.first, let found = item.reference, items.count == 1 else {
      return ["\(items.count) citations"]
    }
    let bytes = Array(placed.text.utf8)
    var printed: [Variable: String] = [:]
    for part in placed.parts {
      printed[part.variable, default: ""] += String(decoding: bytes[part.range], as: UTF8.self)
    }
    var out: [String] = []
    for variable in compared {
      let was = printed[variable] == nil ? "" : value(record, variable)
      let now = value(found, variable)
      if was == now { continue }
      // A style may print less than all: three of ten authors, the year of a date.
      if !now.isEmpty, found[variable]?.names?.hasOthers ?? false, was.hasPrefix(now) { continue }
      if !was.isEmpty, !now.isEmpty, folded(printed[variable] ?? "").contains(now) { continue }
      out.append(
        was.isEmpty ? "\(variable.rawValue) too many" : now.isEmpty ? "\(variable.rawValue) lost" : variable.rawValue)
    }
    return out
  }

  private static func value(_ record: Reference, _ variable: Variable) -> String {
    if variable == .issued {
      guard let start = record.date(.issued)?.start else { return folded(record.date(.issued)?.literal ?? "") }
      return "\(start.year)"
    }
    let names = record.names(variable)
    if !names.isEmpty {
      return names.map { folded(name(of: $0)) }.joined(separator: "")
    }
    return folded(record.text(variable) ?? "")
  }

  /// Chinese names whole; of others the family name, as styles have their own ways with given names.
  private static func name(of name: Name) -> String {
    let family = name.literal ?? name.family ?? ""
    let isHan = family.unicodeScalars.contains { CharacterClass.isHan($0.value) }
    return isHan ? family + (name.literal == nil ? name.given ?? "" : "") : family
  }

  private static func folded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        WidthFolding.fold(text).lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }
}
