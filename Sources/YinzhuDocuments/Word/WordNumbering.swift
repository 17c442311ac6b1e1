import YinzhuModel

/// How a section numbers its footnotes or endnotes (ECMA-376 part 1, 17.11).
struct WordNumbering: Sendable, Hashable {
  /// `numFmt` (17.18.59).
  var format = "decimal"
  /// `numStart`.
  var start = 1
  /// `numRestart` (17.18.58).
  var restart = NoteLabel.Restart.document

  /// Takes over what a `footnotePr` or `endnotePr` says; what it leaves out stays.
  mutating func read(_ node: MarkupTree.Node, in tree: MarkupTree) {
    if let value = tree.child(node, "numFmt")?[attribute: "val"] { format = value }
    if let value = tree.child(node, "numStart")?[attribute: "val"].flatMap({ Int($0) }), (0...100_000).contains(value) {
      start = value
    }
    switch tree.child(node, "numRestart")?[attribute: "val"] {
    case "eachPage": restart = .page
    case "eachSect": restart = .section
    case "continuous": restart = .document
    default: break
    }
  }

  /// The label that Word prints for a number.
  func label(_ number: Int) -> NoteLabel {
    let (symbol, form) = printed(number)
    return NoteLabel(number: number, symbol: symbol, form: form, restart: restart)
  }

  private func printed(_ number: Int) -> (String, NoteLabel.Form) {
    switch format {
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle":
      if let scalar = CircledNumber.scalar(number) { return (String(Character(scalar)), .circled) }
      return (SuperscriptNumber.text(number), .superscript)
    case "decimalEnclosedParen":
      if (1...20).contains(number), let scalar = Unicode.Scalar(0x2473 + UInt32(number)) {
        return (String(Character(scalar)), .bracketed)
      }
      return ("(\(number))", .bracketed)
    case "decimalEnclosedFullstop": return ("\(number).", .plain)
    case "chicago":
      let signs = ["*", "†", "‡", "§"]
      let index = max(0, number - 1)
      return (String(repeating: signs[index % 4], count: min(index / 4 + 1, 50)), .asterisk)
    case "lowerRoman": return (WordNumbering.roman(number), .superscript)
    case "upperRoman": return (WordNumbering.roman(number).uppercased(), .superscript)
    case "lowerLetter": return (WordNumbering.letters(number), .superscript)
    case "upperLetter": return (WordNumbering.letters(number).uppercased(), .superscript)
    case "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting",
      "japaneseDigitalTenThousand", "taiwaneseCountingThousand", "taiwaneseDigital":
      return (WordNumbering.chinese(number), .superscript)
    default: return (SuperscriptNumber.text(number), .superscript)
    }
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return String(number) }
    let steps: [(Int, String)] = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
      (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var (left, out) = (number, "")
    for (value, letters) in steps {
      while left >= value {
        out += letters
        left -= value
      }
    }
    return out
  }

  /// a … z, aa … zz, as Word counts.
  private static func letters(_ number: Int) -> String {
    guard number > 0, let scalar = Unicode.Scalar(UInt32(97 + (number - 1) % 26)) else { return String(number) }
    return String(repeating: Character(scalar), count: min((number - 1) / 26 + 1, 50))
  }

  private static func chinese(_ number: Int) -> String {
    let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (0...99).contains(number) else {
      return String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } }.joined()
    }
    let (tens, ones) = (number / 10, number % 10)
    if tens == 0 { return digits[ones] }
    return (tens == 1 ? "" : digits[tens]) + "十" + (ones == 0 ? "" : digits[ones])
  }
}

/// Counts the notes of one kind through the sections and pages of a document.
struct WordCounter {
  /// The numbering of each section, in order; at least one.
  let sections: [WordNumbering]
  private var next: Int
  private var lastSection = 0
  private var lastPage = 1

  init(sections: [WordNumbering]) {
    self.sections = sections.isEmpty ? [WordNumbering()] : sections
    next = self.sections.first?.start ?? 1
  }

  private func numbering(_ section: Int) -> WordNumbering {
    sections[max(0, min(section, sections.count - 1))]
  }

  mutating func label(section: Int, page: Int) -> NoteLabel {
    let numbering = numbering(section)
    let restarts =
      switch numbering.restart {
      case .page: page != lastPage || section != lastSection
      case .section: section != lastSection
      case .document: false
      }
    if restarts { next = numbering.start }
    (lastSection, lastPage) = (section, page)
    defer { next += 1 }
    return numbering.label(next)
  }

  /// A label of the author's own.
  func custom(_ symbol: String, section: Int) -> NoteLabel {
    let isSign = !symbol.isEmpty && symbol.allSatisfy { "*＊†‡§¶#※☆★".contains($0) }
    return NoteLabel(
      number: Int(symbol), symbol: symbol, form: isSign ? .asterisk : .superscript, restart: numbering(section).restart)
  }
}
