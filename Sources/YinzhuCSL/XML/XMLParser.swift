import CLibXML2
import YinzhuText

extension XMLTree {
  /// Reads a document in UTF-8.
  ///
  /// Nothing outside the bytes is ever opened, entities are not expanded, and a document that declares entities is
  /// refused; libxml2 itself refuses nesting beyond 256. All errors are reported, not only the first.
  package static func parse(_ bytes: [UInt8]) throws(XMLError) -> XMLTree {
    let (tree, problems) = recovered(bytes)
    if !problems.isEmpty { throw XMLError(problems: problems) }
    return tree
  }

  /// Larger files are refused: libxml2 does so in the middle of them, and no style in use has a thirtieth of this.
  static let maximumSize = 8_000_000

  /// What could be read of a document, and everything that is wrong with it.
  package static func recovered(_ bytes: [UInt8]) -> (tree: XMLTree, problems: [XMLProblem]) {
    func nothing(_ kind: XMLProblem.Kind, _ message: String, _ span: SourceSpan) -> (XMLTree, [XMLProblem]) {
      (XMLTree(elements: []), [XMLProblem(kind: kind, message: message, span: span)])
    }
    guard bytes.count <= maximumSize else {
      return nothing(
        .tooLarge, "The file has \(bytes.count / 1_000_000) MB; more than \(maximumSize / 1_000_000) MB are refused.",
        SourceSpan(start: 0, end: 0))
    }
    if let bad = firstInvalidByte(bytes) {
      return nothing(.encoding, "The file is not UTF-8.", SourceSpan(start: bad, end: bad + 1))
    }
    if let name = declaredEncoding(bytes), !["utf-8", "utf8", "us-ascii"].contains(name.lowercased()) {
      return nothing(
        .encoding, "The file says that it is in \(name); CSL files are in UTF-8.", SourceSpan(start: 0, end: 0))
    }
    let builder = XMLBuilder(bytes: bytes)
    builder.run()
    return (XMLTree(elements: builder.elements), builder.problems)
  }

  /// What the XML declaration names. libxml2 would convert, and its offsets would no longer be those of the file.
  private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    var start = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    guard bytes[start...].starts(with: Array("<?xml".utf8)) else { return nil }
    let head = bytes[start...].prefix { $0 != UInt8(ascii: ">") }.prefix(256)
    let text = String(decoding: head, as: UTF8.self)
    guard let key = text.firstRange(of: "encoding") else { return nil }
    let rest = text[key.upperBound...].drop { $0 != "\"" && $0 != "'" }
    guard let mark = rest.first else { return nil }
    return String(rest.dropFirst().prefix { $0 != mark })
  }

  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let length = UTF8Bytes.validLength(bytes, at: index)
      if length == 0 { return index }
      index += length
    }
    return nil
  }
}

/// Takes libxml2's SAX events; alive for one document.
private final class XMLBuilder {
  static let maximumProblems = 100

  let bytes: [UInt8]
  var elements: [XMLTree.Element] = []
  var open: [Int] = []
  var problems: [XMLProblem] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  func run() {
    let bytes = bytes
    bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count > 0,
        let context = xmlCreateMemoryParserCtxt(base, Int32(raw.count))
      else {
        problems.append(
          XMLProblem(kind: .malformed, message: "The file is empty.", span: SourceSpan(start: 0, end: 0)))
        return
      }
      defer {
        if let document = context.pointee.myDoc { xmlFreeDoc(document) }
        context.pointee.myDoc = nil
        xmlFreeParserCtxt(context)
      }
      let flags =
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        | XML_PARSE_RECOVER.rawValue
      xmlCtxtUseOptions(context, Int32(flags))
      context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
      guard let sax = context.pointee.sax else { return }
      sax.pointee.startElementNs = { context, name, _, address, _, _, count, _, attributes in
        XMLBuilder.of(context)?.start(context, name, address, Int(count), attributes)
      }
      sax.pointee.endElementNs = { context, _, _, _ in XMLBuilder.of(context)?.open.removeLastIfAny() }
      sax.pointee.characters = { context, text, length in XMLBuilder.of(context)?.text(text, length) }
      sax.pointee.cdataBlock = { context, text, length in XMLBuilder.of(context)?.text(text, length) }
      sax.pointee.ignorableWhitespace = { _, _, _ in }
      sax.pointee.comment = { _, _ in }
      sax.pointee.processingInstruction = { _, _, _ in }
      sax.pointee.reference = { _, _ in }
      sax.pointee.getEntity = { _, name in xmlGetPredefinedEntity(name) }
      sax.pointee.entityDecl = { context, _, _, _, _, _ in XMLBuilder.of(context)?.entity(context) }
      sax.pointee.serror = { context, error in
        guard let error else { return }
        XMLBuilder.of(context)?.failure(context, code: error.pointee.code, message: error.pointee.message)
      }
      xmlParseDocument(context)
      if elements.isEmpty, problems.isEmpty {
        problems.append(
          XMLProblem(kind: .malformed, message: "The file holds no XML.", span: SourceSpan(start: 0, end: 0)))
      }
    }
  }

  static func of(_ context: UnsafeMutableRawPointer?) -> XMLBuilder? {
    guard let context, let object = context.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private else {
      return nil
    }
    return Unmanaged<XMLBuilder>.fromOpaque(object).takeUnretainedValue()
  }

  /// Bytes read so far.
  func offset(_ context: UnsafeMutableRawPointer?) -> Int {
    guard let context else { return 0 }
    return max(0, min(bytes.count, Int(xmlByteConsumed(context.assumingMemoryBound(to: xmlParserCtxt.self)))))
  }

  func start(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?, _ address: UnsafePointer<xmlChar>?,
    _ count: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let name else { return }
    // The parser stands at the end of the start tag; `<` can't stand inside one.
    let end = offset(context)
    var start = end
    while start > 0 {
      start -= 1
      if bytes[start] == UInt8(ascii: "<") { break }
    }
    var element = XMLTree.Element(
      name: String(cString: name), attributes: [], children: [], text: "", span: SourceSpan(start: start, end: end))
    if let address { element.isForeign = String(cString: address) != XMLTree.namespace }
    if let attributes {
      for index in 0..<count {
        guard let key = attributes[index * 5], let value = attributes[index * 5 + 3],
          let valueEnd = attributes[index * 5 + 4]
        else { continue }
        let buffer = UnsafeBufferPointer(start: value, count: max(0, valueEnd - value))
        let name = String(cString: key)
        var text = String(decoding: buffer, as: UTF8.self)
        // Spaces in a row count as one (citeproc-js).
        while text.contains("  ") { text = text.replacing("  ", with: " ") }
        element.attributes.append(XMLTree.Attribute(name: name, value: text, span: place(of: name, in: start..<end)))
      }
    }
    let index = elements.count
    elements.append(element)
    if let parent = open.last { elements[parent].children.append(index) }
    open.append(index)
  }

  /// Where an attribute's name stands inside a start tag.
  private func place(of name: String, in range: Range<Int>) -> SourceSpan {
    let wanted = Array(name.utf8)
    var quote: UInt8?
    var index = range.lowerBound
    while index + wanted.count < range.upperBound {
      let byte = bytes[index]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte <= 0x20 || byte == UInt8(ascii: ":") {
        let at = index + 1
        let after = at + wanted.count
        if after < range.upperBound, bytes[at..<after].elementsEqual(wanted),
          bytes[after] == UInt8(ascii: "=") || bytes[after] <= 0x20
        {
          return SourceSpan(start: at, end: after)
        }
      }
      index += 1
    }
    return SourceSpan(range)
  }

  func text(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
    guard let text, length > 0, let index = open.last else { return }
    elements[index].text += String(
      decoding: UnsafeBufferPointer(start: text, count: Int(length)), as: UTF8.self)
  }

  func entity(_ context: UnsafeMutableRawPointer?) {
    let at = offset(context)
    problems.append(
      XMLProblem(
        kind: .entityDeclared, message: "The file declares an entity, which CSL files never need.",
        span: SourceSpan(start: at, end: at)))
    if let context { xmlStopParser(context.assumingMemoryBound(to: xmlParserCtxt.self)) }
  }

  func failure(_ context: UnsafeMutableRawPointer?, code: Int32, message: UnsafeMutablePointer<CChar>?) {
    guard problems.count < XMLBuilder.maximumProblems else { return }
    // Relative namespace names and the like are no errors of the document.
    if code == Int32(XML_WAR_NS_URI_RELATIVE.rawValue) || code == Int32(XML_WAR_NS_URI.rawValue) { return }
    if code == Int32(XML_ERR_USER_STOP.rawValue) { return }
    var text = message.map { String(cString: $0) } ?? "unknown error"
    while let last = text.last, last.isWhitespace { text.removeLast() }
    let at = offset(context)
    problems.append(XMLProblem(kind: .malformed, message: text + ".", span: SourceSpan(start: at, end: at)))
  }
}

extension [Int] {
  fileprivate mutating func removeLastIfAny() {
    if !isEmpty { removeLast() }
  }
}
