import YinzhuModel
import YinzhuText

/// `cs:label` outside of `cs:names` (CSL 1.0.2 "Label").
extension Evaluator {
  mutating func evaluate(_ label: Element.Label) -> Result {
    guard let variable = label.variable, !suppressed.contains(variable) else { return Result() }
    guard let field = numberField(variable) else {
      // A label stands even where its variable is empty, unless a group around it is silent (citeproc-js).
      guard variable != .locator, label.plural == .contextual else { return Result() }
      let text = locale.text(variable.rawValue, form: label.form)
      return Result(nodes: text.contains("%s") ? [] : [OutputNode(.label(variable), text: text)])
    }
    var term = variable == .locator ? (cite.locator?.label.rawValue ?? "page") : variable.rawValue
    let plural: Bool
    switch label.plural {
    case .always: plural = true
    case .never: plural = false
    case .contextual:
      plural = field.isPlural
      if labelForms[variable] == nil { labelForms[variable] = label.form }
      // A label inside the field wins over the variable's own.
      if variable == .locator || variable == .number || variable == .page, let inside = field.label?.term {
        term = variable == .number && inside == "issue" ? "number" : inside
      }
    }
    let printed = locale.text(term, form: label.form, plural: plural)
    // It is printed around its number.
    if printed.utf8.contains(UInt8(ascii: "%")), printed.contains("%s") { return Result() }
    return Result(nodes: [OutputNode(.label(variable), text: printed)])
  }
}
