import Testing

@testable import YinzhuCSL

/// Each format with its special characters, nested looks, blocks and links.
struct WriterTests {
  static func write(_ format: OutputFormat, _ tokens: [Token]) -> String {
    format.write(tokens, locale: LocaleSet.builtIn.resolved("en-US", overrides: []))
  }

  struct Case: Sendable {
    var format: OutputFormat
    var tokens: [Token]
    var wanted: String

    init(_ format: OutputFormat, _ tokens: [Token], _ wanted: String) {
      self.format = format
      self.tokens = tokens
      self.wanted = wanted
    }
  }

  static func look(_ change: FontChange, _ inner: Token...) -> [Token] {
    [.open(change)] + inner + [.close(change)]
  }

  static let special: [Case] = [
    Case(.text, [.text(#"a & b < c > d "e" \f"#)], #"a & b < c > d "e" \f"#),
    Case(.html, [.text("R&D <i> x² 中")], "R&#38;D &#60;i&#62; x<sup>2</sup> 中"),
    Case(
      .markdown, [.text(#"*a* _b_ `c` [d] <e> &f \g ~h~ ^i $j$ |k @l"#)],
      #"\*a\* \_b\_ \`c\` \[d\] \<e\> \&f \\g \~h\~ \^i \$j\$ \|k \@l"#),
    Case(.markdown, [.text("1986. Report")], #"1986\. Report"#),
    Case(.markdown, [.text("7) x")], #"7\) x"#),
    Case(.markdown, [.text("pp. 7. 8)")], "pp. 7. 8)"),
    Case(.markdown, [.text("- x - y")], #"\- x - y"#),
    Case(.markdown, [.text("# x #")], ##"\# x #"##),
    Case(
      .latex, [.text(##"a & b % c $ d # e _ f { g } h ~ i ^ j \ k"##)],
      ##"a \& b \% c \$ d \# e \_ f \{ g \} h \textasciitilde{} i \textasciicircum{} j \textbackslash{} k"##),
    Case(
      .latex, [.text(#"<a> | ` ' ""#)],
      #"\textless{}a\textgreater{} \textbar{} \textasciigrave{} \textquotesingle{} \symbol{34}"#),
    Case(.latex, [.text("[1] 1--2 a,,b")], "{[}1] 1-{}-2 a,{},b"),
    Case(.latex, [.text("A\u{A0}B")], "A~B"),
    Case(.rtf, [.text("a\\b{c}d")], "a\\\\b\\{c\\}d"),
    Case(.rtf, [.text("中é—😀")], "\\uc0\\u20013 \\u233 \\u8212 \\u-10179 \\u-8704 "),
    Case(.rtf, [.text("\u{8D75}")], "\\uc0\\u-29323 "),
    Case(.rtf, [.text("a\u{A0}b\tc\nd")], "a\\~b\\tab c d"),
    Case(.typst, [.text("a*b_c`d$e#f<g@h[i]j~k\"l'm\\n")], "a\\*b\\_c\\`d\\$e\\#f\\<g\\@h\\[i\\]j\\~k\\\"l\\'m\\\\n"),
    Case(.typst, [.text("https://a.b/c")], "https:\\/\\/a.b/c"),
    Case(.typst, [.text("1--2 -3 a-b ... /* x")], "1\\-\\-2 \\-3 a-b \\.\\.. \\/\\* x"),
    Case(.typst, [.text("1. x 2. y")], "1\\. x 2. y"),
    Case(.typst, [.text("= x")], "\\= x"),
    Case(.typst, [.text("- x")], "\\- x"),
    Case(.typst, [.text("/ x")], "\\/ x"),
    Case(.typst, [.text("+ x")], "\\+ x"),
  ]

  @Test(arguments: special) func escapes(_ fixture: Case) {
    #expect(Self.write(fixture.format, fixture.tokens) == fixture.wanted)
  }

  static let nested: [Token] = [
    .text("a "), .open(.italic), .text("b "), .open(.bold), .text("c"), .close(.bold), .text(" d"), .close(.italic),
    .text(" "), .open(.smallCaps), .text("e"), .close(.smallCaps), .open(.superscript), .text("f"),
    .close(.superscript), .open(.subscript), .text("g"), .close(.subscript), .text("."),
  ]

  static let looks: [Case] = [
    Case(.text, nested, "a b c d efg."),
    Case(
      .html, nested,
      "a <i>b <b>c</b> d</i> <span style=\"font-variant:small-caps;\">e</span><sup>f</sup><sub>g</sub>."),
    Case(
      .markdown, nested,
      "a *b **c** d* <span style=\"font-variant:small-caps\">e</span><sup>f</sup><sub>g</sub>."),
    Case(.latex, nested, "a \\textit{b \\textbf{c} d} \\textsc{e}\\textsuperscript{f}\\textsubscript{g}."),
    Case(.rtf, nested, "a {\\i b {\\b c} d} {\\scaps e}{\\super f}{\\sub g}."),
    Case(.typst, nested, "a #emph[b #strong[c] d] #smallcaps[e]#super[f]#sub[g];."),
    // Calls in Typst go on with a bracket or a full stop.
    Case(.typst, look(.italic, .text("a")) + [.text("(b)")], "#emph[a];(b)"),
    Case(.typst, look(.italic, .text("a")) + [.text("[b]")], "#emph[a]\\[b\\]"),
    Case(.typst, look(.italic, .text("a")) + [.text(" b")], "#emph[a] b"),
    Case(.typst, look(.italic, .text("- a")) + [.text("- b")], "#emph[\\- a]- b"),
    Case(.typst, look(.bold, .text("1. a")), "#strong[1\\. a]"),
    // Asterisks only where CommonMark sees emphasis.
    Case(.markdown, look(.italic, .text("《历史》")) + [.text("第2期")], "<em>《历史》</em>第2期"),
    Case(.markdown, look(.italic, .text("历史")) + [.text("第2期")], "*历史*第2期"),
    Case(.markdown, look(.italic, .text("《历史》")) + [.text("，第2期")], "*《历史》*，第2期"),
    Case(.markdown, look(.italic, .text("a ")) + [.text("b")], "<em>a </em>b"),
    Case(.markdown, [.open(.bold)] + look(.italic, .text("a")) + [.close(.bold)], "***a***"),
    Case(.markdown, look(.italic, .text("a")) + look(.bold, .text("b")), "*a*<strong>b</strong>"),
    Case(
      .markdown, [.open(.italic), .text("a ")] + look(.bold, .text("b")) + [.close(.italic)],
      "*a <strong>b</strong>*"),
  ]

  @Test(arguments: looks) func nests(_ fixture: Case) {
    #expect(Self.write(fixture.format, fixture.tokens) == fixture.wanted)
  }

  static let blocks: [Token] = [
    .openDisplay(.leftMargin), .text("[1] "), .closeDisplay(.leftMargin), .openDisplay(.rightInline), .text("a"),
    .closeDisplay(.rightInline), .openDisplay(.block), .text("b"), .closeDisplay(.block),
    .openDisplay(.indent), .text("[c"), .closeDisplay(.indent),
  ]

  @Test(arguments: [
    Case(.text, blocks, "[1] a\nb\n[c"), Case(.markdown, blocks, "\\[1\\] a\\\nb\\\n\\[c"),
    Case(.latex, blocks, "{[}1] a\\\\\nb\\\\\n{[}c"), Case(.rtf, blocks, "[1]\\tab a\\line b\\line [c"),
    Case(.typst, blocks, "\\[1\\] a \\\nb \\\n\\[c"),
    Case(
      .html, blocks,
      "\n    <div class=\"csl-left-margin\">[1] </div><div class=\"csl-right-inline\">a</div>\n  "
        + "\n\n    <div class=\"csl-block\">b</div>\n<div class=\"csl-indent\">[c</div>\n  "),
  ])
  func breaks(_ fixture: Case) {
    #expect(Self.write(fixture.format, fixture.tokens) == fixture.wanted)
  }

  static func link(_ address: String, _ text: String) -> [Token] { [.openLink(address), .text(text), .closeLink] }

  @Test(arguments: [
    Case(.text, link("https://a.b/c_d", "x"), "x"),
    Case(.html, link("https://a.b/?c=1&d=\"e\"", "x"), "<a href=\"https://a.b/?c=1&#38;d=&#34;e&#34;\">x</a>"),
    Case(.markdown, link("https://a.b/c_d", "https://a.b/c_d"), "<https://a.b/c_d>"),
    Case(.markdown, link("https://doi.org/10.1/a<b", "10.1/a<b"), "[10.1/a\\<b](<https://doi.org/10.1/a%3Cb>)"),
    Case(.latex, link("https://a.b/c_d%20e#f", "x"), "\\href{https://a.b/c\\_d\\%20e\\#f}{x}"),
    Case(
      .rtf, link("https://a.b/c_d", "x"),
      "{\\field{\\*\\fldinst{HYPERLINK \"https://a.b/c_d\"}}{\\fldrslt{x}}}"),
    Case(.typst, link("https://a.b/\"c", "x") + [.text(".")], "#link(\"https://a.b/\\\"c\")[x];."),
  ])
  func links(_ fixture: Case) {
    #expect(Self.write(fixture.format, fixture.tokens) == fixture.wanted)
  }

  @Test func fileOfRTF() {
    let file = OutputFormat.rtf.bibliography(["a", "{\\i b}"])
    #expect(file.hasPrefix("{\\rtf1\\ansi"))
    #expect(file.hasSuffix("{\\pard a\\par}\n{\\pard {\\i b}\\par}\n}\n"))
  }

  // MARK: What becomes a link

  static let identifiers =
    #"{"id":"a","type":"article","DOI":"10.1/x","URL":"https://a.b/","PMID":"12","PMCID":"PMC3","title":"t"}"#

  @Test(arguments: [
    (#"<text variable="URL"/>"#, #"<a href="https://a.b/">https://a.b/</a>"#),
    (#"<text variable="DOI"/>"#, #"<a href="https://doi.org/10.1/x">10.1/x</a>"#),
    (#"<text variable="DOI" prefix="doi: "/>"#, #"doi: <a href="https://doi.org/10.1/x">10.1/x</a>"#),
    (
      #"<text variable="DOI" prefix="At https://doi.org/" suffix="."/>"#,
      #"At <a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a>."#
    ),
    (#"<text variable="PMID"/>"#, #"<a href="https://www.ncbi.nlm.nih.gov/pubmed/12">12</a>"#),
    (#"<text variable="PMCID"/>"#, #"<a href="https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3">PMC3</a>"#),
    (#"<text variable="title"/>"#, "t"),
  ])
  func identifier(layout: String, wanted: String) throws {
    let xml = TestStyle.xml(layout)
    let style = try StyleReader.read(Array(xml.utf8), name: "test.csl").style
    var processor = Processor(style: style, locales: .builtIn, language: nil)
    processor.linksIdentifiers = true
    let entries = processor.bibliography([try Records.one(Self.identifiers)], format: .html)
    #expect(entries.first?.text == wanted)
  }
}
