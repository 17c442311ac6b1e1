import YinzhuText

extension ShapeReader {
  /// A name in an alphabet as lists print it: `Horsley J`, `J Horsley`, `Reich, C. A.`, `KAUFMANN Arthur`, `IEEE`.
  func westernListName(_ from: Int, _ limit: Int, isFirst: Bool) -> (WesternName, Int, Float)? {
    if let found = bodyName(from, limit) { return found }
    // A title begins so, not a name.
    guard !["The", "An"].contains(text.string(from..<(from + 1))) || text.isMark(from + 1, .period) else { return nil }
    if let found = familyAndInitials(from, limit) { return found }
    if let found = initialsAndFamily(from, limit) { return found }
    if let found = invertedName(from, limit, isFirst: isFirst) { return found }
    if let (name, end, score) = directName(from, limit) { return (familyFirst(name), end, score) }
    guard isCapitalised(from), from + 1 < limit else { return nil }
    return (WesternName(family: from..<(from + 1), isWhole: true), from + 1, isFirst ? 0 : -1.5)
  }

  /// An institution: up to a mark, with a word that only institutions have.
  private func bodyName(_ from: Int, _ limit: Int) -> (WesternName, Int, Float)? {
    var index = from
    var isBody = false
    scan: while index < limit, index < from + 16 {
      let token = text.tokens[index]
      switch token.kind {
      case .latin:
        if ShapeReader.bodyWords.contains(text.string(index..<(index + 1))) { isBody = true }
        if token.word == .editorWord, index > from { break scan }
      case .mark:
        // `U.S.`, `&`, `-`
        let isInitial = token.marks == .period && index > from && text.text(index - 1).count == 1
        guard isInitial || !token.marks.isDisjoint(with: [.ampersand, .dash, .slash]) else { break scan }
      case .open:
        guard token.bracket == .round, Int(token.partner) == index + 2, text.isLatin(index + 1),
          text.tokens[index + 1].word != .editorWord
        else { break scan }
      case .han, .hanDigits, .digits, .close, .url: break scan
      }
      index = text.next(index)
    }
    guard isBody, index > from, index <= limit, isCapitalised(from) else { return nil }
    return (WesternName(family: from..<index, isWhole: true), index, 0.9)
  }

  /// `Horsley J`, `Des Marais D. J.`, `Veen PH van der`, `Sodeman W A, Jr`
  private func familyAndInitials(_ from: Int, _ limit: Int) -> (WesternName, Int, Float)? {
    guard let end = wordsEnd(from, limit, longest: 6) else { return nil }
    // The initials begin at the first short run of capitals after a family name.
    var given = from + 1
    while given < end, !isShortCapitals(given) { given += 1 }
    guard given < end, !isShortCapitals(from) || isShortCapitals(from + 1) && text.text(from).count > 1 else {
      return nil
    }
    var index = given
    let hasPeriods =
      text.isMark(given + 1, .period) && given + 2 < limit && isShortCapitals(given + 2)
      && text.isMark(given + 3, .period)
    while index < limit, isShortCapitals(index) {
      index += 1
      if index + 1 < limit, text.isMark(index, .dash), !text.tokens[index].spaced, isCapitalised(index + 1) {
        index += 2
      }
      if hasPeriods, index < limit, text.isMark(index, .period) {
        // The last full stop belongs to the names only where another mark follows.
        guard index + 1 < limit, isShortCapitals(index + 1) || text.isMark(index + 1, [.comma, .period]) else { break }
        index += 1
      } else if index + 1 < limit, text.isMark(index, .period), text.isMark(index + 1, [.comma]) {
        index += 1
        break
      }
    }
    // A capitalised word right after: `New Property X` is no name.
    if index < limit, isCapitalised(index), text.tokens[index].word == .none { return nil }
    var name = WesternName(family: from..<given, given: given..<index)
    while index < limit, isParticle(index) { index += 1 }
    if index > (name.given?.upperBound ?? index) { name.given = given..<index }
    let (suffixed, after, score) = withSuffix(name, index, limit, 1.2)
    return (suffixed, after, score)
  }

  /// `J Horsley`, `C F Bergsten`, `M. Poisson`
  private func initialsAndFamily(_ from: Int, _ limit: Int) -> (WesternName, Int, Float)? {
    var index = from
    while index < limit, isShortCapitals(index), text.text(index).count <= 2 || !hasVowel(index) {
      index += 1
      if index < limit, text.isMark(index, .period) { index += 1 }
      if index + 1 < limit, text.isMark(index, .dash), !text.tokens[index].spaced { index += 1 }
    }
    guard index > from, text.text(from).count == 1 || !hasVowel(from), index < limit else { return nil }
    let family = index
    while index < limit, index < family + 4, isCapitalised(index) || isParticle(index) {
      if text.tokens[index].word == .conjunction || text.tokens[index].word == .editorWord { break }
      index += 1
    }
    guard index > family, isCapitalised(index - 1), text.text(index - 1).count > 1 else { return nil }
    return withSuffix(WesternName(family: family..<index, given: from..<family), index, limit, 1.1)
  }

  private func hasVowel(_ index: Int) -> Bool { text.text(index).contains { "AEIOUY".utf8.contains($0) } }

  /// `KAUFMANN Arthur`: the family name stands in capitals before the given one.
  private func familyFirst(_ name: WesternName) -> WesternName {
    guard let given = name.given, given.count == 1, text.text(given.lowerBound).count > 2 else { return name }
    let isCapital = text.text(given.lowerBound).allSatisfy { $0 < 0x61 || $0 > 0x7A }
    let last = text.text(name.family.upperBound - 1)
    guard isCapital, last.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) else { return name }
    return WesternName(family: given, given: name.family, suffix: name.suffix)
  }
}
