import YinzhuChecks
import YinzhuModel
import YinzhuText

/// Findings as a page to read: for each file a table of what is wrong, with the line and the place marked.
struct FindingPage {
  let language: FindingLanguage

  func report(_ sources: [CheckedSource]) -> String {
    var page = HTMLBuffer()
    let title = say("Findings", "检查报告")
    page.markup("<!DOCTYPE html>\n<html lang=\"\(language == .chinese ? "zh-CN" : "en")\">\n<head>\n")
    page.markup("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
    page.text(title)
    page.markup("</title>\n<style>\(Self.style)</style>\n</head>\n<body>\n<h1>")
    page.text(title)
    page.markup("</h1>\n<p>")
    page.text(FindingText(language: language, isColoured: false).summary(sources))
    page.markup("</p>\n")
    for source in sources { section(source, &page) }
    page.markup("</body>\n</html>\n")
    return page.string
  }

  private func section(_ source: CheckedSource, _ page: inout HTMLBuffer) {
    page.markup("<section>\n<h2>")
    page.text(source.source.name)
    page.markup("</h2>\n")
    if source.findings.isEmpty {
      page.markup("<p>")
      page.text(say("Nothing found.", "没有发现问题。"))
      page.markup("</p>\n")
    } else {
      page.markup("<ol>\n")
      for finding in source.findings { item(finding, source.source, &page) }
      page.markup("</ol>\n")
    }
    page.markup("</section>\n")
  }

  private func item(_ finding: Finding, _ source: SourceText, _ page: inout HTMLBuffer) {
    page.markup("<li class=\"\(finding.severity.rawValue)\">\n<p><b>")
    page.text(FindingText(language: language, isColoured: false).severity(finding.severity))
    page.markup("</b> ")
    page.text(finding.wording[language])
    page.markup(" <code>")
    page.text(finding.code)
    page.markup("</code>")
    if let span = finding.span {
      page.markup(" <small>")
      page.text("\(source.position(of: span.start))")
      page.markup("</small>")
    }
    page.markup("</p>\n")
    if let span = finding.span { excerpt(span, source, &page) }
    for related in finding.related {
      page.markup("<p class=\"related\">→ ")
      page.text("\(source.position(of: related.span.start)): \(related.wording[language])")
      page.markup("</p>\n")
    }
    page.markup("</li>\n")
  }

  /// The place with some text on both sides.
  private func excerpt(_ span: SourceSpan, _ source: SourceText, _ page: inout HTMLBuffer) {
    let line = source.lines.line(containing: span.start)
    let lineStart = source.lines.start(ofLine: line)
    let lineEnd = line + 1 < source.lines.count ? source.lines.start(ofLine: line + 1) : source.bytes.count
    let start = max(lineStart, Self.boundary(source.bytes, max(0, span.start - 240)))
    let end = min(lineEnd, Self.boundary(source.bytes, min(source.bytes.count, span.end + 240)))
    let from = max(start, min(span.start, end))
    let to = max(from, min(span.end, end))
    page.markup("<blockquote>")
    page.text(source.bytes[start..<from])
    page.markup("<mark>")
    page.text(source.bytes[from..<to])
    page.markup("</mark>")
    page.text(source.bytes[to..<max(to, end)])
    page.markup("</blockquote>\n")
  }

  /// The beginning of the character at an offset.
  private static func boundary(_ bytes: [UInt8], _ offset: Int) -> Int {
    var at = offset
    while at > 0, at < bytes.count, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }

  private func say(_ english: String, _ chinese: String) -> String { language == .chinese ? chinese : english }

  private static let style = """
    body{font:16px/1.6 "Noto Serif CJK SC","Songti SC",serif;max-width:50rem;margin:2rem auto;padding:0 1rem;\
    color:#222;background:#fff}li{margin:1rem 0}p{margin:.2rem 0}blockquote{margin:.3rem 0;padding:.3rem .8rem;\
    background:#f5f5f2;border-left:3px solid #bbb}mark{background:#ffe08a}.error blockquote{border-color:#c0392b}\
    .error b{color:#c0392b}.warning b{color:#8a5a00}.info b{color:#1f5f8b}.related,small{color:#555}
    """
}
