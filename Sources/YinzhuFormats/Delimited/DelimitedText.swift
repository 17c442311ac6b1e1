import YinzhuModel
import YinzhuText

/// Rows and cells of comma and tab separated text (RFC 4180).
///
/// A cell in quotation marks may hold line breaks and `""`. Lines end with LF, CR LF or CR.
struct DelimitedText {
  /// A cell and its place.
  struct Cell: Sendable {
    var text: String
    var span: SourceSpan
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private(set) var rows: [[Cell]] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter delimiter: nil guesses from the first line: the one of tab, comma and semicolon that stands there most.
  init(_ bytes: [UInt8], delimiter: UInt8?) {
    self.bytes = bytes
    self.delimiter = delimiter ?? Self.guessed(bytes)
  }

  static func guessed(_ bytes: [UInt8]) -> UInt8 {
    var counts: [(byte: UInt8, count: Int)] = [(0x2C, 0), (0x09, 0), (0x3B, 0)]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      for index in counts.indices where counts[index].byte == byte { counts[index].count += 1 }
    }
    return counts.max { $0.count < $1.count }?.byte ?? 0x2C
  }

  mutating func read() {
    var row: [Cell] = []
    var index = 0
    while index < bytes.count {
      let cell = readCell(&index)
      row.append(cell)
      if index < bytes.count, bytes[index] == delimiter {
        index += 1
        if index == bytes.count { row.append(Cell(text: "", span: SourceSpan(start: index, end: index))) }
        continue
      }
      if index < bytes.count {
        index += bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
      }
      // Empty lines are no rows.
      if row.count > 1 || row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
      row = []
    }
    if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
  }

  /// A cell; afterwards the index stands at the delimiter, the line break or the end.
  private mutating func readCell(_ index: inout Int) -> Cell {
    let start = index
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      while index < bytes.count, bytes[index] != delimiter, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      return cell(bytes[start..<index], start..<index)
    }
    index += 1
    var out: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\"") else {
        out.append(byte)
        continue
      }
      if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
        out.append(byte)
        index += 1
        continue
      }
      // What stands behind the closing mark belongs to the cell, as spreadsheets take it.
      let after = index
      while index < bytes.count, bytes[index] != delimiter, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      out.append(contentsOf: bytes[after..<index])
      return cell(out[...], start..<index)
    }
    diagnostics.append(
      Diagnostic(
        FormatRules.syntax, "A quotation mark opens here and nothing closes it; the rest of the file is one cell.",
        span: SourceSpan(start: start, end: start + 1)))
    return cell(out[...], start..<index)
  }

  private mutating func cell(_ content: ArraySlice<UInt8>, _ range: Range<Int>) -> Cell {
    let span = SourceSpan(start: range.lowerBound, end: range.upperBound)
    guard content.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }) else {
      return Cell(text: String(decoding: content, as: UTF8.self), span: span)
    }
    diagnostics.append(
      Diagnostic(
        FormatRules.controlCharacter, "A control character stands here; the cell is read without it.", span: span))
    let clean = content.filter { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return Cell(text: String(decoding: clean, as: UTF8.self), span: span)
  }

  /// A cell as it is written: in quotation marks where it must be.
  static func written(_ text: String, delimiter: UInt8) -> String {
    let needsMarks = text.utf8.contains { $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
    guard needsMarks || text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
