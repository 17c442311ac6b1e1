/// Puts the labels of titles right that no convention of print allows: a title that changes its field between its
/// marks, a year in the middle of one, a press in 《》.
struct TitleLabels {
  let chain: WordChain

  private var text: TokenizedText { chain.text }

  func corrected(_ labels: [FieldLabel]) -> [FieldLabel] {
    var out = labels
    joinTitlesInMarks(&out)
    joinDividedTitles(&out)
    joinWithoutMark(&out)
    keepNamesOfCases(&out)
    giveSubtitleItsTitle(&out)
    dividePatents(&out)
    divideStandards(&out)
    keepYearsOfTitles(&out)
    keepRemarksBeforeCode(&out)
    keepDatesAtStart(&out)
    return out
  }

  private static let titles: Set<FieldLabel> = [.title, .containerTitle, .collectionTitle, .eventTitle]
  private static let titleMarks: Set<Bracket> = [.title, .innerTitle, .quote, .corner]
  /// What may look like something else inside a title.
  private static let numbers: Set<FieldLabel> = [.issued, .volume, .issue, .number, .edition, .note, .other]

  // MARK: Titles

  /// Words between one pair of title marks have one label: that of most of them, where it is a title.
  private func joinTitlesInMarks(_ labels: inout [FieldLabel]) {
    var index = 0
    while index < chain.count {
      guard let close = closingMark(before: index) else {
        index += 1
        continue
      }
      var end = index
      while end < chain.count, chain.links[end].token < close { end += 1 }
      let inside = labels[index..<end]
      var counts: [FieldLabel: Int] = [:]
      for label in inside { counts[label, default: 0] += 1 }
      if inside.allSatisfy({ $0 == .publisher }), !labels.contains(.containerTitle) {
        for word in index..<end { labels[word] = .containerTitle }
      } else if counts[.url] == nil, counts[.doi] == nil, let label = title(of: inside, counts, closedBy: close) {
        for word in index..<end { labels[word] = label }
      }
      index = max(end, index + 1)
    }
  }

  /// The label of most words between title marks; in 《》, which nothing but titles stands in, that of the first.
  private func title(of inside: ArraySlice<FieldLabel>, _ counts: [FieldLabel: Int], closedBy close: Int)
    -> FieldLabel?
  {
    if text.tokens[close].bracket == .title, let first = inside.first, TitleLabels.titles.contains(first) {
      return first
    }
    guard let (label, count) = counts.max(by: { $0.value < $1.value }), count * 2 > inside.count,
      TitleLabels.titles.contains(label)
    else { return nil }
    return label
  }

  /// The token that closes the title mark right before a word.
  private func closingMark(before index: Int) -> Int? {
    var token = chain.links[index].token - 1
    let low = index > 0 ? chain.links[index - 1].token : chain.range.lowerBound - 1
    var found: Int?
    while token > low, token >= 0 {
      let mark = text.tokens[token]
      if mark.kind == .open, TitleLabels.titleMarks.contains(mark.bracket) { found = Int(mark.partner) }
      token -= 1
    }
    return found
  }

  /// A title that numbers divide is one: `Handbook of Psychology: Vol. 4. Social Development`.
  private func joinDividedTitles(_ labels: inout [FieldLabel]) {
    var index = 1
    while index < labels.count {
      let label = labels[index - 1]
      guard label == .title || label == .containerTitle, TitleLabels.numbers.contains(labels[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < labels.count, TitleLabels.numbers.contains(labels[end]) { end += 1 }
      let isDivided =
        end < labels.count && labels[end] == label && end - index <= 3
        && (labels[index] != .issued || end - index == 1)
        && !(index...end).contains { TitleLabels.borders.contains(chain.links[$0].gapClass) }
        && (labels[index] == .volume || !(index...end).contains { chain.links[$0].gapClass == .period })
      if isDivided { for word in index..<end { labels[word] = label } }
      index = end
    }
  }

  private static let texts: Set<FieldLabel> = [.title, .containerTitle, .collectionTitle, .publisher]

  /// Two fields have a mark between them: `Lecture notes in artificial intelligence`, `关于《…》的说明`.
  private func joinWithoutMark(_ labels: inout [FieldLabel]) {
    for index in labels.indices.dropFirst() {
      let (before, after) = (labels[index - 1], labels[index])
      guard before != after, TitleLabels.texts.contains(before), TitleLabels.texts.contains(after) else { continue }
      let (first, second) = (chain.links[index - 1].token, chain.links[index].token)
      let isLatin = chain.links[index].gapClass == .space && text.isLatin(first) && text.isLatin(second)
      let isHan =
        second == first + 2 && text.tokens[first + 1].kind == .close && text.tokens[second].kind == .han
        && text.text(second).starts(with: "的".utf8)
      guard isLatin || isHan, text.tokens[second].word != .hostWord else { continue }
      var low = index - 1
      while low > 0, labels[low - 1] == before { low -= 1 }
      var high = index + 1
      while high < labels.count, labels[high] == after { high += 1 }
      // The longer one has the say; what the first one is, where it began with the title's own mark.
      if isHan || index - low >= high - index {
        for word in index..<high { labels[word] = before }
      } else {
        for word in low..<index { labels[word] = after }
      }
    }
  }

  /// `Chevron U.S.A., Inc. v. Natural Resources Defense Council`: both parties are the name of the case.
  private func keepNamesOfCases(_ labels: inout [FieldLabel]) {
    guard
      let versus = labels.indices.first(where: { index in
        let token = chain.links[index].token
        return index > 0 && text.isLatin(token) && text.isMark(token + 1, .period)
          && text.text(token).elementsEqual("v".utf8)
      }), versus + 1 < labels.count, labels[versus] == .title || labels[versus] == .author,
      labels[..<versus].allSatisfy({ $0 == .author || $0 == .title })
    else { return }
    for index in 0...(versus + 1) { labels[index] = .title }
  }

  /// `Eat, Pray, Love: One Woman’s Search`, `两种传承：定性与定量[M]`: what a colon joins to the title and is no name is its
  /// beginning.
  private func giveSubtitleItsTitle(_ labels: inout [FieldLabel]) {
    guard let title = labels.firstIndex(of: .title), title > 1, labels[title - 1] == .author,
      chain.links[title].gapClass == .colon
    else { return }
    var low = title - 1
    while low > 0, labels[low - 1] == .author, chain.links[low].gapClass == .space || chain.links[low].gapClass == .none
    {
      low -= 1
    }
    guard low > 0, chain.links[low].gapClass == .comma || chain.links[low].gapClass == .period else { return }
    let words = chain.links[low..<title]
    let isName: Bool
    if let only = words.first, words.count == 1, text.tokens[only.token].kind == .han {
      guard chain.code != 0 else { return }
      isName = only.known & WordChain.Known.surname != 0 || text.length(only.token..<(only.token + 1)) < 4
    } else {
      isName = words.allSatisfy { link in
        text.tokens[link.token].kind != .latin || !(97...122).contains(text.text(link.token).first ?? 0)
          || ["de", "van", "von", "der", "den", "la", "le", "di", "da", "el", "al", "du", "dos", "and"]
            .contains(text.string(link.token..<(link.token + 1)))
      }
    }
    guard !isName else { return }
    for index in low..<title { labels[index] = .title }
  }

  /// The type code, where the entry has one.
  private var code: String? { chain.codeToken.map { text.string($0..<($0 + 1)) } }

  /// `…系统: 中国, CN107966475B[P]`: the country stands between the title and the number of a patent.
  private func dividePatents(_ labels: inout [FieldLabel]) {
    guard code == "P", let end = labels.lastIndex(of: .title), end > 0, labels[end - 1] == .title,
      chain.links[end].gapClass == .colon
    else { return }
    let token = chain.links[end].token
    let isCode = text.length(token..<(token + 1)) == 2 && text.text(token).allSatisfy { (65...90).contains($0) }
    // A word of up to four characters before the number: 中国, 美国, 澳大利亚 stand in no table of cities.
    let isShort =
      text.tokens[token].kind == .han && text.length(token..<(token + 1)) <= 4
      && end + 1 < labels.count && labels[end + 1] == .number
    guard isCode || isShort || chain.links[end].known & WordChain.Known.place != 0 else { return }
    labels[end] = .publisherPlace
  }

  /// `国家能源局. NB/T 10386—2020, 水电工程…[S]`: the issuer, the number and the title of a standard.
  private func divideStandards(_ labels: inout [FieldLabel]) {
    guard code == "S" || code == nil, let first = labels.firstIndex(of: .title),
      let number = labels[first...].firstIndex(where: { $0 != .title }), labels[number] == .number,
      let second = labels[number...].firstIndex(where: { $0 != .number }), labels[second] == .title,
      labels[..<first].allSatisfy({ $0 == .author }), chain.links[number].gapClass != .colon
    else { return }
    for index in first..<number { labels[index] = .author }
  }

  /// Marks over which no title goes on.
  private static let borders: Set<WordChain.GapClass> = [.code, .title, .quote, .semicolon, .slash]

  /// `Whitney Biennial 2017. Artforum, 2017`, `发展报告（2020）. 北京: … 2021`: of two years that of the title is part of it.
  private func keepYearsOfTitles(_ labels: inout [FieldLabel]) {
    for index in labels.indices.dropFirst() where labels[index] == .issued {
      let title = labels[index - 1]
      guard title == .title || title == .containerTitle, chain.isYear(index),
        index + 1 < labels.count, labels[index + 1] != .issued,
        labels[(index + 1)...].contains(.issued)
      else { continue }
      let gap = chain.links[index].gapClass
      let after = chain.links[index + 1].gapClass
      guard gap == .space || gap == .none || gap == .open, after == .period || after == .code || after == .close else {
        continue
      }
      labels[index] = title
    }
  }

  /// What stands before the type code is the title's: editions follow it (GB/T 7714—2015 8.3).
  private func keepRemarksBeforeCode(_ labels: inout [FieldLabel]) {
    guard chain.code != 0, let code = chain.links.firstIndex(where: { $0.followsCode }), code > 1 else { return }
    for index in 1..<code {
      let title = labels[index - 1]
      guard title == .title || title == .containerTitle, labels[index] != title, labels[index] != .issued || index > 1
      else { continue }
      let isBracketed = chain.links[index].inside & (1 << UInt32(Bracket.round.rawValue)) != 0
      let isInTitle =
        labels[index] == .edition
        || (isBracketed && [.open, .space, .none, .dot].contains(chain.links[index].gapClass)
          && (labels[index] != .issued || labels[code...].contains(.issued)))
      if isInTitle { labels[index] = title }
    }
  }

  /// `2024年3月份出厂价格…`: a date that the title begins with, where another one follows.
  private func keepDatesAtStart(_ labels: inout [FieldLabel]) {
    guard labels.first == .issued, let end = labels.firstIndex(where: { $0 != .issued }), labels[end] == .title,
      chain.links[end].gapClass == .none, labels[end...].contains(.issued)
    else { return }
    for index in 0..<end { labels[index] = .title }
  }
}
