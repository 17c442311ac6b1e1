import YinzhuModel

/// Reads pointers to earlier notes: 同上，第260页 · 同前注〔2〕，曹凌书 · 曹凌，见前注〔2〕 · 前引书 · 同2：326 · Ibid., p. 3.
struct PointerReader {
  let text: TokenizedText
  let builder: RecordBuilder

  struct Found {
    var kind: BackReferencePointer.Kind
    var author: String?
    var locator: Locator?
  }

  func read(_ range: Range<Int>) -> Found? {
    guard let word = pointerWord(range) else { return nil }
    var index = word + 1
    if index < range.upperBound, text.isMark(index, .period), text.isLatin(word) { index += 1 }
    var kind: BackReferencePointer.Kind
    switch text.tokens[word].word {
    case .sameAsPrevious: kind = .previous
    case .earlierNote, .same:
      guard let (number, end) = noteNumber(index, range.upperBound) else { return nil }
      kind = .note(number)
      index = end
    default:
      kind = .work
      if let (number, end) = noteNumber(index, range.upperBound), text.tokens[index].kind == .open {
        kind = .note(number)
        index = end
      }
    }
    var author = author(before: word, range)
    // 同前注〔2〕，曹凌书，第3页
    if index < range.upperBound, text.isMark(index, [.comma, .colon]) {
      let start = index + 1
      if let end = workEnd(start, range.upperBound) {
        author = text.string(start..<(end - 1))
        index = end
      }
    }
    var locator: Locator?
    if index < range.upperBound {
      if text.isMark(index, [.comma, .colon, .period]) { index += 1 }
      guard let (read, end) = readLocator(index, range.upperBound), end == range.upperBound else { return nil }
      locator = read
    }
    return Found(kind: kind, author: author, locator: locator)
  }

  /// The pointer word: at the start, or after an author and a comma.
  private func pointerWord(_ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound, index < range.lowerBound + 24 {
      switch text.tokens[index].word {
      case .sameAsPrevious: return index == range.lowerBound ? index : nil
      case .same: return index == range.lowerBound ? index : nil
      case .earlierNote, .earlierWork: return index
      default: break
      }
      guard
        text.tokens[index].kind == .han || text.tokens[index].kind == .mark || text.tokens[index].kind == .hanDigits,
        !text.isMark(index, [.colon, .stop, .semicolon])
      else { return nil }
      index += 1
    }
    return nil
  }

  /// `〔2〕`, `[2]`, `②`, `2`
  private func noteNumber(_ index: Int, _ limit: Int) -> (Int, Int)? {
    guard index < limit else { return nil }
    if text.tokens[index].kind == .open, index + 2 < limit || Int(text.tokens[index].partner) < limit,
      text.tokens[index + 1].kind == .digits, Int(text.tokens[index].partner) == index + 2
    {
      return (Int(text.tokens[index + 1].value), index + 3)
    }
    if text.tokens[index].kind == .digits { return (Int(text.tokens[index].value), index + 1) }
    if text.tokens[index].kind == .mark, let number = circled(index) { return (number, index + 1) }
    return nil
  }

  private func circled(_ index: Int) -> Int? {
    guard let scalar = text.string(index..<(index + 1)).unicodeScalars.first?.value else { return nil }
    switch scalar {
    case 0x2460...0x2473: return Int(scalar - 0x2460) + 1
    case 0x3251...0x325F: return Int(scalar - 0x3251) + 21
    case 0x32B1...0x32BF: return Int(scalar - 0x32B1) + 36
    default: return nil
    }
  }

  private func author(before word: Int, _ range: Range<Int>) -> String? {
    var end = word
    while end > range.lowerBound,
      text.isMark(end - 1, [.comma]) || text.isWord(end - 1, .see) || text.isWord(end - 1, .others)
    {
      end -= 1
    }
    return end > range.lowerBound ? text.string(range.lowerBound..<end) : nil
  }

  private func workEnd(_ from: Int, _ limit: Int) -> Int? {
    var index = from
    while index < limit, index < from + 20,
      text.tokens[index].kind == .han || text.isMark(index, [.enumeration, .middleDot])
    {
      if text.isWord(index, .work), index > from { return index + 1 }
      index += 1
    }
    return nil
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
