import YinzhuText

/// Page ranges in the format of a style (CSL 1.0.2 "Page Ranges").
enum PageRange {
  /// The pages with every range in `format`; the delimiter of ranges is `delimiter`, en dash by default.
  static func formatted(_ text: String, _ format: PageRangeFormat?, delimiter: String) -> String {
    // A hyphen behind a backslash is no range (CSL-JSON of Zotero).
    if text.utf8.contains(UInt8(ascii: "\\")) { return text.replacing("\\-", with: "-") }
    guard text.utf8.contains(UInt8(ascii: "-")) || text.unicodeScalars.contains("–") else { return text }
    var out = ""
    var piece = ""
    for character in text {
      if character == "," || character == "&" || character == ";" || character == "，" || character == "；" {
        out += range(piece, format, delimiter) + String(character)
        piece = ""
      } else {
        piece.append(character)
      }
    }
    return out + range(piece, format, delimiter)
  }

  private static func range(_ text: String, _ format: PageRangeFormat?, _ delimiter: String) -> String {
    let lead = text.prefix { $0 == " " }
    let trail = String(text.reversed().prefix { $0 == " " })
    let core = text.dropFirst(lead.count).dropLast(min(trail.count, max(0, text.count - lead.count)))
    let ends = core.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map { piece in
      var piece = piece
      while piece.first == " " { piece.removeFirst() }
      while piece.last == " " { piece.removeLast() }
      return String(piece)
    }
    guard ends.count == 2, !ends[0].isEmpty, !ends[1].isEmpty else { return text }
    let first = split(ends[0])
    var second = split(ends[1])
    guard let low = Int(first.digits), Int(second.digits) != nil, let format else {
      return lead + ends[0] + delimiter + ends[1] + trail
    }
    // `110-5` means 110–115: both ends are made whole before they are cut again.
    if second.prefix == first.prefix {
      if second.digits.count < first.digits.count {
        second.digits = String(first.digits.prefix(first.digits.count - second.digits.count)) + second.digits
      }
    } else {
      // Numbers of two kinds are no range: the hyphen stays.
      return lead + ends[0] + "-" + ends[1] + trail
    }
    let end: String
    switch format {
    case .expanded: end = second.prefix + second.digits
    case .minimal: end = shortened(first.digits, second.digits, keeping: 1)
    case .minimalTwo: end = shortened(first.digits, second.digits, keeping: 2)
    case .chicago, .chicago15, .chicago16: end = chicago(low, first.digits, second.digits, format)
    }
    return lead + ends[0] + delimiter + end + trail
  }

  private static func split(_ text: String) -> (prefix: String, digits: String) {
    let digits = String(text.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    return (String(text.dropLast(digits.count)), digits)
  }

  /// The second number without the digits that it shares with the first, but at least `keeping`.
  private static func shortened(_ first: String, _ second: String, keeping: Int) -> String {
    let a = Array(first)
    let b = Array(second)
    guard a.count == b.count else { return second }
    var same = 0
    while same < a.count - keeping, a[same] == b[same] { same += 1 }
    return String(b[same...])
  }

  /// Chicago Manual of Style: 9.61 (16th edition), 9.64 (15th).
  private static func chicago(_ low: Int, _ first: String, _ second: String, _ format: PageRangeFormat) -> String {
    if low < 100 || low % 100 == 0 { return second }
    if low % 100 < 10 { return shortened(first, second, keeping: 1) }
    if format != .chicago16, first.count == 4, second.count == 4 {
      let short = shortened(first, second, keeping: 2)
      // 15th edition: with three digits changed in a number of four, all four are printed.
      return short.count >= 3 ? second : short
    }
    return shortened(first, second, keeping: 2)
  }
}
