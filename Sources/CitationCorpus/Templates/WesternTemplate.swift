import YinzhuModel

/// Composes an entry or a note in a Western language in a form drawn at random: real references follow no style sheet.
struct WesternTemplate {
  enum NameForm { case familyInitials, familyGiven, directInitials, direct, vancouver, caps, parens, familyFirst }

  var dice: Dice
  let record: GeneratedRecord
  let language: String
  var out: LabelledCitation

  // What is chosen once a citation.
  var nameForm = NameForm.familyInitials
  var sep = ". "
  var hasYearEarly = false
  var quotes: (String, String) = ("", "")
  var lastConjunction = " and "

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

  mutating func compose() -> LabelledCitation {
    out.isNote = dice.chance(0.25)
    out.style = out.isNote ? "western-note" : "western-entry"
    nameForm =
      out.isNote
      ? dice.pick([.direct, .directInitials, .familyGiven], else: .direct)
      : dice.pick(
        [
          .familyInitials, .familyInitials, .familyGiven, .familyGiven, .direct, .directInitials, .vancouver,
          .vancouver, .caps,
        ], else: .familyGiven)
    // Surname first without a comma, given names in brackets: so the French have it.
    if dice.chance(language == "fr" ? 0.25 : 0.02) {
      nameForm = dice.pick([.parens, .familyFirst], else: .familyFirst)
    }
    sep = out.isNote ? ", " : dice.weighted([(". ", 6), (", ", 4)], else: ". ")
    hasYearEarly = !out.isNote && dice.chance(0.5)
    quotes = dice.weighted(
      [
        (("", ""), 10), (("“", "”"), 4), (("\"", "\""), 4), (("‘", "’"), 2),
        (("«", "»"), language == "fr" || language == "it" || language == "es" ? 5 : 0),
        (("„", "“"), language == "de" ? 4 : 0), (("'", "'"), 2),
      ], else: ("", ""))
    lastConjunction = dice.weighted(
      [(conjunction, 5), (" & ", 4), (", ", 4), (", " + conjunction.trimmingPrefix(" "), 2), (", & ", 3), ("; ", 1)],
      else: " and ")
    if !(record.names[.author] ?? []).isEmpty {
      names(.author, nameForm)
    } else if let editors = record.names[.editor], !editors.isEmpty, record[.containerTitle].isEmpty {
      names(.editor, nameForm)
      editorMark(count: editors.count)
    }
    if hasYearEarly { earlyYear() } else { afterNames() }
    if record.type == .articleNewspaper, dice.chance(0.04) { date(.issued); stop() }
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

  var conjunction: String {
    ["de": " und ", "fr": " et ", "es": " y ", "it": " e ", "pt": " e ", "nl": " en "][language] ?? " and "
  }

  // MARK: Names

  mutating func names(_ variable: Variable, _ form: NameForm) {
    guard let list = record.names[variable], !list.isEmpty else { return }
    var text = ""
    let shown = list.count > 3 && dice.chance(0.4) ? Array(list.prefix(dice.number(1...3))) : list
    let isInvertedFirstOnly = form == .familyGiven && dice.chance(0.6)
    let mid = form == .familyGiven && dice.chance(0.15) ? "; " : dice.chance(0.12) && form != .vancouver ? "; " : ", "
    for (index, name) in shown.enumerated() {
      if index > 0 {
        text +=
          index == shown.count - 1 && shown.count == list.count && form != .vancouver
          ? (mid == "; " && dice.chance(0.7) ? "; " : lastConjunction) : mid
      }
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

  mutating func print(_ name: GeneratedName, _ form: NameForm) -> String {
    if !name.literal.isEmpty { return name.literal }
    let initials = name.given.split(whereSeparator: { " -".contains($0) }).map { $0.prefix(1) + "." }
    let suffix = name.suffix.isEmpty ? "" : dice.pick([" ", ", "]) + name.suffix
    switch form {
    case .familyInitials:
      return name.family + dice.weighted([(", ", 9), (" ", 1)], else: ", ")
        + initials.joined(separator: dice.chance(0.5) ? " " : "") + suffix
    case .familyGiven: return name.family + ", " + name.given + suffix
    case .directInitials: return initials.joined(separator: dice.chance(0.7) ? " " : "") + " " + name.family + suffix
    case .direct: return name.given + " " + name.family + suffix
    case .vancouver:
      return name.family + " " + initials.map { $0.dropLast() }.joined(separator: dice.chance(0.15) ? " " : "")
        + (name.suffix.isEmpty ? "" : " " + name.suffix.replacing(".", with: ""))
    case .parens:
      return name.family.uppercased() + " (" + (dice.chance(0.4) ? name.given : initials.joined()) + ")"
    case .familyFirst:
      return (dice.chance(0.6) ? name.family.uppercased() : name.family) + " " + name.given
    case .caps:
      return name.family.uppercased() + dice.pick([", ", " "])
        + (dice.chance(0.5) ? name.given : initials.joined(separator: " "))
    }
  }

  mutating func editorMark(count: Int) {
    let mark =
      switch language {
      case "de": dice.pick([" (Hrsg.)", " (Hg.)", ", Hg.", " (Hgg.)"])
      case "fr": dice.pick([" (dir.)", " (éd.)", " (sous la dir. de)", ", éd.", " (éds)"])
      case "es": dice.pick([" (ed.)", " (eds.)", " (coord.)", " (comp.)"])
      case "it": dice.pick([" (a cura di)", " (ed.)", " (cur.)"])
      default:
        dice.pick(
          count > 1
            ? [" (eds.)", ", eds.", " (Eds.)", ", editors", " (Ed.)", ", (eds)"]
            : [" (ed.)", ", ed.", " (Ed.)", ", editor"])
      }
    guard let last = out.fields.indices.last else { return }
    out.add(mark)
    _ = last
  }

  // MARK: Marks

  mutating func stop() {
    guard !out.text.isEmpty else { return }
    if out.endsInStop, sep == ". " { out.add(" ") } else { out.add(sep) }
  }

  mutating func afterNames() {
    guard !out.text.isEmpty else { return }
    if out.isNote { out.add(", ") } else if dice.chance(0.12) { out.add(": ") } else { stop() }
  }

  mutating func earlyYear() {
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

  mutating func title() {
    let isPart = !record[.containerTitle].isEmpty
    let quoted =
      !quotes.0.isEmpty && (isPart || [.thesis, .report, .webpage].contains(record.type) || dice.chance(0.12))
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
}
