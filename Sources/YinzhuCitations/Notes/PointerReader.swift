import YinzhuModel
import YinzhuText

/// Reads pointers to other notes:
/// 同上，第260页 · 同前注〔2〕，曹凌书 · 曹凌，见前注〔2〕 · 前引曹凌书 · 同2：326 · Ibid., p. 3 · Waltz, supra note 5, at 12.
///
/// A pointer is a word of `pointers.tsv` with, in this order, each of them optional: author and title before it, numbers
/// of notes, author and title after it, a volume, pages.
struct PointerReader {
  let text: TokenizedText
  let builder: RecordBuilder
  /// The pointer words of the whole note.
  let hits: [PointerWords.Hit]

  init(text: TokenizedText, builder: RecordBuilder) {
    self.text = text
    self.builder = builder
    hits = builder.lexicons.pointers.hits(in: text.bytes)
  }

  struct Found {
    /// What it points to: several with `前注2、3`.
    var kinds: [BackReferencePointer.Kind]
    var author: String?
    var title: String?
    var sort: BackReferencePointer.Sort?
    var volume: (value: String, tokens: Range<Int>)?
    var locator: Locator?
    /// The token after it.
    var end: Int
  }

  /// The pointer that fills the stretch; with `isPartial`, the one that it begins with, before other text.
  func read(_ range: Range<Int>, isPartial: Bool = false) -> Found? {
    guard !hits.isEmpty, !range.isEmpty else { return nil }
    let bytes = text.byteRange(range)
    for hit in hits where hit.start >= bytes.lowerBound && hit.start < bytes.upperBound {
      // A pointer stands near the beginning; further on it belongs to a comment.
      guard hit.start - bytes.lowerBound < 240 else { return nil }
      if let found = read(hit, range), found.end == range.upperBound || isPartial && isBorder(found, hit, range) {
        return found
      }
    }
    return nil
  }

  /// Where a stretch goes on that names its author by a pointer: `Idem, Theory of …`; nil where it does not.
  func afterSameAuthor(_ range: Range<Int>) -> Int? {
    guard let first = range.first, !hits.isEmpty else { return nil }
    let start = Int(text.tokens[first].start)
    guard let hit = hits.first(where: { $0.start == start && $0.kind == .author }) else { return nil }
    let index = tokenIndex(atOrAfter: hit.end, range)
    let hasMark = text.isMark(index, [.comma, .colon])
    guard index < range.upperBound, hasMark || text.isOpen(index, .title) else { return nil }
    return hasMark ? index + 1 : index
  }

  /// `Theory, p. 12` after Idem: a short title with pages.
  func shortTitle(_ range: Range<Int>) -> Found? {
    for comma in range.reversed() where text.isMark(comma, [.comma]) && comma > range.lowerBound {
      guard let (locator, end) = readLocator(comma + 1, range.upperBound), end == range.upperBound else { continue }
      guard comma - range.lowerBound <= 12 else { return nil }
      return Found(kinds: [.sameAuthor], title: text.string(range.lowerBound..<comma), locator: locator, end: end)
    }
    return nil
  }

  /// Whether other text may follow here: words that are too common to be pointers need the stretch for themselves.
  private func isBorder(_ found: Found, _ hit: PointerWords.Hit, _ range: Range<Int>) -> Bool {
    guard hit.kind != .same, hit.kind != .author, hit.start == Int(text.tokens[range.lowerBound].start) else {
      return false
    }
    let isMark = text.isMark(found.end, [.comma, .period, .semicolon]) || text.isOpen(found.end, .round)
    return isMark && (found.locator != nil || hit.kind == .previous || isNumbered(found))
  }

  private func isNumbered(_ found: Found) -> Bool {
    found.kinds.contains {
      if case .note = $0 { return true }
      return false
    }
  }

  private func read(_ hit: PointerWords.Hit, _ range: Range<Int>) -> Found? {
    guard let before = named(before: hit, range) else { return nil }
    var index = tokenIndex(atOrAfter: hit.end, range)
    let isCut = index > range.lowerBound && Int(text.tokens[index - 1].end) > hit.end
    let isInBrackets = index < range.upperBound && isBracketedNumber(hit, range)
    var found = Found(kinds: [], author: before.author, title: before.title, end: index)
    // 前引书, 前揭文
    found.sort = PointerReader.withoutSort(String(decoding: text.bytes[hit.start..<hit.end], as: UTF8.self)).sort
    // Marks between the word and its number: `supra, note 5`, `注：3` are none of ours.
    if hit.kind != .previous, hit.kind != .author, !isCut, let (numbers, end) = noteNumbers(index, range.upperBound) {
      found.kinds = numbers.map { hit.kind == .later ? .laterNote($0) : .note($0) }
      index = end
    }
    if isInBrackets, index < range.upperBound, text.tokens[index].kind == .close { index += 1 }
    readNamedAfter(&found, &index, from: isCut ? hit.end : nil, range.upperBound)
    if found.kinds.isEmpty {
      guard let kind = kind(hit, found) else { return nil }
      found.kinds = [kind]
    }
    readPlaces(&found, &index, range.upperBound)
    found.end = index
    return found
  }

  /// What a word means that no number follows.
  private func kind(_ hit: PointerWords.Hit, _ found: Found) -> BackReferencePointer.Kind? {
    let isNamed = found.author != nil || found.title != nil
    switch hit.kind {
    case .previous: return .previous
    case .above, .earlier: return isNamed ? .work : .previous
    case .work: return .work
    case .author: return isNamed ? nil : .previous
    case .note, .same, .later: return nil
    }
  }

  private func tokenIndex(atOrAfter byte: Int, _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, Int(text.tokens[index].start) < byte { index += 1 }
    return index
  }

  // MARK: Numbers of notes

  /// `Waltz (n 5) 12`
  private func isBracketedNumber(_ hit: PointerWords.Hit, _ range: Range<Int>) -> Bool {
    let first = tokenIndex(atOrAfter: hit.start, range)
    return first > range.lowerBound && text.isOpen(first - 1, .round)
  }

  /// `〔2〕`, `[2]`, `②`, `2`, `2、3`, `三`
  private func noteNumbers(_ index: Int, _ limit: Int) -> ([Int], Int)? {
    guard let (first, firstEnd) = noteNumber(index, limit) else { return nil }
    var numbers = [first]
    var end = firstEnd
    while end + 1 < limit, text.isMark(end, [.enumeration, .ampersand]) || text.isWord(end, .conjunction),
      let (number, next) = noteNumber(end + 1, limit)
    {
      numbers.append(number)
      end = next
    }
    return (numbers, end)
  }

  private func noteNumber(_ index: Int, _ limit: Int) -> (Int, Int)? {
    guard index < limit else { return nil }
    let token = text.tokens[index]
    if token.kind == .open, Int(token.partner) < limit, let (number, end) = plainNumber(index + 1, limit),
      end == Int(token.partner)
    {
      return (number, end + 1)
    }
    return plainNumber(index, limit)
  }

  private func plainNumber(_ index: Int, _ limit: Int) -> (Int, Int)? {
    guard index < limit else { return nil }
    let token = text.tokens[index]
    switch token.kind {
    case .digits, .hanDigits: return token.value > 0 && token.value < 10_000 ? (Int(token.value), index + 1) : nil
    case .mark: return circled(index).map { ($0, index + 1) }
    default: return nil
    }
  }

  private func circled(_ index: Int) -> Int? {
    let (scalar, length) = UTF8Bytes.decode(text.bytes, at: Int(text.tokens[index].start))
    guard length > 2 else { return nil }
    switch scalar {
    case 0x2460...0x2473: return Int(scalar - 0x2460) + 1
    case 0x2474...0x2487: return Int(scalar - 0x2474) + 1
    case 0x3251...0x325F: return Int(scalar - 0x3251) + 21
    case 0x32B1...0x32BF: return Int(scalar - 0x32B1) + 36
    default: return nil
    }
  }

  // MARK: Volumes and pages

  private func readPlaces(_ found: inout Found, _ index: inout Int, _ limit: Int) {
    var at = afterMark(index, limit)
    if let end = volumeEnd(at, limit) {
      found.volume = (volumeNumber(at..<end), at..<end)
      index = end
      at = afterMark(end, limit)
    }
    var close = -1
    if text.isOpen(at, .round) {
      close = Int(text.tokens[at].partner)
      at += 1
    }
    if at < limit, text.isWord(at, .preposition) { at += 1 }
    guard let (locator, end) = readLocator(at, close > at ? close : limit) else { return }
    if close >= 0, end != close { return }
    found.locator = locator
    index = close >= 0 ? close + 1 : end
  }

  private func afterMark(_ index: Int, _ limit: Int) -> Int {
    index + 1 < limit && text.isMark(index, [.comma, .colon, .period, .enumeration]) ? index + 1 : index
  }

  /// `第2卷`, `卷二`, `下册`
  private func volumeEnd(_ from: Int, _ limit: Int) -> Int? {
    var index = from
    if index < limit, text.isWord(index, .volume), index + 1 < limit, plainNumber(index + 1, limit) != nil {
      return index + 2
    }
    if text.isWord(index, .ordinal) { index += 1 }
    guard let (_, end) = plainNumber(index, limit), end < limit, text.isWord(end, .volume) else { return nil }
    return end + 1
  }

  private func volumeNumber(_ range: Range<Int>) -> String {
    range.filter { text.tokens[$0].word != .ordinal && text.tokens[$0].word != .volume }
      .map { text.string($0..<($0 + 1)) }.joined()
  }

  private func readLocator(_ index: Int, _ limit: Int) -> (Locator, Int)? {
    guard index < limit else { return nil }
    let reader = LocatorReader(text: text)
    if let end = builder.shapes.locator(index, limit).last?.end {
      let read = reader.read(index..<end)
      return (Locator(label: read.label, value: read.value, spans: builder.spans(tokens: index..<end)), end)
    }
    if let end = builder.shapes.westernLocator(index, limit).last?.end {
      let read = reader.readWestern(index..<end)
      return (Locator(label: read.label, value: read.value, spans: builder.spans(tokens: index..<end)), end)
    }
    if let end = builder.shapes.pageRange(index, limit).last?.end {
      return (Locator(label: .page, value: reader.pages(index..<end), spans: builder.spans(tokens: index..<end)), end)
    }
    return nil
  }
}
