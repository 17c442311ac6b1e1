import YinzhuModel
import YinzhuText

/// Citations that EndNote put into a document: `ADDIN EN.CITE <EndNote><Cite>…<record>…`, the XML in the field's code or,
/// as Base64, in the data of the field.
enum EndNoteCitation {
  static let format = "endnote"

  /// Whether a field code is EndNote's citation; its lists and settings (`EN.REFLIST`) are none.
  static func isCitation(_ code: String) -> Bool {
    code.split(whereSeparator: \.isWhitespace).contains { $0 == "EN.CITE" || $0 == "EN.CITE.DATA" }
  }

  /// The citation; nil where it holds no XML that can be read.
  static func read(_ code: String, data: String, text: String, span: SourceSpan) -> EmbeddedCitation? {
    guard let xml = xml(code, data), let tree = try? MarkupParser.xml(xml, vocabularies: []) else { return nil }
    let items = tree.nodes.filter { $0.name == "Cite" }.enumerated().compactMap { index, cite in
      item(cite, ordinal: index + 1, tree, text, span)
    }
    return items.isEmpty ? nil : EmbeddedCitation(span: span, items: items)
  }

  private static func xml(_ code: String, _ data: String) -> [UInt8]? {
    if let open = code.firstRange(of: "<EndNote>")?.lowerBound { return Array(code[open...].utf8) }
    guard let decoded = Base64.decode(data) else { return nil }
    // EndNote ends the data with zero bytes.
    return Array(decoded.prefix { $0 != 0 })
  }

  private static func item(
    _ cite: MarkupTree.Node, ordinal: Int, _ tree: MarkupTree, _ text: String, _ span: SourceSpan
  ) -> CitationItem? {
    guard let node = tree.child(cite, "record") else { return nil }
    func said(_ name: String) -> String? {
      tree.text(cite, name).flatMap { $0.isEmpty ? nil : $0 }
    }
    let reader = EndNoteRecord(tree: tree, record: node)
    let id = said("RecNum").map { "endnote-\($0)" } ?? "endnote-\(ordinal)"
    return CitationItem(
      reference: reader.reference(id: id, span: span),
      locator: said("Pages").map { Locator(label: .page, value: $0, spans: [span]) },
      prefix: said("Prefix"), suffix: said("Suffix"), text: text, spans: [span],
      parse: CitationItem.Parse(pattern: PatternID(rawValue: format), confidence: 1))
  }
}

/// A record of EndNote's XML.
private struct EndNoteRecord {
  let tree: MarkupTree
  let record: MarkupTree.Node

  func reference(id: String, span: SourceSpan) -> Reference {
    let type = type
    var out = ImportedRecord(id: id, type: type, format: EndNoteCitation.format, span: span)
    for (path, variable) in names(type) {
      let key = path.last ?? ""
      out.set(variable, names: values(path).compactMap(out.name), key: key)
    }
    for (path, variable) in texts(type) { out.set(variable, values(path).first, key: path.last ?? "") }
    out.set(.issued, year: values(["dates", "year"]).first, key: "year")
    for path in [["abstract"], ["label"], ["accession-num"], ["call-num"], ["remote-database-name"], ["notes"]] {
      if let text = values(path).first { out.keep(path.last ?? "", text) }
    }
    return out.reference
  }

  private func names(_ type: ReferenceType) -> [([String], Variable)] {
    [
      (["contributors", "authors", "author"], .author),
      (["contributors", "secondary-authors", "author"], type == .motionPicture ? .director : .editor),
      (["contributors", "tertiary-authors", "author"], type == .chapter ? .collectionEditor : .editor),
      (["contributors", "subsidiary-authors", "author"], .translator),
      (["contributors", "translated-authors", "author"], .translator),
    ]
  }

  private func texts(_ type: ReferenceType) -> [([String], Variable)] {
    let isContained = [.articleJournal, .articleMagazine, .articleNewspaper, .chapter, .paperConference, .entry]
      .contains(type)
    return [
      (["titles", "title"], .title), (["titles", "short-title"], .titleShort),
      (["titles", "secondary-title"], isContained ? .containerTitle : .collectionTitle),
      (["titles", "tertiary-title"], .collectionTitle), (["periodical", "full-title"], .containerTitle),
      (["titles", "alt-title"], .containerTitleShort), (["pages"], .page), (["volume"], .volume),
      (["number"], isContained ? .issue : .number), (["num-vols"], .numberOfVolumes), (["edition"], .edition),
      (["section"], .section), (["pub-location"], .publisherPlace), (["publisher"], .publisher),
      (["isbn"], isContained && type != .chapter ? .issn : .isbn), (["electronic-resource-num"], .doi),
      (["urls", "related-urls", "url"], .url), (["work-type"], .genre), (["language"], .language),
    ]
  }

  /// The texts of all elements at the end of a path.
  private func values(_ path: [String]) -> [String] {
    var found = [record]
    for name in path { found = found.flatMap { node in node.children.map { tree[$0] }.filter { $0.name == name } } }
    return found.map { node in node.children.map { tree.text(of: $0) }.joined() }.filter { !$0.isEmpty }
  }

  /// The type by the name that EndNote gives it, else by its number, both of its XML export.
  private var type: ReferenceType {
    let node = tree.child(record, "ref-type")
    switch node?[attribute: "name"]?.lowercased() {
    case "journal article", "electronic article": return .articleJournal
    case "magazine article": return .articleMagazine
    case "newspaper article": return .articleNewspaper
    case "book", "edited book", "electronic book", "classical work", "ancient text", "serial": return .book
    case "book section", "electronic book section": return .chapter
    case "conference paper", "conference proceedings": return .paperConference
    case "thesis": return .thesis
    case "report", "government document": return .report
    case "web page", "blog": return .webpage
    case "manuscript", "unpublished work": return .manuscript
    case "patent": return .patent
    case "statute": return .legislation
    case "bill": return .bill
    case "case": return .legalCase
    case "hearing": return .hearing
    case "dataset": return .dataset
    case "map": return .map
    case "film or broadcast": return .motionPicture
    case "dictionary": return .entryDictionary
    case "encyclopedia": return .entryEncyclopedia
    case "personal communication": return .personalCommunication
    case "standard": return .standard
    case "pamphlet": return .pamphlet
    default: break
    }
    switch (node.flatMap { tree.text($0) }).flatMap(Int.init) {
    case 17, 43: return .articleJournal
    case 19: return .articleMagazine
    case 23: return .articleNewspaper
    case 6, 28, 44: return .book
    case 5, 60: return .chapter
    case 10, 47: return .paperConference
    case 32: return .thesis
    case 27: return .report
    case 12: return .webpage
    default: return .document
    }
  }
}

extension MarkupTree {
  /// The characters inside a node.
  func text(_ node: Node) -> String { node.children.map { text(of: $0) }.joined() }

  /// The characters inside the first child element with a name.
  func text(_ node: Node, _ name: String) -> String? { child(node, name).map { text($0) } }
}
