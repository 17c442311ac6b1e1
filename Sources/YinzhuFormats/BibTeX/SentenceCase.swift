import YinzhuModel
import YinzhuText

/// English titles in title case, as BibTeX files have them, in sentence case, as CSL-JSON has them.
///
/// BibTeX leaves the case of a title to the style, and braces protect what must stay (btxdoc, section 3); CSL can only raise
/// case, so its data stands in sentence case (CSL 1.0.2 "Sentence Case Conversion"). Only the pieces outside braces and commands
/// change, only words of the form `Word`, and only where the title is in title case as a whole.
enum SentenceCase {
  /// The title in sentence case; unchanged where it isn't an English title in title case.
  ///
  /// - Parameter language: the record's BCP 47 tag; without one, titles in Latin script with words of another language stay.
  static func applied(to title: RichText, language: String?) -> RichText {
    guard mayHaveCapitals(title), isEnglish(title.plain, language: language) else { return title }
    var counter = Pass(changes: false)
    _ = counter.inlines(title.inlines)
    guard counter.capitalized > counter.small else { return title }
    var pass = Pass(changes: true)
    return RichText(inlines: pass.inlines(title.inlines))
  }

  /// Whether a capital may stand after the first letter; most titles are in sentence case already.
  private static func mayHaveCapitals(_ title: RichText) -> Bool {
    guard title.inlines.count == 1, case .text(let text)? = title.inlines.first else { return true }
    // What is that long is no title.
    if text.utf8.count > 1 << 16 { return false }
    return text.utf8.dropFirst().contains { $0 >= 0x80 || (0x41...0x5A).contains($0) }
  }

  private static func isEnglish(_ text: String, language: String?) -> Bool {
    if let language { return language == "en" || language.hasPrefix("en-") }
    var words: Set<String> = []
    var word = ""
    for scalar in text.unicodeScalars {
      if CharacterClass.isEastAsian(scalar.value) || CharacterClass.isCyrillic(scalar.value) { return false }
      if CharacterClass.isAlphabetic(scalar.value) {
        word.unicodeScalars.append(scalar)
      } else {
        words.insert(word.lowercased())
        word = ""
      }
    }
    words.insert(word.lowercased())
    return words.isDisjoint(with: foreign) || !words.isDisjoint(with: english)
  }

  /// One walk over the pieces: it counts words, or changes them.
  private struct Pass {
    let changes: Bool
    var capitalized = 0
    var small = 0
    /// The next word begins a sentence.
    private var opens = true

    init(changes: Bool) { self.changes = changes }

    mutating func inlines(_ inlines: [RichText.Inline]) -> [RichText.Inline] {
      inlines.map { inline in
        switch inline {
        case .text(let text): return .text(self.text(text))
        case .styled:
          if opens, RichText(inlines: [inline]).plain.unicodeScalars.contains(where: SentenceCase.isWordPart) {
            opens = false
          }
          return inline
        }
      }
    }

    private mutating func text(_ text: String) -> String {
      var out = String.UnicodeScalarView()
      var word = String.UnicodeScalarView()
      var previous: Unicode.Scalar?
      var isMath = false
      for scalar in text.unicodeScalars {
        if SentenceCase.isWordPart(scalar) {
          word.append(scalar)
          continue
        }
        if isMath || previous == "\\" { keep(&word, into: &out) } else { close(&word, before: scalar, into: &out) }
        if scalar == "$" { isMath.toggle() }
        if scalar == " ", let previous, previous == "." || previous == "?" || previous == "!" { opens = true }
        previous = scalar
        out.append(scalar)
      }
      if isMath || previous == "\\" { keep(&word, into: &out) } else { close(&word, before: nil, into: &out) }
      return String(out)
    }

    /// Words of math and names of commands stand as they are.
    private mutating func keep(_ word: inout String.UnicodeScalarView, into out: inout String.UnicodeScalarView) {
      if !word.isEmpty { opens = false }
      out.append(contentsOf: word)
      word = String.UnicodeScalarView()
    }

    private mutating func close(
      _ word: inout String.UnicodeScalarView, before next: Unicode.Scalar?, into out: inout String.UnicodeScalarView
    ) {
      defer { word = String.UnicodeScalarView() }
      guard let first = word.first else { return }
      let text = String(word)
      guard !opens else {
        opens = false
        return out.append(contentsOf: word)
      }
      let rest = word.dropFirst()
      let isPlain = rest.allSatisfy { !CharacterClass.isUppercase($0.value) }
      let isCapitalized =
        CharacterClass.isUppercase(first.value) && isPlain
        && (!rest.isEmpty || text == "A" || text == "E" && next == "-")
      if !changes, word.count > 2, isPlain, !SentenceCase.small.contains(text.lowercased()) {
        if isCapitalized { capitalized += 1 } else if CharacterClass.isAlphabetic(first.value) { small += 1 }
      }
      guard changes, isCapitalized, !SentenceCase.isProper(text) else { return out.append(contentsOf: word) }
      out.append(contentsOf: text.lowercased().unicodeScalars)
    }
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    CharacterClass.isAlphabetic(scalar.value) || CharacterClass.isDigit(scalar.value) || scalar == "'" || scalar == "’"
  }

  private static func isProper(_ word: String) -> Bool {
    let stem = word.prefix { $0 != "'" && $0 != "’" }
    return proper.contains(String(stem))
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Words that title case leaves small.
  private static let small = words(
    """
    and are but for how its nor not off our out per the via was who why yet
    about above across after against along among amid around before behind below beneath beside between beyond
    during from into like near onto over past since than that their through throughout toward towards under until upon
    versus when where which while with within without your
    """)

  /// Words that show English where the record doesn't say the language.
  private static let english = words("the of and for with to from by its their an")

  /// Words that show another language.
  private static let foreign = words(
    """
    der die das und des dem den ein eine einer zur zum für über von vom im mit le les des du et la une aux dans sur el los las
    y il lo gli della delle dei di nel nella van het een och av til og em da dos das na
    """)

  /// Names that titles hold most often; others need braces, as in BibTeX.
  private static let proper = words(
    """
    Africa African Africans America American Americans Antarctic Antarctica Arab Arabic Arctic Argentina Asia Asian Asians
    Atlantic Australia Australian Austria Austrian Beijing Belgium Berlin Bible Brazil Brazilian Britain British Buddhism
    Buddhist Cambridge Canada Canadian Catholic Chile China Chinese Christian Christianity Christians Confucian
    Confucianism Congo Cuba Cuban Czech Danish Darwin Denmark Dutch Egypt Egyptian England English Eurasia Europe European
    Europeans Finland Finnish France French German Germans Germany Greece Greek Hindu Hinduism Hong Kong Hungarian Hungary
    India Indian Indians Indonesia Indonesian Iran Iranian Iraq Ireland Irish Islam Islamic Israel Israeli
    Italian Italy Japan Japanese Jew Jewish Jews Kant Kenya Korea Korean Latin London Macau Malaysia Manchu Marx
    Marxism Marxist Mediterranean Mexican Mexico Mongol Mongolia Mongolian Moscow Muslim Muslims Nazi Nigeria Norway
    Norwegian Oxford Pacific Pakistan Palestine Paris Persian Philippines Poland Polish Portugal Portuguese Protestant
    Renaissance Roman Romania Rome Russia Russian Russians Sanskrit Scotland Scottish Shanghai Siberia Singapore Soviet
    Spain Spanish Sweden Swedish Swiss Switzerland Syria Taiwan Thailand Tibet Tibetan Tokyo Turkey Turkish Ukraine
    Ukrainian Victorian Vietnam Vietnamese Wales Welsh Washington Xinjiang York January February April June July August
    September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    """)
}
