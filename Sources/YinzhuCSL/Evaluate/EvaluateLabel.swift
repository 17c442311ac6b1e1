import YinzhuModel
import YinzhuText

/// `cs:label` outside of `cs:names` (CSL 1.0.2 "Label").
extension Evaluator {
  mutating func evaluate(_ label: Element.Label) -> Result {
    guard let variable = label.variable, !suppressed.contains(variable), let text = plain(variable) else {
      return Result()
    }
    let term = variable == .locator ? (cite.locator?.label.rawValue ?? "page") : variable.rawValue
    let content = NumericContent(text)
    let plural: Bool
    switch label.plural {
    case .always: plural = true
    case .never: plural = false
    case .contextual:
      if variable == .numberOfPages || variable == .numberOfVolumes {
        if case .number(let count, _)? = content.parts.first { plural = count > 1 } else { plural = content.isPlural }
      } else {
        plural = content.isPlural
      }
    }
    let printed = locale.text(term, form: label.form, plural: plural)
    if let place = printed.firstRange(of: "%s") {
      wrappers[variable] = (String(printed[..<place.lowerBound]), String(printed[place.upperBound...]))
      return Result()
    }
    return Result(nodes: [OutputNode(.label(variable), text: printed)])
  }
}
