/// Where the text of a field begins and ends inside the words that carry its label: words that only introduce it stay
/// out, marks that are its own go in.
struct FieldEdges {
  let text: TokenizedText

  /// Without what introduces it or closes it; one token always stays.
  private func trimmed(
    _ range: Range<Int>, front: (Int) -> Bool = { _ in false }, back: (Int) -> Bool = { _ in false }
  ) -> Range<Int> {
    var range = range
    while range.count > 1, let first = range.first, front(first) { range = (first + 1)..<range.upperBound }
    while range.count > 1, let last = range.last, back(last) { range = range.lowerBound..<last }
    return range
  }

  /// With the mark or bracket that ends it, where that is its own.
  func whole(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return range }
    var (low, high) = (range.lowerBound, range.upperBound)
    // Marks at the ends belong to it when their partners stand inside.
    while low < high,
      text.tokens[low].kind == .close || (text.tokens[low].kind == .open && Int(text.tokens[low].partner) >= high)
    {
      low += 1
    }
    extend: while high < text.count {
      let token = text.tokens[high]
      if token.kind == .close, Int(token.partner) >= low, Int(token.partner) < high {
        high += 1
      } else if token.kind == .mark, token.marks == .question, !token.spaced {
        high += 1
      } else if token.kind == .mark, token.marks == .period, endsInAbbreviation(high, low) {
        high += 1
      } else {
        break extend
      }
    }
    while low > 0, text.tokens[low - 1].kind == .open, Int(text.tokens[low - 1].partner) >= low,
      Int(text.tokens[low - 1].partner) < high - 1
    {
      low -= 1
    }
    return low..<high
  }

  /// `U.S.`, `Inc.`: the full stop is the word's.
  private func endsInAbbreviation(_ index: Int, _ low: Int) -> Bool {
    guard index > low, text.isLatin(index - 1) else { return false }
    if text.tokens[index - 1].word == .corporation { return true }
    return index - 2 > low && text.length((index - 1)..<index) == 1 && text.isMark(index - 2, .period)
  }

  /// Without `In`, 载, 见 before the host's title.
  func withoutHost(_ range: Range<Int>) -> Range<Int> {
    trimmed(range, front: { FieldEdges.hosts.contains(text.tokens[$0].word) || text.tokens[$0].kind == .mark })
  }

  /// Without 第, 卷, `vol.`, `no.`, 版, `ed.` around a number.
  func withoutUnits(_ range: Range<Int>) -> Range<Int> {
    var range = trimmed(
      range,
      front: { index in
        let token = text.tokens[index]
        return FieldEdges.units.contains(token.word) || token.kind == .mark || token.kind == .close
          || (token.kind == .open && Int(token.partner) >= range.upperBound)
      })
    // `v.16`, `n. 4`
    if range.count > 2, let first = range.first, text.isLatin(first), text.length(first..<(first + 1)) == 1,
      text.isMark(first + 1, .period), text.tokens[first + 2].kind == .digits
    {
      range = (first + 2)..<range.upperBound
    }
    return trimmed(
      range,
      back: { index in
        text.tokens[index].kind == .mark
          || (FieldEdges.closingUnits.contains(text.tokens[index].word) && text.tokens[index - 1].kind != .han
            && isNumbered(range))
      })
  }

  /// Whether the first word of an edition is a number or an ordinal: `2nd ed.` is 2, and `Rev. ed.` stays.
  private func isNumbered(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    let token = text.tokens[first]
    return token.kind != .latin || token.word != .none
  }

  /// `中国专利：CN1…`: the number without the words that say of what.
  func withoutKind(_ range: Range<Int>) -> Range<Int> {
    guard let mark = range.last(where: { text.isMark($0, [.colon, .comma]) }), mark + 1 < range.upperBound,
      (range.lowerBound..<mark).allSatisfy({ text.tokens[$0].kind == .han })
    else { return range }
    return (mark + 1)..<range.upperBound
  }

  /// The bracket before the year that a number begins with: `（2013）锡民终字第497号`.
  func withYear(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 2, range.lowerBound > 0, text.isOpen(range.lowerBound - 1, .round),
      Int(text.tokens[range.lowerBound - 1].partner) == range.lowerBound + 1
    else { return range }
    return (range.lowerBound - 1)..<range.upperBound
  }

  /// `2nd` is 2.
  func withoutOrdinal(_ range: Range<Int>) -> Range<Int> {
    guard range.count == 2, text.tokens[range.lowerBound].kind == .digits,
      ["st", "nd", "rd", "th", "e", "ª", "a"].contains(text.string((range.lowerBound + 1)..<range.upperBound))
    else { return range }
    return range.lowerBound..<(range.lowerBound + 1)
  }

  /// The name of a degree alone: `2018年硕士学位论文`, and once where a style prints it twice.
  func degree(_ range: Range<Int>) -> Range<Int> {
    guard let degree = range.first(where: { text.isWord($0, .degree) }) else { return range }
    return degree..<(degree + 1)
  }

  /// Without a word, in small letters, before a number: `ISBN`.
  func withoutWord(_ word: String, _ range: Range<Int>) -> Range<Int> {
    trimmed(
      range, front: { text.tokens[$0].kind == .mark || text.string($0..<($0 + 1)).lowercased() == word })
  }

  /// Without `pp.`, 第, 页 around pages.
  func pages(_ range: Range<Int>) -> Range<Int> {
    trimmed(
      range,
      front: { index in
        let token = text.tokens[index]
        return FieldEdges.pageWords.contains(token.word) || token.kind == .mark || token.kind == .open
      },
      back: { FieldEdges.closingPageWords.contains(text.tokens[$0].word) || text.tokens[$0].kind == .mark })
  }

  static let hosts: Set<Word> = [.hostWord, .host, .see, .signal]
  private static let units: Set<Word> = [
    .year, .ordinal, .runningOrdinal, .volumeWord, .issueWord, .number, .editionWord, .conjunction,
  ]
  private static let closingUnits: Set<Word> = [.volume, .issue, .edition, .editionWord, .editorWord]
  private static let pageWords: Set<Word> = [.pages, .page, .ordinal, .volumeWord, .number, .preposition]
  private static let closingPageWords: Set<Word> = [.page, .pages, .edition]
}
