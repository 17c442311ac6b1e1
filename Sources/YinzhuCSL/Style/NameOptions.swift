/// Options of `cs:name` that may also stand on `cs:style`, `cs:citation` and `cs:bibliography` (CSL 1.0.2
/// "Inheritable Name Options"); nil where nothing is said.
package struct NameOptions: Sendable, Hashable {
  package enum And: String, Sendable, Hashable, CaseIterable { case text, symbol }
  package enum DelimiterPrecedes: String, Sendable, Hashable, CaseIterable {
    case contextual
    case afterInvertedName = "after-inverted-name"
    case always
    case never
  }
  package enum Form: String, Sendable, Hashable, CaseIterable { case long, short, count }
  package enum SortOrder: String, Sendable, Hashable, CaseIterable { case first, all }

  package var and: And?
  package var delimiter: String?
  package var delimiterPrecedesEtAl: DelimiterPrecedes?
  package var delimiterPrecedesLast: DelimiterPrecedes?
  package var etAlMin: Int?
  package var etAlUseFirst: Int?
  package var etAlSubsequentMin: Int?
  package var etAlSubsequentUseFirst: Int?
  package var etAlUseLast: Bool?
  package var form: Form?
  package var initialize: Bool?
  package var initializeWith: String?
  package var nameAsSortOrder: SortOrder?
  package var sortSeparator: String?
  /// Delimiter between name variables; `names-delimiter` when inherited, `delimiter` on `cs:names`.
  package var namesDelimiter: String?

  package init() {}

  /// These options, with gaps filled from what is inherited.
  package func filled(from outer: NameOptions) -> NameOptions {
    var out = self
    out.and = and ?? outer.and
    out.delimiter = delimiter ?? outer.delimiter
    out.delimiterPrecedesEtAl = delimiterPrecedesEtAl ?? outer.delimiterPrecedesEtAl
    out.delimiterPrecedesLast = delimiterPrecedesLast ?? outer.delimiterPrecedesLast
    out.etAlMin = etAlMin ?? outer.etAlMin
    out.etAlUseFirst = etAlUseFirst ?? outer.etAlUseFirst
    out.etAlSubsequentMin = etAlSubsequentMin ?? outer.etAlSubsequentMin
    out.etAlSubsequentUseFirst = etAlSubsequentUseFirst ?? outer.etAlSubsequentUseFirst
    out.etAlUseLast = etAlUseLast ?? outer.etAlUseLast
    out.form = form ?? outer.form
    out.initialize = initialize ?? outer.initialize
    out.initializeWith = initializeWith ?? outer.initializeWith
    out.nameAsSortOrder = nameAsSortOrder ?? outer.nameAsSortOrder
    out.sortSeparator = sortSeparator ?? outer.sortSeparator
    out.namesDelimiter = namesDelimiter ?? outer.namesDelimiter
    return out
  }
}
