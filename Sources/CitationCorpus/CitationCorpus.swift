import YinzhuModel

/// Citations without end, with the place of every field: what the parser is tested against, and its weights are trained on.
package struct CitationCorpus {
  private var records: RecordGenerator
  private var dice: Dice
  private let styles: StyleSet?

  package init(lists: WordLists, styles: StyleSet?, seed: UInt64) {
    self.styles = styles
    records = RecordGenerator(lists: lists, seed: seed)
    dice = Dice(seed: seed ^ 0x5DEE_CE66_D1CE_CAFE)
  }

  /// The next citation.
  package mutating func next() -> LabelledCitation {
    let record = records.record()
    if let styles, styles.count > 0, dice.chance(0.6), let printed = styles.print(record, &dice) { return printed }
    let citation =
      record.isHan ? ChineseTemplate.compose(record, &dice) : WesternTemplate.compose(record, &dice)
    return citation
  }
}
