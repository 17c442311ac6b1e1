import YinzhuModel
import YinzhuText

/// `cs:choose` (CSL 1.0.2 "Choose").
extension Evaluator {
  mutating func choose(_ branches: [Element.Branch]) -> Result {
    for branch in branches {
      if holds(branch) { return evaluate(branch.children) }
    }
    return Result()
  }

  private mutating func holds(_ branch: Element.Branch) -> Bool {
    for condition in branch.conditions {
      let holds = self.holds(condition)
      switch branch.match {
      case .all: if !holds { return false }
      case .any: if holds { return true }
      case .none: if holds { return false }
      }
    }
    return branch.match != .any
  }

  private mutating func holds(_ condition: Element.Condition) -> Bool {
    switch condition {
    case .type(let type): return reference.type == type
    case .types(let types): return types.contains(reference.type)
    case .variable(let variable): return hasValue(variable)
    case .foreign(let name): return foreign(name) != nil
    case .isNumeric(let variable): return isNumeric(variable)
    case .isUncertainDate(let variable): return reference.date(variable)?.circa ?? false
    case .locator(let label):
      guard let locator = cite.locator else { return false }
      if case .embedded(let text)? = numberField(.locator)?.label, let term = NumberField.labelTerms[text] {
        return term == label.rawValue
      }
      return locator.label == label
    case .position(let position): return holds(position)
    case .disambiguate: return holdsExtraText()
    case .hasDatePart(let part, let variable):
      guard let date = reference.date(variable) else { return false }
      switch part {
      case .year: return date.start != nil
      case .month: return date.start?.month != nil
      case .day: return date.start?.day != nil
      case .season: return date.season != nil
      }
    case .context(let wanted): return context == wanted
    case .never: return false
    }
  }

  /// The first so many conditions of the cite hold as disambiguation needs.
  private mutating func holdsExtraText() -> Bool {
    if context == .citation { extraTexts.met += 1 }
    guard extraTexts.used < cite.distinction?.extraTexts ?? 0 else { return false }
    extraTexts.used += 1
    return true
  }

  private mutating func isNumeric(_ variable: Variable) -> Bool {
    if variable.kind == .number || variable == .callNumber || variable == .division {
      return numberField(variable)?.isNumeric ?? false
    }
    // Of other variables only titles that end with a number (citeproc-js).
    guard variable == .title, let last = plain(variable)?.utf8.last else { return false }
    return CharacterClass.isDigit(UInt32(last))
  }

  /// Positions include each other: ibid is also subsequent (CSL 1.0.2 "Choose", `position`).
  private func holds(_ wanted: CitePosition) -> Bool {
    guard context == .citation else { return false }
    switch wanted {
    case .first: return cite.position == .first
    case .subsequent: return cite.position >= .subsequent
    case .ibid: return cite.position >= .ibid
    case .ibidWithLocator: return cite.position == .ibidWithLocator
    case .nearNote: return cite.position != .first && cite.isNearNote
    case .farNote: return cite.position != .first && !cite.isNearNote
    }
  }
}
