extension ShapeReader {
  /// A year of the common era: four digits, or four Chinese digits.
  func isYear(_ index: Int, _ limit: Int) -> Bool {
    guard index < limit else { return false }
    let token = text.tokens[index]
    switch token.kind {
    case .digits: return token.end - token.start == 4 && token.value >= 1000 && token.value <= 2100
    case .hanDigits: return token.end - token.start == 12 && token.value >= 1000 && token.value <= 2100
    case .han, .latin, .mark, .open, .close, .url: return false
    }
  }

  func year(_ from: Int, _ limit: Int) -> [Candidate] {
    guard isYear(from, limit) else { return [] }
    var out = [Candidate(end: from + 1, score: 0.8)]
    if from + 2 < limit, text.isMark(from + 1, .dash), isYear(from + 2, limit) {
      out.append(Candidate(end: from + 3, score: 0.9))
    }
    // 2010a, 2010b of author-date lists.
    if from + 1 < limit, text.isLatin(from + 1), text.text(from + 1).count == 1, !text.tokens[from + 1].spaced,
      text.text(from + 1)[text.text(from + 1).startIndex] >= 0x61
    {
      out.append(Candidate(end: from + 2, score: 0.9))
    }
    return out
  }

  /// `n.d.`, `不详`
  func noDate(_ from: Int, _ limit: Int) -> [Candidate] {
    if text.tokens[from].kind == .han, text.text(from).ends(with: Array("不详".utf8)), text.length(from..<(from + 1)) <= 8
    {
      return [Candidate(end: from + 1, score: 0.8)]
    }
    guard text.isLatin(from), text.text(from).elementsEqual("n".utf8), text.isMark(from + 1, .period),
      text.isLatin(from + 2), text.text(from + 2).elementsEqual("d".utf8)
    else { return [] }
    return [Candidate(end: text.isMark(from + 3, .period) ? from + 4 : from + 3, score: 0.8)].filter { $0.end <= limit }
  }

  func date(_ from: Int, _ limit: Int) -> [Candidate] {
    var out: [Candidate] = []
    if isYear(from, limit) {
      if text.isWord(from + 1, .year), from + 1 < limit {
        if let month = unit(from + 2, limit, .month) {
          out.append(Candidate(end: month, score: 1.2))
          if let day = unit(month, limit, .day) { out.append(Candidate(end: day, score: 2)) }
        }
      } else if from + 2 < limit, text.isMark(from + 1, [.dash, .period, .slash]),
        text.tokens[from + 2].kind == .digits, text.tokens[from + 2].value <= 12, text.tokens[from + 2].value > 0
      {
        if from + 4 < limit, text.isMark(from + 3, [.dash, .period, .slash]), text.tokens[from + 4].kind == .digits,
          text.tokens[from + 4].value <= 31, text.tokens[from + 4].end - text.tokens[from + 4].start <= 2
        {
          out.append(Candidate(end: from + 5, score: 2))
        } else if text.isMark(from + 1, .dash) {
          out.append(Candidate(end: from + 3, score: 0.8))
        }
      }
    }
    if let end = westernDateEnd(from, limit) { out.append(Candidate(end: end, score: 1.8)) }
    return out
  }

  /// The index after `6月`, `26日`.
  private func unit(_ index: Int, _ limit: Int, _ word: Word) -> Int? {
    guard index + 1 < limit, text.tokens[index].kind == .digits || text.tokens[index].kind == .hanDigits,
      text.tokens[index].value > 0, text.tokens[index].value <= 31, text.isWord(index + 1, word)
    else { return nil }
    return index + 2
  }

  /// `January 30, 2004`, `7 August 2002`, `March 2012`, `Dec. 3, 1968`.
  func westernDateEnd(_ from: Int, _ limit: Int) -> Int? {
    var index = from
    func isDay(_ at: Int) -> Bool {
      at < limit && text.tokens[at].kind == .digits && text.tokens[at].value >= 1 && text.tokens[at].value <= 31
    }
    if isDay(index) { index += 1 }
    if index < limit, index > from, text.isLatin(index),
      ["st", "nd", "rd", "th"].contains(text.string(index..<(index + 1)))
    {
      index += 1
    }
    guard index < limit, text.tokens[index].word == .monthName else { return nil }
    let hadDay = index > from
    index += 1
    if text.isMark(index, .period) { index += 1 }
    if index + 2 < limit, text.isMark(index, [.dash, .slash]), text.tokens[index + 1].word == .monthName { index += 2 }
    if !hadDay, isDay(index) {
      index += 1
      if index + 1 < limit, text.isMark(index, .dash), isDay(index + 1) { index += 2 }
    }
    if text.isMark(index, .comma) { index += 1 }
    return isYear(index, limit) ? index + 1 : nil
  }

  /// `光绪三年`, `民国三十六年`, `1991年秋季`.
  func eraDate(_ from: Int, _ limit: Int) -> [Candidate] {
    if isYear(from, limit), from + 2 < limit, text.isWord(from + 1, .year), text.tokens[from + 2].kind == .han,
      ["春", "夏", "秋", "冬"].contains(where: { text.text(from + 2).starts(with: $0.utf8) })
    {
      return [Candidate(end: from + 3, score: 1)]
    }
    guard text.tokens[from].kind == .han, text.length(from..<(from + 1)) <= 4 else { return [] }
    let number = from + 1
    guard number + 1 < limit, text.isWord(number + 1, .year) else { return [] }
    let isFirstYear = text.text(number).elementsEqual("元".utf8)
    guard
      isFirstYear || text.tokens[number].kind == .hanDigits
        || (text.tokens[number].kind == .digits && text.tokens[number].value < 100)
    else { return [] }
    var out = [Candidate(end: number + 2, score: 1)]
    if let month = unit(number + 2, limit, .month) {
      out.append(Candidate(end: month, score: 1.3))
      if let day = unit(month, limit, .day) { out.append(Candidate(end: day, score: 1.6)) }
    }
    return out
  }
}
