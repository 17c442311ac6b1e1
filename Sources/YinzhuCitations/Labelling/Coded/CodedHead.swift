/// Who wrote what: the part of an entry before its type code.
struct CodedHead {
  let entry: CodedEntry

  func correct(_ labels: inout [FieldLabel]) {
    divide(&labels)
    takeNumber(&labels)
    takeStandard(&labels)
    takeScale(&labels)
  }

  /// Words before which a full stop ends a field.
  private var stops: [Int] {
    (1..<entry.body).filter { entry.endsField(before: $0) && entry.has([.period, .stop], before: $0) }
  }

  /// The full stop between authors and title, where there is but one.
  private func divide(_ labels: inout [FieldLabel]) {
    var stops = stops
    let code = entry.code
    // The number of a standard may stand between; the year of an author-date list may.
    guard code != "S" || stops.isEmpty else { return }
    var year: Int?
    if stops.count == 2, stops[1] == stops[0] + 1, entry.isYear(stops[0]) {
      year = stops[0]
      stops = [stops[0]]
    } else if stops.count == 1, stops[0] > 1, entry.isYear(stops[0] - 1), entry.has(.comma, before: stops[0] - 1) {
      year = stops[0] - 1
    }
    let title = year.map { $0 + 1 } ?? stops.first ?? 0
    if stops.count > 1 {
      // Of several full stops the one that the model saw the title behind.
      guard let first = labels.firstIndex(of: .title), first < entry.body, stops.contains(first) else { return }
      return fill(&labels, first..<entry.body, .title)
    }
    guard title < entry.body else { return }
    if stops.isEmpty {
      // No full stop: no authors, unless a comma or colon divides them off as the model saw.
      guard !labels[..<entry.body].contains(.author) || !hasMarks(upTo: entry.body) else { return }
      fill(&labels, 0..<entry.body, .title)
      return
    }
    for word in 0..<(year ?? title) where labels[word] != .translator {
      // A role word among them says who they are; without one they are authors.
      if labels[word] != .editor || !endsInRole(0..<(year ?? title)) { labels[word] = .author }
    }
    if let year { labels[year] = .issued }
    fill(&labels, title..<entry.body, .title)
  }

  /// Gives the words of a title its label; a number, or the volume of a whole book, behind a colon stays what it is.
  private func fill(_ labels: inout [FieldLabel], _ words: Range<Int>, _ label: FieldLabel) {
    let isPart = entry.body < entry.count && entry.isHost(entry.body)
    var kept: FieldLabel?
    for word in words {
      let isApart = word > words.lowerBound && entry.has([.colon, .comma], before: word)
      if isApart {
        kept = labels[word] == .number || entry.code == "P" && labels[word] == .publisherPlace ? labels[word] : nil
      }
      if let kept, labels[word] == kept { continue }
      kept = nil
      labels[word] = label
    }
    if !isPart, let colon = words.dropFirst().last(where: { entry.has(.colon, before: $0) }),
      entry.isVolume(colon..<words.upperBound)
    {
      for word in colon..<words.upperBound { labels[word] = .volume }
    }
  }

  private func hasMarks(upTo end: Int) -> Bool {
    (1..<end).contains { entry.has([.comma, .enumeration, .semicolon], before: $0) }
  }

  /// Whether a role word stands behind the names: 编, `ed`.
  private func endsInRole(_ words: Range<Int>) -> Bool {
    words.last.map { word in
      let kind = entry.text.tokens[entry.chain.links[word].token].word
      return kind == .role || kind == .editorWord
    } ?? false
  }

  /// `…方法: 01129210.5[P]`: the number of a patent, report or file ends the title.
  private func takeNumber(_ labels: inout [FieldLabel]) {
    guard ["P", "R", "S", "A"].contains(entry.code),
      let colon = (1..<entry.body).last(where: { entry.has(.colon, before: $0) }),
      labels[..<colon].contains(.title), (colon..<entry.body).contains(where: hasDigits)
    else { return }
    if (colon..<entry.body).contains(where: entry.chain.isHan) {
      // `（1988）浙法民上字7号`
      guard entry.string(colon..<entry.body).hasSuffix("号"), entry.isInside(colon, .round), entry.isYear(colon) else {
        return
      }
      for word in colon..<entry.body { labels[word] = .number }
      return
    }
    if entry.has(.comma, before: entry.body - 1) { return }
    // `2006-2011` are years of the title.
    if entry.isYear(colon), entry.body - colon == 2, entry.isYear(colon + 1) { return }
    guard
      (colon + 1..<max(entry.body, colon + 1)).filter({ entry.text.tokens[entry.chain.links[$0].token].spaced }).count
        <= 1
    else { return }
    for word in colon..<entry.body { labels[word] = .number }
  }

  private func hasDigits(_ word: Int) -> Bool {
    entry.text.text(entry.chain.links[word].token).contains { (48...57).contains($0) }
  }

  /// `GB 18030—2022　信息技术…[S]`, `ISO/IEC 80079-20-2:2016(fr) …`: the number that a standard begins with, to its year.
  private func takeStandard(_ labels: inout [FieldLabel]) {
    guard entry.code == "S" else { return }
    let start = stops.first.map { labels[..<$0].allSatisfy { $0 == .author } ? $0 : 0 } ?? 0
    guard start + 1 < entry.body, !entry.chain.isHan(start),
      let year = (start + 1..<min(entry.body, start + 9)).first(where: {
        entry.isYear($0) && entry.has([.dash, .colon], before: $0)
      }), !(start...year).contains(where: entry.chain.isHan), year + 1 < entry.body
    else { return }
    var end = year + 1
    // The language: `(fr)`.
    if entry.isInside(end, .round), !entry.text.tokens[entry.chain.links[end].token - 1].spaced { end += 1 }
    guard end < entry.body else { return }
    for word in start..<end { labels[word] = .number }
    for word in end..<entry.body { labels[word] = .title }
  }

  /// `沈阳市政区图. 1:170000[CM]`: the scale of a map is no title.
  private func takeScale(_ labels: inout [FieldLabel]) {
    let words = entry.body - 2..<entry.body
    guard entry.code == "CM", entry.body > 2, words.allSatisfy(entry.isNumber),
      entry.has(.colon, before: entry.body - 1)
    else { return }
    for word in words { labels[word] = .note }
  }
}
