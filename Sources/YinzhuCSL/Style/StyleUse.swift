import YinzhuModel

extension Style {
  /// What the elements of a style ask for, found once, so that passes that no element needs are left out.
  package struct Use: Sendable, Hashable {
    /// `variable="year-suffix"` or `citation-label` somewhere: no suffix is put behind the year then.
    package var yearSuffix = false
    /// `disambiguate="true"`
    package var disambiguate = false
    /// `first-reference-note-number`
    package var firstNoteNumber = false
    /// `citation-number` in a citation: the style is numeric.
    package var citationNumber = false
  }

  /// - Parameter elements: every element of the style.
  static func use(_ style: Style) -> Use {
    var out = Use()
    for element in style.elements {
      switch element.kind {
      case .text(.variable(.yearSuffix, _)), .text(.variable(.citationLabel, _)): out.yearSuffix = true
      case .text(.variable(.firstReferenceNoteNumber, _)): out.firstNoteNumber = true
      case .choose(let branches):
        if branches.contains(where: { $0.conditions.contains(.disambiguate) }) { out.disambiguate = true }
      default: continue
      }
    }
    out.citationNumber = style.prints(.citationNumber, in: style.citation.layouts.flatMap(\.children))
    return out
  }

  /// Whether elements print a variable with `cs:text` or `cs:number`.
  private func prints(_ variable: Variable, in children: [ElementIndex]) -> Bool {
    reaches(children) { kind in
      switch kind {
      case .text(.variable(variable, _)): true
      case .number(let number): number.variable == variable
      default: false
      }
    }
  }

  /// Whether such an element is among some, or among those of macros that they call. Each macro is looked into once,
  /// however often it is called.
  private func reaches(_ children: [ElementIndex], _ wanted: (Element.Kind) -> Bool) -> Bool {
    var seen: Set<MacroIndex> = []
    var open = children
    while let index = open.popLast() {
      let kind = elements[index.rawValue].kind
      if wanted(kind) { return true }
      switch kind {
      case .text(.macro(let macro)):
        if seen.insert(macro).inserted { open += macros[macro.rawValue].children }
      case .group(_, let inner): open += inner
      case .choose(let branches): open += branches.flatMap(\.children)
      default: continue
      }
    }
    return false
  }

  /// Whether a part's order depends on the numbers of references.
  func sortsByNumber(_ part: Part) -> Bool {
    part.sort.contains { key in
      switch key.source {
      case .variable(let variable): variable == .citationNumber
      case .macro(let macro): prints(.citationNumber, in: macros[macro.rawValue].children)
      }
    }
  }

  /// Whether a sort key is a date, or a macro that has one.
  func isDate(_ source: SortKey.Source) -> Bool {
    switch source {
    case .variable(let variable): variable.kind == .date
    case .macro(let macro):
      reaches(macros[macro.rawValue].children) { if case .date = $0 { true } else { false } }
    }
  }
}
