/// Headings that stand above notes at the end of a text: 注释, 参考文献, Notes. A help where there, never needed.
enum NoteHeading {
  private static let words: Set<String> = [
    "注释", "注", "註釋", "註", "尾注", "脚注", "附注", "附註", "注解", "註解", "註腳", "注腳", "参考文献", "參考文獻", "引用文献", "Notes", "NOTES",
    "References",
    "Endnotes", "Footnotes",
  ]

  /// Whether a line is such a heading, marks of Markdown and brackets aside.
  static func isHeading(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 48 else { return false }
    let text = String(decoding: bytes[range], as: UTF8.self)
    let bare = text.unicodeScalars.filter { !"*#_ 　[]【】［］:：".unicodeScalars.contains($0) }
    return words.contains(String(String.UnicodeScalarView(bare)))
  }
}
