import Testing
import YinzhuCSL
import YinzhuModel

struct NamesTests {
  private let three =
    #"{"id":"a","author":[{"family":"Doe","given":"Jane Mary"},{"family":"Roe","given":"Jean-Luc"},{"family":"Poe","given":"E. A."}]}"#

  private func names(_ name: String, _ record: String, style: String = "") throws -> String {
    try TestStyle.entry("<names variable=\"author\">\(name)</names>", record, style: style)
  }

  @Test func orderAndDelimiters() throws {
    #expect(try names("<name/>", three) == "Jane Mary Doe, Jean-Luc Roe, E. A. Poe")
    #expect(try names("<name and=\"text\"/>", three) == "Jane Mary Doe, Jean-Luc Roe, and E. A. Poe")
    #expect(
      try names("<name and=\"symbol\" delimiter-precedes-last=\"never\"/>", three)
        == "Jane Mary Doe, Jean-Luc Roe & E. A. Poe")
    #expect(
      try names("<name name-as-sort-order=\"first\"/>", three) == "Doe, Jane Mary, Jean-Luc Roe, E. A. Poe")
    #expect(try names("<name form=\"short\"/>", three) == "Doe, Roe, Poe")
    #expect(try names("<name form=\"count\"/>", three) == "3")
  }

  @Test func initials() throws {
    #expect(try names("<name initialize-with=\". \"/>", three) == "J. M. Doe, J.-L. Roe, E. A. Poe")
    #expect(
      try names("<name initialize-with=\" \" name-as-sort-order=\"all\" sort-separator=\" \"/>", three)
        == "Doe J M, Roe J-L, Poe E A")
    #expect(
      try names("<name initialize-with=\".\"/>", three, style: "initialize-with-hyphen=\"false\"")
        == "J.M. Doe, J.L. Roe, E.A. Poe")
  }

  @Test func etAl() throws {
    #expect(try names("<name et-al-min=\"3\" et-al-use-first=\"1\"/>", three) == "Jane Mary Doe et al.")
    #expect(try names("<name et-al-min=\"3\" et-al-use-first=\"2\"/>", three) == "Jane Mary Doe, Jean-Luc Roe, et al.")
    #expect(
      try names("<name form=\"short\" et-al-min=\"3\" et-al-use-first=\"1\" et-al-use-last=\"true\"/>", three)
        == "Doe, … Poe")
  }

  /// A list that its source cut short is printed with et al., however few names it has.
  @Test func cutLists() throws {
    var reference = try Records.one(#"{"id":"a"}"#)
    reference.set(.author, names: [Name(family: "Doe", given: "Jane")], hasOthers: true)
    let xml = TestStyle.xml("<names variable=\"author\"/>")
    let style = try StyleReader.read(Array(xml.utf8), name: "t").style
    let entries = Processor(style: style, locales: .builtIn, language: nil).bibliography([reference])
    #expect(entries.map(\.text) == ["Jane Doe et al."])
  }

  @Test func particlesAndSuffixes() throws {
    let record =
      #"{"id":"a","author":[{"family":"van Gogh","given":"Vincent"},{"family":"King","given":"Martin Luther","suffix":"Jr."}]}"#
    #expect(try names("<name/>", record) == "Vincent van Gogh, Martin Luther King Jr.")
    #expect(
      try names("<name name-as-sort-order=\"all\"/>", record, style: "demote-non-dropping-particle=\"never\"")
        == "van Gogh, Vincent, King, Martin Luther, Jr.")
    #expect(
      try names("<name name-as-sort-order=\"all\" delimiter=\"; \"/>", record)
        == "Gogh, Vincent van; King, Martin Luther, Jr.")
  }

  /// Names in Han script have neither space nor comma, whatever the order.
  @Test func hanNames() throws {
    let record = #"{"id":"a","author":[{"family":"欧阳","given":"修"},{"literal":"司马光"},{"family":"昂温","given":"G"}]}"#
    #expect(try names("<name name-as-sort-order=\"all\" sort-separator=\" \"/>", record) == "欧阳修, 司马光, 昂温 G")
  }

  @Test func namePartFormatting() throws {
    #expect(
      try names(
        "<name name-as-sort-order=\"all\"><name-part name=\"family\" text-case=\"uppercase\"/></name>",
        #"{"id":"a","author":[{"family":"Doe","given":"Jane"}]}"#) == "DOE, Jane")
  }

  @Test func labels() throws {
    let layout =
      "<names variable=\"editor translator\" delimiter=\"; \"><label form=\"short\" prefix=\" (\" suffix=\")\"/></names>"
    #expect(
      try TestStyle.entry(
        layout, #"{"id":"a","editor":[{"family":"Doe"},{"family":"Roe"}],"translator":[{"family":"Poe"}]}"#)
        == "Doe, Roe (eds.); Poe (tran.)")
    #expect(
      try TestStyle.entry(layout, #"{"id":"a","editor":[{"family":"Doe"}],"translator":[{"family":"Doe"}]}"#)
        == "Doe (ed. & tran.)")
  }

  /// What cs:substitute prints is not printed a second time.
  @Test func substitute() throws {
    let layout = """
      <names variable="author"><name/><substitute><names variable="editor"/><text variable="title"/></substitute></names>
      <text variable="title" prefix=". "/><names variable="editor" prefix=". "/>
      """
    #expect(try TestStyle.entry(layout, #"{"id":"a","title":"T","editor":[{"family":"Doe"}]}"#) == "Doe. T")
    #expect(try TestStyle.entry(layout, #"{"id":"a","title":"T"}"#) == "T")
  }
}
