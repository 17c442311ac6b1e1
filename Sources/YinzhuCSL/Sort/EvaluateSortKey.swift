import YinzhuModel
import YinzhuText

/// `cs:key` (CSL 1.0.2 "Sorting").
extension Evaluator {
  /// The text that sorts; nil when the variable or macro is empty.
  mutating func sortText(_ key: Style.SortKey) -> String? {
    isSorting = true
    sortNames = key.names
    switch key.source {
    case .macro(let index):
      let result = evaluate(style.macros[index.rawValue].children)
      let text = TextWriter.write(
        result.nodes.flatMap { Flattener.tokens($0) }, locale: locale)
      return text.isEmpty ? nil : text
    case .variable(let variable): return sortText(variable)
    }
  }

  private mutating func sortText(_ variable: Variable) -> String? {
    if variable == .citationLabel { return plain(variable) ?? CitationLabel.text(reference, locale) }
    if variable == .citationKey { return plain(variable) ?? reference.id.rawValue }
    if variable == .citationNumber { return cite.citationNumber.map(SortOrder.number) }
    switch reference[variable]?.value {
    case .date(let date):
      let text = DateKey.text(date)
      return text.isEmpty ? nil : text
    case .names(let list):
      guard !list.names.isEmpty else { return nil }
      var options = sortNames.filled(from: names)
      options.nameAsSortOrder = .all
      options.form = .long
      let formatter = NameListFormatter(
        options: options, name: nil, etAl: nil, locale: locale, style: style.options, isSorting: true,
        isSubsequent: false, language: reference.language)
      let text = formatter.format(list, of: variable).rawText
      return text.isEmpty ? nil : text
    case .number(let text):
      if let value = Int(text) { return SortOrder.number(value) }
      return text.isEmpty ? nil : text
    case .text(let text): return text.isEmpty ? nil : text.plain
    case nil: return nil
    }
  }
}
