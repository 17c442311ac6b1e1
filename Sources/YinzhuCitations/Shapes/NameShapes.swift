import YinzhuText

/// A name as it stands in a list of names.
struct ParsedName: Sendable {
  /// Tokens of the name itself.
  var range: Range<Int>
  /// Tokens inside the brackets before it: a country or a dynasty.
  var prefix: Range<Int>?
}

/// Names that share a role.
struct NameGroup: Sendable {
  var names: [ParsedName]
  /// Row in the lexicon of roles; nil where none is printed.
  var role: Int?
  /// Whether 等 cuts the list short.
  var hasOthers: Bool
}

extension ShapeReader {
  // MARK: Where names end

  /// Names before a title: they end before a colon, or before the title itself.
  func creators(_ from: Int, _ limit: Int) -> [Candidate] {
    var out: [Candidate] = []
    var index = from
    while index < limit {
      let token = text.tokens[index]
      if token.kind == .mark {
        if token.marks == .colon {
          append(&out, from, index)
          break
        }
        if !token.marks.isDisjoint(with: [.comma, .period]), index + 1 < limit, isTitleOpen(index + 1) {
          append(&out, from, index)
        }
        if !token.marks.isDisjoint(with: [.stop, .semicolon, .question, .ellipsis, .other]) { break }
      } else if token.word == .signal {
        break
      } else if isTitleOpen(index) {
        if index > from { append(&out, from, index) }
        // A title goes on being part of a name only in `《环球科学》杂志社`, at its beginning.
        let after = text.next(index)
        guard index == from, token.bracket == .title, after < limit, text.tokens[after].kind == .han,
          !text.tokens[after].spaced
        else { break }
      } else if token.kind == .url || (token.kind == .digits && token.value > 999) || token.kind == .close {
        break
      }
      index = text.next(index)
    }
    return out
  }

  /// Names after a title: they end in a role.
  func contributors(_ from: Int, _ limit: Int) -> [Candidate] {
    var out: [Candidate] = []
    var index = from
    while index < limit, index < from + 48 {
      let token = text.tokens[index]
      if token.word == .role, index > from {
        let end = index + 1
        if end == limit || text.tokens[end].kind == .mark || text.tokens[end].kind == .close
          || text.tokens[end].spaced
        {
          append(&out, from, end, bonus: 1)
        }
      }
      if token.kind == .url || token.kind == .digits || isTitleOpen(index) || token.kind == .close { break }
      if token.kind == .mark,
        !token.marks.isDisjoint(with: [.stop, .semicolon, .question, .ellipsis, .other, .colon])
      {
        break
      }
      index = text.next(index)
    }
    return out
  }

  /// Names before the host's title, with a role as a rule.
  func hostEditors(_ from: Int, _ limit: Int) -> [Candidate] {
    creators(from, limit).map { candidate in
      let hasRole = text.tokens[candidate.end - 1].word == .role
      return Candidate(end: candidate.end, score: candidate.score + (hasRole ? 0.5 : -0.5))
    }
  }

  func isTitleOpen(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .open else { return false }
    switch token.bracket {
    case .title, .quote, .corner: return true
    case .none, .innerTitle, .single, .round, .square: return false
    }
  }

  private func append(_ out: inout [Candidate], _ from: Int, _ end: Int, bonus: Float = 0) {
    out.append(Candidate(end: end, score: plausibility(nameGroups(from..<end)) + bonus))
  }

  // MARK: Reading names

  /// Splits a list of names into groups by role: `[晋]陈寿著、[宋]裴松之注` gives two.
  func nameGroups(_ range: Range<Int>) -> [NameGroup] {
    var groups: [NameGroup] = []
    var names: [ParsedName] = []
    var hasOthers = false
    var index = range.lowerBound
    func flush(_ role: Int?) {
      guard !names.isEmpty else { return }
      groups.append(NameGroup(names: names, role: role, hasOthers: hasOthers))
      names = []
      hasOthers = false
    }
    while index < range.upperBound {
      var end = index
      while end < range.upperBound, !isNameSeparator(end, in: range) { end = text.next(end) }
      end = min(end, range.upperBound)
      var item = index..<end
      index = end < range.upperBound ? end + 1 : end
      guard !item.isEmpty else { continue }
      var role: Int?
      while let last = item.last, text.tokens[last].word == .role, role == nil {
        // 编 at the end of a name of one token can't be told from a role: there it is one.
        role = Int(text.tokens[last].value)
        item = item.lowerBound..<last
      }
      if let last = item.last, text.tokens[last].word == .others || isEtAl(last, in: item) {
        hasOthers = true
        item = item.lowerBound..<(text.tokens[last].word == .others ? last : last - 1)
        if let comma = item.last, text.isMark(comma, [.comma, .period]) { item = item.lowerBound..<comma }
      }
      if !item.isEmpty {
        if let merged = initialsAfterComma(item, names.last) {
          names[names.count - 1].range = merged
        } else {
          names.append(parsedName(item))
        }
      }
      if role != nil { flush(role) }
    }
    flush(nil)
    return groups
  }

  /// `昂温, G`: initials after the comma belong to the name before it.
  private func initialsAfterComma(_ item: Range<Int>, _ last: ParsedName?) -> Range<Int>? {
    guard let last, text.tokens[last.range.upperBound - 1].kind != .latin || last.range.count == 1 else {
      return nil
    }
    guard item.allSatisfy({ isInitials($0) || text.isMark($0, [.period, .dash]) }) else { return nil }
    return last.range.lowerBound..<item.upperBound
  }

  private func isInitials(_ index: Int) -> Bool {
    text.isLatin(index) && text.text(index).count <= 3 && text.text(index).allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }

  private func isEtAl(_ last: Int, in item: Range<Int>) -> Bool {
    text.tokens[last].word == .alii && last > item.lowerBound
  }

  private func isNameSeparator(_ index: Int, in range: Range<Int>) -> Bool {
    let token = text.tokens[index]
    if token.kind == .mark {
      return !token.marks.isDisjoint(with: [.enumeration, .comma, .ampersand, .semicolon])
    }
    return token.word == .conjunction && index > range.lowerBound
  }

  /// A name with the country or dynasty in the brackets before it.
  func parsedName(_ item: Range<Int>) -> ParsedName {
    let first = text.tokens[item.lowerBound]
    let close = Int(first.partner)
    guard first.kind == .open, first.bracket == .square || first.bracket == .round,
      close + 1 < item.upperBound
    else { return ParsedName(range: item, prefix: nil) }
    return ParsedName(range: (close + 1)..<item.upperBound, prefix: (item.lowerBound + 1)..<close)
  }

  // MARK: How much it looks like names

  func plausibility(_ groups: [NameGroup]) -> Float {
    guard !groups.isEmpty else { return -3 }
    var total: Float = 0
    var count: Float = 0
    for group in groups {
      for name in group.names {
        total += min(plausibility(name), 1.5)
        count += 1
      }
      if group.role != nil { total += 0.3 }
    }
    let mean = total / max(count, 1)
    return mean + 0.1 * min(count, 5)
  }

  func plausibility(_ name: ParsedName) -> Float {
    let range = name.range
    guard !range.isEmpty else { return -2 }
    var score: Float = name.prefix == nil ? 0 : 0.7
    var hasMiddleDot = false
    var latin = 0
    for index in range {
      let token = text.tokens[index]
      switch token.kind {
      case .mark:
        if token.marks == .middleDot {
          hasMiddleDot = true
        } else if token.marks != .period, token.marks != .dash {
          score -= 1
        }
      case .latin: latin += 1
      case .digits: score -= 0.7
      case .url: return -4
      case .han, .hanDigits, .open, .close: break
      }
      switch token.word {
      case .page, .issue, .host, .ordinal: score -= 0.7
      case .signal: score -= token.value >= 0 && token.end - token.start > 3 ? 1.5 : 0.2
      default: break
      }
    }
    let length = text.length(range)
    if hasMiddleDot { return score + 1.2 }
    if latin > 0 { return score + (length <= 40 ? 0.5 : -1) }
    switch length {
    case 1: return score - 1
    case 2...4: return score + (hasKnownSurname(range) ? 1.2 : 0.6)
    case 5...7: return score + (endsLikeBody(range) ? 0.5 : 0)
    default: return score + (endsLikeBody(range) ? 0.4 : max(-1.6, -0.4 - Float(max(0, length - 14)) * 0.1))
    }
  }

  private func hasKnownSurname(_ range: Range<Int>) -> Bool {
    let bytes = text.bytes[text.byteRange(range)]
    return lexicons.surnames.contains(Array(bytes.prefix(3))) || lexicons.surnames.contains(Array(bytes.prefix(6)))
  }

  /// Whether the name ends like that of an institution: 委员会, 办公室, 编写组, 大学.
  private func endsLikeBody(_ range: Range<Int>) -> Bool {
    let bytes = text.bytes[text.byteRange(range)]
    return ShapeReader.bodyEndings.contains { bytes.ends(with: Array($0.utf8)) }
  }

  private static let bodyEndings = [
    "会", "室", "组", "社", "部", "局", "院", "厅", "所", "馆", "司", "系", "学", "团", "心", "办", "委", "处", "署", "府", "国",
    "库", "党", "军", "盟", "店", "协",
  ]
}
