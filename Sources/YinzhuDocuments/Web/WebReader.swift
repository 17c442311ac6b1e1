import YinzhuModel
import YinzhuText

/// Reads HTML and EPUB: notes are what links with a label lead to (`epub:type="noteref"`, `role="doc-noteref"`,
/// `<sup><a href="#fn1">`, MediaWiki). Pages without such links are read by evidence, as text is.
enum WebReader {
  /// Whether bytes are HTML by their beginning.
  static func isHTML(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
    let start = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
      || (start.hasPrefix("<?xml") || start.hasPrefix("<!--")) && head.contains("<html")
  }

  static func read(
    _ bytes: [UInt8], name: String, id: SourceText.ID, encoding: TextEncoding?
  ) throws(DocumentError) -> Document {
    var pages = WebPages()
    let (text, problems) = decoded(bytes, name: name, encoding: encoding)
    pages.add(MarkupParser.html(text.bytes), path: "")
    var document = try read(pages, name: name, id: id)
    document.diagnostics += DocumentReader.diagnostics(problems, text).map { found in
      // Places of the file are no places of the text that was taken out of it.
      var found = found
      found.span = nil
      return found
    }
    return document
  }

  /// Reads the chapters of an EPUB in the order of its spine.
  static func read(book archive: ZipArchive, name: String, id: SourceText.ID) throws(DocumentError) -> Document {
    var archive = archive
    guard let container = try archive.entry("META-INF/container.xml") else {
      throw DocumentError(DocumentRules.damaged, "this EPUB has no META-INF/container.xml; export it anew")
    }
    let root = MarkupParser.html(container)
    guard let path = root.nodes.first(where: { $0.name == "rootfile" })?[attribute: "full-path"],
      let package = try archive.entry(path)
    else {
      throw DocumentError(
        DocumentRules.damaged, "META-INF/container.xml names no package file that is there; export the EPUB anew")
    }
    let tree = MarkupParser.html(package)
    var items: [String: String] = [:]
    for node in tree.nodes where node.name == "item" || node.name == "opf:item" {
      guard let key = node[attribute: "id"], let link = node[attribute: "href"] else { continue }
      items[key] = WebPages.resolve(link, beside: path)
    }
    var pages = WebPages()
    for node in tree.nodes where node.name == "itemref" || node.name == "opf:itemref" {
      guard let file = node[attribute: "idref"].flatMap({ items[$0] }), let bytes = try archive.entry(file) else {
        continue
      }
      pages.add(MarkupParser.html(decoded(bytes, name: file, encoding: nil).source.bytes), path: file)
    }
    guard !pages.roots.isEmpty else {
      throw DocumentError(DocumentRules.damaged, "\(path) lists no chapters that are there; export the EPUB anew")
    }
    return try read(pages, name: name, id: id)
  }

  private static func read(_ pages: WebPages, name: String, id: SourceText.ID) throws(DocumentError) -> Document {
    var walker = WebWalker(pages)
    let document = walker.document(name: name, id: id)
    if walker.isEmpty { throw DocumentError(DocumentRules.empty, "the page has no text") }
    return document
  }

  /// By byte order mark, then by what the bytes are, then by what the page says of itself: pages lie less about old
  /// encodings than about UTF-8.
  private static func decoded(
    _ bytes: [UInt8], name: String, encoding: TextEncoding?
  ) -> (source: SourceText, problems: [DecodingProblem]) {
    let guess = TextDecoder.decode(bytes, name: name, encoding: encoding)
    guard encoding == nil, guess.source.encoding != .utf8, let said = declared(bytes), said != guess.source.encoding,
      said != .utf16LittleEndian, said != .utf16BigEndian
    else { return guess }
    return TextDecoder.decode(bytes, name: name, encoding: said)
  }

  /// `charset=` or `encoding=` near the beginning.
  private static func declared(_ bytes: [UInt8]) -> TextEncoding? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    for key in ["charset=", "encoding="] {
      guard let range = head.firstRange(of: key) else { continue }
      let value = head[range.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
      if let found = TextEncoding(name: String(value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })) {
        return found
      }
    }
    return nil
  }
}
