/// Where an article appeared: `Nature, 2014, 510(7505): 356-362`, `人民日报, 2011-10-14(11)` (GB/T 7714—2015 4.4).
struct CodedArticle {
  let entry: CodedEntry

  /// The end of what the marks of a journal's numbers reach: the date of access, an address, the end.
  private var end: Int {
    (entry.body..<entry.count).first {
      entry.isInside($0, .square) || entry.isAddress($0) || $0 > entry.body && isTail($0)
    } ?? entry.count
  }

  private func isTail(_ word: Int) -> Bool {
    ["doi", "cstr", "url", "available"].contains(
      entry.text.string(entry.chain.links[word].token..<(entry.chain.links[word].token + 1)).lowercased())
  }

  func correct(_ labels: inout [FieldLabel]) {
    let body = entry.body
    let end = end
    // Contributors before the journal, or a place and publisher behind it, are beyond this form.
    guard end > body, !(body..<end).contains(where: isRole) else { return }
    var numbers: Int
    if let year = (body + 1..<max(end, body + 1)).first(where: isYearApart) {
      // `[J]. 上海: 上海古籍出版社, 1985`: some styles give every type this code.
      if let colon = (body + 1..<max(year, body + 1)).first(where: { entry.has(.colon, before: $0) }),
        colon == body + 1,
        entry.chain.links[body].known & WordChain.Known.place != 0
      {
        return CodedImprint(entry: entry).readImprint(body..<end, &labels)
      }
      for word in body..<year { labels[word] = .containerTitle }
      labels[year] = .issued
      numbers = year + 1
      // `2025-04-02`, `2025年4月2日`
      while numbers < end, entry.isOpen(numbers), isDatePart(numbers) {
        labels[numbers] = .issued
        numbers += 1
      }
    } else {
      guard
        let volume = (body + 1..<max(end, body + 1)).first(where: {
          entry.isNumber($0) && (isApart($0) || entry.isInside($0, .round))
        }),
        labels[..<body].contains(.issued)
      else { return }
      for word in body..<volume { labels[word] = .containerTitle }
      numbers = volume
    }
    readNumbers(from: &numbers, to: end, &labels)
  }

  /// `, 510(7505): 356-362`, `(8): 42-45`, `, 28: 1-9`
  private func readNumbers(from word: inout Int, to end: Int, _ labels: inout [FieldLabel]) {
    let start = word
    if word < end, entry.isOpen(word), !entry.has(.colon, before: word), entry.isNumber(word), isOneWord(word, end) {
      labels[word] = .volume
      word += 1
    }
    var isBracketed = false
    while word < end, entry.isInside(word, .round), word == start || !entry.has(.colon, before: word) {
      labels[word] = .issue
      isBracketed = true
      word += 1
    }
    guard word < end, entry.has(.colon, before: word) || isBracketed && entry.has([.comma, .period], before: word)
    else {
      return
    }
    guard entry.isNumber(word) || entry.text.isLatin(entry.chain.links[word].token) else { return }
    while word < end, labels[word] != .url, labels[word] != .doi {
      labels[word] = .page
      word += 1
    }
  }

  /// Whether nothing but a mark that ends it follows a number: `37` and not `37-38 `.
  private func isOneWord(_ word: Int, _ end: Int) -> Bool {
    word + 1 >= end || !entry.marks(before: word + 1).isEmpty
  }

  func correctNewspaper(_ labels: inout [FieldLabel]) {
    let body = entry.body
    let end = end
    guard
      let year = (body + 1..<max(end, body + 1)).first(where: isYearApart),
      !(body..<end).contains(where: isRole)
    else { return }
    for word in body..<year { labels[word] = .containerTitle }
    var word = year
    while word < end, entry.isOpen(word), !entry.has([.colon, .period], before: word) || word == year {
      labels[word] = .issued
      word += 1
    }
    // `(11)`, `: 3`
    while word < end {
      guard entry.isInside(word, .round) || entry.has(.colon, before: word) || labels[word - 1] == .page else { return }
      labels[word] = .page
      word += 1
    }
  }

  private func isYearApart(_ word: Int) -> Bool {
    entry.isYear(word) && entry.isOpen(word) && entry.has([.comma, .period, .stop], before: word)
  }

  private func isDatePart(_ word: Int) -> Bool {
    let marks = entry.marks(before: word)
    if marks.count == 1, entry.text.isMark(marks.lowerBound, .dash), entry.isNumber(word) { return true }
    let kind = entry.text.tokens[entry.chain.links[word].token].word
    return marks.isEmpty && (kind == .year || kind == .month || kind == .day)
  }

  /// Whether a mark stands before a number; a name of a journal may hold one.
  private func isApart(_ word: Int) -> Bool { entry.has([.comma, .period, .stop, .colon], before: word) }

  private func isRole(_ word: Int) -> Bool {
    let kind = entry.text.tokens[entry.chain.links[word].token].word
    return kind == .role || kind == .translatorWord || kind == .editorWord
  }
}

/// A serial as a whole: `1957(1)—1990(4). 北京: 北京图书馆, 1957—1990` (GB/T 7714—2015 4.3).
struct CodedSerial {
  let entry: CodedEntry

  /// False where the entry is none.
  func correct(_ labels: inout [FieldLabel]) -> Bool {
    let body = entry.body
    guard entry.isYear(body), let stop = (body + 1..<max(entry.count, body + 1)).first(where: entry.endsField),
      (stop..<entry.count).contains(where: { entry.has(.colon, before: $0) }),
      (body..<stop).allSatisfy({ entry.isNumber($0) })
    else { return false }
    for word in body..<stop { labels[word] = .volume }
    CodedImprint(entry: entry).readImprint(stop..<(entry.tail(from: stop)), &labels)
    return true
  }
}

extension CodedEntry {
  /// Where the date of access or the address begins.
  func tail(from word: Int) -> Int {
    (word..<max(count, word)).first { isInside($0, .square) || isAddress($0) } ?? count
  }
}
