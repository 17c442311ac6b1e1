import YinzhuModel

/// What evaluation makes: a tree whose nodes say what made them, so that later passes (disambiguation, collapsing,
/// links, author substitution) walk over tags and never operate on strings.
package struct OutputNode: Sendable, Hashable {
  /// What made a node.
  package enum Tag: Sendable, Hashable {
    /// No pass asks for it.
    case plain
    case variable(Variable)
    case date(Variable)
    case term(String)
    case value
    case prefix
    case suffix
    case delimiter
    case label(Variable?)
    case macro(MacroIndex)
    case group
    /// All names of a `cs:names`.
    case names([Variable])
    /// One name of a variable, by its index.
    case name(Variable, Int)
    /// The year of a date.
    case year
    case familyName
    case givenName
    case etAl
    /// Where a year suffix goes: after the first year of a cite that has none.
    case yearSuffix
    case citationNumber
    /// One cite of a cluster, by its index.
    case cite(Int)
    case layout
  }

  package enum Content: Sendable, Hashable {
    case text(String)
    case children([OutputNode])
  }

  package var tag: Tag
  package var content: Content
  package var formatting = Formatting()
  package var display: Display?
  package var textCase: TextCase?
  package var quotes = false
  package var stripPeriods = false
  /// Text of the record marked so that changes of case leave it alone.
  package var keepsCase = false
  /// The address that the text leads to.
  package var link: String?

  package init(_ tag: Tag, text: String) {
    self.tag = tag
    content = .text(text)
  }

  package init(_ tag: Tag, children: [OutputNode]) {
    self.tag = tag
    content = .children(children)
  }

  /// Whether no character would be printed.
  package var isEmpty: Bool {
    switch content {
    case .text(let text): text.isEmpty
    case .children(let children): children.allSatisfy(\.isEmpty)
    }
  }

  /// The text as it stands in the tree, before punctuation, quotes and case.
  package var rawText: String {
    switch content {
    case .text(let text): text
    case .children(let children): children.map(\.rawText).joined()
    }
  }

  /// A node around text that may hold the markup of CSL-JSON.
  package init(_ tag: Tag, markup: String) {
    if markup.utf8.contains(0x3C) {
      self.init(tag, rich: RichText(markup: markup))
    } else {
      self.init(tag, text: markup)
    }
  }

  /// A node around text with markup of a record.
  package init(_ tag: Tag, rich: RichText) {
    if case .text(let only)? = rich.inlines.first, rich.inlines.count == 1 {
      self.init(tag, text: only)
    } else {
      self.init(tag, children: rich.inlines.map(OutputNode.inline))
    }
  }

  private static func inline(_ inline: RichText.Inline) -> OutputNode {
    switch inline {
    case .text(let text): return OutputNode(.plain, text: text)
    case .styled(let style, let inner):
      var node = OutputNode(.plain, children: inner.map(OutputNode.inline))
      switch style {
      case .italic: node.formatting.fontStyle = .italic
      case .bold: node.formatting.fontWeight = .bold
      case .superscript:
        node.formatting.verticalAlign = .sup
        node.keepsCase = true
      case .subscript:
        node.formatting.verticalAlign = .sub
        node.keepsCase = true
      case .smallCaps:
        node.formatting.fontVariant = .smallCaps
        node.keepsCase = true
      case .nocase: node.keepsCase = true
      case .nodecor:
        node.keepsCase = true
        node.formatting.fontStyle = .normal
        node.formatting.fontVariant = .normal
        node.formatting.fontWeight = .normal
        node.formatting.textDecoration = Formatting.TextDecoration.none
        node.formatting.verticalAlign = .baseline
      }
      return node
    }
  }

  /// The node with an element's formatting, and its affixes outside of that; nil stays nil.
  ///
  /// Affixes are outside of formatting, quotes and text-case (CSL 1.0.2 "Affixes"), except on `cs:layout`.
  package func decorated(_ decoration: Decoration) -> OutputNode {
    var inner = self
    if !decoration.formatting.isEmpty || decoration.quotes || decoration.textCase != nil || decoration.stripPeriods {
      if !inner.formatting.isEmpty || inner.quotes || inner.textCase != nil {
        inner = OutputNode(inner.tag, children: [inner])
      }
      inner.formatting = decoration.formatting
      inner.quotes = decoration.quotes
      inner.textCase = decoration.textCase
      inner.stripPeriods = decoration.stripPeriods
    }
    var parts: [OutputNode] = []
    if !decoration.prefix.isEmpty { parts.append(OutputNode(.prefix, text: decoration.prefix)) }
    parts.append(inner)
    if !decoration.suffix.isEmpty { parts.append(OutputNode(.suffix, text: decoration.suffix)) }
    var out = parts.count == 1 ? inner : OutputNode(tag, children: parts)
    if let display = decoration.display { out.display = display }
    return out
  }

  /// Nodes with a delimiter between those that print something.
  package static func joined(_ nodes: [OutputNode], delimiter: String) -> [OutputNode] {
    let filled = nodes.filter { !$0.isEmpty }
    guard !delimiter.isEmpty, filled.count > 1 else { return filled }
    var out: [OutputNode] = []
    for node in filled {
      if !out.isEmpty { out.append(OutputNode(.delimiter, text: delimiter)) }
      out.append(node)
    }
    return out
  }
}
