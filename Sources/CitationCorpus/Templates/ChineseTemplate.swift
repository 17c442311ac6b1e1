import YinzhuModel

/// Composes a Chinese entry or note in a form drawn at random.
struct ChineseTemplate {
  var dice: Dice
  let record: GeneratedRecord
  var out: LabelledCitation
  let wide: Bool
  let coded: Bool
  let brackets: (String, String)

  static func compose(_ record: GeneratedRecord, _ dice: inout Dice) -> LabelledCitation {
    var template = ChineseTemplate(record: record, dice: Dice(seed: dice.next()))
    return template.compose()
  }

  private init(record: GeneratedRecord, dice: Dice) {
    var dice = dice
    self.record = record
    out = LabelledCitation(type: record.type)
    wide = dice.chance(0.5)
    coded = dice.chance(0.55)
    brackets = dice.weighted([(("[", "]"), 10), (("［", "］"), 3), (("〔", "〕"), 2), (("【", "】"), 1)], else: ("[", "]"))
    self.dice = dice
  }

  mutating func compose() -> LabelledCitation {
    out.isNote = dice.chance(0.45)
    if out.isNote {
      out.style = "chinese-note"
      note()
    } else {
      out.style = "chinese-entry"
      entry()
    }
    return out
  }

  var comma: String { wide ? "，" : ", " }
  var colon: String { wide ? "：" : ": " }

  // MARK: Names

  func print(_ name: GeneratedName, bracket: Bool = true) -> String {
    let text = name.literal.isEmpty ? name.family + name.given : name.literal
    return name.country.isEmpty || !bracket ? text : brackets.0 + name.country + brackets.1 + text
  }

  mutating func names(_ variable: Variable, separator: String) {
    guard let list = record.names[variable], !list.isEmpty else { return }
    let limit = list.count > 3 && dice.chance(0.7) ? 3 : list.count
    let start = out.text.utf8.count
    out.add(variable, list.prefix(limit).map { print($0) }.joined(separator: separator))
    if limit < list.count {
      out.add(dice.chance(0.6) ? separator + "等" : "等")
      if let last = out.fields.indices.last { out.fields[last].range = start..<out.text.utf8.count }
    }
  }

  // MARK: Dates and pages

  mutating func page(_ text: String) {
    out.add(.page, text.replacing("-", with: dice.pick(["-", "-", "－", "—", "–", "～"])))
  }

  mutating func year(unit: Bool = false) {
    guard let issued = record.issued else { return }
    out.add(
      .issued, "\(issued.year)" + (issued.endYear.map { "-\($0)" } ?? "") + (!unit && dice.chance(0.02) ? "a" : ""))
    if unit { out.add("年") }
  }

  /// 0: `2001-06-26`, 1: the same or `2001.6.26`, 2: `2001年6月26日`.
  mutating func date(_ variable: Variable, form: Int) {
    guard let day = variable == .issued ? record.issued : record.accessed else { return }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    guard let month = day.month else {
      out.add(variable, "\(day.year)")
      return
    }
    switch form {
    case 0: out.add(variable, "\(day.year)-\(two(month))" + (day.day.map { "-" + two($0) } ?? ""))
    case 1:
      let dot = dice.pick(["-", ".", "/", "－"])
      out.add(variable, "\(day.year)\(dot)\(month)" + (day.day.map { dot + "\($0)" } ?? ""))
    default: out.add(variable, "\(day.year)年\(month)月" + (day.day.map { "\($0)日" } ?? ""))
    }
  }
}
