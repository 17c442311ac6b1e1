import CLibXML2
import YinzhuModel
import YinzhuText

/// An XML file as an arena of elements with their places.
///
/// Nothing outside the bytes is ever opened, and a file that declares entities is read up to there. Of a file that is
/// cut off or broken, all that was read before is here.
struct XMLDocument {
  /// Text or an element, in the order of the file.
  enum Node: Sendable {
    case text(String)
    case element(Int)
  }

  /// An element.
  struct Element: Sendable {
    /// The name without a prefix.
    var name: String
    /// Attributes without prefixes, in order.
    var attributes: [(name: String, value: String)] = []
    /// What is inside.
    var nodes: [Node] = []
    /// From the start tag to the end tag.
    var span: SourceSpan

    /// The value of an attribute.
    subscript(attribute name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  /// Deeper nesting is refused.
  static let maximumDepth = 200

  /// All elements in document order; the first is the root.
  fileprivate(set) var elements: [Element] = []
  /// What is wrong with the file.
  fileprivate(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceText) {
    let (bytes, controls) = Self.withoutControls(source.bytes)
    let builder = XMLDocumentBuilder(bytes)
    builder.run()
    elements = builder.elements
    diagnostics = controls + builder.diagnostics
  }

  /// The bytes with spaces in place of characters that XML doesn't have: databases export them, and the parser would
  /// stop there.
  private static func withoutControls(_ bytes: [UInt8]) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D }
    guard let first = bytes.firstIndex(where: isControl) else { return (bytes, []) }
    let diagnostic = Diagnostic(
      FormatRules.controlCharacter, "A control character stands here; the file is read with a space in its place.",
      span: SourceSpan(start: first, end: first + 1))
    return (bytes.map { isControl($0) ? 0x20 : $0 }, [diagnostic])
  }

  /// The child elements of an element, of one name or of all.
  func children(_ element: Element, _ name: String? = nil) -> [Element] {
    element.nodes.compactMap { node in
      guard case .element(let index) = node, name == nil || elements[index].name == name else { return nil }
      return elements[index]
    }
  }

  /// The first element on a path of names below an element.
  func first(_ element: Element, _ path: String...) -> Element? {
    var current = element
    for name in path {
      guard let next = children(current, name).first else { return nil }
      current = next
    }
    return current
  }

  /// All elements of a name, in document order.
  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// All text inside an element; white space around it is left out and runs of it are one space.
  func text(_ element: Element) -> String {
    var out = ""
    append(element, to: &out, depth: 0)
    return out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func append(_ element: Element, to out: inout String, depth: Int) {
    guard depth <= Self.maximumDepth else { return }
    for node in element.nodes {
      switch node {
      case .text(let text): out += text
      case .element(let index): append(elements[index], to: &out, depth: depth + 1)
      }
    }
  }

  /// The text inside an element with its line breaks.
  func lines(_ element: Element) -> String {
    var out = ""
    append(element, to: &out, depth: 0)
    return out.split(whereSeparator: \.isNewline).map { DateText.trimmed(String($0)) }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }
}

/// Takes libxml2's SAX events; alive for one document.
private final class XMLDocumentBuilder {
  static let maximumProblems = 100

  let bytes: [UInt8]
  var elements: [XMLDocument.Element] = []
  var open: [Int] = []
  var diagnostics: [Diagnostic] = []
  var isStopped = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func run() {
    let bytes = bytes
    bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count > 0,
        let context = xmlCreateMemoryParserCtxt(base, Int32(clamping: raw.count))
      else { return report("The file is empty.", at: 0) }
      defer {
        if let document = context.pointee.myDoc { xmlFreeDoc(document) }
        context.pointee.myDoc = nil
        xmlFreeParserCtxt(context)
      }
      // The bytes are UTF-8 whatever the declaration says. HUGE takes files of more than 10 MB; depth and entities
      // are limited here.
      let flags =
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        | XML_PARSE_RECOVER.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_IGNORE_ENC.rawValue
      xmlCtxtUseOptions(context, Int32(flags))
      context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
      guard let sax = context.pointee.sax else { return }
      sax.pointee.startElementNs = { context, name, _, _, _, _, count, _, attributes in
        XMLDocumentBuilder.of(context)?.start(context, name, Int(count), attributes)
      }
      sax.pointee.endElementNs = { context, _, _, _ in XMLDocumentBuilder.of(context)?.end(context) }
      sax.pointee.characters = { context, text, length in XMLDocumentBuilder.of(context)?.text(text, length) }
      sax.pointee.cdataBlock = { context, text, length in XMLDocumentBuilder.of(context)?.text(text, length) }
      sax.pointee.ignorableWhitespace = { _, _, _ in }
      sax.pointee.comment = { _, _ in }
      sax.pointee.processingInstruction = { _, _, _ in }
      sax.pointee.reference = { _, _ in }
      sax.pointee.getEntity = { _, name in xmlGetPredefinedEntity(name) }
      sax.pointee.entityDecl = { context, _, _, _, _, _ in
        XMLDocumentBuilder.of(context)?.stop(context, "The file declares an entity, which records never need.")
      }
      sax.pointee.serror = { context, error in
        guard let error else { return }
        XMLDocumentBuilder.of(context)?.failure(context, code: error.pointee.code, message: error.pointee.message)
      }
      xmlParseDocument(context)
      for index in open { elements[index].span = SourceSpan(start: elements[index].span.start, end: bytes.count) }
      if elements.isEmpty, diagnostics.isEmpty { report("The file holds no XML.", at: 0) }
    }
  }

  static func of(_ context: UnsafeMutableRawPointer?) -> XMLDocumentBuilder? {
    guard let context, let object = context.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private else {
      return nil
    }
    return Unmanaged<XMLDocumentBuilder>.fromOpaque(object).takeUnretainedValue()
  }

  /// Bytes read so far.
  private func offset(_ context: UnsafeMutableRawPointer?) -> Int {
    guard let context else { return 0 }
    return max(0, min(bytes.count, Int(xmlByteConsumed(context.assumingMemoryBound(to: xmlParserCtxt.self)))))
  }

  private func start(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let name, !isStopped else { return }
    guard open.count < XMLDocument.maximumDepth else {
      return stop(context, "Elements are nested deeper than \(XMLDocument.maximumDepth).")
    }
    // The parser stands at the end of the start tag; `<` can't stand inside one.
    let end = offset(context)
    let start = bytes[..<end].lastIndex(of: UInt8(ascii: "<")) ?? end
    var element = XMLDocument.Element(name: String(cString: name), span: SourceSpan(start: start, end: end))
    if let attributes {
      for index in 0..<count {
        guard let key = attributes[index * 5], let value = attributes[index * 5 + 3],
          let valueEnd = attributes[index * 5 + 4]
        else { continue }
        let buffer = UnsafeBufferPointer(start: value, count: max(0, valueEnd - value))
        element.attributes.append((String(cString: key), String(decoding: buffer, as: UTF8.self)))
      }
    }
    let index = elements.count
    elements.append(element)
    if let parent = open.last { elements[parent].nodes.append(.element(index)) }
    open.append(index)
  }

  private func end(_ context: UnsafeMutableRawPointer?) {
    guard let index = open.popLast() else { return }
    let start = elements[index].span.start
    elements[index].span = SourceSpan(start: start, end: max(start, offset(context)))
  }

  private func text(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
    guard let text, length > 0, let index = open.last, !isStopped else { return }
    let piece = String(decoding: UnsafeBufferPointer(start: text, count: Int(length)), as: UTF8.self)
    if case .text(let before)? = elements[index].nodes.last {
      elements[index].nodes[elements[index].nodes.count - 1] = .text(before + piece)
    } else {
      elements[index].nodes.append(.text(piece))
    }
  }

  private func stop(_ context: UnsafeMutableRawPointer?, _ message: String) {
    guard !isStopped else { return }
    isStopped = true
    report(message + " Nothing behind this place is read.", at: offset(context))
    if let context { xmlStopParser(context.assumingMemoryBound(to: xmlParserCtxt.self)) }
  }

  private func failure(_ context: UnsafeMutableRawPointer?, code: Int32, message: UnsafeMutablePointer<CChar>?) {
    guard diagnostics.count < Self.maximumProblems, !isStopped else { return }
    // Names of namespaces that are no addresses are no errors of the file.
    if code == Int32(XML_WAR_NS_URI_RELATIVE.rawValue) || code == Int32(XML_WAR_NS_URI.rawValue) { return }
    // Excerpts of answers of servers use prefixes that they don't declare.
    if code == Int32(XML_ERR_USER_STOP.rawValue) || code == Int32(XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue) { return }
    var text = message.map { String(cString: $0) } ?? "unknown error"
    while let last = text.last, last.isWhitespace { text.removeLast() }
    report("Not read: \(text).", at: offset(context))
  }

  private func report(_ message: String, at offset: Int) {
    diagnostics.append(
      Diagnostic(FormatRules.syntax, message, span: SourceSpan(start: offset, end: offset)))
  }
}
