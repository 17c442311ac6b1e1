import YinzhuModel

/// Parts of books, imprints, books, theses, reports and web pages.
extension WesternTemplate {
  mutating func host() {
    let form = dice.number(0...5)
    let introduction = dice.weighted(
      [
        ("In: ", 4), ("In ", 6), ("in ", 5), ("in: ", 3),
        (language == "fr" ? "dans " : language == "es" ? "en " : "in ", 2),
        ("", record.type == .paperConference ? 6 : 1),
      ], else: "In ")
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
      out.add(
        dice.pick(
          language == "de"
            ? ["hrsg. von ", "hg. v. ", "herausgegeben von "]
            : language == "fr"
              ? ["sous la direction de ", "édité par ", "dir. "]
              : language == "it" ? ["a cura di "] : ["edited by ", "ed. ", "eds. ", "Edited by ", "ed. by "]))
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

  mutating func pageWord() -> String {
    language == "de" ? dice.pick(["S. ", "S. ", ""]) : dice.pick(["pp. ", "p. ", "pp ", "pp.", "", "pages "])
  }

  mutating func editionText() {
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

  mutating func series() {
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

  mutating func imprint() {
    let place = record[.publisherPlace]
    let publisher = record[.publisher]
    let yearHere = !hasYearEarly && record.issued != nil
    guard !place.isEmpty || !publisher.isEmpty || yearHere else { return }
    let bracket = out.isNote ? dice.chance(0.65) : dice.chance(0.08)
    if bracket {
      out.add(" (")
    } else if !out.text.hasSuffix(" ") {
      out.add(out.endsInStop && !sep.hasPrefix(",") ? " " : sep)
    }
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
      if !place.isEmpty || !publisher.isEmpty {
        out.add(dice.weighted([(", ", 8), (" ", 2), (form == 9 ? " " : ". ", 1)], else: ", "))
      }
      year()
    }
    if bracket { out.add(")") }
  }

  mutating func book() {
    if out.text.hasSuffix(", ") || out.text.hasSuffix(". ") { trimSeparator() }
    if !(record.names[.translator] ?? []).isEmpty {
      out.add(dice.pick([", ", ". ", " ("]))
      let bracket = out.text.hasSuffix("(")
      out.add(
        dice.pick(
          language == "de"
            ? ["übers. von ", "aus dem Englischen von "]
            : language == "fr"
              ? ["traduit par ", "trad. "] : ["trans. ", "translated by ", "Translated by ", "trans. by ", "tr. "]))
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

  mutating func trimSeparator() {
    while let last = out.text.last, ", .".contains(last), out.text.utf8.count > (out.fields.last?.range.upperBound ?? 0)
    { out.text.removeLast() }
  }

  mutating func thesis() {
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

  mutating func schoolAndPlace() {
    out.add(.publisher, record[.publisher])
    out.add(.publisherPlace, record[.publisherPlace], after: ", ")
  }

  mutating func report() {
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

  mutating func web() {
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

  mutating func tail() {
    if !record[.isbn].isEmpty, dice.chance(0.8) {
      out.add(dice.pick([". ISBN ", ", ISBN: ", ". ISBN: "]))
      out.add(.isbn, record[.isbn])
    }
    if !record[.doi].isEmpty {
      out.add(
        dice.pick([". ", ", ", " "])
          + dice.pick(["doi:", "doi: ", "DOI: ", "DOI ", "", "https://doi.org/", "http://dx.doi.org/"]))
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
        out.add(
          dice.pick([
            " (accessed ", ", accessed ", ". Accessed ", " [Accessed ", " (last accessed ", ". Last visited ",
            " (retrieved ",
          ]))
        let close =
          out.text.contains(" [Accessed ")
          ? "]"
          : out.text.hasSuffix("(accessed ") || out.text.hasSuffix("(last accessed ")
            || out.text.hasSuffix("(retrieved ") ? ")" : ""
        dateText(.accessed, yearFirst: false)
        out.add(close)
      }
    }
    if dice.chance(0.05) {
      out.add(
        dice.pick([" (in press)", ". In press", " [in German]", ". Forthcoming", " (Unpublished)", ". Print", ". Web"]))
    }
    if dice.chance(0.85), !out.endsInStop { out.add(".") }
  }
}
