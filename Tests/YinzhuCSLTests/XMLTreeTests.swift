import Testing
import YinzhuCSL
import YinzhuText

struct XMLTreeTests {
  @Test func keepsPlacesOfElementsAndAttributes() throws {
    let source = SourceText(name: "t", text: "<a>\n  <b form=\"x\"\n     plural='y'>译&amp;</b>\n</a>")
    let tree = try XMLTree.parse(source.bytes)
    let b = try #require(tree.elements.last)
    #expect(b.name == "b")
    #expect(b.text == "译&")
    #expect(source.position(of: b.span.start).description == "2:3")
    #expect(source[b.span(of: "plural")] == "plural")
    #expect(source.position(of: b.span(of: "plural").start).description == "3:6")
  }

  @Test(arguments: ["<?xml version=\"1.0\" encoding=\"utf-8\"?>\n", "\u{FEFF}\n", "\u{FEFF}<?xml version=\"1.0\"?>\n"])
  func placesDoNotMoveBehindADeclaration(_ head: String) throws {
    let text = head.hasPrefix("\u{FEFF}\n") ? String(head.dropLast()) : head
    let source = SourceText(name: "t", text: text + "<a><b/></a>")
    let tree = try XMLTree.parse(source.bytes)
    #expect(source[tree.elements[0].span].hasPrefix("<a"))
    #expect(source[tree.elements[1].span].hasPrefix("<b"))
  }

  @Test func reportsEveryError() {
    let text = "<a><b x=1/><c y=2/></a>"
    let error = #expect(throws: XMLError.self) { try XMLTree.parse(Array(text.utf8)) }
    #expect((error?.problems.count ?? 0) >= 2)
    #expect(error?.problems.first?.span.start ?? 0 > 3)
  }

  @Test(arguments: [
    "<!DOCTYPE s [<!ENTITY a \"x\">]><s>&a;</s>",
    "<!DOCTYPE s [<!ENTITY a \"xxxx\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]><s t=\"&c;\">&c;</s>",
    "<!DOCTYPE s [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><s>&a;</s>",
    "<!DOCTYPE s [<!ENTITY % p SYSTEM \"http://localhost:1/x\"> %p;]><s/>",
  ])
  func refusesEntities(_ text: String) {
    let error = #expect(throws: XMLError.self) { try XMLTree.parse(Array(text.utf8)) }
    #expect(error?.problems.contains { $0.kind == .entityDeclared } == true)
  }

  @Test(arguments: ["", "   ", "plain text", "<a", "<a></b>", "<a>\u{0}</a>", "<?xml version=\"1.0\"?>"])
  func refusesWhatIsNoDocument(_ text: String) {
    #expect(throws: XMLError.self) { try XMLTree.parse(Array(text.utf8)) }
  }

  @Test func refusesOtherEncodings() {
    let invalid = #expect(throws: XMLError.self) {
      try XMLTree.parse(Array("<a>".utf8) + [0xD2, 0xEB] + Array("</a>".utf8))
    }
    #expect(invalid?.problems.first?.span.start == 3)
    #expect(throws: XMLError.self) {
      try XMLTree.parse(Array("<?xml version=\"1.0\" encoding=\"GB18030\"?><a>x</a>".utf8))
    }
  }

  @Test func refusesDeepNesting() {
    let text = String(repeating: "<group>", count: 10_000) + String(repeating: "</group>", count: 10_000)
    #expect(throws: XMLError.self) { try XMLTree.parse(Array(text.utf8)) }
  }
}
