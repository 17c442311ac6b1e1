/// Puts the labels of numbers right where the words beside them say what they count.
///
/// The model weighs each word by what it has seen; `第47卷第3期` and `29(11): 1-12` leave nothing to weigh.
struct NumberLabels {
  let chain: WordChain

  private var text: TokenizedText { chain.text }

  func corrected(_ labels: [FieldLabel]) -> [FieldLabel] {
    var out = labels
    for index in out.indices where isFrontMatter(index, out) { out[index] = .page }
    joinCodes(&out)
    for index in out.indices where NumberLabels.numeric.contains(out[index]) {
      if let counted = countedByUnit(index, out) { out[index] = counted }
      if followsIssueOrYear(index, out) { out[index] = .page }
    }
    // 第 goes with the number that it leads to, 卷 and 期 with the one they follow.
    for index in out.indices where NumberLabels.numeric.contains(out[index]) {
      let word = text.tokens[chain.links[index].token].word
      if word == .ordinal, let next = label(index + 1, out), isBeside(index + 1), NumberLabels.numeric.contains(next) {
        out[index] = next
      } else if NumberLabels.labels[word] != nil, index > 0, isBeside(index), isNumber(index - 1) {
        out[index] = out[index - 1]
      }
    }
    return out
  }

  private static let numeric: Set<FieldLabel> = [.volume, .issue, .page, .number, .edition, .issued]
  /// What a unit behind a number makes of it.
  private static let labels: [Word: FieldLabel] = [.volume: .volume, .issue: .issue, .page: .page]

  /// 47卷, 3期, 12页; 6号 behind a volume.
  private func countedByUnit(_ index: Int, _ labels: [FieldLabel]) -> FieldLabel? {
    guard isNumber(index), index + 1 < chain.count, isBeside(index + 1) else { return nil }
    let unit = text.tokens[chain.links[index + 1].token].word
    if unit == .number, index > 1, labels[index - 1] == .volume, isBeside(index) { return .issue }
    guard let label = NumberLabels.labels[unit] else { return nil }
    // 2011年卷, 第4辑: words behind which the number may be a year.
    return text.tokens[chain.links[index].token].value > 1500 && label != .page ? nil : label
  }

  /// `29(11): 1-12`, `2011: 19`, `2001, 35(12). 1861-1864`: what follows the issue or the year and a mark are pages.
  private func followsIssueOrYear(_ index: Int, _ labels: [FieldLabel]) -> Bool {
    guard index > 0, labels[index] != .page, labels[index] != .number, labels[index] != .edition else { return false }
    let before = labels[index - 1]
    let token = chain.links[index].token
    // `1-12`: the end of the range goes with its beginning.
    if before == .page { return text.isMark(token - 1, .dash) && isNumber(index) }
    guard token >= chain.range.lowerBound + 3, NumberLabels.numeric.contains(before), before != .edition,
      isNumber(index) || text.tokens[token].word == .frontMatter
    else { return false }
    let isColon = text.isMark(token - 1, .colon)
    let close = text.tokens[token - 2]
    if text.tokens[token - 1].kind == .close, before == .issue, isRange(index), labels[(index + 2)...].contains(.issued)
    {
      // `10(12) 1952-1962, December 1992`
      return true
    }
    if close.kind == .close, close.bracket == .round, Int(close.partner) >= chain.range.lowerBound {
      return (before == .issue || before == .volume)
        && (isColon || text.isMark(token - 1, [.period, .comma]) && labels[..<index].contains(.issued))
    }
    return isColon && before == .issued && chain.isYear(index - 1) && index - 1 > 0
  }

  /// Whether a number and the next are a range, and more follows.
  private func isRange(_ index: Int) -> Bool {
    guard index + 2 < chain.count, isNumber(index), isNumber(index + 1) else { return false }
    let (first, second) = (chain.links[index].token, chain.links[index + 1].token)
    return second == first + 2 && text.isMark(first + 1, .dash)
  }

  /// `2001: 序2-3`
  private func isFrontMatter(_ index: Int, _ labels: [FieldLabel]) -> Bool {
    let token = chain.links[index].token
    return text.tokens[token].word == .frontMatter && index > 0 && labels[index - 1] == .issued
      && chain.isYear(index - 1)
      && text.isMark(token - 1, .colon) && index + 1 < chain.count && isNumber(index + 1)
  }

  /// Numbers begin before their digits: `AIAA G-136-2022`, `（2013）锡民终字第497号`.
  private func joinCodes(_ labels: inout [FieldLabel]) {
    for index in labels.indices.dropFirst() where labels[index] == .number && labels[index - 1] != .number {
      let before = chain.links[index - 1]
      let text = self.text.string(before.token..<(before.token + 1))
      let isCode =
        chain.links[index].gapClass == .space && (2...8).contains(text.utf8.count)
        && text.utf8.allSatisfy { (65...90).contains($0) }
        && [.colon, .comma, .period].contains(before.gapClass)
      let isYearOfCase =
        chain.isYear(index - 1) && before.gapClass == .open && chain.links[index].gapClass == .close
        && self.text.tokens[chain.links[index].token].kind == .han
      if isCode || isYearOfCase { labels[index - 1] = .number }
    }
  }

  private func label(_ index: Int, _ labels: [FieldLabel]) -> FieldLabel? {
    labels.indices.contains(index) ? labels[index] : nil
  }

  private func isNumber(_ index: Int) -> Bool {
    let kind = text.tokens[chain.links[index].token].kind
    return kind == .digits || kind == .hanDigits
  }

  /// Whether no mark stands before a word.
  private func isBeside(_ index: Int) -> Bool {
    chain.links.indices.contains(index) && chain.links.indices.contains(index - 1)
      && chain.links[index].token == chain.links[index - 1].token + 1
  }
}
