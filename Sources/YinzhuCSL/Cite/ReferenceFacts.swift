import YinzhuModel
import YinzhuText

/// What registration finds out about one reference alone. A session keeps it while other references come and go.
struct ReferenceFacts: Sendable {
  /// The record, `note` lines applied.
  var reference: Reference
  /// Keys of the bibliography's order; nil where they hold the reference's number.
  var sortKeys: [SortValue]?
  /// The least cite, no name told apart; nil for styles that tell nothing apart.
  var least: Disambiguation.Trial?
  /// Names of the cite that may have to be told apart, list by list.
  var names: [[NameKey]] = []
}

/// Pools of like cites that were told apart before.
struct PoolCache: Sendable {
  /// What telling a pool apart depends on.
  struct Key: Hashable, Sendable {
    var members: [ReferenceID]
    /// Places of the members in the order of the bibliography.
    var order: [Int]
    /// What names elsewhere ask of each member's names.
    var levels: [[Distinction.Given]]
    /// First notes, where cites print them.
    var firstNotes: [Int]
  }

  /// The least cite of a reference whose names others share.
  struct SharedNames: Sendable {
    /// What names elsewhere asked of its names.
    var levels: [Distinction.Given]
    var trial: Disambiguation.Trial
  }

  var found: [Key: [Distinction]] = [:]
  var shared: [ReferenceID: SharedNames] = [:]
}

extension Processor {
  /// The facts of references in a row.
  func facts(_ references: [Reference]) -> [ReferenceFacts] {
    Parallel.flatMap(references.count, jobs: jobs) { self.facts(of: references[$0]) }
  }

  /// The facts of some of them, which share one collator.
  private func facts(of references: ArraySlice<Reference>) -> [ReferenceFacts] {
    let prepared = references.map { style.options.output.applied(to: NoteFields.applied(to: $0)) }
    var out = prepared.map { ReferenceFacts(reference: $0) }
    if let part = style.bibliography, !part.sort.isEmpty, !style.sortsByNumber(part) {
      let keys = sortKeys(prepared, prepared.map { _ in CiteContext() }, part, .bibliography)
      for (place, keys) in keys.enumerated() { out[place].sortKeys = keys }
    }
    guard tellsApart else { return out }
    let options = style.citation.options
    for place in out.indices {
      let rendered = trial(prepared[place], nil, nil)
      out[place].least = Disambiguation.Trial(rendered)
      guard options.disambiguateAddGivenName, options.givenNameRule != .byCite else { continue }
      out[place].names = rendered.names.map { list in
        let counted = options.givenNameRule.isPrimaryOnly ? Array(list.names.prefix(1)) : list.names
        return counted.compactMap { NameKey($0, keepsHyphen: style.options.initializeWithHyphen) }
      }
    }
    return out
  }

  /// Whether the style tells like cites apart.
  var tellsApart: Bool {
    let options = style.citation.options
    return options.disambiguateAddNames || options.disambiguateAddGivenName || options.disambiguateAddYearSuffix
      || style.use.disambiguate
  }

  /// A later cite of the reference without locator, as short as the style makes it.
  func trial(_ reference: Reference, _ distinction: Distinction?, _ givenNames: GivenNames?, firstNote: Int? = nil)
    -> Rendered
  {
    var cite = CiteContext()
    cite.firstNoteNumber = firstNote
    cite.position = .subsequent
    cite.isNearNote = true
    cite.isAmbiguityCheck = true
    cite.distinction = distinction
    cite.givenNames = givenNames
    return render(reference, cite, style.citation, .citation)
  }
}

extension Disambiguation.Trial {
  init(_ rendered: Processor.Rendered) {
    self.init(
      text: rendered.tree.rawText, recorded: rendered.recorded, counts: rendered.names.map(\.names.count),
      extraTexts: rendered.extraTexts)
  }
}

extension Style.PartOptions.GivenNameRule {
  /// Whether only the first name of a list is told apart.
  var isPrimaryOnly: Bool { self == .primaryName || self == .primaryNameWithInitials }
}
