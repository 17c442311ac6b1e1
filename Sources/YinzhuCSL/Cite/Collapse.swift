import YinzhuModel

/// Cites of one cluster that share names, years or runs of numbers, made shorter (CSL 1.0.2 "Cite Collapsing" and
/// "Cite Grouping").
struct Collapse {
  let options: Style.PartOptions
  let isInText: Bool
  let isNumeric: Bool
  let rangeDelimiter: String
  /// The delimiter of the main layout, for layouts without one.
  let mainDelimiter: String

  /// What stands before each cite; nil for cites inside a range, which aren't printed.
  func delimiters(_ cites: inout [PrintedCite]) -> [String?] {
    let collapsesNames = options.collapse != nil && options.collapse != .citationNumber
    if collapsesNames || options.citeGroupDelimiter != nil { markNames(&cites, drops: collapsesNames) }
    if options.collapse == .yearSuffix || options.collapse == .yearSuffixRanged { dropYears(&cites) }
    if options.collapse == .citationNumber {
      // Numbers alone are together, as cites of one author are.
      for index in cites.indices { cites[index].isCollapsed = !cites[index].printsField && cites[index].names == nil }
    }
    var out: [String?] = cites.indices.map { delimiter(before: $0, cites) }
    if options.collapse == .citationNumber {
      range(&out, cites, isBare: \.isBareNumber) { $0.number }
    } else if options.collapse == .yearSuffixRanged {
      range(&out, cites, isBare: \.isBareSuffix) { $0.yearSuffix }
    }
    return out
  }

  // MARK: Names and years

  private func markNames(_ cites: inout [PrintedCite], drops: Bool) {
    for index in cites.indices.dropFirst() {
      guard cites[index].names == cites[index - 1].names else { continue }
      cites[index].hasSameNames = cites[index].names != nil
      guard drops else { continue }
      cites[index].isCollapsed = !cites[index].printsField
      _ = cites[index].tree.removeFirst(\.isNames)
    }
  }

  private func dropYears(_ cites: inout [PrintedCite]) {
    for index in cites.indices.dropFirst() where cites[index].isCollapsed {
      guard let year = cites[index].year, year == cites[index - 1].year, cites[index].yearSuffix != nil else {
        continue
      }
      _ = cites[index].tree.removeFirst { $0 == .year }
      cites[index].isSuffixOnly = true
    }
  }

  // MARK: Delimiters

  private func delimiter(before index: Int, _ cites: [PrintedCite]) -> String {
    guard index > 0 else { return "" }
    let cite = cites[index]
    let before = cites[index - 1]
    let layoutDelimiter = before.layout.delimiter.isEmpty ? mainDelimiter : before.layout.delimiter
    if cite.isSuffixOnly {
      return options.citeGroupDelimiter ?? options.yearSuffixDelimiter ?? layoutDelimiter
    }
    if let after = options.afterCollapseDelimiter {
      let isApart = !cite.isCollapsed && (before.isCollapsed || options.collapse != .yearSuffix)
      return before.cite.locator != nil || isApart ? after : layoutDelimiter
    }
    if cite.hasSameNames, let group = options.citeGroupDelimiter { return group }
    if cite.isCollapsed, isInText, !isNumeric { return ", " }
    return layoutDelimiter
  }

  // MARK: Ranges

  /// Three numbers or more that follow each other become a range; two stay apart.
  private func range(
    _ out: inout [String?], _ cites: [PrintedCite], isBare: (PrintedCite) -> Bool, number: (PrintedCite) -> Int?
  ) {
    var start = 0
    while start < cites.count {
      var end = start
      while end + 1 < cites.count, isBare(cites[end + 1]), end > start || isBare(cites[start]) || opens(cites[start]),
        let here = number(cites[end]), let next = number(cites[end + 1]), next == here + 1
      {
        end += 1
      }
      if end >= start + 2 {
        for index in (start + 1)..<end { out[index] = nil }
        out[end] = rangeDelimiter
      }
      start = end + 1
    }
  }

  /// A range of suffixes begins at the cite that prints the year: `2000a–c`.
  private func opens(_ cite: PrintedCite) -> Bool {
    options.collapse == .yearSuffixRanged && cite.yearSuffix != nil && cite.cite.locator == nil
      && (cite.cite.suffix ?? "").isEmpty
  }
}
