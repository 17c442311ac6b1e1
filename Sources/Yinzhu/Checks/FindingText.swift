import YinzhuChecks
import YinzhuModel
import YinzhuText

/// Findings as a person reads them on a terminal: message, line, underline, counts.
struct FindingText {
  let language: FindingLanguage
  let isColoured: Bool

  /// Columns of a shown line; of longer ones the part around the place is shown.
  private static let width = 96

  func report(_ sources: [CheckedSource]) -> String {
    var out = ""
    for source in sources {
      for finding in source.findings { out += text(finding, in: source.source) + "\n" }
    }
    return out + summary(sources)
  }

  func severity(_ severity: Severity) -> String {
    switch (language, severity) {
    case (.english, _): severity.rawValue
    case (.chinese, .error): "错误"
    case (.chinese, .warning): "警告"
    case (.chinese, .info): "提示"
    }
  }

  private func text(_ finding: Finding, in source: SourceText) -> String {
    let place = finding.span.map { ":\(source.position(of: $0.start))" } ?? ""
    var out = bold("\(source.name)\(place): ") + paint(severity(finding.severity), finding.severity)
    out += ": \(finding.wording[language]) [\(finding.code)]\n"
    if let span = finding.span { out += excerpt(span, in: source, finding.severity) }
    for related in finding.related {
      let position = source.position(of: related.span.start)
      out += "  → \(source.name):\(position): \(related.wording[language])\n"
    }
    return out
  }

  /// The line with the place underlined; wide characters take two columns.
  private func excerpt(_ span: SourceSpan, in source: SourceText, _ severity: Severity) -> String {
    let line = source.lines.line(containing: span.start)
    let start = source.lines.start(ofLine: line)
    var end = line + 1 < source.lines.count ? source.lines.start(ofLine: line + 1) : source.bytes.count
    while end > start, source.bytes[end - 1] == 0x0A || source.bytes[end - 1] == 0x0D { end -= 1 }
    let from = max(start, min(span.start, end))
    let to = max(from, min(span.end, end))
    // The place first, then as much on both sides as there is room for.
    let marked = Self.head(source.bytes, from..<to, columns: Self.width)
    let rest = Self.head(source.bytes, to..<end, columns: Self.width / 2)
    let room = Self.width - Self.columns(marked.text) - Self.columns(rest.text)
    let before = Self.tail(source.bytes, start..<from, columns: max(Self.width / 2, room))
    let used = Self.columns(before.text) + Self.columns(marked.text)
    let after =
      marked.isCut
      ? (text: "", isCut: true)
      : Self.head(source.bytes, to..<end, columns: max(12, Self.width - used))
    let number = String(line + 1)
    let margin = String(repeating: " ", count: number.count)
    let lead = (before.isCut ? "…" : "") + before.text
    let underline = String(repeating: "^", count: max(1, Self.columns(marked.text)))
    return "  \(number) | \(lead)\(marked.text)\(after.text)\(after.isCut ? "…" : "")\n"
      + "  \(margin) | \(String(repeating: " ", count: Self.columns(lead)))\(paint(underline, severity))\n"
  }

  private static func columns(_ text: String) -> Int { LineWrap.columns(text) }

  private static func shown(_ scalar: UInt32) -> Unicode.Scalar {
    // A tab or control character would shift the underline.
    scalar < 0x20 || scalar == 0x7F ? " " : Unicode.Scalar(scalar) ?? " "
  }

  private static func head(_ bytes: [UInt8], _ range: Range<Int>, columns: Int) -> (text: String, isCut: Bool) {
    var out = String.UnicodeScalarView()
    var used = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = UTF8Bytes.decode(bytes, at: index)
      let sign = shown(scalar)
      used += LineWrap.columns(String(sign))
      if used > columns { return (String(out), true) }
      out.append(sign)
      index += max(1, length)
    }
    return (String(out), false)
  }

  private static func tail(_ bytes: [UInt8], _ range: Range<Int>, columns: Int) -> (text: String, isCut: Bool) {
    var index = range.upperBound
    var used = 0
    while index > range.lowerBound {
      let previous = UTF8Bytes.previous(bytes, before: index)
      guard previous >= range.lowerBound, previous < index else { break }
      let width = LineWrap.columns(String(shown(UTF8Bytes.decode(bytes, at: previous).scalar)))
      if used + width > columns { break }
      used += width
      index = previous
    }
    return (head(bytes, index..<range.upperBound, columns: columns + 2).text, index > range.lowerBound)
  }

  func summary(_ sources: [CheckedSource]) -> String {
    let counts = FindingCounts(sources.lazy.flatMap(\.findings))
    let files = sources.count
    switch language {
    case .chinese:
      if counts == FindingCounts([]) { return "\(files)个文件，没有发现问题。\n" }
      return "\(files)个文件：\(counts.errors)个错误，\(counts.warnings)个警告，\(counts.infos)个提示。\n"
    case .english:
      let noun = files == 1 ? "file" : "files"
      if counts == FindingCounts([]) { return "\(files) \(noun), nothing found.\n" }
      return
        "\(files) \(noun): \(Self.count(counts.errors, "error")), \(Self.count(counts.warnings, "warning")), \(counts.infos) info.\n"
    }
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  private func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  private func paint(_ text: String, _ severity: Severity) -> String {
    guard isColoured else { return text }
    let colour =
      switch severity {
      case .error: 31
      case .warning: 33
      case .info: 36
      }
    return "\u{1B}[1;\(colour)m\(text)\u{1B}[0m"
  }
}
