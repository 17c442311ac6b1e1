/// What is wrong with a JSON text, and where.
public struct JSONError: Error, Hashable, Sendable {
  /// What is wrong, as a sentence without its place.
  public let message: String
  /// Byte offset in the text.
  public let offset: Int
}

/// Reads JSON (RFC 8259) over bytes: ordered, with places, without recursion deeper than `maximumDepth`.
///
/// Foundation's reader loses the order of keys, duplicates and places, and is many times slower.
public struct JSONReader {
  /// Nesting beyond this is an error, so that hostile input can't exhaust the stack.
  public static let maximumDepth = 512

  private let bytes: [UInt8]
  private var index: Int
  private let end: Int
  /// Lone surrogates that were replaced by U+FFFD, as byte offsets.
  public private(set) var replacedSurrogates: [Int] = []
  /// Keys that an object holds twice, with the place of the later one.
  public private(set) var duplicateKeys: [(key: String, span: SourceSpan)] = []

  /// A reader of a stretch of bytes. Places count from the start of `bytes`.
  public init(_ bytes: [UInt8], range: Range<Int>? = nil) {
    self.bytes = bytes
    let range = range ?? 0..<bytes.count
    index = max(0, min(range.lowerBound, bytes.count))
    end = max(index, min(range.upperBound, bytes.count))
  }

  /// Reads one value and nothing after it.
  public static func value(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes)
    return try reader.document()
  }

  /// Reads one value that fills the stretch.
  public mutating func document() throws(JSONError) -> JSONValue {
    skipSpace()
    let value = try element(depth: 0)
    skipSpace()
    if index < end { throw fault("text after the end of the JSON value") }
    return value
  }

  /// Reads a JSON array element by element, so that one broken element loses no other.
  ///
  /// Calls `each` with every element and its place. A single value that is no array counts as an array of one.
  /// On a fault, the reader goes on at the next element of the array, found by counting brackets; the fault is given to `failed`.
  public mutating func elements(
    _ each: (JSONValue, SourceSpan) -> Void, failed: (JSONError) -> Void
  ) {
    skipSpace()
    guard index < end else {
      failed(fault("no JSON here: the input is empty"))
      return
    }
    guard bytes[index] == UInt8(ascii: "[") else {
      let start = index
      do throws(JSONError) {
        let value = try element(depth: 0)
        each(value, SourceSpan(start: start, end: index))
        skipSpace()
        if index < end { failed(fault("text after the end of the JSON value")) }
      } catch {
        failed(error)
      }
      return
    }
    index += 1
    skipSpace()
    if index < end, bytes[index] == UInt8(ascii: "]") {
      finish(failed)
      return
    }
    while index < end {
      let start = index
      do throws(JSONError) {
        let value = try element(depth: 1)
        each(value, SourceSpan(start: start, end: index))
        skipSpace()
        if index < end, bytes[index] == UInt8(ascii: "]") {
          finish(failed)
          return
        }
        if index < end, bytes[index] == UInt8(ascii: "{") {
          // A forgotten comma costs no record.
          failed(fault("a comma is missing between two elements of the array"))
          continue
        }
        try expect(UInt8(ascii: ","), "a comma or ] after an element of the array")
        skipSpace()
      } catch {
        failed(error)
        guard resynchronise(from: start) else { return }
      }
    }
    failed(fault("the array has no closing ]"))
  }

  /// Past the closing bracket of the outer array: what follows it is said.
  private mutating func finish(_ failed: (JSONError) -> Void) {
    index += 1
    skipSpace()
    if index < end { failed(fault("text after the end of the JSON value")) }
  }

  /// After a broken element: the start of the next one, by counting brackets outside strings from the element's start.
  private mutating func resynchronise(from start: Int) -> Bool {
    var depth = 0
    var at = start
    let broken = index
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        // A string that runs past its line is taken as broken, and ends there.
        while at < end, bytes[at] != UInt8(ascii: "\""), bytes[at] != 0x0A {
          at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
        }
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // A stray bracket is part of the broken element; the array's own end has nothing but white space behind it.
        if depth > 0 {
          depth -= 1
        } else if isLast(at) {
          return false
        }
      case UInt8(ascii: ",") where depth == 0 && at >= broken:
        index = at + 1
        skipSpace()
        return index < end
      default: break
      }
      at += 1
    }
    return false
  }

  /// Whether only white space follows.
  private func isLast(_ at: Int) -> Bool {
    bytes[(at + 1)..<max(at + 1, end)].allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }

  private func fault(_ message: String) -> JSONError { JSONError(message: message, offset: min(index, end)) }

  private mutating func skipSpace() {
    while index < end {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private mutating func expect(_ byte: UInt8, _ what: String) throws(JSONError) {
    guard index < end, bytes[index] == byte else { throw fault("expected \(what)") }
    index += 1
  }

  private mutating func element(depth: Int) throws(JSONError) -> JSONValue {
    guard depth <= JSONReader.maximumDepth else { throw fault("nested deeper than \(JSONReader.maximumDepth) levels") }
    guard index < end else { throw fault("the input ends where a value should stand") }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw fault("expected a value: a string, a number, true, false, null, { or [")
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    let length = text.utf8CodeUnitCount
    let matches = text.withUTF8Buffer { index + length <= end && bytes[index..<(index + length)].elementsEqual($0) }
    guard matches else { throw fault("expected true, false or null") }
    index += length
    return value
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = index
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    let digits = index
    skipDigits()
    guard index > digits else { throw fault("a number needs digits") }
    if index > digits + 1, bytes[digits] == 0x30 {
      throw JSONError(message: "a number can't begin with 0 and another digit", offset: digits)
    }
    if index < end, bytes[index] == UInt8(ascii: ".") {
      index += 1
      let fraction = index
      skipDigits()
      guard index > fraction else { throw fault("digits must follow the point of a number") }
    }
    if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < end, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      let exponent = index
      skipDigits()
      guard index > exponent else { throw fault("digits must follow the exponent of a number") }
    }
    return .number(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func skipDigits() {
    while index < end, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    index += 1
    var out: [JSONValue] = []
    skipSpace()
    if index < end, bytes[index] == UInt8(ascii: "]") {
      index += 1
      return .array(out)
    }
    while true {
      skipSpace()
      out.append(try element(depth: depth + 1))
      skipSpace()
      if index < end, bytes[index] == UInt8(ascii: "]") {
        index += 1
        return .array(out)
      }
      try expect(UInt8(ascii: ","), "a comma or ] in an array")
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    index += 1
    var out: [JSONValue.Member] = []
    var keys: Set<String> = []
    skipSpace()
    if index < end, bytes[index] == UInt8(ascii: "}") {
      index += 1
      return .object(out)
    }
    while true {
      skipSpace()
      let start = index
      guard index < end, bytes[index] == UInt8(ascii: "\"") else { throw fault("expected a key in quotation marks") }
      let key = try string()
      skipSpace()
      try expect(UInt8(ascii: ":"), "a colon after the key “\(key)”")
      skipSpace()
      let value = try element(depth: depth + 1)
      let span = SourceSpan(start: start, end: index)
      // A scan is cheaper than a set for the few keys of a record.
      if out.count == 16 { keys = Set(out.map(\.key)) }
      let isKnown = out.count < 16 ? out.contains { $0.key == key } : !keys.insert(key).inserted
      if isKnown { duplicateKeys.append((key, span)) }
      out.append(JSONValue.Member(key: key, value: value, span: span))
      skipSpace()
      if index < end, bytes[index] == UInt8(ascii: "}") {
        index += 1
        return .object(out)
      }
      try expect(UInt8(ascii: ","), "a comma or } after the value of “\(key)”")
    }
  }

  private mutating func string() throws(JSONError) -> String {
    let open = index
    index += 1
    let start = index
    while index < end, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\"), bytes[index] >= 0x20 {
      index += 1
    }
    if index < end, bytes[index] == UInt8(ascii: "\"") {
      index += 1
      return String(decoding: bytes[start..<(index - 1)], as: UTF8.self)
    }
    var out = Array(bytes[start..<index])
    while index < end {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: out, as: UTF8.self)
      case UInt8(ascii: "\\"):
        index += 1
        try escape(into: &out)
      case 0..<0x20:
        // Line breaks and tabs inside strings are a common slip of hand-edited files; they are kept.
        guard byte == 0x09 || byte == 0x0A || byte == 0x0D else { throw fault("a control character inside a string") }
        out.append(byte)
        index += 1
      default:
        out.append(byte)
        index += 1
      }
    }
    index = open
    throw fault("the string has no closing quotation mark")
  }

  private mutating func escape(into out: inout [UInt8]) throws(JSONError) {
    guard index < end else { throw fault("the input ends inside an escape") }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "u"):
      let place = index - 2
      let first = try hexadecimal()
      if first & 0xFC00 == 0xD800, index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u")
      {
        let back = index
        index += 2
        let second = try hexadecimal()
        if second & 0xFC00 == 0xDC00 {
          UTF8Bytes.append(0x10000 + ((first & 0x3FF) << 10 | second & 0x3FF), to: &out)
          return
        }
        index = back
      }
      if first & 0xF800 == 0xD800 { replacedSurrogates.append(place) }
      UTF8Bytes.append(first, to: &out)
    default:
      index -= 1
      throw fault("unknown escape \\\(Character(Unicode.Scalar(byte))) in a string")
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard index + 4 <= end else { throw fault("\\u needs four hexadecimal digits") }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
      default: throw fault("\\u needs four hexadecimal digits")
      }
      index += 1
    }
    return value
  }
}
