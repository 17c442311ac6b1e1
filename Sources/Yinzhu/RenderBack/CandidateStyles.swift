import YinzhuCSL
import YinzhuModel
import YinzhuText

/// The styles that records are written back in: the built-in ones, or the one that the user names.
public struct CandidateStyles: Sendable {
  /// A style, and whether it prints notes or entries of a list.
  struct Candidate: Sendable {
    let id: String
    let isNote: Bool
    /// Compiling takes a few milliseconds, so it waits until the style is tried.
    fileprivate let made: MadeOnce<Processor?>

    var processor: Processor? { made.value }
  }

  let candidates: [Candidate]
  /// How many of them, at the front, are note styles of journals.
  let journals: Int

  /// The built-in styles: notes as notes first, then those of lists as lists.
  public static let builtIn: CandidateStyles = {
    let all = Style.builtInIDs.map { id in
      Candidate(
        id: id, isNote: isNote(Style.builtInBytes(id: id) ?? []),
        made: MadeOnce {
          Style.builtIn(id: id).map { Processor(style: $0, locales: .builtIn, language: nil) }
        })
    }
    // Journals are more than one, so theirs come before those of GB/T 7714.
    let journals = all.filter { $0.isNote && !$0.id.hasPrefix("gb-t-") }
    return CandidateStyles(
      journals + all.filter { $0.isNote && $0.id.hasPrefix("gb-t-") } + all.filter { !$0.isNote },
      journals: journals.count)
  }()

  /// One style, given by the user, with all that it can print.
  public init(id: String, style: Style, processor: Processor) {
    let made = MadeOnce<Processor?> { processor }
    journals = 1
    candidates =
      [Candidate(id: id, isNote: true, made: made)]
      + (style.hasBibliography ? [Candidate(id: id, isNote: false, made: made)] : [])
  }

  private init(_ candidates: [Candidate], journals: Int) {
    self.candidates = candidates
    self.journals = journals
  }

  /// Whether the style element says `class="note"`; it stands at the beginning of the file.
  private static func isNote(_ bytes: [UInt8]) -> Bool {
    let wanted = Array("class=\"note\"".utf8)
    let head = bytes.prefix(2048)
    return head.indices.contains { head[$0...].starts(with: wanted) }
  }
}
