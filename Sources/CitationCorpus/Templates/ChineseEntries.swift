import YinzhuModel

/// Entries of lists, as GB/T 7714 has them and as people write them.
extension ChineseTemplate {
  mutating func entry() {
    let stop = dice.weighted([(". ", 5), (".", 2), ("．", 2), ("。", 2)], else: ". ")
    let separator = dice.weighted([(", ", 5), ("，", 4), (",", 2), ("、", 2), ("; ", 1), ("；", 1), (" ", 1)], else: ", ")
    let yearEarly = dice.chance(0.25)
    let isPart = !record[.containerTitle].isEmpty
    if !(record.names[.author] ?? []).isEmpty {
      names(.author, separator: separator)
    } else if !(record.names[.editor] ?? []).isEmpty, !isPart {
      names(.editor, separator: separator)
      out.add(dice.pick([separator + "主编", separator + "编", "编", "主编", "（编）"]))
    }
    if yearEarly, record.issued != nil, !out.text.isEmpty {
      let form = dice.number(0...3)
      out.add(form == 0 ? "（" : form == 1 ? " (" : form == 2 ? comma : stop)
      year()
      out.add(form == 0 ? "）" : form == 1 ? ")" : "")
      out.add(form < 2 && dice.chance(0.3) ? dice.pick(["：", ":", " "]) : stop)
    } else if !out.text.isEmpty {
      out.add(dice.chance(0.06) ? "：" : stop)
    }
    let marked = !coded && dice.chance(0.35)
    out.add(marked ? dice.pick(["《", "《", "“"]) : "")
    let quote = out.text.hasSuffix("“")
    out.add(.title, record[.title])
    out.add(marked ? quote ? "”" : "》" : "")
    let hasVolume = record.type == .book && !record[.volume].isEmpty && dice.chance(0.6)
    if hasVolume { bookVolume() }
    // The number of a patent or standard stands before the code in the edition of 2015.
    let numberFirst =
      !record[.number].isEmpty && [.patent, .standard, .report].contains(record.type) && dice.chance(0.5)
    if numberFirst {
      out.add(dice.pick([": ", "：", ":", " "]))
      out.add(.number, record[.number])
    }
    typeCode()
    if !(record.names[.translator] ?? []).isEmpty, !isPart {
      out.add(stop)
      names(.translator, separator: separator)
      out.add(dice.pick([separator + "译", "译", " 译", "（译）"]))
    }
    switch record.type {
    case .articleJournal: journalEntry(stop, yearEarly)
    case .articleNewspaper: newspaperEntry(stop, yearEarly)
    case .chapter, .paperConference: hostEntry(stop, yearEarly, separator)
    case .thesis:
      if !coded, dice.chance(0.6) {
        out.add(dice.chance(0.5) ? stop : brackets.0)
        let bracket = !out.text.hasSuffix(stop)
        out.add(.genre, record[.genre])
        if bracket { out.add(brackets.1) }
      }
      out.add(stop)
      imprint(yearEarly)
      citedPage()
    case .webpage: webEntry(stop, yearEarly)
    case .patent:
      out.add(dice.pick([stop, ": ", "："]))
      if !numberFirst {
        if !record[.publisherPlace].isEmpty {
          out.add(record[.publisherPlace] + dice.pick(["专利: ", "专利：", comma, ""]))
        }
        out.add(.number, record[.number])
      }
      out.add(dice.pick([stop, ", ", "，"]))
      date(.issued, form: 0)
    case .standard:
      if !numberFirst {
        out.add(dice.pick([": ", "：", " ", stop]))
        out.add(.number, record[.number])
      }
      if !record[.publisher].isEmpty {
        out.add(stop)
        imprint(yearEarly)
      } else if !yearEarly, dice.chance(0.5) {
        out.add(stop)
        year()
      }
      citedPage()
    default:
      edition(stop)
      if !record[.volume].isEmpty, !hasVolume, dice.chance(0.5) { bookVolume() }
      if !record[.number].isEmpty, !numberFirst {
        out.add(stop)
        out.add(.number, record[.number])
      }
      if !record[.collectionTitle].isEmpty, dice.chance(0.4) {
        out.add(stop)
        out.add(.collectionTitle, record[.collectionTitle])
      }
      if !record[.publisher].isEmpty || !record[.publisherPlace].isEmpty {
        out.add(stop)
        imprint(yearEarly)
      } else if !yearEarly, record.issued != nil {
        out.add(stop)
        year()
      }
      citedPage()
    }
    address(stop)
    if dice.chance(0.75), !out.endsInStop { out.add(stop.trimmed) }
  }

  /// What is cited of the work: `: 24-25`, `. 6`, `，第6页`
  mutating func citedPage() {
    guard dice.chance(0.35) else { return }
    out.add(dice.pick([": ", "：", ":", ", ", "：", ". ", "，第"]))
    let ordinal = out.text.hasSuffix("第")
    let first = dice.number(1...600)
    page("\(first)" + (dice.chance(0.5) ? "-\(first + dice.number(1...30))" : ""))
    if ordinal { out.add("页") }
  }

  mutating func typeCode() {
    guard coded else { return }
    let online = !record[.url].isEmpty || !record[.doi].isEmpty
    let code: String
    switch record.type {
    case .articleJournal: code = "J"
    case .articleNewspaper: code = "N"
    case .book: code = dice.pick(["M", "M", "M", "G"])
    case .chapter: code = dice.pick(["M", "A", "M"])
    case .paperConference: code = dice.pick(["C", "C", "A"])
    case .thesis: code = "D"
    case .report: code = "R"
    case .standard: code = "S"
    case .patent: code = "P"
    case .webpage: code = "EB"
    case .map: code = "CM"
    case .dataset: code = dice.pick(["DS", "DB", "DS"])
    case .article: code = dice.pick(["PP", "EB", "A", "J"])
    default: code = dice.pick(["Z", "A", "M"])
    }
    let carrier = code == "EB" || (online && dice.chance(0.7)) ? "/OL" : ""
    if dice.chance(0.06) { out.add(" ") }
    out.add(brackets.0 + code + carrier + brackets.1)
  }

  /// The title of the host, in 《》 now and then where no code tells what it is.
  mutating func host() {
    let marked = !coded && dice.chance(0.4)
    if marked { out.add("《") }
    out.add(.containerTitle, record[.containerTitle])
    if marked { out.add("》") }
  }

  mutating func journalEntry(_ stop: String, _ yearEarly: Bool) {
    out.add(stop)
    host()
    let mark = dice.pick([comma, comma, comma, stop, "，"])
    if !yearEarly, record.issued != nil {
      out.add(mark)
      year(unit: dice.chance(0.2))
    }
    issueText(mark)
    if !record[.page].isEmpty {
      out.add(dice.pick([": ", ":", "：", ", ", "，", comma + "第"]))
      let ordinal = out.text.hasSuffix("第")
      page(record[.page])
      if ordinal || dice.chance(0.1) { out.add("页") }
    }
  }

  mutating func issueText(_ mark: String) {
    let (volume, issue) = (record[.volume], record[.issue])
    let form = dice.number(0...5)
    if !volume.isEmpty {
      out.add(mark)
      if form == 0 || form == 1 { out.add("第") }
      out.add(.volume, volume)
      if form == 0 || form == 1 { out.add("卷") }
    }
    if !issue.isEmpty {
      switch form {
      case 0:
        out.add(volume.isEmpty ? dice.pick([mark, ""]) + "第" : dice.pick(["第", mark + "第", "，第"]))
        out.add(.issue, issue)
        out.add("期")
      case 1:
        out.add(dice.pick(["（", "("]) + (dice.chance(0.5) ? "第" : ""))
        out.add(.issue, issue)
        out.add(dice.pick(["期）", "期)", "）", ")"]))
      default:
        out.add(wide && dice.chance(0.4) ? "（" : "(")
        let close = out.text.hasSuffix("（") ? "）" : ")"
        out.add(.issue, issue)
        out.add(close)
      }
    }
  }

  mutating func newspaperEntry(_ stop: String, _ yearEarly: Bool) {
    out.add(stop)
    host()
    out.add(dice.pick([comma, stop, "，", " "]))
    date(.issued, form: dice.number(0...2))
    if !record[.page].isEmpty {
      switch dice.number(0...3) {
      case 0: bracketed("（", "）")
      case 1: bracketed("(", ")")
      case 2:
        out.add(dice.pick([": ", "：", ", "]))
        page(record[.page])
      default:
        out.add(dice.pick(["，第", ", 第", "第", "(第", "（"]))
        let open = out.text.hasSuffix("(第") ? ")" : out.text.hasSuffix("（") ? "）" : ""
        page(record[.page])
        out.add("版" + open)
      }
    }
  }

  /// `: 第3卷`, `: 卷 3`, `: Vol. 3`, `（上册）`
  mutating func bookVolume() {
    switch dice.number(0...5) {
    case 0, 1:
      out.add(dice.pick([": 第", "：第", "第", " 第"]))
      out.add(.volume, record[.volume])
      out.add(dice.pick(["卷", "卷", "册", "辑"]))
    case 2, 3:
      out.add(dice.pick([": 卷 ", "：卷 ", ": 卷", "卷"]))
      out.add(.volume, record[.volume])
    case 4:
      out.add(dice.pick([": Vol. ", "：Vol. ", ": V."]))
      out.add(.volume, record[.volume])
    default:
      out.add(dice.pick(["（", "("]))
      let close = out.text.hasSuffix("（") ? "）" : ")"
      if dice.chance(0.4) {
        out.add(.volume, dice.pick(["上", "下", "中"]))
        out.add(dice.pick(["", "册", "卷"]))
      } else {
        out.add("第")
        out.add(.volume, record[.volume])
        out.add(dice.pick(["卷", "册"]))
      }
      out.add(close)
    }
  }

  mutating func bracketed(_ open: String, _ close: String) {
    out.add(open)
    page(record[.page])
    out.add(close)
  }

  mutating func hostEntry(_ stop: String, _ yearEarly: Bool, _ separator: String) {
    out.add(
      dice.weighted(
        [
          ("//", 6), ("∥", 1), (" // ", 1), (stop + "见: ", 1), (stop + "见：", 1), (stop + "载", 1), (stop + "收入", 1),
          (stop + "In: ", 1), (stop, 2),
        ], else: "//"))
    let editors = record.names[.editor] ?? []
    let after = dice.chance(0.25)
    if !editors.isEmpty, !after {
      names(.editor, separator: separator)
      out.add(dice.pick(["", separator + "编", separator + "主编", "主编", "编"]))
      out.add(dice.pick([stop, stop, "：", ": "]))
    }
    host()
    if coded, dice.chance(0.25) { out.add(brackets.0 + dice.pick(["M", "C", "G"]) + brackets.1) }
    if !record[.volume].isEmpty { bookVolume() }
    if !editors.isEmpty, after {
      out.add(stop)
      names(.editor, separator: separator)
      out.add(dice.pick(["编", "主编", separator + "编"]))
    }
    edition(stop)
    if !record[.publisher].isEmpty || !record[.publisherPlace].isEmpty {
      out.add(stop)
      imprint(yearEarly)
    } else if !yearEarly {
      out.add(comma)
      year()
    }
    if !record[.page].isEmpty {
      out.add(dice.pick([": ", ":", "：", ", ", ", 第"]))
      let ordinal = out.text.hasSuffix("第")
      page(record[.page])
      if ordinal { out.add("页") }
    }
  }

  mutating func edition(_ stop: String) {
    let edition = record[.edition]
    guard !edition.isEmpty else { return }
    out.add(dice.pick([stop, "（", " "]))
    let bracket = out.text.hasSuffix("（")
    if Int(edition) != nil {
      if dice.chance(0.5) { out.add("第") }
      out.add(.edition, edition)
      out.add("版")
    } else {
      out.add(.edition, edition)
    }
    if bracket { out.add("）") }
  }

  mutating func imprint(_ yearEarly: Bool) {
    let place = record[.publisherPlace]
    // Some books name the place alone.
    let publisher = !place.isEmpty && record.type == .book && dice.chance(0.06) ? "" : record[.publisher]
    out.add(.publisherPlace, place)
    if !place.isEmpty, !publisher.isEmpty { out.add(dice.weighted([(colon, 8), (comma, 1), (" ", 1)], else: colon)) }
    out.add(.publisher, publisher)
    if !yearEarly, record.issued != nil {
      out.add(dice.weighted([(comma, 8), (" ", 1), (wide ? "．" : ". ", 1)], else: comma))
      year(unit: dice.chance(0.15))
    }
  }

  mutating func webEntry(_ stop: String, _ yearEarly: Bool) {
    if !record[.containerTitle].isEmpty {
      out.add(stop)
      out.add(.containerTitle, record[.containerTitle])
    }
    if !yearEarly, record.issued != nil {
      out.add(dice.pick([stop, "(", " (", "，"]))
      let bracket = out.text.hasSuffix("(")
      date(.issued, form: dice.number(0...1))
      if bracket { out.add(")") }
    }
  }

  mutating func address(_ stop: String) {
    let accessed = record.accessed != nil && !record[.url].isEmpty
    if accessed, dice.chance(0.6) {
      out.add(dice.pick(["[", "［", "[", " ["]))
      let close = out.text.hasSuffix("［") ? "］" : "]"
      date(.accessed, form: 0)
      out.add(close)
      out.add(stop)
      out.add(.url, record[.url])
    } else if !record[.url].isEmpty {
      out.add(dice.pick([stop, "，", ", ", "，网址：", " "]))
      out.add(.url, record[.url])
      if accessed {
        out.add(dice.pick(["，", ", ", "（", ". "]))
        let bracket = out.text.hasSuffix("（")
        let lead = dice.chance(0.5)
        if lead { out.add(dice.pick(["访问日期：", "访问时间：", "上网时间：", "最后访问日期："])) }
        date(.accessed, form: dice.number(0...1))
        if !lead { out.add(dice.pick(["访问", "。", "最后访问"])) }
        if bracket { out.add("）") }
      }
    }
    if !record[.doi].isEmpty {
      out.add(stop + dice.pick(["DOI:", "DOI: ", "DOI：", "doi:", ""]))
      out.add(.doi, record[.doi])
    }
  }
}
