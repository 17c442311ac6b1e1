import YinzhuModel

/// Marks where each variable is printed, for labelled text: the tags of the tree become characters of private use
/// around the text, which the passes over punctuation treat as links, that is as nothing.
package enum FieldMarks {
  /// Before the name of a variable, between it and its text, and behind the text.
  package static let open: Unicode.Scalar = "\u{F8F0}"
  package static let middle: Unicode.Scalar = "\u{F8F1}"
  package static let close: Unicode.Scalar = "\u{F8F2}"

  /// The tree with a link around each variable.
  static func added(to node: OutputNode) -> OutputNode {
    var out = node
    if case .children(let children) = node.content { out.content = .children(children.map(added)) }
    if let name = name(node.tag), !node.isEmpty { out.link = name }
    return out
  }

  private static func name(_ tag: OutputNode.Tag) -> String? {
    switch tag {
    case .variable(let variable), .date(let variable), .label(let variable?): variable.rawValue
    case .names(let variables): variables.first?.rawValue
    case .name(let variable, _): variable.rawValue
    case .citationNumber: "citation-number"
    default: nil
    }
  }
}

/// Plain text with the marks of fields.
struct FieldMarkWriter: TokenWriter {
  private var text = TextWriter()

  mutating func write(_ text: String) { self.text.write(text) }
  mutating func open(_ change: FontChange) {}
  mutating func close(_ change: FontChange) {}
  mutating func open(_ display: Display) { text.open(display) }
  mutating func close(_ display: Display) { text.close(display) }

  mutating func openLink(_ address: String) {
    text.write(String(FieldMarks.open) + address + String(FieldMarks.middle))
  }

  mutating func closeLink() { text.write(String(FieldMarks.close)) }
  mutating func finish() -> String { text.finish() }
}
