/// Title case (CSL 1.0.2 "Title Case Conversion") as citeproc-js does it: words are capitalised and never made small.
/// Stop words stay, but for the first, the last, and one behind `:`, `?` or `!`; words of one letter stay too.
struct TitleCase {
  /// One text of the element, in order.
  struct Piece {
    var text: [UnicodeScalar]
    /// Whether markup says that case stays.
    var keepsCase: Bool
  }

  /// Whether every word is a stop word: citeproc-js has a list for the style's main locale only.
  let stopsAll: Bool
  private var pieces: [Piece]
  private var isFirst = true
  private var afterMark = false
  /// Where the last word of more than one letter begins.
  private var lastWord: (piece: Int, index: Int)?
  /// Whether no punctuation or markup has come yet.
  private var isStart = true
  /// Quotation marks that are open.
  private var quotes: [UnicodeScalar] = []

  private init(_ pieces: [Piece], stopsAll: Bool) {
    self.pieces = pieces
    self.stopsAll = stopsAll
  }

  static func applied(to pieces: [Piece], stopsAll: Bool) -> [String] {
    var title = TitleCase(pieces, stopsAll: stopsAll)
    for index in pieces.indices { title.read(index) }
    if let last = title.lastWord { title.capitalize(last.piece, last.index) }
    return title.pieces.map { piece in
      var out = ""
      out.unicodeScalars.append(contentsOf: piece.text)
      return out
    }
  }

  private mutating func read(_ piece: Int) {
    if piece > 0 { isStart = false }
    guard !pieces[piece].keepsCase else {
      if pieces[piece].text.contains(where: { !TitleCase.isSpace($0) }) {
        lastWord = nil
        isFirst = false
        afterMark = false
      }
      return
    }
    var index = 0
    /// Whether an apostrophe stands right before: what follows is no word of its own.
    var isJoined = false
    while index < pieces[piece].text.count {
      let scalar = pieces[piece].text[index]
      if TitleCase.isSpace(scalar) {
        isJoined = false
        index += 1
        continue
      }
      if TitleCase.isMark(scalar) {
        isJoined = noteMark(scalar, piece, index)
        isStart = false
        index += 1
        continue
      }
      let start = index
      index = wordEnd(piece, index)
      if isJoined {
        lastWord = nil
        isFirst = false
        afterMark = false
        isJoined = false
      } else {
        word(piece, start, index)
      }
    }
  }

  /// Notes punctuation; true for an apostrophe inside a word.
  private mutating func noteMark(_ scalar: UnicodeScalar, _ piece: Int, _ index: Int) -> Bool {
    switch scalar {
    case "!", "?", ":": afterMark = true
    case "“", "‘": quotes.append(scalar == "“" ? "”" : "’")
    case "”", "’":
      if scalar == "’", isInsideWord(piece, index) { return true }
      if quotes.last == scalar {
        quotes.removeLast()
      } else {
        return scalar == "’"
      }
    case "\"", "'":
      let text = pieces[piece].text
      let opens = index == 0 ? piece == 0 : TitleCase.isSpace(text[index - 1])
      if scalar == "'", isInsideWord(piece, index) { return true }
      if opens {
        quotes.append(scalar)
      } else if quotes.last == scalar {
        quotes.removeLast()
      } else {
        return scalar == "'"
      }
    default: break
    }
    return false
  }

  // No copy of a text may be alive where a letter of it changes: each change would copy it whole.
  private func wordEnd(_ piece: Int, _ start: Int) -> Int {
    let text = pieces[piece].text
    var index = start
    while index < text.count, !TitleCase.isSpace(text[index]), !TitleCase.isMark(text[index]) { index += 1 }
    return index
  }

  private func isInsideWord(_ piece: Int, _ index: Int) -> Bool {
    let text = pieces[piece].text
    return index > 0 && index + 1 < text.count && text[index - 1].properties.isAlphabetic
      && text[index + 1].properties.isAlphabetic
  }

  private mutating func word(_ piece: Int, _ start: Int, _ end: Int) {
    let isStop = isStop(pieces[piece].text[start..<end])
    let counts = end - start > 1
    let next = end < pieces[piece].text.count ? pieces[piece].text[end] : " "
    if (counts && !isStop) || isFirst || afterMark || (isStart && next == "-") { capitalize(piece, start) }
    isFirst = false
    afterMark = false
    // The last word is capitalised in the end, whatever it is.
    lastWord = counts ? (piece, start) : nil
  }

  private func isStop(_ word: ArraySlice<UnicodeScalar>) -> Bool {
    if stopsAll { return true }
    guard word.count < 16 else { return false }
    var lower = ""
    for scalar in word { lower += scalar.properties.lowercaseMapping }
    return TitleCase.stopWords.contains(lower)
  }

  private mutating func capitalize(_ piece: Int, _ index: Int) {
    let scalar = pieces[piece].text[index]
    let next = index + 1 < pieces[piece].text.count ? pieces[piece].text[index + 1] : " "
    // A Greek letter alone is a symbol: β-carotine.
    if (0x370...0x3FF).contains(scalar.value), TitleCase.isSpace(next) || TitleCase.isMark(next) { return }
    // Names such as iPad keep their form.
    var end = index
    while end < pieces[piece].text.count, !TitleCase.isSpace(pieces[piece].text[end]) {
      if TitleCase.isMark(pieces[piece].text[end]) { break }
      if pieces[piece].text[end].properties.isUppercase { return }
      end += 1
    }
    let upper = scalar.properties.uppercaseMapping.unicodeScalars
    pieces[piece].text.replaceSubrange(index...index, with: upper)
  }

  private static func isSpace(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x20, 0xA0, 0x2000...0x200B, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func isMark(_ scalar: UnicodeScalar) -> Bool {
    switch scalar {
    case "‘", "’", "“", "”", "\"", "'", "-", "–", "—", "/", ".", ",", ";", "?", "!", ":", "[", "]", "(", ")": true
    default: false
    }
  }

  /// Words that stay small inside a title.
  static let stopWords: Set<String> = [
    "a", "about", "above", "across", "afore", "after", "against", "al", "along", "alongside", "amid", "amidst",
    "among", "amongst", "an", "and", "anenst", "apropos", "apud", "around", "as", "aside", "astride", "at", "athwart",
    "atop", "barring", "before", "behind", "below", "beneath", "beside", "besides", "between", "beyond", "but", "by",
    "c", "ca", "circa", "d'", "de", "despite", "down", "during", "et", "except", "for", "forenenst", "from", "given",
    "in", "inside", "into", "lest", "like", "modulo", "near", "nor", "notwithstanding", "of", "off", "on", "onto",
    "or", "out", "over", "per", "plus", "pro", "qua", "sans", "since", "so", "than", "the", "through", "throughout",
    "thru", "till", "to", "toward", "towards", "under", "underneath", "until", "unto", "up", "upon", "v", "v.", "van",
    "versus", "via", "vis-à-vis", "von", "vs", "vs.", "with", "within", "without", "yet",
  ]
}
