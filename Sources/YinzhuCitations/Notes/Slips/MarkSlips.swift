import YinzhuText

/// Marks printed twice, and text whose letters are all set apart.
enum MarkSlips {
  static func find(_ text: [UInt32]) -> [Slip] {
    var out = doubled(text)
    if isSetApart(text) { out += spaces(text) }
    return out
  }

  /// `，，` `：：` `。。`: the second goes. Dashes and points may stand twice.
  private static func doubled(_ text: [UInt32]) -> [Slip] {
    var out: [Slip] = []
    var index = 0
    while index + 1 < text.count {
      guard isSingle(text[index]) else {
        index += 1
        continue
      }
      var end = index + 1
      var count = 1
      while end < text.count, text[end] == text[index] || (SlipSigns.isSpace(text[end]) && end + 1 < text.count) {
        if text[end] == text[index] {
          count += 1
        } else if text[end + 1] != text[index] {
          break
        }
        end += 1
      }
      if count > 1 {
        out.append(Slip(rule: CitationRules.doubledMark, range: index..<end, plain: [text[index]]))
      }
      index = end
    }
    return out
  }

  private static func isSingle(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFF0C, 0x3001, 0xFF1A, 0xFF1B, 0x3002, 0x2C: true
    default: false
    }
  }

  /// Whether most neighbours among Han letters have a space between them: `山 海 出 版 社`.
  private static func isSetApart(_ text: [UInt32]) -> Bool {
    var apart = 0
    var together = 0
    for index in text.indices where index + 1 < text.count && CharacterClass.isHan(text[index]) {
      if CharacterClass.isHan(text[index + 1]) {
        together += 1
      } else if index + 2 < text.count, SlipSigns.isSpace(text[index + 1]), CharacterClass.isHan(text[index + 2]) {
        apart += 1
      }
    }
    return apart > 3 && apart > together
  }

  /// The spaces between Han letters, and between single digits.
  private static func spaces(_ text: [UInt32]) -> [Slip] {
    var out: [Slip] = []
    for index in text.indices where index > 0 && index + 1 < text.count && SlipSigns.isSpace(text[index]) {
      let (before, after) = (text[index - 1], text[index + 1])
      let isHan = CharacterClass.isHan(before) && CharacterClass.isHan(after)
      let isDigit = SlipSigns.isDigit(before) && SlipSigns.isDigit(after)
      if isHan || isDigit {
        out.append(Slip(rule: CitationRules.setApart, range: index..<(index + 1), plain: []))
      }
    }
    return out
  }
}
