import YinzhuModel

/// One cite of a cluster, rendered, while the cluster is put together.
struct PrintedCite {
  var cite: Cite
  var tree: OutputNode
  var layout: Style.Layout
  var locale: Locale
  /// The names that open the cite, as printed.
  var names: String?
  /// The first year, without suffix.
  var year: String?
  /// The letter behind the year, counted from 0.
  var yearSuffix: Int?
  var number: Int?
  /// Whether the style asked for a text besides names, date, number and locator.
  var printsField = false
  /// Whether the style prints nothing of the record.
  var hasNoForm = false
  /// Whether names or year are left out, because the cite before has the same.
  var isCollapsed = false
  /// Whether nothing but the suffix of the year is printed.
  var isSuffixOnly = false
  /// Whether the names are those of the cite before.
  var hasSameNames = false

  /// Whether the cite prints its number and affixes only, so that it may be part of a range.
  var isBareNumber: Bool {
    number != nil && isWithoutLocatorAndAffixes && tree.printsOnly { $0 == .citationNumber }
  }

  /// The same for the letter behind the year.
  var isBareSuffix: Bool {
    yearSuffix != nil && isSuffixOnly && isWithoutLocatorAndAffixes
  }

  private var isWithoutLocatorAndAffixes: Bool {
    cite.locator == nil && (cite.prefix ?? "").isEmpty && (cite.suffix ?? "").isEmpty
  }
}

extension OutputNode.Tag {
  /// Whether all names of a `cs:names` stand under it.
  var isNames: Bool { if case .names = self { true } else { false } }

  /// Whether a variable of the record stands under it.
  var isVariable: Bool { if case .variable = self { true } else { false } }
}

extension OutputNode {
  /// Whether all text stands under tags that `accepts`, affixes aside.
  func printsOnly(_ accepts: (Tag) -> Bool) -> Bool {
    switch tag {
    case .prefix, .suffix: return true
    default: if accepts(tag) { return true }
    }
    switch content {
    case .text(let text): return text.isEmpty
    case .children(let children): return children.allSatisfy { $0.printsOnly(accepts) }
    }
  }

  /// Whether a node with text has such a tag.
  func contains(_ wanted: (Tag) -> Bool) -> Bool {
    if wanted(tag), !isEmpty { return true }
    guard case .children(let children) = content else { return false }
    return children.contains { $0.contains(wanted) }
  }

  /// The first node with text and such a tag.
  func first(_ wanted: (Tag) -> Bool) -> OutputNode? {
    if wanted(tag), !isEmpty { return self }
    guard case .children(let children) = content else { return nil }
    for child in children {
      if let found = child.first(wanted) { return found }
    }
    return nil
  }

  /// Takes out the first node with such a tag, the delimiter beside it, and affixes left with nothing between them.
  mutating func removeFirst(_ wanted: (Tag) -> Bool) -> Bool {
    if wanted(tag), !isEmpty {
      content = .children([])
      return true
    }
    guard case .children(var children) = content else { return false }
    for index in children.indices {
      guard children[index].removeFirst(wanted) else { continue }
      if children[index].isEmpty {
        if index + 1 < children.count, case .delimiter = children[index + 1].tag {
          children.remove(at: index + 1)
        } else if index > 0, case .delimiter = children[index - 1].tag {
          children.remove(at: index - 1)
        }
      }
      content = .children(children.allSatisfy(\.isAffix) ? [] : children)
      return true
    }
    return false
  }

  private var isAffix: Bool {
    switch tag {
    case .prefix, .suffix: true
    default: isEmpty
    }
  }
}
