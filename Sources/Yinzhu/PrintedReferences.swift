import YinzhuCitations
import YinzhuModel
import YinzhuText

/// Reference lists as text, one entry a line: what CNKI exports as "GB/T 7714", and lists out of articles.
public enum PrintedReferences {
  /// The records of the lines, each with the places of its fields. A line that gives none is reported.
  public static func read(
    _ source: SourceText, parser: CitationParser = CitationParser(lexicons: .builtIn)
  ) -> (references: [Reference], diagnostics: [Diagnostic]) {
    var references: [Reference] = []
    var diagnostics: [Diagnostic] = []
    for line in 0..<source.lines.count {
      let start = source.lines.start(ofLine: line)
      let end = line + 1 < source.lines.count ? source.lines.start(ofLine: line + 1) : source.bytes.count
      var last = end
      while last > start, source.bytes[last - 1] <= 0x20 { last -= 1 }
      let span = SourceSpan(start: start, end: last)
      guard source.bytes[span.range].contains(where: { $0 > 0x20 }) else { continue }
      let text = Self.withoutNumber(source.bytes, span.range)
      let parsed = parser.parse(MappedText(source.bytes, range: text), note: String(line + 1))
      let items = parsed.citation.items.compactMap { withPages($0) }
      if items.isEmpty {
        diagnostics.append(
          Diagnostic(FormatRules.syntax, "Not read: the line is no reference that can be understood.", span: span))
      }
      for var reference in items {
        reference.id = ReferenceID(rawValue: "item-\(references.count + 1)")
        references.append(reference)
      }
    }
    return (references, diagnostics)
  }

  /// The record of an entry. A list has no cited places: the pages behind the year are those of the entry
  /// (GB/T 7714—2015 8.5).
  private static func withPages(_ item: CitationItem) -> Reference? {
    guard var reference = item.reference else { return nil }
    if let locator = item.locator, locator.label == .page, reference[.page] == nil {
      reference[.page] = Field(.number(locator.value), .parsed(locator.spans, item.parse.pattern))
    }
    return reference
  }

  /// An entry without its number: `[1]`, `［1］`, `〔1〕`, `1.`, `1、`.
  private static func withoutNumber(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var index = range.lowerBound
    func skip(_ marks: [String]) -> Bool {
      for mark in marks where bytes[index..<range.upperBound].starts(with: mark.utf8) {
        index += mark.utf8.count
        return true
      }
      return false
    }
    func skipSpace() { while index < range.upperBound, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 } }
    skipSpace()
    let isOpen = skip(["[", "［", "〔", "(", "（"])
    let digits = index
    while index < range.upperBound, (0x30...0x39).contains(bytes[index]), index - digits < 5 { index += 1 }
    guard index > digits, skip(isOpen ? ["]", "］", "〕", ")", "）"] : [". ", "、", "．", "\t"]) else { return range }
    skipSpace()
    return index < range.upperBound ? index..<range.upperBound : range
  }
}
