import CLibXML2

/// What stopped the reading of XML.
struct MarkupProblem: Error {
  var message: String
  var line: Int
  var isUnsafe = false
}

/// Builds a `MarkupTree` with libxml2. Nothing outside the bytes is opened; entities are never expanded.
final class MarkupParser {
  /// The namespace whose elements and attributes get no prefix.
  private let vocabularies: Set<String>
  private var tree = MarkupTree()
  private var open: [Int] = []
  private var buried = 0
  private var problem: MarkupProblem?

  private init(vocabularies: Set<String>) { self.vocabularies = vocabularies }

  /// A well-formed document; a document type or an entity declaration is refused as unsafe.
  static func xml(_ bytes: [UInt8], vocabularies: Set<String>) throws(MarkupProblem) -> MarkupTree {
    let parser = MarkupParser(vocabularies: vocabularies)
    parser.readXML(bytes)
    if let problem = parser.problem { throw problem }
    guard !parser.tree.nodes.isEmpty else { throw MarkupProblem(message: "it holds no XML", line: 1) }
    return parser.tree
  }

  /// HTML as browsers read it, broken or not, from UTF-8. Names are in small letters.
  static func html(_ bytes: [UInt8]) -> MarkupTree {
    let parser = MarkupParser(vocabularies: [])
    parser.readHTML(bytes)
    return parser.tree
  }

  // MARK: Running libxml2

  private func readXML(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { raw in
      guard raw.count < Int(Int32.max), let base = raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count > 0,
        let context = xmlCreateMemoryParserCtxt(base, Int32(raw.count))
      else { return }
      defer { MarkupParser.free(context) { xmlFreeParserCtxt($0) } }
      xmlCtxtUseOptions(
        context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue))
      context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
      guard let sax = context.pointee.sax else { return }
      sax.pointee.startElementNs = { context, name, prefix, address, _, _, count, _, attributes in
        MarkupParser.of(context)?.start(name, prefix, address, Int(count), attributes)
      }
      sax.pointee.endElementNs = { context, _, _, _ in MarkupParser.of(context)?.end() }
      sax.pointee.internalSubset = { context, _, _, _ in MarkupParser.of(context)?.refuse(context) }
      sax.pointee.entityDecl = { context, _, _, _, _, _ in MarkupParser.of(context)?.refuse(context) }
      sax.pointee.getEntity = { _, name in xmlGetPredefinedEntity(name) }
      MarkupParser.setTexts(sax)
      sax.pointee.serror = { context, error in
        guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        MarkupParser.of(context)?.fail(error.pointee.message, line: Int(error.pointee.line), code: error.pointee.code)
      }
      xmlParseDocument(context)
    }
  }

  private func readHTML(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { raw in
      guard raw.count < Int(Int32.max), let base = raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count > 0,
        let context = htmlNewParserCtxt()
      else { return }
      defer { MarkupParser.free(context) { htmlFreeParserCtxt($0) } }
      context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
      guard let sax = context.pointee.sax else { return }
      sax.pointee.startElement = { context, name, attributes in MarkupParser.of(context)?.start(name, attributes) }
      sax.pointee.endElement = { context, name in MarkupParser.of(context)?.end(name) }
      sax.pointee.internalSubset = { _, _, _, _ in }
      sax.pointee.startDocument = { _ in }
      sax.pointee.endDocument = { _ in }
      sax.pointee.serror = nil
      MarkupParser.setTexts(sax)
      let flags =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
        | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      if let document = htmlCtxtReadMemory(context, base, Int32(raw.count), nil, "UTF-8", Int32(flags)) {
        xmlFreeDoc(document)
      }
    }
  }

  private static func setTexts(_ sax: UnsafeMutablePointer<xmlSAXHandler>) {
    sax.pointee.characters = { context, text, length in MarkupParser.of(context)?.text(text, length) }
    sax.pointee.cdataBlock = { context, text, length in MarkupParser.of(context)?.text(text, length) }
    sax.pointee.ignorableWhitespace = { context, text, length in MarkupParser.of(context)?.text(text, length) }
    sax.pointee.comment = { _, _ in }
    sax.pointee.processingInstruction = { _, _, _ in }
    sax.pointee.reference = { _, _ in }
  }

  private static func free(_ context: xmlParserCtxtPtr, _ release: (xmlParserCtxtPtr) -> Void) {
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    context.pointee.myDoc = nil
    release(context)
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> MarkupParser? {
    guard let object = context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private else { return nil }
    return Unmanaged<MarkupParser>.fromOpaque(object).takeUnretainedValue()
  }

  // MARK: Events

  private func push(_ name: String, _ attributes: [(name: String, value: String)]) {
    guard open.count < MarkupTree.maximumDepth else {
      buried += 1
      return
    }
    let index = tree.nodes.count
    tree.nodes.append(MarkupTree.Node(name: name, attributes: attributes, parent: open.last ?? -1))
    if let parent = open.last { tree.nodes[parent].children.append(index) }
    open.append(index)
  }

  private func start(
    _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ address: UnsafePointer<xmlChar>?,
    _ count: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let name else { return }
    var pairs: [(name: String, value: String)] = []
    if let attributes {
      for index in 0..<count {
        guard let key = attributes[index * 5], let value = attributes[index * 5 + 3],
          let end = attributes[index * 5 + 4]
        else { continue }
        let text = String(decoding: UnsafeBufferPointer(start: value, count: max(0, end - value)), as: UTF8.self)
        pairs.append((qualified(key, attributes[index * 5 + 1], attributes[index * 5 + 2]), text))
      }
    }
    push(qualified(name, prefix, address), pairs)
  }

  private func qualified(
    _ name: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ address: UnsafePointer<xmlChar>?
  ) -> String {
    let local = String(cString: name)
    guard let prefix, let address, !vocabularies.contains(String(cString: address)) else { return local }
    return String(cString: prefix) + ":" + local
  }

  private func start(_ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    guard let name else { return }
    var pairs: [(name: String, value: String)] = []
    var index = 0
    while let list, let key = list[index] {
      pairs.append((String(cString: key).lowercased(), list[index + 1].map { String(cString: $0) } ?? ""))
      index += 2
    }
    push(String(cString: name).lowercased(), pairs)
  }

  private func end() {
    if buried > 0 { buried -= 1 } else { _ = open.popLast() }
  }

  /// Ends an HTML element; one that was never begun ends nothing.
  private func end(_ name: UnsafePointer<xmlChar>?) {
    guard buried == 0 else {
      buried -= 1
      return
    }
    let name = name.map { String(cString: $0).lowercased() } ?? ""
    guard let at = open.lastIndex(where: { tree.nodes[$0].name == name }) else { return }
    open.removeSubrange(at...)
  }

  private func text(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
    guard let text, length > 0, let parent = open.last else { return }
    let string = String(decoding: UnsafeBufferPointer(start: text, count: Int(length)), as: UTF8.self)
    if let last = tree.nodes[parent].children.last, last == tree.nodes.count - 1, tree.nodes[last].name.isEmpty {
      tree.nodes[last].text += string
      return
    }
    tree.nodes[parent].children.append(tree.nodes.count)
    tree.nodes.append(MarkupTree.Node(name: "", text: string, parent: parent))
  }

  private func refuse(_ context: UnsafeMutableRawPointer?) {
    guard let context = context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
    if problem == nil {
      problem = MarkupProblem(
        message: "it declares a document type or entities", line: Int(context.pointee.input?.pointee.line ?? 1),
        isUnsafe: true)
    }
    xmlStopParser(context)
  }

  private func fail(_ message: UnsafeMutablePointer<CChar>?, line: Int, code: Int32) {
    guard problem == nil, code != Int32(XML_ERR_USER_STOP.rawValue) else { return }
    var text = message.map { String(cString: $0) } ?? "unknown error"
    while let last = text.last, last.isWhitespace { text.removeLast() }
    problem = MarkupProblem(message: text, line: line)
  }
}
