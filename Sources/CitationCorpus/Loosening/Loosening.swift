import YinzhuModel

/// What becomes of citations on their way from a style sheet to a page that somebody typed, scanned or copied: other
/// widths, lost marks, other quotation marks. Each sort of slip is drawn once for a citation and then holds all through
/// it, as one author's habits do.
package struct Loosening: Sendable {
  /// Changes text and places together.
  package static func loosen(_ citation: inout LabelledCitation, _ dice: inout Dice) {
    for slip in slips where dice.chance(slip.chance) {
      citation.apply(slip.edits(citation, &dice))
    }
    if dice.chance(0.05) { Remarks.append(&citation, &dice) }
    citation.apply(Whitespace.tidied(citation))
  }

  struct Slip: Sendable {
    /// How many of the loosened citations have it.
    var chance: Double
    var edits: @Sendable (LabelledCitation, inout Dice) -> [TextEdit]
  }

  /// In the order in which they befall a text: what authors write first, what printing and scanning does last.
  private static let slips: [Slip] = [
    Slip(chance: 0.2, edits: LabelSlips.pageLabel),
    Slip(chance: 0.3, edits: LabelSlips.addressLabel),
    Slip(chance: 0.12, edits: LabelSlips.yearBrackets),
    Slip(chance: 0.25, edits: LabelSlips.conjunction),
    Slip(chance: 0.02, edits: FieldSlips.repeatedAuthor),
    Slip(chance: 0.05, edits: FieldSlips.yearLetter),
    Slip(chance: 0.015, edits: FieldSlips.asterisks),
    Slip(chance: 0.15, edits: LabelSlips.others),
    Slip(chance: 0.45, edits: LabelSlips.typeCode),
    Slip(chance: 0.12, edits: CaseSlips.title),
    Slip(chance: 0.05, edits: CaseSlips.names),
    Slip(chance: 0.4, edits: MarkSlips.quotes),
    Slip(chance: 0.5, edits: MarkSlips.dashes),
    Slip(chance: 0.3, edits: MarkSlips.width),
    Slip(chance: 0.12, edits: MarkSlips.fullStop),
    Slip(chance: 0.05, edits: MarkSlips.lostMark),
    Slip(chance: 0.12, edits: Whitespace.dropped),
    Slip(chance: 0.06, edits: Whitespace.added),
    Slip(chance: 0.06, edits: ScanSlips.hyphenation),
    Slip(chance: 0.04, edits: ScanSlips.accents),
    Slip(chance: 0.03, edits: ScanSlips.confusion),
    Slip(chance: 0.25, edits: MarkSlips.end),
    Slip(chance: 0.08, edits: LabelSlips.number),
  ]
}
