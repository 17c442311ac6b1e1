import YinzhuText

/// LaTeX as a reader sees it, with the way back to the source.
struct LaTeXInline {
  private let bytes: [UInt8]
  private var out = MappedText()

  /// Text that commands print for themselves.
  private static let printed: [String: String] = [
    "&": "&", "%": "%", "_": "_", "#": "#", "$": "$", "{": "{", "}": "}", " ": " ", "textbackslash": "\\",
    "ldots": "…", "dots": "…", "textendash": "–", "textemdash": "—", "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ",
    "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "S": "§", "P": "¶",
    "quad": " ", "qquad": " ", ",": "\u{2009}", "-": "", "/": "", "\\": " ", "newline": " ", "par": " ",
    "textquotedblleft": "“", "textquotedblright": "”", "LaTeX": "LaTeX", "TeX": "TeX", "copyright": "©",
  ]
  private static let accents: [String: UInt32] = [
    "`": 0x300, "'": 0x301, "^": 0x302, "~": 0x303, "=": 0x304, "u": 0x306, ".": 0x307, "\"": 0x308, "r": 0x30A,
    "H": 0x30B, "v": 0x30C, "c": 0x327, "k": 0x328,
  ]
  /// Commands that take an argument which is not printed.
  private static let silent: Set<String> = [
    "label", "index", "vspace", "hspace", "href", "color", "textcolor", "hypertarget",
  ]

  /// The text of a group.
  static func text(_ bytes: [UInt8], _ range: Range<Int>) -> MappedText {
    var reader = LaTeXInline(bytes: bytes)
    reader.read(range)
    return reader.out.trimmed()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read(_ range: Range<Int>) {
    var index = range.lowerBound
    let end = min(range.upperBound, bytes.count)
    while index < end {
      let byte = bytes[index]
      let next = index + 1 < end ? bytes[index + 1] : 0
      switch byte {
      case UInt8(ascii: "%"): index = min(end, LaTeXSyntax.afterComment(bytes, index))
      case UInt8(ascii: "{"), UInt8(ascii: "}"): index += 1
      case UInt8(ascii: "~"):
        out.append(0x20, replacing: index..<(index + 1))
        index += 1
      case UInt8(ascii: "`") where next == byte: index = replace("“", index, 2)
      case UInt8(ascii: "'") where next == byte: index = replace("”", index, 2)
      case UInt8(ascii: "-") where next == byte:
        let isLong = index + 2 < end && bytes[index + 2] == byte
        index = replace(isLong ? "—" : "–", index, isLong ? 3 : 2)
      case 0x0A, 0x0D:
        let start = index
        while index < end, bytes[index] <= 0x20 { index += 1 }
        out.appendBreak(bytes, start..<index)
      case UInt8(ascii: "\\"): index = command(index, end)
      default:
        let count = bytes[index..<end].dropFirst().prefix { !LaTeXInline.isSpecial($0) }.count + 1
        out.append(bytes[index..<(index + count)], sourceStart: index)
        index += count
      }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, 0x0D, UInt8(ascii: "%"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "~"), UInt8(ascii: "`"),
      UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  private mutating func replace(_ text: String, _ index: Int, _ count: Int) -> Int {
    out.append(Array(text.utf8), replacing: index..<(index + count))
    return index + count
  }

  private mutating func command(_ start: Int, _ end: Int) -> Int {
    let range = LaTeXSyntax.name(bytes, start)
    let name = String(decoding: bytes[range], as: UTF8.self)
    var index = min(end, range.upperBound)
    if name.contains("cite") {
      // Kept as it stands: stars, options and keys.
      while index < end,
        bytes[index] == UInt8(ascii: "*") || bytes[index] == UInt8(ascii: "[") || bytes[index] == UInt8(ascii: "{")
      {
        if bytes[index] == UInt8(ascii: "*") { index += 1; continue }
        guard let group = LaTeXSyntax.group(bytes, index), group.upperBound < end else { break }
        let isKeys = bytes[index] == UInt8(ascii: "{")
        index = group.upperBound + 1
        if isKeys { break }
      }
      out.append(bytes[start..<index], sourceStart: start)
      return index
    }
    if let accent = LaTeXInline.accents[name] {
      let base = LaTeXSyntax.skipSpace(bytes, index)
      if base < end, let letter = accented(base, end), let mark = Unicode.Scalar(accent) {
        return replace(String(letter.text) + String(Character(mark)), start, letter.end - start)
      }
    }
    if let text = LaTeXInline.printed[name] {
      if name.utf8.first.map(LaTeXSyntax.isLetter) ?? false { index = afterName(index, end) }
      return replace(text, start, index - start)
    }
    if name == "verb", index < end, let close = bytes[(index + 1)..<max(index + 1, end)].firstIndex(of: bytes[index]) {
      out.append(bytes[(index + 1)..<close], sourceStart: index + 1)
      return close + 1
    }
    if LaTeXInline.silent.contains(name) {
      if index < end, bytes[index] == UInt8(ascii: "*") { index += 1 }
      if let group = LaTeXSyntax.group(bytes, index), group.upperBound < end { return group.upperBound + 1 }
      return index
    }
    // Of other commands (\emph, \textit, \url) the arguments are text, options are not.
    index = afterName(index, end)
    if index < end, bytes[index] == UInt8(ascii: "["), let group = LaTeXSyntax.group(bytes, index),
      group.upperBound < end
    {
      index = group.upperBound + 1
    }
    return index
  }

  private func afterName(_ index: Int, _ end: Int) -> Int {
    var index = index
    while index < end, bytes[index] == 0x20 { index += 1 }
    return index
  }

  /// The letter under an accent: `e`, `{e}`, `\i`.
  private func accented(_ start: Int, _ end: Int) -> (text: String, end: Int)? {
    var (index, close) = (start, start)
    if bytes[start] == UInt8(ascii: "{") {
      guard let group = LaTeXSyntax.group(bytes, start), group.upperBound < end else { return nil }
      index = group.lowerBound
      close = group.upperBound + 1
      if group.isEmpty { return nil }
    }
    if bytes[index] == UInt8(ascii: "\\") {
      let name = LaTeXSyntax.name(bytes, index)
      guard name.upperBound <= end else { return nil }
      let letter = String(decoding: bytes[name], as: UTF8.self)
      guard letter == "i" || letter == "j" else { return nil }
      return (letter, max(close, name.upperBound))
    }
    let (scalar, length) = UTF8Bytes.decode(bytes, at: index)
    guard let letter = Unicode.Scalar(scalar), letter.properties.isAlphabetic else { return nil }
    return (String(Character(letter)), close > start ? close : index + length)
  }
}
