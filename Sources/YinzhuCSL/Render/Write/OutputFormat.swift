/// What a processor writes.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  /// Plain text without formatting.
  case text
  /// HTML as the CSL test suite has it: `<i>`, `<b>`, `<div class="csl-entry">`.
  case html
  /// CommonMark; what it lacks (small capitals, raised text) is inline HTML.
  case markdown
  /// LaTeX, for pdfLaTeX with UTF-8, XeLaTeX and LuaLaTeX.
  case latex
  /// Rich Text Format 1.9.
  case rtf
  /// Typst markup.
  case typst

  /// A list of entries as a whole file of the format, with a final line break; nothing for no entries.
  public func bibliography(_ entries: [String]) -> String {
    guard !entries.isEmpty else { return "" }
    switch self {
    case .text: return entries.map { $0 + "\n" }.joined()
    case .html:
      let divisions = entries.map { "  <div class=\"csl-entry\">\($0)</div>\n" }.joined()
      return "<div class=\"csl-bib-body\">\n" + divisions + "</div>\n"
    case .markdown, .latex, .typst: return entries.joined(separator: "\n\n") + "\n"
    case .rtf: return RTFWriter.file(entries)
    }
  }

  /// Writes tokens; the locale has the quotation marks.
  func write(_ tokens: [Token], locale: Locale) -> String {
    switch self {
    case .text: TextWriter.write(tokens, locale: locale)
    case .html: HTMLWriter.write(tokens, locale: locale)
    case .markdown: MarkdownWriter.write(tokens, locale: locale)
    case .latex: LaTeXWriter.write(tokens, locale: locale)
    case .rtf: RTFWriter.write(tokens, locale: locale)
    case .typst: TypstWriter.write(tokens, locale: locale)
    }
  }
}
