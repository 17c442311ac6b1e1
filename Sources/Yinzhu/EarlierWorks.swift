import YinzhuCitations
import YinzhuModel
import YinzhuText

/// The works that a document has cited in full so far, to be found by author, title and sort.
struct EarlierWorks {
  private struct Work {
    var reference: Reference
    var place: BackReferences.Place
    var title: [UInt32]
  }

  private var works: [Work] = []

  /// A work cited in full; one cited again stays where it was cited first.
  mutating func add(_ reference: Reference, _ place: BackReferences.Place) {
    let title = Self.folded(reference.text(.title) ?? "")
    if works.contains(where: { $0.title == title && Self.isSame($0.reference, reference) }) { return }
    works.append(Work(reference: reference, place: place, title: title))
  }

  /// The work that a pointer names.
  func find(_ pointer: BackReferencePointer) -> BackReferences.Outcome {
    let title = pointer.title.map(Self.folded)
    var best: [Work] = []
    var bestRank = 1
    for work in works {
      if let author = pointer.author, !Self.isBy(author, work.reference) {
        // A short form may leave out the author, a record may have none; a wrong one is none.
        guard title != nil, Self.people(work.reference).isEmpty else { continue }
      }
      if let sort = pointer.sort, !Self.isOf(sort, work.reference) { continue }
      let rank = title.map { Self.likeness($0, work.title) } ?? 1
      if rank > bestRank { best = [] }
      if rank >= bestRank {
        bestRank = rank
        best.append(work)
      }
    }
    guard let first = best.first else { return .nowhere(Self.reason(pointer)) }
    return best.count == 1 ? .citation(first.place) : .ambiguous(best.map(\.place))
  }

  private static func reason(_ pointer: BackReferencePointer) -> String {
    switch (pointer.author, pointer.title) {
    case (_, let title?): "no earlier note cites “\(title)” in full"
    case (let author?, nil): "no earlier note cites a work of \(author)"
    case (nil, nil): "no earlier note cites such a work"
    }
  }

  // MARK: What is like what

  /// Whether a record can be the one that a pointer names by author or title.
  static func fits(_ reference: Reference, _ pointer: BackReferencePointer) -> Bool {
    if let author = pointer.author, !isBy(author, reference) { return false }
    if let title = pointer.title { return likeness(folded(title), folded(reference.text(.title) ?? "")) > 0 }
    return true
  }

  /// Whether two records are of one work: short and full titles apart, all that both print is equal.
  static func isSame(_ a: Reference, _ b: Reference) -> Bool {
    guard folded(a.text(.title) ?? "") == folded(b.text(.title) ?? "") else { return false }
    for variable: Variable in [.containerTitle, .publisher, .volume, .issue, .edition] {
      if let one = a.text(variable), let other = b.text(variable), one != other { return false }
    }
    if let one = a.date(.issued), let other = b.date(.issued), one != other { return false }
    let (one, other) = (people(a), people(b))
    return one.isEmpty || other.isEmpty || one.first?.displayed == other.first?.displayed
  }

  private static func people(_ reference: Reference) -> [Name] {
    reference.names(.author) + reference.names(.editor) + reference.names(.translator)
  }

  /// Whether the names as a pointer prints them are those of the record; family names are enough.
  private static func isBy(_ author: String, _ reference: Reference) -> Bool {
    let printed = folded(author)
    return people(reference).contains { name in
      let whole = folded(name.displayed)
      if whole == printed || contains(printed, whole) { return true }
      // The short form of a foreign name: 波斯纳 for 理查德·波斯纳, Waltz for Kenneth N. Waltz.
      let short = folded(name.family ?? name.literal.flatMap { $0.split(separator: "·").last.map(String.init) } ?? "")
      return short.count > 1 && (contains(printed, short) || printed == short)
        || (printed.count > 1 && whole.starts(with: printed))
    }
  }

  private static func isOf(_ sort: BackReferencePointer.Sort, _ reference: Reference) -> Bool {
    let isArticle: Bool
    switch reference.type {
    case .articleJournal, .articleMagazine, .articleNewspaper, .article, .paperConference, .chapter, .webpage,
      .postWeblog:
      isArticle = true
    default: isArticle = false
    }
    switch sort {
    case .book: return !isArticle || reference.type == .chapter
    case .article: return isArticle || reference.type == .thesis
    case .any: return true
    }
  }

  /// 3 where titles are equal, 2 where one is the other without its subtitle, 1 where the short one stands in the full one.
  private static func likeness(_ short: [UInt32], _ full: [UInt32]) -> Int {
    guard !short.isEmpty, !full.isEmpty else { return 0 }
    if short == full { return 4 }
    if full.starts(with: short) { return 3 }
    // 《三国志·吴书》 for 《三国志》
    if full.count > 1, short.starts(with: full) { return 2 }
    return short.count > 3 && contains(full, short) ? 2 : 0
  }

  private static func contains(_ text: [UInt32], _ part: [UInt32]) -> Bool {
    guard !part.isEmpty, part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  /// Letters and digits only, in lower case; marks and quotation marks differ from note to note.
  private static func folded(_ text: String) -> [UInt32] {
    WidthFolding.fold(text).lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    .map(\.value)
  }
}
