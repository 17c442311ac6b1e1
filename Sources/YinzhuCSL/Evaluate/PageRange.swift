/// Page ranges in the format of a style (CSL 1.0.2 "Page Ranges").
enum PageRange {
  /// The end of a range as it is printed, and the letters before it.
  static func end(
    from first: String, to second: String, particle: String, _ format: PageRangeFormat?
  ) -> (end: String, particle: String) {
    guard let low = Int(first) else { return (second, particle) }
    // `110-5` means 110–115: the end is made whole before it is cut again.
    var whole = second
    if second.utf8.count < first.utf8.count {
      whole = String(first.prefix(first.utf8.count - second.utf8.count)) + second
    }
    guard let high = Int(whole), low < high else { return (second, particle) }
    guard let format else { return (whole, particle) }
    switch format {
    case .expanded: return (whole, particle)
    case .minimal: return (shortened(first, whole, keeping: 1), "")
    case .minimalTwo: return (shortened(first, whole, keeping: 2), "")
    case .chicago, .chicago15, .chicago16:
      return (chicago(low, first, whole, format), "")
    }
  }

  /// The second number without the digits that it shares with the first, but at least `keeping`.
  private static func shortened(_ first: String, _ second: String, keeping: Int) -> String {
    let a = Array(first.utf8)
    let b = Array(second.utf8)
    guard a.count == b.count else { return second }
    var same = 0
    while same < a.count - keeping, a[same] == b[same] { same += 1 }
    return String(decoding: b[same...], as: UTF8.self)
  }

  /// Chicago Manual of Style: 9.61 (16th edition), 9.64 (15th).
  private static func chicago(_ low: Int, _ first: String, _ second: String, _ format: PageRangeFormat) -> String {
    if low < 100 || low % 100 == 0 { return second }
    if low % 100 < 10 { return shortened(first, second, keeping: 1) }
    if format != .chicago16, first.utf8.count == 4, second.utf8.count == 4 {
      let short = shortened(first, second, keeping: 2)
      // 15th edition: with three digits changed in a number of four, all four are printed.
      return short.utf8.count >= 3 ? second : short
    }
    return shortened(first, second, keeping: 2)
  }
}
