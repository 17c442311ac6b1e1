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
    var formatter = NameListFormatter(
      options: isSorting ? sorting(options) : options, name: element.name, etAl: element.etAl, locale: locale,
      style: style.options, isSorting: isSorting, isSubsequent: cite.position != .first,
      language: reference.language, hasInstitution: element.hasInstitution)
    if options.form == .count {
      var count = 0
      for (_, list) in lists {
        distinguish(list, in: &formatter)
        count += formatter.shownCount(list)
      }
      printed.append(contentsOf: lists.map(\.variable))
      return Result(nodes: [OutputNode(.names(lists.map(\.variable)), text: String(count))], called: true, filled: true)
    }
    printed.append(contentsOf: lists.map(\.variable))
    // What stands in another's place is printed once.
    if substitutions > 0 { suppressed.formUnion(lists.map(\.variable)) }
    let jointLabel = element.label.map { locale.text("editortranslator", form: $0.form) } ?? "none"
    let joint = !jointLabel.isEmpty && jointEditorTranslator(lists)
    if joint { lists = [lists[0]] }
    var nodes: [OutputNode] = []
    for (variable, list) in lists {
      distinguish(list, in: &formatter)
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

  /// Gives the formatter what disambiguation found for the next list of the cite, and notes what it prints.
  private mutating func distinguish(_ list: NameList, in formatter: inout NameListFormatter) {
    guard !isSorting else { return }
    // Nothing to tell apart, and nobody asks what was printed.
    if cite.distinction == nil, cite.givenNames == nil, !cite.isAmbiguityCheck { return }
    let place = recorded.shown.count
    let asked = cite.distinction
    formatter.isAmbiguityCheck = cite.isAmbiguityCheck
    formatter.distinctCount = asked.flatMap { place < $0.shown.count ? $0.shown[place] : nil }
    let least = formatter.leastGiven
    let hasInitials = formatter.options.initializeWith != nil
    var givens: [Distinction.Given] = []
    for (index, name) in list.names.enumerated() {
      let ask = asked.flatMap {
        place < $0.givens.count && index < $0.givens[place].count ? $0.givens[place][index] : nil
      }
      var level =
        cite.givenNames?.level(
          name, at: index, least: least, hasInitials: hasInitials, asked: ask,
          keepsHyphen: style.options.initializeWithHyphen) ?? least
      if level == .initials, !hasInitials { level = .full }
      givens.append(level)
    }
    formatter.givens = givens
    let count = formatter.shownCount(list)
    recorded.shown.append(count)
    recorded.givens.append(Array(givens.prefix(count)))
    recordedNames.append(list)
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
      substitutions += 1
      let result = evaluate(child)
      substitutions -= 1
      guard !result.isEmpty else {
        // A term substitutes even where the locale leaves it empty (citeproc-js).
        if case .text(.term) = style.elements[child.rawValue].kind { return Result() }
        continue
      }
      suppressed.formUnion(printed[mark...])
      let names = OutputNode(.plain, children: result.nodes)
      // A field in the place of names is one for `subsequent-author-substitute`; a term isn't (citeproc-js).
      let isNames = names.contains(\.isNames)
      let isField = names.contains(\.isVariable)
      return Result(
        nodes: isNames || !isField ? result.nodes : [OutputNode(.names([]), children: result.nodes)], called: true,
        filled: true)
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
