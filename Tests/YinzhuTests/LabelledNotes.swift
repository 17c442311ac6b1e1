import Foundation
import Yinzhu
import YinzhuModel
import YinzhuText

/// The hand-labelled notes of `notes-zh`, and what counts as the same record: widths, spaces, dashes, quotation marks and
/// the words around numbers apart.
struct LabelledNotes {
  struct Note {
    var text: String
    /// The records in the order of the text, each with its locator among the fields.
    var records: [JSONValue]
  }

  var notes: [Note] = []

  /// Nil where the data is absent.
  init?() throws {
    guard let shared = PackageRoot.shared else { return nil }
    let path = shared.appending(path: "notes-zh/dev.jsonl")
    guard let data = try? Data(contentsOf: path) else { return nil }
    for line in data.split(separator: 0x0A) {
      var reader = JSONReader(Array(line))
      let value = try reader.document()
      guard let text = value["note_text"]?.string, case .array(let items)? = value["citations"] else { continue }
      let records = items.compactMap { item in
        item["reference"].map { Self.record($0, locator: item["locator"]?.string) }
      }
      notes.append(Note(text: text, records: records))
    }
  }

  /// Whether two records agree in every field that is scored.
  static func agree(_ gold: JSONValue, _ found: JSONValue) -> Bool {
    let ignoresGenre = gold["genre"] == nil
    return scored.allSatisfy { field in
      (ignoresGenre && field == "genre") || key(field, gold) == key(field, found)
    }
  }

  static func record(_ reference: JSONValue, locator: String?) -> JSONValue {
    guard case .object(var members) = reference, let locator else { return reference }
    members.append(JSONValue.Member(key: "locator", value: .string(locator)))
    return .object(members)
  }

  private static let names: Set = ["author", "editor", "translator", "container-author", "collection-editor"]
  private static let scored =
    ["type", "title", "container-title", "collection-title", "publisher", "publisher-place", "volume", "issue"]
    + ["page", "edition", "genre", "number", "URL", "DOI", "archive", "archive_location", "event-title", "locator"]
    + ["issued", "accessed"] + names

  private static func key(_ field: String, _ record: JSONValue) -> String {
    var value = record[field]
    // A lone page and a lone locator are one slot.
    if field == "page" || field == "locator", record["page"] == nil || record["locator"] == nil {
      value = field == "page" ? nil : record["page"] ?? record["locator"]
    }
    guard let value else { return "" }
    if names.contains(field), case .array(let people) = value { return people.map(name).joined(separator: "|") }
    if field == "issued" || field == "accessed" { return date(value) }
    return text(field, folded(value.scalarText ?? ""))
  }

  private static func name(_ value: JSONValue) -> String {
    let parts = ["family", "given", "literal", "suffix"].compactMap { value[$0]?.string }
    let whole = parts.joined(separator: " ")
    if whole.unicodeScalars.contains(where: { CharacterClass.isHan($0.value) }) {
      return folded(whole).filter { $0.isLetter || $0.isNumber }
    }
    return whole.lowercased().split { !$0.isLetter && !$0.isNumber }.sorted().joined(separator: " ")
  }

  private static func date(_ value: JSONValue) -> String {
    if case .array(let ranges)? = value["date-parts"] {
      return ranges.map { range -> String in
        guard case .array(let parts) = range else { return "" }
        return parts.compactMap { $0.scalarText.flatMap(Int.init) }.map(String.init).joined(separator: "-")
      }.joined(separator: "/")
    }
    return folded(value["literal"]?.string ?? "")
  }

  private static func folded(_ text: String) -> String {
    var out = ""
    for scalar in text.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      switch scalar.value {
      case _ where CharacterClass.isSpace(scalar.value): continue
      case _ where CharacterClass.isDash(scalar.value), 0x7E: if out.last != "-" { out.append("-") }
      case 0x22, 0x27, 0x60, 0x2018...0x201F, 0x300C...0x300F: out.append("'")
      case 0x3008, 0x3C: out.append("《")
      case 0x3009, 0x3E: out.append("》")
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func text(_ field: String, _ value: String) -> String {
    var value = value
    switch field {
    case "title", "container-title", "collection-title":
      value = value.filter { !",.:".contains($0) }
      while let last = value.last, "。，；：!;".contains(last) { value.removeLast() }
    case "volume", "issue", "edition", "number":
      if value.hasPrefix("第") { value.removeFirst() }
      for ending in ["卷", "期", "辑", "册", "集", "版", "号"] where value.hasSuffix(ending) { value.removeLast() }
      value = Numeral.value(value).map(String.init) ?? value
    case "publisher", "publisher-place", "genre": value = value.filter { !".,;:，；：·[]()（）〔〕".contains($0) }
    default: break
    }
    while let last = value.last, last == "." || last == "。" { value.removeLast() }
    return value
  }
}
