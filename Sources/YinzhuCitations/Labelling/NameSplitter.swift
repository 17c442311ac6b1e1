import YinzhuText

/// Splits words that are known to be names into names. Where names end is not asked here: only how they are divided.
struct NameSplitter {
  enum Item {
    case han(ParsedName)
    case western(WesternName)
  }

  struct Result {
    var items: [Item] = []
    var hasOthers = false
    /// Row in the lexicon of roles.
    var role: Int?
    /// Tokens of the words that say what the people did.
    var roleWords: [Int] = []
  }

  private enum Kind {
    case han, initials, suffix, others, family, familyFirst, direct, whole
  }

  private struct Chunk {
    var range: Range<Int>
    var kind: Kind
    var endsInSemicolon = false
  }

  private let text: TokenizedText
  private let shapes: ShapeReader

  init(text: TokenizedText, shapes: ShapeReader) {
    self.text = text
    self.shapes = shapes
  }

  func split(_ range: Range<Int>) -> Result {
    var result = Result()
    let range = withoutRoles(range, &result)
    if isOrganisation(range) {
      result.items = [.western(WesternName(family: range, given: nil, suffix: nil, isWhole: true))]
      return result
    }
    let chunks = chunks(range, &result)
    var index = 0
    var invertedSoFar = true
    while index < chunks.count {
      let chunk = chunks[index]
      let next = index + 1 < chunks.count && !chunk.endsInSemicolon ? chunks[index + 1] : nil
      index += 1
      switch chunk.kind {
      case .others: result.hasOthers = true
      case .suffix:
        if case .western(var last)? = result.items.last, last.suffix == nil {
          last.suffix = chunk.range
          result.items[result.items.count - 1] = .western(last)
        }
      case .han:
        if let next, next.kind == .initials, !text.isLatin(chunk.range.lowerBound) {
          result.items.append(.han(parsedName(chunk.range.lowerBound..<next.range.upperBound)))
          index += 1
        } else {
          result.items += hanNames(chunk.range).map { .han(parsedName($0)) }
        }
      case .whole:
        result.items.append(.western(WesternName(family: chunk.range, given: nil, suffix: nil, isWhole: true)))
      case .familyFirst: result.items.append(.western(familyFirst(chunk.range)))
      case .initials, .family, .direct:
        if let next, isGiven(next, after: chunk, first: result.items.isEmpty, inverted: invertedSoFar) {
          result.items.append(.western(WesternName(family: chunk.range, given: next.range, suffix: nil)))
          index += 1
        } else {
          if chunk.kind == .direct { invertedSoFar = false }
          result.items.append(.western(direct(chunk.range)))
        }
      }
    }
    return result
  }

  /// `Department of Economic and Social Affairs`: words without commas and initials, one of them an organisation's.
  private func isOrganisation(_ range: Range<Int>) -> Bool {
    var hasWord = false
    for index in range {
      if text.isMark(index, [.comma, .semicolon, .enumeration, .ampersand]) || text.tokens[index].kind == .han {
        return false
      }
      if isInitial(index), text.length(index..<(index + 1)) == 1 { return false }
      if text.isLatin(index), isOrganisationWord(index) { hasWord = true }
    }
    return hasWord
  }

  // MARK: Roles

  private func withoutRoles(_ range: Range<Int>, _ result: inout Result) -> Range<Int> {
    var range = range
    while let first = range.first {
      let token = text.tokens[first]
      let introduces =
        token.kind == .mark && token.marks != .other || token.word == .hostWord || token.word == .host
        || token.word == .see || token.word == .preposition || token.kind == .close
        || (token.kind == .open && Int(token.partner) >= range.upperBound)
        || range.count > 2 && first > 0 && isWesternRole(first - 1)
          && ["by", "von", "par", "Par", "Dir", "dir"].contains(text.string(first..<(first + 1)))
      if isWesternRole(first) || introduces {
        noteRole(first, &result)
        range = (first + 1)..<range.upperBound
      } else {
        break
      }
    }
    while let last = range.last {
      let token = text.tokens[last]
      if token.word == .role || isWesternRole(last) {
        noteRole(last, &result)
        range = range.lowerBound..<last
      } else if token.kind == .mark, token.marks != .period || !isInitial(last - 1) {
        range = range.lowerBound..<last
      } else if token.kind == .close, Int(token.partner) < range.lowerBound {
        range = range.lowerBound..<last
      } else if token.kind == .close, Int(token.partner) > range.lowerBound, isRoleGroup(Int(token.partner)..<last) {
        for index in Int(token.partner)..<last { noteRole(index, &result) }
        range = range.lowerBound..<Int(token.partner)
      } else if token.kind == .open {
        range = range.lowerBound..<last
      } else {
        break
      }
    }
    return range
  }

  /// `eds.`, `trans.`
  private func isWesternRole(_ index: Int) -> Bool {
    text.isWord(index, .editorWord) || text.isWord(index, .translatorWord)
  }

  private func isRoleGroup(_ range: Range<Int>) -> Bool {
    range.count <= 5 && range.contains { text.isWord($0, .role) || isWesternRole($0) }
  }

  private func noteRole(_ index: Int, _ result: inout Result) {
    let token = text.tokens[index]
    switch token.word {
    case .role: if result.role == nil { result.role = Int(token.value) }
    case .editorWord, .translatorWord: break
    default: return
    }
    result.roleWords.append(index)
  }

  // MARK: Chunks

  private func chunks(_ range: Range<Int>, _ result: inout Result) -> [Chunk] {
    var out: [Chunk] = []
    var index = range.lowerBound
    var start = index
    func flush(_ end: Int, semicolon: Bool = false) {
      var part = start..<end
      while let last = part.last, text.tokens[last].word == .role {
        noteRole(last, &result)
        part = part.lowerBound..<last
      }
      if part.isEmpty {
        if semicolon, !out.isEmpty { out[out.count - 1].endsInSemicolon = true }
        return
      }
      out += divided(part).map { Chunk(range: $0, kind: kind($0), endsInSemicolon: false) }
      if !out.isEmpty { out[out.count - 1].endsInSemicolon = semicolon }
    }
    while index < range.upperBound {
      let token = text.tokens[index]
      let separates =
        token.kind == .mark && !token.marks.isDisjoint(with: [.comma, .enumeration, .semicolon, .ampersand, .slash])
        || (token.word == .conjunction && index > range.lowerBound)
      if separates, !isInsideOrganisation(index, from: start, to: range.upperBound) {
        // `and` divides names as a semicolon does.
        flush(index, semicolon: token.marks == .semicolon || token.word == .conjunction || token.marks == .ampersand)
        start = index + 1
        index += 1
      } else {
        index = min(text.next(index), range.upperBound)
      }
    }
    flush(range.upperBound)
    return out
  }

  /// `Center, Inc.`, `Institute for Art and Architecture`: the mark or `and` divides no names.
  private func isInsideOrganisation(_ index: Int, from start: Int, to end: Int) -> Bool {
    guard index + 1 < end else { return false }
    if text.isMark(index, .comma), text.isWord(index + 1, .corporation) { return true }
    guard text.isWord(index, .conjunction), (start..<index).contains(where: isOrganisationWord) else { return false }
    let next = (index + 1..<end).first { text.isMark($0, [.comma, .semicolon]) } ?? end
    return !(index + 1..<next).contains { isOrganisationWord($0) || isInitial($0) } && next - index <= 4
  }

  /// 等 and `et al.` are cut off from the name before them.
  private func divided(_ range: Range<Int>) -> [Range<Int>] {
    for index in range where index > range.lowerBound {
      if text.tokens[index].word == .others, index + 1 >= range.upperBound {
        return [range.lowerBound..<index, index..<range.upperBound]
      }
      if text.isLatin(index), ["et", "u"].contains(text.string(index..<(index + 1)).lowercased()),
        index + 1 < range.upperBound, text.isLatin(index + 1),
        text.tokens[index + 1].word == .alii || text.string((index + 1)..<(index + 2)) == "a"
      {
        return [range.lowerBound..<index, index..<range.upperBound]
      }
    }
    return [range]
  }

  private func kind(_ range: Range<Int>) -> Kind {
    if range.contains(where: { isOthersWord($0) || (text.tokens[$0].word == .others && range.count == 1) }) {
      return .others
    }
    if range.contains(where: { text.tokens[$0].kind == .han || text.tokens[$0].kind == .hanDigits }) { return .han }
    let words = range.filter { text.isLatin($0) }
    guard let first = words.first, let last = words.last else { return .whole }
    if words.count == 1, isSuffix(first) { return .suffix }
    // `P. H. van der`: particles that stand behind the initials.
    if let particle = words.firstIndex(where: { shapes.isParticle($0) && !shapes.isCapitalised($0) }), particle > 0,
      words[..<particle].allSatisfy(isInitial), words[particle...].allSatisfy({ shapes.isParticle($0) })
    {
      return .initials
    }
    // `P H van der` behind the family name, as lists print it.
    if let particle = words.firstIndex(where: { shapes.isParticle($0) && !shapes.isCapitalised($0) }), particle > 1,
      isInitial(words[particle - 1]), words[particle...].allSatisfy({ shapes.isParticle($0) })
    {
      return .familyFirst
    }
    // `FAN X`, `LI J N`: two capitals before single ones are a short family name.
    if words.count > 1, text.length(first..<(first + 1)) > 1, isInitial(first), !text.isMark(first + 1, .period),
      words.dropFirst().allSatisfy({ isInitial($0) && text.length($0..<($0 + 1)) == 1 })
    {
      return .familyFirst
    }
    if words.allSatisfy(isInitial) {
      return words.count == 1 && text.length(first..<(first + 1)) > 3 ? .family : .initials
    }
    if words.contains(where: isOrganisationWord) || words.count > 6 { return .whole }
    let beforeSuffix = words.last { !isSuffix($0) } ?? last
    if words.count > 1, isInitial(beforeSuffix), beforeSuffix > first { return .familyFirst }
    return words.count { !shapes.isParticle($0) } <= 1 ? .family : .direct
  }

  /// `al.` of `et al.`; `Al` is a name.
  private func isOthersWord(_ index: Int) -> Bool {
    text.tokens[index].word == .alii && !shapes.isCapitalised(index)
  }

  /// One letter, or a few capitals together as lists print them: `J`, `JA`, `J-P`.
  private func isInitial(_ index: Int) -> Bool {
    guard text.isLatin(index) else { return false }
    let bytes = text.text(index)
    let letters = text.length(index..<(index + 1))
    if letters == 1 { return shapes.isCapitalised(index) }
    guard bytes.count <= 5, bytes.allSatisfy({ ($0 >= 0x41 && $0 <= 0x5A) || $0 == 0x2D }) else {
      // `Yu.`, `Ch.` of Russian and French names.
      return letters == 2 && text.isMark(index + 1, .period) && shapes.isCapitalised(index)
    }
    return letters <= 3 || bytes.contains(0x2D)
  }

  private func isOrganisationWord(_ index: Int) -> Bool {
    let word = text.string(index..<(index + 1))
    if NameSplitter.organisationWords.contains(word.lowercased()) { return true }
    return text.tokens[index].word == .corporation
  }

  // MARK: Names

  private func isGiven(_ next: Chunk, after chunk: Chunk, first: Bool, inverted: Bool) -> Bool {
    guard chunk.kind != .initials else { return false }
    switch next.kind {
    case .initials:
      // `John Smith, J.`: a direct name has its given name already.
      return chunk.kind == .family || inverted
    case .family: return chunk.kind == .family && inverted
    case .direct:
      // `Smith, John A.`, but not `Smith, Jane Doe`.
      let words = next.range.filter { text.isLatin($0) }
      let endsInInitial = words.last.map(isInitial) ?? false
      return chunk.kind == .family && inverted && (endsInInitial || words.count <= (first ? 3 : 2))
    case .familyFirst:
      // `Smith, John A.` ends in an initial as well.
      return chunk.kind == .family && inverted
        && next.range.filter { text.isLatin($0) && !isInitial($0) }.count == 1
        && text.isMark(next.range.upperBound - 1, .period)
    default: return false
    }
  }

  /// `Smith J A`, `van der Berg JK`, `SMITH John`
  private func familyFirst(_ whole: Range<Int>) -> WesternName {
    let (range, suffix) = withoutSuffix(whole)
    var cut = range.upperBound
    var index = range.upperBound - 1
    while index > range.lowerBound {
      if text.isMark(index, [.period, .dash]) {
        index -= 1
        continue
      }
      if cut == range.upperBound, shapes.isParticle(index), !shapes.isCapitalised(index) {
        index -= 1
        continue
      }
      guard isInitial(index) else { break }
      cut = index
      index -= 1
    }
    guard cut > range.lowerBound, cut < range.upperBound else {
      return WesternName(family: range, given: nil, suffix: suffix)
    }
    return WesternName(family: range.lowerBound..<cut, given: cut..<range.upperBound, suffix: suffix)
  }

  /// `Jane Doe`, `Ludwig van Beethoven`, `SMITH John`
  private func direct(_ whole: Range<Int>) -> WesternName {
    let (range, suffix) = withoutSuffix(whole)
    let words = range.filter { text.isLatin($0) }
    guard words.count > 1, let first = words.first else {
      return WesternName(family: range, given: nil, suffix: suffix)
    }
    // A first word in capitals before others that are not is the family name.
    if text.length(first..<(first + 1)) > 2, isCapitals(first), !words.dropFirst().contains(where: isCapitals) {
      return WesternName(family: first..<(first + 1), given: (first + 1)..<range.upperBound, suffix: suffix)
    }
    var family = words[words.count - 1]
    if let particle = words.dropFirst().first(where: { shapes.isParticle($0) && !shapes.isCapitalised($0) }) {
      family = particle
    }
    while family - 1 > range.lowerBound, text.isMark(family - 1, .dash), !text.tokens[family].spaced,
      text.isLatin(family - 2)
    {
      family -= 2
    }
    guard family > range.lowerBound else { return WesternName(family: range, given: nil, suffix: suffix) }
    return WesternName(family: family..<range.upperBound, given: range.lowerBound..<family, suffix: suffix)
  }

  /// The name, and `Jr.` or `III` behind it.
  private func withoutSuffix(_ range: Range<Int>) -> (name: Range<Int>, suffix: Range<Int>?) {
    guard let last = range.last(where: { text.isLatin($0) }), last > range.lowerBound, isSuffix(last) else {
      return (range, nil)
    }
    return (range.lowerBound..<last, last..<range.upperBound)
  }

  private func isSuffix(_ index: Int) -> Bool {
    NameSplitter.suffixes.contains(text.string(index..<(index + 1)).lowercased())
  }

  private func isCapitals(_ index: Int) -> Bool {
    text.text(index).allSatisfy { ($0 >= 0x41 && $0 <= 0x5A) || $0 == 0x2D || $0 >= 0x80 }
      && text.text(index).contains { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// Names in Han script that only spaces divide.
  private func hanNames(_ range: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where index > start {
      let token = text.tokens[index]
      guard token.spaced, token.kind == .han, text.tokens[index - 1].kind == .han else { continue }
      if text.length(start..<index) >= 2, text.length(index..<(index + 1)) >= 2 {
        out.append(start..<index)
        start = index
      }
    }
    out.append(start..<range.upperBound)
    return out
  }

  private func parsedName(_ item: Range<Int>) -> ParsedName {
    let name = shapes.parsedName(item)
    // Empty brackets are no country.
    return name.prefix?.isEmpty == true ? ParsedName(range: item, prefix: nil) : name
  }

  private static let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv", "junior", "esq"]

  private static let organisationWords: Set<String> = [
    "of", "for", "the", "university", "institute", "committee", "association", "society", "department", "ministry",
    "organization", "organisation", "council", "commission", "agency", "bank", "group", "team", "office", "bureau",
    "center", "centre", "foundation", "institution", "international", "national", "consortium", "network", "academy",
    "board", "service", "survey", "union", "federation", "collaboration", "corporation", "company", "inc", "ltd", "llc",
    "press", "administration", "authority", "initiative", "college", "school", "library", "museum",
  ]
}
