import Foundation
import Testing
import Yinzhu

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The page of `extract --to html`.
struct ReadingPageTests {
  /// A page with a pointer, a lost note, and markup that must stay text.
  static let article = """
    　　外交史的研究由来已久。①后来的学者&<b>说法</b>不同。②还有一说③至今没有定论。

    ①张三：《中国外交史》，北京：世界知识出版社，2008年，第12页。
    ②同上，第15页。

    """

  static func page(_ texts: String...) throws -> String {
    let parts = try texts.enumerated().map { index, text in
      let name = "case-\(index + 1).txt"
      let extraction = try Pipeline().extract(Array(text.utf8), name: name)
      return ReadingPage.part(extraction, file: name, ordinal: index + 1, isOnly: texts.count == 1)
    }
    return ReadingPage.page(parts)
  }

  /// The page is well-formed XML too, so that libxml2 finds what wasn't escaped or closed.
  static func tree(_ html: String) throws -> XMLDocument {
    try XMLDocument(data: Data(html.utf8), options: [.nodePreserveWhitespace])
  }

  @Test("The main part, to the letter")
  func golden() throws {
    let html = try Self.page(Self.article)
    let start = try #require(html.range(of: "<main id=\"main\">\n")?.upperBound)
    let end = try #require(html.range(of: "</main>")?.lowerBound)
    // Confidence moves with the weights of the parser.
    let main = String(html[start..<end]).replacing(#/ · \d+%/#, with: "")
    #expect(main == Self.expected)
  }

  @Test("Nothing is loaded, nothing runs, and what a document holds stays text")
  func closed() throws {
    let html = try Self.page(
      "　　正文<script>alert(1)</script>有注①。后文\u{1B}[0m有注②。\n\n①张三：《<img src=x onerror=alert(1)>史》，人民出版社，2008年，第\"1'页。\n②李四：《&lt;史》，人民出版社，2009年，第2页。\n"
    )
    let tree = try Self.tree(html)
    #expect(try tree.nodes(forXPath: "//*[local-name()='script' or local-name()='img' or local-name()='link']").isEmpty)
    #expect(try tree.nodes(forXPath: "//@src | //@onerror | //@href[not(starts-with(., '#'))]").isEmpty)
    #expect(!html.contains("url(") && !html.contains("@import") && !html.contains("\u{1B}"))
    #expect(html.contains("&lt;script&gt;") && html.contains("&amp;lt;史"))
  }

  @Test("Every link leads to an id, and no id stands twice", arguments: [1, 3])
  func links(count: Int) throws {
    let html =
      count == 1
      ? try Self.page(Self.article) : try Self.page(Self.article, Self.article, "没有注释的文章。\n")
    let tree = try Self.tree(html)
    let ids = try tree.nodes(forXPath: "//@id").compactMap(\.stringValue)
    #expect(Set(ids).count == ids.count)
    let targets = try tree.nodes(forXPath: "//@href").compactMap(\.stringValue).map { String($0.dropFirst()) }
    #expect(!targets.isEmpty && Set(targets).isSubset(of: Set(ids)))
  }

  @Test("Headings go down one level at a time, and there are the landmarks that readers jump to", arguments: [1, 2])
  func outline(count: Int) throws {
    let html = count == 1 ? try Self.page(Self.article) : try Self.page(Self.article, Self.article)
    let tree = try Self.tree(html)
    let names = ["h1", "h2", "h3", "h4", "h5"]
    let levels = try tree.nodes(forXPath: "//h1 | //h2 | //h3 | //h4 | //h5").compactMap(\.name).compactMap(
      names.firstIndex)
    #expect(levels.first == 0 && levels.count { $0 == 0 } == 1)
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
    #expect(try tree.nodes(forXPath: "//main").count == 1)
    #expect(try tree.nodes(forXPath: "/html[@lang]/body/header").count == 1)
    #expect(try tree.nodes(forXPath: "//nav").count == (count == 1 ? 0 : 1))
  }

  @Test("Two notes with one label: the marker links to both, and both say that they are in doubt")
  func ambiguous() throws {
    let html = try Self.page(
      "　　正文有注①。后文有注②。\n\n①张三：《外交史》，人民出版社，2008年，第1页。\n②李四：《经济史》，人民出版社，2009年，第2页。\n②王五：《文化史》，人民出版社，2010年，第3页。\n"
    )
    let tree = try Self.tree(html)
    let links = try tree.nodes(forXPath: "//sup[contains(@class, 'doubtful')]/a/@href").compactMap(\.stringValue)
    #expect(links == ["#d1n2", "#d1n3"])
    #expect(try tree.nodes(forXPath: "//p[@class='state doubtful']").count == 2)
  }

  @Test("The text is marked as Chinese, a note in Latin script isn't")
  func languages() throws {
    let html = try Self.page(
      "　　正文有注①。后文有注②。\n\n①张三：《外交史》，人民出版社，2008年，第1页。\n②Paul Kennedy, The Rise and Fall of the Great Powers, New York: Random House, 1987, p. 12.\n"
    )
    let tree = try Self.tree(html)
    #expect(try tree.nodes(forXPath: "//section[@class='reading']/@lang").compactMap(\.stringValue) == ["zh"])
    let notes = try tree.nodes(forXPath: "//p[@class='note-text']/@lang").compactMap(\.stringValue)
    #expect(notes.first == "zh" && notes.last != "zh")
  }

  @Test("Of Markdown and LaTeX only what encloses notes and text is left out")
  func sourceMarkup() throws {
    func body(_ text: String, _ name: String) throws -> [String] {
      let part = ReadingPage.part(try Pipeline().extract(Array(text.utf8), name: name), file: name)
      let tree = try Self.tree(ReadingPage.page([part]))
      return try tree.nodes(forXPath: "//div[@class='text']/*").map { "\($0.name ?? "")|\($0.stringValue ?? "")" }
    }
    let markdown = "# 山路\n\n甲文[^1]乙文^[例如，某某。]丙文。\n\n[^1]: 费孝通：《乡土中国》，三联书店，1985年。\n"
    #expect(try body(markdown, "a.md") == ["h2|山路", "p|甲文1乙文2丙文。"])
    let latex =
      "\\documentclass{ctexart}\n\\begin{document}\n甲文\\footnote{费孝通：《乡土中国》，三联书店，1985年。}乙文。\n\n丙文。\n\\end{document}\n"
    #expect(try body(latex, "a.tex") == ["p|甲文1乙文。", "p|丙文。"])
  }

  @Test("A document cut anywhere gives a whole page whose links lead somewhere", arguments: 0..<12)
  func cut(step: Int) throws {
    let seed = [UInt8](try Data(contentsOf: PackageRoot.seed))
    let extraction = try Pipeline().extract(Array(seed.prefix(seed.count * (step + 1) / 12 - step)), name: "cut.txt")
    let tree = try Self.tree(ReadingPage.page([ReadingPage.part(extraction, file: "cut.txt")]))
    let ids = Set(try tree.nodes(forXPath: "//@id").compactMap(\.stringValue))
    let targets = try tree.nodes(forXPath: "//@href").compactMap(\.stringValue).map { String($0.dropFirst()) }
    #expect(Set(targets).isSubset(of: ids))
    // Every note is shown, and so is every marker of a note.
    #expect(try tree.nodes(forXPath: "//li[starts-with(@class, 'note ')]").count == extraction.entries.count)
    let markers = Set(extraction.entries.compactMap(\.note.marker))
    #expect(try tree.nodes(forXPath: "//sup").count == markers.count)
  }

  static let chromium: String? = ["chromium", "chromium-browser", "google-chrome"].lazy.flatMap { name in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
  }.first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    "Chromium shows it without a word of complaint",
    .enabled(if: chromium != nil, "no Chromium here (apt-get install chromium)"), .timeLimit(.minutes(2)))
  func screenshot() throws {
    let browser = try #require(Self.chromium)
    let command = try BuiltCommand()
    try command.write("page.html", try Self.page(Self.article))
    let outcome = try command.run(
      """
      timeout 60 '\(browser)' --headless --no-sandbox --disable-gpu --enable-logging=stderr --window-size=1200,900 \
        --user-data-dir=profile --screenshot=page.png "file://$PWD/page.html"
      """)
    #expect(!outcome.errors.contains("CONSOLE"), "\(outcome.errors)")
    let image = try Data(contentsOf: command.folder.appendingPathComponent("page.png"))
    #expect(image.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    // An empty page of this size is 5 KB.
    #expect(image.count > 20_000)
  }

  // MARK: The command

  @Test("The command writes one page for several documents, or a file for each")
  func command() throws {
    let command = try BuiltCommand()
    try command.write("a.txt", Self.article)
    try command.write("b.txt", Self.article)
    let one = try command.run("$yinzhu extract a.txt b.txt --to html -q")
    #expect(one.status == 0 && one.output.contains("<a href=\"#d2\">b.txt</a>"))
    let folder = try command.run("$yinzhu extract a.txt b.txt --to html -q --output-directory out")
    #expect(folder.status == 0 && folder.output.isEmpty)
    #expect(command.read("out/b.txt.html")?.contains("<h1>b.txt</h1>") == true)
    let styled = try command.run("$yinzhu extract a.txt --to html -q --style gb-t-7714-2015-numeric")
    #expect(styled.output.contains("csl-bib-body") && !styled.output.contains("<main"))
  }

  static let expected = """
    <section class="losses" aria-label="What was lost">
    <h2>What was lost</h2>
    <h3>1 marker without a note</h3>
    <ul>
    <li><a href="#d1m3">③</a> <span class="why">fewer texts than markers on the page</span></li>
    </ul>
    </section>
    <section class="reading" aria-label="Text with notes" lang="zh">
    <div class="row">
    <div class="text">
    <p>外交史的研究由来已久。<sup class="marker" id="d1m1"><a href="#d1n1" role="doc-noteref">①</a></sup>后来的学者&amp;&lt;b&gt;说法&lt;/b&gt;不同。<sup class="marker" id="d1m2"><a href="#d1n2" role="doc-noteref">②</a></sup>还有一说<sup class="marker lost" id="d1m3"><a href="#d1n3" role="doc-noteref" title="its note is missing">③</a></sup>至今没有定论。</p>
    </div>
    <div class="notes">
    <ol role="list">
    <li class="note linked" id="d1n1">
    <a class="label" href="#d1m1" role="doc-backlink" title="back to the text">①</a>
    <div class="content">
    <p class="note-text" lang="zh"><span class="f person" title="author">张三</span>：《<span class="f title" title="title">中国外交史</span>》，<span class="f imprint" title="publisher-place">北京</span>：<span class="f imprint" title="publisher">世界知识出版社</span>，<span class="f date" title="issued">2008</span>年，<span class="f locator" title="locator">第12页</span>。</p>
    <details class="record" lang="en">
    <summary>book</summary>
    <dl lang="">
    <div><dt lang="en">author</dt><dd>张三</dd></div>
    <div><dt lang="en">title</dt><dd>中国外交史</dd></div>
    <div><dt lang="en">publisher</dt><dd>世界知识出版社</dd></div>
    <div><dt lang="en">publisher-place</dt><dd>北京</dd></div>
    <div><dt lang="en">issued</dt><dd>2008</dd></div>
    <div><dt lang="en">cited</dt><dd>page 12</dd></div>
    </dl>
    </details>
    </div>
    </li>
    <li class="note linked" id="d1n2">
    <a class="label" href="#d1m2" role="doc-backlink" title="back to the text">②</a>
    <div class="content">
    <p class="note-text" lang="zh"><a class="back" href="#d1n1">同上，<span class="f locator" title="locator">第15页</span></a>。</p>
    <p class="pointer" lang="en">→ <a href="#d1n1">note ①</a></p>
    <details class="record" lang="en">
    <summary>book</summary>
    <dl lang="">
    <div><dt lang="en">author</dt><dd>张三</dd></div>
    <div><dt lang="en">title</dt><dd>中国外交史</dd></div>
    <div><dt lang="en">publisher</dt><dd>世界知识出版社</dd></div>
    <div><dt lang="en">publisher-place</dt><dd>北京</dd></div>
    <div><dt lang="en">issued</dt><dd>2008</dd></div>
    <div><dt lang="en">cited</dt><dd>page 15</dd></div>
    </dl>
    </details>
    </div>
    </li>
    <li class="note text-missing" id="d1n3">
    <a class="label" href="#d1m3" role="doc-backlink" title="back to the text">③</a>
    <div class="content">
    <p class="state lost" lang="en">This note is missing: fewer texts than markers on the page.</p>
    </div>
    </li>
    </ol>
    </div>
    </div>
    </section>

    """
}
