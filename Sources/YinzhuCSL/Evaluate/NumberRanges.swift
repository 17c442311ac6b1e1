import YinzhuModel

/// The marks of ranges in a number field: what stands in the record is a hyphen, what is printed is the locale's.
struct NumberRanges {
  let variable: Variable
  let locale: Locale
  /// The style's main locale, whose delimiter page ranges take.
  let mainLocale: Locale
  let format: PageRangeFormat?

  func applied(to field: NumberField) -> NumberField {
    guard field.values.count > 1 else { return field }
    var out = field
    var label: NumberField.Label?
    var hasLabel = false
    var count = 0
    for index in field.values.indices {
      let value = out.values[index]
      if !value.isCollapsible {
        count = 0
        hasLabel = false
        let next = index + 1 < out.values.count ? out.values[index + 1].value : ""
        let isNumeric = value.isNumeric || (NumberField.isRoman(value.value) && NumberField.isRoman(next))
        out.replace(index) { $0.joiner = delimiter($0.joiner, isNumeric: isNumeric, value) }
      } else if hasLabel, label == value.label {
        if value.joiner == "-" {
          count = 1
        } else {
          count += 1
          if count == 2 { count = joinRange(&out, index) }
        }
      } else {
        label = value.label
        hasLabel = true
        count = 1
      }
    }
    return out
  }

  private func isPage(_ value: NumberField.Value) -> Bool {
    variable == .page || (variable == .locator && value.label?.term == "page")
  }

  private func delimiter(_ joiner: String, isNumeric: Bool, _ value: NumberField.Value) -> String {
    guard joiner == "-", isNumeric else { return joiner }
    if variable == .locator, let label = value.label, locale.text(label.term).isEmpty { return joiner }
    switch variable {
    case .page, .locator, .issue, .volume, .edition, .number: return pageDelimiter(locale)
    case .collectionNumber:
      let text = locale.text("year-range-delimiter")
      return text.isEmpty ? "–" : text
    default: return joiner
    }
  }

  private func pageDelimiter(_ locale: Locale) -> String {
    let text = locale.text("page-range-delimiter")
    return text.isEmpty ? "–" : text
  }

  /// Two values around a hyphen as a range; returns the new count of values since the last range.
  private func joinRange(_ field: inout NumberField, _ index: Int) -> Int {
    let first = field.values[index - 1]
    let second = field.values[index]
    guard first.particle == second.particle else { return 2 }
    guard first.joiner == "-" else { return 1 }
    guard let low = Int(first.value), let high = Int(second.value) else {
      // Numbers beyond all counting are not cut, but their mark is the same.
      field.replace(index - 1) { $0.joiner = delimiter("-", isNumeric: true, second) }
      return 0
    }
    if format == nil, low > high {
      field.replace(index - 1) { $0.joiner = delimiter("-", isNumeric: true, second) }
      return 2
    }
    guard isPage(second) else {
      field.replace(index - 1) { $0.joiner = delimiter("-", isNumeric: second.isNumeric, second) }
      return 0
    }
    let (end, particle) = PageRange.end(from: first.value, to: second.value, particle: second.particle, format)
    field.replace(index) {
      $0.value = end
      $0.particle = particle
    }
    let mark = pageDelimiter(mainLocale)
    field.replace(index - 1) { $0.joiner = mark == "-" ? delimiter("-", isNumeric: second.isNumeric, second) : mark }
    return 0
  }
}
