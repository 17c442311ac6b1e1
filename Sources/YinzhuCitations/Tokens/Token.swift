/// Punctuation by what it does, whatever its width.
struct Marks: OptionSet, Sendable {
  let rawValue: UInt32

  static let comma = Marks(rawValue: 1 << 0)  // ， ,
  static let enumeration = Marks(rawValue: 1 << 1)  // 、
  static let colon = Marks(rawValue: 1 << 2)  // ： :
  static let semicolon = Marks(rawValue: 1 << 3)  // ； ;
  static let stop = Marks(rawValue: 1 << 4)  // 。
  static let period = Marks(rawValue: 1 << 5)  // . ．
  static let middleDot = Marks(rawValue: 1 << 6)  // · • ・
  static let dash = Marks(rawValue: 1 << 7)  // - – — ～
  static let slash = Marks(rawValue: 1 << 8)  // / ／
  static let question = Marks(rawValue: 1 << 9)  // ？ ！ ? !
  static let ampersand = Marks(rawValue: 1 << 10)  // &
  static let plus = Marks(rawValue: 1 << 11)  // +
  static let ellipsis = Marks(rawValue: 1 << 12)  // …
  static let sectionSign = Marks(rawValue: 1 << 13)  // §
  static let other = Marks(rawValue: 1 << 14)
}

/// Kinds of brackets, whatever their width.
enum Bracket: UInt8, Sendable {
  case none
  case title  // 《》
  case innerTitle  // 〈〉 <>
  case quote  // “” "" 〝〞 «» „“
  case single  // ‘’
  case corner  // 「」『』
  case round  // （） ()
  case square  // [] ［］ 〔〕 【】
}

/// One token: a stretch of the folded note with what it is.
struct Token: Sendable {
  enum Kind: UInt8, Sendable {
    /// Han, kana and Hangul letters.
    case han
    /// A word of an alphabet, with inner hyphens and apostrophes.
    case latin
    /// ASCII digits.
    case digits
    /// Chinese numerals.
    case hanDigits
    /// Punctuation.
    case mark
    /// An opening bracket that has its partner.
    case open
    /// A closing bracket that has its partner.
    case close
    /// A web address or DOI.
    case url
  }

  var kind: Kind
  var start: Int32
  var end: Int32
  /// Whether white space stands before it.
  var spaced: Bool
  var word: Word = .none
  var marks: Marks = []
  var bracket: Bracket = .none
  /// Index of the other bracket.
  var partner: Int32 = -1
  /// Row of the roles or signals lexicon, value of a number, or month.
  var value: Int32 = -1
}

/// A note as tokens over its folded bytes.
package struct TokenizedText: Sendable {
  let bytes: [UInt8]
  let tokens: [Token]

  var count: Int { tokens.count }

  func string(_ range: Range<Int>) -> String {
    guard range.lowerBound < range.upperBound else { return "" }
    return String(decoding: bytes[byteRange(range)], as: UTF8.self)
  }

  /// Bytes from the first to the last of some tokens.
  func byteRange(_ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound < range.upperBound, range.upperBound <= tokens.count else { return 0..<0 }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  /// Number of characters of some tokens, white space not counted at the ends.
  func length(_ range: Range<Int>) -> Int {
    var count = 0
    for byte in bytes[byteRange(range)] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  func isMark(_ index: Int, _ marks: Marks) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .mark && !tokens[index].marks.isDisjoint(with: marks)
  }

  func isWord(_ index: Int, _ word: Word) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].word == word
  }

  func isOpen(_ index: Int, _ bracket: Bracket) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .open && tokens[index].bracket == bracket
  }

  /// The index after a token, or after the whole group that it opens.
  func next(_ index: Int) -> Int {
    let token = tokens[index]
    return token.kind == .open && Int(token.partner) > index ? Int(token.partner) + 1 : index + 1
  }

  func isLatin(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].kind == .latin }

  func text(_ index: Int) -> ArraySlice<UInt8> { bytes[Int(tokens[index].start)..<Int(tokens[index].end)] }
}
