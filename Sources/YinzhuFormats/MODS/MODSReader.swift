import YinzhuModel
import YinzhuText

/// Turns one `mods` element into a tagged record.
struct MODSReader {
  private let document: XMLDocument
  private(set) var record = TaggedRecord()
  private var genres: [(text: String, authority: String?)] = []
  private var hasHost = false
  private var issuance = ""

  init(_ document: XMLDocument) { self.document = document }

  mutating func read(_ element: XMLDocument.Element) {
    record.span = element.span
    if let id = element[attribute: "ID"], !id.isEmpty { record.key = id }
    read(element, prefix: "")
    record.type = type()
  }

  // MARK: Elements

  private mutating func read(_ element: XMLDocument.Element, prefix: String) {
    for child in document.children(element) {
      switch child.name {
      case "titleInfo": readTitle(child, prefix)
      case "name": readName(child, prefix)
      case "genre":
        let text = document.text(child)
        if prefix.isEmpty, !text.isEmpty { genres.append((text, child[attribute: "authority"])) }
      case "originInfo": readOrigin(child, prefix)
      case "part": readPart(child, prefix)
      case "relatedItem": readRelated(child, prefix)
      case "identifier": readIdentifier(child, prefix)
      case "language":
        for term in document.children(child, "languageTerm") where record.text(prefix + "language") == nil {
          add(prefix + "language", term)
        }
      case "location":
        for inner in document.children(child) {
          if inner.name == "url", let date = inner[attribute: "dateLastAccessed"] {
            record.values.append(TaggedRecord.Value("accessed", .text(date), span: inner.span))
          }
          add(prefix + inner.name, inner)
        }
      case "physicalDescription":
        for inner in document.children(child) { add(prefix + inner.name, inner) }
      case "subject":
        for inner in document.children(child) {
          if inner.name == "cartographics", let scale = document.first(inner, "scale") {
            add(prefix + "scale", scale)
          } else {
            add(prefix + "subject", inner)
          }
        }
      case "note": add(prefix + (child[attribute: "type"].map { "note:" + $0 } ?? "note"), child, keepsLines: true)
      case "abstract": add(prefix + "abstract", child, keepsLines: true)
      case "recordInfo":
        for inner in document.children(child) { add(prefix + inner.name, inner) }
      case "extension": add(prefix + "extension", child)
      default: add(prefix + child.name, child)
      }
    }
  }

  private mutating func add(_ tag: String, _ element: XMLDocument.Element, keepsLines: Bool = false) {
    let text = keepsLines ? document.lines(element) : document.text(element)
    if !text.isEmpty { record.values.append(TaggedRecord.Value(tag, .text(text), span: element.span)) }
  }

  private mutating func add(_ tag: String, _ text: String, _ span: SourceSpan) {
    if !text.isEmpty { record.values.append(TaggedRecord.Value(tag, .text(text), span: span)) }
  }

  /// Title and subtitle are one; an article that isn't sorted stands before them.
  private mutating func readTitle(_ element: XMLDocument.Element, _ prefix: String) {
    func part(_ name: String) -> String { document.first(element, name).map(document.text) ?? "" }
    var title = [part("nonSort"), part("title")].filter { !$0.isEmpty }.joined(separator: " ")
    let subtitle = part("subTitle")
    if !subtitle.isEmpty {
      let isEastAsian = title.unicodeScalars.last.map { CharacterClass.isEastAsian($0.value) } ?? false
      title += (isEastAsian ? "：" : ": ") + subtitle
    }
    let kind = element[attribute: "type"]
    add(prefix + "title" + (kind.map { $0 == "uniform" ? "" : ":" + $0 } ?? ""), title, element.span)
    if let number = document.first(element, "partNumber") { add(prefix + "volume", number) }
    if let name = document.first(element, "partName") { add(prefix + "title/part", name) }
  }

  private mutating func readName(_ element: XMLDocument.Element, _ prefix: String) {
    var family = ""
    var given: [String] = []
    var suffix = ""
    var whole: [String] = []
    for part in document.children(element, "namePart") {
      var text = document.text(part)
      while part[attribute: "type"] != nil, text.hasSuffix(",") { text = DateText.trimmed(String(text.dropLast())) }
      switch part[attribute: "type"] {
      case "family": family = text
      case "given": given.append(text)
      case "termsOfAddress": suffix = text
      case "date": continue
      default: whole.append(text)
      }
    }
    let text = whole.joined(separator: " ")
    var name: Name
    if family.isEmpty, given.isEmpty {
      guard !text.isEmpty else { return }
      let isWhole = element[attribute: "type"] == "corporate" || element[attribute: "type"] == "conference"
      name = isWhole ? Name(literal: text) : PersonNames.name(text)
    } else {
      name = PersonNames.name(given.isEmpty ? family : family + ", " + given.joined(separator: " "))
      if given.isEmpty { name = Name(family: family) }
      if family.isEmpty { name = Name(given: given.joined(separator: " ")) }
    }
    if !suffix.isEmpty { name.suffix = suffix }
    name.spans = [element.span]
    if element[attribute: "type"] == "conference" {
      return add(prefix + "event", text, element.span)
    }
    let tag = prefix + "name:" + role(element)
    record.values.append(TaggedRecord.Value(tag, .name(name), span: element.span))
    for affiliation in document.children(element, "affiliation") { add(prefix + "affiliation", affiliation) }
  }

  /// The code of a name's role; without one, who made the work.
  private func role(_ element: XMLDocument.Element) -> String {
    let terms = document.children(element, "role").flatMap { document.children($0, "roleTerm") }
    if let code = terms.first(where: { $0[attribute: "type"] == "code" }) { return document.text(code).lowercased() }
    let names: [String: String] = [
      "author": "aut", "editor": "edt", "translator": "trl", "compiler": "com", "creator": "aut", "director": "drt",
      "thesis advisor": "ths", "illustrator": "ill", "interviewer": "ivr", "contributor": "ctb", "composer": "cmp",
      "degree grantor": "dgg", "performer": "prf", "producer": "pro", "inventor": "aut", "recipient": "rcp",
      "reviewed author": "aut", "book author": "aut", "series editor": "edt", "addressee": "rcp",
    ]
    let text = terms.first.map { document.text($0).lowercased() } ?? "author"
    return names[text] ?? (text.utf8.count == 3 ? text : "aut")
  }

  private mutating func readOrigin(_ element: XMLDocument.Element, _ prefix: String) {
    let prefix = element[attribute: "eventType"] == "event" ? "event/" : prefix
    for child in document.children(element) {
      switch child.name {
      case "place":
        // A code of a country says less than a name.
        for term in document.children(child, "placeTerm") where term[attribute: "type"] != "code" {
          add(prefix + "place", term)
        }
      case "issuance":
        if prefix.isEmpty { issuance = document.text(child) }
      case "dateIssued", "dateCreated", "copyrightDate", "dateOther", "dateCaptured":
        let isAccess = child.name == "dateCaptured"
        let isSubmission = child.name == "dateOther" && child[attribute: "type"] == "submitted"
        let tag = isAccess ? "accessed" : isSubmission ? "dateSubmitted" : prefix + child.name
        readDate(child, tag)
      default: add(prefix + child.name, child)
      }
    }
  }

  /// The two ends of a range are two elements with `point`.
  private mutating func readDate(_ element: XMLDocument.Element, _ tag: String) {
    let text = document.text(element)
    if element[attribute: "encoding"] == "marc" || element[attribute: "encoding"] == "w3cdtf",
      record.values.contains(where: { $0.tag == tag && $0.text == text })
    {
      return
    }
    if element[attribute: "point"] == "end", let start = record.values.lastIndex(where: { $0.tag == tag }) {
      record.values[start].content = .text(record.values[start].text + "/" + text)
    } else {
      let isCirca = element[attribute: "qualifier"] == "approximate" && !text.hasSuffix("~")
      add(tag, isCirca ? text + "~" : text, element.span)
    }
  }

  private mutating func readPart(_ element: XMLDocument.Element, _ prefix: String) {
    for child in document.children(element) {
      switch child.name {
      case "detail":
        let kind = child[attribute: "type"] ?? "part"
        let number =
          document.first(child, "number") ?? document.first(child, "caption") ?? document.first(child, "title")
        if let number { add(prefix + (kind == "number" ? "issue" : kind), number) }
      case "extent":
        let start = document.first(child, "start").map(document.text) ?? ""
        let end = document.first(child, "end").map(document.text) ?? ""
        let list = document.first(child, "list").map(document.text) ?? ""
        let total = document.first(child, "total").map(document.text) ?? ""
        let range = start.isEmpty ? list : end.isEmpty || end == start ? start : start + "-" + end
        add(prefix + "page", range, child.span)
        if range.isEmpty { add("extent", total, child.span) }
      case "date": add(prefix + "date", child)
      default: add(prefix + child.name, child)
      }
    }
  }

  private mutating func readRelated(_ element: XMLDocument.Element, _ prefix: String) {
    guard prefix.isEmpty || prefix == "host/" else { return add(prefix + "relatedItem", element) }
    switch element[attribute: "type"] {
    case "host":
      hasHost = true
      read(element, prefix: "host/")
    case "series": read(element, prefix: "series/")
    case "original": read(element, prefix: "original/")
    case "reviewOf": read(element, prefix: "reviewOf/")
    case let kind: add("relatedItem" + (kind.map { ":" + $0 } ?? ""), element)
    }
  }

  private mutating func readIdentifier(_ element: XMLDocument.Element, _ prefix: String) {
    let kind = (element[attribute: "type"] ?? "identifier").lowercased()
    if kind == "citekey" {
      let text = document.text(element)
      if prefix.isEmpty, !text.isEmpty { record.key = text }
      return
    }
    if kind == "isbn" || kind == "issn" || kind == "doi" || kind == "pmid" { return add(prefix + kind, element) }
    let others = [
      "pubmed": "pmid", "pmc": "pmcid", "uri": "uri", "hdl": "hdl", "local": "number", "report number": "number",
      "numberofvolumes": "numberOfVolumes",
    ]
    add(prefix + (others[kind] ?? kind), element)
  }

  // MARK: Type

  /// The type by its genre; a host makes an article or a chapter of what says nothing else.
  private mutating func type() -> String? {
    let own = genres.first { $0.authority == MODS.authority }?.text
    let known = genres.first {
      MODSMapping.mapping.type(named: $0.text) != nil && !["book", "article"].contains($0.text.lowercased())
    }
    for genre in genres
    where genre.text != own && genre.text != known?.text
      && MODSMapping.marcGenres.values.contains(genre.text.lowercased()) == false && genre.authority != MODS.authority
    {
      record.values.append(TaggedRecord.Value("genre", .text(genre.text), span: record.span))
    }
    if let own { return own }
    if let known { return known.text }
    guard hasHost else { return genres.isEmpty && issuance != "monographic" ? nil : "book" }
    let hasISSN =
      record.text("host/issn") != nil || record.text("host/issue") != nil || record.text("host/volume") != nil
    let isArticle = genres.contains { $0.text.lowercased() == "article" }
    return isArticle || hasISSN ? "article-journal" : "chapter"
  }
}
