import YinzhuModel

/// Notes, as the journals of the humanities have them.
extension ChineseTemplate {
  mutating func note() {
    let isPart = !record[.containerTitle].isEmpty
    if !(record.names[.author] ?? []).isEmpty {
      names(.author, separator: "、")
      out.add(isPart ? "：" : dice.pick(["：", "：", "著：", "著", "，", ""]))
    } else if !(record.names[.editor] ?? []).isEmpty, !isPart {
      names(.editor, separator: "、")
      out.add(dice.pick(["编：", "主编：", "主编", "编"]))
    }
    let quoted = isPart && dice.chance(0.15)
    out.add(quoted ? "“" : "《")
    out.add(.title, record[.title])
    out.add(quoted ? "”" : "》")
    switch record.type {
    case .articleJournal:
      out.add(dice.pick(["，载《", "，《", "，载《", ",载《", "，见《"]))
      out.add(.containerTitle, record[.containerTitle])
      out.add("》" + dice.pick(["", "，"]))
      year(unit: true)
      if !record[.volume].isEmpty, dice.chance(0.3) {
        out.add("第")
        out.add(.volume, record[.volume])
        out.add("卷")
      }
      out.add(.issue, record[.issue], after: "第", before: "期")
      notePage(record[.page], 0.6)
    case .articleNewspaper:
      out.add(dice.pick(["，载《", "，《", "，《"]))
      out.add(.containerTitle, record[.containerTitle])
      out.add("》" + dice.pick(["", "，"]))
      date(.issued, form: 2)
      if !record[.page].isEmpty, dice.chance(0.6) {
        out.add(dice.pick(["，第", "第"]))
        page(record[.page])
        out.add("版")
      }
    case .chapter, .paperConference:
      out.add(dice.pick(["，载", "，见", "，收入", "，载于"]))
      if !(record.names[.editor] ?? []).isEmpty {
        names(.editor, separator: "、")
        out.add(dice.pick(["编：", "主编：", "主编"]))
      }
      out.add("《")
      out.add(.containerTitle, record[.containerTitle])
      out.add("》")
      if !record[.volume].isEmpty {
        out.add(dice.pick(["第", "，第"]))
        out.add(.volume, record[.volume])
        out.add("卷")
      }
      noteImprint()
      notePage(record[.page], 0.8)
    case .thesis:
      out.add("，")
      out.add(.publisher, record[.publisher])
      out.add(dice.pick(["", "，"]))
      year(unit: true)
      out.add(dice.pick(["", "，"]))
      out.add(.genre, record[.genre])
      notePage("\(dice.number(1...300))", 0.5)
    case .webpage:
      if !record[.containerTitle].isEmpty {
        out.add("，" + (dice.chance(0.3) ? "载" : ""))
        out.add(.containerTitle, record[.containerTitle])
      }
      if record.issued != nil, dice.chance(0.7) {
        out.add("，")
        date(.issued, form: 2)
      }
    default:
      if !(record.names[.translator] ?? []).isEmpty {
        out.add("，")
        names(.translator, separator: "、")
        out.add("译")
      }
      if !record[.volume].isEmpty {
        out.add(dice.pick(["，第", "第"]))
        out.add(.volume, record[.volume])
        out.add(dice.pick(["卷", "册"]))
      }
      noteImprint()
      notePage("\(dice.number(1...600))" + (dice.chance(0.4) ? "-\(dice.number(601...700))" : ""), 0.8)
    }
    address("，")
    if dice.chance(0.8) { out.add("。") }
  }

  mutating func noteImprint() {
    guard !record[.publisher].isEmpty else { return }
    out.add("，")
    if !record[.publisherPlace].isEmpty, dice.chance(0.7) {
      out.add(.publisherPlace, record[.publisherPlace])
      out.add("：")
    }
    out.add(.publisher, record[.publisher])
    out.add(dice.pick(["", "，"]))
    year(unit: true)
    if dice.chance(0.4) {
      if Int(record[.edition]) != nil {
        out.add("第")
        out.add(.edition, record[.edition])
      }
      out.add("版")
    }
  }

  mutating func notePage(_ text: String, _ probability: Double) {
    guard !text.isEmpty, dice.chance(probability) else { return }
    out.add(dice.pick(["，第", "第"]))
    page(text)
    out.add("页")
  }
}
