import YinzhuModel
import YinzhuText

/// `cs:names` (CSL 1.0.2 "Names").
extension Evaluator {
  mutating func evaluate(_ element: Element.Names) -> Result {
    var element = element
    if let outer = outerNames, element.name == nil, element.etAl == nil, element.label == nil,
      !element.hasSubstitute
    {
      // Inside cs:substitute a bare cs:names takes over what the outer one says.
      let variables = element.variables
      element = outer
      element.variables = variables
      element.substitute = []
    }
    var lists: [(variable: Variable, list: NameList)] = []
    for variable in element.variables where !suppressed.contains(variable) {
      if let list = reference[variable]?.names, !list.names.isEmpty { lists.append((variable, list)) }
    }
    if lists.isEmpty { return substitute(element) }

    let options = (element.name?.options ?? NameOptions()).filled(from: element.options).filled(from: names)
    let formatter = NameListFormatter(
      options: isSorting ? sorting(options) : options, name: element.name, etAl: element.etAl, locale: locale,
      style: style.options, isSorting: isSorting, isSubsequent: cite.position != .first)
    if options.form == .count {
      let count = lists.reduce(0) { $0 + formatter.shownCount($1.list) }
      printed.append(contentsOf: lists.map(\.variable))
      return Result(nodes: [OutputNode(.names(lists.map(\.variable)), text: String(count))], called: true, filled: true)
    }
    printed.append(contentsOf: lists.map(\.variable))
    let jointLabel = element.label.map { locale.text("editortranslator", form: $0.form) } ?? "none"
    let joint = !jointLabel.isEmpty && jointEditorTranslator(lists)
    if joint { lists = [lists[0]] }
    var nodes: [OutputNode] = []
    for (variable, list) in lists {
      var node = formatter.format(list, of: variable)
      if let label = element.label, !isSorting {
        let term = joint ? "editortranslator" : variable.rawValue
        if let label = self.label(label, element.labelDecoration, term, variable, count: list.names.count) {
          node = OutputNode(.plain, children: element.labelFirst ? [label, node] : [node, label])
        }
      }
      nodes.append(node)
    }
    let delimiter = element.delimiter ?? element.options.namesDelimiter ?? names.namesDelimiter ?? ""
    let out = OutputNode(.names(lists.map(\.variable)), children: OutputNode.joined(nodes, delimiter: delimiter))
    return Result(nodes: [out], called: true, filled: true)
  }

  private func sorting(_ options: NameOptions) -> NameOptions {
    var out = sortNames.filled(from: options)
    out.nameAsSortOrder = .all
    return out
  }

  /// The first element of `cs:substitute` that prints something; its variables are silent in the rest.
  private mutating func substitute(_ element: Element.Names) -> Result {
    let outer = outerNames
    if outerNames == nil || element.hasSubstitute { outerNames = element }
    defer { outerNames = outer }
    for child in element.substitute {
      let mark = printed.count
      let result = evaluate(child)
      guard !result.isEmpty else { continue }
      suppressed.formUnion(printed[mark...])
      return Result(nodes: result.nodes, called: true, filled: true)
    }
    return Result(called: true)
  }

  /// Editors who are also the translators are printed once, with one label (CSL 1.0.2 "Names").
  private func jointEditorTranslator(_ lists: [(variable: Variable, list: NameList)]) -> Bool {
    guard lists.count == 2, Set(lists.map(\.variable)) == [.editor, .translator] else { return false }
    func key(_ name: Name) -> [String?] { [name.family, name.given, name.literal] }
    return lists[0].list.names.map(key) == lists[1].list.names.map(key)
  }

  private func label(
    _ label: Element.Label, _ decoration: Decoration, _ term: String, _ variable: Variable, count: Int
  ) -> OutputNode? {
    let plural =
      switch label.plural {
      case .always: true
      case .never: false
      case .contextual: count > 1
      }
    let text = locale.text(term, form: label.form, plural: plural)
    guard !text.isEmpty else { return nil }
    return OutputNode(.label(variable), text: text).decorated(decoration)
  }
}
