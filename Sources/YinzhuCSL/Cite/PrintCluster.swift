import YinzhuModel
import YinzhuText

extension Processor {
  /// What a cluster's text depends on, besides the style and the records.
  struct ClusterInput: Hashable, Sendable {
    var cluster: Cluster
    var placed: [PlacedCite]
    var numbers: [Int]
    var distinctions: [Distinction]
    /// The note of each reference's first cite, where a later one points to it.
    var firstNotes: [Int]
    /// Whether each reference is cited again, for styles that tell only those apart.
    var isCitedAgain: [Bool]

    /// Whether the text made of an earlier input still holds. A first note that nothing pointed to before says
    /// nothing new.
    func isServed(by earlier: ClusterInput?) -> Bool {
      guard var earlier, earlier.firstNotes.count == firstNotes.count else { return false }
      earlier.firstNotes = zip(earlier.firstNotes, firstNotes).map { $0 == 0 ? $1 : $0 }
      return earlier == self
    }
  }

  /// The text of a cluster whose cites stand in the order of printing.
  func print(_ cluster: Cluster, _ placed: [PlacedCite], _ registry: Registry, format: OutputFormat) -> String {
    switch cluster.mode {
    case .normal: return normal(cluster, placed, registry, format)
    case .authorOnly: return write(authors(cluster, placed, registry), locale, format)
    case .suppressAuthor: return normal(cluster.withoutAuthor, placed, registry, format)
    case .composite:
      let names = write(authors(cluster, placed, registry), locale, format)
      let parts = [names, cluster.infix ?? "", normal(cluster.withoutAuthor, placed, registry, format)]
      return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  private func normal(
    _ cluster: Cluster, _ placed: [PlacedCite], _ registry: Registry, _ format: OutputFormat
  ) -> String {
    whole(cluster, placed, registry).map { write($0.tree, $0.locale, format) } ?? ""
  }

  /// The tree of a cluster printed as the style says; nil for one without cites.
  func whole(
    _ cluster: Cluster, _ placed: [PlacedCite], _ registry: Registry
  ) -> (tree: OutputNode, locale: Locale)? {
    var cites = printed(cluster, placed, registry)
    guard let first = cites.first, let last = cites.last else { return nil }
    let collapse = Collapse(
      options: style.citation.options, isInText: style.class == .inText, isNumeric: style.use.citationNumber,
      rangeDelimiter: rangeDelimiter, mainDelimiter: style.citation.mainLayout?.delimiter ?? "")
    let delimiters = collapse.delimiters(&cites)
    var children: [OutputNode] = []
    for (index, cite) in cites.enumerated() {
      guard index < delimiters.count, let delimiter = delimiters[index] else { continue }
      var node = affixed(cite)
      if node.isEmpty {
        guard cite.cite.part == .whole, cite.hasNoForm else { continue }
        node = OutputNode(.value, text: PrintedForm.none)
      }
      if !children.isEmpty {
        let mended = mended(delimiter, between: cites[index - 1].cite, and: cite.cite)
        if !mended.isEmpty { children.append(OutputNode(.delimiter, text: mended)) }
      }
      children.append(node)
    }
    let joined = OutputNode(.layout, children: children)
    if cites.count == 1, cluster.cites[0].part == .authorOnly { return (joined, first.locale) }
    // The main layout opens a cluster; the last cite's closes it, where it says how.
    var decoration = (style.citation.mainLayout ?? first.layout).decoration
    if !last.layout.decoration.suffix.isEmpty { decoration.suffix = last.layout.decoration.suffix }
    return (Processor.laidOut(joined, decoration), first.locale)
  }

  private var rangeDelimiter: String {
    let term = locale.text("citation-range-delimiter")
    return term.isEmpty ? "–" : term
  }

  private func printed(_ cluster: Cluster, _ placed: [PlacedCite], _ registry: Registry) -> [PrintedCite] {
    var out: [PrintedCite] = []
    for (index, cite) in cluster.cites.enumerated() {
      guard let place = registry.index[cite.reference], index < placed.count else { continue }
      var context = registry.cite(place)
      context.locator = cite.locator
      context.position = placed[index].position
      context.isNearNote = placed[index].isNear
      context.firstNoteNumber = placed[index].firstNote
      context.continuesSentence = Affix.continuesSentence(cite.prefix, isFirst: out.isEmpty)
      let rendered = render(registry.references[place], context, style.citation, .citation)
      var printed = PrintedCite(cite: cite, tree: rendered.tree, layout: rendered.layout, locale: rendered.locale)
      printed.names = rendered.tree.first(\.isNames)?.rawText
      printed.year = rendered.tree.first { $0 == .year }?.rawText
      printed.yearSuffix = registry.distinctions[place].yearSuffix
      printed.number = registry.numbers[place]
      printed.hasNoForm = rendered.tree.isEmpty
      printed.printsField = rendered.callsField
      switch cite.part {
      case .whole: break
      case .authorOnly: printed.tree = authorsOnly(rendered.tree)
      case .suppressAuthor:
        _ = printed.tree.removeFirst(\.isNames)
      }
      out.append(printed)
    }
    return out
  }

  // MARK: Names alone

  private func authors(_ cluster: Cluster, _ placed: [PlacedCite], _ registry: Registry) -> OutputNode {
    guard let first = cluster.cites.first else { return OutputNode(.layout, children: []) }
    var only = cluster
    only.cites = [first]
    only.cites[0].part = .authorOnly
    only.cites[0].prefix = nil
    only.cites[0].suffix = nil
    if let part = style.intext, let place = registry.index[first.reference] {
      let rendered = render(registry.references[place], registry.cite(place), part, .citation)
      return Processor.laidOut(rendered.tree, rendered.layout.decoration)
    }
    let cites = printed(only, Array(placed.prefix(1)), registry)
    return cites.first?.tree ?? OutputNode(.layout, children: [])
  }

  /// The names that open a cite. A numeric style has none to show, which is said.
  private func authorsOnly(_ tree: OutputNode) -> OutputNode {
    tree.first(\.isNames)
      ?? OutputNode(.layout, children: [OutputNode(.value, text: PrintedForm.noNames)])
  }

  // MARK: Affixes

  private func affixed(_ cite: PrintedCite) -> OutputNode {
    var nodes = [cite.tree]
    let prefix = Affix.prefix(cite.cite.prefix ?? "")
    if !prefix.isEmpty { nodes.insert(OutputNode(.plain, markup: prefix), at: 0) }
    let suffix = Affix.suffix(cite.cite.suffix ?? "")
    if !suffix.isEmpty { nodes.append(OutputNode(.plain, markup: suffix)) }
    return OutputNode(.cite(0), children: nodes)
  }

  /// A delimiter gives way to the punctuation of an author's own affixes.
  private func mended(_ delimiter: String, between before: Cite, and cite: Cite) -> String {
    let suffix = before.suffix ?? ""
    if let last = suffix.last, last == "." || last == "," {
      return delimiter.firstIndex(of: " ").map { String(delimiter[$0...]) } ?? ""
    }
    if suffix.isEmpty, let first = cite.prefix?.first, first == "." || first == "," { return "" }
    return delimiter
  }
}

extension Cluster {
  /// The cluster without the names of its first cite.
  fileprivate var withoutAuthor: Cluster {
    var out = self
    if !out.cites.isEmpty { out.cites[0].part = .suppressAuthor }
    return out
  }
}
