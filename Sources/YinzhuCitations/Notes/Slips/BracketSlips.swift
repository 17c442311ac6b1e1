import YinzhuText

/// Wrong and lost brackets of titles: `《…〉`, `〈…》`, `《…，`, `…》，`, `“…“`.
enum BracketSlips {
  private static let open: UInt32 = 0x300A  // 《
  private static let close: UInt32 = 0x300B  // 》
  private static let innerOpen: UInt32 = 0x3008  // 〈
  private static let innerClose: UInt32 = 0x3009  // 〉

  static func find(_ text: [UInt32]) -> [Slip] {
    var out = quotes(text)
    var stack: [Int] = []
    var lonelyCloses: [Int] = []
    for (index, scalar) in text.enumerated() {
      switch scalar {
      case open, innerOpen: if stack.count < 64 { stack.append(index) }
      case innerClose:
        guard let last = stack.popLast() else { continue }
        if text[last] == open { out.append(wrong(index, close)) }
      case close:
        guard let last = stack.popLast() else {
          lonelyCloses.append(index)
          continue
        }
        if text[last] == innerOpen {
          // 〈 inside 《 that was never closed, or 〈 in the place of 《.
          if stack.isEmpty { out.append(wrong(last, open)) } else { stack.removeLast() }
        }
      default: break
      }
    }
    // With more than one lost nobody knows which belongs where.
    if stack.count == 1, lonelyCloses.isEmpty, let start = stack.first, text[start] == open,
      let end = lostClose(text, start)
    {
      out.append(Slip(rule: CitationRules.bracket, range: end..<end, plain: [close]))
    }
    if stack.isEmpty, lonelyCloses.count == 1, let end = lonelyCloses.first, let start = lostOpen(text, end) {
      out.append(Slip(rule: CitationRules.bracket, range: start..<start, plain: [open]))
    }
    return out
  }

  private static func wrong(_ index: Int, _ plain: UInt32) -> Slip {
    Slip(rule: CitationRules.bracket, range: index..<(index + 1), plain: [plain])
  }

  /// Where 》 is missing: before the comma, bracket or year that ends the title.
  private static func lostClose(_ text: [UInt32], _ start: Int) -> Int? {
    var index = start + 1
    while index < text.count, index < start + 80 {
      let scalar = text[index]
      let isYear =
        index + 4 < text.count && text[index + 4] == SlipSigns.year
        && text[index..<(index + 4)].allSatisfy(SlipSigns.isDigit)
      let isIssue = scalar == SlipSigns.ordinal && index + 1 < text.count && SlipSigns.isDigit(text[index + 1])
      if SlipSigns.isBorder(scalar) || isYear || isIssue || scalar == 0xFF08 || scalar == 0x28 {
        return index > start + 1 ? index : nil
      }
      index += 1
    }
    return nil
  }

  /// Where 《 is missing: behind the colon or comma that the title follows.
  private static func lostOpen(_ text: [UInt32], _ end: Int) -> Int? {
    var index = end
    while index > 0, index > end - 80 {
      let before = text[index - 1]
      if SlipSigns.isBorder(before) || before == 0xFF1A || before == 0x3A { return index < end ? index : nil }
      if before == close { return nil }
      index -= 1
    }
    return nil
  }

  /// `“…“`: a second opening quotation mark with a mark behind it closes.
  private static func quotes(_ text: [UInt32]) -> [Slip] {
    var out: [Slip] = []
    var isOpen = false
    for (index, scalar) in text.enumerated() {
      if scalar == 0x201D { isOpen = false }
      guard scalar == 0x201C else { continue }
      let next = index + 1 < text.count ? text[index + 1] : 0x3002
      if isOpen, SlipSigns.isBorder(next) || next == 0xFF1A {
        out.append(Slip(rule: CitationRules.bracket, range: index..<(index + 1), plain: [0x201D]))
        isOpen = false
      } else {
        isOpen = true
      }
    }
    return out
  }
}
