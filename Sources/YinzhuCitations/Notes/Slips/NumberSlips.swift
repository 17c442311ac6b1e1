import YinzhuText

/// Slips in numbers: `2OO1年`, `20 01年`, `第3一5页`, `第—卷`, `社年2001`, `2001 6年月26日`.
enum NumberSlips {
  static func find(_ text: [UInt32]) -> [Slip] {
    var out: [Slip] = []
    var index = 0
    while index < text.count {
      let scalar = text[index]
      if SlipSigns.isDigit(scalar) || digit(for: scalar) != nil {
        let end = runEnd(text, index)
        if let slip = dateOrder(text, index) ?? run(text, index..<end) { out.append(slip) }
        index = max(out.last?.range.upperBound ?? 0, end)
        continue
      }
      if scalar == SlipSigns.year, let slip = yearBehind(text, index) {
        out.append(slip)
        index = slip.range.upperBound
        continue
      }
      if let slip = dashAndOne(text, index) { out.append(slip) }
      index += 1
    }
    return out
  }

  /// O, o, 〇, ○ for 0; l, I for 1.
  private static func digit(for scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x4F, 0x6F, 0x3007, 0x25CB: 0x30
    case 0x6C, 0x49: 0x31
    default: nil
    }
  }

  /// The end of digits and their doubles, with spaces between them.
  private static func runEnd(_ text: [UInt32], _ from: Int) -> Int {
    var end = from
    var index = from
    while index < text.count, index < from + 24 {
      if SlipSigns.isDigit(text[index]) || digit(for: text[index]) != nil {
        index += 1
        end = index
      } else if SlipSigns.isSpace(text[index]) {
        index += 1
      } else {
        break
      }
    }
    return end
  }

  private static func run(_ text: [UInt32], _ range: Range<Int>) -> Slip? {
    let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0
    let unit = next(text, range.upperBound)
    guard !CharacterClass.isLatin(before), !CharacterClass.isLatin(unit) else { return nil }
    let digits = text[range].count { SlipSigns.isDigit($0) }
    let spaces = text[range].count { SlipSigns.isSpace($0) }
    let doubles = range.count - digits - spaces
    guard digits > 0, doubles + spaces > 0 else { return nil }
    let plain = text[range].filter { !SlipSigns.isSpace($0) }.map { digit(for: $0) ?? $0 }
    let isYear = unit == SlipSigns.year && plain.count == 4 && (plain[0] == 0x31 || plain[0] == 0x32)
    if doubles > 0 {
      guard spaces == 0 || isYear, plain.count < 6, SlipSigns.isUnit(unit) || before == SlipSigns.ordinal else {
        return nil
      }
      return Slip(rule: CitationRules.digitDouble, range: range, plain: plain)
    }
    return isYear ? Slip(rule: CitationRules.setApart, range: range, plain: plain) : nil
  }

  private static func next(_ text: [UInt32], _ from: Int) -> UInt32 {
    var index = from
    while index < text.count, SlipSigns.isSpace(text[index]) { index += 1 }
    return index < text.count ? text[index] : 0
  }

  /// `2001 6年月26日`
  private static func dateOrder(_ text: [UInt32], _ start: Int) -> Slip? {
    var index = start
    func number(_ longest: Int) -> Range<Int>? {
      while index < text.count, SlipSigns.isSpace(text[index]) { index += 1 }
      let from = index
      while index < text.count, index < from + longest, SlipSigns.isDigit(text[index]) { index += 1 }
      return index > from ? from..<index : nil
    }
    func sign(_ scalar: UInt32) -> Bool {
      while index < text.count, SlipSigns.isSpace(text[index]) { index += 1 }
      guard index < text.count, text[index] == scalar else { return false }
      index += 1
      return true
    }
    guard let year = number(4), year.count == 4, let month = number(2), sign(SlipSigns.year), sign(SlipSigns.month),
      let day = number(2), sign(SlipSigns.day)
    else { return nil }
    let plain =
      Array(text[year]) + [SlipSigns.year] + Array(text[month]) + [SlipSigns.month] + Array(text[day])
      + [SlipSigns.day]
    return Slip(rule: CitationRules.dateOrder, range: start..<index, plain: plain)
  }

  /// `出版社年2001`: the year behind its own word.
  private static func yearBehind(_ text: [UInt32], _ index: Int) -> Slip? {
    guard index > 0, index + 4 < text.count, CharacterClass.isHan(text[index - 1]),
      !Numeral.isChineseNumeral(text[index - 1])
    else { return nil }
    let year = text[(index + 1)..<(index + 5)]
    guard year.allSatisfy(SlipSigns.isDigit), text[index + 1] == 0x31 || text[index + 1] == 0x32 else { return nil }
    let after = next(text, index + 5)
    // 学年2001年 is no slip: the year has a word of its own.
    guard after != SlipSigns.year, !SlipSigns.isDigit(after), endsPublisher(text[index - 1]) else { return nil }
    return Slip(rule: CitationRules.dateOrder, range: index..<(index + 5), plain: Array(year) + [SlipSigns.year])
  }

  /// 社 馆 局 店: the last letters of publishers.
  private static func endsPublisher(_ scalar: UInt32) -> Bool {
    [0x793E, 0x9986, 0x9928, 0x5C40, 0x5E97].contains(scalar)
  }

  /// 一 for a dash between digits, and a dash for 一 before a unit.
  private static func dashAndOne(_ text: [UInt32], _ index: Int) -> Slip? {
    guard index > 0, index + 1 < text.count else { return nil }
    let (before, after) = (text[index - 1], text[index + 1])
    if text[index] == SlipSigns.one {
      guard SlipSigns.isDigit(before), SlipSigns.isDigit(after) else { return nil }
      return Slip(rule: CitationRules.digitDouble, range: index..<(index + 1), plain: [0x2014])
    }
    guard CharacterClass.isDash(text[index]), SlipSigns.isUnit(after) || after == SlipSigns.ten,
      before == SlipSigns.ordinal || before == SlipSigns.ten
    else { return nil }
    return Slip(rule: CitationRules.digitDouble, range: index..<(index + 1), plain: [SlipSigns.one])
  }
}
