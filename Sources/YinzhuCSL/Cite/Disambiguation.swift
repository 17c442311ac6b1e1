import YinzhuModel

/// Tells apart references whose cites look the same (CSL 1.0.2 "Disambiguation"): more names, more of given names,
/// `disambiguate="true"`, year suffixes, in this order.
struct Disambiguation {
  /// The text of a cite with some distinction, and what it printed of names; numbers and year suffixes stay out.
  struct Trial {
    var text: String
    /// What was printed.
    var recorded: Distinction
    /// How many names each list has.
    var counts: [Int]
    /// How many `disambiguate="true"` conditions were met, and how many of them held.
    var extraTexts: (met: Int, used: Int)
  }

  enum Mode { case names, extraText, yearSuffix }

  let options: Style.PartOptions
  let usesExtraText: Bool
  /// Renders the cite of one reference.
  let render: (Int, Distinction?) -> Trial
  /// Whether year suffixes go to the first before the second.
  let precedes: (Int, Int) -> Bool
  var modes: [Mode] {
    var out: [Mode] = []
    if options.disambiguateAddNames || byCite { out.append(.names) }
    if usesExtraText { out.append(.extraText) }
    if options.disambiguateAddYearSuffix { out.append(.yearSuffix) }
    return out
  }

  var byCite: Bool { options.disambiguateAddGivenName && options.givenNameRule == .byCite }

  init(
    options: Style.PartOptions, usesExtraText: Bool, render: @escaping (Int, Distinction?) -> Trial,
    precedes: @escaping (Int, Int) -> Bool
  ) {
    self.options = options
    self.usesExtraText = usesExtraText
    self.render = render
    self.precedes = precedes
  }

  /// Whether the style asks for any of it.
  var isNeeded: Bool { !modes.isEmpty }

  /// What tells apart one pool of references whose least cites are the same, by reference.
  ///
  /// - Parameter earlier: what an earlier run found; its names are where this one begins.
  func resolved(_ pool: [Int], from earlier: [Int: Distinction] = [:]) -> [Int: Distinction] {
    guard pool.count > 1, isNeeded else { return [:] }
    let trials = pool.map { render($0, earlier[$0]) }
    // The fewest names first: steps only ever add names.
    let members = pool.indices.sorted {
      (trials[$0].counts.first ?? 0, pool[$0]) < (trials[$1].counts.first ?? 0, pool[$1])
    }
    var run = DisambiguationRun(self, members.map { pool[$0] }, members.map { trials[$0] })
    run.resolve()
    return run.found
  }
}
