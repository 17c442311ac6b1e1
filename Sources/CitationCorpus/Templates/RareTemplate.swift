import YinzhuModel

/// Composes what has forms of its own: cases, statutes, archival pieces, films, entries of encyclopedias, and articles
/// as law reviews cite them.
struct RareTemplate {
  private var dice: Dice
  private let record: GeneratedRecord
  private var out: LabelledCitation

  /// nil for kinds without a form of their own, and now and then for the others.
  static func compose(_ record: GeneratedRecord, _ dice: inout Dice) -> LabelledCitation? {
    let isLawReview = record.type == .articleJournal && record.language == "en" && dice.chance(0.06)
    var template = RareTemplate(dice: Dice(seed: dice.next()), record: record)
    switch record.type {
    case .legalCase: record.isHan ? template.chineseCase() : template.westernCase()
    case .legislation: record.isHan ? template.chineseLaw() : template.westernLaw()
    case .manuscript, .personalCommunication:
      guard !record[.archive].isEmpty, dice.chance(0.6) else { return nil }
      record.isHan ? template.chineseArchive() : template.westernArchive()
    case .motionPicture:
      guard dice.chance(0.6) else { return nil }
      record.isHan ? template.chineseFilm() : template.westernFilm()
    case .entryDictionary, .entryEncyclopedia:
      guard !record.isHan, dice.chance(0.5) else { return nil }
      template.westernEntry()
    case .speech:
      guard !record.isHan, dice.chance(0.6) else { return nil }
      template.westernSpeech()
    default:
      guard isLawReview, !record[.volume].isEmpty else { return nil }
      template.lawReview()
    }
    template.out.record = record.reference(id: "r")
    return template.out
  }

  private init(dice: Dice, record: GeneratedRecord) {
    self.dice = dice
    self.record = record
    out = LabelledCitation(type: record.type)
    out.style = record.isHan ? "chinese-rare" : "western-rare"
    out.isNote = true
  }

  // MARK: Parts

  private func name(_ name: GeneratedName, inverted: Bool) -> String {
    if !name.literal.isEmpty { return name.literal }
    if name.isHan { return name.family + name.given }
    return inverted ? "\(name.family), \(name.given)" : "\(name.given) \(name.family)"
  }

  private mutating func names(_ variable: Variable, inverted: Bool = false) {
    let list = (record.names[variable] ?? []).prefix(4)
    let joiner = record.isHan ? "、" : dice.pick([" & ", " and ", ", "])
    out.add(
      variable,
      list.enumerated().map { name($0.element, inverted: inverted && $0.offset == 0) }.joined(separator: joiner))
  }

  private mutating func stop() {
    if !out.endsInStop, dice.chance(0.8) { out.add(record.isHan ? "。" : ".") }
  }

  private mutating func year(_ open: String, _ close: String) {
    guard let issued = record.issued else { return }
    out.add(open)
    out.add(.issued, String(issued.year))
    out.add(close)
  }

  private mutating func date(_ before: String) {
    guard let issued = record.issued else { return }
    out.add(before)
    guard let month = issued.month else { return out.add(.issued, String(issued.year)) }
    if record.isHan {
      out.add(.issued, "\(issued.year)年\(month)月" + (issued.day.map { "\($0)日" } ?? ""))
      return
    }
    let name = Months.of(record.language)[month - 1]
    let day = issued.day.map(String.init) ?? ""
    out.add(
      .issued,
      dice.chance(0.5)
        ? "\(day) \(name) \(issued.year)".trimmed : "\(name) \(day)\(day.isEmpty ? "" : ", ")\(issued.year)".trimmed)
  }

  // MARK: Law

  /// `Smith v. Jones, 123 F.3d 456, 460 (9th Cir. 1999)` or `Smith v Jones [1999] 2 AC 34 (HL)`.
  private mutating func westernCase() {
    out.add(.title, record[.title])
    if dice.chance(0.6) {
      out.add(", ")
      out.add(.volume, record[.volume])
      out.add(" ")
      out.add(.containerTitle, record[.containerTitle])
      out.add(" ")
      out.add(.page, record[.page])
      if dice.chance(0.3) {
        out.add(", ")
        out.add(.locator, String(dice.number(1201...1300)))
      }
      out.add(" (")
      if dice.chance(0.7) {
        out.add(.authority, record[.authority])
        out.add(" ")
      }
      year("", ")")
    } else {
      year(dice.pick([" [", " (", ", ["]), "")
      out.add(out.text.contains("[") ? "] " : ") ")
      if dice.chance(0.8) {
        out.add(.volume, String(dice.number(1...4)))
        out.add(" ")
      }
      out.add(.containerTitle, record[.containerTitle])
      out.add(" ")
      out.add(.page, record[.page])
      if dice.chance(0.5) {
        out.add(" (")
        out.add(.authority, record[.authority])
        out.add(")")
      }
    }
    stop()
  }

  private mutating func westernLaw() {
    out.add(.title, record[.title])
    if dice.chance(0.4) { year(" ", "") }
    out.add(dice.pick([", ", " "]))
    out.add(.number, record[.number])
    if dice.chance(0.5) { out.add(", § \(dice.number(1...900))") }
    if dice.chance(0.4), out.fields.last?.variable != .issued { year(" (", ")") }
    stop()
  }

  private mutating func chineseCase() {
    if dice.chance(0.4) {
      out.add(.authority, record[.authority])
      out.add(.number, record[.number])
      out.add(dice.pick(["民事判决书", "判决书", "行政裁定书", "刑事判决书"]))
    } else {
      let marked = dice.chance(0.4)
      out.add(marked ? "“" : "")
      out.add(.title, record[.title])
      out.add((marked ? "”" : "") + dice.pick(["，", "，", ", "]))
      out.add(.authority, record[.authority])
      out.add(dice.pick(["", "，"]))
      out.add(.number, record[.number])
      out.add(dice.pick(["民事判决书", "判决书", "", "号判决"]).replacing("号判决", with: "判决"))
    }
    stop()
  }

  private mutating func chineseLaw() {
    if let author = record.names[.author], !author.isEmpty {
      names(.author)
      out.add(dice.pick(["：", "", "："]))
    }
    out.add("《")
    out.add(.title, record[.title])
    out.add("》")
    switch dice.number(0...3) {
    case 0:
      out.add(dice.pick(["（", "，", "("]))
      out.add(.number, record[.number])
      out.add(out.text.contains("》（") ? "）" : out.text.contains("》(") ? ")" : "")
    case 1: out.add("第\(dice.number(1...300))条" + (dice.chance(0.4) ? "第\(dice.number(1...4))款" : ""))
    case 2: year("（", "年）")
    default:
      out.add("，")
      out.add(.number, record[.number])
      date("，")
    }
    stop()
  }

  /// `Jane Doe, On Rivers, 12 HARV. L. REV. 34 (1999)`.
  private mutating func lawReview() {
    names(.author)
    if !out.text.isEmpty { out.add(", ") }
    out.add(.title, record[.title])
    out.add(", ")
    out.add(.volume, record[.volume])
    out.add(" ")
    out.add(.containerTitle, dice.chance(0.4) ? record[.containerTitle].uppercased() : record[.containerTitle])
    if !record[.page].isEmpty {
      out.add(" ")
      out.add(.page, String(record[.page].prefix { $0 != "-" && $0 != "," }))
    }
    if dice.chance(0.3) {
      out.add(", ")
      out.add(.locator, String(dice.number(900...990)))
    }
    year(" (", ")")
    stop()
  }

  // MARK: Archives

  private mutating func chineseArchive() {
    if record.type == .personalCommunication {
      names(.author)
      out.add(.title, record[.title])
    } else {
      let marked = dice.chance(0.7)
      if dice.chance(0.5) {
        names(.author)
        if !out.text.isEmpty { out.add("：") }
      }
      out.add(marked ? "《" : "“")
      out.add(.title, record[.title])
      out.add(marked ? "》" : "”")
    }
    date(dice.pick(["，", "（"]))
    out.add(out.text.contains("（\(record.issued?.year ?? 0)") ? "），" : "，")
    out.add(.archive, record[.archive])
    out.add(dice.pick(["藏，", "，", "馆藏，"]))
    out.add(.archiveLocation, record[.archiveLocation])
    stop()
  }

  private mutating func westernArchive() {
    names(.author)
    out.add(record.type == .personalCommunication && dice.chance(0.6) ? " to " : ", ")
    out.add(.title, record[.title].replacing("Letter to ", with: ""))
    date(", ")
    out.add(", ")
    let locationFirst = dice.chance(0.5)
    if locationFirst {
      out.add(.archiveLocation, record[.archiveLocation])
      out.add(", ")
    }
    out.add(.archive, record[.archive])
    out.add(.archivePlace, record[.archivePlace], after: ", ")
    if !locationFirst {
      out.add(", ")
      out.add(.archiveLocation, record[.archiveLocation])
    }
    stop()
  }

  // MARK: Works for eye and ear

  private mutating func chineseFilm() {
    out.add("《")
    out.add(.title, record[.title])
    out.add("》，")
    names(.director)
    out.add(dice.pick(["导演，", "执导，"]))
    out.add(.publisher, record[.publisher])
    year("，", "年")
    stop()
  }

  private mutating func westernFilm() {
    if dice.chance(0.5) {
      names(.director, inverted: true)
      out.add(dice.pick([", dir. ", " (Director). ", ", director. ", " (Dir.), "]))
      out.add(.title, record[.title])
      out.add(". ")
    } else {
      out.add(.title, record[.title])
      out.add(dice.pick([". Dir. ", ", directed by ", ". Directed by ", ", dir. "]))
      names(.director)
      out.add(dice.pick([". ", ", "]))
    }
    if dice.chance(0.4) {
      out.add("[")
      out.add(.medium, record[.medium])
      out.add("]. ")
    }
    out.add(.publisher, record[.publisher])
    year(", ", "")
    stop()
  }

  private mutating func westernEntry() {
    if !(record.names[.author] ?? []).isEmpty, dice.chance(0.6) {
      names(.author, inverted: dice.chance(0.6))
      out.add(dice.pick([". ", ", "]))
    }
    let quote = dice.pick(["“", "\"", ""])
    let close = quote == "“" ? "”" : quote
    out.add(quote)
    out.add(.title, record[.title])
    out.add(dice.chance(0.5) ? ".\(close) " : "\(close). ")
    if dice.chance(0.3) { out.add(dice.pick(["In ", "In: ", "in "])) }
    out.add(.containerTitle, record[.containerTitle])
    if !(record.names[.editor] ?? []).isEmpty, dice.chance(0.6) {
      out.add(dice.pick([". Ed. ", ", ed. ", ", edited by "]))
      names(.editor)
    }
    if !record[.publisher].isEmpty {
      out.add(out.endsInStop ? " " : ". ")
      out.add(.publisherPlace, record[.publisherPlace])
      if !record[.publisherPlace].isEmpty { out.add(": ") }
      out.add(.publisher, record[.publisher])
      year(", ", "")
    } else {
      year(dice.pick([", ", " ("]), "")
      if out.text.contains(" (\(record.issued?.year ?? 0)") { out.add(")") }
    }
    if !record[.page].isEmpty, dice.chance(0.5) {
      out.add(dice.pick([", pp. ", ": ", ", "]))
      out.add(.page, record[.page])
    }
    stop()
  }

  /// `Doe, J. (2001, May). Title. Paper presented at the X Conference, Paris.`
  private mutating func westernSpeech() {
    names(.author, inverted: dice.chance(0.6))
    let isEarly = dice.chance(0.5)
    if isEarly {
      year(" (", ")")
      out.add(". ")
    } else {
      out.add(dice.pick([". ", ", "]))
    }
    out.add(.title, record[.title])
    out.add(out.endsInStop ? " " : ". ")
    out.add(
      .genre,
      dice.pick(["Paper presented", "Poster presented", "Presentation", "Keynote address", "Paper read", "Talk given"]))
    out.add(dice.pick([" at the ", " at "]))
    out.add(.eventTitle, record[.eventTitle])
    out.add(", ")
    out.add(.eventPlace, record[.eventPlace])
    if !isEarly { date(", ") }
    stop()
  }
}
