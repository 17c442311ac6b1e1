import YinzhuModel

/// The calls and notes of web pages: links whose text is a label, and what they lead to.
struct WebNotes {
  /// A link in the body.
  struct Call {
    var label: NoteLabel
    /// The element that the note's text is in or begins at.
    var target: Int
  }

  private(set) var calls: [Int: Call] = [:]
  /// Where notes begin; the body's walk leaves them out.
  private(set) var targets: Set<Int> = []
  /// The elements that hold nothing but one note, by its target.
  private(set) var containers: [Int: Int] = [:]
  /// Containers of notes, for the walk of the body.
  private(set) var hidden: Set<Int> = []

  static let blocks: Set<String> = [
    "p", "li", "div", "td", "th", "tr", "dd", "dt", "aside", "section", "article", "blockquote", "table", "ol", "ul",
    "dl",
    "body", "html", "main", "header", "footer", "figure", "figcaption", "pre", "h1", "h2", "h3", "h4", "h5", "h6",
    "center",
    "caption", "hr", "tbody", "details", "summary", "address",
  ]

  init(_ pages: WebPages) {
    let tree = pages.tree
    var found: [(link: Int, call: Call)] = []
    for index in tree.nodes.indices where tree[index].name == "a" {
      let node = tree[index]
      guard let link = node[attribute: "href"], let target = pages.target(of: link, at: index) else { continue }
      let text = tree.text(of: index)
      let isSaid = WebNotes.isReference(node)
      guard text.utf8.count <= 40, !WebNotes.isBack(node, text) else { continue }
      guard let label = PrintedLabel.read(text) ?? (isSaid ? WebNotes.unknown(text) : nil) else { continue }
      // A note stands behind its call; the link back from it leads the other way.
      guard isSaid || (target > index && WebNotes.looksRaised(index, tree, label)) else { continue }
      guard !WebNotes.isHeading(target, tree) else { continue }
      found.append((index, Call(label: label, target: target)))
    }
    targets = Set(found.map(\.call.target))
    for target in targets {
      if let container = container(of: target, tree) {
        containers[target] = container
        hidden.insert(container)
      }
    }
    for (link, call) in found where !isInside(link, tree) { calls[link] = call }
  }

  /// Whether a node is part of a note.
  private func isInside(_ index: Int, _ tree: MarkupTree) -> Bool {
    var at = index
    while at >= 0 {
      if hidden.contains(at) { return true }
      at = tree[at].parent
    }
    return false
  }

  /// The block that holds the target and no other note; nil where several notes share a block.
  private func container(of target: Int, _ tree: MarkupTree) -> Int? {
    var at = target
    while !WebNotes.blocks.contains(tree[at].name) {
      at = tree[at].parent
      if at < 0 { return nil }
    }
    // The term of a list is the label, the text is its definition; a cell's text is in its row.
    if ["td", "th"].contains(tree[at].name), tree[at].parent >= 0 { at = tree[at].parent }
    if at != target, ["body", "html", "article", "main"].contains(tree[at].name) { return nil }
    return holdsOther(at, target, tree) ? nil : at
  }

  private func holdsOther(_ index: Int, _ target: Int, _ tree: MarkupTree) -> Bool {
    tree[index].children.contains { child in
      (child != target && targets.contains(child)) || holdsOther(child, target, tree)
    }
  }

  private static func isReference(_ node: MarkupTree.Node) -> Bool {
    let type = node[attribute: "epub:type"] ?? node[attribute: "type"] ?? ""
    let classes = node[attribute: "class"] ?? ""
    return type.contains("noteref") || node[attribute: "role"] == "doc-noteref"
      || ["footnote-ref", "noteref", "footnoteRef", "fn-ref"].contains { classes.contains($0) }
  }

  /// Links back from a note to its call.
  static func isBack(_ node: MarkupTree.Node, _ text: String) -> Bool {
    let classes = node[attribute: "class"] ?? ""
    if node[attribute: "role"] == "doc-backlink" || (node[attribute: "epub:type"] ?? "").contains("backlink") {
      return true
    }
    if ["footnote-back", "backlink", "reversefootnote", "footnote-return"].contains(where: { classes.contains($0) }) {
      return true
    }
    let sign = text.filter { !$0.isWhitespace && $0 != "\u{FE0E}" && $0 != "\u{FE0F}" }
    return ["↩", "↑", "^", "⏎", "返回", "[返回]", "返回正文", "▲", "↵"].contains(sign)
  }

  private static func unknown(_ text: String) -> NoteLabel? {
    let symbol = text.trimmed
    return symbol.isEmpty ? nil : NoteLabel(number: nil, symbol: symbol, form: .superscript, restart: .document)
  }

  /// A bare number may lead anywhere; one that is raised leads to a note.
  private static func looksRaised(_ index: Int, _ tree: MarkupTree, _ label: NoteLabel) -> Bool {
    if label.form != .superscript { return true }
    let parent = tree[index].parent
    if parent >= 0, tree[parent].name == "sup" { return true }
    return tree[index].children.contains { tree[$0].name == "sup" }
  }

  private static func isHeading(_ index: Int, _ tree: MarkupTree) -> Bool {
    var at = index
    while at >= 0, !blocks.contains(tree[at].name) { at = tree[at].parent }
    return at >= 0 && tree[at].name.count == 2 && tree[at].name.first == "h" && tree[at].name != "hr"
  }
}
