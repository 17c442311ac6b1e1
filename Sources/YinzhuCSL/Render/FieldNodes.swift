import YinzhuModel

extension OutputNode {
  /// The variable that the node prints with nothing around it; nil for a node whose affixes or labels stand inside,
  /// where a node further in is the field.
  var field: Variable? {
    switch tag {
    case .variable(let variable), .date(let variable): return hasOnlyValue ? variable : nil
    case .citationNumber: return hasOnlyValue ? .citationNumber : nil
    default: return names
    }
  }

  private var hasOnlyValue: Bool {
    guard case .children(let children) = content else { return true }
    // An element's formatting may be a node of its own around the field.
    if children.count == 1, children[0].tag == tag { return false }
    return children.allSatisfy {
      switch $0.tag {
      case .prefix, .suffix, .label: false
      default: true
      }
    }
  }

  /// The variable whose names stand in the node, one beside the other.
  private var names: Variable? {
    guard case .children(let children) = content else { return nil }
    for child in children {
      if case .name(let variable, _) = child.tag { return variable }
    }
    return nil
  }
}
