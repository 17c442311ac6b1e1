import YinzhuText

/// Splits a folded note into tokens: one pass over bytes, then one over brackets.
struct Tokenizer {
  private let bytes: [UInt8]
  private let lexicons: Lexicons
  private var tokens: [Token] = []
  private var index = 0
  private var spaced = false
  /// Whether the next `"` closes.
  private var insideStraightQuotes = false

  static func tokenize(_ bytes: [UInt8], lexicons: Lexicons) -> TokenizedText {
    var tokenizer = Tokenizer(bytes: bytes, lexicons: lexicons)
    tokenizer.scan()
    tokenizer.pairBrackets()
    return TokenizedText(bytes: bytes, tokens: tokenizer.tokens)
  }

  private init(bytes: [UInt8], lexicons: Lexicons) {
    self.bytes = bytes
    self.lexicons = lexicons
    tokens.reserveCapacity(bytes.count / 4 + 4)
  }

  private mutating func scan() {
    while index < bytes.count {
      let (scalar, length) = UTF8Bytes.decode(bytes, at: index)
      if CharacterClass.isSpace(scalar) || CharacterClass.isLineBreak(scalar) {
        spaced = true
        index += length
      } else if CharacterClass.isDigit(scalar) {
        digits()
      } else if CharacterClass.isAlphabetic(scalar) {
        word()
      } else if CharacterClass.isEastAsian(scalar) {
        han()
      } else {
        mark(scalar, length)
      }
    }
  }

  private mutating func add(_ kind: Token.Kind, _ end: Int) {
    tokens.append(Token(kind: kind, start: Int32(clamping: index), end: Int32(clamping: end), spaced: spaced))
    spaced = false
    index = end
  }

  private mutating func digits() {
    var end = index
    var value = 0
    while end < bytes.count, bytes[end] >= 0x30, bytes[end] <= 0x39 {
      value = min(value * 10 + Int(bytes[end] - 0x30), 999_999_999)
      end += 1
    }
    if bytes[index...].starts(with: "10.".utf8), isDOI(at: index) {
      url()
      return
    }
    add(.digits, end)
    tokens[tokens.count - 1].value = Int32(clamping: value)
  }

  /// `10.1234/…`: a registrant of four to nine digits and a slash.
  private func isDOI(at start: Int) -> Bool {
    var at = start + 3
    var count = 0
    while at < bytes.count, (bytes[at] >= 0x30 && bytes[at] <= 0x39) || bytes[at] == UInt8(ascii: ".") {
      at += 1
      count += 1
    }
    return count >= 4 && at + 1 < bytes.count && bytes[at] == UInt8(ascii: "/") && bytes[at + 1] > 0x20
  }

  private mutating func word() {
    if isAddress() {
      url()
      return
    }
    var end = index
    while end < bytes.count {
      let (scalar, length) = UTF8Bytes.decode(bytes, at: end)
      if CharacterClass.isAlphabetic(scalar) || (CharacterClass.isDigit(scalar) && end > index + 2) {
        end += length
      } else if scalar == 0x2019 || scalar == 0x27 || scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011 {
        // An apostrophe or hyphen belongs to the word when a letter follows.
        let after = end + length
        guard after < bytes.count, CharacterClass.isAlphabetic(UTF8Bytes.decode(bytes, at: after).scalar) else { break }
        end = after
      } else {
        break
      }
    }
    // `ChinaXiv2023年`: a year that 年 follows is no part of the word.
    if end > index + 5, bytes[end...].starts(with: "年".utf8),
      bytes[(end - 4)..<end].allSatisfy({ (48...57).contains($0) }),
      bytes[end - 4] == UInt8(ascii: "1") || bytes[end - 4] == UInt8(ascii: "2"), !(48...57).contains(bytes[end - 5])
    {
      end -= 4
    }
    let key = UTF8Bytes.lowercased(bytes[index..<end])
    add(.latin, end)
    if let anchor = lexicons.latinAnchors[key] {
      tokens[tokens.count - 1].word = anchor.word
      tokens[tokens.count - 1].value = anchor.value
    } else if let month = lexicons.months[key] {
      tokens[tokens.count - 1].word = .monthName
      tokens[tokens.count - 1].value = month
    }
  }

  private func isAddress() -> Bool {
    let rest = bytes[index..<min(bytes.count, index + 9)]
    return rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8) || rest.starts(with: "www.".utf8)
      || rest.starts(with: "ftp://".utf8)
  }

  /// A web address or DOI ends at white space, at Han text, or at full-width punctuation; final marks are not its own.
  private mutating func url() {
    var end = index
    while end < bytes.count {
      let (scalar, length) = UTF8Bytes.decode(bytes, at: end)
      if scalar <= 0x20 || CharacterClass.isSpace(scalar) || CharacterClass.isEastAsian(scalar) { break }
      if scalar >= 0x3000 && scalar <= 0x303F || scalar >= 0xFF00 && scalar <= 0xFF65 { break }
      if scalar == 0x201C || scalar == 0x201D || scalar == 0x3C || scalar == 0x3E || scalar == 0x22 { break }
      end += length
    }
    var depth = 0
    for byte in bytes[index..<end] {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
    }
    trim: while end > index + 1 {
      switch bytes[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "]"): end -= 1
      case UInt8(ascii: ")") where depth < 0:
        end -= 1
        depth += 1
      default: break trim
      }
    }
    add(.url, end)
  }

  /// Han text, split at the words that the grammar knows and at Chinese numerals.
  private mutating func han() {
    var end = index
    while end < bytes.count {
      let (scalar, length) = UTF8Bytes.decode(bytes, at: end)
      guard CharacterClass.isEastAsian(scalar) else { break }
      if let anchor = anchor(scalar, at: end) {
        if end > index { add(.han, end) }
        add(.han, end + anchor.bytes.count)
        tokens[tokens.count - 1].word = anchor.word
        tokens[tokens.count - 1].value = anchor.value
        end = index
        continue
      }
      if Numeral.isChineseNumeral(scalar) {
        if end > index { add(.han, end) }
        var stop = end
        while stop < bytes.count {
          let (next, size) = UTF8Bytes.decode(bytes, at: stop)
          guard Numeral.isChineseNumeral(next) else { break }
          stop += size
        }
        let value = Numeral.value(String(decoding: bytes[end..<stop], as: UTF8.self))
        add(.hanDigits, stop)
        tokens[tokens.count - 1].value = Int32(clamping: value ?? -1)
        end = index
        continue
      }
      end += length
    }
    if end > index { add(.han, end) }
  }

  private func anchor(_ scalar: UInt32, at start: Int) -> Lexicons.Anchor? {
    guard let candidates = lexicons.hanAnchors[scalar] else { return nil }
    return candidates.first { anchor in
      start + anchor.bytes.count <= bytes.count
        && bytes[start..<(start + anchor.bytes.count)].elementsEqual(anchor.bytes)
    }
  }

  private mutating func mark(_ scalar: UInt32, _ length: Int) {
    let end = index + length
    if let (bracket, opens) = bracket(scalar) {
      add(opens ? .open : .close, end)
      tokens[tokens.count - 1].bracket = bracket
      return
    }
    if scalar == 0x2116, let anchor = lexicons.hanAnchors[scalar]?.first {
      add(.latin, end)
      tokens[tokens.count - 1].word = anchor.word
      return
    }
    add(.mark, end)
    tokens[tokens.count - 1].marks = Tokenizer.marks(scalar)
  }

  private mutating func bracket(_ scalar: UInt32) -> (Bracket, opens: Bool)? {
    switch scalar {
    case 0x300A: return (.title, true)
    case 0x300B: return (.title, false)
    case 0x3008, 0x3C: return (.innerTitle, true)
    case 0x3009, 0x3E: return (.innerTitle, false)
    case 0x201C, 0x301D, 0xAB, 0x201E, 0x201F: return (.quote, true)
    case 0x201D, 0x301E, 0xBB: return (.quote, false)
    case 0x22, 0xFF02:
      insideStraightQuotes.toggle()
      return (.quote, insideStraightQuotes)
    case 0x2018, 0x201A: return (.single, true)
    case 0x2019: return (.single, false)
    case 0x300C, 0x300E: return (.corner, true)
    case 0x300D, 0x300F: return (.corner, false)
    case 0x28, 0xFF08, 0xFE59: return (.round, true)
    case 0x29, 0xFF09, 0xFE5A: return (.round, false)
    case 0x5B, 0xFF3B, 0x3014, 0x3010, 0xFE5D: return (.square, true)
    case 0x5D, 0xFF3D, 0x3015, 0x3011, 0xFE5E: return (.square, false)
    default: return nil
    }
  }

  private static func marks(_ scalar: UInt32) -> Marks {
    switch scalar {
    case 0x2C, 0xFF0C, 0xFE50, 0xFF64: return .comma
    case 0x3001: return .enumeration
    case 0x3A, 0xFF1A, 0xFE55, 0x2236: return .colon
    case 0x3B, 0xFF1B, 0xFE54: return .semicolon
    case 0x3002, 0xFF61: return .stop
    case 0x2E, 0xFF0E, 0xFE52: return .period
    case 0xB7, 0x2022, 0x2027, 0x30FB, 0x2219, 0x22C5: return .middleDot
    case 0x2F, 0xFF0F: return .slash
    case 0x3F, 0xFF1F, 0x21, 0xFF01: return .question
    case 0x26, 0xFF06: return .ampersand
    case 0x2B, 0xFF0B: return .plus
    case 0x2026: return .ellipsis
    case 0xA7: return .sectionSign
    default: return CharacterClass.isDash(scalar) ? .dash : .other
    }
  }

  /// Pairs brackets with a stack. A bracket without partner becomes a mark, so that no group runs away with the text.
  private mutating func pairBrackets() {
    var stack: [Int] = []
    for at in tokens.indices {
      if tokens[at].kind == .open {
        // A note of open brackets only must stay cheap.
        if stack.count < 256 { stack.append(at) } else { unpair(at) }
      } else if tokens[at].kind == .close {
        // Look a little way down, for a bracket that was never closed.
        if let match = stack.suffix(4).lastIndex(where: { tokens[$0].bracket == tokens[at].bracket }) {
          let open = stack[match]
          for index in stack[(match + 1)...] { unpair(index) }
          stack.removeSubrange(match...)
          tokens[open].partner = Int32(clamping: at)
          tokens[at].partner = Int32(clamping: open)
        } else {
          unpair(at)
        }
      }
    }
    for index in stack { unpair(index) }
  }

  private mutating func unpair(_ index: Int) {
    tokens[index].kind = .mark
    tokens[index].marks = .other
  }
}
