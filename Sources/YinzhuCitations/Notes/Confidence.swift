import YinzhuModel

/// How sure a reading is. A first estimate from the match alone; rendering back will set it later.
enum Confidence {
  static func of(_ match: Match, margin: Float, remainder: Int) -> Double {
    var value: Float = 0.98
    for filled in match.filled where filled.score < 0 { value -= min(0.3, -filled.score * 0.12) }
    if margin < 1 { value -= 0.15 * (1 - margin) }
    value -= 0.15 * Float(remainder)
    return Double(max(0.05, min(0.99, value)))
  }
}

/// Whether a citation is given in full, or in the short form of a work cited before.
enum CitationFormReader {
  static func form(_ reference: Reference) -> CitationItem.Form {
    let evidence: [Variable] = [
      .issued, .publisher, .publisherPlace, .containerTitle, .url, .doi, .genre, .archive, .number, .status,
      .eventTitle, .edition, .volume,
    ]
    if evidence.contains(where: { reference[$0] != nil }) { return .full }
    switch reference.type {
    case .classic, .legislation, .legalCase: return .full
    default: return .short
    }
  }
}
