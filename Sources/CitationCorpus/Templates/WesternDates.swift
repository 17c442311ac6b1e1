import YinzhuModel

/// Pages and dates.
extension WesternTemplate {
  mutating func page(_ text: String) {
    let dash = dice.pick(["-", "–", "–", "-", "—", "--"])
    out.add(.page, text.replacing("-", with: dash))
  }

  mutating func year(withMonth: Bool = false) {
    guard let issued = record.issued else { return }
    var text = ""
    if withMonth { text += dice.pick(Months.english) + " " }
    text += "\(issued.year)"
    if let end = issued.endYear { text += "-\(end)" }
    if dice.chance(0.02) { text += dice.pick(["a", "b"]) }
    out.add(.issued, text)
  }

  mutating func date(_ variable: Variable) { dateText(variable, yearFirst: false) }

  mutating func dateText(_ variable: Variable, yearFirst: Bool, withoutYear: Bool = false) {
    guard let day = variable == .issued ? record.issued : record.accessed else { return }
    guard let month = day.month else {
      out.add(variable, "\(day.year)")
      return
    }
    let name = Months.of(language)[month - 1]
    let short = dice.chance(0.3) ? String(name.prefix(3)) + (dice.chance(0.6) ? "." : "") : name
    let dayText = day.day.map { "\($0)" } ?? ""
    if yearFirst {
      out.add(variable, "\(day.year), \(short)" + (dayText.isEmpty ? "" : " " + dayText))
      return
    }
    let year = withoutYear ? "" : "\(day.year)"
    switch dice.number(0...5) {
    case 0, 1: out.add(variable, "\(dayText) \(short) \(year)".trimmed)
    case 2, 3: out.add(variable, "\(short) \(dayText)\(dayText.isEmpty || year.isEmpty ? " " : ", ")\(year)".trimmed)
    case 4 where !withoutYear:
      out.add(
        variable,
        "\(year)-\(month < 10 ? "0" : "")\(month)"
          + (dayText.isEmpty ? "" : "-\((day.day ?? 1) < 10 ? "0" : "")\(dayText)"))
    default: out.add(variable, "\(short) \(dayText) \(year)".replacing("  ", with: " ").trimmed)
    }
  }
}
