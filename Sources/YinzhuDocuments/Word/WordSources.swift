import YinzhuModel
import YinzhuText

/// The sources of Word's own citations: `b:Sources` in a part of customXml (ECMA-376 part 1, 22.6), called by fields
/// `CITATION Tag \p 12` (17.16.5.8).
struct WordSources {
  static let format = "word"
  static let vocabularies: Set<String> = [
    "http://schemas.openxmlformats.org/officeDocument/2006/bibliography",
    "http://purl.oclc.org/ooxml/officeDocument/bibliography",
  ]

  private var sources: [String: (tree: MarkupTree, node: MarkupTree.Node)] = [:]

  /// Takes the sources of a part; other parts of customXml have none.
  mutating func add(_ tree: MarkupTree) {
    guard tree.nodes.first?.name == "Sources" else { return }
    for node in tree.nodes where node.name == "Source" {
      if let tag = tree.text(node, "Tag"), sources[tag] == nil { sources[tag] = (tree, node) }
    }
  }

  /// Whether a field code is Word's own citation.
  static func isCitation(_ code: String) -> Bool {
    code.split(whereSeparator: \.isWhitespace).first?.uppercased() == "CITATION"
  }

  /// The citation of a field code; nil where none of its sources is in the document.
  func read(_ code: String, text: String, span: SourceSpan) -> EmbeddedCitation? {
    var items: [CitationItem] = []
    var wanted = false
    var option: String?
    for word in WordSources.words(code).dropFirst() {
      if word.hasPrefix("\\") {
        let name = word.dropFirst().lowercased()
        wanted = name == "m"
        option = ["p", "v", "f", "s", "l"].contains(name) ? name : nil
      } else if let name = option {
        option = nil
        guard !items.isEmpty else { continue }
        let last = items.count - 1
        switch name {
        case "p": items[last].locator = Locator(label: .page, value: word, spans: [span])
        case "v" where items[last].locator == nil:
          items[last].locator = Locator(label: .volume, value: word, spans: [span])
        case "f": items[last].prefix = word
        case "s": items[last].suffix = word
        default: break
        }
      } else if items.isEmpty || wanted {
        wanted = false
        if let item = item(word, text, span) { items.append(item) }
      }
    }
    return items.isEmpty ? nil : EmbeddedCitation(span: span, items: items)
  }

  /// Words of a field code; one in quotation marks may hold spaces.
  private static func words(_ code: String) -> [String] {
    var out: [String] = []
    var word = ""
    var isQuoted = false
    for character in code {
      if character == "\"" {
        if isQuoted { out.append(word) }
        if isQuoted { word = "" }
        isQuoted.toggle()
      } else if character.isWhitespace, !isQuoted {
        if !word.isEmpty { out.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { out.append(word) }
    return out
  }

  private func item(_ tag: String, _ text: String, _ span: SourceSpan) -> CitationItem? {
    guard let (tree, node) = sources[tag] else { return nil }
    return CitationItem(
      reference: WordSource(tree: tree, node: node).reference(id: tag, span: span), text: text, spans: [span],
      parse: CitationItem.Parse(pattern: PatternID(rawValue: WordSources.format), confidence: 1))
  }
}

/// One `b:Source`.
private struct WordSource {
  let tree: MarkupTree
  let node: MarkupTree.Node

  func reference(id: String, span: SourceSpan) -> Reference {
    let type = type
    var out = ImportedRecord(id: id, type: type, format: WordSources.format, span: span)
    if let people = tree.child(node, "Author") {
      for (key, variable) in [
        ("Author", Variable.author), ("Artist", .author), ("Inventor", .author), ("Interviewee", .author),
        ("Editor", .editor), ("BookAuthor", .containerAuthor), ("Translator", .translator), ("Director", .director),
        ("Compiler", .compiler), ("Interviewer", .interviewer), ("ProducerName", .producer), ("Performer", .performer),
      ] {
        guard let role = tree.child(people, key) else { continue }
        out.set(variable, names: names(role, out), key: key)
      }
    }
    for (key, variable) in texts(type) { out.set(variable, tree.text(node, key), key: key) }
    out.set(
      .issued, year: tree.text(node, "Year"), month: tree.text(node, "Month"), day: tree.text(node, "Day"), key: "Year")
    out.set(
      .accessed, year: tree.text(node, "YearAccessed"), month: tree.text(node, "MonthAccessed"),
      day: tree.text(node, "DayAccessed"), key: "YearAccessed")
    return out.reference
  }

  private func names(_ role: MarkupTree.Node, _ record: ImportedRecord) -> [Name] {
    if let whole = tree.text(role, "Corporate"), !whole.isEmpty { return record.name(whole + ",").map { [$0] } ?? [] }
    guard let list = tree.child(role, "NameList") else { return [] }
    return list.children.map { tree[$0] }.filter { $0.name == "Person" }.compactMap { person in
      record.name(
        family: tree.text(person, "Last"), given: [tree.text(person, "First"), tree.text(person, "Middle")])
    }
  }

  private func texts(_ type: ReferenceType) -> [(String, Variable)] {
    [
      ("Title", .title), ("ShortTitle", .titleShort), ("JournalName", .containerTitle),
      ("PeriodicalTitle", .containerTitle), ("BookTitle", .containerTitle), ("ConferenceName", .containerTitle),
      ("InternetSiteTitle", .containerTitle), ("PublicationTitle", .containerTitle), ("City", .publisherPlace),
      ("Publisher", .publisher), ("Institution", .publisher), ("ProductionCompany", .publisher), ("Edition", .edition),
      ("Volume", .volume), ("Issue", .issue), ("NumberVolumes", .numberOfVolumes), ("Pages", .page),
      ("ThesisType", .genre), ("Medium", .medium), ("Version", .version), ("URL", .url), ("DOI", .doi),
      ("PatentNumber", .number), ("CaseNumber", .number), ("Court", .authority),
      ("StandardNumber", type == .articleJournal ? .issn : .isbn), ("Comments", .note),
    ]
  }

  private var type: ReferenceType {
    switch tree.text(node, "SourceType") {
    case "ArticleInAPeriodical": return .articleMagazine
    case "Book": return .book
    case "BookSection": return .chapter
    case "Case": return .legalCase
    case "ConferenceProceedings": return .paperConference
    case "DocumentFromInternetSite", "InternetSite", "ElectronicSource": return .webpage
    case "Film": return .motionPicture
    case "Interview": return .interview
    case "JournalArticle": return .articleJournal
    case "Patent": return .patent
    case "Performance": return .performance
    case "Report": return tree.text(node, "ThesisType")?.isEmpty == false ? .thesis : .report
    case "SoundRecording": return .song
    case "Art": return .graphic
    default: return .document
    }
  }
}
