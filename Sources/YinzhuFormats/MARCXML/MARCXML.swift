import YinzhuModel
import YinzhuText

/// MARC 21 in XML, as library catalogues hand it over; read only.
///
/// Its fields become values at the places of MODS. Fields without one are kept by number and subfield (`035a`).
/// Source: MARC 21 Format for Bibliographic Data; "MARC to MODS Mapping" (Library of Congress).
public enum MARCXML {
  package static let mapping = MODSMapping.marc

  /// The records of a file in its order, and what is wrong with it.
  public static func read(_ source: SourceText) -> (references: [Reference], diagnostics: [Diagnostic]) {
    let document = XMLDocument(source)
    var diagnostics = document.diagnostics
    var references: [Reference] = []
    for element in document.all("record") {
      guard document.children(element).contains(where: { $0.name == "leader" || $0.name == "datafield" }) else {
        continue
      }
      var marc = MARCRecord(document, element)
      marc.read()
      var reader = RecordReader(marc.record, mapping: mapping, ordinal: references.count + 1)
      reader.read()
      references.append(reader.reference)
      diagnostics += reader.diagnostics
    }
    return (references, diagnostics)
  }
}

/// One record.
private struct MARCRecord {
  private let document: XMLDocument
  private let element: XMLDocument.Element
  private(set) var record = TaggedRecord()

  init(_ document: XMLDocument, _ element: XMLDocument.Element) {
    self.document = document
    self.element = element
    record.span = element.span
  }

  mutating func read() {
    let leader = document.first(element, "leader").map { Array(document.text($0).utf8) } ?? []
    for field in document.children(element, "datafield") { read(field, field[attribute: "tag"] ?? "") }
    record.type = type(leader)
  }

  /// Subfields and what they become; all others are kept by number.
  private static let fields: [String: [(codes: String, tag: String)]] = [
    "020": [("a", "isbn")], "022": [("a", "issn")], "041": [("a", "language")], "250": [("a", "edition")],
    "260": [("a", "place"), ("b", "publisher"), ("c", "dateIssued")],
    "264": [("a", "place"), ("b", "publisher"), ("c", "dateIssued")],
    "490": [("a", "series/title"), ("v", "series/number")],
    "500": [("a", "note")], "502": [("a", "note")], "520": [("a", "abstract")], "650": [("a", "subject")],
    "651": [("a", "subject")], "653": [("a", "subject")], "856": [("u", "url")], "546": [("a", "note")],
    "210": [("a", "title:abbreviated")], "084": [("a", "classification")], "050": [("a", "classification")],
    "111": [("a", "event")], "255": [("a", "scale")],
  ]

  private mutating func read(_ field: XMLDocument.Element, _ tag: String) {
    let parts = document.children(field, "subfield").map { ($0[attribute: "code"] ?? "", document.text($0)) }
    func first(_ code: String) -> String { parts.first { $0.0 == code }?.1 ?? "" }
    switch tag {
    case "100", "700", "110", "710":
      let text = trimmed(first("a"))
      guard !text.isEmpty else { return }
      let isWhole = tag.hasSuffix("10")
      let name = isWhole ? Name(literal: text, spans: [field.span]) : PersonNames.name(text, spans: [field.span])
      let code = parts.first { $0.0 == "4" }?.1 ?? role(first("e"), isMain: tag.hasPrefix("1"))
      record.values.append(TaggedRecord.Value("name:" + code, .name(name), span: field.span))
    case "245":
      let title = trimmed(first("a"))
      let rest = trimmed(first("b"))
      add("title", rest.isEmpty ? title : title + ": " + rest, field)
      add("volume", trimmed(first("n")), field)
      add("title/part", trimmed(first("p")), field)
      add("245c", first("c"), field)
    case "024" where first("2").lowercased() == "doi": add("doi", first("a"), field)
    case "300":
      let extent = first("a")
      let pages = Self.pageCount(extent)
      add(pages == nil ? "300a" : "extent", pages ?? extent, field)
    case "773":
      add("host/title", trimmed(first("t").isEmpty ? first("a") : first("t")), field)
      add("host/issn", first("x"), field)
      add("host/isbn", first("z"), field)
      readPlace(first("g"), field)
    case "264" where first("a").isEmpty && first("b").isEmpty: add("copyrightDate", Self.year(first("c")), field)
    default:
      guard let row = Self.fields[tag] else {
        for (code, text) in parts { add(tag + code, text, field) }
        return
      }
      for (code, text) in parts {
        guard let name = row.first(where: { $0.codes == code })?.tag else {
          add(tag + code, text, field)
          continue
        }
        add(name, name == "dateIssued" ? Self.year(text) : trimmed(text), field)
      }
    }
  }

  private mutating func add(_ tag: String, _ text: String, _ field: XMLDocument.Element) {
    if !text.isEmpty { record.values.append(TaggedRecord.Value(tag, .text(text), span: field.span)) }
  }

  /// `volume:50, year:2023, number:3, pages:1-26`, as German and other catalogues write it.
  private mutating func readPlace(_ text: String, _ field: XMLDocument.Element) {
    var isRead = false
    for part in text.split(whereSeparator: { ",;".contains($0) }) {
      let pair = part.split(separator: ":", maxSplits: 1).map { DateText.trimmed(String($0)) }
      guard pair.count == 2 else { continue }
      let names = ["volume": "host/volume", "number": "host/issue", "pages": "host/page", "year": "host/date"]
      guard let name = names[pair[0].lowercased()] else { continue }
      add(name, pair[1], field)
      isRead = true
    }
    if !isRead { add("773g", text, field) }
  }

  /// ISBD's marks behind an element: `London :`, `Title /`.
  private func trimmed(_ text: String) -> String {
    var body = DateText.trimmed(text)
    while let last = body.last, "/:;,=".contains(last) { body = DateText.trimmed(String(body.dropLast())) }
    return body
  }

  private func role(_ text: String, isMain: Bool) -> String {
    let word = text.lowercased()
    if word.hasPrefix("ed") || word.hasPrefix("hrsg") || word.hasPrefix("hg") { return "edt" }
    if word.hasPrefix("trans") || word.hasPrefix("übers") { return "trl" }
    return isMain || word.isEmpty || word.hasPrefix("aut") || word.hasPrefix("verf") ? "aut" : "ctb"
  }

  /// `[2023]`, `c2023`, `©2023` as 2023.
  private static func year(_ text: String) -> String {
    let digits = text.filter { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == "/") }
    return digits.isEmpty ? text : digits
  }

  /// 304 of `1 Online-Ressource (304 Seiten)`, `xii, 304 p.`
  private static func pageCount(_ text: String) -> String? {
    let words = text.split { " (),;:".contains($0) }
    for (index, word) in words.enumerated() where index > 0 {
      guard ["seiten", "s.", "s", "p.", "p", "pages", "页", "頁"].contains(word.lowercased()) else { continue }
      let number = words[index - 1]
      if number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return String(number) }
    }
    return nil
  }

  /// The type by the leader (record type and level) and by what the record has.
  private func type(_ leader: [UInt8]) -> String? {
    func at(_ index: Int) -> UInt8 { leader.indices.contains(index) ? leader[index] : 0x20 }
    if record.text("event") != nil { return "conferencePaper" }
    if record.text("502a") != nil { return "thesis" }
    switch (at(6), at(7)) {
    case (UInt8(ascii: "a"), UInt8(ascii: "a")), (UInt8(ascii: "a"), UInt8(ascii: "b")):
      return record.text("host/issn") == nil && record.text("host/isbn") != nil ? "chapter" : "article-journal"
    case (UInt8(ascii: "a"), UInt8(ascii: "s")): return "periodical"
    case (UInt8(ascii: "e"), _), (UInt8(ascii: "f"), _): return "map"
    case (UInt8(ascii: "g"), _): return "motion_picture"
    case (UInt8(ascii: "j"), _), (UInt8(ascii: "i"), _): return "song"
    case (UInt8(ascii: "c"), _), (UInt8(ascii: "d"), _): return "musical_score"
    case (UInt8(ascii: "k"), _): return "graphic"
    default: return record.text("host/title") == nil ? "book" : "chapter"
    }
  }
}
