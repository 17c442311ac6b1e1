/// One pool of like cites while it is told apart.
///
/// `trial` only ever grows, one step at a time: the given name of one name, one name more, the next list. Steps that
/// left fewer cites alike are kept in `kept`. The order of steps is that of citeproc-js, which style authors test with.
struct DisambiguationRun {
  private struct Group {
    var members: [Int]
    /// Whether the group takes what was kept; the first takes what is tried.
    var takesKept: Bool
  }

  private let outer: Disambiguation
  private let modes: [Disambiguation.Mode]
  private var groups: [Group]
  private var trial: Distinction
  private var kept: Distinction
  /// What was found, by reference.
  private(set) var found: [Int: Distinction] = [:]
  /// How many names the first list can grow to: as many as its shortest has.
  private let mostNames: Int?
  private let lastList: Int
  private var mode = 0
  private var list = 0
  private var name = 0
  /// Before the first step, cites are compared as they are.
  private var waits = true
  private var alike = (before: 1, now: 0)
  private var partners: [Int] = []
  private var others: [Int] = []
  /// Of the cite rendered last.
  private var extraTexts = (met: 0, used: 0)
  private var budget: Int

  /// - Parameters:
  ///   - pool: the references, those with the fewest names first.
  ///   - trials: their least cites.
  init(_ outer: Disambiguation, _ pool: [Int], _ trials: [Disambiguation.Trial]) {
    self.outer = outer
    modes = outer.modes
    groups = [Group(members: pool, takesKept: false)]
    mostNames = trials.first?.counts.first
    var base = trials.first?.recorded ?? Distinction()
    for trial in trials where trial.recorded.shown.count < base.shown.count { base = trial.recorded }
    for trial in trials {
      for (place, count) in trial.recorded.shown.enumerated()
      where place < base.shown.count && count > base.shown[place] {
        base.shown[place] = count
        base.givens[place] = trial.recorded.givens[place]
      }
    }
    base.pad()
    base.extraTexts = 0
    base.yearSuffix = nil
    trial = base
    kept = base
    lastList = (trials.last?.recorded.shown.count ?? 0) - 1
    budget = 64 + trials.reduce(0) { $0 + $1.counts.reduce(8, +) } * 4
  }

  mutating func resolve() {
    while let first = groups.first {
      list = 0
      name = 0
      alike = (1, 0)
      if !first.members.isEmpty { resolveFirst() }
      groups.removeFirst()
    }
  }

  private mutating func resolveFirst() {
    while let group = groups.first, !group.members.isEmpty {
      budget -= 1
      guard budget > 0 else { return settle(group.members) }
      let isLast = step()
      scan(group.members)
      switch modes[mode] {
      case .names: names(isLast)
      case .extraText: extraText()
      case .yearSuffix: yearSuffix()
      }
      guard isLast else { continue }
      if mode < modes.count - 1 {
        mode += 1
      } else if groups.count > 1 {
        groups[1].members = []
      }
    }
  }

  // MARK: Steps

  /// Lets `trial` grow; true when nothing more can.
  private mutating func step() -> Bool {
    if waits {
      waits = false
      return false
    }
    switch modes[mode] {
    case .yearSuffix: return false
    case .extraText:
      trial.extraTexts += 1
      kept.extraTexts += 1
      return false
    case .names: break
    }
    var addsName = !outer.byCite
    if outer.byCite {
      if let given = given(trial), given < .full {
        trial.givens[list][name] = given == .none ? .initials : .full
      } else {
        addsName = true
      }
    }
    var opensList = mostNames == nil
    if let mostNames, addsName {
      if outer.options.disambiguateAddNames, name < mostNames, list < trial.shown.count {
        trial.shown[list] += 1
        name += 1
      } else {
        opensList = true
      }
    }
    if opensList, list < lastList, list + 1 < trial.shown.count {
      list += 1
      trial.shown[list] = 1
      name = 0
    }
    trial.pad()
    return isExhausted
  }

  private var isExhausted: Bool {
    guard lastList < 0 || list >= lastList || list + 1 >= trial.shown.count else { return false }
    if outer.options.disambiguateAddNames, let mostNames, name < mostNames { return false }
    guard outer.byCite, let given = given(trial) else { return true }
    return given == .full
  }

  private func given(_ distinction: Distinction) -> Distinction.Given? {
    guard list < distinction.givens.count, name < distinction.givens[list].count else { return nil }
    return distinction.givens[list][name]
  }

  /// Divides the group into those whose cite looks like the first one's, and the rest.
  private mutating func scan(_ members: [Int]) {
    partners = []
    others = []
    var first: String?
    for member in members {
      let cite = outer.render(member, trial)
      extraTexts = cite.extraTexts
      if let first, cite.text != first {
        others.append(member)
      } else {
        first = cite.text
        partners.append(member)
      }
    }
    alike = (alike.now, partners.count - 1)
  }

  private mutating func keepStep() {
    if list < trial.shown.count, list < kept.shown.count { kept.shown[list] = trial.shown[list] }
    kept.pad()
    if outer.byCite, let given = given(trial), self.given(kept) != nil { kept.givens[list][name] = given }
  }

  private mutating func settle(_ members: [Int]) {
    for member in members { found[member] = kept }
    groups[0] = Group(members: [], takesKept: true)
  }

  // MARK: Modes

  private mutating func names(_ isLast: Bool) {
    if alike.now == 0, others.count == 1 {
      keepStep()
      settle(others + partners)
    } else if alike.now == 0 {
      keepStep()
      settle(partners)
      groups[0].members = others
      waits = waits || !others.isEmpty
    } else if others.count == 1 {
      keepStep()
      settle(others)
      groups[0].members = partners
    } else if alike.now < alike.before {
      keepStep()
      groups[0] = Group(members: partners, takesKept: true)
      groups.append(Group(members: others, takesKept: true))
    } else if isLast {
      groups[0] = Group(members: others, takesKept: true)
      groups.append(Group(members: partners, takesKept: true))
      if mode == modes.count - 1 { settle(partners) }
    }
  }

  private mutating func extraText() {
    let isDone = alike.now == 0 && others.count < 2
    let members = groups[0].members
    if !isDone, trial.extraTexts == 0 || extraTexts.used != extraTexts.met {
      mode = 0
      trial.extraTexts = extraTexts.used
      kept.extraTexts = extraTexts.used
      if trial.extraTexts == 0 {
        waits = true
        trial.extraTexts = 1
      } else {
        names(false)
      }
    } else if isDone || mode == modes.count - 1 {
      for member in members { found[member] = groups[0].takesKept ? kept : trial }
      groups[0] = Group(members: [], takesKept: true)
    } else {
      // The extra text may be the date that a year suffix needs.
      mode = modes.count - 1
      trial.extraTexts = max(1, trial.extraTexts)
      kept.extraTexts = max(1, kept.extraTexts)
      for member in members { found[member] = groups[0].takesKept ? kept : trial }
    }
  }

  private mutating func yearSuffix() {
    let group = groups[0]
    if alike.now > 0 {
      let base = group.takesKept ? kept : trial
      for (place, member) in group.members.sorted(by: outer.precedes).enumerated() {
        var distinction = base
        distinction.yearSuffix = place
        found[member] = distinction
      }
    }
    groups[0] = Group(members: [], takesKept: true)
  }
}
