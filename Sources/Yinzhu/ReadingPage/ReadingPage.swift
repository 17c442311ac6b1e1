import YinzhuModel

/// The page that an editor reads: the text of documents with their notes beside it, every marker linked to its note,
/// every field of a note coloured at its place, and on top what was lost.
///
/// One file of HTML without script, images or anything from the network. It prints as a text with notes below it.
public enum ReadingPage {
  /// One document of a page.
  public struct Part: Sendable {
    let ordinal: Int
    let file: String
    let summary: DocumentSummary
    let html: [UInt8]
  }

  /// What a document gives to the page.
  ///
  /// - Parameters:
  ///   - file: What the user calls the document.
  ///   - ordinal: Its place among the documents of the page, from 1.
  ///   - isOnly: Whether the page has no other document: it then needs no heading of its own.
  public static func part(_ extraction: Extraction, file: String, ordinal: Int = 1, isOnly: Bool = true) -> Part {
    let summary = DocumentSummary(extraction)
    var html = HTMLBuffer()
    let section = DocumentSection(extraction, ordinal: ordinal, level: isOnly ? 2 : 3)
    if !isOnly {
      html.markup("<article id=\"d\(ordinal)\" aria-labelledby=\"d\(ordinal)-name\">\n")
      html.markup("<h2 class=\"document\" id=\"d\(ordinal)-name\">")
      html.text(file)
      html.markup("</h2>\n")
      summary.write(to: &html)
    }
    section.write(to: &html)
    if !isOnly { html.markup("</article>\n") }
    return Part(ordinal: ordinal, file: file, summary: summary, html: html.bytes)
  }

  /// The whole page; several documents get a table of contents.
  public static func page(_ parts: [Part]) -> String {
    var html = HTMLBuffer()
    let only = parts.count == 1 ? parts.first : nil
    let title = only.map { name($0.file) } ?? "Notes of \(parts.count) documents"
    // The policy forbids what the page doesn't need, should a document ever get markup past the escaping.
    html.markup(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <meta name="generator" content="Yinzhu"/>
      <title>
      """)
    html.text(title)
    html.markup(" · Yinzhu 引注</title>\n<style>\n\(ReadingPageStyle.css)</style>\n</head>\n<body>\n")
    html.markup("<a class=\"skip\" href=\"#main\">To the text</a>\n<header>\n<h1>")
    html.text(title)
    html.markup("</h1>\n")
    if let only {
      if title != only.file {
        html.markup("<p class=\"path\">")
        html.text(only.file)
        html.markup("</p>\n")
      }
      only.summary.write(to: &html)
    } else {
      contents(parts, &html)
    }
    html.markup("</header>\n")
    legend(&html)
    html.markup("<main id=\"main\">\n")
    for part in parts { html.append(part.html) }
    html.markup("</main>\n<footer><p>Read by Yinzhu <span lang=\"zh\">引注</span>.</p></footer>\n</body>\n</html>\n")
    return html.string
  }

  private static func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

  private static func contents(_ parts: [Part], _ html: inout HTMLBuffer) {
    html.markup("<nav aria-label=\"Documents\">\n<ol class=\"contents\">\n")
    for part in parts {
      html.markup("<li><a href=\"#d\(part.ordinal)\">")
      html.text(part.file)
      html.markup("</a> <span class=\"counts\">\(part.summary.short)</span></li>\n")
    }
    html.markup("</ol>\n</nav>\n")
  }

  private static func legend(_ html: inout HTMLBuffer) {
    html.markup("<section class=\"legend\" aria-label=\"Legend\">\n<ul>\n")
    for family in FieldFamily.allCases {
      html.markup("<li><span class=\"f \(family.rawValue)\">\(family.legend)</span></li>\n")
    }
    html.markup("</ul>\n</section>\n")
  }
}
