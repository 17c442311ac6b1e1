/// The classes of words that the grammar turns on. Which words belong to a class is data: `anchors.tsv`.
///
/// Weights of the label model were trained on the numbers of the cases: a new case goes to the end.
enum Word: UInt8, Sendable, CaseIterable {
  case none
  // Chinese notes.
  case host, see, year, month, day, number, ordinal, runningOrdinal, volume, issue, page, edition, editionWords
  case reprint, others, supplement, degree, held, quotedWork, note, accessed, unpublished, column, article, chapter
  case section, paragraph, frontMatter, conference, judgment, sameAsPrevious, earlierNote, earlierWork, same, work
  // Western notes.
  case pages, paragraphs, volumeWord, issueWord, editorWord, editionWord, translatorWord, hostWord, conjunction, alii
  case dissertation, monthName, corporation, accessedLead, paperWord, presentedWord, preposition
  // What other lexicons say.
  case role, signal

  /// The classes by the names that the tables use.
  static let byName = Dictionary(uniqueKeysWithValues: allCases.map { (String(describing: $0), $0) })
}
