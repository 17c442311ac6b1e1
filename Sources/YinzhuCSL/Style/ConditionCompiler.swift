import YinzhuModel
import YinzhuText

/// `cs:choose` (CSL 1.0.2 "Choose").
extension ElementCompiler {
  mutating func branches(_ element: XMLTree.Element) -> [Element.Branch] {
    var out: [Element.Branch] = []
    for child in tree.children(of: element) {
      switch child.name {
      case "if", "else-if":
        attributes.check(child)
        out.append(
          Element.Branch(
            conditions: conditions(child), match: attributes.value(child, "match", Element.Branch.Match.self) ?? .all,
            children: compile(children: child)))
      case "else":
        out.append(Element.Branch(conditions: [], match: .all, children: compile(children: child)))
      default: attributes.unknownElement(child)
      }
    }
    return out
  }

  private mutating func conditions(_ element: XMLTree.Element) -> [Element.Condition] {
    var out: [Element.Condition] = []
    for attribute in element.attributes {
      // CSL 1.0.1 wrote the label “sub verbo” with a space.
      let text = attribute.value.replacing("sub verbo", with: "sub-verbo")
      let values = text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.map(String.init)
      if attribute.name == "type", values.count > 1 {
        out.append(types(values, element))
        continue
      }
      for value in values {
        if let condition = condition(attribute.name, value, element) { out.append(condition) }
      }
    }
    return out
  }

  /// Several types are one test, whatever `match` says: no record has two (citeproc-js).
  private mutating func types(_ values: [String], _ element: XMLTree.Element) -> Element.Condition {
    var out: [ReferenceType] = []
    for value in values {
      if case .type(let type) = condition("type", value, element) { out.append(type) }
    }
    return .types(out)
  }

  private mutating func condition(
    _ name: String, _ value: String, _ element: XMLTree.Element
  ) -> Element.Condition? {
    switch name {
    case "type":
      return known(ReferenceType(rawValue: value).map(Element.Condition.type), value, name, element)
    case "variable":
      return attributes.variable(value, element, attribute: name).map(Element.Condition.variable) ?? .foreign(value)
    case "is-numeric":
      return attributes.variable(value, element, attribute: name).map(Element.Condition.isNumeric) ?? .never
    case "is-uncertain-date":
      return attributes.variable(value, element, attribute: name).map(Element.Condition.isUncertainDate) ?? .never
    case "locator":
      return known(Locator.Label(rawValue: value).map(Element.Condition.locator), value, name, element)
    case "position":
      return known(CitePosition(rawValue: value).map(Element.Condition.position), value, name, element)
    case "disambiguate": return value == "true" ? .disambiguate : .never
    case "has-day", "has-month", "has-year", "has-season":
      guard let part = DatePart.Name(rawValue: String(name.dropFirst(4))),
        let variable = attributes.variable(value, element, attribute: name)
      else { return .never }
      return .hasDatePart(part, variable)
    case "context": return known(RenderContext(rawValue: value).map(Element.Condition.context), value, name, element)
    case "match": return nil
    default: return .never
    }
  }

  private mutating func known(
    _ condition: Element.Condition?, _ value: String, _ name: String, _ element: XMLTree.Element
  ) -> Element.Condition {
    if let condition { return condition }
    attributes.warn(
      CSLRules.unknownValue, "CSL has no \(name) “\(value)”; the test never holds.", element.span(of: name))
    return .never
  }
}
