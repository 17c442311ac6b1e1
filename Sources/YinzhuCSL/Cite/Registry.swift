import YinzhuModel

/// What is known of the references of one document together: their order, numbers, and what tells them apart.
struct Registry: Sendable {
  /// The references, `note` lines applied, in the order of registration: cited ones by their first cite.
  var references: [Reference]
  /// Places in `references`.
  var index: [ReferenceID: Int]
  /// Places in `references`, in the order of the bibliography.
  var order: [Int]
  /// The number of each reference.
  var numbers: [Int]
  /// What each reference's cites print beyond the least.
  var distinctions: [Distinction]
  /// Names that must be told apart wherever they stand.
  var givenNames: GivenNames?

  /// What a cite of the reference knows of the others.
  func cite(_ place: Int) -> CiteContext {
    var out = CiteContext()
    out.citationNumber = numbers[place]
    if !distinctions[place].isEmpty { out.distinction = distinctions[place] }
    out.givenNames = givenNames
    return out
  }
}
