import YinzhuModel

/// Citations without end, with the place of every field: what the parser is tested against, and its weights are trained on.
package struct CitationCorpus {
  private var records: RecordGenerator
  private var dice: Dice
  private var renderer: StyleRenderer?
  /// How many of the citations are printed by styles; the rest is composed from templates.
  package var styleShare = 0.6
  /// How many of those are notes.
  package var noteShare = 0.3
  /// How many records are made ones of rarer kinds, where there is one like them.
  package var rareShare = 0.08
  /// How many records are Russian or Japanese.
  package var easternShare = 0.03
  /// How many citations are loosened.
  package var looseShare = 0.5

  /// - Parameter styles: the styles to print in; without them all is composed from templates.
  package init(lists: WordLists, seed: UInt64, styles: StyleShelf? = nil) {
    records = RecordGenerator(lists: lists, seed: seed)
    dice = Dice(seed: seed ^ 0x5DEE_CE66_D1CE_CAFE)
    if let styles, !styles.isEmpty { renderer = StyleRenderer(shelf: styles) }
  }

  /// The next citation.
  package mutating func next() -> LabelledCitation {
    var citation = printed()
    if dice.chance(looseShare) {
      Loosening.loosen(&citation, &dice)
    } else {
      citation.apply(Whitespace.tidied(citation))
    }
    return citation
  }

  private mutating func printed() -> LabelledCitation {
    let isEastern = dice.chance(easternShare)
    let common = isEastern ? records.eastern() : records.record()
    let record = !isEastern && dice.chance(rareShare) ? records.rarer(common) : common
    if !isEastern, dice.chance(0.4), let citation = RareTemplate.compose(record, &dice) { return citation }
    if renderer != nil, dice.chance(styleShare) {
      // Some styles know nothing of some kinds of records.
      for _ in 0..<4 {
        let isNote = dice.chance(noteShare)
        if let citation = renderer?.print(record, isNote: isNote, &dice) { return citation }
      }
    }
    var citation = composed(record)
    citation.record = record.reference(id: "r")
    return citation
  }

  private mutating func composed(_ record: GeneratedRecord) -> LabelledCitation {
    switch record.language {
    case "zh": ChineseTemplate.compose(record, &dice)
    case "ru": RussianTemplate.compose(record, &dice)
    case "ja": JapaneseTemplate.compose(record, &dice)
    default: dice.chance(0.4) ? BibTeXTemplate.compose(record, &dice) : WesternTemplate.compose(record, &dice)
    }
  }
}
