import YinzhuModel

/// Citations without end, with the place of every field: what the parser is tested against, and its weights are trained on.
package struct CitationCorpus {
  private var records: RecordGenerator
  private var dice: Dice

  package init(lists: WordLists, seed: UInt64) {
    records = RecordGenerator(lists: lists, seed: seed)
    dice = Dice(seed: seed ^ 0x5DEE_CE66_D1CE_CAFE)
  }

  /// The next citation.
  package mutating func next() -> LabelledCitation {
    let record = records.record()
    let citation =
      record.isHan ? ChineseTemplate.compose(record, &dice) : WesternTemplate.compose(record, &dice)
    return citation
  }
}
