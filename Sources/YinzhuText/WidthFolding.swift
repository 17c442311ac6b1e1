/// Full-width digits and letters (U+FF10–FF5A) made ASCII; nothing else is touched.
///
/// Chinese typesetting prints `２００１ 年`; records hold `2001`. Punctuation keeps its width: `，` and `,` say
/// different things about a note's style. NFKC is no substitute, as it also changes ① and ﬁ.
public enum WidthFolding {
  /// A text folded; its source is `text.bytes`.
  public static func fold(_ text: [UInt8]) -> MappedText {
    guard containsFullWidth(text) else { return MappedText(text, range: 0..<text.count) }
    var out = MappedText()
    var copied = 0
    var index = 0
    while index + 2 < text.count {
      if text[index] == 0xEF, let byte = folded(text[index + 1], text[index + 2]) {
        out.append(text[copied..<index], sourceStart: copied)
        out.append(byte, replacing: index..<(index + 3))
        index += 3
        copied = index
      } else {
        index += 1
      }
    }
    out.append(text[copied...], sourceStart: copied)
    return out
  }

  /// A string folded.
  public static func fold(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return containsFullWidth(bytes) ? fold(bytes).string : text
  }

  private static func containsFullWidth(_ text: [UInt8]) -> Bool {
    var index = 0
    while index + 2 < text.count {
      if text[index] == 0xEF, folded(text[index + 1], text[index + 2]) != nil { return true }
      index += 1
    }
    return false
  }

  /// The ASCII byte of the full-width letter or digit EF `second` `third`.
  @inline(__always)
  private static func folded(_ second: UInt8, _ third: UInt8) -> UInt8? {
    switch (second, third) {
    case (0xBC, 0x90...0x99): third - 0x90 + 0x30
    case (0xBC, 0xA1...0xBA): third - 0xA1 + 0x41
    case (0xBD, 0x81...0x9A): third - 0x81 + 0x61
    default: nil
    }
  }
}
