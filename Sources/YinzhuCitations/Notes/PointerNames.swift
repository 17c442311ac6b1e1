import YinzhuModel
import YinzhuText

/// The author and title that stand beside a pointer word.
extension PointerReader {
  /// Author and title before the word: `曹凌，见前注`, `王力：《山海集》，前引书`, `Waltz, Theory, op. cit.`
  ///
  /// Nil where something else stands there, so that the word is no pointer.
  func named(before hit: PointerWords.Hit, _ range: Range<Int>) -> (author: String?, title: String?)? {
    let start = Int(text.tokens[range.lowerBound].start)
    if hit.start == start { return (nil, nil) }
    var index = range.lowerBound
    var author: Range<Int>?
    var title: Range<Int>?
    var isWestern = false
    var commas = 0
    while index < range.upperBound, Int(text.tokens[index].start) < hit.start {
      let token = text.tokens[index]
      switch token.kind {
      case .open where token.bracket == .title || token.bracket == .quote || token.bracket == .corner:
        guard title == nil, Int(token.partner) > index + 1, Int(token.partner) < range.upperBound else { return nil }
        title = text.byteRange((index + 1)..<Int(token.partner))
        index = Int(token.partner) + 1
        continue
      case .open where token.bracket == .square || (token.bracket == .round && author == nil):
        guard Int(token.partner) - index <= 3, Int(token.partner) > index else { return nil }
        index = Int(token.partner) + 1
        continue
      case .open where token.bracket == .round && Int(text.tokens[index].end) <= hit.start:
        // The bracket of `Waltz (n 5)`.
        guard index + 1 < range.upperBound, Int(text.tokens[index + 1].start) == hit.start else { return nil }
      case .han, .hanDigits:
        if token.word == .see || token.word == .signal { break }
        if token.word == .others || token.word == .role { break }
        // Names hold all sorts of words: 应松年, 马怀德.
        guard title == nil, commas == 0 else { return nil }
        author = joined(author, Int(token.start), min(Int(token.end), hit.start))
      case .latin:
        isWestern = true
        if commas > 0, title == nil || isOpenTitle(title, before: index) {
          title = joined(title, Int(token.start), Int(token.end))
        } else if title == nil {
          author = joined(author, Int(token.start), Int(token.end))
        }
      case .mark:
        guard token.marks.isDisjoint(with: [.stop, .semicolon, .question]) else { return nil }
        if token.marks == .comma { commas += 1 }
        if token.marks == .colon, !isWestern, author == nil { return nil }
      case .digits, .url, .open, .close: return nil
      }
      index += 1
    }
    let name = author.map { String(decoding: text.bytes[$0], as: UTF8.self) }
    // A sentence is no name.
    if let name, name.unicodeScalars.count > (isWestern ? 80 : 24) { return nil }
    if name == nil, title == nil { return nil }
    return (name, title.map { String(decoding: text.bytes[$0], as: UTF8.self) })
  }

  private func isOpenTitle(_ title: Range<Int>?, before index: Int) -> Bool {
    guard let title else { return false }
    return index > 0 && Int(text.tokens[index - 1].end) <= title.upperBound + 2
  }

  private func joined(_ range: Range<Int>?, _ start: Int, _ end: Int) -> Range<Int> {
    (range?.lowerBound ?? start)..<max(start, end)
  }

  /// Author, sort of work and title after the word: `，曹凌书`, `王力文`, `书`, `《山海集》一书`.
  ///
  /// - Parameter cut: Where the text goes on inside a token that the word has cut.
  func readNamedAfter(_ found: inout Found, _ index: inout Int, from cut: Int?, _ limit: Int) {
    if let cut, index > 0 {
      let range = cut..<Int(text.tokens[index - 1].end)
      readAuthor(&found, &index, tokens: index, range, limit)
    } else {
      readAuthor(&found, &index, tokens: index, nil, limit)
      if index + 1 < limit, found.author == nil, text.isMark(index, [.comma, .colon]) {
        var after = index + 1
        readAuthor(&found, &after, tokens: after, nil, limit)
        if after > index + 1 { index = after }
      }
    }
    var at = index
    if at < limit, text.isMark(at, [.comma, .colon]) { at += 1 }
    if at < limit, found.title == nil, text.isOpen(at, .title) || text.isOpen(at, .quote) {
      let close = Int(text.tokens[at].partner)
      guard close > at + 1, close < limit else { return }
      found.title = text.string((at + 1)..<close)
      index = close + 1
      if text.isWord(index, .work), index < limit { index += 1 }
    }
  }

  /// Han or Latin text that ends in 书 or 文, or at a mark. Nothing is taken where it is not like a name.
  private func readAuthor(
    _ found: inout Found, _ index: inout Int, tokens start: Int, _ first: Range<Int>?, _ limit: Int
  ) {
    var at = start
    var bytes = first
    while at < limit {
      let token = text.tokens[at]
      if token.kind == .open, token.bracket == .square || token.bracket == .round, bytes == nil,
        Int(token.partner) - at <= 3, Int(token.partner) > at, text.tokens[at + 1].kind == .han
      {
        at = Int(token.partner) + 1
        continue
      }
      let isVolume = token.word == .volume && at + 1 < limit && text.tokens[at + 1].kind == .hanDigits
      let isName =
        (token.kind == .han && token.word != .ordinal && !isVolume)
        || token.kind == .latin && token.word == .none
        || text.isMark(at, [.enumeration, .middleDot]) && bytes != nil
      guard isName else { break }
      bytes = joined(bytes, Int(token.start), Int(token.end))
      at += 1
    }
    guard let bytes else { return }
    let (name, sort) = PointerReader.withoutSort(String(decoding: text.bytes[bytes], as: UTF8.self))
    let isAtEnd = at == limit || text.tokens[at].kind == .mark || text.tokens[at].kind == .open
    guard sort != nil || (isAtEnd && name.unicodeScalars.count <= 4) || at < limit && text.isWord(at, .ordinal),
      name.unicodeScalars.count <= 24, found.author == nil || name.isEmpty
    else { return }
    found.sort = sort ?? found.sort
    if !name.isEmpty { found.author = name }
    index = at
  }

  static func withoutSort(_ text: String) -> (name: String, sort: BackReferencePointer.Sort?) {
    for (ending, sort) in sorts where text.hasSuffix(ending) {
      var name = String(text.dropLast(ending.count))
      if name.hasSuffix("等") { name.removeLast() }
      return (name, sort)
    }
    return (text.hasSuffix("等") ? String(text.dropLast()) : text, nil)
  }

  /// What 曹凌书 and 王力文 say of the work (法学引注手册, 前引注).
  private static let sorts: [(String, BackReferencePointer.Sort)] = [
    ("著作", .book), ("一书", .book), ("书", .book), ("著", .book), ("書", .book), ("论文", .article), ("文章", .article),
    ("一文", .article), ("文", .article), ("報告", .any), ("报告", .any), ("案", .any),
  ]
}
