import YinzhuModel

/// Issues, pages, editions and identifiers.
extension RecordGenerator {
  mutating func number(_ range: ClosedRange<Int>) -> String { String(dice.number(range)) }

  mutating func issue() -> String {
    dice.weighted(
      [
        (number(1...12), 16), ("0" + number(1...9), 1), ("\(dice.number(1...3))-\(dice.number(4...6))", 1), ("S1", 1),
        (dice.pick(["Suppl 1", "增刊", "增刊1", "supplement"]), 1), (number(13...400), 2),
      ], else: "1")
  }

  mutating func pages() -> String {
    let first = dice.number(1...900)
    switch dice.number(0...19) {
    case 0, 1: return String(first)
    case 2: return "e\(dice.number(1000...99999))"
    case 3: return "S\(first)-S\(first + 8)"
    case 4: return "\(first)-\(first + 9), \(first + 40)"
    case 5: return "\(first)-\(first + 5)+\(first + 60)"
    case 6: return dice.pick(["i-xii", "ix-xv", "xi-xxxiv"])
    case 7: return "\(dice.number(1000...9000))-\(dice.number(9001...9999))"
    default: return "\(first)-\(first + dice.number(1...40))"
    }
  }

  mutating func newspaperPage() -> String {
    dice.weighted(
      [(number(1...24), 8), ("0" + number(1...9), 1), (dice.pick(["A", "B", "C"]) + number(1...20), 2)], else: "1")
  }

  mutating func edition(_ record: GeneratedRecord) -> String {
    dice.weighted(
      [
        (number(2...6), 8),
        (
          record.isHan
            ? dice.pick(["修订版", "增订版", "影印本", "修订本"]) : dice.pick(["Revised", "revised edition", "Rev. ed."]), 2
        ),
      ], else: "2")
  }

  mutating func doi() -> String {
    "10.\(dice.number(1000...9999))/"
      + dice.pick([
        "j.\(dice.pick(lists.words["en"] ?? []).prefix(6)).\(dice.number(2000...2023)).\(dice.number(1...12)).\(dice.number(100...999))",
        "\(dice.number(100000...999999))",
        "s\(dice.number(10000...99999))-\(dice.number(100...999))-\(dice.number(1000...9999))-\(dice.number(1...9))",
        "\(dice.pick(lists.words["en"] ?? [])).\(dice.number(10...999))",
      ])
  }

  mutating func isbn() -> String {
    "978-\(dice.number(0...9))-\(dice.number(10...999))-\(dice.number(10000...99999))-\(dice.number(0...9))"
  }

  mutating func reportNumber() -> String {
    dice.pick([
      "\(dice.number(1...9999))", "TR-\(dice.number(1990...2020))-\(dice.number(1...99))",
      "No. \(dice.number(1...400))", "WP/\(dice.number(10...23))/\(dice.number(1...200))",
      "NASA-\(dice.number(1000...9999))", "\(dice.number(1980...2022))-\(dice.number(10...99))",
    ])
  }

  mutating func standardNumber() -> String {
    dice.pick([
      "GB/T \(dice.number(100...40000))", "GB \(dice.number(100...20000))", "ISO \(dice.number(100...30000))",
      "IEC \(dice.number(60000...63000))", "CY/T \(dice.number(10...200))", "JB/T \(dice.number(1000...9999))",
    ])
      + dice.pick(["-", "—", "–", ":"]) + number(1985...2023)
  }
}
