import YinzhuModel
import YinzhuText

/// `cs:number` (CSL 1.0.2 "Number").
extension Evaluator {
  mutating func evaluate(_ number: Element.Number) -> Result {
    guard let variable = number.variable, !suppressed.contains(variable), let text = plain(variable) else {
      return Result(called: true)
    }
    printed.append(variable)
    let content = NumericContent(text)
    var printed = text
    if content.isNumeric {
      let gender = locale.term(variable.rawValue)?.gender
      printed = content.parts.map { part in
        switch part {
        case .number(let value, let digits): form(value, digits, number.form, gender)
        case .affixed(let text): text
        case .separator(.comma): ", "
        case .separator(.hyphen): "–"
        case .separator(.ampersand), .separator(.and): " & "
        }
      }.joined()
    }
    let tag: OutputNode.Tag = variable == .citationNumber ? .citationNumber : .variable(variable)
    var node = OutputNode(tag, text: printed)
    if let wrapper = wrappers.removeValue(forKey: variable) {
      node = node.decorated(Decoration(prefix: wrapper.prefix, suffix: wrapper.suffix))
    }
    return Result(nodes: [node], called: true, filled: true)
  }

  private func form(_ value: Int, _ digits: String, _ form: Element.Number.Form, _ gender: Term.Gender?) -> String {
    switch form {
    case .numeric: digits
    case .ordinal: NumberForms.ordinal(value, locale, gender: gender)
    case .longOrdinal: NumberForms.longOrdinal(value, locale, gender: gender)
    case .roman: NumberForms.roman(value) ?? digits
    }
  }
}
