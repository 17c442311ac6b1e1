/// Text with the markup that CSL-JSON allows inside fields: `<i> <b> <sup> <sub>`, small capitals and `nocase`.
public struct RichText: Sendable, Hashable {
  /// What a stretch of text looks like (CSL 1.0.2, "HTML-like formatting").
  public enum Style: String, Sendable, Hashable, CaseIterable {
    /// `<i>`
    case italic
    /// `<b>`
    case bold
    /// `<sup>`
    case superscript
    /// `<sub>`
    case `subscript`
    /// `<span style="font-variant: small-caps;">` or `<sc>`
    case smallCaps
    /// `<span class="nocase">`: text-case changes leave it alone.
    case nocase
    /// `<span class="nodecor">`: formatting around it leaves it alone.
    case nodecor
  }

  /// A piece of text or a styled group of pieces.
  public indirect enum Inline: Sendable, Hashable {
    /// Plain text.
    case text(String)
    /// A group in a style.
    case styled(Style, [Inline])
  }

  /// The pieces in order.
  public var inlines: [Inline]

  /// Nesting of markup beyond this stays text.
  public static let maximumDepth = 32

  /// Plain text; markup characters in it are text.
  public init(plain: String) { inlines = plain.isEmpty ? [] : [.text(plain)] }

  /// Pieces.
  public init(inlines: [Inline]) { self.inlines = inlines }

  /// Text as CSL-JSON writes it. A tag without its partner stays text, so nothing is lost.
  public init(markup: String) {
    guard markup.utf8.contains(UInt8(ascii: "<")) else {
      inlines = markup.isEmpty ? [] : [.text(markup)]
      return
    }
    var parser = MarkupParser(text: markup)
    inlines = parser.parse()
  }

  /// The text without markup.
  public var plain: String {
    if case .text(let only)? = inlines.first, inlines.count == 1 { return only }
    return RichText.plain(inlines)
  }

  /// Whether there is no text.
  public var isEmpty: Bool { plain.isEmpty }

  /// The text as CSL-JSON writes it.
  public var markup: String { RichText.markup(inlines) }

  private static func plain(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text
      case .styled(_, let inner): plain(inner)
      }
    }.joined()
  }

  private static func markup(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text
      case .styled(let style, let inner): style.openTag + markup(inner) + style.closeTag
      }
    }.joined()
  }
}

extension RichText.Style {
  /// The opening tag in CSL-JSON.
  public var openTag: String {
    switch self {
    case .italic: "<i>"
    case .bold: "<b>"
    case .superscript: "<sup>"
    case .subscript: "<sub>"
    case .smallCaps: "<span style=\"font-variant:small-caps;\">"
    case .nocase: "<span class=\"nocase\">"
    case .nodecor: "<span class=\"nodecor\">"
    }
  }

  /// The closing tag in CSL-JSON.
  public var closeTag: String {
    switch self {
    case .italic: "</i>"
    case .bold: "</b>"
    case .superscript: "</sup>"
    case .subscript: "</sub>"
    case .smallCaps, .nocase, .nodecor: "</span>"
    }
  }

  /// The style of an opening tag, and the name that closes it.
  static func opened(by tag: String) -> (style: RichText.Style, closing: String)? {
    switch tag {
    case "<i>", "<em>": return (.italic, tag == "<i>" ? "</i>" : "</em>")
    case "<b>", "<strong>": return (.bold, tag == "<b>" ? "</b>" : "</strong>")
    case "<sup>": return (.superscript, "</sup>")
    case "<sub>": return (.subscript, "</sub>")
    case "<sc>": return (.smallCaps, "</sc>")
    default:
      guard tag.hasPrefix("<span ") else { return nil }
      let key = tag.lowercased().filter { $0 != " " && $0 != "'" && $0 != "\"" && $0 != ";" }
      if key == "<spanclass=nocase>" { return (.nocase, "</span>") }
      if key == "<spanclass=nodecor>" { return (.nodecor, "</span>") }
      if key == "<spanstyle=font-variant:small-caps>" { return (.smallCaps, "</span>") }
      return nil
    }
  }
}

/// One pass over tags with a stack; what isn't closed is turned back into text.
private struct MarkupParser {
  struct Open {
    var style: RichText.Style
    var tag: String
    var closing: String
    var inlines: [RichText.Inline]
  }

  let text: String
  var stack: [Open] = []
  var top: [RichText.Inline] = []

  init(text: String) { self.text = text }

  mutating func parse() -> [RichText.Inline] {
    let utf8 = text.utf8
    var plainStart = utf8.startIndex
    var index = utf8.startIndex
    while index < utf8.endIndex {
      guard utf8[index] == UInt8(ascii: "<"), let close = utf8[index...].prefix(64).firstIndex(of: UInt8(ascii: ">"))
      else {
        index = utf8.index(after: index)
        continue
      }
      let after = utf8.index(after: close)
      let tag = String(text[index..<after])
      if stack.count < RichText.maximumDepth, let opened = RichText.Style.opened(by: tag) {
        append(text[plainStart..<index])
        stack.append(Open(style: opened.style, tag: tag, closing: opened.closing, inlines: []))
      } else if let match = stack.lastIndex(where: { $0.closing == tag }) {
        append(text[plainStart..<index])
        while stack.count > match + 1 { unwind() }
        let group = stack.removeLast()
        append(.styled(group.style, group.inlines))
      } else {
        // No tag: a bare `<`, or one of another language. A tag may begin right behind it.
        index = utf8.index(after: index)
        continue
      }
      index = after
      plainStart = after
    }
    append(text[plainStart...])
    while !stack.isEmpty { unwind() }
    return top
  }

  /// An open tag that never closes was text after all.
  private mutating func unwind() {
    let group = stack.removeLast()
    append(.text(group.tag))
    for inline in group.inlines { append(inline) }
  }

  private mutating func append(_ plain: Substring) {
    if !plain.isEmpty { append(.text(String(plain))) }
  }

  private mutating func append(_ inline: RichText.Inline) {
    if stack.isEmpty {
      MarkupParser.append(inline, to: &top)
    } else {
      MarkupParser.append(inline, to: &stack[stack.count - 1].inlines)
    }
  }

  private static func append(_ inline: RichText.Inline, to list: inout [RichText.Inline]) {
    if case .text(let next) = inline, case .text(let last)? = list.last {
      list[list.count - 1] = .text(last + next)
    } else {
      list.append(inline)
    }
  }
}
