import YinzhuText

/// Makes the chain of an entry.
struct WordChainReader {
  private let text: TokenizedText
  private let lexicons: Lexicons
  private let shapes: ShapeReader
  private var chain: WordChain
  private var gap: [UInt8] = []
  private var gapClass = WordChain.GapClass.start
  private var brackets: [Bracket] = []
  private var startsSegment = true
  private var startsChunk = true
  private var followsCode = false

  static func read(_ text: TokenizedText, range: Range<Int>, lexicons: Lexicons) -> WordChain {
    var reader = WordChainReader(text: text, range: range, lexicons: lexicons)
    reader.scan(range)
    reader.finish()
    return reader.chain
  }

  private init(text: TokenizedText, range: Range<Int>, lexicons: Lexicons) {
    self.text = text
    self.lexicons = lexicons
    shapes = ShapeReader(text: text, lexicons: lexicons)
    chain = WordChain(text: text, range: range)
  }

  private mutating func scan(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let token = text.tokens[index]
      switch token.kind {
      case .han, .latin, .digits, .hanDigits, .url:
        addWord(index)
        index += 1
      case .open where shapes.isTypeCode(index):
        if chain.codeToken == nil {
          chain.code = FeatureHash.of(text.text(index + 1))
          chain.codeToken = index + 1
        }
        note(UInt8(ascii: "C"), .code)
        startsSegment = true
        startsChunk = true
        followsCode = true
        index = Int(token.partner) + 1
      case .open:
        brackets.append(token.bracket)
        noteBracket(token.bracket, opens: true)
        index += 1
      case .close:
        if let last = brackets.lastIndex(of: token.bracket) { brackets.removeSubrange(last...) }
        noteBracket(token.bracket, opens: false)
        index += 1
      case .mark:
        noteMark(index)
        index += 1
      }
    }
  }

  // MARK: Gaps

  private mutating func note(_ letter: UInt8, _ kind: WordChain.GapClass) {
    if gap.count < 8 { gap.append(letter) }
    // Of several marks the one that says most names the class.
    if gapClass == .start { return }
    if WordChainReader.weight(kind) > WordChainReader.weight(gapClass) { gapClass = kind }
  }

  private static func weight(_ kind: WordChain.GapClass) -> Int {
    switch kind {
    case .start: 20
    case .code: 15
    case .title: 14
    case .quote: 13
    case .open: 12
    case .square: 11
    case .close: 10
    case .period: 9
    case .slash: 8
    case .semicolon: 7
    case .colon: 6
    case .comma: 5
    case .ampersand: 4
    case .dash: 3
    case .dot: 2
    case .other: 2
    case .space: 1
    case .none: 0
    }
  }

  private mutating func noteBracket(_ bracket: Bracket, opens: Bool) {
    startsChunk = true
    switch bracket {
    case .title, .innerTitle, .corner:
      startsSegment = true
      note(UInt8(ascii: opens ? "<" : ">"), .title)
    case .quote, .single:
      startsSegment = true
      note(UInt8(ascii: opens ? "q" : "Q"), .quote)
    case .square: note(UInt8(ascii: opens ? "[" : "]"), .square)
    case .round, .none: note(UInt8(ascii: opens ? "(" : ")"), opens ? .open : .close)
    }
  }

  private mutating func noteMark(_ index: Int) {
    let marks = text.tokens[index].marks
    if text.tokens[index].spaced, gap.isEmpty { gap.append(UInt8(ascii: "_")) }
    switch marks {
    case .comma:
      startsChunk = true
      note(UInt8(ascii: ","), .comma)
    case .period, .stop:
      startsChunk = true
      if !isAbbreviation(index) { startsSegment = true }
      note(UInt8(ascii: "."), .period)
    case .question:
      startsChunk = true
      startsSegment = true
      note(UInt8(ascii: "?"), .period)
    case .colon:
      startsChunk = true
      note(UInt8(ascii: ":"), .colon)
    case .semicolon:
      startsChunk = true
      note(UInt8(ascii: ";"), .semicolon)
    case .enumeration:
      startsChunk = true
      note(UInt8(ascii: "e"), .comma)
    case .slash:
      if text.isMark(index - 1, .slash) { startsSegment = true }
      startsChunk = true
      note(UInt8(ascii: "/"), .slash)
    case .dash: note(UInt8(ascii: "-"), .dash)
    case .middleDot: note(UInt8(ascii: "m"), .dot)
    case .ampersand: note(UInt8(ascii: "&"), .ampersand)
    default: note(UInt8(ascii: "o"), .other)
    }
  }

  /// A full stop after an initial or an abbreviation that the tables know ends no segment.
  private func isAbbreviation(_ index: Int) -> Bool {
    let before = index - 1
    guard text.isLatin(before) else {
      // `3.2`, `1.`
      return before >= 0 && text.tokens[before].kind == .digits && index + 1 < text.count
        && text.tokens[index + 1].kind == .digits && !text.tokens[index + 1].spaced
    }
    if text.length(before..<(before + 1)) == 1 { return true }
    switch text.tokens[before].word {
    case .none, .conjunction, .preposition, .hostWord: return false
    default: return true
    }
  }

  // MARK: Words

  private mutating func addWord(_ index: Int) {
    let token = text.tokens[index]
    if chain.links.isEmpty { gapClass = .start }
    if gap.isEmpty, gapClass == .none, token.spaced { gapClass = .space }
    if token.spaced { gap.append(UInt8(ascii: " ")) }
    if startsSegment {
      chain.segments.append(WordChain.Segment(words: chain.count..<chain.count))
      startsSegment = false
      startsChunk = true
    }
    if startsChunk {
      chain.chunks.append(chain.count..<chain.count)
      startsChunk = false
    }
    let bytes = text.text(index)
    let lowercased = token.kind == .latin ? UTF8Bytes.lowercased(bytes) : []
    let key = WordShape.key(bytes, kind: token.kind, lowercased: lowercased)
    var link = WordChain.Link(
      token: index, word: key.word, shape: WordShape.shape(bytes, token), ending: key.ending, beginning: key.beginning,
      known: known(index, lowercased: lowercased), gap: FeatureHash.of(gap), gapClass: gapClass)
    for bracket in brackets { link.inside |= 1 << UInt32(bracket.rawValue) }
    link.followsCode = followsCode
    link.segment = chain.segments.count - 1
    link.chunk = chain.chunks.count - 1
    if chain.firstYear == nil, link.shape == WordShape.year { chain.firstYear = chain.count }
    chain.links.append(link)
    chain.segments[chain.segments.count - 1].words =
      chain.segments[chain.segments.count - 1].words.lowerBound..<chain.count
    chain.chunks[chain.chunks.count - 1] = chain.chunks[chain.chunks.count - 1].lowerBound..<chain.count
    gap.removeAll(keepingCapacity: true)
    gapClass = .none
  }

  /// The class of a word, and which tables know it.
  private func known(_ index: Int, lowercased: [UInt8]) -> UInt32 {
    let token = text.tokens[index]
    var bits = UInt32(token.word.rawValue)
    let bytes = text.text(index)
    switch token.kind {
    case .han:
      if lexicons.endsLikePublisher(bytes) { bits |= WordChain.Known.publisher }
      if lexicons.looksLikePeriodical(bytes) { bits |= WordChain.Known.periodical }
      if lexicons.places.contains(Array(bytes)) { bits |= WordChain.Known.place }
      if lexicons.beginsWithSurname(bytes) { bits |= WordChain.Known.surname }
      if lexicons.looksLikeSchool(bytes) { bits |= WordChain.Known.school }
    case .latin:
      if lexicons.places.contains(lowercased) { bits |= WordChain.Known.place }
      if lexicons.publisherWords.contains(lowercased) { bits |= WordChain.Known.publisher }
      if lexicons.periodicalWords.contains(lowercased) { bits |= WordChain.Known.periodical }
    default: break
    }
    return bits
  }

  // MARK: The end

  private mutating func finish() {
    var han = 0
    var latin = 0
    for index in chain.links.indices {
      switch text.tokens[chain.links[index].token].kind {
      case .han: han += 1
      case .latin: latin += 1
      default: break
      }
    }
    chain.isHan = han * 2 >= latin && han > 0
    for index in chain.segments.indices {
      var traits: UInt32 = 0
      for word in chain.segments[index].words {
        let link = chain.links[word]
        traits |= (link.known & ~WordChain.Known.surname) >> 8
        if link.shape == WordShape.year { traits |= 1 << 8 }
        switch text.tokens[link.token].word {
        case .degree, .dissertation: traits |= 1 << 9
        case .edition, .editionWord, .editionWords: traits |= 1 << 10
        case .editorWord, .role: traits |= 1 << 11
        case .volume, .volumeWord, .issue, .issueWord: traits |= 1 << 12
        case .page, .pages: traits |= 1 << 13
        case .monthName, .month: traits |= 1 << 14
        case .conference: traits |= 1 << 15
        default: break
        }
        if text.tokens[link.token].kind == .url { traits |= 1 << 16 }
      }
      chain.segments[index].traits = traits
    }
    chain.signatures = chain.chunks.map { chunk in
      var signature = UInt32(min(chunk.count, 6))
      for word in chunk.prefix(4) { signature = FeatureHash.mix(signature, WordShape.coarse(chain.links[word].shape)) }
      return signature
    }
  }
}
