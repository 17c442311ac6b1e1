import YinzhuCSL
import YinzhuModel

/// The styles that records are written back in: the built-in ones, or the one that the user names.
public struct CandidateStyles: Sendable {
  /// A style, and whether it prints notes or entries of a list.
  struct Candidate: Sendable {
    var id: String
    var isNote: Bool
    var processor: Processor
  }

  let candidates: [Candidate]

  /// The built-in styles: notes as notes, GB/T 7714 also as entries of a list.
  public static let builtIn = CandidateStyles(
    Style.builtInIDs.compactMap { id in Style.builtIn(id: id).map { (id, $0) } }, locales: .builtIn)

  /// One style, given by the user.
  public init(id: String, style: Style, locales: LocaleSet) {
    self.init([(id, style)], locales: locales)
  }

  private init(_ styles: [(id: String, style: Style)], locales: LocaleSet) {
    candidates = styles.flatMap { id, style in
      let processor = Processor(style: style, locales: locales, language: nil)
      let isNote = style.class == .note
      var out = [Candidate(id: id, isNote: isNote, processor: processor)]
      // A note style of GB/T 7714 has the same list as its numeric sister.
      if isNote, style.hasBibliography, styles.count == 1 {
        out.append(Candidate(id: id, isNote: false, processor: processor))
      }
      return out
    }
  }
}
