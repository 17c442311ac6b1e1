import YinzhuModel
import YinzhuText

/// A label of a note as it is printed, in the body or before a note text.
struct Label: Sendable, Hashable {
  var number: Int
  var form: NoteLabel.Form
  var span: Range<Int>
}

/// Recognises labels at a byte: ①–㊿, ⑴, [1] ［1］ 〔1〕 【1】 （註一）, ¹², and signs. What surrounds them is for others to judge.
struct LabelReader {
  /// Shapes that are read beyond the usual ones. Each stands in many texts for other things (lists, clauses, numbers), so
  /// they are tried only where the usual ones give no notes.
  enum Shapes: CaseIterable {
    case usual
    /// (1) （1）
    case parenthesised
    /// Notes that begin with 1. 1、 1） or a bare number, to markers that are raised digits.
    case plainNotes
  }

  let bytes: [UInt8]
  var shapes = Shapes.usual
  /// Signs that are known to be labels.
  var signs: [Int: Label] = [:]

  /// The label that begins a line: those of `label`, 注① and 注1, and plain numbers where they are read.
  func startLabel(at index: Int, end: Int) -> Label? {
    if let label = label(at: index, end: end) { return label }
    if index + 3 < end, LabelReader.isNoteWord(UTF8Bytes.decode(bytes, at: index).scalar),
      var label = label(at: index + 3, end: end) ?? named(index + 3, end),
      label.form == .circled || label.form == .bracketed
    {
      var after = label.span.upperBound
      if after < end {
        let (scalar, length) = UTF8Bytes.decode(bytes, at: after)
        if scalar == 0xFF1A || scalar == 0x3A { after += length }
      }
      label.span = index..<after
      return label
    }
    return shapes == .plainNotes ? plain(index, end) : nil
  }

  /// 注, 註
  private static func isNoteWord(_ scalar: UInt32) -> Bool { scalar == 0x6CE8 || scalar == 0x8A3B }

  /// The number of 注1： and 註一：, which has no brackets; the colon tells it from a word.
  private func named(_ index: Int, _ end: Int) -> Label? {
    guard let (number, at) = chinese(index, end) ?? digits(index, end), at < end else { return nil }
    let scalar = UTF8Bytes.decode(bytes, at: at).scalar
    guard scalar == 0xFF1A || scalar == 0x3A else { return nil }
    return Label(number: number, form: .bracketed, span: index..<at)
  }

  private func digits(_ start: Int, _ end: Int) -> (number: Int, end: Int)? {
    var at = start
    var number = 0
    while at < end, (0x30...0x39).contains(bytes[at]), at - start < 3 {
      number = number * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    return number > 0 && bytes[start] != 0x30 ? (number, at) : nil
  }

  /// Digits and the sign that sets them off from the note; the label has the form of its raised marker.
  private func plain(_ index: Int, _ end: Int) -> Label? {
    guard let (number, at) = digits(index, end), at < end else { return nil }
    let (scalar, length) = UTF8Bytes.decode(bytes, at: at)
    switch scalar {
    case 0x2E, 0xFF0E, 0x3001, 0x29, 0xFF09:
      let after = at + length
      // 1.5 is a number.
      if after < end, (0x30...0x39).contains(bytes[after]) { return nil }
      return Label(number: number, form: .superscript, span: index..<after)
    case 0x20, 0x09, 0x3000, 0xA0: return Label(number: number, form: .superscript, span: index..<at)
    default: return nil
    }
  }

  /// The label that begins at `index`.
  @inline(__always)
  func label(at index: Int, end: Int) -> Label? {
    let lead = bytes[index]
    // Letters and Han characters begin no label.
    guard lead < 0xE4 ? (lead >= 0xC2 || lead < 0x5D) : lead == 0xEF else { return nil }
    let (scalar, length) = UTF8Bytes.decode(bytes, at: index)
    switch scalar {
    case 0x2460...0x2487, 0x24F5...0x24FE, 0x2776...0x277F, 0x3251...0x325F, 0x32B1...0x32BF:
      return Label(number: LabelReader.circled(scalar), form: .circled, span: index..<(index + length))
    case 0x5B, 0xFF3B, 0x3014, 0x3010, 0x28, 0xFF08, 0xFE35, 0xFE39, 0xFE3B: return bracketed(index, end)
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079: return superscript(index, end)
    case 0x2A, 0x5C, 0x2020, 0x2021, 0x203B, 0xFF0A: return signs.isEmpty ? nil : signs[index]
    default: return nil
    }
  }

  /// The number of ① to ㊿, ⑴, ⓵ or ❶; only for these.
  private static func circled(_ scalar: UInt32) -> Int {
    switch scalar {
    case ..<0x2474: Int(scalar - 0x2460) + 1
    case ..<0x2488: Int(scalar - 0x2474) + 1
    case ..<0x24FF: Int(scalar - 0x24F5) + 1
    case ..<0x2780: Int(scalar - 0x2776) + 1
    case ..<0x3260: Int(scalar - 0x3251) + 21
    default: Int(scalar - 0x32B1) + 36
    }
  }

  /// Digits of either width in square brackets of any kind, those of vertical lines too; with 注 or 註 also Chinese
  /// numbers, and round brackets: `[注1]`, `（註一）`.
  private func bracketed(_ index: Int, _ end: Int) -> Label? {
    let (open, length) = UTF8Bytes.decode(bytes, at: index)
    var at = index + length
    var number = 0
    var digits = 0
    var isNamed = false
    while at < end {
      let (scalar, size) = UTF8Bytes.decode(bytes, at: at)
      if scalar >= 0x30 && scalar <= 0x39 || scalar >= 0xFF10 && scalar <= 0xFF19 {
        number = number * 10 + Int(scalar >= 0xFF10 ? scalar - 0xFF10 : scalar - 0x30)
        digits += 1
        if digits > 4 { return nil }
      } else if digits > 0, LabelReader.closes(open, scalar) {
        // `[1](url)` is a link of Markdown, `[1]:` its definition.
        let after = at + size
        if open == 0x5B, after < end, bytes[after] == UInt8(ascii: "(") || bytes[after] == UInt8(ascii: ":") {
          return nil
        }
        let isRound = open == 0x28 || open == 0xFF08 || open == 0xFE35
        guard !isRound || isNamed || shapes == .parenthesised else { return nil }
        return digits <= 3 && number > 0 ? Label(number: number, form: .bracketed, span: index..<(at + size)) : nil
      } else if digits == 0, !isNamed, LabelReader.isNoteWord(scalar) {
        isNamed = true
        if let (value, next) = chinese(at + size, end) {
          (number, digits) = (value, 1)
          at = next
          continue
        }
      } else {
        return nil
      }
      at += size
    }
    return nil
  }

  /// A number in Chinese characters, and where it ends.
  private func chinese(_ start: Int, _ end: Int) -> (number: Int, end: Int)? {
    var at = start
    while at < end, at - start < 15 {
      let (scalar, length) = UTF8Bytes.decode(bytes, at: at)
      guard Numeral.isChineseNumeral(scalar) else { break }
      at += length
    }
    guard at > start, let number = Numeral.value(String(decoding: bytes[start..<at], as: UTF8.self)),
      (1...999).contains(number)
    else { return nil }
    return (number, at)
  }

  /// Whether a bracket closes another; those that OCR confuses do.
  private static func closes(_ open: UInt32, _ scalar: UInt32) -> Bool {
    switch open {
    case 0x5B: scalar == 0x5D || scalar == 0xFF3D || scalar == 0x3015
    case 0xFF3B: scalar == 0xFF3D || scalar == 0x5D
    case 0x3014: scalar == 0x3015 || scalar == 0x5D
    case 0x3010: scalar == 0x3011
    case 0x28, 0xFF08: scalar == 0x29 || scalar == 0xFF09
    default: scalar == open + 1  // The forms of vertical lines stand side by side.
    }
  }

  private func superscript(_ index: Int, _ end: Int) -> Label? {
    var at = index
    var number = 0
    while at < end {
      let (scalar, size) = UTF8Bytes.decode(bytes, at: at)
      let digit: Int
      switch scalar {
      case 0xB9: digit = 1
      case 0xB2: digit = 2
      case 0xB3: digit = 3
      case 0x2070: digit = 0
      case 0x2074...0x2079: digit = Int(scalar - 0x2070)
      default: digit = -1
      }
      if digit < 0 { break }
      number = number * 10 + digit
      at += size
      if number > 999 { return nil }
    }
    return at > index && number > 0 ? Label(number: number, form: .superscript, span: index..<at) : nil
  }
}
