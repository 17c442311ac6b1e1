import Testing
import YinzhuDocuments
import YinzhuModel

@Suite("Archives that are refused")
struct BadArchiveTests {
  static let sound = WordFile(
    body: WordFile.p(WordFile.r("甲文") + WordFile.call(1)), footnotes: WordFile.note(1, WordFile.r("一")))

  func refusal(_ bytes: [UInt8]) -> Diagnostic? {
    do throws(DocumentError) {
      _ = try DocumentReader.read(bytes, name: "a.docx")
      return nil
    } catch {
      return error.diagnostic
    }
  }

  @Test("entries outside of the archive", arguments: ["../../etc/passwd", "/etc/passwd", "a\\..\\b", "C:x"])
  func outside(name: String) {
    #expect(refusal(ZipFile.stored(Self.sound.entries + [(name, "x")]))?.code == "D007")
  }

  @Test("two entries of one name")
  func twice() {
    #expect(refusal(ZipFile.stored(Self.sound.entries + [("word/document.xml", "<a/>")]))?.code == "D007")
  }

  @Test("a bomb")
  func bomb() throws {
    let spaces = [UInt8](repeating: 0x20, count: 20 << 20)
    let bytes = try ZipFile.packed([
      ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array("<a>".utf8) + spaces),
    ])
    #expect(bytes.count < 100_000)
    let found = refusal(bytes)
    #expect(found?.code == "D007")
    #expect(found?.message.contains("word/document.xml") == true)
  }

  @Test("encrypted entries")
  func encrypted() {
    #expect(refusal(ZipFile.stored(Self.sound.entries, flags: 1))?.code == "D008")
  }

  @Test("a document with a password, and an old one")
  func compound() {
    let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
    #expect(refusal(head + "EncryptedPackage".utf8.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] })?.code == "D008")
    #expect(refusal(head)?.code == "D002")
  }

  @Test("entities and document types")
  func entities() {
    var entries = Self.sound.entries
    entries[1].text = "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"
    let found = refusal(ZipFile.stored(entries))
    #expect(found?.code == "D007")
    #expect(found?.message.hasPrefix("word/document.xml, line 1:") == true)
  }

  @Test("XML that is cut off names part and line")
  func malformed() {
    var entries = Self.sound.entries
    entries[1].text = "<a>\n<b>"
    let found = refusal(ZipFile.stored(entries))
    #expect(found?.code == "D006")
    #expect(found?.message.hasPrefix("word/document.xml, line 2:") == true)
  }

  @Test("a file cut anywhere, or with a byte changed, never traps")
  func mutations() {
    let bytes = Self.sound.bytes
    for count in stride(from: 0, to: bytes.count, by: 7) { _ = refusal(Array(bytes[..<count])) }
    #expect(refusal(Array(bytes[..<(bytes.count / 2)]))?.code == "D006")
    for index in stride(from: 0, to: bytes.count, by: 5) {
      var changed = bytes
      changed[index] ^= 0x15
      _ = refusal(changed)
    }
  }

  @Test("elements nested without end")
  func depth() {
    var entries = Self.sound.entries
    entries[1].text = String(repeating: "<a>", count: 100_000)
    #expect(refusal(ZipFile.stored(entries))?.code == "D006")
  }
}
