import YinzhuModel
import YinzhuText

/// Reads and compiles CSL styles.
public enum StyleReader {
  /// Compiles a style in UTF-8.
  ///
  /// What CSL doesn't know (elements, attributes, values, variables, terms) gives warnings and is left out; spans are
  /// bytes of the file.
  ///
  /// - Parameter name: what messages call the file.
  /// - Throws: `StyleError` with every fault that makes the style unusable.
  public static func read(
    _ bytes: [UInt8], name: String
  ) throws(StyleError) -> (style: Style, warnings: [Diagnostic]) {
    let source = SourceText(name: name, bytes: bytes)
    let tree: XMLTree
    do { tree = try XMLTree.parse(bytes) } catch { throw StyleError(source: source, xml: error) }
    var compiler = StyleCompiler(tree: tree)
    let style = compiler.compile()
    guard let style, compiler.errors.isEmpty else { throw StyleError(source: source, diagnostics: compiler.errors) }
    return (style, compiler.elements.attributes.warnings.sorted { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) })
  }
}

/// Compiles one style; faults are collected, so that all are reported.
private struct StyleCompiler {
  let tree: XMLTree
  var elements: ElementCompiler
  var errors: [Diagnostic] { elements.errors }

  init(tree: XMLTree) {
    self.tree = tree
    elements = ElementCompiler(tree: tree)
  }

  mutating func compile() -> Style? {
    guard let root = tree.root, root.name == "style" else {
      elements.fail(
        CSLRules.structure, "This is no CSL style: the root element is <\(tree.root?.name ?? "")>.",
        .init(start: 0, end: 0))
      return nil
    }
    elements.attributes.check(root)
    let children = tree.children(of: root)
    guard let citation = children.first(where: { $0.name == "citation" }) else {
      let parent = isDependent(children)
      elements.fail(
        CSLRules.structure,
        parent == nil
          ? "The style has no <citation>." : "The style only points to “\(parent ?? "")”; take that one.", root.span)
      return nil
    }
    for macro in children where macro.name == "macro" { elements.declare(macro: macro) }
    for macro in children where macro.name == "macro" { elements.compile(macro: macro) }
    var options = options(root)
    let info = info(children, &options)
    var style = Style(
      info: info, class: elements.attributes.value(root, "class", Style.Class.self) ?? .inText,
      defaultLocale: root[attribute: "default-locale"], sortLocale: root[attribute: "default-locale-sort"],
      options: options, elements: [], macros: [], citation: part(citation), bibliography: nil, locales: [])
    if let bibliography = children.first(where: { $0.name == "bibliography" }) {
      style.bibliography = part(bibliography)
    }
    if let intext = children.first(where: { $0.name == "intext" }) { style.intext = part(intext) }
    for child in children {
      switch child.name {
      case "locale": style.locales.append(LocaleReader.locale(child, in: tree, &elements.attributes))
      case "info", "macro", "citation", "bibliography", "intext": continue
      default: elements.attributes.unknownElement(child)
      }
    }
    style.elements = elements.elements
    style.macros = elements.macros
    style.use = Style.use(style)
    for index in style.citation.sort.indices {
      style.citation.sort[index].isDate = style.isDate(style.citation.sort[index].source)
    }
    elements.checkTerms(defined: style.locales)
    MacroCheck.check(style, &elements)
    return style
  }

  private func isDependent(_ children: [XMLTree.Element]) -> String? {
    guard let info = children.first(where: { $0.name == "info" }) else { return nil }
    return tree.children(of: info).first { $0[attribute: "rel"] == "independent-parent" }?[attribute: "href"]
  }

  private mutating func info(_ children: [XMLTree.Element], _ options: inout Style.Options) -> Style.Info {
    guard let info = children.first(where: { $0.name == "info" }) else { return Style.Info(id: "", title: "") }
    let parts = tree.children(of: info)
    let metadata = StyleReader.metadata(parts, &elements.attributes)
    options.output = metadata.output
    return Style.Info(
      id: parts.first { $0.name == "id" }?.text ?? "", title: parts.first { $0.name == "title" }?.text ?? "",
      noteMarker: metadata.marker)
  }

  private mutating func options(_ root: XMLTree.Element) -> Style.Options {
    var out = Style.Options()
    out.demoteNonDroppingParticle =
      elements.attributes.value(root, "demote-non-dropping-particle", Style.Options.DemoteParticle.self)
      ?? .displayAndSort
    out.initializeWithHyphen = elements.attributes.flag(root, "initialize-with-hyphen") ?? true
    out.pageRangeFormat = elements.attributes.value(root, "page-range-format", PageRangeFormat.self)
    out.names = elements.attributes.nameOptions(root, inherited: true)
    return out
  }

  private mutating func part(_ element: XMLTree.Element) -> Style.Part {
    elements.attributes.check(element)
    var part = Style.Part(
      layouts: [], sort: [], names: elements.attributes.nameOptions(element, inherited: true),
      options: partOptions(element))
    for child in tree.children(of: element) {
      switch child.name {
      case "layout":
        elements.attributes.check(child)
        let locales = (child[attribute: "locale"] ?? "").split { $0 == " " || $0 == "\n" }.map(String.init)
        part.layouts.append(
          Style.Layout(
            locales: locales, delimiter: child[attribute: "delimiter"] ?? "",
            decoration: elements.attributes.decoration(child), children: elements.compile(children: child)))
      case "sort":
        for key in tree.children(of: child) where key.name == "key" {
          if let key = sortKey(key) { part.sort.append(key) }
        }
      default: elements.attributes.unknownElement(child)
      }
    }
    if part.layouts.isEmpty {
      elements.fail(CSLRules.structure, "<\(element.name)> has no <layout>.", element.span)
    }
    return part
  }

  private mutating func partOptions(_ element: XMLTree.Element) -> Style.PartOptions {
    var out = Style.PartOptions()
    out.hangingIndent = elements.attributes.flag(element, "hanging-indent") ?? false
    out.secondFieldAlign = elements.attributes.value(
      element, "second-field-align", Style.PartOptions.SecondFieldAlign.self)
    out.subsequentAuthorSubstitute = element[attribute: "subsequent-author-substitute"]
    out.subsequentAuthorSubstituteRule =
      elements.attributes.value(element, "subsequent-author-substitute-rule", Style.PartOptions.SubstituteRule.self)
      ?? .completeAll
    out.lineSpacing = elements.attributes.number(element, "line-spacing")
    out.entrySpacing = elements.attributes.number(element, "entry-spacing")
    out.collapse = elements.attributes.value(element, "collapse", Style.PartOptions.Collapse.self)
    out.citeGroupDelimiter = element[attribute: "cite-group-delimiter"]
    out.yearSuffixDelimiter = element[attribute: "year-suffix-delimiter"]
    out.afterCollapseDelimiter = element[attribute: "after-collapse-delimiter"]
    out.nearNoteDistance = elements.attributes.number(element, "near-note-distance")
    out.disambiguateAddNames = elements.attributes.flag(element, "disambiguate-add-names") ?? false
    out.disambiguateAddGivenName = elements.attributes.flag(element, "disambiguate-add-givenname") ?? false
    out.disambiguateAddYearSuffix = elements.attributes.flag(element, "disambiguate-add-year-suffix") ?? false
    out.givenNameRule =
      elements.attributes.value(element, "givenname-disambiguation-rule", Style.PartOptions.GivenNameRule.self)
      ?? .byCite
    return out
  }

  private mutating func sortKey(_ element: XMLTree.Element) -> Style.SortKey? {
    elements.attributes.check(element)
    var names = NameOptions()
    names.etAlMin = elements.attributes.number(element, "names-min")
    names.etAlUseFirst = elements.attributes.number(element, "names-use-first")
    names.etAlUseLast = elements.attributes.flag(element, "names-use-last")
    let descending = element[attribute: "sort"] == "descending"
    if let name = element[attribute: "macro"] {
      guard let index = elements.macro(named: name, element) else { return nil }
      return Style.SortKey(source: .macro(index), descending: descending, names: names)
    }
    guard let name = element[attribute: "variable"],
      let variable = elements.attributes.variable(name, element, attribute: "variable")
    else { return nil }
    return Style.SortKey(source: .variable(variable), descending: descending, names: names)
  }
}
