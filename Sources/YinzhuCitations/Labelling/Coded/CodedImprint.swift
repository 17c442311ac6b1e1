/// What follows the code of a book, paper or report: contributors, its host, edition, place, publisher, year, pages
/// (GB/T 7714—2015 4.1, 4.2).
struct CodedImprint {
  let entry: CodedEntry

  func correct(_ labels: inout [FieldLabel]) {
    let body = entry.body
    let end = entry.tail(from: body)
    guard end > body else { return }
    if entry.code == "P" { return readPatent(body..<end, &labels) }
    var fields: [Range<Int>] = []
    var start = body
    for word in body + 1..<max(end, body + 1) where entry.endsField(before: word) {
      fields.append(start..<word)
      start = word
    }
    fields.append(start..<end)
    // Dates alone stay what the model took them for; pages may stand apart from the year.
    var pages: Range<Int>?
    // `138cm×96cm`, the size of a map.
    if let last = fields.last, fields.count > 1, last.count <= 4, entry.string(last).hasSuffix("cm") {
      for word in last { labels[word] = .note }
      fields.removeLast()
    }
    while let last = fields.last, isDate(last), last.count > 1 || !entry.isYear(last.lowerBound) || fields.count < 2 {
      if !entry.isYear(last.lowerBound), labels[last.lowerBound] != .accessed, entry.code != "EB" { pages = last }
      // `[R/OL]. 2013-09-30. http://…`: a day that no bracket holds is that of issue.
      if entry.isYear(last.lowerBound), last.count > 1, !labels.contains(.issued), last.allSatisfy(entry.isOpen) {
        for word in last { labels[word] = .issued }
      }
      fields.removeLast()
    }
    let isAuthorDate = labels[..<body].contains(.issued)
    guard let imprint = fields.last,
      isImprint(imprint)
        || isAuthorDate
          && (labels[imprint.lowerBound] == .publisher
            || imprint.dropFirst().contains { entry.has(.colon, before: $0) })
    else { return }
    if let pages, year(of: imprint) != nil { for word in pages { labels[word] = .page } }
    var front = Array(fields.dropLast())
    let host = fields.firstIndex { entry.isHost($0.lowerBound) || isHostWord($0.lowerBound) }
    front.removeAll { field in
      if field.count <= 3 && entry.chain.isVersion(field.lowerBound) || isEdition(field)
        || labels[field].allSatisfy({ $0 == .edition })
      {
        for word in field { labels[word] = .edition }
        return true
      }
      if entry.isVolume(field), field.lowerBound > body {
        for word in field { labels[word] = .volume }
        return true
      }
      if let label = contributors(field) {
        for word in field { labels[word] = label }
        return true
      }
      return false
    }
    if host != nil || entry.code == "A" && front.count == 2 {
      readHost(front, imprint, &labels)
    } else if front.isEmpty {
      readImprint(imprint, &labels)
    }
    if entry.code == "A" { keepArchive(imprint, &labels) }
  }

  private func isHostWord(_ word: Int) -> Bool {
    FieldEdges.hosts.contains(kind(word)) && word + 1 < entry.count && entry.has(.colon, before: word + 1)
  }

  /// `[A]. 北京: 中国第一历史档案馆, 1887`: who keeps a file does not publish it.
  private func keepArchive(_ imprint: Range<Int>, _ labels: inout [FieldLabel]) {
    let words = imprint.filter { labels[$0] == .publisher }
    guard let first = words.first, let last = words.last,
      ["档案", "檔案", "图书馆", "博物馆"].contains(where: entry.string(first..<(last + 1)).contains)
    else { return }
    for word in imprint {
      if labels[word] == .publisher { labels[word] = .archive }
      if labels[word] == .publisherPlace { labels[word] = .other }
    }
  }

  /// `[P]. 中国: CN107966475B, 2024-02-27`: country, number, day.
  private func readPatent(_ words: Range<Int>, _ labels: inout [FieldLabel]) {
    guard let colon = words.dropFirst().first(where: { entry.has(.colon, before: $0) }), colon - words.lowerBound <= 3,
      !words[..<colon].contains(where: entry.isNumber)
    else { return }
    for word in words.lowerBound..<colon { labels[word] = .publisherPlace }
    for word in colon..<words.upperBound where labels[word] == .publisher || labels[word] == .containerTitle {
      labels[word] = .number
    }
  }

  // MARK: Hosts

  /// `//苏克福, 管成学. 苏颂与《本草图经》研究. `: editors, where there are two fields, and the title.
  private func readHost(_ front: [Range<Int>], _ imprint: Range<Int>, _ labels: inout [FieldLabel]) {
    switch front.count {
    case 0:
      // `//中国震旦亚界, 天津: …`: only a comma before the place.
      if let colon = imprint.dropFirst().first(where: { entry.has(.colon, before: $0) && !entry.isNumber($0) }) {
        guard let comma = imprint.dropFirst().last(where: { $0 < colon && entry.has(.comma, before: $0) }) else {
          return
        }
        setTitle(imprint.lowerBound..<comma, &labels)
        return readImprint(comma..<imprint.upperBound, &labels)
      }
      // `//2022 6th Asian Conference, 2022: 2`: no imprint but the year.
      guard let year = year(of: imprint), year > imprint.lowerBound else { return }
      setTitle(imprint.lowerBound..<year, &labels)
      if entry.code == "C", isMeeting(imprint.lowerBound..<year) {
        for word in imprint.lowerBound..<year { labels[word] = .eventTitle }
      }
      readYear(year..<imprint.upperBound, &labels)
    case 1:
      // `//Rotberg R I, Rabb T K (Eds.), Hunger and History. `
      if let eds = front[0].last(where: { kind($0) == .editorWord && entry.isInside($0, .round) }),
        eds + 1 < front[0].upperBound
      {
        for word in front[0].lowerBound...eds { labels[word] = .editor }
        setTitle(eds + 1..<front[0].upperBound, &labels)
      } else {
        setTitle(front[0], &labels)
      }
      readImprint(imprint, &labels)
    case 2:
      for word in front[0] { labels[word] = .editor }
      setTitle(front[1], &labels)
      readImprint(imprint, &labels)
    default: return
    }
  }

  /// Whether a host is the meeting itself, and not the volume of its papers.
  private func isMeeting(_ words: Range<Int>) -> Bool {
    let name = entry.string(words)
    return !["集", "汇编", "彙編", "Proceedings", "Proc."].contains(where: name.contains)
      && ["会", "會", "论坛", "Conference", "Symposium", "Congress", "Meeting", "meeting", "Workshop"]
        .contains(where: name.contains)
  }

  private func setTitle(_ words: Range<Int>, _ labels: inout [FieldLabel]) {
    // `船山全书: 第1册`: the volume stands behind a colon.
    let colon = words.dropFirst().last { entry.has(.colon, before: $0) } ?? words.upperBound
    let isVolume = entry.isVolume(colon..<words.upperBound)
    for word in words { labels[word] = isVolume && word >= colon ? .volume : .containerTitle }
  }

  // MARK: Contributors and editions

  private func kind(_ word: Int) -> Word { entry.text.tokens[entry.chain.links[word].token].word }

  /// `金吾伦, 胡新和, 译`
  private func contributors(_ field: Range<Int>) -> FieldLabel? {
    guard let last = field.last else { return nil }
    switch kind(last) {
    case .role where field.count > 1 && isApart(last):
      let word = entry.text.string(entry.chain.links[last].token..<(entry.chain.links[last].token + 1))
      return word.contains("译") || word.contains("譯") ? .translator : .editor
    case .translatorWord where field.count > 1: return .translator
    case .editorWord where field.count > 1: return .editor
    default: return nil
    }
  }

  /// Whether a mark or a space stands before a role word: that of 论文汇编 is part of a name.
  private func isApart(_ word: Int) -> Bool {
    !entry.marks(before: word).isEmpty || entry.text.tokens[entry.chain.links[word].token].spaced
      || entry.string(word..<(word + 1)).hasSuffix("译")
  }

  /// `2 版`, `修订版`, `5th ed`, `Rev. ed`, `刻本`
  private func isEdition(_ field: Range<Int>) -> Bool {
    guard let first = field.first, let last = field.last, field.count <= 4 else { return false }
    // `4th ed`, `Rev. ed`: not the editor.
    if kind(last) == .editorWord, field.count <= 3 {
      let word = entry.string(first..<(first + 1)).lowercased()
      return entry.text.text(entry.chain.links[first].token).first.map { (48...57).contains($0) } ?? false
        || ["rev", "revised", "new", "first", "second", "third", "fourth", "fifth", "enl"].contains(word)
    }
    if [.edition, .editionWord, .editionWords, .reprint].contains(kind(last)) { return true }
    let text = entry.text.string(entry.chain.links[last].token..<(entry.chain.links[last].token + 1))
    return text.hasSuffix("版") || field.count == 1 && text.hasSuffix("本") && text.utf8.count <= 12
  }

  // MARK: Imprints

  /// The last year that a mark stands before, or that stands alone.
  private func year(of field: Range<Int>) -> Int? {
    field.last {
      entry.isYear($0) && entry.isOpen($0) && ($0 == field.lowerBound || entry.has([.comma, .period], before: $0))
        && !isPage($0, in: field)
    }
  }

  /// Whether a colon that follows a year stands before a word.
  private func isPage(_ word: Int, in field: Range<Int>) -> Bool {
    guard let colon = field.last(where: { $0 <= word && entry.has(.colon, before: $0) }), colon > field.lowerBound
    else {
      return false
    }
    return entry.isYear(colon - 1)
  }

  /// Whether a field ends in a year, or in a year and pages; or is a place and a publisher, in author-date lists.
  private func isImprint(_ field: Range<Int>) -> Bool {
    year(of: field) != nil || field.dropFirst().contains { entry.has(.colon, before: $0) && !entry.isNumber($0) }
  }

  private func isDate(_ field: Range<Int>) -> Bool {
    field.allSatisfy { entry.isNumber($0) } && !field.dropFirst().contains { entry.has(.colon, before: $0) }
  }

  /// `北京: 科学出版社, 2013: 12-15`, `三户图书刊行社, 1990`, `Boston: Beacon: 3`
  func readImprint(_ field: Range<Int>, _ labels: inout [FieldLabel]) {
    let year = year(of: field)
    let end =
      year ?? (field.dropFirst().last { entry.has(.colon, before: $0) && entry.isNumber($0) } ?? field.upperBound)
    // `第1版 北京: …`: no mark behind the edition.
    let names = (field.first { $0 >= end || labels[$0] != .edition } ?? end)..<end
    if let colon = names.dropFirst().first(where: { entry.has(.colon, before: $0) }) {
      for word in names.lowerBound..<colon { labels[word] = .publisherPlace }
      for word in colon..<end { labels[word] = .publisher }
    } else if !names.isEmpty {
      let isPlace =
        ["C", "A"].contains(entry.code) && labels[names].allSatisfy { $0 == .publisherPlace }
        || names.count == 1 && entry.chain.links[names.lowerBound].known & WordChain.Known.place != 0
      for word in names { labels[word] = isPlace ? .publisherPlace : .publisher }
    }
    readYear(end..<field.upperBound, &labels)
  }

  /// `2013: 12-15`, `1957—1990`; the pages alone in author-date lists.
  private func readYear(_ field: Range<Int>, _ labels: inout [FieldLabel]) {
    guard let first = field.first else { return }
    let pages =
      entry.isYear(first) && !(entry.has(.colon, before: first) && first > field.lowerBound)
      ? field.dropFirst().first { entry.has(.colon, before: $0) } ?? field.upperBound
      : first
    // `2022, 43`: a comma before the pages.
    let comma = field.dropFirst().first {
      $0 < pages && entry.has([.comma, .period], before: $0) && entry.isNumber($0) && !entry.isYear($0)
    }
    let extent = entry.isYear(first) ? comma ?? pages : pages
    for word in first..<extent where entry.isOpen(word) { labels[word] = .issued }
    for word in extent..<field.upperBound where entry.isOpen(word) { labels[word] = .page }
  }
}
