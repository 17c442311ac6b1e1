extension ShapeReader {
  /// A number of an issue or volume: `6`, `三`, `03`, `1/2`, `3-4`, `增刊1`.
  func number(_ from: Int, _ limit: Int) -> [Candidate] {
    guard let end = numberEnd(from, limit) else { return [] }
    var out = [Candidate(end: end, score: 0.3)]
    if end > from + 1 { out.append(Candidate(end: from + 1, score: 0.2)) }
    if end < limit, text.tokens[end].kind == .latin, text.text(end).count == 1, !text.tokens[end].spaced {
      out.append(Candidate(end: end + 1, score: 0.3))
    }
    return out
  }

  /// `增刊`, `增刊1`
  func supplement(_ from: Int, _ limit: Int) -> [Candidate] {
    guard text.isWord(from, .supplement) else { return [] }
    let isNumbered = from + 1 < limit && text.tokens[from + 1].kind == .digits && text.tokens[from + 1].value < 100
    return [Candidate(end: isNumbered ? from + 2 : from + 1, score: 0.5)]
  }

  /// Pages of a GB/T entry: `45-62`, `168-181+245`, `序2-3`, `e2012345`, `iii-x`.
  func pageRange(_ from: Int, _ limit: Int) -> [Candidate] {
    var index = from
    if text.isWord(index, .frontMatter) { index += 1 }
    guard let first = pageEnd(index, limit) else { return [] }
    index = first
    while index + 1 < limit, text.isMark(index, [.dash, .plus, .comma, .enumeration]),
      let next = pageEnd(index + 1, limit)
    {
      index = next
    }
    return [Candidate(end: index, score: 0.8)]
  }

  private func pageEnd(_ index: Int, _ limit: Int) -> Int? {
    guard index < limit else { return nil }
    let token = text.tokens[index]
    if token.kind == .digits {
      let letter = index + 1
      if letter < limit, text.isLatin(letter), text.text(letter).count == 1, !text.tokens[letter].spaced {
        return letter + 1
      }
      return index + 1
    }
    guard token.kind == .latin else { return nil }
    let bytes = text.text(index)
    // Roman numerals, or a letter before digits (B1, e123, S12).
    if bytes.allSatisfy({ "ivxlcIVXLC".utf8.contains($0) }) { return index + 1 }
    if bytes.count <= 2, index + 1 < limit, text.tokens[index + 1].kind == .digits, !text.tokens[index + 1].spaced {
      return index + 2
    }
    return nil
  }

  /// `（2016）最高法民再61号`: a year in brackets, then a court or kind, then a number and 号.
  func caseNumber(_ from: Int, _ limit: Int) -> [Candidate] {
    let token = text.tokens[from]
    guard token.kind == .open, token.bracket == .round || token.bracket == .square, isYear(from + 1, limit),
      Int(token.partner) == from + 2
    else { return [] }
    var index = from + 3
    while index < limit, index < from + 24 {
      if text.isWord(index, .number) { return [Candidate(end: index + 1, score: 2)] }
      guard text.tokens[index].kind != .mark, text.tokens[index].kind != .open else { break }
      index += 1
    }
    return []
  }

  /// `第8版`, `B1`, `C14版`, `8`, `第1张第4版`.
  func newspaperPage(_ from: Int, _ limit: Int) -> [Candidate] {
    var index = from
    let hasOrdinal = text.isWord(index, .ordinal)
    if hasOrdinal { index += 1 }
    let letter = index < limit && text.isLatin(index) && text.text(index).count <= 2
    if letter { index += 1 }
    guard let end = numberEnd(index, limit) else { return [] }
    // 第1张第4版
    if end + 2 < limit, text.text(end).elementsEqual("张".utf8), text.isWord(end + 1, .ordinal),
      let second = numberEnd(end + 2, limit), text.isWord(second, .edition), second < limit
    {
      return [Candidate(end: second + 1, score: 1.8)]
    }
    if text.isWord(end, .edition), end < limit { return [Candidate(end: end + 1, score: 1.5)] }
    return hasOrdinal ? [] : [Candidate(end: end, score: letter ? 0.8 : 0.2)]
  }

  /// `第7页，第14-15页`, `第71、73页`, `序言第2页`, `第19条`, `第3章`, `中译本“前言”第3页`, `第1版自序`.
  func locator(_ from: Int, _ limit: Int) -> [Candidate] {
    var out: [Candidate] = []
    var index = from
    var count: Float = 0
    while index < limit, let end = locatorItemEnd(index, limit) {
      count += 1
      out.append(Candidate(end: end, score: 1.5 + 0.2 * min(count, 4)))
      guard end < limit, text.isMark(end, [.comma, .enumeration, .semicolon]) else { break }
      index = end + 1
    }
    return out
  }

  private func locatorItemEnd(_ from: Int, _ limit: Int) -> Int? {
    var index = from
    // Front matter, bare or in quotation marks, perhaps after a word or two: 中译本“前言”, 译者序.
    var front = index
    while front < limit, front < from + 4 {
      if text.isWord(front, .frontMatter) {
        index = front + 1
        break
      }
      if text.tokens[front].kind == .open, text.tokens[front].bracket == .quote || text.tokens[front].bracket == .single
      {
        let close = Int(text.tokens[front].partner)
        if close < limit, text.isWord(close - 1, .frontMatter) {
          index = close + 1
          break
        }
        return nil
      }
      // 中译本“前言”, 第1版自序
      let isVersion =
        text.isWord(front, .ordinal) || text.isWord(front, .edition) || text.isWord(front, .volume)
        || text.isWord(front, .role) || text.tokens[front].kind == .digits
      guard text.tokens[front].kind == .han || isVersion, text.tokens[front].word == .none || isVersion else { break }
      front += 1
    }
    let hasFront = index > from
    // 頁134-147
    if !hasFront, text.isWord(index, .page), let end = pageRange(index + 1, limit).last?.end { return end }
    if text.isWord(index, .ordinal) { index += 1 }
    guard let first = locatorNumberEnd(index, limit) else {
      return hasFront ? index : nil
    }
    index = first
    while index + 1 < limit, text.isMark(index, [.dash, .enumeration, .comma, .plus]) {
      var next = index + 1
      if text.isWord(next, .ordinal) { next += 1 }
      guard let end = locatorNumberEnd(next, limit) else { break }
      // `第7页，第14页` is two items; `第7、14页` is one.
      index = end
    }
    guard index < limit else { return hasFront ? index : nil }
    switch text.tokens[index].word {
    case .page:
      var end = index + 1
      if end < limit, text.isWord(end, .column) { end += 1 }
      return end
    case .article, .chapter, .section, .paragraph: return index + 1
    default: return hasFront ? index : nil
    }
  }

  private func locatorNumberEnd(_ index: Int, _ limit: Int) -> Int? {
    guard index < limit else { return nil }
    if let end = pageEnd(index, limit) { return end }
    return text.tokens[index].kind == .hanDigits ? index + 1 : nil
  }
}
