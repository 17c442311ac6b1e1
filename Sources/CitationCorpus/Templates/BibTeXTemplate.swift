import YinzhuModel

/// Composes entries as the styles of BibTeX print them (plain, abbrv, ieeetr, acm): much of what is found in papers
/// of the exact sciences.
struct BibTeXTemplate {
  private var dice: Dice
  private let record: GeneratedRecord
  private var out: LabelledCitation
  private let isDirect: Bool
  private let separator: String

  static func compose(_ record: GeneratedRecord, _ dice: inout Dice) -> LabelledCitation {
    var template = BibTeXTemplate(record: record, dice: Dice(seed: dice.next()))
    template.compose()
    return template.out
  }

  private init(record: GeneratedRecord, dice: Dice) {
    var dice = dice
    self.record = record
    out = LabelledCitation(type: record.type)
    out.style = "bibtex"
    isDirect = dice.chance(0.7)
    separator = dice.chance(0.75) ? ". " : ", "
    self.dice = dice
  }

  private mutating func compose() {
    let authors = record.names[.author] ?? []
    let editors = record.names[.editor] ?? []
    if !authors.isEmpty {
      out.add(.author, list(authors))
    } else if !editors.isEmpty, record[.containerTitle].isEmpty {
      out.add(.editor, list(editors))
      out.add(
        editors.count > 1
          ? dice.pick([", editors", ", Editors", ", eds."]) : dice.pick([", editor", ", Editor", ", ed."]))
    }
    if dice.chance(0.15), let issued = record.issued {
      out.add(dice.pick([" (", ", ", ". "]))
      let bracket = out.text.hasSuffix("(")
      out.add(.issued, "\(issued.year)" + (dice.chance(0.05) ? "a" : ""))
      if bracket { out.add(")") }
    }
    stop()
    let quotes = dice.weighted([(("", ""), 7), (("``", "''"), 1), (("\"", "\""), 2), (("“", "”"), 1)], else: ("", ""))
    out.add(quotes.0)
    out.add(.title, record[.title])
    if quotes.0.isEmpty {
      stop()
    } else {
      out.add(dice.pick([",", "", ".", ","]) + quotes.1 + dice.pick([" ", ", "]))
    }
    switch record.type {
    case .articleJournal: article()
    case .paperConference, .chapter: part()
    case .thesis: thesis()
    case .report: report()
    default: book()
    }
    if dice.chance(0.06) { out.add(dice.pick([" (in preparation)", " To appear", ". Submitted", " (to appear)"])) }
    if dice.chance(0.9), !out.endsInStop { out.add(".") }
  }

  private mutating func stop() {
    guard !out.text.isEmpty else { return }
    if out.endsInStop, separator == ". " { out.add(" ") } else { out.add(separator) }
  }

  private mutating func list(_ names: [GeneratedName]) -> String {
    let printed = names.map { name -> String in
      if !name.literal.isEmpty { return name.literal }
      let initials = name.given.split(whereSeparator: { " -".contains($0) }).map { $0.prefix(1) + "." }
        .joined(separator: dice.chance(0.8) ? " " : "")
      let given = dice.chance(0.6) ? initials : name.given
      return isDirect ? "\(given) \(name.family)" : "\(name.family), \(given)"
    }
    if printed.count > 3, dice.chance(0.2) { return (printed.first ?? "") + " et al" }
    guard let last = printed.last, printed.count > 1 else { return printed.first ?? "" }
    let join =
      printed.count > 2
      ? dice.pick([", and ", ", and ", " and ", ", ", ", & ", "; and "])
      : dice.pick([" and ", " and ", ", ", " & ", ", and "])
    return printed.dropLast().joined(separator: join == "; and " ? "; " : ", ") + join + last
  }

  private mutating func date() {
    guard let issued = record.issued, !out.fields.contains(where: { $0.variable == .issued }) else { return }
    out.add(", ")
    let month = dice.chance(0.35) ? dice.pick(Months.english) : ""
    let short = dice.chance(0.4) && month.count > 4 ? String(month.prefix(3)) + "." : month
    out.add(.issued, short.isEmpty ? "\(issued.year)" : short + dice.pick([" ", " ", ", "]) + "\(issued.year)")
  }

  private mutating func pages() {
    guard !record[.page].isEmpty else { return }
    out.add(.page, record[.page].replacing("-", with: dice.pick(["-", "--", "–", "-", " - "])))
  }

  private mutating func article() {
    out.add(.containerTitle, record[.containerTitle])
    if !record[.volume].isEmpty {
      out.add(dice.pick([", ", " ", ", vol. ", ", Vol. "]))
      out.add(.volume, record[.volume])
      if !record[.issue].isEmpty {
        out.add(dice.pick(["(", "(", " (", ", no. "]))
        let bracket = out.text.hasSuffix("(")
        out.add(.issue, record[.issue])
        if bracket { out.add(")") }
      }
    }
    if !record[.page].isEmpty {
      out.add(dice.pick([":", ":", ", ", ": ", ", pp. ", ", pages "]))
      pages()
    }
    date()
  }

  private mutating func part() {
    out.add(dice.weighted([("In ", 8), ("in ", 2), ("In: ", 1), ("", 1)], else: "In "))
    let editors = record.names[.editor] ?? []
    if !editors.isEmpty, dice.chance(0.7) {
      out.add(.editor, list(editors))
      out.add(editors.count > 1 ? ", editors, " : ", editor, ")
    }
    out.add(.containerTitle, record[.containerTitle])
    if !record[.collectionTitle].isEmpty || !record[.volume].isEmpty {
      if !record[.volume].isEmpty {
        out.add(dice.pick([", volume ", ", vol. ", ", Volume "]))
        out.add(.volume, record[.volume])
      }
      if !record[.collectionTitle].isEmpty {
        out.add(record[.volume].isEmpty ? ", " : " of ")
        out.add(.collectionTitle, record[.collectionTitle])
      }
    }
    let pagesLater = dice.chance(0.25)
    if !pagesLater, !record[.page].isEmpty {
      out.add(dice.pick([", pages ", ", pages ", ", pp. ", ", page "]))
      pages()
    }
    let place = record[.eventPlace].isEmpty ? record[.publisherPlace] : record[.eventPlace]
    if dice.chance(0.55), !place.isEmpty {
      out.add(dice.pick([", ", ". ", " ("]))
      let bracket = out.text.hasSuffix("(")
      out.add(.publisherPlace, place)
      if bracket { out.add(")") }
      date()
      if !record[.publisher].isEmpty, dice.chance(0.5) {
        out.add(". ")
        out.add(.publisher, record[.publisher])
      }
    } else {
      imprint()
    }
    if pagesLater, !record[.page].isEmpty {
      out.add(dice.pick([", pp. ", ", pages ", ", "]))
      pages()
    }
  }

  private mutating func imprint() {
    if !record[.publisher].isEmpty { out.add(dice.pick([". ", ", "])) }
    issuer()
  }

  /// Publisher, or school, its place, and the date.
  private mutating func issuer() {
    out.add(.publisher, record[.publisher])
    out.add(.publisherPlace, record[.publisherPlace], after: ", ")
    date()
  }

  private mutating func thesis() {
    out.add(.genre, record[.genre])
    out.add(", ")
    issuer()
  }

  private mutating func report() {
    let genre = dice.pick([
      "Technical Report", "Technical report", "Tech. Report", "Tech. Rep.", "Research Report", "Technical Memo",
      "Working paper", "Internal report", "Technical Note",
    ])
    out.add(.genre, genre + (dice.chance(0.2) ? " No." : ""))
    out.add(.number, record[.number], after: " ")
    out.add(", ")
    issuer()
  }

  private mutating func book() {
    while let last = out.text.last, " ,.".contains(last), out.text.utf8.count > (out.fields.last?.range.upperBound ?? 0)
    {
      out.text.removeLast()
    }
    if !record[.volume].isEmpty, !record[.collectionTitle].isEmpty {
      out.add(", volume ")
      out.add(.volume, record[.volume])
      out.add(" of ")
      out.add(.collectionTitle, record[.collectionTitle])
    } else if !record[.collectionTitle].isEmpty {
      out.add(". ")
      out.add(.collectionTitle, record[.collectionTitle])
    }
    if dice.chance(0.03) {
      out.add(". ")
      out.add(
        .genre,
        dice.pick(["Manuscript", "Preprint", "Unpublished manuscript", "Personal communication", "Unpublished"]))
      date()
      return
    }
    imprint()
    if !record[.edition].isEmpty {
      out.add(dice.pick([", ", ". "]))
      let words = ["2": "second", "3": "third", "4": "fourth"]
      let text = record[.edition]
      out.add(
        .edition,
        dice.chance(0.5)
          ? words[text] ?? text : text + (text == "2" ? "nd" : text == "3" ? "rd" : Int(text) == nil ? "" : "th"))
      out.add(dice.pick([" edition", " ed.", " edition"]))
    }
  }
}
