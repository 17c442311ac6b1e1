import YinzhuModel
import YinzhuText

/// `cs:choose` (CSL 1.0.2 "Choose").
extension Evaluator {
  mutating func choose(_ branches: [Element.Branch]) -> Result {
    for branch in branches where holds(branch) { return evaluate(branch.children) }
    return Result()
  }

  private func holds(_ branch: Element.Branch) -> Bool {
    switch branch.match {
    case .all: branch.conditions.allSatisfy(holds)
    case .any: branch.conditions.contains(where: holds)
    case .none: !branch.conditions.contains(where: holds)
    }
  }

  private func holds(_ condition: Element.Condition) -> Bool {
    switch condition {
    case .type(let type): return reference.type == type
    case .variable(let variable): return hasValue(variable)
    case .isNumeric(let variable): return plain(variable).map { NumericContent($0).isNumeric } ?? false
    case .isUncertainDate(let variable): return reference.date(variable)?.circa ?? false
    case .locator(let label): return cite.locator?.label == label
    case .position(let position): return holds(position)
    case .disambiguate: return cite.disambiguate
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

  /// Positions include each other: ibid is also subsequent and near (CSL 1.0.2 "Choose", `position`).
  private func holds(_ wanted: CitePosition) -> Bool {
    guard context == .citation else { return false }
    switch wanted {
    case .first: return cite.position == .first
    case .subsequent: return cite.position != .first
    case .ibid: return cite.position == .ibid || cite.position == .ibidWithLocator
    case .ibidWithLocator: return cite.position == .ibidWithLocator
    case .nearNote: return cite.position == .nearNote || cite.position == .ibid || cite.position == .ibidWithLocator
    case .farNote: return cite.position == .farNote
    }
  }
}
