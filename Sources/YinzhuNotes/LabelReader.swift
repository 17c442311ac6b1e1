import YinzhuModel
import YinzhuText

/// A label of a note as it is printed, in the body or before a note text.
struct Label: Sendable, Hashable {
  var number: Int
  var form: NoteLabel.Form
  var span: Range<Int>
}

/// Recognises labels at a byte: ①–㊿, ⑴, [1] ［1］ 〔1〕 【1】, ¹². What surrounds them is for others to judge.
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

  /// The label that begins a line: those of `label`, 注① and 注1, and plain numbers where they are read.
  func startLabel(at index: Int, end: Int) -> Label? {
    if let label = label(at: index, end: end) { return label }
    if index + 3 < end, UTF8Bytes.decode(bytes, at: index).scalar == 0x6CE8,  // 注
      var label = circled(index + 3, end) ?? bracketed(index + 3, end)
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

  /// Digits and the sign that sets them off from the note; the label has the form of its raised marker.
  private func plain(_ index: Int, _ end: Int) -> Label? {
    var at = index
    var number = 0
    while at < end, (0x30...0x39).contains(bytes[at]), at - index < 3 {
      number = number * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    guard at > index, number > 0, bytes[index] != 0x30, at < end else { return nil }
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
    switch bytes[index] {
    case 0xE2, 0xE3: return circled(index, end) ?? bracketed(index, end) ?? superscript(index, end)
    case 0x5B, 0xEF: return bracketed(index, end)
    case 0x28 where shapes == .parenthesised: return bracketed(index, end)
    case 0xC2: return superscript(index, end)
    default: return nil
    }
  }

  private func circled(_ index: Int, _ end: Int) -> Label? {
    guard index + 3 <= end else { return nil }
    let number: Int
    switch UTF8Bytes.decode(bytes, at: index).scalar {
    case let scalar where scalar >= 0x2460 && scalar <= 0x2473: number = Int(scalar - 0x2460) + 1
    case let scalar where scalar >= 0x3251 && scalar <= 0x325F: number = Int(scalar - 0x3251) + 21
    case let scalar where scalar >= 0x32B1 && scalar <= 0x32BF: number = Int(scalar - 0x32B1) + 36
    case let scalar where scalar >= 0x2474 && scalar <= 0x2487: number = Int(scalar - 0x2474) + 1
    case let scalar where scalar >= 0x24F5 && scalar <= 0x24FE: number = Int(scalar - 0x24F5) + 1
    case let scalar where scalar >= 0x2776 && scalar <= 0x277F: number = Int(scalar - 0x2776) + 1
    default: return nil
    }
    return Label(number: number, form: .circled, span: index..<(index + 3))
  }

  /// Digits of either width in square brackets of any kind; `[注1]` too.
  private func bracketed(_ index: Int, _ end: Int) -> Label? {
    let (open, length) = UTF8Bytes.decode(bytes, at: index)
    let closers: [UInt32]
    switch open {
    case 0x5B: closers = [0x5D, 0xFF3D, 0x3015]
    case 0xFF3B: closers = [0xFF3D, 0x5D]
    case 0x3014: closers = [0x3015, 0x5D]
    case 0x3010: closers = [0x3011]
    case 0x28, 0xFF08:
      guard shapes == .parenthesised else { return nil }
      closers = [0x29, 0xFF09]
    default: return nil
    }
    var at = index + length
    var number = 0
    var digits = 0
    while at < end {
      let (scalar, size) = UTF8Bytes.decode(bytes, at: at)
      if scalar >= 0x30 && scalar <= 0x39 || scalar >= 0xFF10 && scalar <= 0xFF19 {
        number = number * 10 + Int(scalar >= 0xFF10 ? scalar - 0xFF10 : scalar - 0x30)
        digits += 1
        if digits > 4 { return nil }
      } else if digits > 0, closers.contains(scalar) {
        // `[1](url)` is a link of Markdown, `[1]:` its definition.
        let after = at + size
        if open == 0x5B, after < end, bytes[after] == UInt8(ascii: "(") || bytes[after] == UInt8(ascii: ":") {
          return nil
        }
        return digits <= 3 && number > 0 ? Label(number: number, form: .bracketed, span: index..<(at + size)) : nil
      } else if digits == 0, scalar == 0x6CE8 {  // 注
      } else {
        return nil
      }
      at += size
    }
    return nil
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
