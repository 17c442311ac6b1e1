import YinzhuModel

/// Articles of journals and newspapers.
extension WesternTemplate {
  mutating func journal() {
    if dice.chance(0.06) { out.add(dice.pick(["In: ", "In ", "in: ", "in "])) }
    var name = record[.containerTitle]
    for head in ["IEEE Transactions on", "Journal of", "Annals of"]
    where name.hasPrefix(head + " ") && dice.chance(0.04) {
      // As catalogues sort it.
      name = "\(name.dropFirst(head.utf8.count + 1)), \(head)"
    }
    out.add(.containerTitle, name)
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
        if volume.isEmpty {
          out.add(issueMark())
        } else {
          out.add(dice.pick([".", "/", ", " + issueMark(), ":", ", "]))
        }
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
        out.add(
          dice.pick([" ", ", "])
            + dice.pick(language == "de" ? ["Bd. ", "Jg. ", "Band ", ""] : ["t. ", "vol. ", "tome ", ""]))
        out.add(.volume, volume)
      }
      if !issue.isEmpty {
        out.add(
          dice.pick(
            language == "de"
              ? [", H. ", ", Heft ", ", Nr. ", "/"] : [", n° ", ", no ", ", n. ", ", núm. ", ", fasc. "]))
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

  mutating func volumeMark() -> String {
    switch language {
    case "de": dice.pick(["Bd. ", "Jg. ", "Vol. ", "Band "])
    case "fr": dice.pick(["vol. ", "t. ", "tome ", "Vol. "])
    case "es", "it": dice.pick(["vol. ", "Vol. ", "tomo "])
    default: dice.pick(["vol. ", "Vol. ", "Vol.", "volume ", "v. ", "vol "])
    }
  }

  mutating func issueMark() -> String {
    switch language {
    case "de": dice.pick(["H. ", "Heft ", "Nr. "])
    case "fr": dice.pick(["n° ", "no ", "n°", "nº "])
    case "es": dice.pick(["núm. ", "nº ", "no. "])
    case "it": dice.pick(["n. ", "fasc. "])
    default: dice.pick(["no. ", "No. ", "no ", "issue ", "iss. ", "n. ", "Issue ", "Number ", "#"])
    }
  }

  mutating func newspaper() {
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
}
