import YinzhuModel
import YinzhuText

/// PubMed's XML (articles and books), read by the table of MEDLINE; read only.
///
/// Source: National Library of Medicine, "MEDLINE/PubMed XML Data Elements" and `pubmed_190101.dtd`.
public enum PubMedXML {
  package static let mapping = MEDLINEMapping.mapping(format: "pubmed-xml", title: "PubMed XML")

  /// The records of a file in its order, and what is wrong with it.
  public static func read(_ source: SourceText) -> (references: [Reference], diagnostics: [Diagnostic]) {
    let document = XMLDocument(source)
    var diagnostics = document.diagnostics
    var references: [Reference] = []
    for element in document.elements where element.name == "MedlineCitation" || element.name == "BookDocument" {
      var record = PubMedRecord(document, element).record
      MEDLINEMapping.readHabits(&record)
      var reader = RecordReader(record, mapping: mapping, ordinal: references.count + 1)
      reader.read()
      references.append(reader.reference)
      diagnostics += reader.diagnostics
    }
    return (references, diagnostics)
  }
}

/// One citation as values behind the tags of MEDLINE.
private struct PubMedRecord {
  private let document: XMLDocument
  private(set) var record = TaggedRecord()

  init(_ document: XMLDocument, _ element: XMLDocument.Element) {
    self.document = document
    record.span = element.span
    if element.name == "BookDocument" { record.values.append(TaggedRecord.Value("PT", .text("Book"))) }
    read(element, depth: 0)
  }

  /// Elements of one text and their tags.
  private static let leaves: [String: String] = [
    "PMID": "PMID", "ISSN": "IS", "ISSNLinking": "IS", "Volume": "VI", "Issue": "IP", "Title": "JT",
    "ISOAbbreviation": "TA", "MedlineTA": "TA", "ArticleTitle": "TI", "BookTitle": "BTI", "CollectionTitle": "CTI",
    "VernacularTitle": "TT", "MedlinePgn": "PG", "Language": "LA", "PublicationType": "PT", "Country": "PL",
    "PublisherName": "PB", "PublisherLocation": "PL", "Isbn": "ISBN", "Edition": "EN", "Keyword": "OT",
    "NlmUniqueID": "JID", "CopyrightInformation": "CI",
  ]

  /// Elements that say nothing about the work, or stand inside another that is read whole.
  private static let skipped: Set<String> = [
    "CommentsCorrectionsList", "History", "ReferenceList", "ChemicalList", "DataBankList", "GrantList", "DateCompleted",
    "DateRevised", "DateCreated", "Sections", "InvestigatorList",
  ]

  private mutating func read(_ element: XMLDocument.Element, depth: Int) {
    guard depth < XMLDocument.maximumDepth else { return }
    for child in document.children(element) {
      if let tag = Self.leaves[child.name] {
        // The journal's own title, not that of a section.
        add(tag, rich(child), child)
        continue
      }
      switch child.name {
      case "AuthorList": readNames(child, child[attribute: "Type"] == "editors" ? "FED" : "FAU")
      case "PubDate": readDate(child)
      case "ELocationID", "ArticleId":
        let kind = child[attribute: "EIdType"] ?? child[attribute: "IdType"] ?? ""
        add(
          kind == "pmc" ? "PMC" : "LID", RichText(plain: document.text(child) + (kind == "pmc" ? "" : " [\(kind)]")),
          child)
      case "Abstract":
        let parts = document.children(child, "AbstractText").map { text in
          [text[attribute: "Label"], document.text(text)].compactMap { $0 }.joined(separator: ": ")
        }
        add("AB", RichText(plain: parts.joined(separator: "\n")), child)
        if let rights = document.first(child, "CopyrightInformation") { add("CI", rich(rights), rights) }
      case "MeshHeading":
        let name = document.first(child, "DescriptorName").map(document.text) ?? ""
        let kinds = document.children(child, "QualifierName").map { "/" + document.text($0) }.joined()
        add("MH", RichText(plain: name + kinds), child)
      case "Pagination" where document.first(child, "MedlinePgn") == nil:
        let pages = ["StartPage", "EndPage"].compactMap { document.first(child, $0).map(document.text) }
        add("PG", RichText(plain: pages.joined(separator: "-")), child)
      default: if !Self.skipped.contains(child.name) { read(child, depth: depth + 1) }
      }
    }
  }

  private mutating func add(_ tag: String, _ text: RichText, _ element: XMLDocument.Element) {
    if !text.isEmpty { record.values.append(TaggedRecord.Value(tag, .rich(text), span: element.span)) }
  }

  /// Italics and the like inside titles.
  private func rich(_ element: XMLDocument.Element) -> RichText {
    RichText(inlines: WhiteSpace.collapsed(inlines(element, depth: 0), keepsLines: false))
  }

  private func inlines(_ element: XMLDocument.Element, depth: Int) -> [RichText.Inline] {
    guard depth < RichText.maximumDepth else { return [.text(document.text(element))] }
    return element.nodes.flatMap { node -> [RichText.Inline] in
      switch node {
      case .text(let text): return [.text(text)]
      case .element(let index):
        let child = document.elements[index]
        let inner = inlines(child, depth: depth + 1)
        switch child.name {
        case "i": return [.styled(.italic, inner)]
        case "b": return [.styled(.bold, inner)]
        case "sup": return [.styled(.superscript, inner)]
        case "sub": return [.styled(.subscript, inner)]
        default: return inner
        }
      }
    }
  }

  private mutating func readNames(_ list: XMLDocument.Element, _ tag: String) {
    for author in document.children(list, "Author") {
      func part(_ name: String) -> String? { document.first(author, name).map(document.text) }
      let name: Name
      if let whole = part("CollectiveName") {
        name = Name(literal: whole, spans: [author.span])
      } else if let family = part("LastName") {
        name = Name(
          family: family, given: part("ForeName") ?? part("Initials"), suffix: part("Suffix"), spans: [author.span])
      } else {
        continue
      }
      record.values.append(TaggedRecord.Value(tag, .name(name), span: author.span))
      for place in document.children(author, "AffiliationInfo") {
        add("AD", RichText(plain: document.text(place)), place)
      }
    }
    if list[attribute: "CompleteYN"] == "N" {
      record.values.append(TaggedRecord.Value(tag, .text("et al."), span: list.span))
    }
  }

  private mutating func readDate(_ element: XMLDocument.Element) {
    func part(_ name: String) -> String { document.first(element, name).map(document.text) ?? "" }
    let words = [part("MedlineDate"), part("Season"), part("Day"), part("Month"), part("Year")].filter { !$0.isEmpty }
    let month = Int(part("Month"))
    if let year = Int(part("Year")), month != nil {
      let date = DateValue(year: year, month: month, day: Int(part("Day")))
      if date.start?.isValid ?? false {
        record.values.append(TaggedRecord.Value("DP", .date(date), span: element.span))
        return
      }
    }
    add("DP", RichText(plain: words.joined(separator: " ")), element)
  }
}
