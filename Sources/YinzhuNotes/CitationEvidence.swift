import YinzhuText

/// Whether a stretch of text reads as a citation, from its shape alone: this stage knows no grammar of citations.
struct CitationEvidence {
  let bytes: [UInt8]

  /// Whether the text of the lines reads as a citation or as a note with one.
  func reads(_ range: Range<Int>) -> Bool {
    guard range.count >= 12 else { return false }
    var titles = 0
    var firstTitle: Int?
    var digits = 0
    var latin = 0
    var han = 0
    var words = 0
    var year = false
    var run = 0
    var characters = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, length) = UTF8Bytes.decode(bytes, at: at)
      characters += 1
      switch scalar {
      case 0x300A, 0xFE3D:  // 《, and its form in vertical lines
        titles += 1
        if firstTitle == nil { firstTitle = characters }
      case 0x30...0x39, 0xFF10...0xFF19:
        digits += 1
        run += 1
        if run == 4 { year = true }
      case 0x9875, 0x9801, 0x7248, 0x671F, 0x5E74, 0x65E5, 0x5377:  // 页 頁 版 期 年 日 卷
        words += 1
      case 0x41...0x5A, 0x61...0x7A: latin += 1
      default: if CharacterClass.isHan(scalar) { han += 1 }
      }
      // A space or a line break inside a number of a dump doesn't end it.
      if !(scalar >= 0x30 && scalar <= 0x39 || scalar >= 0xFF10 && scalar <= 0xFF19 || CharacterClass.isSpace(scalar)
        || scalar == 0x0A)
      {
        run = 0
      }
      at += length
    }
    if latin > han * 2 { return latin > 15 && year && digits >= 4 }
    guard let firstTitle else { return false }
    let startsWithTitle = firstTitle <= 40
    let tail = tailWord(range)
    return startsWithTitle && digits > 0 && words > 0 && (tail || year) && characters < 900
      || (startsWithTitle && tail && characters < 120) || (titles > 0 && tail && digits > 0 && year && characters < 900)
  }

  /// Whether the text ends in what ends citations: 页 頁 日 版 期 年 社 载 載 藏, then perhaps a full stop.
  private func tailWord(_ range: Range<Int>) -> Bool {
    var at = range.upperBound
    for _ in 0..<3 {
      guard at > range.lowerBound else { return false }
      let before = UTF8Bytes.previous(bytes, before: at)
      switch UTF8Bytes.decode(bytes, at: before).scalar {
      case 0x9875, 0x9801, 0x8F09, 0x65E5, 0x7248, 0x671F, 0x5E74, 0x793E, 0x8F7D, 0x85CF, 0x672C, 0x5C40: return true
      case 0x3002, 0x2E, 0x20, 0x3000, 0x0A, 0xFF09, 0x29: at = before
      default: return false
      }
    }
    return false
  }
}
