/// Writes JSON as UTF-8: compact on one line, or with two-space indent.
public struct JSONWriter {
  private var out: [UInt8] = []
  private let indented: Bool

  private init(indented: Bool) { self.indented = indented }

  /// The bytes of a value, without a final line break.
  public static func bytes(_ value: JSONValue, indented: Bool = false) -> [UInt8] {
    var writer = JSONWriter(indented: indented)
    writer.write(value, level: 0)
    return writer.out
  }

  /// The text of a value.
  public static func string(_ value: JSONValue, indented: Bool = false) -> String {
    String(decoding: bytes(value, indented: indented), as: UTF8.self)
  }

  private mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let flag): out.append(contentsOf: (flag ? "true" : "false").utf8)
    case .number(let text): out.append(contentsOf: text.utf8)
    case .string(let text): write(text)
    case .array(let elements):
      // Lists of plain values (dates, spans) stay on one line; they are read as one thing.
      let flat = elements.allSatisfy(\.isFlat)
      list(elements, open: "[", close: "]", level: level, inline: flat) { writer, element in
        writer.write(element, level: level + 1)
      }
    case .object(let members):
      list(members, open: "{", close: "}", level: level, inline: false) { writer, member in
        writer.write(member.key)
        writer.out.append(contentsOf: (writer.indented ? ": " : ":").utf8)
        writer.write(member.value, level: level + 1)
      }
    }
  }

  private mutating func list<Element>(
    _ elements: [Element], open: Character, close: Character, level: Int, inline: Bool,
    write: (inout JSONWriter, Element) -> Void
  ) {
    out.append(contentsOf: open.utf8)
    for (index, element) in elements.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      if indented, inline, index > 0 { out.append(0x20) }
      if !inline { newline(level + 1) }
      write(&self, element)
    }
    if !elements.isEmpty, !inline { newline(level) }
    out.append(contentsOf: close.utf8)
  }

  private mutating func newline(_ level: Int) {
    guard indented else { return }
    out.append(0x0A)
    for _ in 0..<(level * 2) { out.append(0x20) }
  }

  private mutating func write(_ text: String) { Self.append(text, to: &out) }

  /// Appends a value with two-space indent, as it stands `level` levels deep; for writers that put files together piece
  /// by piece.
  package static func append(_ value: JSONValue, level: Int, to out: inout [UInt8]) {
    var writer = JSONWriter(indented: true)
    swap(&writer.out, &out)
    writer.write(value, level: level)
    swap(&writer.out, &out)
  }

  /// Appends a string in quotation marks.
  package static func append(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      // Most strings need no escape and are copied whole.
      var start = 0
      for (index, byte) in bytes.enumerated()
      where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F {
        out.append(contentsOf: bytes[start..<index])
        appendEscape(byte, to: &out)
        start = index + 1
      }
      out.append(contentsOf: bytes[start...])
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func appendEscape(_ byte: UInt8, to out: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): out.append(contentsOf: "\\\"".utf8)
    case UInt8(ascii: "\\"): out.append(contentsOf: "\\\\".utf8)
    case 0x0A: out.append(contentsOf: "\\n".utf8)
    case 0x0D: out.append(contentsOf: "\\r".utf8)
    case 0x09: out.append(contentsOf: "\\t".utf8)
    default:
      let digits = Array("0123456789abcdef".utf8)
      out.append(contentsOf: "\\u00".utf8)
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
  }
}

extension JSONValue {
  fileprivate var isFlat: Bool {
    switch self {
    case .null, .bool, .number: true
    case .string: false
    case .array(let elements): elements.allSatisfy(\.isFlat)
    case .object: false
    }
  }
}
