/// One input after decoding: its bytes (always valid UTF-8), its name and its lines.
///
/// Everything that points into a text points into `bytes`. The bytes of the file itself may differ: see `encoding`.
public struct SourceText: Sendable {
  /// Tells the sources of one run apart; spans carry no source of their own.
  public struct ID: Hashable, Sendable {
    /// Ordinal in the run, from 0.
    public let rawValue: Int32
    /// The source with this ordinal.
    public init(_ rawValue: Int32) { self.rawValue = rawValue }
  }

  /// The longest source in bytes: places and their maps are 32 bits wide, signed.
  public static let maximumCount = Int(Int32.max) - 1

  /// Which source of the run this is.
  public let id: ID
  /// What messages call it: a path as the user gave it, or `<stdin>`.
  public let name: String
  /// The decoded text as UTF-8, without a byte order mark.
  public let bytes: [UInt8]
  /// Where lines begin.
  public let lines: LineTable
  /// What the file was encoded in.
  public let encoding: TextEncoding

  /// A source from bytes that are known to be UTF-8, as `TextDecoder` gives them.
  public init(id: ID = ID(0), name: String, bytes: [UInt8], encoding: TextEncoding = .utf8) {
    self.id = id
    self.name = name
    self.bytes = bytes
    self.encoding = encoding
    lines = LineTable(bytes: bytes)
  }

  /// A source from a string, for tests and callers that have one.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The text of a span; what lies outside is left out.
  public subscript(span: SourceSpan) -> String {
    let start = min(span.start, bytes.count)
    return String(decoding: bytes[start..<max(start, min(span.end, bytes.count))], as: UTF8.self)
  }

  /// Line and column of a byte offset, both from 1. The column counts Unicode scalars, as editors do.
  public func position(of offset: Int) -> SourcePosition {
    let at = max(0, min(offset, bytes.count))
    let line = lines.line(containing: at)
    let start = lines.start(ofLine: line)
    return SourcePosition(line: line + 1, column: lines.scalars(before: at, from: start, in: bytes) + 1)
  }
}

/// A place as people name it: line and column, both from 1.
public struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
  /// Line, from 1.
  public let line: Int
  /// Column in Unicode scalars, from 1.
  public let column: Int

  /// A place by line and column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// `line:column`
  public var description: String { "\(line):\(column)" }
}

/// The first byte of every line. A line ends with LF, CR LF or CR.
public struct LineTable: Sendable {
  private let starts: [UInt32]
  /// Unicode scalars before every `stride`-th byte; only where a line is so long that counting from its start
  /// for each of many places would take minutes.
  private let scalarCounts: [UInt32]
  private static let stride = 1 << 14

  init(bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    var index = 0
    let count = min(bytes.count, Int(UInt32.max))
    while index < count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A {
        starts.append(UInt32(index))
      } else if byte == 0x0D {
        if index < count, bytes[index] == 0x0A { index += 1 }
        starts.append(UInt32(index))
      }
    }
    self.starts = starts
    let longest = zip(starts, starts.dropFirst() + [UInt32(count)]).map { $1 - $0 }.max() ?? 0
    scalarCounts = longest > LineTable.stride * 4 ? LineTable.scalarCounts(bytes) : []
  }

  private static func scalarCounts(_ bytes: [UInt8]) -> [UInt32] {
    var out: [UInt32] = []
    var total: UInt32 = 0
    var start = 0
    while start < bytes.count {
      out.append(total)
      let end = min(start + stride, bytes.count)
      for byte in bytes[start..<end] where byte & 0xC0 != 0x80 { total &+= 1 }
      start = end
    }
    return out
  }

  /// Unicode scalars between two offsets.
  func scalars(before end: Int, from start: Int, in bytes: [UInt8]) -> Int {
    let (first, last) = ((start + LineTable.stride - 1) / LineTable.stride, end / LineTable.stride)
    func count(_ range: Range<Int>) -> Int {
      var total = 0
      for byte in bytes[range] where byte & 0xC0 != 0x80 { total += 1 }
      return total
    }
    guard first < last, last < scalarCounts.count else { return count(start..<max(start, end)) }
    return count(start..<(first * LineTable.stride)) + Int(scalarCounts[last] - scalarCounts[first])
      + count((last * LineTable.stride)..<end)
  }

  /// Number of lines; a final line break begins an empty last line.
  public var count: Int { starts.count }

  /// Offset of the first byte of a line (from 0); lines past the end give the start of the last one.
  public func start(ofLine line: Int) -> Int {
    Int(starts[max(0, min(line, starts.count - 1))])
  }

  /// The line (from 0) that holds a byte offset.
  public func line(containing offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
