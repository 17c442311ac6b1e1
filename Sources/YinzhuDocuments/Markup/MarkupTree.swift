/// XML or HTML as an arena of elements and texts: what the readers of DOCX, HTML and EPUB walk over.
struct MarkupTree: Sendable {
  /// An element, or a text where `name` is empty.
  struct Node: Sendable {
    /// The name of an element; with a prefix (`mc:Choice`) where it is not of the main vocabulary.
    var name: String
    /// Attributes in order, named like elements.
    var attributes: [(name: String, value: String)] = []
    /// The characters of a text.
    var text = ""
    /// Elements and texts inside, in order.
    var children: [Int] = []
    /// The element that it is in; -1 for the root.
    var parent: Int

    /// The value of an attribute.
    subscript(attribute name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  /// Deeper elements hang on the deepest one that is kept, so that a walk never overflows the stack.
  static let maximumDepth = 200

  /// All nodes in document order.
  var nodes: [Node] = []

  /// The node at an index of `children`.
  subscript(index: Int) -> Node { nodes[index] }

  /// The first child element with a name.
  func child(_ node: Node, _ name: String) -> Node? {
    node.children.lazy.map { nodes[$0] }.first { $0.name == name }
  }

  /// The first element with a name in document order.
  func first(_ name: String) -> Int? { nodes.indices.first { nodes[$0].name == name } }

  /// All characters inside a node.
  func text(of index: Int) -> String {
    let node = nodes[index]
    if node.name.isEmpty { return node.text }
    return node.children.map { text(of: $0) }.joined()
  }
}
