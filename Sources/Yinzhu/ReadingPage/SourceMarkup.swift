import YinzhuModel
import YinzhuText

/// What of Markdown and LaTeX is no text, in documents whose text is their own source: only as much as a page to read
/// needs. Words are never left out.
enum SourceMarkup {
  /// The part of a source that is printed: of LaTeX what `\begin{document}` and `\end{document}` enclose.
  static func printed(_ source: SourceText) -> SourceSpan {
    let all = SourceSpan(start: 0, end: source.bytes.count)
    guard let begin = place(of: "\\begin{document}", in: source.bytes, from: 0) else { return all }
    return SourceSpan(
      start: begin.upperBound,
      end: place(of: "\\end{document}", in: source.bytes, from: begin.upperBound)?.lowerBound
        ?? source.bytes.count)
  }

  /// A note with what encloses it: `\footnote{…}`, `^[…]`.
  static func withBrackets(_ span: SourceSpan, _ bytes: [UInt8]) -> SourceSpan {
    let (before, after) = (span.start - 1, span.end)
    guard before >= 0, after < bytes.count else { return span }
    switch (bytes[before], bytes[after]) {
    case (UInt8(ascii: "{"), UInt8(ascii: "}")), (UInt8(ascii: "["), UInt8(ascii: "]")):
      return SourceSpan(start: before, end: after + 1)
    default: return span
    }
  }

  /// A label with the colon behind it: `[^1]:`.
  static func withColon(_ span: SourceSpan, _ bytes: [UInt8]) -> SourceSpan {
    guard span.end < bytes.count, bytes[span.end] == UInt8(ascii: ":") else { return span }
    return SourceSpan(start: span.start, end: span.end + 1)
  }

  /// The text of a heading of Markdown (`## …`) without its sign.
  static func heading(_ text: [UInt8]) -> [UInt8]? {
    let signs = text.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(signs), text.count > signs, text[signs] == 0x20 else { return nil }
    return Array(text[signs...].drop { $0 == 0x20 })
  }

  private static func place(of text: String, in bytes: [UInt8], from start: Int) -> Range<Int>? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return nil }
    let found = bytes.indices[start...].first { bytes[$0] == first && bytes[$0...].starts(with: wanted) }
    return found.map { $0..<($0 + wanted.count) }
  }
}

extension NoteLabel {
  /// The label as a reader sees it: that of Markdown's `[^1]` is its number or name.
  var displayed: String {
    guard symbol.hasPrefix("^") || symbol.hasPrefix("[^") else { return symbol }
    if let number { return String(number) }
    return symbol.filter { !"[^]".contains($0) }
  }
}
