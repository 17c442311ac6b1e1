import YinzhuText

/// `cs:group` (CSL 1.0.2 "Group").
extension Evaluator {
  /// The children with the delimiter between them; nothing when variables were called and all were empty. A group
  /// that prints something counts for the group around it as a variable with a value.
  mutating func group(_ children: [ElementIndex], delimiter: String) -> Result {
    let predecessor = hasPredecessor
    var out = Result()
    var nodes: [OutputNode] = []
    for child in children {
      let result = evaluate(child)
      out.note(result)
      if case .choose = style.elements[child.rawValue].kind {
        // The branch's elements are children of this group, each with the delimiter.
        nodes.append(contentsOf: result.nodes)
      } else if result.nodes.count == 1 {
        nodes.append(result.nodes[0])
      } else if !result.nodes.isEmpty {
        nodes.append(OutputNode(.plain, children: result.nodes))
      }
    }
    let filled = OutputNode.joined(nodes, delimiter: delimiter)
    guard !(out.called && !out.filled), !filled.isEmpty else {
      hasPredecessor = predecessor
      return out
    }
    out.nodes = [OutputNode(.group, children: filled)]
    out.called = true
    out.filled = true
    return out
  }
}
