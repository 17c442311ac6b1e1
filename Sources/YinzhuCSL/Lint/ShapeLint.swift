import YinzhuModel
import YinzhuText

/// What an element needs inside, in which order, and attributes that belong together.
extension Linter {
  mutating func checkShape(_ element: XMLTree.Element, _ parent: String?) {
    switch element.name {
    case "choose": checkChoose(element)
    case "if", "else-if": checkBranch(element)
    case "text": checkText(element)
    case "key": checkKey(element)
    case "names": checkNames(element)
    case "citation", "bibliography": checkPart(element)
    case "group", "macro", "layout", "else", "substitute", "sort": checkEmpty(element)
    case "date": checkDate(element, parent)
    default: break
    }
    checkPairs(element)
  }

  private func names(of element: XMLTree.Element) -> [String] { element.children.map { tree[$0].name } }

  // MARK: Empty elements

  private mutating func checkEmpty(_ element: XMLTree.Element) {
    guard element.children.isEmpty, isWhole else {
      if element.name == "group", element.children.count == 1, element[attribute: "delimiter"] != nil {
        report(
          LintRules.withoutEffect, "This group has one element only, so there is nothing for “delimiter” to part.",
          element.span(of: "delimiter"), severity: .info)
      }
      return
    }
    let affixes = ["prefix", "suffix"].filter { element[attribute: $0]?.isEmpty == false }
    let lost =
      affixes.isEmpty
      ? "" : ", and its \(affixes.joined(separator: " and ")) \(affixes.count > 1 ? "are" : "is") not printed"
    report(LintRules.empty, "<\(element.name)> is empty\(lost).", element.span)
  }

  // MARK: Choose

  private mutating func checkChoose(_ element: XMLTree.Element) {
    let children = tree.children(of: element)
    guard let first = children.first else {
      report(LintRules.incomplete, "<choose> has no <if>.", element.span)
      return
    }
    if !children.contains(where: { $0.name == "if" }) {
      report(LintRules.incomplete, "<choose> has no <if>.", element.span)
    } else if first.name != "if" {
      report(LintRules.repeated, "<choose> must begin with <if>.", first.span)
    }
    var seen: [[String]: SourceSpan] = [:]
    var isClosed = false
    for (index, child) in children.enumerated() {
      if child.name == "if", index > 0, children[0].name == "if" {
        report(LintRules.repeated, "<choose> has a second <if>; write <else-if>.", child.span)
      }
      if isClosed, child.name == "else" || child.name == "else-if" {
        report(LintRules.repeated, "<\(child.name)> comes after <else>, and is never asked.", child.span)
      }
      if child.name == "else" { isClosed = true }
      guard child.name != "else", !child.attributes.isEmpty else { continue }
      let conditions = child.attributes.map { attribute in
        attribute.name + "=" + attribute.value.split { $0 == " " || $0 == "\n" }.sorted().joined(separator: " ")
      }.sorted()
      if let earlier = seen[conditions] {
        report(
          LintRules.unreachable, "An earlier branch has the same condition, so this one is never taken.", child.span,
          related: [.init(message: "the earlier branch", span: earlier)])
      } else {
        seen[conditions] = child.span
      }
    }
  }

  private mutating func checkBranch(_ element: XMLTree.Element) {
    let hasCondition =
      element.attributes.contains { $0.name != "match" } || names(of: element).contains("conditions")
    if !hasCondition { report(LintRules.incomplete, "<\(element.name)> has no condition.", element.span) }
    if element[attribute: "disambiguate"] == "false" {
      report(
        CSLRules.unknownValue, "“disambiguate” can only be true; as false it never holds.",
        element.span(of: "disambiguate"))
    }
  }

  // MARK: Text and keys

  private mutating func checkText(_ element: XMLTree.Element) {
    let sources = ["variable", "macro", "term", "value"].filter { element[attribute: $0] != nil }
    if sources.isEmpty {
      report(LintRules.incomplete, "<text> needs one of variable, macro, term and value.", element.span)
    } else if sources.count > 1 {
      report(
        LintRules.severalSources, "<text> has \(sources.joined(separator: " and ")); it can print one only.",
        element.span)
    }
    guard let source = sources.first else { return }
    if source == "value", element[attribute: "value"]?.isEmpty == true {
      report(LintRules.empty, "“value” is empty, so nothing is printed.", element.span(of: "value"))
    }
    if source == "macro" || source == "value" {
      for name in ["form", "plural"] where element[attribute: name] != nil {
        report(LintRules.withoutEffect, "“\(name)” says nothing about a \(source).", element.span(of: name))
      }
    }
    if source == "variable", element[attribute: "plural"] != nil {
      report(LintRules.withoutEffect, "“plural” is for terms only.", element.span(of: "plural"))
    }
    if source == "variable", let form = element[attribute: "form"], Term.Form(rawValue: form) != nil, form != "short",
      form != "long"
    {
      report(
        CSLRules.unknownValue, "“\(form)” is no form of a variable: there are long, short.", element.span(of: "form"))
    }
  }

  private mutating func checkKey(_ element: XMLTree.Element) {
    let sources = ["variable", "macro"].filter { element[attribute: $0] != nil }
    if sources.isEmpty { report(LintRules.incomplete, "<key> needs a variable or a macro.", element.span) }
    if sources.count > 1 {
      report(LintRules.severalSources, "<key> has variable and macro; it can sort by one only.", element.span)
    }
  }

  // MARK: Names and dates

  private mutating func checkNames(_ element: XMLTree.Element) {
    let children = tree.children(of: element)
    for name in ["name", "et-al", "label", "substitute"] {
      let same = children.filter { $0.name == name }
      if same.count > 1 { report(LintRules.repeated, "<names> has <\(name)> twice.", same[1].span) }
    }
    if let place = children.firstIndex(where: { $0.name == "substitute" }), place + 1 < children.count {
      report(LintRules.repeated, "<substitute> must be the last in <names>.", children[place].span, severity: .warning)
    }
    if let etAl = children.firstIndex(where: { $0.name == "et-al" }),
      let name = children.firstIndex(where: { $0.name == "name" }), etAl < name
    {
      report(LintRules.repeated, "<et-al> comes after <name>.", children[etAl].span, severity: .warning)
    }
  }

  private mutating func checkDate(_ element: XMLTree.Element, _ parent: String?) {
    guard parent != "locale", isWhole else { return }
    if element[attribute: "form"] == nil {
      if element.children.isEmpty {
        report(LintRules.incomplete, "<date> needs “form” or <date-part>.", element.span)
      }
      if element[attribute: "date-parts"] != nil {
        report(
          LintRules.withoutEffect, "“date-parts” needs “form”; without it the <date-part>s are the date.",
          element.span(of: "date-parts"))
      }
    }
  }

  // MARK: Citation and bibliography

  private mutating func checkPart(_ element: XMLTree.Element) {
    let children = names(of: element)
    if children.filter({ $0 == "sort" }).count > 1 {
      report(LintRules.repeated, "<\(element.name)> has <sort> twice.", element.span)
    }
    if let sort = children.firstIndex(of: "sort"), let layout = children.firstIndex(of: "layout"), layout < sort {
      report(
        LintRules.repeated, "<sort> comes before <layout>.", tree[element.children[sort]].span, severity: .warning)
    }
    guard element.name == "citation" else { return }
    let collapse = element[attribute: "collapse"]
    if collapse == nil, let span = span("after-collapse-delimiter", of: element) {
      report(LintRules.withoutEffect, "“after-collapse-delimiter” needs “collapse”.", span)
    }
    if collapse != "year-suffix", collapse != "year-suffix-ranged",
      let span = span("year-suffix-delimiter", of: element)
    {
      report(LintRules.withoutEffect, "“year-suffix-delimiter” needs collapse=\"year-suffix\".", span)
    }
    if element[attribute: "disambiguate-add-givenname"] != "true",
      let span = span("givenname-disambiguation-rule", of: element)
    {
      report(
        LintRules.withoutEffect, "“givenname-disambiguation-rule” needs “disambiguate-add-givenname”.", span)
    }
  }

  private func span(_ attribute: String, of element: XMLTree.Element) -> SourceSpan? {
    element.attributes.first { $0.name == attribute }?.span
  }

  // MARK: Attributes that belong together

  private mutating func checkPairs(_ element: XMLTree.Element) {
    guard !["key", "info"].contains(element.name) else { return }
    for (first, second) in [
      ("et-al-min", "et-al-use-first"), ("et-al-subsequent-min", "et-al-subsequent-use-first"),
    ] where (element[attribute: first] == nil) != (element[attribute: second] == nil) {
      // The other one may be inherited.
      guard !isInherited(element[attribute: first] == nil ? first : second, by: element) else { continue }
      let (present, absent) = element[attribute: first] == nil ? (second, first) : (first, second)
      report(LintRules.withoutEffect, "“\(present)” needs “\(absent)”.", element.span(of: present))
    }
    if let minimum = element[attribute: "et-al-min"].flatMap({ Int($0) }),
      let shown = element[attribute: "et-al-use-first"].flatMap({ Int($0) }), shown >= minimum, minimum > 0
    {
      report(
        LintRules.withoutEffect, "“et-al-use-first” must be less than “et-al-min”: \(minimum) names are shown anyway.",
        element.span(of: "et-al-use-first"))
    }
  }

  private func isInherited(_ name: String, by element: XMLTree.Element) -> Bool {
    tree.elements.contains { outer in
      ["style", "citation", "bibliography", "names"].contains(outer.name) && outer[attribute: name] != nil
        && outer.span != element.span
    }
  }
}
