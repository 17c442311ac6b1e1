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

  /// Whether elements, or macros that they call, print a variable with `cs:text` or `cs:number`. Each macro is looked
  /// into once, however often it is called.
  private func prints(_ variable: Variable, in children: [ElementIndex]) -> Bool {
    var seen: Set<MacroIndex> = []
    var open = children
    while let index = open.popLast() {
      switch elements[index.rawValue].kind {
      case .text(.variable(variable, _)): return true
      case .number(let number): if number.variable == variable { return true }
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
  func isDate(_ key: SortKey) -> Bool {
    switch key.source {
    case .variable(let variable): return variable.kind == .date
    case .macro(let index): return dateMacros.contains(index)
    }
  }

  /// Macros with `cs:date` in them.
  static func dateMacros(_ style: Style) -> Set<MacroIndex> {
    var out: Set<MacroIndex> = []
    for index in style.macros.indices {
      var seen: Set<MacroIndex> = [MacroIndex(rawValue: index)]
      var open = style.macros[index].children
      while let next = open.popLast() {
        switch style.elements[next.rawValue].kind {
        case .date:
          out.insert(MacroIndex(rawValue: index))
          open = []
        case .text(.macro(let macro)):
          if seen.insert(macro).inserted { open += style.macros[macro.rawValue].children }
        case .group(_, let inner): open += inner
        case .choose(let branches): open += branches.flatMap(\.children)
        default: continue
        }
      }
    }
    return out
  }
}
