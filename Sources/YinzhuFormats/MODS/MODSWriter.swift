import YinzhuModel
import YinzhuText

/// Writes one tagged record as a `mods` element, children in the order of the guidelines (the schema allows any).
struct MODSWriter {
  private let record: TaggedRecord
  private let type: ReferenceType

  init(_ record: TaggedRecord, type: ReferenceType) {
    self.record = record
    self.type = type
  }

  mutating func write(to xml: inout XMLText) {
    xml.begin("mods", ["version": "3.7"])
    writeItem("", to: &xml)
    for (prefix, kind) in [
      ("host/", "host"), ("series/", "series"), ("original/", "original"), ("reviewOf/", "reviewOf"),
    ]
    where record.values.contains(where: { $0.tag.hasPrefix(prefix) }) {
      xml.begin("relatedItem", ["type": kind])
      writeItem(prefix, to: &xml)
      xml.end()
    }
    xml.element("identifier", record.key, ["type": "citekey"])
    if let source = record.text("recordContentSource") {
      xml.begin("recordInfo")
      xml.element("recordContentSource", source)
      xml.end()
    }
    xml.end()
  }

  private func texts(_ tag: String) -> [String] { record.values.filter { $0.tag == tag }.map(\.text) }

  private func writeItem(_ prefix: String, to xml: inout XMLText) {
    for (tag, kind) in [("title", nil), ("title:abbreviated", "abbreviated")] as [(String, String?)] {
      for title in texts(prefix + tag) {
        xml.begin("titleInfo", ["type": kind])
        xml.element("title", title)
        if kind == nil { for name in texts(prefix + "title/part") { xml.element("partName", name) } }
        if kind == nil, prefix == "series/" {
          for number in texts("series/number") { xml.element("partNumber", number) }
        }
        xml.end()
      }
    }
    for value in record.values where value.tag.hasPrefix(prefix + "name:") {
      if case .name(let name) = value.content {
        write(name, role: String(value.tag.dropFirst(prefix.count + 5)), to: &xml)
      }
    }
    if prefix.isEmpty {
      for event in texts("event") {
        xml.begin("name", ["type": "conference"])
        xml.element("namePart", event)
        xml.end()
      }
      xml.element("typeOfResource", resource)
      xml.element("genre", record.type, ["authority": MODS.authority])
      if record.type == type.rawValue { xml.element("genre", MODSMapping.marcGenres[type], ["authority": "marcgt"]) }
      for genre in texts("genre") { xml.element("genre", genre) }
    } else if prefix == "host/" {
      let isSerial = [.articleJournal, .articleMagazine, .articleNewspaper, .review, .reviewBook].contains(type)
      xml.element("genre", isSerial ? "periodical" : "book", ["authority": "marcgt"])
    }
    writeOrigin(prefix, to: &xml)
    writeRest(prefix, to: &xml)
    writePart(prefix, to: &xml)
  }

  private var resource: String {
    switch type {
    case .map: "cartographic"
    case .musicalScore: "notated music"
    case .song: "sound recording"
    case .graphic, .figure: "still image"
    case .motionPicture, .broadcast: "moving image"
    case .software, .dataset: "software, multimedia"
    default: "text"
    }
  }

  private func write(_ name: Name, role: String, to xml: inout XMLText) {
    let isWhole = name.literal != nil && name.given == nil
    let isPerson = name.literal.map { text in
      text.unicodeScalars.count <= 4 && text.unicodeScalars.allSatisfy { CharacterClass.isEastAsian($0.value) }
    }
    xml.begin("name", ["type": isWhole && isPerson != true ? "corporate" : "personal"])
    if let literal = name.literal {
      xml.element("namePart", literal)
    } else {
      let family = [name.droppingParticle, name.nonDroppingParticle, name.family].compactMap { $0 }
      xml.element("namePart", family.joined(separator: " "), ["type": "family"])
      xml.element("namePart", name.given, ["type": "given"])
      xml.element("namePart", name.suffix, ["type": "termsOfAddress"])
    }
    xml.begin("role")
    xml.element("roleTerm", role, ["type": "code", "authority": "marcrelator"])
    xml.end()
    xml.end()
  }

  private func writeOrigin(_ prefix: String, to xml: inout XMLText) {
    var out = XMLText.Part()
    for place in texts(prefix + "place") {
      out.begin("place")
      out.element("placeTerm", place, ["type": "text"])
      out.end()
    }
    for text in texts(prefix + "publisher") { out.element("publisher", text) }
    for text in texts(prefix + "dateIssued") { writeDate(text, "dateIssued", to: &out) }
    if prefix.isEmpty {
      for text in texts("dateSubmitted") { out.element("dateOther", text, ["type": "submitted"]) }
    }
    for text in texts(prefix + "edition") { out.element("edition", text) }
    if prefix.isEmpty, !MODSMapping.parts.contains(type) {
      out.element("issuance", type == .periodical ? "serial" : "monographic")
    }
    if !out.isEmpty {
      xml.begin("originInfo")
      xml.append(out)
      xml.end()
    }
    if prefix.isEmpty, let place = record.text("event/place") {
      xml.begin("originInfo", ["eventType": "event"])
      xml.begin("place")
      xml.element("placeTerm", place, ["type": "text"])
      xml.end()
      xml.end()
    }
  }

  private func writeDate(_ text: String, _ name: String, to out: inout XMLText.Part) {
    let isEncoded = EDTF.date(text) != nil
    out.element(name, text, ["encoding": isEncoded ? (text.contains { "/~?%".contains($0) } ? "edtf" : "w3cdtf") : nil])
  }

  private func writeRest(_ prefix: String, to xml: inout XMLText) {
    for text in texts(prefix + "language") {
      xml.begin("language")
      xml.element("languageTerm", text, ["type": "code", "authority": "rfc5646"])
      xml.end()
    }
    let physical = ["form", "extent"].flatMap { name in texts(prefix + name).map { (name, $0) } }
    if !physical.isEmpty {
      xml.begin("physicalDescription")
      for (name, text) in physical { xml.element(name, text) }
      xml.end()
    }
    for text in texts(prefix + "abstract") { xml.element("abstract", text) }
    for value in record.values where value.tag == prefix + "note" || value.tag.hasPrefix(prefix + "note:") {
      let kind = value.tag.dropFirst(prefix.count + 4).dropFirst()
      xml.element("note", value.text, ["type": kind.isEmpty ? nil : String(kind)])
    }
    for text in texts(prefix + "subject") {
      xml.begin("subject")
      xml.element("topic", text)
      xml.end()
    }
    for text in texts(prefix + "scale") {
      xml.begin("subject")
      xml.begin("cartographics")
      xml.element("scale", text)
      xml.end()
      xml.end()
    }
    for text in texts(prefix + "classification") { xml.element("classification", text) }
    for name in ["isbn", "issn", "doi", "pmid", "pmcid", "cstr", "numberOfVolumes", "version"] {
      for text in texts(prefix + name) { xml.element("identifier", text, ["type": name]) }
    }
    if prefix.isEmpty { for text in texts("number") { xml.element("identifier", text, ["type": "local"]) } }
    let places = ["physicalLocation", "shelfLocator"].flatMap { name in texts(prefix + name).map { (name, $0) } }
    let accessed = prefix.isEmpty ? record.text("accessed") : nil
    let urls = texts(prefix + "url")
    if !places.isEmpty || !urls.isEmpty || accessed != nil {
      xml.begin("location")
      for (name, text) in places where name == "physicalLocation" { xml.element(name, text) }
      for (name, text) in places where name == "shelfLocator" { xml.element(name, text) }
      for url in urls { xml.element("url", url, ["dateLastAccessed": accessed]) }
      xml.end()
    }
    if urls.isEmpty, let accessed {
      xml.begin("originInfo")
      xml.element("dateCaptured", accessed)
      xml.end()
    }
  }

  private func writePart(_ prefix: String, to xml: inout XMLText) {
    let details = ["volume", "issue", "chapter", "section"].flatMap { name in texts(prefix + name).map { (name, $0) } }
    let pages = texts(prefix + "page")
    guard !details.isEmpty || !pages.isEmpty else { return }
    xml.begin("part")
    for (kind, text) in details {
      xml.begin("detail", ["type": kind])
      xml.element("number", text)
      xml.end()
    }
    for text in pages {
      let ends = text.contains(",") ? [] : PageRanges.doubleDashed(text).split(separator: "--")
      xml.begin("extent", ["unit": "page"])
      if ends.count == 2 {
        xml.element("start", String(ends[0]))
        xml.element("end", String(ends[1]))
      } else {
        xml.element("list", text)
      }
      xml.end()
    }
    xml.end()
  }
}
