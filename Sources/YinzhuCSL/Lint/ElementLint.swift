import YinzhuModel
import YinzhuText

/// Nesting, attributes and their values.
extension Linter {
  mutating func checkElements() {
    guard let root = tree.root else { return }
    // A stack of its own: nesting is bounded by the parser, but a deep file must not depend on that.
    var open: [(index: Int, parent: String?)] = [(0, nil)]
    while let (index, parent) = open.popLast() {
      let element = tree[index]
      guard let rule = StyleGrammar.rule(element.name, in: parent) else { continue }
      check(element, rule, parent)
      if element.name == "info" { continue }
      for child in element.children.reversed() where place(tree[child], in: element, rule) {
        open.append((child, element.name))
      }
    }
    checkInfo(root)
  }

  /// Whether a child may stand in its parent; says so where not.
  private mutating func place(_ child: XMLTree.Element, in parent: XMLTree.Element, _ rule: StyleGrammar.Rule) -> Bool {
    // Other namespaces are no matter of CSL.
    if child.isForeign { return false }
    if rule.children.contains(child.name) {
      if StyleGrammar.rule(child.name, in: parent.name)?.isExtension == true {
        reportExtension("<\(child.name)>", "CSL 1.0.2 has no <\(child.name)>; it is CSL-M.", child.span)
      }
      return true
    }
    guard StyleGrammar.knows(child.name) else {
      let hint = Linter.hint(child.name, among: rule.children.sorted())
      report(CSLRules.unknownName, "CSL has no element <\(child.name)>\(hint.isEmpty ? "." : hint)", child.span)
      return false
    }
    let allowed = rule.children.sorted().map { "<\($0)>" }.joined(separator: ", ")
    report(
      LintRules.misplaced,
      "<\(child.name)> can't stand in <\(parent.name)>"
        + (allowed.isEmpty ? ", which takes no elements." : "; there can be \(allowed)."), child.span)
    // What is inside is looked at all the same, by the rules of its own place.
    return StyleGrammar.rule(child.name, in: nil) != nil && child.name != "info"
  }

  private mutating func check(_ element: XMLTree.Element, _ rule: StyleGrammar.Rule, _ parent: String?) {
    if !rule.allowsText, element.name != "info", let text = Linter.firstWords(element.text) {
      report(LintRules.misplaced, "There is text in <\(element.name)>: “\(text)”.", element.span)
    }
    for attribute in element.attributes { check(attribute, of: element, rule) }
    for name in rule.required.sorted() where element[attribute: name] == nil {
      report(LintRules.incomplete, "<\(element.name)> lacks “\(name)”.", element.span)
    }
    checkShape(element, parent)
  }

  private static func firstWords(_ text: String) -> String? {
    let words = text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
    guard !words.isEmpty else { return nil }
    let start = words.prefix(4).joined(separator: " ")
    return start.count > 30 ? start.prefix(30) + "…" : words.count > 4 ? start + "…" : start
  }

  // MARK: Attributes

  private mutating func check(
    _ attribute: XMLTree.Attribute, of element: XMLTree.Element, _ rule: StyleGrammar.Rule
  ) {
    let name = attribute.name
    if StyleGrammar.isExtension(name, of: element.name) {
      // Names of the XML schema are no matter of CSL.
      guard !["lang", "base", "schemaLocation", "noNamespaceSchemaLocation"].contains(name) else { return }
      reportExtension(
        "<\(element.name) \(name)>", "CSL 1.0.2 has no “\(name)” on <\(element.name)>; it is CSL-M.", attribute.span)
    }
    guard let value = rule.attributes[name] else {
      guard !StyleGrammar.isExtension(name, of: element.name) else { return }
      let hint = Linter.hint(name, among: rule.attributes.keys.sorted())
      report(
        CSLRules.unknownName, "<\(element.name)> has no attribute “\(name)”\(hint.isEmpty ? "." : hint)",
        attribute.span)
      return
    }
    check(attribute.value, as: value, attribute, element)
  }

  private mutating func check(
    _ text: String, as value: StyleGrammar.Value, _ attribute: XMLTree.Attribute, _ element: XMLTree.Element
  ) {
    func unknown(_ known: String) -> String { "“\(text)” is no value of “\(attribute.name)”: \(known)." }
    switch value {
    case .text: return
    case .flag:
      if text != "true", text != "false" {
        report(CSLRules.unknownValue, unknown("write true or false"), attribute.span)
      }
    case .number:
      guard let number = Int(text), number >= 0, number <= 1_000_000 else {
        report(CSLRules.unknownValue, unknown("write a whole number"), attribute.span)
        return
      }
    case .oneOf(let known):
      if !known.contains(text) {
        report(CSLRules.unknownValue, unknown("there are " + known.joined(separator: ", ")), attribute.span)
      }
    case .word(let kind): check(word: text, as: kind, attribute, element)
    case .words(let kind):
      let words = text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
      if words.isEmpty { report(CSLRules.unknownValue, "“\(attribute.name)” is empty.", attribute.span) }
      for word in words { check(word: String(word), as: kind, attribute, element) }
    // Calls of macros are checked together, in `checkMacros`.
    case .macro: return
    case .term: checkTerm(text, attribute)
    case .language:
      if !Linter.isLanguage(text) {
        report(CSLRules.unknownValue, "“\(text)” is no language tag, such as zh-CN.", attribute.span)
      }
    }
  }

  private mutating func check(
    word: String, as kind: StyleVocabulary.Kind, _ attribute: XMLTree.Attribute, _ element: XMLTree.Element
  ) {
    switch StyleVocabulary.standing(word, as: kind) {
    case .standard: return
    case .extension:
      reportExtension(
        "\(Linter.title(kind)) \(word)", "CSL 1.0.2 has no \(Linter.title(kind)) “\(word)”.", attribute.span)
    case .deprecated(let instead):
      report(LintRules.deprecated, "“\(word)” is called “\(instead)” in CSL 1.0.2.", attribute.span)
    case .wrongKind:
      report(
        LintRules.wrongKind, "“\(word)” is no \(Linter.title(kind)), as <\(element.name)> needs.", attribute.span)
    case .unknown:
      let hint = Linter.hint(word, among: StyleVocabulary.words(kind).sorted())
      let isVariable =
        switch kind {
        case .type, .locator, .position: false
        default: true
        }
      report(
        isVariable ? CSLRules.unknownVariable : CSLRules.unknownValue,
        "CSL has no \(Linter.title(kind)) “\(word)”\(hint.isEmpty ? "." : hint)", attribute.span)
    }
  }

  private static func title(_ kind: StyleVocabulary.Kind) -> String {
    switch kind {
    case .anyVariable, .textVariable: "variable"
    case .numberVariable, .labelVariable: "number variable"
    case .nameVariable: "name variable"
    case .dateVariable: "date variable"
    case .type: "type"
    case .locator: "locator"
    case .position: "position"
    }
  }

  private mutating func checkTerm(_ name: String, _ attribute: XMLTree.Attribute) {
    guard !StyleVocabulary.isTerm(name), !ownTerms.contains(name) else { return }
    let known = LocaleSet.standardTermNames.union(ownTerms).sorted()
    let hint = Linter.hint(name, among: known)
    report(CSLRules.unknownTerm, "There is no term “\(name)”\(hint.isEmpty ? "." : hint)", attribute.span)
  }

  /// BCP 47 as far as styles use it: `zh`, `zh-CN`, `zh-Hant-TW`.
  static func isLanguage(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...8).contains(first.utf8.count) else { return false }
    return parts.allSatisfy { part in
      (1...8).contains(part.utf8.count)
        && part.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
    }
  }

  // MARK: Info

  private mutating func checkInfo(_ root: XMLTree.Element) {
    guard isWhole else { return }
    guard let info = tree.children(of: root).first(where: { $0.name == "info" }) else {
      report(LintRules.info, "The style has no <info> with id, title and date.", root.span)
      return
    }
    let children = tree.children(of: info)
    for name in ["id", "title", "updated"] {
      let texts = children.filter { $0.name == name }
      if texts.isEmpty {
        report(LintRules.info, "<info> has no <\(name)>.", info.span)
      } else if let blank = texts.first(where: { $0.text.allSatisfy(\.isWhitespace) }) {
        report(LintRules.info, "<\(name)> is empty.", blank.span)
      } else if texts.count > 1, name != "title" {
        report(LintRules.repeated, "<info> has <\(name)> twice.", texts[1].span)
      }
    }
    for child in children where !child.isForeign {
      if !StyleGrammar.namesOfInfo.contains(child.name) {
        let hint = Linter.hint(child.name, among: StyleGrammar.namesOfInfo.sorted())
        report(CSLRules.unknownName, "CSL has no <\(child.name)> in <info>\(hint.isEmpty ? "." : hint)", child.span)
      }
      if child.name == "link", child[attribute: "href"] == nil || child[attribute: "rel"] == nil {
        report(LintRules.incomplete, "<link> needs “href” and “rel”.", child.span)
      }
    }
  }
}
