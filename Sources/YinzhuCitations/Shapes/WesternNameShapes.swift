import YinzhuText

/// A name in an alphabet, as tokens.
struct WesternName: Sendable {
  var family: Range<Int>
  var given: Range<Int>?
  var suffix: Range<Int>?
  var isWhole = false

  /// All tokens of the name.
  var range: Range<Int> {
    let low = min(family.lowerBound, given?.lowerBound ?? family.lowerBound)
    let high = max(family.upperBound, given?.upperBound ?? 0, suffix?.upperBound ?? 0)
    return low..<high
  }
}

/// A list of such names, as far as some token.
struct WesternNameList: Sendable {
  var names: [WesternName]
  var hasOthers: Bool
  var end: Int
  var score: Float
}

extension ShapeReader {
  func westernNames(_ from: Int, _ limit: Int) -> [Candidate] {
    nameLists(from, limit).map { Candidate(end: $0.end, score: $0.score) }
  }

  /// Names with `ed.`, `eds.`, `(eds)` after them.
  func westernEditors(_ from: Int, _ limit: Int) -> [Candidate] {
    nameLists(from, limit).compactMap { list in
      guard let end = editorMarkEnd(list.end, limit) else { return nil }
      return Candidate(end: end, score: list.score + 1)
    }
  }

  /// The index after `, eds.`, `(ed.)`, `(Hrsg.)`.
  func editorMarkEnd(_ from: Int, _ limit: Int) -> Int? {
    var index = from
    if text.isMark(index, .comma) { index += 1 }
    let inBrackets = text.isOpen(index, .round) && index < limit
    if inBrackets { index += 1 }
    guard index < limit, text.isWord(index, .editorWord) else { return nil }
    index += 1
    if index < limit, text.isMark(index, .period) { index += 1 }
    if inBrackets {
      guard index < limit, text.tokens[index].kind == .close else { return nil }
      index += 1
    }
    return index
  }

  /// Every place where a list of names can end, shortest first.
  func nameLists(_ from: Int, _ limit: Int) -> [WesternNameList] {
    guard from < limit, text.tokens[from].kind == .latin else { return [] }
    var out: [WesternNameList] = []
    var names: [WesternName] = []
    var score: Float = 0
    var index = from
    var afterConjunction = false
    while names.count < 40,
      let name = nextName(index, limit, isFirst: names.isEmpty, afterConjunction: afterConjunction)
    {
      names.append(name.name)
      index = name.end
      score += names.count == 1 ? name.score : afterConjunction ? 0.6 : name.isInverted ? 0.3 : -0.6
      out.append(WesternNameList(names: names, hasOthers: false, end: index, score: score))
      if let others = othersEnd(index, limit) {
        out.append(WesternNameList(names: names, hasOthers: true, end: others, score: score + 1))
        break
      }
      guard let (next, conjunction) = separatorEnd(index, limit) else { break }
      index = next
      afterConjunction = conjunction
    }
    if let whole = wholeName(from, limit) { out.append(whole) }
    return out
  }

  private func othersEnd(_ from: Int, _ limit: Int) -> Int? {
    var index = from
    if text.isMark(index, [.comma, .period]) { index += 1 }
    guard index + 1 < limit, text.isWord(index, .conjunction), text.isWord(index + 1, .alii) else {
      if index < limit, text.isWord(index, .others) { return index + 1 }
      return nil
    }
    index += 2
    if index < limit, text.isMark(index, .period) { index += 1 }
    return index
  }

  private func separatorEnd(_ from: Int, _ limit: Int) -> (Int, conjunction: Bool)? {
    var index = from
    if index < limit, text.isMark(index, [.comma, .semicolon, .enumeration]) { index += 1 }
    if index < limit, text.isMark(index, .ampersand) || text.isWord(index, .conjunction) {
      return (index + 1, true)
    }
    return index > from ? (index, false) : nil
  }

  // MARK: One name

  private func nextName(_ from: Int, _ limit: Int, isFirst: Bool, afterConjunction: Bool)
    -> (name: WesternName, end: Int, score: Float, isInverted: Bool)?
  {
    if let found = invertedName(from, limit, isFirst: isFirst) { return (found.0, found.1, found.2, true) }
    if let found = closeInitials(from, limit) { return (found.0, found.1, 1, true) }
    if let found = directName(from, limit) { return (found.0, found.1, found.2, false) }
    // After `and`, a single word may be a name: `Smith and Jones`.
    if afterConjunction, from < limit, isCapitalised(from) {
      return (WesternName(family: from..<(from + 1)), from + 1, 0, false)
    }
    return nil
  }

  /// `Soifer, H. D.`, `Vom Hau, M`, `Downey, John`.
  func invertedName(_ from: Int, _ limit: Int, isFirst: Bool) -> (WesternName, Int, Float)? {
    guard let familyEnd = wordsEnd(from, limit, longest: 4), text.isMark(familyEnd, .comma), familyEnd < limit else {
      return nil
    }
    let given = familyEnd + 1
    // `H Beblawi, G Luciani` is two names, and `Tony Boobier, AI and …` a name and a title.
    guard text.text(from).count > 1 else { return nil }
    if let end = initialsEnd(given, limit),
      familyEnd - from == 1 || !isShortCapitals(end - 1) || text.text(end - 1).count == 1
    {
      return withSuffix(WesternName(family: from..<familyEnd, given: given..<end), end, limit, 1.2)
    }
    guard isFirst, let end = givenWordsEnd(given, limit), end <= given + 4, familyEnd - from == 1 else { return nil }
    // A full given name is sure only where the list goes on with `and`, or ends in a full stop.
    var after = end
    let comma = text.isMark(after, .comma)
    if comma { after += 1 }
    if after < limit, text.isMark(after, .ampersand) || text.isWord(after, .conjunction) {
      return (WesternName(family: from..<familyEnd, given: given..<end), end, 1)
    }
    if !comma, text.isMark(end, .period), familyEnd - from == 1 {
      let isDoubled = text.isMark(end + 1, .comma)
      return (WesternName(family: from..<familyEnd, given: given..<end), isDoubled ? end + 1 : end, 0.7)
    }
    return nil
  }

  /// `Ahmadov AK`, `Peebles P Z`.
  private func closeInitials(_ from: Int, _ limit: Int) -> (WesternName, Int)? {
    guard let end = wordsEnd(from, limit, longest: 6) else { return nil }
    var first = end
    while first > from + 1, isShortCapitals(first - 1) { first -= 1 }
    guard first < end, first > from, !isShortCapitals(from), text.text(from).count > 1 else { return nil }
    if text.isMark(end, .period), end - first == 1, text.text(first).count == 1, end + 1 < limit,
      isCapitalised(end + 1), text.text(first - 1).count > 2, !text.tokens[end + 1].spaced
    {
      return nil
    }
    // `Robert O. Keohane` is no such name: the initial has its full stop and a word follows.
    if text.isMark(end, .period), end < limit, end + 1 < limit, isParticle(end + 1) { return nil }
    if text.isMark(end, .period), end < limit, end + 1 < limit, isCapitalised(end + 1), text.text(end - 1).count == 1,
      first == end - 1, !endsList(end + 1, limit)
    {
      return nil
    }
    return (WesternName(family: from..<first, given: first..<end), end)
  }

  /// Whether a lower-case word follows soon, so that a title begins here rather than a family name.
  private func endsList(_ index: Int, _ limit: Int) -> Bool {
    var at = index
    while at < limit, at < index + 3 {
      guard text.tokens[at].kind == .latin else { return text.tokens[at].kind == .digits }
      if text.tokens[at].word == .conjunction { return false }
      if !isCapitalised(at) { return true }
      at += 1
    }
    return false
  }

  func isShortCapitals(_ index: Int) -> Bool {
    guard text.isLatin(index), text.tokens[index].word == .none || text.text(index).count == 1 else { return false }
    let bytes = text.text(index)
    return bytes.count <= 3 && bytes.allSatisfy { ($0 >= 0x41 && $0 <= 0x5A) || $0 == 0x2D }
  }

  /// `Robert O. Keohane`, `Pieternella H. van der Veen`, `Peyton Z. Peebles, Jr.`
  func directName(_ from: Int, _ limit: Int) -> (WesternName, Int, Float)? {
    var index = from
    var words: [Int] = []
    var initials = 0
    while index < limit, words.count < 7, text.tokens[index].kind == .latin {
      let token = text.tokens[index]
      if token.word == .conjunction || token.word == .editorWord || token.word == .hostWord || token.word == .alii {
        break
      }
      guard isCapitalised(index) || (isParticle(index) && !words.isEmpty) else { break }
      words.append(index)
      index += 1
      if index < limit, text.isMark(index, .period), text.text(index - 1).count <= 2, isCapitalised(index - 1) {
        initials += 1
        index += 1
      } else if index < limit, text.isMark(index, .dash), !text.tokens[index].spaced, index + 1 < limit,
        isCapitalised(index + 1)
      {
        index += 1
      }
    }
    guard words.count >= 2, let last = words.last, isCapitalised(last), text.text(last).count > 1 else { return nil }
    let end = last + 1
    guard index <= end || !text.isMark(index - 1, .period) else { return nil }
    var familyStart = last
    while let before = words.last(where: { $0 < familyStart }), before > from, isParticle(before) {
      familyStart = before
    }
    let name = WesternName(family: familyStart..<end, given: from..<familyStart)
    let score: Float = words.count <= 4 ? 0.8 : 0
    return withSuffix(name, end, limit, score + (initials > 0 ? 0.5 : 0))
  }

  func withSuffix(_ name: WesternName, _ end: Int, _ limit: Int, _ score: Float) -> (WesternName, Int, Float) {
    var index = end
    if text.isMark(index, .comma) { index += 1 }
    guard index < limit, text.isLatin(index),
      ["Jr", "Sr", "II", "III", "IV"].contains(text.string(index..<(index + 1)))
    else { return (name, end, score) }
    var name = name
    index += 1
    if index < limit, text.isMark(index, .period) { index += 1 }
    name.suffix = (index - (text.isMark(index - 1, .period) ? 2 : 1))..<index
    return (name, index, score + 0.3)
  }

  /// An institution: everything up to the first comma or full stop.
  private func wholeName(_ from: Int, _ limit: Int) -> WesternNameList? {
    var index = from
    var isBody = false
    while index < limit, index < from + 14 {
      let token = text.tokens[index]
      if token.kind == .latin {
        if ShapeReader.bodyWords.contains(text.string(index..<(index + 1))) { isBody = true }
      } else if token.kind == .mark {
        let initial = token.marks == .period && index > from && text.text(index - 1).count == 1
        if !initial && !token.marks.isDisjoint(with: [.comma, .period, .colon, .semicolon, .stop, .question]) { break }
      } else if token.kind != .open || token.bracket != .round {
        break
      }
      index = text.next(index)
    }
    guard index > from, index <= limit, isCapitalised(from) else { return nil }
    return WesternNameList(
      names: [WesternName(family: from..<index, isWhole: true)], hasOthers: false, end: index,
      score: isBody ? 0.9 : -0.8)
  }

  static let bodyWords: Set<String> = [
    "Department", "Group", "Union", "Nations", "Bank", "Institute", "Ministry", "Office", "Committee", "Commission",
    "Council", "Organization", "Organisation", "Association", "Center", "Centre", "University", "Agency", "Society",
    "Foundation", "Government", "Parliament", "Congress", "Bureau", "Academy", "Federation", "Court", "Fund",
  ]

  // MARK: Words of names

  func isCapitalised(_ index: Int) -> Bool {
    guard text.isLatin(index) else { return false }
    return CharacterClass.isUppercase(UTF8Bytes.decode(text.bytes, at: Int(text.tokens[index].start)).scalar)
  }

  func isParticle(_ index: Int) -> Bool {
    guard text.isLatin(index) else { return false }
    return ShapeReader.particles.contains(text.string(index..<(index + 1)))
  }

  private static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al", "bin", "ibn",
    "ter",
    "ten", "zu", "zur", "vom", "y", "e",
  ]

  /// Capitalised words and particles in a row.
  func wordsEnd(_ from: Int, _ limit: Int, longest: Int) -> Int? {
    var index = from
    while index < limit, index < from + longest, isCapitalised(index) || isParticle(index) {
      if text.tokens[index].word == .conjunction || text.tokens[index].word == .hostWord { break }
      index += 1
      if index + 1 < limit, text.isMark(index, .dash), !text.tokens[index].spaced, isCapitalised(index + 1) {
        index += 1
      }
    }
    return index > from ? index : nil
  }

  /// `H. D.`, `M. P.`, `J.-L.`, `J`
  func initialsEnd(_ from: Int, _ limit: Int) -> Int? {
    var index = from
    var end: Int?
    while index < limit, text.isLatin(index), isCapitalised(index), text.length(index..<(index + 1)) <= 2 {
      if text.length(index..<(index + 1)) == 2, !isShortCapitals(index), !text.isMark(index + 1, .period) { break }
      index += 1
      if index < limit, text.isMark(index, .period) { index += 1 }
      end = index
      if index + 1 < limit, text.isMark(index, .dash), !text.tokens[index].spaced { index += 1 }
    }
    return end
  }

  private func givenWordsEnd(_ from: Int, _ limit: Int) -> Int? {
    var index = from
    while index < limit, isCapitalised(index), text.tokens[index].word != .conjunction {
      index += 1
      if index < limit, text.isMark(index, .period), text.text(index - 1).count == 1 { index += 1 }
    }
    return index > from ? index : nil
  }
}
