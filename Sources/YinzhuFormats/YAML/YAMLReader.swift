import CYAML
import YinzhuText

/// Reads one YAML document into JSON values with places, by libyaml's events.
///
/// Scalars are those of YAML 1.2's core schema: `yes` and `2001-02-03` are text. Aliases are expanded up to a limit,
/// nesting is limited, and what breaks the grammar is reported with its place.
struct YAMLReader {
  /// What is wrong, and where.
  struct Problem: Error {
    var message: String
    /// Where it shows.
    var offset: Int
    /// Where it began: the mark of a text that never ends.
    var start: Int
  }

  /// Deeper nesting is refused: no record has a tenth of it.
  static let maximumDepth = 128
  /// Values that aliases may multiply to, beside one for each byte of the file.
  static let maximumExpansion = 100_000

  /// A value and its place.
  struct Node {
    var value: JSONValue
    var span: SourceSpan
    /// Values inside, itself included.
    var size: Int
    /// The places of a list's elements, and of the elements of the lists in a map.
    var places: [SourceSpan] = []
    var inner: [String: [SourceSpan]] = [:]
  }

  private struct Open {
    var isMapping: Bool
    var start: Int
    var anchor: String?
    var elements: [Node] = []
    var members: [JSONValue.Member] = []
    var key: (text: String, start: Int)?
    var size = 1
    var inner: [String: [SourceSpan]] = [:]
  }

  private let bytes: [UInt8]
  private let base: Int
  private var stack: [Open] = []
  private var anchors: [String: Node] = [:]
  private var root: Node?
  private var expanded = 0
  // libyaml counts characters; places are bytes.
  private var character = 0
  private var byte: Int

  private(set) var problem: Problem?
  /// Keys that stand twice in one map.
  private(set) var duplicates: [(key: String, offset: Int)] = []

  /// - Parameter start: where to begin, a byte offset at the start of a line.
  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    base = start
    byte = start
  }

  /// The whole items of the outermost list, or of the list in the outermost map, that an error cut off.
  var unfinished: [Node] {
    for (depth, list) in stack.prefix(2).enumerated() where !list.isMapping {
      // The item that the error stands in, as far as it was read.
      guard depth + 1 < stack.count, !stack[depth + 1].members.isEmpty else { return list.elements }
      let item = stack[depth + 1]
      let end = item.members.last?.span.end ?? item.start
      return list.elements + [
        Node(value: .object(item.members), span: SourceSpan(start: item.start, end: max(item.start, end)), size: 1)
      ]
    }
    return []
  }

  /// The document; nil where there is none, or where it is broken (`problem`).
  mutating func read() -> Node? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { yaml_parser_delete(&parser) }
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress, base < buffer.count else { return }
      yaml_parser_set_input_string(&parser, start + base, buffer.count - base)
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      var isDone = false
      while !isDone, problem == nil {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else {
          let text = parser.problem.map { String(cString: $0) } ?? "it is no YAML"
          let place =
            parser.error == YAML_READER_ERROR ? base + parser.problem_offset : offset(parser.problem_mark.index)
          let start = parser.context == nil ? place : offset(parser.context_mark.index)
          problem = Problem(message: text, offset: min(bytes.count, place), start: min(start, place, bytes.count))
          break
        }
        isDone = event.type == YAML_DOCUMENT_END_EVENT || event.type == YAML_STREAM_END_EVENT
        take(event)
        yaml_event_delete(&event)
      }
    }
    return root
  }

  private mutating func take(_ event: yaml_event_t) {
    let start = offset(event.start_mark.index)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text =
        scalar.value.map {
          String(decoding: UnsafeBufferPointer(start: $0, count: scalar.length), as: UTF8.self)
        } ?? ""
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.tag == nil
      let value = isPlain ? YAMLScalar.value(text) : .string(text)
      let node = Node(value: value, span: SourceSpan(start: start, end: offset(event.end_mark.index)), size: 1)
      add(node, key: text, anchor: scalar.anchor)
    case YAML_SEQUENCE_START_EVENT: open(isMapping: false, start, event.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: open(isMapping: true, start, event.data.mapping_start.anchor)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: close(offset(event.end_mark.index))
    case YAML_ALIAS_EVENT:
      let name = event.data.alias.anchor.map { String(cString: $0) } ?? ""
      guard var node = anchors[name] else {
        problem = Problem(message: "the alias “\(name)” has no anchor", offset: start, start: start)
        return
      }
      expanded += node.size
      guard expanded <= bytes.count + Self.maximumExpansion else {
        problem = Problem(
          message: "aliases multiply to more than \(Self.maximumExpansion) values", offset: start, start: start)
        return
      }
      node.span = SourceSpan(start: start, end: offset(event.end_mark.index))
      add(node, key: node.value.scalarText ?? "", anchor: nil)
    default: break
    }
  }

  private mutating func open(isMapping: Bool, _ start: Int, _ anchor: UnsafeMutablePointer<yaml_char_t>?) {
    guard stack.count < Self.maximumDepth else {
      problem = Problem(
        message: "lists and maps are nested deeper than \(Self.maximumDepth)", offset: start, start: start)
      return
    }
    stack.append(Open(isMapping: isMapping, start: start, anchor: anchor.map { String(cString: $0) }))
  }

  private mutating func close(_ end: Int) {
    guard let list = stack.popLast() else { return }
    let span = SourceSpan(start: list.start, end: max(list.start, end))
    let value: JSONValue = list.isMapping ? .object(list.members) : .array(list.elements.map(\.value))
    var node = Node(value: value, span: span, size: list.size)
    if stack.count <= 1 {
      node.places = list.elements.map(\.span)
      node.inner = list.inner
    }
    if let anchor = list.anchor { anchors[anchor] = node }
    add(node, key: JSONWriter.string(value), anchor: nil)
  }

  private mutating func add(_ node: Node, key: String, anchor: UnsafeMutablePointer<yaml_char_t>?) {
    if let anchor { anchors[String(cString: anchor)] = node }
    guard let top = stack.indices.last else {
      root = node
      return
    }
    stack[top].size += node.size
    guard stack[top].isMapping else {
      stack[top].elements.append(node)
      return
    }
    if let (name, start) = stack[top].key {
      if stack[top].members.contains(where: { $0.key == name }) { duplicates.append((name, start)) }
      stack[top].members.append(
        JSONValue.Member(key: name, value: node.value, span: SourceSpan(start: start, end: max(start, node.span.end))))
      if top == 0, !node.places.isEmpty { stack[top].inner[name] = node.places }
      stack[top].key = nil
    } else {
      stack[top].key = (key, node.span.start)
    }
  }

  /// The byte offset of a character; the characters come in order but for a few steps back.
  private mutating func offset(_ index: Int) -> Int {
    if index < character {
      while character > index, byte > base {
        byte = UTF8Bytes.previous(bytes, before: byte)
        character -= 1
      }
    }
    while character < index, byte < bytes.count {
      byte += UTF8Bytes.length(ofLead: bytes[byte])
      character += 1
    }
    return min(byte, bytes.count)
  }
}

/// Plain scalars (YAML 1.2.2, section 10.3).
enum YAMLScalar {
  /// The value of a plain scalar.
  static func value(_ text: String) -> JSONValue {
    switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .bool(true)
    case "false", "False", "FALSE": .bool(false)
    default: isNumber(text) ? .number(text) : .string(text)
    }
  }

  /// A number as JSON writes it; `0x1F`, `.inf` and `007` are text in records.
  static func isNumber(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    func digits(_ rest: inout ArraySlice<UInt8>) -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    if rest.first == 0x30, rest.count > 1, (0x30...0x39).contains(rest[rest.startIndex + 1]) { return false }
    guard digits(&rest) > 0 else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits(&rest) > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard digits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// Whether a text has to stand in quotation marks to stay a text, for readers of YAML 1.1 too.
  static func needsQuotes(_ text: String) -> Bool {
    if case .string = value(text) {} else { return true }
    guard let first = text.utf8.first else { return true }
    if ["y", "n", "yes", "no", "on", "off", "=", "<<"].contains(text.lowercased()) { return true }
    // Numbers in other bases, times, dates.
    return (0x30...0x39).contains(first) || first == UInt8(ascii: ".") || first == UInt8(ascii: "+")
      || first == UInt8(ascii: "-")
  }
}
