import YinzhuModel
import YinzhuText

/// The sources of Microsoft Word (`b:Sources`), as Word's source manager exports and imports them.
///
/// Elements without a variable are kept in `Reference.foreign` and come back. What is written is read again and
/// compared, so that no loss goes unsaid (rule F020).
public enum WordXML {
  package static let mapping = WordMapping.mapping
  private static let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
  /// The name by which a report with a type of thesis is known here.
  static let thesis = "Report (thesis)"

  // MARK: Reading

  /// The records of a file in its order, and what is wrong with it.
  public static func read(_ source: SourceText) -> (references: [Reference], diagnostics: [Diagnostic]) {
    let document = XMLDocument(source)
    var diagnostics = document.diagnostics
    var references: [Reference] = []
    for element in document.all("Source") {
      var reader = RecordReader(record(document, element), mapping: mapping, ordinal: references.count + 1)
      reader.read()
      references.append(reader.reference)
      diagnostics += reader.diagnostics
    }
    return (references, diagnostics)
  }

  private static func record(_ document: XMLDocument, _ element: XMLDocument.Element) -> TaggedRecord {
    var record = TaggedRecord()
    record.span = element.span
    for child in document.children(element) {
      let text =
        child.name == "Comments" || child.name == "BIBTEX_Abstract" ? document.lines(child) : document.text(child)
      switch child.name {
      case "SourceType": record.type = text.isEmpty ? nil : text
      case "Tag": record.key = text.isEmpty ? nil : text
      case "Author": addNames(document, child, to: &record)
      case "LCID":
        // No language.
        if text.isEmpty || text == "0" || text == "127" { continue }
        let tag = WordMapping.languages.first { $0.number == text }?.tag ?? text
        record.values.append(TaggedRecord.Value("LCID", .text(tag), span: child.span))
      default: record.values.append(TaggedRecord.Value(child.name, .text(text), span: child.span))
      }
    }
    joinPlace(&record)
    joinDate(["Year", "Month", "Day"], to: "Year", &record)
    joinDate(["YearAccessed", "MonthAccessed", "DayAccessed"], to: "Accessed", &record)
    let entry = record.text("BIBTEX_Entry")?.lowercased() ?? ""
    let kind = record.text("ThesisType")?.lowercased() ?? ""
    let isThesis = ["thes", "diss", "学位", "學位", "博士", "硕士", "碩士", "master", "phd", "doct", "habil"].contains {
      kind.contains($0)
    }
    if record.type == "Report", isThesis || entry.hasSuffix("thesis") { record.type = thesis }
    return record
  }

  /// `b:Author` holds roles, these hold persons or one institution.
  private static func addNames(_ document: XMLDocument, _ element: XMLDocument.Element, to record: inout TaggedRecord) {
    for role in document.children(element) {
      let tag = "Author/" + role.name
      for corporate in document.children(role, "Corporate") {
        let text = document.text(corporate)
        if !text.isEmpty {
          record.values.append(
            TaggedRecord.Value(tag, .name(Name(literal: text, spans: [corporate.span])), span: corporate.span))
        }
      }
      for list in document.children(role, "NameList") {
        for person in document.children(list, "Person") {
          func part(_ name: String) -> String? {
            document.first(person, name).map(document.text).flatMap { $0.isEmpty ? nil : $0 }
          }
          guard let last = part("Last") ?? part("First") else { continue }
          let given = [part("First"), part("Middle")].compactMap { $0 }.joined(separator: " ")
          var name: Name
          if given.isEmpty || part("Last") == nil {
            name = Name(literal: last)
          } else if last.unicodeScalars.allSatisfy({ CharacterClass.isHan($0.value) }) {
            name = Name(literal: last + given)
          } else {
            name = PersonNames.name(last + ", " + given)
          }
          name.spans = [person.span]
          record.values.append(TaggedRecord.Value(tag, .name(name), span: person.span))
        }
      }
    }
  }

  /// City, state and country as one place.
  private static func joinPlace(_ record: inout TaggedRecord) {
    let parts = ["City", "StateProvince", "CountryRegion"].compactMap { record.text($0) }.filter { !$0.isEmpty }
    guard parts.count > 1, let index = record.values.firstIndex(where: { $0.tag == "City" }) else { return }
    record.values[index].content = .text(parts.joined(separator: ", "))
    record.values.removeAll { $0.tag == "StateProvince" || $0.tag == "CountryRegion" }
  }

  /// Year, month and day as one value.
  private static func joinDate(_ tags: [String], to tag: String, _ record: inout TaggedRecord) {
    let parts = tags.map { name in record.text(name) ?? "" }
    guard let span = record.values.first(where: { $0.tag == tags[0] })?.span, !parts[0].isEmpty else { return }
    guard var date = DateText.date(parts[0]), date.start != nil, date.end == nil else { return }
    if date.start?.month == nil, let month = Int(parts[1]) ?? MonthNames.number(parts[1].lowercased()) {
      date.start?.month = month
      date.start?.day = Int(parts[2])
    } else if date.start?.month == nil, !parts[1].isEmpty {
      guard let read = DateText.date(parts[1] + " " + parts[0]) else { return }
      date = read
    }
    guard date.start?.isValid ?? false else { return }
    record.values.removeAll { tags.contains($0.tag) || ($0.tag == tag && $0.text.isEmpty) }
    record.values.append(TaggedRecord.Value(tag, .date(date), span: span))
  }

  // MARK: Writing

  /// The file, and what it doesn't hold: one diagnostic a value, at the place that the value came from.
  public static func write(_ references: [Reference], keys: CitationKeys) -> (text: String, diagnostics: [Diagnostic]) {
    let made = keys.make(for: references)
    var xml = XMLText()
    xml.begin("b:Sources", ["xmlns:b": namespace, "xmlns": namespace, "SelectedStyle": ""])
    for (reference, key) in zip(references, made.keys) {
      var writer = RecordWriter(reference, key: key, mapping: mapping)
      write(writer.write(), to: &xml)
    }
    xml.end()
    let back = read(SourceText(name: "", text: xml.text)).references
    return (
      xml.text, made.diagnostics + RecordLosses.all(references, readBack: back, keys: made.keys, mapping: mapping)
    )
  }

  private static func write(_ record: TaggedRecord, to xml: inout XMLText) {
    xml.begin("b:Source")
    xml.element("b:Tag", record.key)
    xml.element("b:SourceType", record.type == thesis ? "Report" : record.type)
    writeNames(record, to: &xml)
    for value in record.values where isElement(value.tag) {
      switch (value.tag, value.content) {
      case ("Year", .date(let date)): writeDate(date, ["b:Year", "b:Month", "b:Day"], to: &xml)
      case ("Accessed", .date(let date)):
        writeDate(date, ["b:YearAccessed", "b:MonthAccessed", "b:DayAccessed"], to: &xml)
      case ("LCID", _):
        let tag = value.text
        let row = WordMapping.languages.first { $0.tag == tag }
        xml.element("b:LCID", row?.number ?? tag)
      default: xml.element("b:" + value.tag, value.text)
      }
    }
    xml.end()
  }

  /// Whether a value can stand in an element of this name: not in those that hold the file together.
  private static func isElement(_ name: String) -> Bool {
    let structure = ["Source", "Sources", "Tag", "SourceType", "Author"]
    return !name.isEmpty && name.utf8.allSatisfy(isNameByte) && !structure.contains(name)
      && !(0x30...0x39).contains(name.utf8.first ?? 0x30)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (0x30...0x39).contains(byte) || byte == 0x5F
  }

  private static func writeDate(_ date: DateValue, _ tags: [String], to xml: inout XMLText) {
    guard let start = date.start, start.year > 0, date.literal == nil, date.end == nil, !date.circa, date.season == nil,
      !date.isOpenEnded
    else { return xml.element(tags[0], DateText.plain(date)) }
    xml.element(tags[0], String(start.year))
    xml.element(tags[1], start.month.map(String.init))
    xml.element(tags[2], start.day.map(String.init))
  }

  private static func writeNames(_ record: TaggedRecord, to xml: inout XMLText) {
    var roles: [String] = []
    for value in record.values where value.tag.hasPrefix("Author/") && !roles.contains(value.tag) {
      roles.append(value.tag)
    }
    guard !roles.isEmpty else { return }
    xml.begin("b:Author")
    for role in roles {
      let names = record.values.compactMap { value -> Name? in
        if value.tag == role, case .name(let name) = value.content { name } else { nil }
      }
      xml.begin("b:" + role.dropFirst("Author/".count))
      // An institution stands alone; among persons it is one that has only a last name.
      if names.count == 1, let only = names.first?.literal, !isPerson(only) {
        xml.element("b:Corporate", only)
      } else {
        xml.begin("b:NameList")
        for name in names { writePerson(name, to: &xml) }
        xml.end()
      }
      xml.end()
    }
    xml.end()
  }

  private static func writePerson(_ name: Name, to xml: inout XMLText) {
    xml.begin("b:Person")
    if let literal = name.literal {
      xml.element("b:Last", literal)
    } else {
      let family = [name.droppingParticle, name.nonDroppingParticle, name.family].compactMap { $0 }
      xml.element("b:Last", family.joined(separator: " "))
      let given = [name.given, name.suffix].compactMap { $0 }.filter { !$0.isEmpty }
      xml.element("b:First", given.joined(separator: ", "))
    }
    xml.end()
  }

  /// A name in Han script of two to four characters, or one with a point between its parts.
  private static func isPerson(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.contains("·")
      || (scalars.count <= 4 && scalars.allSatisfy { CharacterClass.isEastAsian($0.value) })
  }
}
