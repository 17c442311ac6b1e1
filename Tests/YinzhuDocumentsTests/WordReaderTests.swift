import Testing
import YinzhuDocuments
import YinzhuModel
import YinzhuText

@Suite("Word files")
struct WordReaderTests {
  typealias W = WordFile

  @Test("footnotes and endnotes, in the order of the body, with their markers' places")
  func notes() throws {
    let document = try W(
      body: W.p(W.r("甲文") + W.call(2) + W.r("，乙文") + W.call(1) + W.r("。")) + W.p(W.r("丙文") + W.call(7, "endnote")),
      footnotes: W.note(1, W.r(" 第二条")) + W.note(2, W.r(" 第") + W.r("一条")), endnotes: W.note(7, W.r("尾注"), "endnote")
    ).read()
    #expect(document.summary == ["¹|第一条|甲文", "²|第二条|乙文", "i|尾注|丙文"])
    #expect(document.placesAreTrue)
    #expect(document.source[SourceSpan(start: 0, end: 22)] == "甲文¹，乙文²。")
  }

  @Test("circled numbers that restart on every page")
  func numbering() throws {
    let document = try W(
      body: W.p(W.r("甲文") + W.call(1) + W.r("乙文") + W.call(2))
        + W.p("<w:r><w:br w:type=\"page\"/></w:r>" + W.r("丙文") + W.call(3)),
      footnotes: W.note(1, W.r("一")) + W.note(2, W.r("二")) + W.note(3, W.r("三")),
      settings:
        "<w:footnotePr><w:numFmt w:val=\"decimalEnclosedCircleChinese\"/><w:numRestart w:val=\"eachPage\"/></w:footnotePr>"
    ).read()
    #expect(document.summary == ["①|一|甲文", "②|二|乙文", "①|三|丙文"])
    #expect(document.nativeNotes?.map(\.id) == ["p1-1", "p1-2", "p2-1"])
    #expect(document.nativeNotes?.first?.label?.form == .circled)
  }

  @Test("numbers that restart in every section, from another start")
  func sections() throws {
    let section =
      "<w:sectPr><w:footnotePr><w:numStart w:val=\"5\"/><w:numRestart w:val=\"eachSect\"/></w:footnotePr></w:sectPr>"
    let document = try W(
      body: W.p(W.r("甲文") + W.call(1) + "<w:pPr>\(section)</w:pPr>") + W.p(W.r("乙文") + W.call(2)) + section,
      footnotes: W.note(1, W.r("一")) + W.note(2, W.r("二"))
    ).read()
    #expect(document.summary == ["⁵|一|甲文", "⁵|二|乙文"])
    #expect(document.nativeNotes?.map(\.id) == ["n5", "n5.2"])
  }

  @Test("marks of the author's own take no number")
  func customMarks() throws {
    let document = try W(
      body: W.p(
        W.r("题目") + "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"1\"/><w:t>*</w:t></w:r>" + W.r("甲文")
          + W.call(2)),
      footnotes: "<w:footnote w:id=\"1\"><w:p>\(W.r("* 作者简介"))</w:p></w:footnote>" + W.note(2, W.r("一"))
    ).read()
    #expect(document.summary == ["*|作者简介|题目", "¹|一|甲文"])
    #expect(document.nativeNotes?.first?.label?.form == .asterisk)
    #expect(document.placesAreTrue)
  }

  @Test("brackets that the author put around a note's number belong to the label")
  func bracketedLabels() throws {
    let document = try W(
      body: W.p(W.r("甲文[") + W.call(1) + W.r("]")),
      footnotes: "<w:footnote w:id=\"1\"><w:p>\(W.r("["))<w:r><w:footnoteRef/></w:r>\(W.r("] 正文"))</w:p></w:footnote>"
    ).read()
    #expect(document.nativeNotes?.map { $0.text?.string } == ["正文"])
    #expect(document.placesAreTrue)
  }

  @Test("inserted text counts, deleted and moved text doesn't; a deleted call calls no note")
  func trackedChanges() throws {
    let document = try W(
      body: W.p(
        W.r("甲")
          + "<w:ins>\(W.r("新"))\(W.call(1))</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r>\(W.call(2))</w:del>"
          + "<w:moveFrom>\(W.r("走"))</w:moveFrom><w:moveTo>\(W.r("来"))</w:moveTo>"),
      footnotes: W.note(1, W.r("存") + "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>")
        + W.note(2, "<w:del><w:r><w:delText>没了</w:delText></w:r></w:del>")
    ).read()
    #expect(document.summary == ["¹|存|甲新"])
    #expect(document.source[SourceSpan(start: 0, end: 11)] == "甲新¹来")
  }

  @Test("hyperlinks, tables, text boxes, content controls and ruby")
  func structure() throws {
    let box = "<w:txbxContent>\(W.p(W.r("框中") + W.call(3)))</w:txbxContent>"
    let document = try W(
      body: W.p("<w:hyperlink w:anchor=\"x\">\(W.r("链接"))\(W.call(1))</w:hyperlink>")
        + "<w:tbl><w:tr><w:tc>\(W.p(W.r("格子") + W.call(2)))</w:tc></w:tr></w:tbl>"
        + W.p(
          W.r("前")
            + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>\(box)</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>\(box)</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
            + W.r("后"))
        + "<w:sdt><w:sdtContent>\(W.p("<w:r><w:ruby><w:rt>\(W.r("yǐn"))</w:rt><w:rubyBase>\(W.r("引"))</w:rubyBase></w:ruby></w:r>"))</w:sdtContent></w:sdt>",
      footnotes: W.note(1, W.r("一")) + W.note(2, W.r("二")) + W.note(3, W.r("三"))
    ).read()
    #expect(document.summary == ["¹|一|链接", "²|二|格子", "³|三|框中"])
    #expect(document.source[SourceSpan(start: 0, end: 100)].hasPrefix("链接¹\n格子²\n前后\n框中³\n引\n"))
  }

  @Test("calls without a note, and notes that nothing calls, are said")
  func lost() throws {
    let document = try W(body: W.p(W.r("甲文") + W.call(1)), footnotes: W.note(9, W.r("孤注"))).read()
    #expect(document.summary == ["¹|-|甲文", "-|孤注|-"])
    guard case .textMissing? = document.nativeNotes?.first?.link else {
      Issue.record("the missing text is not said")
      return
    }
  }

  @Test("a citation field gives its record; the code is no text")
  func citationField() throws {
    let json =
      "{\"citationItems\":[{\"locator\":\"12\",\"label\":\"page\",\"itemData\":{\"id\":1,\"type\":\"book\",\"title\":\"乡土中国\",\"author\":[{\"family\":\"费\",\"given\":\"孝通\"}]}}]}"
    let code = " ADDIN ZOTERO_ITEM CSL_CITATION \(json.replacing("\"", with: "&quot;")) "
    let document = try W(
      body: W.p(W.r("甲文") + W.call(1)), footnotes: W.note(1, W.field(code, W.r("费孝通：《乡土中国》，第12页")) + W.r("。"))
    ).read()
    #expect(document.summary == ["¹|费孝通：《乡土中国》，第12页。|甲文"])
    let citation = try #require(document.embedded.first)
    #expect(document.source[citation.span] == "费孝通：《乡土中国》，第12页")
    #expect(citation.items.first?.locator?.value == "12")
    #expect(citation.items.first?.reference?.fields[.title]?.provenance.spans == [citation.span])
    let broken = try W(body: W.p(W.field(" ADDIN CSL_CITATION {\"citat", W.r("甲")) + W.r("乙"))).read()
    #expect(broken.diagnostics.map(\.code) == ["D019"])
    #expect(broken.source[SourceSpan(start: 0, end: 6)] == "甲乙")
  }
}
