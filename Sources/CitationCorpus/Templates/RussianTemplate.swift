import YinzhuModel

/// Composes Russian entries and notes: `Иванов И. И. История // Журнал. 2001. № 3. С. 12–15.`, as GOST R 7.0.5—2008 and
/// Chinese journals have them.
struct RussianTemplate {
  private var dice: Dice
  private let record: GeneratedRecord
  private var out: LabelledCitation

  static func compose(_ record: GeneratedRecord, _ dice: inout Dice) -> LabelledCitation {
    var template = RussianTemplate(dice: Dice(seed: dice.next()), record: record)
    template.compose()
    return template.out
  }

  private init(dice: Dice, record: GeneratedRecord) {
    self.dice = dice
    self.record = record
    out = LabelledCitation(type: record.type)
    out.style = "russian"
  }

  private mutating func compose() {
    out.isNote = dice.chance(0.4)
    let first = dice.chance(0.75)
    let stop = dice.weighted([(" ", 6), (". ", 2), (", ", 2)], else: " ")
    names(.author, familyFirst: first)
    out.add(stop == ". " && out.text.hasSuffix(".") ? " " : stop)
    out.add(.title, record[.title])
    switch record.type {
    case .articleJournal, .articleNewspaper:
      host()
      period()
    case .chapter:
      host()
      if record.names[.editor] != nil {
        out.add(dice.pick([" / под ред. ", " / Под ред. ", ", под ред. "]))
        names(.editor, familyFirst: false)
      }
      imprint()
      page()
    case .thesis:
      out.add(dice.pick([": ", ". "]))
      out.add(.genre, record[.genre])
      imprint()
    default:
      if record.names[.translator] != nil {
        out.add(dice.pick([" / пер. ", ". Пер. "]))
        names(.translator, familyFirst: false)
      }
      if !record[.volume].isEmpty {
        out.add(dice.pick([". Т. ", ". Кн. ", ". Ч. "]))
        out.add(.volume, record[.volume])
      }
      imprint()
      if out.isNote {
        out.add(dice.pick([". С. ", ". – С. ", ", с. "]))
        out.add(.page, String(dice.number(3...600)))
      } else if dice.chance(0.6) {
        out.add(dice.pick([". ", ". – "]))
        out.add(.numberOfPages, String(dice.number(90...700)))
        out.add(dice.pick([" с", " c"]))
      }
    }
    if dice.chance(0.9), !out.endsInStop { out.add(".") }
  }

  private mutating func names(_ variable: Variable, familyFirst: Bool) {
    let compact = dice.chance(0.3)
    let list = (record.names[variable] ?? []).map { name -> String in
      let given = compact ? name.given.replacing(". ", with: ".") : name.given
      return familyFirst
        ? name.family + dice.weighted([(" ", 4), (", ", 1)], else: " ") + given : "\(given) \(name.family)"
    }
    out.add(variable, list.joined(separator: ", "))
    if list.count > 2, dice.chance(0.4) {
      out.add(" и др.")
      if let last = out.fields.indices.last {
        out.fields[last].range = out.fields[last].range.lowerBound..<out.text.utf8.count
      }
    }
  }

  private mutating func host() {
    out.add(dice.weighted([(" // ", 8), (". // ", 2), (", ", 1), (" – ", 1)], else: " // "))
    let quoted = dice.chance(0.15)
    out.add(quoted ? "«" : "")
    out.add(.containerTitle, record[.containerTitle])
    out.add(quoted ? "»" : "")
  }

  private mutating func period() {
    let stop = dice.weighted([(". ", 5), (". – ", 2), (", ", 2)], else: ". ")
    out.add(stop)
    if let issued = record.issued {
      if let month = issued.month, let day = issued.day {
        let months = [
          "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
          "декабря",
        ]
        out.add(
          .issued,
          dice.chance(0.5)
            ? "\(issued.year). \(day) \(months[(month - 1) % 12])" : "\(day) \(months[(month - 1) % 12]) \(issued.year)"
        )
      } else {
        out.add(.issued, String(issued.year))
        if dice.chance(0.1) { out.add(" г") }
      }
    }
    if !record[.volume].isEmpty {
      out.add(stop + dice.pick(["Т. ", "Вып. ", "т. "]))
      out.add(.volume, record[.volume])
    }
    if !record[.issue].isEmpty {
      out.add(stop + dice.pick(["№ ", "№", "Вып. ", "N "]))
      out.add(.issue, record[.issue])
    }
    page(stop)
  }

  private mutating func imprint() {
    out.add(dice.pick([". ", ". – ", ". "]))
    out.add(.publisherPlace, record[.publisherPlace])
    if !record[.publisher].isEmpty {
      if !record[.publisherPlace].isEmpty { out.add(dice.pick([": ", ": ", ", "])) }
      let quoted = dice.chance(0.1)
      out.add(quoted ? "«" : "")
      out.add(.publisher, record[.publisher])
      out.add(quoted ? "»" : "")
    }
    if let issued = record.issued {
      if !out.text.hasSuffix(". "), !out.text.hasSuffix("– ") { out.add(", ") }
      out.add(.issued, String(issued.year))
    }
  }

  private mutating func page(_ stop: String = ". ") {
    guard !record[.page].isEmpty else { return }
    out.add(stop + dice.pick(["С. ", "С. ", "с. ", "Стр. ", "C."]))
    out.add(.page, record[.page].replacing("-", with: dice.pick(["-", "–", "—"])))
  }
}
