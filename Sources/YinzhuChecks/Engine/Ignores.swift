import YinzhuModel
import YinzhuText

/// Comments that silence rules: `% yinzhu: ignore R014` in BibTeX, `<!-- yinzhu: ignore C012 -->` in Markdown.
///
/// A comment holds for its own line and the next one that isn't empty; before a record or inside it, for the record.
struct Ignores {
  private struct Silence {
    var span: SourceSpan
    /// Empty for all codes.
    var codes: [String]
  }

  private var silences: [Silence] = []
  private static let mark = Array("yinzhu: ignore".utf8)
  private static let fileMark = Array("-file".utf8)

  init(_ source: SourceText, records: [SourceSpan]) {
    let bytes = source.bytes
    var index = 0
    // Most files have none, so the scan stops at the rare letter of the word.
    while let found = bytes[index...].firstIndex(of: UInt8(ascii: "y")) {
      index = found + 1
      guard bytes[found...].starts(with: Self.mark) else { continue }
      var at = found + Self.mark.count
      let isWholeFile = bytes[at...].starts(with: Self.fileMark)
      if isWholeFile { at += Self.fileMark.count }
      let line = source.lines.line(containing: found)
      let codes = Self.codes(bytes, from: at)
      let span =
        isWholeFile
        ? SourceSpan(start: 0, end: bytes.count)
        : Self.reach(of: line, at: found, source, records)
      silences.append(Silence(span: span, codes: codes))
    }
  }

  func contains(_ finding: Finding) -> Bool {
    guard !silences.isEmpty else { return false }
    let span = finding.span ?? SourceSpan(start: 0, end: 0)
    return silences.contains { silence in
      silence.span.start <= span.start && span.start < max(silence.span.end, silence.span.start + 1)
        && (silence.codes.isEmpty || silence.codes.contains { finding.code.hasPrefix($0) })
    }
  }

  private static func reach(of line: Int, at offset: Int, _ source: SourceText, _ records: [SourceSpan]) -> SourceSpan {
    if let record = records.first(where: { $0.end > offset }) {
      return SourceSpan(start: min(record.start, offset), end: record.end)
    }
    let start = source.lines.start(ofLine: line)
    var next = line + 1
    while next < source.lines.count {
      let begin = source.lines.start(ofLine: next)
      let end = next + 1 < source.lines.count ? source.lines.start(ofLine: next + 1) : source.bytes.count
      if source.bytes[begin..<max(begin, end)].contains(where: { $0 > 0x20 }) {
        return SourceSpan(start: start, end: end)
      }
      next += 1
    }
    return SourceSpan(start: start, end: source.bytes.count)
  }

  /// `R014, C012 -->`: a letter and digits each.
  private static func codes(_ bytes: [UInt8], from start: Int) -> [String] {
    var codes: [String] = []
    var index = start
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D {
      if bytes[index] == 0x20 || bytes[index] == UInt8(ascii: ",") {
        index += 1
        continue
      }
      let word = bytes[index...].prefix {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
      }
      let isCode = word.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
      guard let first = word.first, first >= 0x41, isCode else { break }
      codes.append(String(decoding: word, as: UTF8.self).uppercased())
      index += word.count
    }
    return codes
  }
}
