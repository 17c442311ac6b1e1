/// Breaks lines for a terminal, where Han characters take two columns.
enum LineWrap {
  /// Columns that a text takes.
  static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  /// The text in lines of at most `width` columns; all but the first, which begins at column `indent`, are indented.
  ///
  /// Breaks stand at spaces and beside wide characters, but never before a mark that closes or after one that opens.
  static func wrapped(_ text: String, indent: Int, width: Int) -> String {
    let scalars = Array(text.unicodeScalars)
    let margin = String(repeating: " ", count: max(0, indent))
    let room = max(20, width - indent)
    var out = String.UnicodeScalarView()
    var start = 0
    while start < scalars.count {
      var end = start
      var used = 0
      var lastBreak: Int?
      while end < scalars.count, used + columns(scalars[end]) <= room {
        used += columns(scalars[end])
        end += 1
        if end < scalars.count, isBreak(scalars[end - 1], scalars[end]) { lastBreak = end }
      }
      if end < scalars.count { end = max(start + 1, lastBreak ?? end) }
      if start > 0 { out.append(contentsOf: "\n\(margin)".unicodeScalars) }
      let next = end
      if next < scalars.count { while end > start + 1, scalars[end - 1] == " " { end -= 1 } }
      out.append(contentsOf: scalars[start..<end])
      start = next
      while start < scalars.count, scalars[start] == " " { start += 1 }
    }
    return String(out)
  }

  private static func isBreak(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    if closing.contains(after) || opening.contains(before) { return false }
    return before == " " || after == " " || columns(before) == 2 || columns(after) == 2
  }

  private static let closing: Set<Unicode.Scalar> = [
    "，", "。", "、", "；", "：", "？", "！", "）", "》", "〉", "”", "’", "」", "』", "】", "〕", "—", "…", ",", ".", ")", "]",
  ]
  private static let opening: Set<Unicode.Scalar> = ["（", "《", "〈", "“", "‘", "「", "『", "【", "〔", "(", "["]

  /// Wide by Unicode Standard Annex 11 (East Asian Width), as far as articles have such characters; combining marks
  /// take none.
  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
