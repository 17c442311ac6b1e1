import YinzhuModel

/// The codes of GB/T 7714 (2015 Annex B, 2025) and the types that they stand for.
enum TypeCode {
  static func type(_ code: String, pattern: ReferenceType) -> ReferenceType? {
    switch code {
    case "M": pattern == .chapter ? .chapter : .book
    case "C": pattern == .chapter ? .paperConference : .book
    case "G": pattern == .chapter ? .chapter : .collection
    case "J": .articleJournal
    case "N": .articleNewspaper
    case "D": .thesis
    case "R": .report
    case "S": .standard
    case "P": .patent
    case "DB", "DS": .dataset
    case "CP": .software
    case "EB": .webpage
    case "A": pattern == .chapter ? .chapter : .manuscript
    case "CM": .map
    case "PP": .article
    case "Z": .document
    default: nil
    }
  }
}

/// What the fields say about the type, where the pattern leaves it open.
enum TypeRefinement {
  static func refine(_ record: inout BuiltRecord) {
    let reference = record.reference
    if reference.type == .thesis, let genre = reference.text(.genre), genre.isEmpty { record.reference[.genre] = nil }
    if reference.type == .classic, let title = reference.text(.title),
      !title.unicodeScalars.contains(where: { "·•.・．".unicodeScalars.contains($0) })
    {
      record.reference.type = .book
    }
  }
}
