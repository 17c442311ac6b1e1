import Testing
import YinzhuModel

@testable import YinzhuCitations

@Suite("Kinds of notes, signals, several citations")
struct NoteKindTests {
  private func parse(_ text: String) -> Citation { CitationParser().parse(text).citation }

  @Test("an explanation has no citation, even where it names works")
  func explanation() {
    #expect(parse("例如，修这条路历时 １５ 年。").kind == .explanation)
    #expect(parse("《新山志·李明传》记载李明“何不修路”之言，但不见于《旧山志》，或许反映李明形象之变迁。").items.isEmpty)
  }

  @Test("a signal word leads in the citation and is no part of it")
  func signal() throws {
    let item = try #require(parse("参见李明：《山的那边》，山海出版社2001年，第3页。").items.first)
    #expect(item.prefix == "参见")
    #expect(item.text == "李明：《山的那边》，山海出版社2001年，第3页")
    #expect(item.reference?.names(.author).map(\.displayed) == ["李明"])
  }

  @Test("comment before a citation makes the note mixed")
  func mixed() {
    let note = parse("这条路修了很久，后人多有记述。参见李明：《山的那边》，山海出版社2001年，第3页。")
    #expect(note.kind == .mixed)
    #expect(note.items.count == 1)
  }

  @Test("a comma may stand between comment and signal")
  func mixedInOneSentence() {
    let note = parse("关于修路的经过，可参阅李明：《山的那边》，《江南学刊》2014年第6期。")
    #expect(note.kind == .mixed)
    #expect(note.items.first?.prefix == "可参阅")
  }

  @Test("semicolons part citations")
  func several() {
    let note = parse("李明：《山》，山海出版社2001年版；王立：《海》，人民出版社2002年版。")
    #expect(note.kind == .citation)
    #expect(note.items.map { $0.reference?.text(.title) } == ["山", "海"])
  }

  @Test("转引自: the first is quoted in the second")
  func quotedIn() {
    let note = parse("《山海全集》第九卷第394页，转引自李明《山的那边》第350页。")
    #expect(note.items.count == 2)
    #expect(note.items.first?.quotedIn == 1)
    #expect(note.items.last?.prefix == "转引自")
  }

  @Test(
    "pointers",
    arguments: ["同上。", "同上，第260页。", "同上注，第260页。", "Ibid.", "同前注〔2〕，李明书，第3页。", "李明，见前注〔2〕，第3页。", "同2：326-329."])
  func pointers(text: String) {
    let parsed = CitationParser().parse(text)
    #expect(parsed.citation.kind == .backReference)
    #expect(parsed.citation.items.first?.reference == nil)
    #expect(parsed.pointers.count == 1)
  }

  @Test("author and title alone are a short form")
  func shortForm() {
    let note = parse("李明：《山的那边》，第326—329页。")
    #expect(note.kind == .backReference)
    #expect(note.items.first?.form == .short)
    #expect(note.items.first?.locator?.value == "326-329")
  }

  @Test("et al. and roles are kept with the names")
  func roles() throws {
    let reference = try #require(parse("[晋]李明著、[宋]王立等注：《山海志》，中华书局1982年版，第777页。").items.first?.reference)
    #expect(reference.names(.author).map(\.dynasty) == ["晋"])
    #expect(reference.names(.editor).map(\.role) == ["注"])
    #expect(reference[.editor]?.names?.hasOthers == true)
  }

  @Test("an edition in brackets after the host: of a periodical it is part of the name, of a book it is the edition")
  func editionOfHost() throws {
    let journal = try #require(parse("李明：《山路》，《江南论坛》（文史版）2014年第6期。").items.first?.reference)
    #expect(journal.text(.containerTitle) == "江南论坛（文史版）")
    let book = try #require(parse("李明：《山路》，载王立编：《山海集》（修订版），山海出版社2007年版，第3页。").items.first?.reference)
    #expect(book.text(.containerTitle) == "山海集")
    #expect(book.text(.edition) == "修订版")
  }
}
