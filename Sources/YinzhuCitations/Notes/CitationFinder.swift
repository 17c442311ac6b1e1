import YinzhuModel

/// The best reading of a stretch of tokens over all patterns.
struct CitationFinder {
  private let text: TokenizedText
  private var matcher: Matcher
  private var last: (range: Range<Int>, best: (match: Match, margin: Float)?)?
  /// One bit for each class of words that the note has.
  private let words: UInt128
  /// Whether the note has a code such as `[J]`.
  let hasTypeCode: Bool

  /// A reading below this is none, as a rule.
  static let threshold: Float = 3
  /// A stretch of more tokens is no citation.
  static let longest = 600

  init(text: TokenizedText, lexicons: Lexicons) {
    self.text = text
    matcher = Matcher(text: text, lexicons: lexicons)
    var words: UInt128 = 0
    var hasTypeCode = false
    let shapes = ShapeReader(text: text, lexicons: lexicons)
    for index in text.tokens.indices {
      words |= 1 << UInt128(text.tokens[index].word.rawValue)
      if !hasTypeCode, text.tokens[index].kind == .open { hasTypeCode = shapes.isTypeCode(index) }
    }
    self.words = words
    self.hasTypeCode = hasTypeCode
  }

  /// The reading, and how far the next best of another pattern is behind.
  mutating func best(_ range: Range<Int>) -> (match: Match, margin: Float)? {
    // A note of one clause is asked for as a whole and as a clause.
    if let last, last.range == range { return last.best }
    let best = found(range)
    last = (range, best)
    return best
  }

  private mutating func found(_ range: Range<Int>) -> (match: Match, margin: Float)? {
    var best: Match?
    var second: Float = -.infinity
    forEachReading(range) { match in
      if let current = best, match.score <= current.score {
        second = max(second, match.score)
      } else {
        second = best?.score ?? second
        best = match
      }
    }
    guard let best, best.score >= 2 else { return nil }
    return (best, best.score - second)
  }

  /// The readings of all patterns, for explanations.
  mutating func readings(_ range: Range<Int>) -> [Match] {
    var out: [Match] = []
    forEachReading(range) { out.append($0) }
    return out
  }

  /// No pattern reads entries with a type code: they are all left to the label model.
  private mutating func forEachReading(_ range: Range<Int>, _ body: (Match) -> Void) {
    guard !hasTypeCode, !range.isEmpty, range.count <= CitationFinder.longest else { return }
    let script = scripts(range)
    for program in Patterns.programs {
      let pattern = program.pattern
      guard pattern.isWestern ? script.isMostlyWestern : script.han > 0 else { continue }
      if !pattern.requiresAnyWord.isEmpty, !pattern.requiresAnyWord.contains(where: has) { continue }
      if let match = matcher.match(program, range: range) { body(match) }
    }
  }

  /// Whether a whole note can be an entry of a list, and not prose with a citation in it.
  func looksLikeEntry(_ range: Range<Int>) -> Bool {
    hasTypeCode || scripts(range).isMostlyWestern || looksLikeList(range) || isUnmarkedWithAddress(range)
  }

  /// Whether a stretch has a web address, and no title in marks.
  private func isUnmarkedWithAddress(_ range: Range<Int>) -> Bool {
    text.tokens[range].contains { $0.kind == .url }
      && !text.tokens[range].contains { $0.kind == .open && ($0.bracket == .title || $0.bracket == .quote) }
  }

  /// Whether full stops divide a stretch into three parts or more, as entries are and notes are not.
  func isDivided(_ range: Range<Int>) -> Bool {
    guard !hasTypeCode else { return true }
    var stops = 0
    for index in range where index > range.lowerBound && index + 1 < range.upperBound {
      guard text.isMark(index, [.period, .stop]) else { continue }
      // Those of initials and abbreviations divide nothing.
      if text.isLatin(index - 1), text.length((index - 1)..<index) < 3 || text.tokens[index - 1].word != .none {
        continue
      }
      stops += 1
    }
    return stops > 1
  }

  /// Whether parts are divided by full stops of Western width, and no title stands in 《》 as notes have it.
  private func looksLikeList(_ range: Range<Int>) -> Bool {
    var periods = 0
    var stops = 0
    for index in range where index > range.lowerBound {
      if text.isMark(index, .period) { periods += 1 }
      // A title within a title stands behind the names of an entry and their full stop.
      if text.tokens[index].kind == .open, text.tokens[index].bracket == .title, periods == 0,
        text.isMark(index - 1, [.colon, .comma]) || text.tokens[index - 1].word == .role
      {
        return false
      }
      if text.isMark(index, .stop), text.tokens[index - 1].kind == .close { stops += 1 }
    }
    return periods + stops > 0 && !text.isOpen(range.lowerBound, .title)
  }

  private func has(_ word: Word) -> Bool { words >> UInt128(word.rawValue) & 1 == 1 }

  private func scripts(_ range: Range<Int>) -> (han: Int, isMostlyWestern: Bool) {
    var han = 0
    var western = 0
    for token in text.tokens[range] {
      switch token.kind {
      case .han, .hanDigits: han += Int(token.end - token.start) / 3
      case .latin: western += 1
      case .digits, .mark, .open, .close, .url: break
      }
    }
    return (han, western > 0 && western * 2 >= han)
  }
}
