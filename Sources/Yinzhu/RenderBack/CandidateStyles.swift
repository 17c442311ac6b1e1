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

  /// The built-in styles: notes as notes, those of lists as lists.
  public static let builtIn = CandidateStyles(
    candidates: Style.builtInIDs.compactMap { id in
      Style.builtIn(id: id).map { style in
        let processor = Processor(style: style, locales: .builtIn, language: nil)
        return Candidate(id: id, isNote: style.class == .note, processor: processor)
      }
    })

  /// One style, given by the user, with all that it can print.
  public init(id: String, style: Style, processor: Processor) {
    candidates =
      [Candidate(id: id, isNote: true, processor: processor)]
      + (style.hasBibliography ? [Candidate(id: id, isNote: false, processor: processor)] : [])
  }

  private init(candidates: [Candidate]) {
    self.candidates = candidates
  }
}
