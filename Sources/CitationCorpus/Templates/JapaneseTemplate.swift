import YinzhuModel

/// Composes Japanese entries and notes: `山田太郎「論文」『雑誌』第3巻第2号、2001年、12–15頁。`, and the same in the marks of
/// Chinese journals.
struct JapaneseTemplate {
  private var dice: Dice
  private let record: GeneratedRecord
  private var out: LabelledCitation
  private let isChinese: Bool
  private let comma: String

  static func compose(_ record: GeneratedRecord, _ dice: inout Dice) -> LabelledCitation {
    var template = JapaneseTemplate(dice: Dice(seed: dice.next()), record: record)
    template.compose()
    return template.out
  }

  private init(dice: Dice, record: GeneratedRecord) {
    var dice = dice
    self.record = record
    out = LabelledCitation(type: record.type)
    out.style = "japanese"
    isChinese = dice.chance(0.4)
    comma = isChinese ? "，" : "、"
    self.dice = dice
  }

  private mutating func compose() {
    out.isNote = dice.chance(0.6)
    if isChinese, dice.chance(0.3) { out.add(dice.pick(["［日］", "[日]", "〔日〕"])) }
    names(.author)
    if !isChinese, dice.chance(0.2), let issued = record.issued, record.type != .articleNewspaper {
      out.add(dice.pick(["（", "("]))
      out.add(.issued, String(issued.year))
      out.add(out.text.contains("（") ? "）" : ")")
    } else if isChinese {
      out.add(dice.pick(["：", "：", "著："]))
    } else {
      out.add(dice.pick(["", "、", "著"]))
    }
    let isPart =
      record.type == .articleJournal || record.type == .articleNewspaper || record.type == .chapter
      || record.type == .thesis
    marked(.title, isPart: isPart)
    switch record.type {
    case .articleJournal:
      out.add(dice.pick(["", comma]))
      marked(.containerTitle, isPart: false)
      period()
    case .articleNewspaper:
      out.add(dice.pick(["", comma]))
      marked(.containerTitle, isPart: false)
      date()
    case .chapter:
      out.add(dice.pick(["", comma]))
      names(.editor)
      if record.names[.editor] != nil { out.add(dice.pick(["編", "編著", isChinese ? "编：" : "編"])) }
      marked(.containerTitle, isPart: false)
      imprint()
      page(record[.page])
    case .thesis:
      out.add(comma)
      out.add(.publisher, record[.publisher])
      out.add(dice.pick(["", comma]))
      out.add(.genre, record[.genre])
      year(comma)
    default:
      if record.names[.translator] != nil {
        out.add(comma)
        names(.translator)
        out.add(isChinese ? "译" : "訳")
      }
      if !record[.volume].isEmpty {
        out.add("第")
        out.add(.volume, record[.volume])
        out.add(isChinese ? "卷" : "巻")
      }
      imprint()
      if out.isNote { page(String(dice.number(3...500))) }
    }
    if dice.chance(0.85) { out.add("。") }
  }

  private mutating func names(_ variable: Variable) {
    let list = (record.names[variable] ?? []).map { $0.family + (dice.chance(0.06) ? " " : "") + $0.given }
    out.add(variable, list.joined(separator: isChinese ? "、" : dice.pick(["・", "・", "、"])))
  }

  private mutating func marked(_ variable: Variable, isPart: Bool) {
    let marks: (String, String) =
      isChinese
      ? dice.weighted([(("《", "》"), 6), (isPart ? ("「", "」") : ("『", "』"), 3)], else: ("《", "》"))
      : isPart ? ("「", "」") : ("『", "』")
    out.add(marks.0)
    out.add(variable, record[variable])
    out.add(marks.1)
  }

  private mutating func period() {
    let isEarly = dice.chance(0.3)
    if isEarly { year(dice.pick(["", comma])) }
    if !record[.volume].isEmpty {
      out.add(dice.pick(["第", comma + "第", ""]))
      out.add(.volume, record[.volume])
      out.add(isChinese ? "卷" : "巻")
    }
    if !record[.issue].isEmpty {
      out.add(dice.pick(["第", "第", comma + "第", ""]))
      out.add(.issue, record[.issue])
      out.add(dice.pick([isChinese ? "期" : "号", "号"]))
    }
    if !isEarly { year(comma) }
    page(record[.page])
  }

  private mutating func year(_ before: String) {
    guard let issued = record.issued, !out.fields.contains(where: { $0.variable == .issued }) else { return }
    out.add(before)
    out.add(.issued, String(issued.year))
    out.add("年")
  }

  private mutating func date() {
    guard let issued = record.issued else { return }
    out.add(comma)
    out.add(.issued, "\(issued.year)年\(issued.month ?? 1)月\(issued.day ?? 1)日")
  }

  private mutating func imprint() {
    out.add(isChinese ? "，" : dice.pick(["（", "、", "、"]))
    let isOpen = out.text.hasSuffix("（")
    if !record[.publisherPlace].isEmpty {
      out.add(.publisherPlace, record[.publisherPlace])
      if !record[.publisher].isEmpty { out.add(isChinese ? "：" : dice.pick(["：", "、"])) }
    }
    out.add(.publisher, record[.publisher])
    year(record[.publisher].isEmpty && record[.publisherPlace].isEmpty ? "" : comma)
    if isOpen { out.add("）") }
  }

  private mutating func page(_ text: String) {
    guard !text.isEmpty else { return }
    out.add(comma + (isChinese ? "第" : dice.pick(["", "", "第"])))
    out.add(.page, text.replacing("-", with: dice.pick(["-", "–", "—", "～"])))
    out.add(isChinese ? "页" : dice.pick(["頁", "ページ", "頁"]))
  }
}
