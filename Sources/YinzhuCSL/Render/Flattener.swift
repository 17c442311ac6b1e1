import YinzhuModel

/// Writes a tree flat: formatting as pairs of tokens, text-case, quotes and strip-periods done.
struct Flattener {
  private(set) var tokens: [Token] = []
  private var isInsideField = false

  private let quotes: LocaleQuotes?
  private let hasStopWords: Bool
  private let curls: Bool
  private let marksFields: Bool
  private var isMarked = false

  private init(quotes: LocaleQuotes?, hasStopWords: Bool, curls: Bool, marksFields: Bool) {
    self.quotes = quotes
    self.hasStopWords = hasStopWords
    self.curls = curls
    self.marksFields = marksFields
  }

  /// - Parameters:
  ///   - quotes: quotation marks that records may have, which are printed as those of the output.
  ///   - hasStopWords: whether title case knows which words stay small.
  ///   - curls: whether straight quotation marks and apostrophes become typographic ones; else the other way.
  ///   - marksFields: whether tokens say where variables of the record begin and end.
  static func tokens(
    _ node: OutputNode, quotes: LocaleQuotes? = nil, hasStopWords: Bool = true, curls: Bool = true,
    marksFields: Bool = false
  ) -> [Token] {
    var flattener = Flattener(
      quotes: quotes, hasStopWords: hasStopWords, curls: curls, marksFields: marksFields)
    flattener.walk(node, Look(), stripsPeriods: false)
    return flattener.tokens
  }

  /// What surrounds a node.
  private struct Look {
    var style = Formatting.FontStyle.normal
    var weight = Formatting.FontWeight.normal
    var variant = Formatting.FontVariant.normal
    var decoration = Formatting.TextDecoration.none
    var align = Formatting.VerticalAlign.baseline
  }

  private mutating func walk(_ node: OutputNode, _ look: Look, stripsPeriods: Bool) {
    guard !node.isEmpty else { return }
    var node = node
    if let textCase = node.textCase {
      node.textCase = nil
      if textCase == .title {
        var pieces: [TitleCase.Piece] = []
        Flattener.collect(node, &pieces, keepsCase: false)
        var texts = TitleCase.applied(to: pieces, stopsAll: !hasStopWords)[...]
        walk(Flattener.replaced(node, &texts), look, stripsPeriods: stripsPeriods)
        return
      }
      var transform = CaseTransform(textCase, whole: node.rawText)
      var leaves = Flattener.leafCount(node)
      node = Flattener.cased(node, &transform, &leaves, keepsCase: false)
    }
    if let display = node.display { tokens.append(.openDisplay(display)) }
    if let link = node.link { tokens.append(.openLink(link)) }
    if node.quotes { tokens.append(.openQuote) }
    var inner = look
    let changes = Flattener.changes(node.formatting, &inner)
    for change in changes { tokens.append(.open(change)) }
    let strips = stripsPeriods || node.stripPeriods
    let field = marksFields && !isMarked ? node.field : nil
    if let field {
      tokens.append(.openField(field))
      isMarked = true
    }
    switch node.content {
    case .text(let text): append(strips ? text.filter { $0 != "." } : text, node.tag)
    case .children(let children):
      // A field with markup is several texts, but its quotation marks belong together.
      var isField = false
      if case .variable = node.tag, !isInsideField, curls {
        isField = !children.contains { $0.tag == .prefix || $0.tag == .suffix }
      }
      let start = tokens.count
      if isField { isInsideField = true }
      for child in children { walk(child, inner, stripsPeriods: strips) }
      if isField {
        isInsideField = false
        tokens.replaceSubrange(start..., with: QuotationMarks.curled(Array(tokens[start...]), quotes))
      }
    }
    if field != nil {
      tokens.append(.closeField)
      isMarked = false
    }
    for change in changes.reversed() { tokens.append(.close(change)) }
    if node.quotes { tokens.append(.closeQuote) }
    if node.link != nil { tokens.append(.closeLink) }
    if let display = node.display { tokens.append(.closeDisplay(display)) }
  }

  // MARK: Text

  private mutating func append(_ text: String, _ tag: OutputNode.Tag) {
    guard !text.isEmpty else { return }
    let isAffix = tag == .prefix || tag == .suffix || tag == .delimiter
    let text = isAffix ? text : NoBreakSpace.inserted(text)
    if tag == .value, text.utf8.count < 4, text.utf8.allSatisfy({ " .:;!?".utf8.contains($0) }) {
      tokens.append(.body(text))
      return
    }
    let isAddress = tag == .variable(.url) || tag == .variable(.doi)
    if !curls {
      tokens.append(.text(isAddress ? text : QuotationMarks.straightened(text)))
    } else if isAddress || isInsideField || isAffix {
      tokens.append(.text(text))
    } else {
      tokens.append(contentsOf: QuotationMarks.curled([.text(text)], quotes))
    }
  }

  // MARK: Case

  /// The texts of a node, in order.
  private static func collect(_ node: OutputNode, _ out: inout [TitleCase.Piece], keepsCase: Bool) {
    let keeps = keepsCase || node.keepsCase
    switch node.content {
    case .text(let text):
      if !text.isEmpty { out.append(TitleCase.Piece(text: Array(text.unicodeScalars), keepsCase: keeps)) }
    case .children(let children): for child in children { collect(child, &out, keepsCase: keeps) }
    }
  }

  /// The node with other texts in the places of its own.
  private static func replaced(_ node: OutputNode, _ texts: inout ArraySlice<String>) -> OutputNode {
    var out = node
    switch node.content {
    case .text(let text):
      if !text.isEmpty, let next = texts.popFirst() { out.content = .text(next) }
    case .children(let children):
      var list: [OutputNode] = []
      list.reserveCapacity(children.count)
      for child in children { list.append(replaced(child, &texts)) }
      out.content = .children(list)
    }
    return out
  }

  private static func leafCount(_ node: OutputNode) -> Int {
    switch node.content {
    case .text(let text): text.isEmpty ? 0 : 1
    case .children(let children): children.reduce(0) { $0 + leafCount($1) }
    }
  }

  private static func cased(
    _ node: OutputNode, _ transform: inout CaseTransform, _ leaves: inout Int, keepsCase: Bool
  ) -> OutputNode {
    var out = node
    let keeps = keepsCase || node.keepsCase
    switch node.content {
    case .text(let text):
      guard !text.isEmpty else { return node }
      leaves -= 1
      out.content = .text(transform.apply(text, keepsCase: keeps, isLast: leaves == 0))
    case .children(let children):
      var list: [OutputNode] = []
      for child in children { list.append(cased(child, &transform, &leaves, keepsCase: keeps)) }
      out.content = .children(list)
    }
    return out
  }

  // MARK: Look

  /// The changes that a node makes; italics inside italics turn upright, and so on (CSL 1.0.2 "HTML-like formatting").
  private static func changes(_ formatting: Formatting, _ look: inout Look) -> [FontChange] {
    guard !formatting.isEmpty else { return [] }
    var out: [FontChange] = []
    switch formatting.fontStyle {
    case .italic:
      out.append(look.style == .italic ? .uprightStyle : .italic)
      look.style = look.style == .italic ? .normal : .italic
    case .oblique:
      out.append(.oblique)
      look.style = .oblique
    case .normal:
      if look.style != .normal { out.append(.uprightStyle) }
      look.style = .normal
    case nil: break
    }
    switch formatting.fontVariant {
    case .smallCaps:
      out.append(look.variant == .smallCaps ? .normalVariant : .smallCaps)
      look.variant = look.variant == .smallCaps ? .normal : .smallCaps
    case .normal:
      if look.variant != .normal { out.append(.normalVariant) }
      look.variant = .normal
    case nil: break
    }
    switch formatting.fontWeight {
    case .bold:
      out.append(look.weight == .bold ? .normalWeight : .bold)
      look.weight = look.weight == .bold ? .normal : .bold
    case .light:
      out.append(.light)
      look.weight = .light
    case .normal:
      if look.weight != .normal { out.append(.normalWeight) }
      look.weight = .normal
    case nil: break
    }
    if formatting.textDecoration == .underline {
      out.append(.underline)
      look.decoration = .underline
    } else if let decoration = formatting.textDecoration, decoration == .none {
      if look.decoration != .none { out.append(.noDecoration) }
      look.decoration = .none
    }
    switch formatting.verticalAlign {
    case .sup:
      out.append(.superscript)
      look.align = .sup
    case .sub:
      out.append(.subscript)
      look.align = .sub
    case .baseline:
      if look.align != .baseline { out.append(.baseline) }
      look.align = .baseline
    case nil: break
    }
    // The outermost first.
    return out.reversed()
  }
}
