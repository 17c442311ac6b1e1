import Foundation

/// One article, to be written in every format that is read.
struct Article {
  enum Piece {
    case text(String)
    /// Calls the note of this index.
    case call(Int)
  }

  var paragraphs: [[Piece]]
  var notes: [String]

  /// Paragraphs of text in which `①` to `⑳` call the notes.
  init(_ text: String, notes: [String]) {
    self.notes = notes
    paragraphs = text.split(separator: "\n").map { line in
      var pieces: [Piece] = []
      var run = ""
      for character in line {
        guard let scalar = character.unicodeScalars.first, (0x2460...0x2473).contains(scalar.value) else {
          run.append(character)
          continue
        }
        pieces += [.text(run), .call(Int(scalar.value - 0x2460))]
        run = ""
      }
      return pieces + [.text(run)]
    }
  }

  private func body(_ separator: String, text: (String) -> String, call: (Int) -> String) -> String {
    paragraphs.map { pieces in
      pieces.map { piece in
        switch piece {
        case .text(let run): text(run)
        case .call(let index): call(index)
        }
      }.joined()
    }.joined(separator: separator)
  }

  // MARK: Formats

  static func circled(_ index: Int) -> String {
    String(UnicodeScalar(0x2460 + UInt32(index)).map(Character.init) ?? "?")
  }

  /// Lines as a dump has them: the body, a blank line, the notes.
  var plain: String {
    "　　" + body("\n　　", text: { $0 }, call: Self.circled) + "\n\n"
      + notes.enumerated().map { "\(Self.circled($0)) \($1)\n" }.joined()
  }

  var markdown: String {
    func escaped(_ text: String) -> String {
      text.map { "\\`*_[]<>&".contains($0) ? "\\\($0)" : String($0) }.joined()
    }
    return body("\n\n", text: escaped, call: { "[^\($0 + 1)]" }) + "\n\n"
      + notes.enumerated().map { "[^\($0 + 1)]: \(escaped($1))\n" }.joined()
  }

  static func markup(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  var html: String {
    let body = body(
      "</p>\n<p>", text: Self.markup,
      call: { "<sup><a href=\"#fn\($0 + 1)\" id=\"ref\($0 + 1)\">\($0 + 1)</a></sup>" })
    let list = notes.enumerated().map {
      "<li id=\"fn\($0 + 1)\">\(Self.markup($1)) <a href=\"#ref\($0 + 1)\">↩</a></li>"
    }
    return
      "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>t</title></head><body><p>\(body)</p>\n<ol>\(list.joined(separator: "\n"))</ol></body></html>"
  }

  var latex: String {
    func escaped(_ text: String) -> String {
      text.map { character in
        switch character {
        case "&", "%", "#", "_", "{", "}", "$": "\\\(character)"
        default: String(character)
        }
      }.joined()
    }
    let body = body("\n\n", text: escaped, call: { "\\footnote{\(escaped(notes[$0]))}" })
    return "\\documentclass{ctexart}\n\\begin{document}\n\(body)\n\\end{document}\n"
  }

  /// - Parameter hasParts: With the parts that LibreOffice wants.
  func word(hasParts: Bool = false) -> [UInt8] {
    let paragraphs = paragraphs.map { pieces in
      WordFile.p(
        pieces.map { piece in
          switch piece {
          case .text(let run): WordFile.r(Self.markup(run))
          case .call(let index): WordFile.call(index + 1)
          }
        }.joined())
    }
    let file = WordFile(
      body: paragraphs.joined(),
      footnotes: notes.enumerated().map { WordFile.note($0 + 1, WordFile.r(" " + Self.markup($1))) }.joined())
    guard hasParts else { return file.bytes }
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    func override(_ name: String, _ type: String) -> String {
      "<Override PartName=\"/word/\(name).xml\" ContentType=\"\(kind).\(type)+xml\"/>"
    }
    let types =
      "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>\(override("document", "document.main"))\(override("footnotes", "footnotes"))</Types>"
    func relations(_ content: String) -> String {
      "<Relationships xmlns=\"\(package)/relationships\">\(content)</Relationships>"
    }
    let parts = [
      ("[Content_Types].xml", types),
      (
        "_rels/.rels",
        relations("<Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/>")
      ),
      (
        "word/_rels/document.xml.rels",
        relations("<Relationship Id=\"r1\" Type=\"\(office)/footnotes\" Target=\"footnotes.xml\"/>")
      ),
    ]
    return ZipFile.stored(
      parts + file.entries.filter { ["word/document.xml", "word/footnotes.xml"].contains($0.name) }.map { ($0, $1) })
  }

  /// One page, laid out by ourselves: raised digits, and the notes small at the bottom.
  var pdf: PDFFile {
    var pieces: [PDFFile.Piece] = []
    var y = 660.0
    for paragraph in paragraphs {
      var x = 40.0
      for piece in paragraph {
        switch piece {
        case .text(let run):
          for character in run {
            if x > 440 {
              x = 40
              y -= 18
            }
            pieces.append(PDFFile.Piece(text: String(character), x: x, y: y, size: 12))
            x += Self.width(character, 12)
          }
        case .call(let index):
          pieces.append(PDFFile.Piece(text: "\(index + 1)", x: x, y: y + 5, size: 7))
          x += 3.5 * Double("\(index + 1)".count)
        }
      }
      y -= 18
    }
    var bottom = 40.0 + 13 * Double(notes.reduce(0) { $0 + Self.lines($1).count })
    for (index, note) in notes.enumerated() {
      for (at, line) in Self.lines(note).enumerated() {
        if at == 0 { pieces.append(PDFFile.Piece(text: "\(index + 1)", x: 40, y: bottom + 3, size: 5)) }
        pieces.append(PDFFile.Piece(text: line, x: 48, y: bottom, size: 9))
        bottom -= 13
      }
    }
    return PDFFile(pages: [pieces])
  }

  private static func width(_ character: Character, _ size: Double) -> Double { character.isASCII ? size / 2 : size }

  /// A note in lines of the page's width, broken between words.
  private static func lines(_ note: String) -> [String] {
    var out: [String] = []
    var line = ""
    var width = 0.0
    for character in note {
      width += Self.width(character, 9)
      if width > 400, !character.isASCII || character == " " {
        out.append(line)
        line = ""
        width = Self.width(character, 9)
        if character == " " { continue }
      }
      line.append(character)
    }
    return out + [line]
  }
}
