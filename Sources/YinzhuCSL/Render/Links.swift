import YinzhuModel

/// Identifiers that lead somewhere (CSL 1.0.2 appendix VI "Links").
enum Links {
  /// What stands before an identifier to make it an address; nil for variables that are none.
  private static func resolver(_ variable: Variable) -> String? {
    switch variable {
    case .url: ""
    case .doi: "https://doi.org/"
    case .pmid: "https://www.ncbi.nlm.nih.gov/pubmed/"
    case .pmcid: "https://www.ncbi.nlm.nih.gov/pmc/articles/"
    default: nil
    }
  }

  /// The tree with a link around each identifier that it prints.
  ///
  /// The part of a prefix that belongs to the address (`https://doi.org/`) is inside the link, other affixes are not.
  static func added(to node: OutputNode) -> OutputNode {
    guard case .children(var children) = node.content else { return linked(node) ?? node }
    if case .variable(let variable) = node.tag, resolver(variable) != nil {
      if let prefix = children.first, prefix.tag == .prefix, children.count > 1, let inner = linked(children[1]) {
        let (before, address) = split(prefix.rawText)
        if !address.isEmpty {
          var link = OutputNode(node.tag, children: [OutputNode(.plain, text: address), children[1]])
          link.link = inner.link
          children.replaceSubrange(0...1, with: before.isEmpty ? [link] : [OutputNode(.prefix, text: before), link])
          var out = node
          out.content = .children(children)
          return out
        }
      } else if children.allSatisfy({ $0.tag == .plain }), let inner = linked(node) {
        return inner
      }
    }
    for index in children.indices { children[index] = added(to: children[index]) }
    var out = node
    out.content = .children(children)
    return out
  }

  /// The node as a link; nil for one that is no identifier.
  private static func linked(_ node: OutputNode) -> OutputNode? {
    guard case .variable(let variable) = node.tag, let resolver = resolver(variable) else { return nil }
    let text = node.rawText
    guard !text.isEmpty else { return nil }
    let isAddress = text.hasPrefix("http://") || text.hasPrefix("https://")
    // A URL without a scheme, such as `www.example.org`, leads nowhere by itself.
    if variable == .url, !isAddress, !text.contains("://") { return nil }
    var out = node
    out.link = isAddress ? text : resolver + text
    return out
  }

  /// What stands in a prefix before an address that ends it, and that address.
  private static func split(_ prefix: String) -> (before: String, address: String) {
    for scheme in ["https://", "http://"] {
      if let start = prefix.firstRange(of: scheme) {
        return (String(prefix[..<start.lowerBound]), String(prefix[start.lowerBound...]))
      }
    }
    return (prefix, "")
  }
}
