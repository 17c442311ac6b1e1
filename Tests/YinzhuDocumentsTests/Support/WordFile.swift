import YinzhuDocuments
import YinzhuModel
import YinzhuText

/// Makes DOCX files from the XML of their parts.
struct WordFile {
  var body: String
  var footnotes = ""
  var endnotes = ""
  var settings = ""
  /// The content of `b:Sources`, in a part of customXml that the document points to.
  var sources = ""

  static let namespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"urn:wps\""

  var entries: [(name: String, text: String)] {
    func part(_ root: String, _ content: String) -> String {
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:\(root) \(Self.namespaces)>\(content)</w:\(root)>"
    }
    let separator = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
    let bibliography = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
    let relation =
      "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml\" Target=\"../customXml/item1.xml\"/>"
    let custom = [
      (
        "word/_rels/document.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(relation)</Relationships>"
      ), ("customXml/item1.xml", "<b:Sources xmlns:b=\"\(bibliography)\">\(sources)</b:Sources>"),
    ]
    return (sources.isEmpty ? [] : custom) + [
      ("[Content_Types].xml", "<Types/>"), ("word/document.xml", part("document", "<w:body>\(body)</w:body>")),
      ("word/footnotes.xml", part("footnotes", separator + footnotes)),
      ("word/endnotes.xml", part("endnotes", endnotes)), ("word/settings.xml", part("settings", settings)),
    ]
  }

  var bytes: [UInt8] { ZipFile.stored(entries) }

  func read() throws -> Document { try DocumentReader.read(bytes, name: "a.docx") }

  // MARK: Pieces

  static func p(_ content: String) -> String { "<w:p>\(content)</w:p>" }
  static func r(_ text: String, _ properties: String = "") -> String {
    "<w:r>\(properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }
  static func call(_ id: Int, _ kind: String = "footnote") -> String {
    "<w:r><w:\(kind)Reference w:id=\"\(id)\"/></w:r>"
  }
  static func note(_ id: Int, _ content: String, _ kind: String = "footnote") -> String {
    "<w:\(kind) w:id=\"\(id)\"><w:p><w:r><w:\(kind)Ref/></w:r>\(content)</w:p></w:\(kind)>"
  }
  static func field(_ code: String, _ result: String) -> String {
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">\(code)</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(result)<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
  }
}

extension Document {
  /// `label|text|what the marker follows` of every note, for short expectations.
  var summary: [String] {
    (nativeNotes ?? []).map { note in
      let before = note.marker.map { marker in String(source[SourceSpan(start: 0, end: marker.span.start)].suffix(2)) }
      return "\(note.label?.symbol ?? "-")|\(note.text?.string ?? "-")|\(before ?? "-")"
    }
  }

  /// Every place lies in the source, and says what stands there.
  var placesAreTrue: Bool {
    (nativeNotes ?? []).allSatisfy { note in
      let isTrue = note.text.map { text in
        text.spans.allSatisfy { $0.end <= source.bytes.count }
          && text.string.filter { !$0.isWhitespace }
            == text.spans.map { source[$0] }.joined().filter { !$0.isWhitespace }
      }
      return (isTrue ?? true) && (note.marker.map { source[$0.span] == $0.label.symbol } ?? true)
    }
  }
}
