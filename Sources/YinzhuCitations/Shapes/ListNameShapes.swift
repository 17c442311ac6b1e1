import YinzhuText

/// Names at the head of an entry in a list of references, or before its host, as far as some token.
struct ListNames: Sendable {
  enum Item: Sendable {
    case han(ParsedName)
    case western(WesternName)
  }

  /// What the word after the names says.
  enum Role: Sendable {
    /// Row in the lexicon of roles.
    case han(Int)
    case editors
    case translators
  }

  var items: [Item]
  var hasOthers: Bool
  var role: Role?
  var end: Int
  var score: Float
}

extension ShapeReader {
  /// Names of a GB/T entry: `唐睿, 唐世平`, `Peebles P Z, Jr`, `王宁，薛晓源，主编`.
  func listNames(_ from: Int, _ limit: Int) -> [Candidate] {
    let lists = listNameLists(from, limit)
    // `[晋]陈寿著、[宋]裴松之注`: groups with a role each.
    let groups = contributors(from, limit).filter { group in !lists.contains { $0.end == group.end } }
    return lists.map { Candidate(end: $0.end, score: $0.score) } + groups
  }

  /// Names that a role follows: 译 after a title.
  func listContributors(_ from: Int, _ limit: Int) -> [Candidate] {
    listNameLists(from, limit).compactMap { list in
      list.role == nil ? nil : Candidate(end: list.end, score: list.score + 0.8)
    }
  }

  /// Every place where a list of names can end, shortest first.
  func listNameLists(_ from: Int, _ limit: Int) -> [ListNames] {
    var out: [ListNames] = []
    var items: [ListNames.Item] = []
    var total: Float = 0
    var index = from
    func record(_ end: Int, others: Bool = false, role: ListNames.Role? = nil) {
      let count = Float(items.count)
      let score = total / max(count, 1) + 0.1 * min(count, 5) + terminator(end, limit) + (others ? 0.6 : 0)
      out.append(
        ListNames(items: items, hasOthers: others, role: role, end: end, score: score + (role == nil ? 0 : 0.7)))
    }
    while items.count < 60, index < limit, let (item, end, score) = listName(index, limit, isFirst: items.isEmpty) {
      items.append(item)
      total += min(score, 1.5)
      record(end)
      if let others = listOthersEnd(end, limit) {
        record(others, others: true)
        if let (role, after) = listRoleEnd(others, limit) { record(after, others: true, role: role) }
        break
      }
      if let (role, after) = listRoleEnd(end, limit) {
        record(after, role: role)
        break
      }
      guard let next = listSeparatorEnd(end, limit) else { break }
      index = next
    }
    return out
  }

  /// How much what comes after some names looks like their end.
  private func terminator(_ end: Int, _ limit: Int) -> Float {
    guard end < limit else { return -1 }
    let token = text.tokens[end]
    switch token.kind {
    case .mark:
      if token.marks == .period || token.marks == .stop { return 0.4 }
      if token.marks == .colon { return -0.3 }
      // In Western script a comma ends names of a note, seldom those of a list.
      if token.marks == .comma, !isYear(end + 1, limit), text.isLatin(end - 1) { return -0.7 }
      return token.marks == .comma ? -0.2 : -0.5
    case .open: return isYear(end + 1, limit) || isTitleOpen(end) ? 0.3 : -0.4
    case .digits: return isYear(end, limit) ? 0.3 : -1
    case .han, .hanDigits, .latin: return text.isMark(end - 1, .period) ? 0.2 : -0.6
    case .close, .url: return -1
    }
  }

  private func listSeparatorEnd(_ from: Int, _ limit: Int) -> Int? {
    var index = from
    while index < limit, text.isMark(index, [.comma, .semicolon, .enumeration]) { index += 1 }
    if index < limit, text.isMark(index, .ampersand) || text.isWord(index, .conjunction) { index += 1 }
    return index > from ? index : nil
  }

  /// `, 等`, `等`, `et al.`
  private func listOthersEnd(_ from: Int, _ limit: Int) -> Int? {
    var index = from
    while index < limit, text.isMark(index, [.comma, .enumeration]) { index += 1 }
    if index < limit, text.isWord(index, .others) { return index + 1 }
    guard index + 1 < limit, text.isWord(index, .conjunction), text.isWord(index + 1, .alii) else { return nil }
    index += 2
    // The full stop of `al.` is also the end of the names where none follows.
    if index + 1 < limit, text.isMark(index, .period), text.isMark(index + 1, [.comma, .period]) { index += 1 }
    return index
  }

  /// `, 主编`, `（编）`, `, eds.`, `(Eds.)`, `, trans.`
  private func listRoleEnd(_ from: Int, _ limit: Int) -> (ListNames.Role, Int)? {
    var index = from
    if text.isMark(index, [.comma, .period]), index < limit { index += 1 }
    let inBrackets = index < limit && text.isOpen(index, .round)
    if inBrackets { index += 1 }
    guard index < limit, let role = listRole(index) else { return nil }
    index += 1
    if case .han = role {
      if index < limit, !inBrackets {
        let token = text.tokens[index]
        guard token.kind == .mark || token.kind == .close || token.spaced else { return nil }
      }
    } else if index < limit, text.isMark(index, .period) {
      index += 1
    }
    guard inBrackets else { return (role, index) }
    guard index < limit, text.tokens[index].kind == .close else { return nil }
    return (role, index + 1)
  }

  private func listRole(_ index: Int) -> ListNames.Role? {
    switch text.tokens[index].word {
    case .role: .han(Int(text.tokens[index].value))
    case .editorWord: .editors
    case .translatorWord: .translators
    default: nil
    }
  }

  // MARK: One name

  private func listName(_ from: Int, _ limit: Int, isFirst: Bool) -> (ListNames.Item, Int, Float)? {
    if let (name, end) = hanListName(from, limit) { return (.han(name), end, plausibility(name)) }
    guard text.isLatin(from) else { return nil }
    if let (name, end, score) = westernListName(from, limit, isFirst: isFirst) { return (.western(name), end, score) }
    return nil
  }

  /// A name in Han script, with its country or dynasty in brackets.
  private func hanListName(_ from: Int, _ limit: Int) -> (ParsedName, Int)? {
    var start = from
    var prefix: Range<Int>?
    let first = text.tokens[from]
    if first.kind == .open {
      let close = Int(first.partner)
      guard first.bracket == .square || first.bracket == .round || first.bracket == .title, close + 1 < limit,
        text.tokens[close + 1].kind == .han || text.isLatin(close + 1), close - from <= 4,
        text.tokens[from + 1].kind == .han
      else { return nil }
      if first.bracket != .title {
        prefix = (from + 1)..<close
        start = close + 1
      }
    }
    var index = start
    var hasHan = false
    scan: while index < limit, index < start + 24 {
      let token = text.tokens[index]
      switch token.kind {
      case .han, .hanDigits:
        if token.word == .others, index > start { break scan }
        if token.word == .role, index > start, listRoleEnd(index, limit) != nil { break scan }
        // `王 明` is one name, `委员会 规程` a name and a title.
        if token.spaced, index > start, !text.isMark(index - 1, [.middleDot, .period]),
          text.length(start..<index) > 2 || text.length(index..<(index + 1)) > 2
        {
          break scan
        }
        hasHan = true
      case .latin:
        guard index == start || text.isMark(index - 1, [.middleDot, .period, .dash]) || !token.spaced else {
          break scan
        }
        guard index + 1 < limit, token.end - token.start <= 3 || index > start else { return nil }
      case .digits:
        guard index > start, token.value < 1000, !token.spaced, index + 1 < limit,
          text.tokens[index + 1].kind == .han
        else { break scan }
      case .mark:
        let joins =
          token.marks == .middleDot
          || (token.marks == .period && index > start && text.isLatin(index - 1) && text.text(index - 1).count <= 2)
          || (token.marks == .dash && !token.spaced && index > start)
        guard joins, index + 1 < limit else { break scan }
      case .open:
        let close = Int(token.partner)
        if index == start, token.bracket == .title {
          hasHan = true
        } else {
          guard token.bracket == .round, hasHan, close > index + 1, close + 1 < limit, !isYear(index + 1, limit),
            text.tokens[index + 1].word != .role, text.tokens[close + 1].kind == .mark,
            text.tokens[close - 1].word != .role
          else { break scan }
        }
      case .close, .url: break scan
      }
      index = text.next(index)
    }
    guard hasHan, index > start, index <= limit else { return nil }
    if let end = givenAfterComma(index, limit) { index = end }
    return (ParsedName(range: start..<index, prefix: prefix), index)
  }

  /// `拉普拉斯, Pierre-Simon`, `昂温, G`: a given name in Western script after a family name in Han.
  private func givenAfterComma(_ from: Int, _ limit: Int) -> Int? {
    guard from + 1 < limit, text.isMark(from, .comma), isCapitalised(from + 1) else { return nil }
    var index = from + 1
    while index < limit, index < from + 8, isCapitalised(index) || text.isMark(index, .dash) {
      index += 1
      if index + 1 < limit, text.isMark(index, .period), text.text(index - 1).count == 1, isCapitalised(index + 1),
        text.text(index + 1).count == 1
      {
        index += 1
      }
    }
    guard index < limit, text.isMark(index, [.comma, .period, .semicolon]) else { return nil }
    return index
  }
}
