import YinzhuModel
import YinzhuText

/// Writes the text of web pages: the body first, then each note behind its label.
struct WebWalker {
  let pages: WebPages
  let notes: WebNotes
  private var assembly = TextAssembly()
  private var tree: MarkupTree { pages.tree }
  /// The text of a note that begins at a target inside a shared block is collected on the way.
  private var shared: [Int: String] = [:]
  private var current: Int?
  private var pendingSpace = false
  private var pendingBreak = false

  private static let silent: Set<String> = [
    "head", "script", "style", "noscript", "template", "nav", "rt", "rp", "select", "textarea", "button", "svg",
    "iframe",
    "object",
  ]

  init(_ pages: WebPages) {
    self.pages = pages
    notes = WebNotes(pages)
  }

  mutating func document(name: String, id: SourceText.ID) -> Document {
    for root in pages.roots {
      node(root, isRaised: false)
      endBlock(.paragraph)
      current = nil
    }
    var order: [Int] = []
    for call in notes.calls.sorted(by: { $0.key < $1.key }).map(\.value) where !order.contains(call.target) {
      order.append(call.target)
    }
    for target in order {
      let label = notes.calls.values.first { $0.target == target }?.label
      var text = notes.containers[target].map { noteText($0) } ?? shared[target] ?? ""
      if let label { text = PrintedLabel.dropping(label, from: text) }
      guard !text.trimmed.isEmpty else { continue }
      assembly.note(key: "\(target)", label: label, evidence: "the link of the marker leads to the note") { assembly in
        assembly.append(text)
      }
    }
    return assembly.document(name: name, id: id, native: !notes.calls.isEmpty)
  }

  var isEmpty: Bool { !assembly.bytes.contains { $0 > 0x20 } }

  // MARK: Body

  private mutating func node(_ index: Int, isRaised: Bool) {
    let node = tree[index]
    if node.name.isEmpty {
      text(node.text, isRaised)
      return
    }
    if WebWalker.isSilent(node) { return }
    if notes.hidden.contains(index) {
      endBlock(.paragraph)
      return
    }
    if notes.targets.contains(index), notes.containers[index] == nil { current = index }
    if let call = notes.calls[index] {
      flushSpace()
      assembly.mark(key: "\(call.target)", label: call.label, superscript: true)
      return
    }
    if current != nil, node.name == "a", WebNotes.isBack(node, tree.text(of: index)) { return }
    if node.name == "br" {
      breakLine()
      return
    }
    let isBlock = WebNotes.blocks.contains(node.name)
    if isBlock { endBlock(.paragraph) }
    let raised = isRaised || node.name == "sup"
    for child in node.children { self.node(child, isRaised: raised) }
    if isBlock {
      let isHeading = node.name.count == 2 && node.name.first == "h" && node.name != "hr"
      endBlock(isHeading ? .heading : .paragraph)
    }
  }

  private static func isSilent(_ node: MarkupTree.Node) -> Bool {
    if silent.contains(node.name) || node[attribute: "hidden"] != nil { return true }
    let classes = node[attribute: "class"] ?? ""
    return ["mw-editsection", "mw-cite-backlink", "navbox", "mw-jump-link"].contains { classes.contains($0) }
  }

  private mutating func endBlock(_ kind: Document.Block.Kind) {
    (pendingSpace, pendingBreak) = (false, false)
    assembly.endBlock(kind)
  }

  private mutating func breakLine() {
    pendingSpace = false
    if current != nil { shared[current ?? 0, default: ""] += " " } else if assembly.isInBlock { assembly.append("\n") }
  }

  private mutating func flushSpace() {
    if pendingSpace, assembly.isInBlock { assembly.append(" ") }
    (pendingSpace, pendingBreak) = (false, false)
  }

  private mutating func text(_ text: String, _ isRaised: Bool) {
    if let current {
      shared[current, default: ""] += WebWalker.collapsed(text)
      return
    }
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if isSpace(bytes[index]) {
        pendingSpace = true
        pendingBreak = pendingBreak || bytes[index] == 0x0A
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, !isSpace(bytes[index]) { index += 1 }
      if pendingSpace, assembly.isInBlock, let last = assembly.bytes.last, last != 0x0A {
        // A line break of the file between Chinese characters is no space.
        if !(pendingBreak && last >= 0x80 && bytes[start] >= 0xE2) { assembly.append(" ") }
      }
      (pendingSpace, pendingBreak) = (false, false)
      assembly.append(String(decoding: bytes[start..<index], as: UTF8.self), superscript: isRaised)
    }
  }

  // MARK: Notes

  /// What a note's element says, without the links back.
  private func noteText(_ index: Int) -> String {
    var out = ""
    collect(index, &out)
    if tree[index].name == "dt" {
      let siblings = tree[index].parent >= 0 ? tree[tree[index].parent].children : []
      if let next = siblings.first(where: { $0 > index && tree[$0].name == "dd" }) { collect(next, &out) }
    }
    return WebWalker.collapsed(out).trimmed
  }

  private func collect(_ index: Int, _ out: inout String) {
    let node = tree[index]
    if node.name.isEmpty {
      out += node.text
      return
    }
    if WebWalker.isSilent(node) { return }
    if node.name == "a" {
      let text = tree.text(of: index)
      if WebNotes.isBack(node, text) { return }
    }
    let isBlock = WebNotes.blocks.contains(node.name) || node.name == "br"
    if isBlock { out += " " }
    for child in node.children { collect(child, &out) }
    if isBlock { out += " " }
  }

  /// Runs of white space as one space; none for a line break between Chinese characters.
  private static func collapsed(_ text: String) -> String {
    var out: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      guard bytes[index] <= 0x20 else {
        out.append(bytes[index])
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      let isBreak = bytes[start..<index].contains(0x0A)
      if isBreak, let last = out.last, last >= 0x80, index < bytes.count, bytes[index] >= 0xE2 { continue }
      if out.last != 0x20 { out.append(0x20) }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
