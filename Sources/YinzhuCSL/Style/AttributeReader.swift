import YinzhuModel
import YinzhuText

/// Reads attributes of CSL elements and collects warnings about what CSL doesn't know.
struct AttributeReader {
  let tree: XMLTree
  var warnings: [Diagnostic] = []

  init(tree: XMLTree) { self.tree = tree }

  mutating func warn(_ rule: DiagnosticRule, _ message: String, _ span: SourceSpan) {
    warnings.append(Diagnostic(rule, message, span: span))
  }

  mutating func unknownElement(_ element: XMLTree.Element) {
    warn(CSLRules.unknownName, "CSL has no element <\(element.name)> here; it is left out.", element.span)
  }

  /// Warns about attributes that the element can't have.
  mutating func check(_ element: XMLTree.Element) {
    guard let known = CSLSchema.attributes[element.name] else { return }
    for attribute in element.attributes where !known.contains(attribute.name) {
      if CSLSchema.extensions.contains(attribute.name) { continue }
      warn(
        CSLRules.unknownName, "<\(element.name)> has no attribute “\(attribute.name)”; it is left out.",
        attribute.span)
    }
  }

  /// An attribute whose value is one of a closed list; a value outside gives a warning and nil.
  mutating func value<T: RawRepresentable<String> & CaseIterable>(
    _ element: XMLTree.Element, _ name: String, _ type: T.Type
  ) -> T? {
    guard let text = element[attribute: name] else { return nil }
    if let value = T(rawValue: text) { return value }
    let known = T.allCases.map(\.rawValue).joined(separator: ", ")
    warn(
      CSLRules.unknownValue, "“\(text)” is no value of “\(name)”; known are: \(known).", element.span(of: name))
    return nil
  }

  mutating func flag(_ element: XMLTree.Element, _ name: String) -> Bool? {
    switch element[attribute: name] {
    case nil: return nil
    case "true": return true
    case "false": return false
    case .some(let text):
      warn(CSLRules.unknownValue, "“\(text)” is no value of “\(name)”: write true or false.", element.span(of: name))
      return nil
    }
  }

  mutating func number(_ element: XMLTree.Element, _ name: String) -> Int? {
    guard let text = element[attribute: name] else { return nil }
    if let value = Int(text), value >= 0, value <= 1_000_000 { return value }
    warn(CSLRules.unknownValue, "“\(text)” is no number for “\(name)”.", element.span(of: name))
    return nil
  }

  /// A variable by its name; an unknown one gives a warning and nil.
  mutating func variable(_ name: String, _ element: XMLTree.Element, attribute: String) -> Variable? {
    if let variable = Variable(key: name) { return variable }
    if let renamed = CSLSchema.renamedVariables[name] { return renamed }
    warn(CSLRules.unknownVariable, "CSL has no variable “\(name)”; it is always empty.", element.span(of: attribute))
    return nil
  }

  mutating func formatting(_ element: XMLTree.Element) -> Formatting {
    var out = Formatting()
    out.fontStyle = value(element, "font-style", Formatting.FontStyle.self)
    out.fontVariant = value(element, "font-variant", Formatting.FontVariant.self)
    out.fontWeight = value(element, "font-weight", Formatting.FontWeight.self)
    out.textDecoration = value(element, "text-decoration", Formatting.TextDecoration.self)
    out.verticalAlign = value(element, "vertical-align", Formatting.VerticalAlign.self)
    return out
  }

  mutating func decoration(_ element: XMLTree.Element) -> Decoration {
    guard !element.attributes.isEmpty else { return Decoration() }
    var out = Decoration(prefix: element[attribute: "prefix"] ?? "", suffix: element[attribute: "suffix"] ?? "")
    out.formatting = formatting(element)
    out.display = value(element, "display", Display.self)
    out.textCase = value(element, "text-case", TextCase.self)
    out.quotes = flag(element, "quotes") ?? false
    out.stripPeriods = flag(element, "strip-periods") ?? false
    return out
  }

  mutating func datePart(_ element: XMLTree.Element) -> DatePart? {
    guard element.name == "date-part" else {
      unknownElement(element)
      return nil
    }
    check(element)
    guard let name = value(element, "name", DatePart.Name.self) else { return nil }
    return DatePart(
      name: name, form: value(element, "form", DatePart.Form.self),
      rangeDelimiter: element[attribute: "range-delimiter"], decoration: decoration(element))
  }

  /// Name options; `inherited` tells whether they stand on an outer element, where some are spelled with a prefix.
  mutating func nameOptions(_ element: XMLTree.Element, inherited: Bool) -> NameOptions {
    var out = NameOptions()
    out.and = value(element, "and", NameOptions.And.self)
    out.delimiter = element[attribute: inherited ? "name-delimiter" : "delimiter"]
    out.delimiterPrecedesEtAl = value(element, "delimiter-precedes-et-al", NameOptions.DelimiterPrecedes.self)
    out.delimiterPrecedesLast = value(element, "delimiter-precedes-last", NameOptions.DelimiterPrecedes.self)
    out.etAlMin = number(element, "et-al-min")
    out.etAlUseFirst = number(element, "et-al-use-first")
    out.etAlSubsequentMin = number(element, "et-al-subsequent-min")
    out.etAlSubsequentUseFirst = number(element, "et-al-subsequent-use-first")
    out.etAlUseLast = flag(element, "et-al-use-last")
    out.form = value(element, inherited ? "name-form" : "form", NameOptions.Form.self)
    out.initialize = flag(element, "initialize")
    out.initializeWith = element[attribute: "initialize-with"]
    out.nameAsSortOrder = value(element, "name-as-sort-order", NameOptions.SortOrder.self)
    out.sortSeparator = element[attribute: "sort-separator"]
    if inherited { out.namesDelimiter = element[attribute: "names-delimiter"] }
    return out
  }
}
