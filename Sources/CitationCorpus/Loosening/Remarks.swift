import YinzhuModel

/// What stands behind a citation and is no part of the work: its language, its state, its medium.
enum Remarks {
  static func append(_ citation: inout LabelledCitation, _ dice: inout Dice) {
    guard !citation.fields.isEmpty, !citation.isNote else { return }
    let isHan = citation.text.unicodeScalars.contains { $0.isHan }
    let isMedium = dice.chance(0.25)
    let remark =
      isHan
      ? isMedium ? dice.pick(["光盘", "电子版", "网络版"]) : dice.pick(["英文", "待刊", "未刊稿", "即将出版", "内部资料", "手稿", "油印本"])
      : isMedium
        ? dice.pick(["Print", "Web", "CD-ROM", "PDF", "DVD", "Online", "Microfilm"])
        : dice.pick([
          "in German", "In Chinese", "in press", "forthcoming", "to appear", "submitted", "unpublished", "in French",
          "with English summary", "Preprint", "draft", "reprint", "Originally published \(dice.number(1850...1990))",
          "accepted for publication", "manuscript in preparation", "Cited by \(dice.number(1...900))",
        ])
    let bracket = dice.weighted([(("(", ")"), 4), (("[", "]"), 3), (("", ""), 3)], else: ("(", ")"))
    let marks: (String, String) = isHan && bracket.0 == "(" ? ("（", "）") : bracket
    let ends = citation.endsInStop
    citation.add(ends || !marks.0.isEmpty ? isHan ? "" : " " : isHan ? "，" : ", ")
    citation.add(marks.0)
    citation.add(isMedium ? .medium : .note, remark)
    citation.add(marks.1)
    if ends, dice.chance(0.7) { citation.add(isHan ? "。" : ".") }
  }
}
