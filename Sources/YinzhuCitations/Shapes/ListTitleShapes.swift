import YinzhuText

extension ShapeReader {
  /// A title of a GB/T entry: up to its type code, or to the volume, number or edition before the code.
  func plainTitle(_ from: Int, _ limit: Int) -> [Candidate] {
    guard text.tokens[from].kind != .close, text.tokens[from].kind != .mark else { return [] }
    var out: [Candidate] = []
    var index = from
    var periods: Float = 0
    while index < limit {
      if index > from, isTypeCode(index) {
        out.append(Candidate(end: index, score: 1.5 - penalty(from, periods)))
        break
      }
      let token = text.tokens[index]
      if index > from {
        if token.kind == .open, token.bracket == .round { out.append(Candidate(end: index, score: 1.4 - periods)) }
        if token.kind == .mark, !token.marks.isDisjoint(with: [.colon, .period, .comma]) {
          out.append(Candidate(end: index, score: 1.4 - penalty(from, periods)))
        }
        if token.spaced, token.kind != .mark, token.kind != .close, identifierEnd(index, limit) != nil {
          out.append(Candidate(end: index, score: 1.2 - penalty(from, periods)))
        }
      }
      if isInnerPeriod(index) { periods += 0.5 }
      index = text.next(index)
    }
    return out
  }

  /// A title without marks in a list without type codes: any mark or bracket may end it.
  func listTitle(_ from: Int, _ limit: Int) -> [Candidate] {
    let first = text.tokens[from]
    guard first.kind != .close, first.kind != .mark, first.kind != .url, first.word != .host else { return [] }
    if first.kind == .open, first.bracket == .round { return [] }
    var out: [Candidate] = []
    var index = from
    var cost: Float = 0
    func record(_ end: Int) {
      guard end > from else { return }
      let length = text.length(from..<end)
      let short: Float = length < 2 ? 1.5 : length < 4 ? 0.2 : 0
      out.append(Candidate(end: end, score: 0.7 + 0.02 * Float(min(length, 20)) - short - penalty(from, cost)))
    }
    scan: while index < limit, index < from + 120 {
      let token = text.tokens[index]
      switch token.kind {
      case .mark:
        if token.marks == .question { record(index + 1) } else { record(index) }
        if isInnerPeriod(index) { cost += 0.8 }
        if token.marks == .comma { cost += 0.35 }
        if !token.marks.isDisjoint(with: [.stop, .semicolon]) { cost += 0.9 }
        if token.marks == .slash, text.isMark(index + 1, .slash) { break scan }
      case .open: record(index)
      case .url:
        record(index)
        break scan
      case .han, .hanDigits, .latin, .digits:
        if index > from, token.spaced, identifierEnd(index, limit) != nil { record(index) }
        if token.word == .pages || token.word == .paragraphs { cost += 1 }
      case .close: break
      }
      index = text.next(index)
    }
    if index >= limit { record(limit) }
    return out
  }

  /// A title doesn't begin with a year and a mark: that is the date of an author-date entry.
  private func penalty(_ from: Int, _ cost: Float) -> Float {
    isYear(from, text.count) && text.isMark(from + 1, [.period, .comma]) ? cost + 1.2 : cost
  }

  private func isInnerPeriod(_ index: Int) -> Bool {
    guard text.isMark(index, .period), index > 0 else { return false }
    return !(text.isLatin(index - 1) && text.text(index - 1).count <= 2)
      && !(text.tokens[index - 1].kind == .digits && index + 1 < text.count && !text.tokens[index + 1].spaced)
  }

  // MARK: Numbers of documents

  /// `GB 18030—2022`, `CN101106276A`, `01129210.5`, `ISO/IEC 80079-20-2:2016(fr)`, `国发〔2007〕19号`, `主席令第80号`
  func identifier(_ from: Int, _ limit: Int) -> [Candidate] {
    guard let end = identifierEnd(from, limit) else { return [] }
    return [Candidate(end: end, score: 1.4)]
  }

  func identifierEnd(_ from: Int, _ limit: Int) -> Int? {
    guard from < limit else { return nil }
    return text.tokens[from].kind == .han ? hanIdentifierEnd(from, limit) : latinIdentifierEnd(from, limit)
  }

  /// Han words, a year in brackets or 第, a number, 号.
  private func hanIdentifierEnd(_ from: Int, _ limit: Int) -> Int? {
    var index = from
    var hasNumber = false
    while index < limit, index < from + 14 {
      let token = text.tokens[index]
      if token.word == .number { return hasNumber ? index + 1 : nil }
      switch token.kind {
      case .han: break
      case .digits, .hanDigits: hasNumber = true
      case .open where isYear(index + 1, limit): break
      case .latin, .mark, .open, .close, .url: return nil
      }
      index = text.next(index)
    }
    return nil
  }

  private func latinIdentifierEnd(_ from: Int, _ limit: Int) -> Int? {
    var index = from
    var digits = 0
    var letters = 0
    scan: while index < limit, index < from + 16 {
      let token = text.tokens[index]
      switch token.kind {
      case .latin:
        let bytes = text.text(index)
        guard token.word == .none || index > from,
          bytes.allSatisfy({ $0 < 0x80 && ($0 <= 0x5A || $0 == 0x2D) })
            || (bytes.count == 1 && !token.spaced) || (index == from && isLetterAndDigits(bytes))
        else { break scan }
        if token.spaced, digits > 3 { break scan }
        letters += bytes.count
        digits += bytes.reduce(0) { $0 + ($1 >= 0x30 && $1 <= 0x39 ? 1 : 0) }
      case .digits:
        if token.spaced, digits > 0 { break scan }
        digits += Int(token.end - token.start)
      case .mark:
        guard index > from, index + 1 < limit, !token.spaced, !text.tokens[index + 1].spaced,
          text.tokens[index + 1].kind == .digits || text.isLatin(index + 1),
          !token.marks.isDisjoint(with: [.dash, .slash, .period, .colon])
        else { break scan }
      case .open:
        guard token.bracket == .round, !token.spaced, Int(token.partner) == index + 2, text.isLatin(index + 1),
          text.text(index + 1).count <= 2, digits > 0
        else { break scan }
      case .han, .hanDigits, .close, .url: break scan
      }
      index = text.next(index)
    }
    while index > from, text.isMark(index - 1, [.dash, .slash, .period, .colon]) { index -= 1 }
    // A bare year or a page is no number of a document.
    guard digits >= 2, letters > 0 || (digits > 7 && !isYear(from, limit)), index > from else { return nil }
    if text.isLatin(from), isRoman(from), letters == text.text(from).count { return nil }
    return index
  }

  private func isLetterAndDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x30 && $0 <= 0x39) }
  }

  private func isRoman(_ index: Int) -> Bool { text.text(index).allSatisfy { "IVXLC".utf8.contains($0) } }

  // MARK: Volumes and editions after a title

  /// `卷 5`, `第2册`, `Vol. 26`, `一部`, `2011年卷`
  func volumeMark(_ from: Int, _ limit: Int) -> [Candidate] {
    var out = volume(from, limit)
    if text.isWord(from, .volumeWord) {
      var index = from + 1
      if index < limit, text.isMark(index, .period) { index += 1 }
      if let end = numberEnd(index, limit) { out.append(Candidate(end: end, score: 1.2)) }
      if index < limit, text.isLatin(index), isRoman(index) { out.append(Candidate(end: index + 1, score: 1.2)) }
    }
    if isYear(from, limit), text.isWord(from + 1, .year), from + 2 < limit, isVolumeUnit(from + 2) {
      out.append(Candidate(end: from + 3, score: 1.2))
    }
    if text.tokens[from].kind == .hanDigits, from + 1 < limit, text.text(from + 1).elementsEqual("部".utf8) {
      out.append(Candidate(end: from + 2, score: 1))
    }
    // 上卷第一分册
    if let first = out.first?.end, first < limit, let second = volume(first, limit).first {
      out.append(Candidate(end: second.end, score: 1.4))
    }
    // 36卷6号
    if let first = out.first?.end, first < limit, text.tokens[first].kind == .digits, first + 1 < limit,
      text.isWord(first + 1, .number) || text.isWord(first + 1, .issue)
    {
      out.append(Candidate(end: first + 2, score: 1.4))
    }
    return out
  }

  /// `（影印本）`, `（第2版）`, `(2nd ed.)`
  func editionBrackets(_ from: Int, _ limit: Int) -> [Candidate] {
    let token = text.tokens[from]
    let close = Int(token.partner)
    guard token.kind == .open, token.bracket == .round || token.bracket == .square, close < limit, close > from + 1
    else { return [] }
    let last = text.tokens[text.isMark(close - 1, .period) ? close - 2 : close - 1].word
    guard
      last == .edition || last == .editionWords || last == .reprint || last == .editionWord || last == .editorWord
        || volume(from + 1, close).contains(where: { $0.end == close })
    else { return [] }
    return [Candidate(end: close + 1, score: 1)]
  }

  // MARK: Hosts and places

  /// The name of a periodical in Han script.
  func journalName(_ from: Int, _ limit: Int) -> [Candidate] {
    phrase(from, limit).map { candidate in
      let known = lexicons.looksLikePeriodical(text.bytes[text.byteRange(from..<candidate.end)])
      return Candidate(end: candidate.end, score: candidate.score + (known ? 1 : 0.2))
    }
  }

  /// `Sep.-Oct.`, `S1`, `Suppl.`: whatever stands in the brackets of an issue.
  func issueName(_ from: Int, _ limit: Int) -> [Candidate] {
    var index = from
    while index < limit, index < from + 8, text.tokens[index].kind != .close, text.tokens[index].kind != .open {
      index += 1
    }
    guard index > from, index < limit, text.tokens[index].kind == .close, text.tokens[index].bracket == .round,
      !isYear(from, limit)
    else { return [] }
    return [Candidate(end: index, score: -0.2)]
  }

  /// A place that a comma or full stop follows, as careless lists print it.
  func shortPlace(_ from: Int, _ limit: Int) -> [Candidate] {
    var index = from
    while index < limit, index < from + 4, text.tokens[index].kind == .han || isCapitalised(index) { index += 1 }
    guard index > from, index < limit, text.isMark(index, [.comma, .period]) else { return [] }
    let length = text.length(from..<index)
    let longest = text.tokens[from].kind == .han ? 4 : 16
    return length <= longest && length > 1 ? [Candidate(end: index, score: 0.1)] : []
  }

  /// `DOI: 10.1000/1`, `doi:10.1000/1`
  func labelledDOI(_ from: Int, _ limit: Int) -> [Candidate] {
    var index = from
    if text.isLatin(index), text.string(index..<(index + 1)).lowercased() == "doi" {
      index += 1
      if index < limit, text.isMark(index, .colon) { index += 1 }
    }
    guard index < limit else { return [] }
    return address(index, limit, doi: true)
  }
}
