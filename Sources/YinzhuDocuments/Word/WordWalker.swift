import YinzhuModel
import YinzhuText

/// What the walk of the body learns, and the walk of the notes needs.
struct WordState {
  var footnotes: WordCounter
  var endnotes: WordCounter
  var section = 0
}

/// Walks over the content of a Word part and writes its text: inserted text counts, deleted text does not; of a field
/// its result is text; text boxes follow the paragraph that holds them.
struct WordWalker {
  let tree: MarkupTree
  var assembly: TextAssembly
  var state: WordState
  /// Notes hold no markers of their own, and no sections.
  let isNote: Bool
  /// What the fields of Word's own citations call.
  let sources: WordSources
  private var fields: [WordField] = []
  private var boxes: [Int] = []
  /// A note reference whose own sign follows in the text of its run.
  private var custom: (key: String, isEndnote: Bool, start: Int)?
  /// Where the number of a note stood in its text: brackets around it belong to the label.
  private(set) var ownLabel: Int?

  init(tree: MarkupTree, assembly: TextAssembly, state: WordState, sources: WordSources, isNote: Bool) {
    self.sources = sources
    self.tree = tree
    self.assembly = assembly
    self.state = state
    self.isNote = isNote
  }

  // MARK: Blocks

  /// Content of a body, a cell, a text box or a note.
  mutating func blocks(_ node: MarkupTree.Node) {
    for index in node.children { block(index) }
  }

  private mutating func block(_ index: Int) {
    let node = tree[index]
    switch node.name {
    case "p": paragraph(node)
    case "sdt": if let content = tree.child(node, "sdtContent") { blocks(content) }
    case "tbl", "tr", "tc", "customXml", "ins", "moveTo", "txbxContent": blocks(node)
    case "mc:AlternateContent": if let choice = WordWalker.choice(node, tree) { blocks(choice) }
    default: break
    }
  }

  /// Of the two forms of a drawing or a text box the newer one; both hold the same text.
  static func choice(_ node: MarkupTree.Node, _ tree: MarkupTree) -> MarkupTree.Node? {
    tree.child(node, "mc:Choice") ?? tree.child(node, "mc:Fallback")
  }

  private mutating func paragraph(_ node: MarkupTree.Node) {
    let properties = tree.child(node, "pPr")
    if let before = properties.flatMap({ tree.child($0, "pageBreakBefore") }), WordWalker.isOn(before), !isNote {
      assembly.newPage()
    }
    inlines(node)
    // A field that only has a code can't end here; a damaged one must not swallow the rest.
    fields.removeAll { !$0.isInResult }
    custom = nil
    let mark = properties.flatMap { tree.child($0, "rPr") }
    let isMerged = mark.map { tree.child($0, "del") != nil } ?? false
    if !isMerged {
      let style = properties.flatMap { tree.child($0, "pStyle")?[attribute: "val"] }?.lowercased() ?? ""
      let isHeading =
        style.hasPrefix("heading") || style == "title" || properties.flatMap { tree.child($0, "outlineLvl") } != nil
      assembly.endBlock(isHeading ? .heading : .paragraph)
    }
    let waiting = boxes
    boxes = []
    for box in waiting { blocks(tree[box]) }
    if !isNote, let section = properties.flatMap({ tree.child($0, "sectPr") }) {
      state.section += 1
      if tree.child(section, "type")?[attribute: "val"] != "continuous" { assembly.newPage() }
    }
  }

  /// A switch is on unless its value says otherwise (17.17.4).
  static func isOn(_ node: MarkupTree.Node) -> Bool {
    !["0", "false", "off"].contains(node[attribute: "val"] ?? "")
  }

  // MARK: Inlines

  private mutating func inlines(_ node: MarkupTree.Node) {
    for index in node.children { inline(tree[index], index) }
  }

  private mutating func inline(_ node: MarkupTree.Node, _ index: Int) {
    switch node.name {
    case "r": run(node)
    case "del", "moveFrom", "pPr", "rPr": break
    case "fldSimple":
      let start = assembly.bytes.count
      inlines(node)
      closeField(code: node[attribute: "instr"] ?? "", start: start)
    case "sdt": control(node)
    case "mc:AlternateContent": if let choice = WordWalker.choice(node, tree) { inlines(choice) }
    case "m:t": text(tree.text(of: index))
    default: inlines(node)
    }
  }

  private mutating func run(_ node: MarkupTree.Node) {
    let properties = tree.child(node, "rPr")
    let isRaised = properties.flatMap { tree.child($0, "vertAlign")?[attribute: "val"] } == "superscript"
    for index in node.children { piece(tree[index], index, isRaised) }
    endCustomMark()
  }

  private mutating func piece(_ node: MarkupTree.Node, _ index: Int, _ isRaised: Bool) {
    switch node.name {
    case "t": text(tree.text(of: index), isRaised)
    case "tab", "ptab": text("\t")
    case "br", "cr":
      if node[attribute: "type"] == "page" {
        if !isNote { assembly.newPage() }
      } else if node[attribute: "type"] != "column" {
        text("\n")
      }
    case "lastRenderedPageBreak": if !isNote { assembly.newPage() }
    case "noBreakHyphen": text("-")
    case "sym": text(WordWalker.symbol(node), isRaised)
    case "fldChar": fieldCharacter(node)
    case "fldData": if let last = fields.indices.last { fields[last].data += tree.text(of: index) }
    case "instrText":
      if let last = fields.indices.last, !fields[last].isInResult { fields[last].code += tree.text(of: index) }
    case "footnoteReference": reference(node, isEndnote: false)
    case "endnoteReference": reference(node, isEndnote: true)
    case "footnoteRef", "endnoteRef": if ownLabel == nil { ownLabel = assembly.bytes.count }
    case "ruby": if let base = tree.child(node, "rubyBase") { inlines(base) }
    case "drawing", "pict", "object": findBoxes(node)
    case "mc:AlternateContent":
      if let choice = WordWalker.choice(node, tree) {
        for index in choice.children { piece(tree[index], index, isRaised) }
      }
    default: break
    }
  }

  private mutating func text(_ text: String, _ isRaised: Bool = false) {
    guard fields.allSatisfy(\.isInResult) else { return }
    assembly.append(text, superscript: isRaised)
  }

  private mutating func findBoxes(_ node: MarkupTree.Node) {
    for index in node.children {
      let child = tree[index]
      switch child.name {
      case "txbxContent": boxes.append(index)
      case "mc:AlternateContent": if let choice = WordWalker.choice(child, tree) { findBoxes(choice) }
      default: findBoxes(child)
      }
    }
  }

  /// A character by its code in a symbol font. Wingdings has ① to ⑩ and ❶ to ❿; others stay as they are.
  static func symbol(_ node: MarkupTree.Node) -> String {
    guard let code = node[attribute: "char"].flatMap({ UInt32($0, radix: 16) }) else { return "" }
    let isWingdings = node[attribute: "font"]?.lowercased() == "wingdings"
    let low = code & 0xFF
    let scalar: UInt32 =
      switch low {
      case 0x81...0x8A where isWingdings: 0x2460 + low - 0x81
      case 0x8C...0x95 where isWingdings: 0x2776 + low - 0x8C
      default: 0xF000...0xF0FF ~= code && (0x20..<0x7F).contains(low) && !isWingdings ? low : code
      }
    return Unicode.Scalar(scalar).map { String(Character($0)) } ?? ""
  }

  // MARK: Notes

  private mutating func reference(_ node: MarkupTree.Node, isEndnote: Bool) {
    guard !isNote, fields.allSatisfy(\.isInResult), let id = node[attribute: "id"] else { return }
    let key = (isEndnote ? "e" : "f") + id
    if let switched = node[attribute: "customMarkFollows"], !["0", "false", "off"].contains(switched) {
      custom = (key, isEndnote, assembly.bytes.count)
      return
    }
    let label =
      isEndnote
      ? state.endnotes.label(section: state.section, page: assembly.page)
      : state.footnotes.label(section: state.section, page: assembly.page)
    assembly.mark(key: key, label: label, superscript: true)
  }

  private mutating func endCustomMark() {
    guard let mark = custom, assembly.bytes.count > mark.start else { return }
    custom = nil
    let symbol = String(decoding: assembly.bytes[mark.start...], as: UTF8.self)
    let counter = mark.isEndnote ? state.endnotes : state.footnotes
    assembly.mark(key: mark.key, label: counter.custom(symbol, section: state.section), from: mark.start)
  }

  // MARK: Fields

  private mutating func fieldCharacter(_ node: MarkupTree.Node) {
    switch node[attribute: "fldCharType"] {
    case "begin":
      fields.append(WordField(start: assembly.bytes.count))
      if let data = tree.text(node, "fldData") { fields[fields.count - 1].data = data }
    case "separate":
      guard let last = fields.indices.last else { return }
      fields[last].isInResult = true
      fields[last].start = assembly.bytes.count
    case "end":
      guard let field = fields.popLast() else { return }
      // EndNote puts the data of a citation into a field without result inside its code.
      if let outer = fields.indices.last, !fields[outer].isInResult, EndNoteCitation.isCitation(field.code) {
        fields[outer].data = field.data
      }
      if field.isInResult { closeField(code: field.code, data: field.data, start: field.start) }
    default: break
    }
  }

  /// A content control; that of Mendeley Cite carries the record of its text.
  private mutating func control(_ node: MarkupTree.Node) {
    guard let content = tree.child(node, "sdtContent") else { return }
    let start = assembly.bytes.count
    inlines(content)
    let tag = tree.child(node, "sdtPr").flatMap { tree.child($0, "tag")?[attribute: "val"] } ?? ""
    guard tag.hasPrefix(WordCitationField.mendeleyTag), fields.allSatisfy(\.isInResult), start < assembly.bytes.count
    else { return }
    embed(from: start) { WordCitationField.read(tag: tag, text: $0, span: $1) }
  }

  private mutating func closeField(code: String, data: String = "", start: Int) {
    guard WordCitationField.carriesRecord(code), fields.allSatisfy(\.isInResult), start < assembly.bytes.count else {
      return
    }
    let sources = sources
    embed(from: start) {
      WordCitationField.read(code, data: data, sources: sources, text: $0, span: $1)
    }
  }

  /// Takes the record of the text from `start` on.
  private mutating func embed(from start: Int, read: (String, SourceSpan) -> EmbeddedCitation?) {
    let span = SourceSpan(start: start, end: assembly.bytes.count)
    let text = String(decoding: assembly.bytes[span.range], as: UTF8.self)
    if let citation = read(text, span) {
      assembly.embedded.append(citation)
    } else {
      assembly.diagnostics.append(
        Diagnostic(
          DocumentRules.embeddedUnreadable, "the record behind “\(text.prefix(24))” can't be read; its text is",
          span: span))
    }
  }
}

/// A field that is open: first its code, then its result.
private struct WordField {
  var code = ""
  var data = ""
  var isInResult = false
  var start: Int

  init(start: Int) { self.start = start }
}
