import YinzhuModel
import YinzhuText

/// `cs:number`, and `cs:text` with a number variable (CSL 1.0.2 "Number", "Text").
extension Evaluator {
  /// - Parameter isText: whether `cs:text` prints it, which reads markup.
  mutating func evaluate(_ number: Element.Number, _ decoration: Decoration, isText: Bool = false) -> Result {
    guard let variable = number.variable, !suppressed.contains(variable), let field = numberField(variable) else {
      return Result(called: true)
    }
    printed.append(variable)
    let node = node(of: field, variable, number.form, isText: isText)
    let outer = effective(decoration)
    if outer != Decoration() { return Result(nodes: [node.decorated(outer)], called: true, filled: true) }
    return Result(nodes: [node], called: true, filled: true)
  }

  /// The values of a number variable; nil where it is empty.
  mutating func numberField(_ variable: Variable) -> NumberField? {
    if let field = numberFields[variable] { return field }
    guard let text = plain(variable) else { return nil }
    let field = NumberField(text, variable: variable, locatorLabel: cite.locator?.label, locale: locale)
    numberFields[variable] = field
    return field
  }

  /// Whether `cs:text` prints a variable as numbers.
  static func isNumberText(_ variable: Variable) -> Bool {
    switch variable {
    case .page, .pageFirst, .chapterNumber, .collectionNumber, .edition, .issue, .number, .numberOfPages,
      .numberOfVolumes, .volume, .locator:
      true
    default: false
    }
  }

  private func node(
    of field: NumberField, _ variable: Variable, _ form: Element.Number.Form, isText: Bool
  ) -> OutputNode {
    let ranges = NumberRanges(
      variable: variable, locale: locale, mainLocale: mainLocale ?? locale, format: style.options.pageRangeFormat)
    let values = ranges.applied(to: field).values
    let tag: OutputNode.Tag = variable == .citationNumber ? .citationNumber : .variable(variable)
    let gender = form == .numeric || form == .roman ? nil : locale.term(variable.rawValue)?.gender
    let isQuoted = NumberText.isQuoted(values)
    var nodes: [OutputNode] = []
    for (index, value) in values.enumerated() {
      let wrapper = wrapper(value, master: field.label)
      if !wrapper.lead.isEmpty { nodes.append(OutputNode(.label(variable), text: wrapper.lead)) }
      var text = NumberText.of(value, value.label == field.label ? form : .numeric, locale, gender)
      if isQuoted { text = NumberText.unquoted(text, first: index == 0, last: index == values.count - 1) }
      nodes.append(isText ? OutputNode(tag, markup: text) : OutputNode(tag, text: text))
      if !wrapper.trail.isEmpty, wrapper.isAround || index == values.count - 1 {
        nodes.append(OutputNode(.label(variable), text: wrapper.trail))
      }
      if !value.joiner.isEmpty { nodes.append(OutputNode(.delimiter, text: NumberText.unescaped(value.joiner))) }
    }
    var whole = nodes.count == 1 ? nodes[0] : OutputNode(tag, children: nodes)
    if isQuoted { whole.quotes = true }
    return whole
  }

  private struct Wrapper {
    var lead = ""
    var trail = ""
    /// Whether the label stands around each value.
    var isAround = false
  }

  /// CSL-M: a label with `%s` (第%s卷) takes the number in; a label inside the field is printed with it.
  private func wrapper(_ value: NumberField.Value, master: NumberField.Label?) -> Wrapper {
    guard let label = value.label else { return Wrapper() }
    let variable = Variable(rawValue: label.term) ?? .locator
    let form = label == master ? labelForms[variable] ?? .long : .short
    let text = locale.text(label.term, form: form, plural: value.isPlural)
    var out = Wrapper()
    if text.utf8.contains(UInt8(ascii: "%")), let place = text.firstRange(of: "%s") {
      let lead = String(text[..<place.lowerBound])
      let trail = String(text[place.upperBound...])
      if !lead.isEmpty, !trail.isEmpty { return Wrapper(lead: lead, trail: trail, isAround: true) }
      if lead.isEmpty { out.trail = trail }
      if trail.isEmpty, value.showsLabel { out.lead = lead }
      return out
    }
    guard value.showsLabel else { return out }
    if text.isEmpty, case .embedded(let written) = label {
      out.lead = written + value.labelSuffix
    } else {
      out.lead = text + value.labelSuffix
    }
    return out
  }
}

/// One value of a number variable as text.
enum NumberText {
  static func of(
    _ value: NumberField.Value, _ form: Element.Number.Form, _ locale: Locale, _ gender: Term.Gender?
  ) -> String {
    guard value.isCollapsible, value.particle.isEmpty, form != .numeric, let number = Int(value.value) else {
      return value.particle + value.value
    }
    return switch form {
    case .numeric: value.value
    case .ordinal: NumberForms.ordinal(number, locale, gender: gender)
    case .longOrdinal: NumberForms.longOrdinal(number, locale, gender: gender)
    case .roman: NumberForms.roman(number) ?? value.value
    }
  }

  /// A hyphen behind a backslash is no range (CSL-JSON of Zotero).
  static func unescaped(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "\\")) ? text.replacing("\\", with: "") : text
  }

  static func isQuoted(_ values: [NumberField.Value]) -> Bool {
    guard let first = values.first?.value, let last = values.last?.value else { return false }
    return first.utf8.count > 1 && first.hasPrefix("\"") && last.hasSuffix("\"") && last.utf8.count > 1
  }

  static func unquoted(_ text: String, first: Bool, last: Bool) -> String {
    String(text.dropFirst(first ? 1 : 0).dropLast(last ? 1 : 0))
  }
}
