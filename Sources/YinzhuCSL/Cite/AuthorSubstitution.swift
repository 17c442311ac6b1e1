/// `subsequent-author-substitute`: names that an entry shares with the one before it (CSL 1.0.2 "Reference Grouping").
struct AuthorSubstitution {
  private let substitute: String?
  private let rule: Style.PartOptions.SubstituteRule
  /// The names of the entry before, each as printed.
  private var previous: [String] = []

  init(_ options: Style.PartOptions) {
    substitute = options.subsequentAuthorSubstitute
    rule = options.subsequentAuthorSubstituteRule
  }

  /// Whether the style asks for it.
  var isNeeded: Bool { substitute != nil }

  /// Replaces in one entry what it shares, and remembers it for the next.
  mutating func apply(to tree: inout OutputNode) {
    guard let substitute else { return }
    var names: [String] = []
    let previous = previous
    _ = tree.editFirstNames { node in
      names = node.personNames
      if names.isEmpty {
        // Another field in the place of names.
        names = [node.rawText]
        if names == previous { node.content = .text(substitute) }
        return
      }
      switch rule {
      case .completeAll:
        if names == previous { node.replaceNames(with: substitute) }
      case .completeEach:
        if names == previous { node.replaceEachName(names.count, with: substitute) }
      case .partialEach:
        let same = zip(names, previous).prefix { $0 == $1 }.count
        node.replaceEachName(same, with: substitute)
      case .partialFirst:
        if let first = names.first, first == previous.first { node.replaceEachName(1, with: substitute) }
      }
    }
    self.previous = names
  }
}

extension OutputNode {
  /// Lets `edit` change the first node with names; false when there is none.
  mutating func editFirstNames(_ edit: (inout OutputNode) -> Void) -> Bool {
    // A decorated node of names has the bare one inside.
    if case .children(var children) = content {
      for index in children.indices where children[index].editFirstNames(edit) {
        content = .children(children)
        return true
      }
    }
    guard case .names = tag, !isEmpty else { return false }
    edit(&self)
    return true
  }

  /// Each name as printed, in order.
  var personNames: [String] {
    if case .name = tag { return [rawText] }
    guard case .children(let children) = content else { return [] }
    return children.flatMap(\.personNames)
  }

  /// Puts a text in the place of all names, et al. and delimiters included; labels stay.
  mutating func replaceNames(with text: String) {
    guard case .children(let children) = content else { return }
    var out: [OutputNode] = []
    var isDone = false
    for child in children {
      if child.hasLabel, !child.personNames.isEmpty {
        var inner = child
        inner.replaceNames(with: text)
        out.append(inner)
      } else if case .label = child.tag {
        out.append(child)
      } else if !isDone {
        out.append(OutputNode(.plain, text: text))
      }
      isDone = true
    }
    content = .children(out)
  }

  /// Puts a text in the place of each of the first names.
  mutating func replaceEachName(_ count: Int, with text: String) {
    var rest = count
    replaceEachName(&rest, text)
  }

  private mutating func replaceEachName(_ rest: inout Int, _ text: String) {
    guard rest > 0 else { return }
    if case .name = tag {
      rest -= 1
      content = .text(text)
      return
    }
    guard case .children(var children) = content else { return }
    for index in children.indices { children[index].replaceEachName(&rest, text) }
    content = .children(children)
  }

  private var hasLabel: Bool {
    if case .label = tag { return true }
    guard case .children(let children) = content else { return false }
    return children.contains(where: \.hasLabel)
  }
}
