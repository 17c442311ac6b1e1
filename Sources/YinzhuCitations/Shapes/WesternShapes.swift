import YinzhuText

extension ShapeReader {
  /// A title without marks: every comma, full stop or bracket may end it.
  func westernTitle(_ from: Int, _ limit: Int) -> [Candidate] {
    westernRuns(from, limit, longest: 70) { run in
      var score: Float = run.words == 1 ? -0.4 : 0.4 + 0.05 * Float(min(run.words, 10))
      score -= 0.35 * Float(run.commas) + 0.7 * Float(run.periods) + 2.5 * Float(run.keywords)
      if run.endsInYear { score -= 0.6 }
      // A title in quotation marks ends with them.
      let first = text.tokens[from]
      if first.kind == .open, first.bracket == .quote, Int(first.partner) + 1 < run.range.upperBound { score -= 5 }
      // A bracket belongs to what stands before it.
      if text.isOpen(from, .round) { score -= 2 }
      return score
    }
  }

  func westernPeriodical(_ from: Int, _ limit: Int) -> [Candidate] {
    westernRuns(from, limit, longest: 16) { run in
      var score: Float = 0.2
      if lexicons.looksLikePeriodical(text.bytes[text.byteRange(run.range)]) { score += 1.1 }
      score -= 0.8 * Float(run.commas) + 0.3 * Float(run.periods) + 1.5 * Float(run.keywords) + 0.6 * Float(run.numbers)
      if run.words > 10 { score -= 1 }
      if !isCapitalised(from) { score -= 0.7 }
      return score
    }
  }

  func westernPublisher(_ from: Int, _ limit: Int) -> [Candidate] {
    westernRuns(from, limit, longest: 14) { run in
      var score: Float = 0.2
      let bytes = text.bytes[text.byteRange(run.range)]
      if lexicons.looksLikePublisher(bytes) {
        score += 1
      }
      score -= 0.5 * Float(run.commas) + 0.4 * Float(run.periods) + 1.5 * Float(run.keywords) + 0.8 * Float(run.numbers)
      if run.words > 7 { score -= 1 }
      if !isCapitalised(from) { score -= 0.7 }
      return score
    }
  }

  func westernPlace(_ from: Int, _ limit: Int) -> [Candidate] {
    var index = from
    guard isCapitalised(from) else { return [] }
    while index < limit, index < from + 9 {
      let token = text.tokens[index]
      if token.kind == .mark, token.marks == .colon { return [Candidate(end: index, score: 0.9)] }
      guard token.kind == .latin || text.isMark(index, [.comma, .period, .ampersand, .dash, .slash]) else { return [] }
      if token.kind == .latin, !isCapitalised(index), token.word != .conjunction, index - from > 1 { return [] }
      index += 1
    }
    return []
  }

  /// `2nd ed.`, `4. Aufl.`, `6th edn`, `4e éd.`, `Rev. ed.`
  func westernEdition(_ from: Int, _ limit: Int) -> [Candidate] {
    var index = from
    guard text.tokens[index].kind == .digits, text.tokens[index].value < 100 else { return [] }
    index += 1
    if index < limit, text.isMark(index, .period) {
      index += 1
    } else if index < limit, text.isLatin(index), text.text(index).count <= 3,
      text.tokens[index].word == .none || !text.tokens[index].spaced, !isEditionWord(index)
    {
      index += 1
    }
    guard index < limit, isEditionWord(index) else { return [] }
    index += 1
    if index < limit, text.isMark(index, .period) {
      return [Candidate(end: index + 1, score: 1.5), Candidate(end: index, score: 1.4)]
    }
    return [Candidate(end: index, score: 1.5)]
  }

  private func isEditionWord(_ index: Int) -> Bool {
    text.isWord(index, .editionWord) || text.isWord(index, .editorWord)
  }

  /// `pp. 4–5`, `p.13`, `S. 12`, `§ 15 Rn. 19`, `para. 123`.
  func westernLocator(_ from: Int, _ limit: Int) -> [Candidate] {
    var index = from
    var found = false
    while index < limit {
      if text.isMark(index, .sectionSign) || text.isWord(index, .pages) || text.isWord(index, .paragraphs) {
        var next = index + 1
        if next < limit, text.isMark(next, .period) { next += 1 }
        guard next < limit else { break }
        let pages = pageRange(next, limit)
        guard let end = pages.first?.end else { break }
        index = end
        found = true
        // `f.`, `ff.`
        if index < limit, text.isLatin(index),
          text.text(index).elementsEqual("f".utf8) || text.text(index).elementsEqual("ff".utf8)
        {
          index += 1
          if index < limit, text.isMark(index, .period) { index += 1 }
        }
      } else {
        break
      }
    }
    return found ? [Candidate(end: index, score: 1.6)] : []
  }

  /// `Ph.D. Dissertation`, `unpublished master's thesis`: a few words up to the one that says so.
  func westernDegree(_ from: Int, _ limit: Int) -> [Candidate] {
    var index = from
    while index < limit, index < from + 8 {
      if text.isWord(index, .dissertation) {
        let period = index + 1 < limit && text.isMark(index + 1, .period)
        return [Candidate(end: period ? index + 2 : index + 1, score: 1.5)]
      }
      guard text.isLatin(index) || text.isMark(index, .period) else { return [] }
      index += 1
    }
    return []
  }

  /// A volume without `Vol.`: digits that no month follows.
  func bareVolume(_ from: Int, _ limit: Int) -> [Candidate] {
    guard text.tokens[from].kind == .digits, text.tokens[from].value < 1000, !text.isWord(from + 1, .monthName) else {
      return []
    }
    return number(from, limit).map { Candidate(end: $0.end, score: $0.score - 0.4) }
  }

  // MARK: Runs

  /// What a run of Western text holds.
  struct Run {
    var range: Range<Int>
    var words = 0
    var commas = 0
    var periods = 0
    var numbers = 0
    var keywords = 0
    var endsInYear = false
  }

  private func westernRuns(_ from: Int, _ limit: Int, longest: Int, score: (Run) -> Float) -> [Candidate] {
    var out: [Candidate] = []
    var run = Run(range: from..<from)
    guard text.tokens[from].kind == .latin || text.tokens[from].kind == .digits || text.tokens[from].kind == .open
    else { return [] }
    var index = from
    func record(_ end: Int) {
      guard end > from else { return }
      var run = run
      run.range = from..<end
      run.endsInYear = isYear(end - 1, limit)
      out.append(Candidate(end: end, score: score(run)))
    }
    scan: while index < limit, index < from + longest {
      let token = text.tokens[index]
      switch token.kind {
      case .latin:
        if index > from,
          token.word == .hostWord || token.word == .editorWord || token.word == .translatorWord
            || token.word == .volumeWord
        {
          record(index)
        }
        run.words += 1
        switch token.word {
        case .pages, .volumeWord, .issueWord, .paragraphs, .unpublished: run.keywords += 1
        case .monthName where index > from: run.keywords += isYear(index + 1, limit) ? 1 : 0
        default: break
        }
      case .digits:
        if index > from { record(index) }
        run.numbers += 1
      case .mark:
        // `Group, Inc.` is one name.
        if token.marks == .comma, index + 1 < limit, text.isWord(index + 1, .corporation) {
          index += index + 2 < limit && text.isMark(index + 2, .period) ? 3 : 2
          record(index)
          continue scan
        }
        if !token.marks.isDisjoint(with: [.comma, .period, .colon, .semicolon, .question, .stop]) {
          if token.marks == .question { record(index + 1) } else { record(index) }
        }
        if token.marks == .comma { run.commas += 1 }
        if token.marks == .period, index == 0 || text.length((index - 1)..<index) > 2 { run.periods += 1 }
        if !token.marks.isDisjoint(with: [.stop]) { break scan }
      case .open:
        if index > from { record(index) }
      case .han, .hanDigits, .close, .url:
        record(index)
        break scan
      }
      index = text.next(index)
    }
    if index >= limit { record(limit) }
    return out
  }
}
