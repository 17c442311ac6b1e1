import YinzhuModel
import YinzhuText

/// EndNote's `<style face="italic">…</style>` and the markup of CSL.
enum EndNoteStyles {
  private static let faces: [(face: String, style: RichText.Style)] = [
    ("bold", .bold), ("italic", .italic), ("superscript", .superscript), ("subscript", .subscript),
  ]

  /// The text of an element with its styles.
  static func text(_ document: XMLDocument, _ element: XMLDocument.Element, keepsLines: Bool) -> RichText {
    var inlines: [RichText.Inline] = []
    for node in element.nodes {
      switch node {
      case .text(let text): append(.text(text), to: &inlines)
      case .element(let index):
        let child = document.elements[index]
        var inner = RichText.Inline.text(child.nodes.map { if case .text(let text) = $0 { text } else { "" } }.joined())
        for (face, style) in faces
        where child[attribute: "face"]?.split(separator: " ").contains(Substring(face)) == true {
          inner = .styled(style, [inner])
        }
        append(inner, to: &inlines)
      }
    }
    return RichText(inlines: WhiteSpace.collapsed(inlines, keepsLines: keepsLines))
  }

  private static func append(_ inline: RichText.Inline, to list: inout [RichText.Inline]) {
    if case .text(let next) = inline, case .text(let last)? = list.last {
      list[list.count - 1] = .text(last + next)
    } else {
      list.append(inline)
    }
  }

  /// Runs of one style each, as EndNote has them: styles inside others are joined.
  static func markup(_ text: RichText) -> String { markup(text.inlines, faces: []) }

  private static func markup(_ inlines: [RichText.Inline], faces: [String]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text):
        let face = faces.isEmpty ? "normal" : faces.joined(separator: " ")
        return "<style face=\"\(face)\" font=\"default\" size=\"100%\">\(XMLText.escaped(text))</style>"
      case .styled(let style, let inner):
        let face = Self.faces.first { $0.style == style }?.face
        return markup(inner, faces: face.map { faces.contains($0) ? faces : faces + [$0] } ?? faces)
      }
    }.joined()
  }
}

/// White space in XML: files are indented inside values too.
enum WhiteSpace {
  /// Runs of white space as one space, none at the ends; line breaks stay where `keepsLines` says so.
  static func collapsed(_ inlines: [RichText.Inline], keepsLines: Bool) -> [RichText.Inline] {
    var after: UInt32 = 0x20
    var out = collapsed(inlines, keepsLines, &after, depth: 0)
    trimEnd(&out)
    return out
  }

  private static func collapsed(
    _ inlines: [RichText.Inline], _ keepsLines: Bool, _ last: inout UInt32, depth: Int
  ) -> [RichText.Inline] {
    var out: [RichText.Inline] = []
    for inline in inlines {
      switch inline {
      case .text(let text):
        let piece = collapsed(text, keepsLines, &last)
        if !piece.isEmpty { out.append(.text(piece)) }
      case .styled(let style, let inner):
        let content = depth < RichText.maximumDepth ? collapsed(inner, keepsLines, &last, depth: depth + 1) : inner
        if !content.isEmpty { out.append(.styled(style, content)) }
      }
    }
    return out
  }

  private static func collapsed(_ text: String, _ keepsLines: Bool, _ last: inout UInt32) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isBreak = scalar == "\n" || scalar == "\r"
      guard isBreak || scalar == " " || scalar == "\t" else {
        out.append(scalar)
        last = scalar.value
        continue
      }
      if keepsLines, isBreak {
        while out.last == " " { out.removeLast() }
        if last != 0x0A, !(out.isEmpty && last == 0x20) {
          out.append("\n")
          last = 0x0A
        }
      } else if last != 0x20, last != 0x0A {
        out.append(" ")
        last = 0x20
      }
    }
    return String(out)
  }

  private static func trimEnd(_ inlines: inout [RichText.Inline]) {
    guard let end = inlines.indices.last, case .text(var text) = inlines[end] else { return }
    while let last = text.unicodeScalars.last, CharacterClass.isSpace(last.value) || last == "\n" {
      text.unicodeScalars.removeLast()
    }
    if text.isEmpty { inlines.removeLast() } else { inlines[end] = .text(text) }
  }
}
