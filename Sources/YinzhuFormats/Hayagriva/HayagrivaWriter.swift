import YinzhuModel
import YinzhuText

/// Writes Hayagriva's YAML, the bibliography format of typst; write only.
///
/// Source: Hayagriva, "The Hayagriva YAML file format" (docs/file-format.md of the project, version 0.8). The writer
/// notes what it uses of a record; all other values are reported as lost (rule F020).
public enum HayagrivaWriter {
  /// The file, and what it doesn't hold.
  public static func write(_ references: [Reference], keys: CitationKeys) -> (text: String, diagnostics: [Diagnostic]) {
    let made = keys.make(for: references)
    var diagnostics = made.diagnostics
    var members: [JSONValue.Member] = []
    for (reference, key) in zip(references, made.keys) {
      var entry = HayagrivaEntry(reference, key: key)
      members.append(JSONValue.Member(key: key, value: .object(entry.members())))
      diagnostics += entry.losses.diagnostics
    }
    return (members.isEmpty ? "{}\n" : YAMLWriter.string(.object(members)), diagnostics)
  }
}

/// The tables from CSL to Hayagriva.
package enum HayagrivaMapping {
  /// The type of an entry, and of the entry that it stands in.
  package static let types: [(type: ReferenceType, entry: String, parent: String?)] = [
    (.articleJournal, "article", "periodical"), (.articleMagazine, "article", "periodical"),
    (.articleNewspaper, "article", "newspaper"), (.review, "article", "periodical"),
    (.reviewBook, "article", "periodical"), (.book, "book", nil), (.classic, "book", nil),
    (.chapter, "chapter", "book"),
    (.paperConference, "article", "proceedings"), (.entryEncyclopedia, "entry", "reference"),
    (.entryDictionary, "entry", "reference"), (.entry, "entry", "reference"), (.thesis, "thesis", nil),
    (.report, "report", nil), (.webpage, "web", nil), (.postWeblog, "article", "blog"), (.post, "post", nil),
    (.patent, "patent", nil), (.legislation, "legislation", nil), (.regulation, "legislation", nil),
    (.bill, "legislation", nil), (.treaty, "legislation", nil), (.legalCase, "case", nil),
    (.manuscript, "manuscript", nil), (.motionPicture, "video", nil), (.broadcast, "video", nil), (.song, "audio", nil),
    (.graphic, "artwork", nil), (.figure, "artwork", nil), (.map, "artwork", nil), (.software, "repository", nil),
    (.collection, "anthology", nil), (.periodical, "periodical", nil), (.performance, "performance", nil),
    (.article, "misc", nil), (.document, "misc", nil),
  ]

  /// Variables of the entry itself and their keys.
  package static let fields: [(variable: Variable, key: String)] = [
    (.abstract, "abstract"), (.genre, "genre"), (.language, "language"), (.note, "note"), (.edition, "edition"),
    (.volume, "volume"), (.numberOfVolumes, "volume-total"), (.issue, "issue"), (.chapterNumber, "chapter"),
    (.page, "page-range"), (.numberOfPages, "page-total"), (.callNumber, "call-number"), (.archive, "archive"),
    (.archivePlace, "archive-location"),
  ]

  /// Variables that belong to the entry's parent where there is one.
  package static let ofParent: Set<Variable> = [.volume, .issue, .numberOfVolumes, .edition]

  /// Roles of people beside authors and editors (`affiliated`).
  package static let roles: [(variable: Variable, role: String)] = [
    (.translator, "translator"), (.compiler, "compiler"), (.composer, "composer"), (.director, "director"),
    (.illustrator, "illustrator"), (.narrator, "narrator"), (.organizer, "organizer"), (.producer, "producer"),
    (.executiveProducer, "executive-producer"), (.scriptWriter, "writer"), (.performer, "cast-member"),
    (.collectionEditor, "collaborator"),
  ]

  /// Identifiers (`serial-number`).
  package static let identifiers: [(variable: Variable, key: String)] = [
    (.doi, "doi"), (.isbn, "isbn"), (.issn, "issn"), (.pmid, "pmid"), (.pmcid, "pmcid"), (.number, "serial"),
    (.cstr, "cstr"),
  ]
}

/// One record as an entry.
private struct HayagrivaEntry {
  let reference: Reference
  private(set) var losses: LossReport
  private var used: Set<Variable> = [.citationKey]

  init(_ reference: Reference, key: String) {
    self.reference = reference
    losses = LossReport(format: "Hayagriva", key: key)
  }

  mutating func members() -> [JSONValue.Member] {
    var out: [JSONValue.Member] = []
    var parent: [JSONValue.Member] = []
    let row = HayagrivaMapping.types.first { $0.type == reference.type }
    add("type", row?.entry ?? "misc", to: &out)
    if HayagrivaMapping.types.first(where: { $0.entry == row?.entry && $0.parent == row?.parent })?.type
      != reference.type
    {
      losses.add(
        "type", reference.type.rawValue, "“\(row?.entry ?? "misc")” stands for other types too", reference.span)
    }
    addTitle(.title, short: .titleShort, to: &out)
    addNames(.author, "author", to: &out)
    let parentType = row?.parent
    if parentType != nil || reference[.containerTitle] != nil {
      add("type", parentType ?? (reference[.url] != nil ? "web" : "misc"), to: &parent)
      addTitle(.containerTitle, short: .containerTitleShort, to: &parent)
      addNames(.containerAuthor, "author", to: &parent)
      addNames(.editor, "editor", to: &parent)
    } else {
      addNames(.editor, "editor", to: &out)
    }
    addRoles(to: &out)
    addDate(.issued, "date", to: &out)
    if parentType != nil { addPublisher(to: &parent) } else { addPublisher(to: &out) }
    for (variable, key) in HayagrivaMapping.fields {
      guard let field = reference[variable], let text = field.plainText, !text.isEmpty else { continue }
      used.insert(variable)
      noteMarkup(variable, field)
      if HayagrivaMapping.ofParent.contains(variable), parentType != nil {
        add(key, text, to: &parent)
      } else {
        add(key, text, to: &out)
      }
    }
    addIdentifiers(to: &out)
    addURL(to: &out)
    if let series = reference[.collectionTitle]?.plainText, !series.isEmpty {
      used.insert(.collectionTitle)
      var inner = [JSONValue.Member(key: "type", value: .string("anthology"))]
      add("title", series, to: &inner)
      if let number = reference.text(.collectionNumber) {
        used.insert(.collectionNumber)
        add("issue", number, to: &inner)
      }
      let target = JSONValue.Member(key: "parent", value: .object(inner))
      if parent.isEmpty { out.append(target) } else { parent.append(target) }
    }
    if !out.contains(where: { $0.key == "location" }),
      let place = reference.text(.eventPlace) ?? reference.text(.archiveLocation)
    {
      used.insert(reference.text(.eventPlace) == nil ? .archiveLocation : .eventPlace)
      add("location", place, to: &out)
    }
    if !parent.isEmpty { out.append(JSONValue.Member(key: "parent", value: .object(parent))) }
    reportRest()
    return out
  }

  private func add(_ key: String, _ text: String, to out: inout [JSONValue.Member]) {
    out.append(JSONValue.Member(key: key, value: .string(text)))
  }

  private mutating func noteMarkup(_ variable: Variable, _ field: Field) {
    if case .text(let text) = field.value, text.markup != text.plain {
      losses.add(
        variable.rawValue, text.markup, "only the text is written; the format has other markup",
        field.provenance.spans.first)
    }
  }

  private mutating func addTitle(_ variable: Variable, short: Variable, to out: inout [JSONValue.Member]) {
    guard let field = reference[variable], let title = field.plainText, !title.isEmpty else { return }
    used.insert(variable)
    noteMarkup(variable, field)
    guard let shortTitle = reference[short]?.plainText, !shortTitle.isEmpty else {
      return add("title", title, to: &out)
    }
    used.insert(short)
    out.append(
      JSONValue.Member(key: "title", value: .object(["value": .string(title), "short": .string(shortTitle)])))
  }

  private static func person(_ name: Name) -> JSONValue {
    if let literal = name.literal { return .object(["name": .string(literal)]) }
    var members: [JSONValue.Member] = []
    func put(_ key: String, _ text: String?) {
      if let text, !text.isEmpty { members.append(JSONValue.Member(key: key, value: .string(text))) }
    }
    put("name", name.family ?? name.given)
    if name.family != nil { put("given-name", name.given) }
    put("prefix", [name.droppingParticle, name.nonDroppingParticle].compactMap { $0 }.joined(separator: " "))
    put("suffix", name.suffix)
    return .object(members)
  }

  private mutating func addNames(_ variable: Variable, _ key: String, to out: inout [JSONValue.Member]) {
    guard let list = taken(variable) else { return }
    out.append(JSONValue.Member(key: key, value: .array(list.names.map(Self.person))))
  }

  /// The names of a variable, with what names of the format don't have reported.
  private mutating func taken(_ variable: Variable) -> NameList? {
    guard let field = reference[variable], let list = field.names, !list.names.isEmpty else { return nil }
    used.insert(variable)
    losses.addNames(list, variable, field.provenance.spans.first)
    if list.hasOthers {
      losses.add(
        "\(variable.rawValue)/others", "et al.", "a list of names can't be marked as cut short",
        field.provenance.spans.first)
    }
    return list
  }

  private mutating func addRoles(to out: inout [JSONValue.Member]) {
    var entries: [JSONValue] = []
    for (variable, role) in HayagrivaMapping.roles {
      guard let list = taken(variable) else { continue }
      entries.append(.object(["role": .string(role), "names": .array(list.names.map(Self.person))]))
      if variable == .collectionEditor {
        losses.add(
          variable.rawValue, list.names.map(\.displayed).joined(separator: "; "),
          "only that they took part is written", reference[variable]?.provenance.spans.first)
      }
    }
    if !entries.isEmpty { out.append(JSONValue.Member(key: "affiliated", value: .array(entries))) }
  }

  /// Year, month and day; `~` before an approximate date.
  private mutating func addDate(_ variable: Variable, _ key: String, to out: inout [JSONValue.Member]) {
    guard let field = reference[variable], let date = field.date else { return }
    used.insert(variable)
    guard let text = dateText(date) else {
      return losses.add(variable, field, "dates of the format are a year, a month and a day")
    }
    add(key, text, to: &out)
    reportDate(variable, date, field)
  }

  private func dateText(_ date: DateValue) -> String? {
    guard let start = date.start ?? date.end, let text = EDTF.string(DateValue(start: start)) else { return nil }
    return (date.circa ? "~" : "") + text
  }

  private mutating func reportDate(_ variable: Variable, _ date: DateValue, _ field: Field) {
    let span = field.provenance.spans.first
    if date.end != nil || date.isOpenEnded {
      losses.add(variable.rawValue, EDTF.string(date) ?? "", "only the start of a range is written", span)
    }
    if let words = date.literal ?? date.raw { losses.add(variable.rawValue, words, "the date can't have words", span) }
    if let season = date.season {
      losses.add("\(variable.rawValue)/season", String(season), "the format has no seasons", span)
    }
  }

  private mutating func addPublisher(to out: inout [JSONValue.Member]) {
    let key = reference.type == .thesis || reference.type == .report ? "organization" : "publisher"
    let name = reference[.publisher]?.plainText ?? ""
    let place = reference[.publisherPlace]?.plainText ?? ""
    if name.isEmpty, place.isEmpty { return }
    used.formUnion([.publisher, .publisherPlace])
    if key == "organization" || place.isEmpty {
      if !name.isEmpty { add(key, name, to: &out) }
      if !place.isEmpty { add("location", place, to: &out) }
      return
    }
    var members = [JSONValue.Member(key: "location", value: .string(place))]
    if !name.isEmpty { members.insert(JSONValue.Member(key: "name", value: .string(name)), at: 0) }
    out.append(JSONValue.Member(key: "publisher", value: .object(members)))
  }

  private mutating func addIdentifiers(to out: inout [JSONValue.Member]) {
    var members: [JSONValue.Member] = []
    for (variable, key) in HayagrivaMapping.identifiers {
      guard let text = reference.text(variable), !text.isEmpty else { continue }
      used.insert(variable)
      members.append(JSONValue.Member(key: key, value: .string(text)))
    }
    if !members.isEmpty { out.append(JSONValue.Member(key: "serial-number", value: .object(members))) }
  }

  private mutating func addURL(to out: inout [JSONValue.Member]) {
    guard let url = reference.text(.url), !url.isEmpty else { return }
    used.insert(.url)
    guard let field = reference[.accessed], let date = field.date, let text = dateText(date) else {
      return add("url", url, to: &out)
    }
    used.insert(.accessed)
    reportDate(.accessed, date, field)
    out.append(JSONValue.Member(key: "url", value: .object(["value": .string(url), "date": .string(text)])))
  }

  private mutating func reportRest() {
    for variable in Variable.allCases where !used.contains(variable) {
      guard let field = reference[variable], !ComparedField.isEmpty(field.value) else { continue }
      if variable == .pageFirst, let first = field.plainText, reference.text(.page)?.hasPrefix(first) == true {
        continue
      }
      losses.add(variable, field, LossReport.reasonForNoField(variable))
    }
    for field in reference.foreign { losses.add(field, "it is a key of \(field.format) that the format doesn't have") }
    losses.addCustom(of: reference)
  }
}
