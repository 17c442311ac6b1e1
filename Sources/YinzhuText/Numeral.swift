/// Numbers as citations write them: `12`, `１２`, `十二`, `二〇〇一`, `廿三`, `XIV`.
public enum Numeral {
  /// The value of a whole string that is a number in ASCII, full-width or Chinese digits; nil for anything else
  /// and beyond nine digits.
  public static func value(_ text: some StringProtocol) -> Int? {
    let scalars = text.unicodeScalars.map(\.value)
    return decimal(scalars) ?? chinese(scalars)
  }

  /// The value of a Roman numeral (upper or lower case, up to 3999), written in its usual form only.
  public static func roman(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 15 else { return nil }
    var total = 0
    var previous = 0
    for byte in text.utf8.reversed() {
      let value: Int
      switch byte | 0x20 {
      case 0x69: value = 1
      case 0x76: value = 5
      case 0x78: value = 10
      case 0x6C: value = 50
      case 0x63: value = 100
      case 0x64: value = 500
      case 0x6D: value = 1000
      default: return nil
      }
      if value < previous { total -= value } else { total += value }
      previous = max(previous, value)
    }
    return total > 0 && total < 4000 && romanDigits(total) == text.uppercased() ? total : nil
  }

  /// Whether the scalar is a Chinese digit or unit that can stand in a number.
  @inlinable
  public static func isChineseNumeral(_ scalar: UInt32) -> Bool {
    chineseDigit(scalar) != nil || chineseUnit(scalar) != nil
  }

  /// 〇零○ 0 … 九 9, with the forms of accountants and 两; nil for others.
  @inlinable
  public static func chineseDigit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x3007, 0x96F6, 0x25CB: 0  // 〇 零 ○
    case 0x4E00, 0x58F9, 0x5F0C: 1  // 一 壹 弌
    case 0x4E8C, 0x8D30, 0x8CB3, 0x4E24, 0x5169: 2  // 二 贰 貳 两 兩
    case 0x4E09, 0x53C1, 0x53C3: 3  // 三 叁 參
    case 0x56DB, 0x8086: 4  // 四 肆
    case 0x4E94, 0x4F0D: 5  // 五 伍
    case 0x516D, 0x9646, 0x9678: 6  // 六 陆 陸
    case 0x4E03, 0x67D2: 7  // 七 柒
    case 0x516B, 0x634C: 8  // 八 捌
    case 0x4E5D, 0x7396: 9  // 九 玖
    default: nil
    }
  }

  /// 十 10, 百 100, 千 1000, 万 10000 and 廿 20, 卅 30 as units; nil for others.
  @inlinable
  public static func chineseUnit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x5341, 0x62FE: 10  // 十 拾
    case 0x767E, 0x4F70: 100  // 百 佰
    case 0x5343, 0x4EDF: 1000  // 千 仟
    case 0x4E07, 0x842C: 10000  // 万 萬
    case 0x5EFF, 0x5344: 20  // 廿 卄
    case 0x5345: 30  // 卅
    default: nil
    }
  }

  private static func decimal(_ scalars: [UInt32]) -> Int? {
    guard !scalars.isEmpty, scalars.count <= 9 else { return nil }
    var total = 0
    for scalar in scalars {
      switch scalar {
      case 0x30...0x39: total = total * 10 + Int(scalar - 0x30)
      case 0xFF10...0xFF19: total = total * 10 + Int(scalar - 0xFF10)
      default: return nil
      }
    }
    return total
  }

  private static func chinese(_ scalars: [UInt32]) -> Int? {
    guard !scalars.isEmpty, scalars.count <= 12 else { return nil }
    if scalars.allSatisfy({ chineseDigit($0) != nil }) {
      guard scalars.count <= 9 else { return nil }
      return scalars.reduce(0) { $0 * 10 + (chineseDigit($1) ?? 0) }
    }
    var total = 0
    var section = 0
    var digit: Int?
    // Units fall within a section (千 百 十), and 万 comes once: 九万万, 二十百 and 十百 are no numbers.
    var lowest = 10_000
    var isAfterZero = false
    for scalar in scalars {
      if let value = chineseDigit(scalar) {
        if digit != nil { return nil }
        if value == 0 {
          if isAfterZero || lowest <= 10 { return nil }
          isAfterZero = true
        } else {
          digit = value
          isAfterZero = false
        }
      } else if let unit = chineseUnit(scalar) {
        switch unit {
        case 10_000:
          let value = section + (digit ?? 0)
          guard total == 0, value > 0 else { return nil }
          total = value * unit
          section = 0
          lowest = 10_000
        case 20, 30:
          guard digit == nil, lowest > 10 else { return nil }
          section += unit
          lowest = 10
        default:
          guard unit < lowest, digit != nil || unit == 10 else { return nil }
          section += (digit ?? 1) * unit
          lowest = unit
        }
        digit = nil
        isAfterZero = false
      } else {
        return nil
      }
    }
    return isAfterZero ? nil : total + section + (digit ?? 0)
  }

  /// Letters that count: a … z, aa, ab … (CSL 1.0.2 "Disambiguation" puts them behind years).
  ///
  /// - Parameter index: from 0; nothing below.
  package static func letters(_ index: Int) -> String {
    var rest = index
    var out: [UInt8] = []
    while rest >= 0 {
      out.append(UInt8(ascii: "a") + UInt8(rest % 26))
      rest = rest / 26 - 1
    }
    return String(decoding: out.reversed(), as: UTF8.self)
  }

  /// The Roman numeral of a number from 1, in capitals; empty for others.
  package static func romanDigits(_ number: Int) -> String {
    let table: [(Int, String)] = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var out = ""
    for (value, letters) in table {
      while rest >= value {
        out += letters
        rest -= value
      }
    }
    return out
  }
}
