import Foundation
import Testing
import YinzhuDocuments
import YinzhuModel
import YinzhuText

@Suite("PDF")
struct PDFReaderTests {
  typealias Piece = PDFFile.Piece

  /// The text of a PDF; nil where the tool that reads it is missing, which is said.
  func read(_ pages: [[Piece]]) throws -> Document? {
    do throws(DocumentError) {
      return try DocumentReader.read(PDFFile(pages: pages).bytes, name: "a.pdf")
    } catch {
      if error.diagnostic.code == "D016" {
        print("skipped: \(error.message)")
        return nil
      }
      throw error
    }
  }

  func text(_ document: Document) -> String { String(decoding: document.source.bytes, as: UTF8.self) }

  @Test("raised digits are superscripts; smaller lines at the bottom stand apart")
  func superscripts() throws {
    let document = try read([
      [
        Piece(text: "经过漫长谈判后才正式加入", x: 50, y: 600, size: 12),
        Piece(text: "1", x: 194, y: 605, size: 7),
        Piece(text: "因此有重要意义。", x: 198, y: 600, size: 12),
        Piece(text: "第二行正文也在这里。", x: 50, y: 580, size: 12),
        Piece(text: "1", x: 50, y: 103, size: 5), Piece(text: "费孝通：《乡土中国》，北京：三联书店。", x: 55, y: 100, size: 9),
      ]
    ])
    guard let document else { return }
    #expect(
      text(document) == "经过漫长谈判后才正式加入¹因此有重要意义。\n第二行正文也在这里。\n\n¹ 费孝通：《乡土中国》，北京：三联书店。\n")
    #expect(document.runs.count == 2)
    #expect(document.summary == ["¹|费孝通：《乡土中国》，北京：三联书店。|加入"])
    #expect(document.placesAreTrue)
  }

  @Test("a note runs over to the next page, a word over to the next line; numbers begin again")
  func overThePage() throws {
    func page(_ notes: [String]) -> [Piece] {
      [
        Piece(text: "经过漫长谈判后才正式加入", x: 50, y: 600, size: 12), Piece(text: "1", x: 194, y: 605, size: 7),
        Piece(text: "因此有重要意义。", x: 198, y: 600, size: 12),
        Piece(text: "第二行正文也在这里，比注释更长一些，长得多。", x: 50, y: 580, size: 12),
      ]
        + notes.enumerated().flatMap { index, text in
          let y = 100 - Double(index) * 12
          guard text.hasPrefix("¹") else { return [Piece(text: text, x: 50, y: y, size: 9)] }
          return [
            Piece(text: "1", x: 50, y: y + 3, size: 5), Piece(text: String(text.dropFirst()), x: 54, y: y, size: 9),
          ]
        }
    }
    let document = try read([page(["¹A note with hyphen-", "ated words，它的"]), page(["后半在下页。", "¹第二条注释。"])])
    guard let document else { return }
    #expect(document.summary == ["¹|A note with hyphenated words，它的后半在下页。|加入", "¹|第二条注释。|加入"])
    #expect(document.nativeNotes?.map(\.id) == ["p1-1", "p2-1"])
  }

  @Test("two columns are read one after the other, their notes behind both")
  func columns() throws {
    var pieces: [Piece] = []
    for row in 0..<20 {
      let y = Double(640 - 14 * row)
      pieces.append(Piece(text: "左栏正文第\(row)行文字文字文字", x: 40, y: y, size: 10))
      pieces.append(Piece(text: "右栏正文第\(row)行文字文字文字", x: 270, y: y, size: 10))
    }
    pieces.append(Piece(text: "①左栏的注释文字。", x: 40, y: 90, size: 8))
    pieces.append(Piece(text: "②右栏的注释文字。", x: 270, y: 90, size: 8))
    guard let document = try read([pieces]) else { return }
    let text = text(document)
    let places = ["左栏正文第0行", "左栏正文第19行", "右栏正文第0行", "右栏正文第19行", "①左栏", "②右栏"].map {
      text.firstRange(of: $0)?.lowerBound
    }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  @Test("pages without text are said: all of them, or some")
  func scanned() throws {
    let code: String
    do throws(DocumentError) {
      _ = try DocumentReader.read(PDFFile(pages: [[], []]).bytes, name: "a.pdf")
      code = ""
    } catch {
      code = error.diagnostic.code
    }
    #expect(code == "D009" || code == "D016")
    guard let some = try read([[], [Piece(text: "有字的一页", x: 50, y: 600, size: 12)]]) else { return }
    #expect(some.diagnostics.map(\.code) == ["D009"])
    #expect(some.diagnostics.first?.severity == .warning)
    #expect(some.pages.count == 2)
  }

  @Test("damaged files are said to be so", arguments: ["%PDF-1.4\n", "%PDF-1.7 abc def"])
  func damaged(text: String) {
    do throws(DocumentError) {
      _ = try DocumentReader.read(Array(text.utf8), name: "a.pdf")
      Issue.record("nothing is thrown")
    } catch {
      #expect(["D006", "D016"].contains(error.diagnostic.code))
    }
  }

  @Test("a password is said to be the matter, not damage")
  func encrypted() {
    var file = PDFFile(pages: [[Piece(text: "秘密", x: 50, y: 600, size: 12)]])
    file.isEncrypted = true
    do throws(DocumentError) {
      _ = try DocumentReader.read(file.bytes, name: "a.pdf")
      Issue.record("nothing is thrown")
    } catch {
      #expect(["D008", "D016"].contains(error.diagnostic.code), "\(error.diagnostic)")
    }
  }

  @Test("5,000 pages are read, each once")
  func long() throws {
    let pages = (1...5_000).map { [Piece(text: "第\($0)页的正文。", x: 50, y: 600, size: 12)] }
    guard let document = try read(pages) else { return }
    #expect(document.pages.count == 5_000)
    #expect(document.pages.last.map { document.source[$0.span] } == "第5000页的正文。\n")
  }

  @Test("a tool that never ends, says too much, falls or is missing, each with its own word")
  func limits() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("yinzhu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    /// A script that was just written can't be run while a process that another test starts still has it open
    /// ("text file busy"): then it is written and tried again.
    func message(_ script: String, has expected: [String]) throws -> Bool {
      for _ in 0..<10 {
        let said = try message(script)
        if expected.contains(where: said.contains) { return true }
      }
      return false
    }
    func message(_ script: String, output: Int = 1 << 20) throws -> String {
      let tool = folder.appendingPathComponent(UUID().uuidString)
      try Data("#!/bin/sh\n\(script)\n".utf8).write(to: tool)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool.path)
      return said(TextTool(seconds: 1, largestOutput: output, program: tool.path))
    }
    func said(_ tool: TextTool) -> String {
      do throws(DocumentError) {
        _ = try tool.layout([0x25])
        return "nothing"
      } catch {
        return "\(error.diagnostic.code) \(error.message)"
      }
    }
    #expect(try message("sleep 30", has: ["more than 1 s"]))
    #expect(try message("exec yes", has: ["MiB of text", "more than 1 s"]))
    #expect(try message("kill -11 $$", has: ["too much time or memory"]))
    #expect(try message("echo Incorrect password >&2; exit 1", has: ["D008"]))
    #expect(try message("exit 1", has: ["D006"]))
    #expect(said(TextTool(program: "no-such-tool-at-all")).hasPrefix("D016"))
  }
}
