import YinzhuText

extension ShapeReader {
  /// A publisher in Han script ends before a year, a comma or another mark.
  func publisher(_ from: Int, _ limit: Int) -> [Candidate] {
    runs(from, limit, longest: 40) { range in
      if range.contains(where: { text.isWord($0, .degree) }) { return -6 }
      let bytes = text.bytes[text.byteRange(range)]
      if lexicons.endsLikePublisher(bytes) { return 1.5 }
      let length = text.length(range)
      return length > 20 ? -1.5 : length > 12 ? -0.6 : length < 2 ? -1 : 0
    }
  }

  func school(_ from: Int, _ limit: Int) -> [Candidate] {
    runs(from, limit, longest: 40) { range in
      let bytes = text.bytes[text.byteRange(range)]
      if ShapeReader.schoolWords.contains(where: { bytes.contains(Array($0.utf8)) }) { return 1.2 }
      return -4
    }
  }

  private static let schoolWords = [
    "Université", "Universität", "Universidad", "Institute", "School", "大学", "大學", "学院", "學院", "研究院", "研究所", "党校",
    "科学院", "University", "College",
  ]

  /// A place ends before a colon; that is its only sure sign.
  func place(_ from: Int, _ limit: Int) -> [Candidate] {
    var index = from
    while index < limit, index < from + 12 {
      let token = text.tokens[index]
      if token.kind == .mark, token.marks == .colon {
        guard index > from else { return [] }
        let length = text.length(from..<index)
        // `北京, 上海` are two places; a comma in anything longer ends another field.
        let commas = text.tokens[from].kind == .han && length > 6 && (from..<index).contains { text.isMark($0, .comma) }
        return [Candidate(end: index, score: commas ? -1.5 : length <= 6 ? 1 : length <= 24 ? 0.2 : -1)]
      }
      switch token.kind {
      case .han, .latin, .hanDigits: break
      case .mark where !token.marks.isDisjoint(with: [.enumeration, .comma, .period, .middleDot, .dash, .slash]): break
      case .open where token.bracket == .round || token.bracket == .square: break
      default: return []
      }
      index = text.next(index)
    }
    return []
  }

  func phrase(_ from: Int, _ limit: Int) -> [Candidate] {
    runs(from, limit, longest: 60) { range in
      let length = text.length(range)
      return length > 40 ? -2 : -0.4 - Float(length) * 0.02
    }
  }

  /// Runs of text without commas: candidates before every mark, number and bracket, and at the limit.
  private func runs(_ from: Int, _ limit: Int, longest: Int, score: (Range<Int>) -> Float) -> [Candidate] {
    var out: [Candidate] = []
    var index = from
    switch text.tokens[from].kind {
    case .han, .latin, .hanDigits: break
    case .digits, .mark, .open, .close, .url: return []
    }
    switch text.tokens[from].word {
    case .ordinal, .page, .signal: return []
    default: break
    }
    scan: while index < limit, index < from + longest {
      let token = text.tokens[index]
      switch token.kind {
      case .han, .latin, .hanDigits:
        if index > from,
          token.word == .ordinal || token.word == .degree || token.word == .conference
            || token.word == .year || token.word == .held || token.word == .edition || token.kind == .hanDigits
        {
          out.append(Candidate(end: index, score: score(from..<index)))
        }
      case .mark:
        if index > from { out.append(Candidate(end: index, score: score(from..<index))) }
        guard !token.marks.isDisjoint(with: [.middleDot, .ampersand, .enumeration, .dash, .slash]) else { break scan }
      case .digits:
        if index > from { out.append(Candidate(end: index, score: score(from..<index))) }
        if token.value > 999 { break scan }
      case .open:
        if index > from { out.append(Candidate(end: index, score: score(from..<index))) }
        guard token.bracket == .round else { break scan }
      case .close, .url:
        if index > from { out.append(Candidate(end: index, score: score(from..<index))) }
        break scan
      }
      index = text.next(index)
    }
    if index >= limit { out.append(Candidate(end: limit, score: score(from..<limit))) }
    return out
  }

  /// `甲公司与乙公司合同纠纷案`: it ends in 案.
  func caseTitle(_ from: Int, _ limit: Int) -> [Candidate] {
    runs(from, limit, longest: 80) { range in
      text.bytes[text.byteRange(range)].ends(with: Array("案".utf8)) ? 3 : -4
    }.filter { $0.score > 0 }
  }

  /// `第二届山海论坛` before 会议论文.
  func eventTitle(_ from: Int, _ limit: Int) -> [Candidate] {
    var index = from
    while index < limit, index < from + 40 {
      if text.isWord(index, .conference), index > from { return [Candidate(end: index, score: 1)] }
      if text.isMark(index, [.comma, .stop, .semicolon, .colon]) { return [] }
      index = text.next(index)
    }
    return []
  }

  // MARK: Volumes and editions

  /// `第1卷`, `卷九`, `上册`, `第三辑`.
  func volume(_ from: Int, _ limit: Int) -> [Candidate] {
    var index = from
    if text.isWord(index, .volume) || text.isWord(index, .role), isVolumeUnit(index) {
      if let end = numberEnd(index + 1, limit) { return [Candidate(end: end, score: 1)] }
      return []
    }
    if text.isWord(index, .ordinal) { index += 1 }
    if index < limit, let end = numberEnd(index, limit), end < limit, isVolumeUnit(end) {
      return [Candidate(end: end + 1, score: 1)]
    }
    if index < limit, text.tokens[index].kind == .han, index + 1 < limit, isVolumeUnit(index + 1),
      ["上", "中", "下", "首", "末"].contains(where: { text.text(index).elementsEqual($0.utf8) })
    {
      return [Candidate(end: index + 2, score: 1)]
    }
    return []
  }

  /// 卷 册 辑 集 编 本 as units; some of them are words of responsibility too.
  func isVolumeUnit(_ index: Int) -> Bool {
    guard index < text.count else { return false }
    if text.tokens[index].word == .volume { return true }
    guard text.tokens[index].word == .role else { return false }
    return ["编", "辑", "集", "輯", "編"].contains { text.text(index).elementsEqual($0.utf8) }
  }

  func edition(_ from: Int, _ limit: Int) -> [Candidate] {
    if text.isWord(from, .editionWords) || text.isWord(from, .reprint) {
      return [Candidate(end: from + 1, score: 0.7)]
    }
    var index = from
    if text.isWord(index, .ordinal) { index += 1 }
    guard index < limit, text.tokens[index].kind == .digits || text.tokens[index].kind == .hanDigits,
      text.tokens[index].value < 100
    else { return [] }
    if index + 1 < limit, text.isWord(index + 1, .edition) { return [Candidate(end: index + 2, score: 1)] }
    return []
  }

  /// The index after a number at `index`; nil where there is none.
  func numberEnd(_ index: Int, _ limit: Int) -> Int? {
    guard index < limit, text.tokens[index].kind == .digits || text.tokens[index].kind == .hanDigits else { return nil }
    if index + 2 < limit, text.isMark(index + 1, [.dash, .slash]),
      text.tokens[index + 2].kind == text.tokens[index].kind
    {
      return index + 3
    }
    return index + 1
  }
}
