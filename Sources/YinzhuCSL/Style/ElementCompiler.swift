import YinzhuModel
import YinzhuText

/// Compiles rendering elements into the arena of a style.
struct ElementCompiler {
  let tree: XMLTree
  var attributes: AttributeReader
  var elements: [Element] = []
  var macros: [Style.Macro] = []
  var errors: [Diagnostic] = []
  private var macroIndices: [String: MacroIndex] = [:]
  private var macroPlaces: [SourceSpan: Int] = [:]
  private var termUses: [(name: String, span: SourceSpan)] = []

  init(tree: XMLTree) {
    self.tree = tree
    attributes = AttributeReader(tree: tree)
  }

  mutating func fail(_ rule: DiagnosticRule, _ message: String, _ span: SourceSpan) {
    errors.append(Diagnostic(rule, message, span: span))
  }

  // MARK: Macros

  mutating func declare(macro element: XMLTree.Element) {
    guard let name = element[attribute: "name"] else {
      attributes.warn(CSLRules.unknownValue, "This macro has no name; nothing can call it.", element.span)
      return
    }
    // Of two macros with one name the first is called.
    if macroIndices[name] == nil { macroIndices[name] = MacroIndex(rawValue: macros.count) }
    macroPlaces[element.span] = macros.count
    macros.append(Style.Macro(name: name, children: [], span: element.span))
  }

  mutating func compile(macro element: XMLTree.Element) {
    attributes.check(element)
    guard let place = macroPlaces[element.span] else { return }
    let children = compile(children: element)
    macros[place].children = children
  }

  mutating func macro(named name: String, _ element: XMLTree.Element) -> MacroIndex? {
    if let index = macroIndices[name] { return index }
    attributes.warn(
      CSLRules.unknownMacro, "The style has no macro “\(name)”; nothing is printed.", element.span(of: "macro"))
    return nil
  }

  /// Warns about terms that neither CSL nor the style's own locales know.
  mutating func checkTerms(defined locales: [Locale]) {
    let own = Set(locales.flatMap { $0.terms.keys.map(\.name) })
    for use in termUses where !own.contains(use.name) && !LocaleSet.standardTermNames.contains(use.name) {
      attributes.warn(CSLRules.unknownTerm, "There is no term “\(use.name)”; nothing is printed.", use.span)
    }
  }

  // MARK: Rendering elements

  mutating func compile(children element: XMLTree.Element) -> [ElementIndex] {
    var out: [ElementIndex] = []
    for child in tree.children(of: element) {
      guard let kind = kind(child) else { continue }
      attributes.check(child)
      let decoration = child.name == "choose" ? Decoration() : attributes.decoration(child)
      out.append(add(Element(kind: kind, decoration: decoration, span: child.span)))
    }
    return out
  }

  private mutating func add(_ element: Element) -> ElementIndex {
    elements.append(element)
    return ElementIndex(rawValue: elements.count - 1)
  }

  private mutating func kind(_ element: XMLTree.Element) -> Element.Kind? {
    switch element.name {
    case "text": return text(element).map(Element.Kind.text)
    case "number":
      return .number(
        Element.Number(
          variable: element[attribute: "variable"].flatMap {
            attributes.variable($0, element, attribute: "variable")
          },
          form: attributes.value(element, "form", Element.Number.Form.self) ?? .numeric))
    case "date": return .date(date(element))
    case "names": return .names(names(element))
    case "label":
      guard let name = element[attribute: "variable"] else {
        attributes.warn(CSLRules.unknownValue, "This label names no variable; it is left out.", element.span)
        return nil
      }
      guard let variable = attributes.variable(name, element, attribute: "variable") else { return nil }
      return .label(label(element, variable))
    case "group": return .group(delimiter: element[attribute: "delimiter"] ?? "", children: compile(children: element))
    case "choose": return .choose(branches(element))
    default:
      attributes.unknownElement(element)
      return nil
    }
  }

  private mutating func text(_ element: XMLTree.Element) -> Element.Text? {
    if let name = element[attribute: "variable"] {
      guard let variable = attributes.variable(name, element, attribute: "variable") else {
        return .unknownVariable(name)
      }
      return .variable(variable, short: element[attribute: "form"] == "short")
    }
    if let name = element[attribute: "macro"] { return macro(named: name, element).map(Element.Text.macro) }
    if let name = element[attribute: "term"] {
      termUses.append((name, element.span(of: "term")))
      return .term(
        name, form: attributes.value(element, "form", Term.Form.self) ?? .long,
        plural: element[attribute: "plural"] == "true")
    }
    if let value = element[attribute: "value"] { return .value(value) }
    attributes.warn(
      CSLRules.unknownValue, "This text has neither variable, macro, term nor value; it is left out.", element.span)
    return nil
  }

  private mutating func date(_ element: XMLTree.Element) -> Element.Date {
    var out = Element.Date(
      variable: element[attribute: "variable"].flatMap { attributes.variable($0, element, attribute: "variable") },
      form: attributes.value(element, "form", DateFormat.Form.self),
      precision: attributes.value(element, "date-parts", Element.Date.Precision.self) ?? .yearMonthDay,
      delimiter: element[attribute: "delimiter"] ?? "", parts: [])
    for child in tree.children(of: element) {
      if let part = attributes.datePart(child) { out.parts.append(part) }
    }
    return out
  }

  private mutating func names(_ element: XMLTree.Element) -> Element.Names {
    var out = Element.Names(
      variables: (element[attribute: "variable"] ?? "").split { $0 == " " || $0 == "\n" }.compactMap {
        attributes.variable(String($0), element, attribute: "variable")
      })
    out.delimiter = element[attribute: "delimiter"]
    out.options = attributes.nameOptions(element, inherited: true)
    for child in tree.children(of: element) {
      attributes.check(child)
      switch child.name {
      case "name": out.name = name(child)
      case "et-al":
        out.etAl = Element.EtAl(term: child[attribute: "term"] ?? "et-al", decoration: attributes.decoration(child))
      case "label":
        out.label = label(child, nil)
        out.labelDecoration = attributes.decoration(child)
        out.labelFirst = out.name == nil && tree.children(of: element).contains { $0.name == "name" }
      case "substitute":
        out.hasSubstitute = true
        out.substitute = compile(children: child)
      case "institution":
        out.hasInstitution = true
      default: attributes.unknownElement(child)
      }
    }
    return out
  }

  private mutating func name(_ element: XMLTree.Element) -> Element.Name {
    var family = Decoration()
    var given = Decoration()
    for child in tree.children(of: element) {
      guard child.name == "name-part" else {
        attributes.unknownElement(child)
        continue
      }
      attributes.check(child)
      switch child[attribute: "name"] {
      case "family": family = attributes.decoration(child)
      case "given": given = attributes.decoration(child)
      default: attributes.warn(CSLRules.unknownValue, "A name-part is family or given.", child.span(of: "name"))
      }
    }
    return Element.Name(
      options: attributes.nameOptions(element, inherited: false), decoration: attributes.decoration(element),
      family: family, given: given)
  }

  private mutating func label(_ element: XMLTree.Element, _ variable: Variable?) -> Element.Label {
    Element.Label(
      variable: variable, form: attributes.value(element, "form", Term.Form.self) ?? .long,
      plural: attributes.value(element, "plural", Element.Label.Plural.self) ?? .contextual)
  }
}
