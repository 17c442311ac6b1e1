import YinzhuModel

/// Composes an entry or a note in a Western language in a form drawn at random: real references follow no style sheet.
struct WesternTemplate {
  private enum NameForm { case familyInitials, familyGiven, directInitials, direct, vancouver, caps }

  private var dice: Dice
  private let record: GeneratedRecord
  private let language: String
  private var out: LabelledCitation

  // What is chosen once a citation.
  private var nameForm = NameForm.familyInitials
  private var sep = ". "
  private var hasYearEarly = false
  private var quotes: (String, String) = ("", "")
  private var lastConjunction = " and "

  static func compose(_ record: GeneratedRecord, _ dice: inout Dice) -> LabelledCitation {
    var template = WesternTemplate(dice: Dice(seed: dice.next()), record: record)
    return template.compose()
  }

  private init(dice: Dice, record: GeneratedRecord) {
    self.dice = dice
    self.record = record
    language = record.language
    out = LabelledCitation(type: record.type)
  }

  private mutating func compose() -> LabelledCitation {
    out.isNote = dice.chance(0.25)
    out.style = out.isNote ? "western-note" : "western-entry"
    nameForm =
      out.isNote
      ? dice.pick([.direct, .directInitials, .familyGiven], else: .direct)
      : dice.pick([.familyInitials, .familyInitials, .familyGiven, .familyGiven, .direct, .directInitials, .vancouver, .vancouver, .caps], else: .familyGiven)
    sep = out.isNote ? ", " : dice.weighted([(". ", 6), (", ", 4)], else: ". ")
    hasYearEarly = !out.isNote && dice.chance(0.5)
    quotes = dice.weighted([(("", ""), 10), (("“", "”"), 4), (("\"", "\""), 4), (("‘", "’"), 2), (("«", "»"), language == "fr" || language == "it" || language == "es" ? 5 : 0), (("„", "“"), language == "de" ? 4 : 0), (("'", "'"), 2)], else: ("", ""))
    lastConjunction = dice.weighted([(conjunction, 5), (" & ", 4), (", ", 4), (", " + conjunction.trimmingPrefix(" "), 2), (", & ", 3), ("; ", 1)], else: " and ")
    if !(record.names[.author] ?? []).isEmpty {
      names(.author, nameForm)
    } else if let editors = record.names[.editor], !editors.isEmpty, record[.containerTitle].isEmpty {
      names(.editor, nameForm)
      editorMark(count: editors.count)
    }
    if hasYearEarly { earlyYear() } else { afterNames() }
    if record.type == .articleNewspaper, dice.chance(0.04) { date(.issued) ; stop() }
    title()
    switch record.type {
    case .articleJournal: journal()
    case .articleNewspaper: newspaper()
    case .chapter, .paperConference: host()
    case .thesis: thesis()
    case .report, .patent, .standard: report()
    case .webpage: web()
    default: book()
    }
    tail()
    return out
  }

  private var conjunction: String { ["de": " und ", "fr": " et ", "es": " y ", "it": " e "][language] ?? " and " }

  // MARK: Names

  private mutating func names(_ variable: Variable, _ form: NameForm) {
    guard let list = record.names[variable], !list.isEmpty else { return }
    var text = ""
    let shown = list.count > 3 && dice.chance(0.4) ? Array(list.prefix(dice.number(1...3))) : list
    let isInvertedFirstOnly = form == .familyGiven && dice.chance(0.6)
    let mid = form == .familyGiven && dice.chance(0.15) ? "; " : dice.chance(0.12) && form != .vancouver ? "; " : ", "
    for (index, name) in shown.enumerated() {
      if index > 0 { text += index == shown.count - 1 && shown.count == list.count && form != .vancouver ? (mid == "; " && dice.chance(0.7) ? "; " : lastConjunction) : mid }
      text += print(name, isInvertedFirstOnly && index > 0 ? .direct : form)
    }
    var start = out.text.utf8.count
    out.add(variable, text)
    if shown.count < list.count {
      start = out.text.utf8.count - text.utf8.count
      out.add(dice.pick([" et al.", ", et al.", " et al", " and others", ", et. al."]))
      if let last = out.fields.indices.last { out.fields[last].range = start..<out.text.utf8.count }
    }
  }

  private mutating func print(_ name: GeneratedName, _ form: NameForm) -> String {
    if !name.literal.isEmpty { return name.literal }
    let initials = name.given.split(whereSeparator: { " -".contains($0) }).map { $0.prefix(1) + "." }
    let suffix = name.suffix.isEmpty ? "" : dice.pick([" ", ", "]) + name.suffix
    switch form {
    case .familyInitials: return name.family + dice.weighted([(", ", 9), (" ", 1)], else: ", ") + initials.joined(separator: dice.chance(0.5) ? " " : "") + suffix
    case .familyGiven: return name.family + ", " + name.given + suffix
    case .directInitials: return initials.joined(separator: dice.chance(0.7) ? " " : "") + " " + name.family + suffix
    case .direct: return name.given + " " + name.family + suffix
    case .vancouver: return name.family + " " + initials.map { $0.dropLast() }.joined(separator: dice.chance(0.15) ? " " : "") + (name.suffix.isEmpty ? "" : " " + name.suffix.replacing(".", with: ""))
    case .caps: return name.family.uppercased() + dice.pick([", ", " "]) + (dice.chance(0.5) ? name.given : initials.joined(separator: " "))
    }
  }

  private mutating func editorMark(count: Int) {
    let mark = switch language {
    case "de": dice.pick([" (Hrsg.)", " (Hg.)", ", Hg.", " (Hgg.)"])
    case "fr": dice.pick([" (dir.)", " (éd.)", " (sous la dir. de)", ", éd.", " (éds)"])
    case "es": dice.pick([" (ed.)", " (eds.)", " (coord.)", " (comp.)"])
    case "it": dice.pick([" (a cura di)", " (ed.)", " (cur.)"])
    default: dice.pick(count > 1 ? [" (eds.)", ", eds.", " (Eds.)", ", editors", " (Ed.)", ", (eds)"] : [" (ed.)", ", ed.", " (Ed.)", ", editor"])
    }
    guard let last = out.fields.indices.last else { return }
    out.add(mark)
    _ = last
  }

  // MARK: Marks

  private mutating func stop() {
    guard !out.text.isEmpty else { return }
    if out.endsInStop, sep == ". " { out.add(" ") } else { out.add(sep) }
  }

  private mutating func afterNames() {
    guard !out.text.isEmpty else { return }
    if out.isNote { out.add(", ") } else if dice.chance(0.12) { out.add(": ") } else { stop() }
  }

  private mutating func earlyYear() {
    guard let issued = record.issued else {
      if dice.chance(0.3) {
        out.add(out.text.isEmpty ? "" : " ")
        out.add(dice.pick(["(n.d.). ", "n.d. ", "(s.d.). ", "(forthcoming). "]))
      } else {
        afterNames()
      }
      return
    }
    let letter = dice.chance(0.06) ? dice.pick(["a", "b", "c"]) : ""
    let year = "\(issued.year)" + (issued.endYear.map { "-\($0)" } ?? "") + letter
    if out.text.isEmpty { return }
    let form = dice.number(0...11)
    switch form {
    case 0...5:
      out.add(" (")
      if record.type == .articleNewspaper || issued.month != nil, dice.chance(0.7) {
        dateText(.issued, yearFirst: true)
      } else {
        out.add(.issued, year)
      }
      out.add(dice.pick(["). ", "). ", ") ", "), ", "): ", ")"]))
      if out.text.hasSuffix(")") { out.add(" ") }
    case 6, 7:
      out.add(sep == ", " ? ", " : out.endsInStop ? " " : ". ")
      out.add(.issued, year)
      out.add(sep)
    case 8, 9:
      out.add(dice.pick([", ", " "]))
      out.add(.issued, year)
      out.add(dice.pick([". ", ", ", ": ", ") "]).replacing(")", with: "."))
    case 10:
      out.add(" [")
      out.add(.issued, year)
      out.add(dice.pick(["] ", "]. ", "]: "]))
    default:
      out.add(" ")
      out.add(.issued, year)
      out.add(". ")
    }
  }

  // MARK: Title

  private mutating func title() {
    let isPart = !record[.containerTitle].isEmpty
    let quoted = !quotes.0.isEmpty && (isPart || [.thesis, .report, .webpage].contains(record.type) || dice.chance(0.12))
    let mark = quoted ? quotes : ("", "")
    out.add(mark.0)
    let inner = quoted && dice.chance(0.55) ? String(sep.prefix(1)) : ""
    var text = record[.title]
    if dice.chance(0.03) { text = text.uppercased() }
    out.add(.title, text)
    if quoted {
      if inner.isEmpty || out.endsInStop {
        out.add(mark.1)
        out.add(out.isNote || dice.chance(0.6) ? String(sep) : " ")
      } else {
        out.add(inner + mark.1 + " ")
      }
    } else if dice.chance(0.05), !isPart {
      out.add(" ")
    } else if !isPart, [.book, .thesis].contains(record.type), out.isNote {
      out.add(dice.pick([" ", ", "]))
    } else {
      stop()
    }
  }

  // MARK: Kinds

  private mutating func journal() {
    if dice.chance(0.06) { out.add(dice.pick(["In: ", "In ", "in: ", "in "])) }
    out.add(.containerTitle, record[.containerTitle])
    let volume = record[.volume]
    let issue = record[.issue]
    let pages = record[.page]
    let yearHere = !hasYearEarly && record.issued != nil
    let form = dice.number(0...11)
    func pageMark(_ dice: inout Dice) -> String {
      switch language {
      case "de": dice.pick(["S. ", "S. ", "Seiten ", ""])
      case "fr", "it", "es": dice.pick(["p. ", "pp. ", "p. ", ""])
      default: dice.pick(["pp. ", "pp. ", "p. ", "pp ", "", "pages ", "at "])
      }
    }
    switch form {
    case 0, 1:  // 12(3), 45-67
      out.add(dice.pick([", ", " ", ". "]))
      if !volume.isEmpty { out.add(.volume, volume) }
      if !issue.isEmpty {
        out.add(dice.pick(["(", " ("]))
        out.add(.issue, issue)
        out.add(")")
      }
      if yearHere, dice.chance(0.6) {
        out.add(" (")
        year()
        out.add(")")
      } else if yearHere {
        out.add(", ")
        year()
      }
      if !pages.isEmpty {
        out.add(dice.pick([", ", ": ", ":", ", pp. "]))
        page(pages)
      }
    case 2, 3:  // 2001;12(3):45-67
      out.add(dice.pick([". ", " ", ", "]))
      if yearHere {
        year()
        if dice.chance(0.2), let month = record.issued?.month { out.add(" " + Months.english[month - 1].prefix(3)) }
        out.add(dice.pick([";", "; ", ", "]))
      }
      if !volume.isEmpty { out.add(.volume, volume) }
      if !issue.isEmpty {
        out.add("(")
        out.add(.issue, issue)
        out.add(")")
      }
      if !pages.isEmpty {
        out.add(dice.pick([":", ": "]))
        page(pages)
      }
    case 4...6:  // vol. 12, no. 3, pp. 45-67, 2001
      if !volume.isEmpty {
        out.add(", " + volumeMark())
        out.add(.volume, volume)
      }
      if !issue.isEmpty {
        out.add(", " + issueMark())
        out.add(.issue, issue)
      }
      let yearFirst = dice.chance(0.5)
      if yearHere, yearFirst {
        out.add(dice.pick([" (", ", "]))
        let bracket = out.text.hasSuffix("(")
        year(withMonth: dice.chance(0.3))
        if bracket { out.add(")") }
      }
      if !pages.isEmpty {
        out.add(dice.pick([", ", ": "]) + pageMark(&dice))
        page(pages)
      }
      if yearHere, !yearFirst {
        out.add(", ")
        year(withMonth: dice.chance(0.3))
      }
    case 7, 8:  // 12 (2001), pp. 45; 12.3 (2001): 45
      out.add(" ")
      if !volume.isEmpty { out.add(.volume, volume) }
      if !issue.isEmpty {
        if volume.isEmpty { out.add(issueMark()) } else { out.add(dice.pick([".", "/", ", " + issueMark(), ":", ", "])) }
        out.add(.issue, issue)
      }
      if yearHere {
        out.add(dice.pick([" (", ", "]))
        let bracket = out.text.hasSuffix("(")
        year(withMonth: dice.chance(0.25))
        if bracket { out.add(")") }
      }
      if !pages.isEmpty {
        out.add(dice.pick([": ", ", ", ", " + pageMark(&dice), " "]))
        page(pages)
      }
    case 9:  // Jg. 12, H. 3, 2001, S. 45
      if !volume.isEmpty {
        out.add(dice.pick([" ", ", "]) + dice.pick(language == "de" ? ["Bd. ", "Jg. ", "Band ", ""] : ["t. ", "vol. ", "tome ", ""]))
        out.add(.volume, volume)
      }
      if !issue.isEmpty {
        out.add(dice.pick(language == "de" ? [", H. ", ", Heft ", ", Nr. ", "/"] : [", n° ", ", no ", ", n. ", ", núm. ", ", fasc. "]))
        out.add(.issue, issue)
      }
      if yearHere {
        out.add(dice.pick([" (", ", "]))
        let bracket = out.text.hasSuffix("(")
        year()
        if bracket { out.add(")") }
      }
      if !pages.isEmpty {
        out.add(", " + pageMark(&dice))
        page(pages)
      }
    default:  // 2001, 12, 45
      if yearHere {
        out.add(dice.pick([", ", " "]))
        year()
      }
      if !volume.isEmpty {
        out.add(", ")
        out.add(.volume, volume)
        if !issue.isEmpty, dice.chance(0.6) {
          out.add(" (")
          out.add(.issue, issue)
          out.add(")")
        }
      }
      if !pages.isEmpty {
        out.add(dice.pick([", ", ": "]))
        page(pages)
      }
    }
  }

  private mutating func volumeMark() -> String {
    switch language {
    case "de": dice.pick(["Bd. ", "Jg. ", "Vol. ", "Band "])
    case "fr": dice.pick(["vol. ", "t. ", "tome ", "Vol. "])
    case "es", "it": dice.pick(["vol. ", "Vol. ", "tomo "])
    default: dice.pick(["vol. ", "Vol. ", "Vol.", "volume ", "v. ", "vol "])
    }
  }

  private mutating func issueMark() -> String {
    switch language {
    case "de": dice.pick(["H. ", "Heft ", "Nr. "])
    case "fr": dice.pick(["n° ", "no ", "n°", "nº "])
    case "es": dice.pick(["núm. ", "nº ", "no. "])
    case "it": dice.pick(["n. ", "fasc. "])
    default: dice.pick(["no. ", "No. ", "no ", "issue ", "iss. ", "n. ", "Issue ", "Number ", "#"])
    }
  }

  private mutating func newspaper() {
    out.add(.containerTitle, record[.containerTitle])
    if dice.chance(0.1) { out.add(" (London)") }
    let hasFullDateEarly = out.fields.contains { $0.variable == .issued }
    if !hasFullDateEarly || dice.chance(0.5) {
      out.add(dice.pick([", ", ". ", " ("]))
      let bracket = out.text.hasSuffix("(")
      dateText(.issued, yearFirst: false, withoutYear: hasFullDateEarly)
      if bracket { out.add(")") }
    }
    if !record[.page].isEmpty {
      out.add(dice.pick([", p. ", ", ", ": ", ", sec. A, p. ", ", pp. "]))
      page(record[.page])
    }
  }

  private mutating func host() {
    let form = dice.number(0...5)
    let introduction = dice.weighted([("In: ", 4), ("In ", 6), ("in ", 5), ("in: ", 3), (language == "fr" ? "dans " : language == "es" ? "en " : "in ", 2), ("", record.type == .paperConference ? 6 : 1)], else: "In ")
    out.add(introduction)
    let editors = record.names[.editor] ?? []
    let editorForm = dice.pick([nameForm, .direct, .directInitials], else: nameForm)
    if !editors.isEmpty, form < 3 {
      names(.editor, editorForm)
      editorMark(count: editors.count)
      out.add(dice.pick([", ", ": ", ". ", " "]))
    }
    out.add(.containerTitle, record[.containerTitle])
    if !editors.isEmpty, form >= 3 {
      let bracket = dice.chance(0.25)
      out.add(bracket ? " (" : dice.pick([", ", ". "]))
      out.add(dice.pick(language == "de" ? ["hrsg. von ", "hg. v. ", "herausgegeben von "] : language == "fr" ? ["sous la direction de ", "édité par ", "dir. "] : language == "it" ? ["a cura di "] : ["edited by ", "ed. ", "eds. ", "Edited by ", "ed. by "]))
      names(.editor, dice.pick([.direct, .directInitials], else: .direct))
      if bracket { out.add(")") }
    }
    series()
    if !record[.volume].isEmpty {
      out.add(", " + volumeMark())
      out.add(.volume, record[.volume])
    }
    editionText()
    let pagesFirst = dice.chance(0.4)
    if pagesFirst, !record[.page].isEmpty {
      let bracket = dice.chance(0.5)
      out.add(bracket ? " (" + pageWord() : ", " + pageWord())
      page(record[.page])
      if bracket { out.add(")") }
    }
    if !record[.eventPlace].isEmpty, dice.chance(0.4) {
      out.add(", ")
      out.add(.publisherPlace, record[.eventPlace])
    }
    imprint()
    if !pagesFirst, !record[.page].isEmpty {
      out.add(dice.pick([", ", ". ", ": "]) + pageWord())
      page(record[.page])
    }
  }

  private mutating func pageWord() -> String {
    language == "de" ? dice.pick(["S. ", "S. ", ""]) : dice.pick(["pp. ", "p. ", "pp ", "pp.", "", "pages "])
  }

  private mutating func editionText() {
    let edition = record[.edition]
    guard !edition.isEmpty else { return }
    let bracket = dice.chance(0.4)
    out.add(bracket ? " (" : dice.pick([", ", ". "]))
    if let number = Int(edition) {
      switch language {
      case "de": out.add(.edition, "\(number)."); out.add(dice.pick([" Aufl.", " Auflage", " Aufl"]))
      case "fr": out.add(.edition, "\(number)e"); out.add(dice.pick([" éd.", " édition"]))
      default:
        out.add(.edition, "\(number)" + (number == 2 ? "nd" : number == 3 ? "rd" : "th"))
        out.add(dice.pick([" ed.", " edn", " edition", " edn.", " ed"]))
      }
    } else {
      out.add(.edition, edition)
    }
    if bracket { out.add(")") }
  }

  private mutating func series() {
    guard !record[.collectionTitle].isEmpty, dice.chance(0.8) else { return }
    let bracket = dice.chance(0.5)
    out.add(bracket ? " (" : ", ")
    out.add(.collectionTitle, record[.collectionTitle])
    if dice.chance(0.4) {
      out.add(dice.pick([", vol. ", ", ", " ", ", no. "]))
      out.add(.volume, "\(dice.number(1...400))")
    }
    if bracket { out.add(")") }
  }

  private mutating func imprint() {
    let place = record[.publisherPlace]
    let publisher = record[.publisher]
    let yearHere = !hasYearEarly && record.issued != nil
    guard !place.isEmpty || !publisher.isEmpty || yearHere else { return }
    let bracket = out.isNote ? dice.chance(0.65) : dice.chance(0.08)
    if bracket { out.add(" (") } else if !out.text.hasSuffix(" ") { out.add(out.endsInStop && !sep.hasPrefix(",") ? " " : sep) }
    let form = dice.number(0...9)
    if form < 6 {
      if !place.isEmpty {
        out.add(.publisherPlace, place)
        if !publisher.isEmpty { out.add(dice.weighted([(": ", 8), (", ", 2)], else: ": ")) }
      }
      out.add(.publisher, publisher)
    } else if form < 9 {
      out.add(.publisher, publisher)
      if !place.isEmpty {
        if !publisher.isEmpty { out.add(dice.pick([", ", ", ", ". "])) }
        out.add(.publisherPlace, place)
      }
    } else {
      out.add(place.isEmpty ? "" : "")
      out.add(.publisherPlace, place)
    }
    if yearHere {
      if !place.isEmpty || !publisher.isEmpty { out.add(dice.weighted([(", ", 8), (" ", 2), (form == 9 ? " " : ". ", 1)], else: ", ")) }
      year()
    }
    if bracket { out.add(")") }
  }

  private mutating func book() {
    if out.text.hasSuffix(", ") || out.text.hasSuffix(". ") { trimSeparator() }
    if !(record.names[.translator] ?? []).isEmpty {
      out.add(dice.pick([", ", ". ", " ("]))
      let bracket = out.text.hasSuffix("(")
      out.add(dice.pick(language == "de" ? ["übers. von ", "aus dem Englischen von "] : language == "fr" ? ["traduit par ", "trad. "] : ["trans. ", "translated by ", "Translated by ", "trans. by ", "tr. "]))
      names(.translator, .direct)
      if bracket { out.add(dice.pick([", trans.)", ")"]).replacing(", trans.", with: "")) }
    }
    if !(record.names[.author] ?? []).isEmpty, !(record.names[.editor] ?? []).isEmpty {
      out.add(dice.pick([", ed. ", ", edited by ", ". Ed. "]))
      names(.editor, .direct)
    }
    if !record[.volume].isEmpty {
      out.add(dice.pick([", ", ". "]) + volumeMark())
      out.add(.volume, record[.volume])
    }
    editionText()
    series()
    imprint()
    if out.isNote, dice.chance(0.6) {
      out.add(", " + pageWord())
      page("\(dice.number(1...500))" + (dice.chance(0.4) ? dice.pick(["-", "–"]) + "\(dice.number(501...520))" : ""))
    }
    if dice.chance(0.05) { out.add(", \(dice.number(100...600)) p") }
  }

  private mutating func trimSeparator() {
    while let last = out.text.last, ", .".contains(last), out.text.utf8.count > (out.fields.last?.range.upperBound ?? 0) { out.text.removeLast() }
  }

  private mutating func thesis() {
    if !out.text.hasSuffix(" ") { out.add(" ") }
    let bracket = dice.chance(0.4)
    if bracket {
      if out.text.hasSuffix(". ") || out.text.hasSuffix(", ") { trimSeparator() }
      out.add(dice.pick([" (", " ["]))
    }
    let square = out.text.hasSuffix("[")
    out.add(.genre, record[.genre])
    if bracket, dice.chance(0.5) || square {
      out.add(square ? "]. " : "). ")
      schoolAndPlace()
      if !hasYearEarly, record.issued != nil {
        out.add(", ")
        year()
      }
    } else {
      out.add(dice.pick([", ", ". ", ": "]))
      schoolAndPlace()
      if !hasYearEarly, record.issued != nil {
        out.add(", ")
        year()
      }
      if bracket { out.add(")") }
    }
    if out.isNote, dice.chance(0.5) {
      out.add(", ")
      page("\(dice.number(1...300))")
    }
  }

  private mutating func schoolAndPlace() {
    out.add(.publisher, record[.publisher])
    if !record[.publisherPlace].isEmpty {
      out.add(", ")
      out.add(.publisherPlace, record[.publisherPlace])
    }
  }

  private mutating func report() {
    let bracket = dice.chance(0.5) && (!record[.genre].isEmpty || !record[.number].isEmpty)
    if bracket {
      trimSeparator()
      out.add(" (")
    }
    if !record[.genre].isEmpty {
      out.add(.genre, record[.genre])
      if !record[.number].isEmpty { out.add(dice.pick([" ", " No. ", " no. ", ", "])) }
    }
    out.add(.number, record[.number])
    if bracket { out.add(")") }
    imprint()
  }

  private mutating func web() {
    if !record[.containerTitle].isEmpty {
      out.add(.containerTitle, record[.containerTitle])
    } else {
      trimSeparator()
    }
    if !hasYearEarly, record.issued != nil {
      out.add(dice.pick([", ", ". ", " ("]))
      let bracket = out.text.hasSuffix("(")
      dateText(.issued, yearFirst: false)
      if bracket { out.add(")") }
    }
  }

  private mutating func tail() {
    if !record[.isbn].isEmpty, dice.chance(0.8) {
      out.add(dice.pick([". ISBN ", ", ISBN: ", ". ISBN: "]))
      out.add(.isbn, record[.isbn])
    }
    if !record[.doi].isEmpty {
      out.add(dice.pick([". ", ", ", " "]) + dice.pick(["doi:", "doi: ", "DOI: ", "DOI ", "", "https://doi.org/", "http://dx.doi.org/"]))
      out.add(.doi, record[.doi])
    }
    if !record[.url].isEmpty {
      let form = dice.number(0...7)
      let lead = [". Retrieved from ", ". Available at: ", ", ", ". ", ". URL ", ". Available from: ", " <", ". "][form]
      let accessed = record.accessed != nil
      if form == 0, accessed, dice.chance(0.6) {
        out.add(". Retrieved ")
        dateText(.accessed, yearFirst: false)
        out.add(", from ")
      } else {
        out.add(lead)
      }
      out.add(.url, record[.url])
      if form == 6 { out.add(">") }
      if accessed, form != 0 {
        out.add(dice.pick([" (accessed ", ", accessed ", ". Accessed ", " [Accessed ", " (last accessed ", ". Last visited ", " (retrieved "]))
        let close = out.text.contains(" [Accessed ") ? "]" : out.text.hasSuffix("(accessed ") || out.text.hasSuffix("(last accessed ") || out.text.hasSuffix("(retrieved ") ? ")" : ""
        dateText(.accessed, yearFirst: false)
        out.add(close)
      }
    }
    if dice.chance(0.05) { out.add(dice.pick([" (in press)", ". In press", " [in German]", ". Forthcoming", " (Unpublished)", ". Print", ". Web"])) }
    if dice.chance(0.85), !out.endsInStop { out.add(".") }
  }

  // MARK: Dates and pages

  private mutating func page(_ text: String) {
    let dash = dice.pick(["-", "–", "–", "-", "—", "--"])
    out.add(.page, text.replacing("-", with: dash))
  }

  private mutating func year(withMonth: Bool = false) {
    guard let issued = record.issued else { return }
    var text = ""
    if withMonth { text += dice.pick(Months.english) + " " }
    text += "\(issued.year)"
    if let end = issued.endYear { text += "-\(end)" }
    if dice.chance(0.02) { text += dice.pick(["a", "b"]) }
    out.add(.issued, text)
  }

  private mutating func date(_ variable: Variable) { dateText(variable, yearFirst: false) }

  private mutating func dateText(_ variable: Variable, yearFirst: Bool, withoutYear: Bool = false) {
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
    case 4 where !withoutYear: out.add(variable, "\(year)-\(month < 10 ? "0" : "")\(month)" + (dayText.isEmpty ? "" : "-\((day.day ?? 1) < 10 ? "0" : "")\(dayText)"))
    default: out.add(variable, "\(short) \(dayText) \(year)".replacing("  ", with: " ").trimmed)
    }
  }
}

extension String {
  /// Without white space at the ends.
  var trimmed: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// Names of months in templates.
enum Months {
  static let english = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]

  static func of(_ language: String) -> [String] {
    switch language {
    case "de": ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"]
    case "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]
    case "es": ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"]
    case "it": ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"]
    default: english
    }
  }
}
