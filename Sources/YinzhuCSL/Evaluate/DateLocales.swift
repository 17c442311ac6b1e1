/// Where localized dates take their format from: citeproc-js puts the locale's format into a macro when it meets the
/// macro first, so a macro that two layouts call has the format of the first one in both.
enum DateLocales {
  /// The locales of dates that more than one layout prints; nothing for styles with one layout.
  static func of(_ style: Style, main: Locale, layouts: [String: Locale]) -> [ElementIndex: Locale] {
    guard !layouts.isEmpty else { return [:] }
    var walk = Walk(style: style)
    for case let part? in [style.citation, style.bibliography] {
      for key in part.sort {
        if case .macro(let macro) = key.source { walk.visit(macro, main) }
      }
      for layout in part.layouts {
        let locale = layout.locales.first.flatMap { layouts[$0] } ?? main
        walk.visit(layout.children, locale)
      }
    }
    return walk.locales
  }

  private struct Walk {
    let style: Style
    var locales: [ElementIndex: Locale] = [:]
    var seen: Set<MacroIndex> = []

    mutating func visit(_ children: [ElementIndex], _ locale: Locale) {
      for child in children { visit(child, locale) }
    }

    mutating func visit(_ macro: MacroIndex, _ locale: Locale) {
      guard macro.rawValue < style.macros.count, seen.insert(macro).inserted else { return }
      visit(style.macros[macro.rawValue].children, locale)
    }

    private mutating func visit(_ index: ElementIndex, _ locale: Locale) {
      guard index.rawValue < style.elements.count else { return }
      switch style.elements[index.rawValue].kind {
      case .date(let date): if date.form != nil, locales[index] == nil { locales[index] = locale }
      case .group(_, let children): visit(children, locale)
      case .choose(let branches): for branch in branches { visit(branch.children, locale) }
      case .names(let names): visit(names.substitute, locale)
      case .text(.macro(let macro)): visit(macro, locale)
      case .text, .number, .label: return
      }
    }
  }
}
