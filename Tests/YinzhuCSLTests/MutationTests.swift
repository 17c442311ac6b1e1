import Testing
import YinzhuCSL
import YinzhuModel

/// Damaged styles and odd records give errors or odd text, never a trap.
struct MutationTests {
  /// A small generator, the same in every run.
  struct Generator {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
  }

  private let record =
    #"{"id":"a","type":"book","title":"《海》与 \"Sea\"","author":[{"family":"Doe","given":"J.-L."},{"literal":"甲"}],"issued":{"date-parts":[[2001,2,3],[2001,4]]},"page":"3-5","volume":"2","edition":"第2版","note":"editor: X || Y\nissued: 20x"}"#

  @Test(arguments: 1...4)
  func damagedStyles(_ seed: Int) throws {
    let layout =
      "<group delimiter=\". \"><names variable=\"author\"><name initialize-with=\" \" name-as-sort-order=\"all\"/></names>"
      + "<text variable=\"title\" text-case=\"title\" quotes=\"true\"/><date variable=\"issued\" form=\"text\"/>"
      + "<choose><if is-numeric=\"volume\"><number variable=\"volume\" form=\"ordinal\"/></if></choose>"
      + "<label variable=\"page\"/><text variable=\"page\"/></group>"
    let whole = Array(TestStyle.xml(layout, macros: "<macro name=\"m\"><text term=\"in\"/></macro>").utf8)
    let reference = try Records.one(record)
    var random = Generator(state: UInt64(seed))
    var readable = 0
    for _ in 0..<150 {
      var bytes = whole
      for _ in 0...random.next(3) {
        let at = random.next(bytes.count)
        switch random.next(3) {
        case 0: bytes[at] = UInt8(random.next(256))
        case 1: bytes.remove(at: at)
        default: bytes.removeSubrange(at..<min(bytes.count, at + random.next(40)))
        }
      }
      guard let style = try? StyleReader.read(bytes, name: "damaged").style else { continue }
      readable += 1
      _ = Processor(style: style, locales: .builtIn, language: nil).bibliography([reference], format: .html)
    }
    #expect(readable > 0)
  }

  @Test(arguments: 1...4)
  func damagedRecords(_ seed: Int) throws {
    let whole = Array(record.utf8)
    var random = Generator(state: UInt64(seed &* 77))
    let processors = try Style.builtInIDs.map { id in
      Processor(style: try #require(Style.builtIn(id: id)), locales: .builtIn, language: nil)
    }
    var readable = 0
    for _ in 0..<400 {
      var bytes = whole
      let at = random.next(bytes.count)
      if random.next(2) == 0 { bytes[at] = UInt8(0x20 + random.next(0x5F)) } else { bytes.remove(at: at) }
      guard let reference = Records.read(bytes).first else { continue }
      readable += 1
      for processor in processors { _ = processor.bibliography([reference]) }
    }
    #expect(readable > 0)
  }

  @Test(arguments: [
    "", "-", "–", ",", "1-", "-1", "1--2", "\\", "9999999999999999999999", "1e400", "A-B-C", "&", "٣", "𝟙-𝟚", "\u{0}",
    "1\u{301}",
  ])
  func oddNumbers(_ text: String) throws {
    var reference = Reference(id: "a", type: .book)
    for variable in [Variable.page, .volume, .edition, .issue, .numberOfPages] { reference.set(variable, text: text) }
    let layout =
      "<text variable=\"page\"/><label variable=\"page\"/><number variable=\"volume\" form=\"roman\"/>"
      + "<number variable=\"edition\" form=\"ordinal\"/><number variable=\"issue\" form=\"long-ordinal\"/>"
      + "<label variable=\"number-of-pages\"/><text variable=\"page-first\"/>"
    for format in ["expanded", "minimal", "minimal-two", "chicago"] {
      let xml = TestStyle.xml(layout, style: "page-range-format=\"\(format)\"")
      let style = try StyleReader.read(Array(xml.utf8), name: "t").style
      #expect(Processor(style: style, locales: .builtIn, language: nil).bibliography([reference]).count == 1)
    }
  }

  @Test(arguments: [Int.min, -1, 0, 1, 999, Int.max])
  func oddYears(_ year: Int) throws {
    var reference = Reference(id: "a", type: .book)
    reference.set(.issued, date: DateValue(start: .init(year: year, month: year, day: year), end: .init(year: year)))
    let xml = TestStyle.xml(
      "<date variable=\"issued\" form=\"text\"/><date variable=\"issued\"><date-part name=\"year\" form=\"short\"/></date>",
      sort: "<sort><key variable=\"issued\"/></sort>")
    let style = try StyleReader.read(Array(xml.utf8), name: "t").style
    #expect(
      Processor(style: style, locales: .builtIn, language: nil).bibliography([reference, reference]).count == 2)
  }
}
