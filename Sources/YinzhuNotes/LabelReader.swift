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
  let bytes: [UInt8]

  /// The label that begins at `index`.
  @inline(__always)
  func label(at index: Int, end: Int) -> Label? {
    switch bytes[index] {
    case 0xE2, 0xE3: return circled(index, end) ?? bracketed(index, end) ?? superscript(index, end)
    case 0x5B, 0xEF: return bracketed(index, end)
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
