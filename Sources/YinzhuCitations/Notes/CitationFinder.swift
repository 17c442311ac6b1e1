import YinzhuModel

/// The best reading of a stretch of tokens over all patterns.
struct CitationFinder {
  private let text: TokenizedText
  private var matcher: Matcher
  /// One bit for each class of words that the note has.
  private let words: UInt128
  private let hasTypeCode: Bool

  /// A reading below this is none, as a rule.
  static let threshold: Float = 3

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
    guard !range.isEmpty, range.count <= 600 else { return nil }
    let script = scripts(range)
    var best: Match?
    var second: Float = -.infinity
    for program in Patterns.programs {
      let pattern = program.pattern
      if pattern.requiresTypeCode != hasTypeCode { continue }
      if pattern.isWestern ? script.western == 0 : !pattern.requiresTypeCode && script.han == 0 { continue }
      if pattern.isWestern, !script.isMostlyWestern { continue }
      if !pattern.requiresAnyWord.isEmpty, !pattern.requiresAnyWord.contains(where: has) { continue }
      guard let match = matcher.match(program, range: range) else { continue }
      if let current = best {
        if match.score > current.score {
          second = current.score
          best = match
        } else {
          second = max(second, match.score)
        }
      } else {
        best = match
      }
    }
    guard let best, best.score >= 2 else { return nil }
    return (best, best.score - second)
  }

  private func has(_ word: Word) -> Bool { words >> UInt128(word.rawValue) & 1 == 1 }

  private func scripts(_ range: Range<Int>) -> (han: Int, western: Int, isMostlyWestern: Bool) {
    var han = 0
    var western = 0
    for token in text.tokens[range] {
      switch token.kind {
      case .han, .hanDigits: han += Int(token.end - token.start) / 3
      case .latin: western += 1
      case .digits, .mark, .open, .close, .url: break
      }
    }
    return (han, western, western > 0 && western * 2 >= han)
  }
}
