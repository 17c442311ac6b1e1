import YinzhuText

/// The part of TOML 1.0 that settings need: comments, tables, bare keys and quoted ones, basic and literal strings,
/// integers, booleans, arrays over several lines. All else is an error with its place, never skipped.
///
/// docs/decisions.md says why this is no library.
struct TOMLReader {
  enum Value: Sendable, Hashable {
    case string(String)
    case integer(Int)
    case bool(Bool)
    case array([Value])
  }

  struct Entry: Sendable, Hashable {
    /// `severity.R016` for a key of a table.
    var key: String
    var value: Value
    /// Byte offset of the key.
    var offset: Int
  }

  struct Failure: Error {
    var message: String
    var offset: Int
  }

  private let bytes: [UInt8]
  private var index = 0
  private static let deepest = 16

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func entries(_ bytes: [UInt8]) throws(Failure) -> [Entry] {
    var reader = TOMLReader(bytes)
    return try reader.read()
  }

  private mutating func read() throws(Failure) -> [Entry] {
    var entries: [Entry] = []
    var table = ""
    var seen: Set<String> = []
    while true {
      skipBlank()
      guard let byte = peek else { return entries }
      if byte == UInt8(ascii: "[") {
        index += 1
        skipSpaces()
        table = try key() + "."
        skipSpaces()
        guard take(UInt8(ascii: "]")) else { throw fail("a table's name ends with ]") }
        try endOfLine()
        continue
      }
      let offset = index
      let name = table + (try key())
      skipSpaces()
      guard take(UInt8(ascii: "=")) else { throw fail("= is missing after the key") }
      skipSpaces()
      let value = try value(depth: 0)
      try endOfLine()
      guard seen.insert(name).inserted else { throw Failure(message: "the key “\(name)” stands twice", offset: offset) }
      entries.append(Entry(key: name, value: value, offset: offset))
    }
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func fail(_ message: String) -> Failure { Failure(message: message, offset: index) }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpaces() { while let byte = peek, byte == 0x20 || byte == 0x09 { index += 1 } }

  /// White space, line breaks and comments.
  private mutating func skipBlank() {
    while let byte = peek {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        index += 1
      } else if byte == UInt8(ascii: "#") {
        while let next = peek, next != 0x0A { _ = next; index += 1 }
      } else {
        return
      }
    }
  }

  private mutating func endOfLine() throws(Failure) {
    skipSpaces()
    if peek == UInt8(ascii: "#") { while let next = peek, next != 0x0A { _ = next; index += 1 } }
    if peek == 0x0D { index += 1 }
    guard peek == nil || peek == 0x0A else { throw fail("the line should end here") }
  }

  /// `a`, `"a b"`, `a.b`.
  private mutating func key() throws(Failure) -> String {
    var parts: [String] = []
    repeat {
      skipSpaces()
      if let byte = peek, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        parts.append(try string(byte))
      } else {
        let start = index
        while let byte = peek, Self.isBare(byte) { index += 1 }
        guard index > start else { throw fail("a key is expected here") }
        parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
      }
      skipSpaces()
    } while take(UInt8(ascii: "."))
    return parts.joined(separator: ".")
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }

  private mutating func value(depth: Int) throws(Failure) -> Value {
    guard depth < Self.deepest else { throw fail("arrays are nested too deeply") }
    guard let byte = peek else { throw fail("a value is missing") }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return .string(try string(byte)) }
    if byte == UInt8(ascii: "[") {
      index += 1
      var values: [Value] = []
      while true {
        skipBlank()
        if take(UInt8(ascii: "]")) { return .array(values) }
        values.append(try value(depth: depth + 1))
        skipBlank()
        if take(UInt8(ascii: ",")) { continue }
        guard take(UInt8(ascii: "]")) else { throw fail("an array's values are parted by commas and end with ]") }
        return .array(values)
      }
    }
    let start = index
    while let byte = peek, Self.isBare(byte) || byte == UInt8(ascii: "+") { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    if word == "true" || word == "false" { return .bool(word == "true") }
    if let number = Int(word.filter { $0 != "_" }) { return .integer(number) }
    index = start
    throw fail("a value is a string in quotation marks, a whole number, true, false, or an array of these")
  }

  private mutating func string(_ quote: UInt8) throws(Failure) -> String {
    let start = index
    index += 1
    var out: [UInt8] = []
    while let byte = peek {
      index += 1
      if byte == quote { return String(decoding: out, as: UTF8.self) }
      if byte == 0x0A || byte == 0x0D { break }
      guard byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") else {
        out.append(byte)
        continue
      }
      guard let escaped = peek else { break }
      index += 1
      switch escaped {
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out.append(escaped)
      case UInt8(ascii: "u"):
        let digits = String(decoding: bytes[index..<min(bytes.count, index + 4)], as: UTF8.self)
        guard digits.utf8.count == 4, let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
          throw fail("\\u takes four hexadecimal digits")
        }
        index += 4
        out += Array(String(Character(scalar)).utf8)
      default: throw fail("there is no such escape; write \\\\ for a backslash")
      }
    }
    throw Failure(message: "the string has no end in its line", offset: start)
  }
}
