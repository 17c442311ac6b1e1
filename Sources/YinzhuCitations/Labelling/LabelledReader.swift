import YinzhuModel
import YinzhuText

/// A stretch of words with one label.
struct LabelledRun: Sendable {
  var label: FieldLabel
  /// Tokens, with the marks between the words.
  var range: Range<Int>
}

/// Makes a record of an entry whose words have labels.
struct LabelledReader {
  let model: LabelModel
  let chain: WordChain
  let builder: RecordBuilder

  static let pattern = PatternID(rawValue: "labels")

  private var text: TokenizedText { builder.text }

  func runs(_ labels: [FieldLabel]) -> [LabelledRun] {
    var runs: [LabelledRun] = []
    for (index, label) in labels.enumerated() {
      let token = chain.links[index].token
      if let last = runs.last, last.label == label, index > 0 {
        runs[runs.count - 1].range = last.range.lowerBound..<(token + 1)
      } else {
        runs.append(LabelledRun(label: label, range: token..<(token + 1)))
      }
    }
    return runs
  }

  /// The labels with one or two words that stand inside a title or name and were given to something else put right.
  private func smoothed(_ labels: [FieldLabel]) -> [FieldLabel] {
    var out = labels
    var start = 0
    var before: FieldLabel?
    while start < out.count {
      var end = start
      while end < out.count, out[end] == out[start] { end += 1 }
      if end - start <= 2, end < out.count, let before, out[end] == before, LabelledReader.long.contains(before),
        !LabelledReader.certain.contains(out[start]),
        (start...end).allSatisfy({ LabelledReader.weak.contains(chain.links[$0].gapClass) })
      {
        for index in start..<end { out[index] = before }
        start = end
        continue
      }
      before = out[start]
      start = end
    }
    return out
  }

  private static let long: Set<FieldLabel> = [.title, .containerTitle, .publisher, .collectionTitle]
  private static let certain: Set<FieldLabel> = [.url, .doi, .issued, .accessed, .author]
  private static let weak: Set<WordChain.GapClass> = [.none, .space, .comma, .dash, .dot, .ampersand]

  func build(_ labels: [FieldLabel], id: ReferenceID) -> BuiltRecord {
    let labels = smoothed(labels)
    let runs = runs(labels)
    let record = BuiltRecord(
      reference: Reference(id: id, type: LabelledType(model: model, chain: chain, labels: labels).type), locator: nil,
      remainder: [])
    var draft = Draft(builder: builder, pattern: LabelledReader.pattern, record: record)
    draft.isListEntry = true
    for run in runs { add(run, among: runs, to: &draft) }
    draft.finish()
    var built = draft.record
    built.reference.span = builder.spans(tokens: chain.range).first
    return built
  }

  private func add(_ run: LabelledRun, among runs: [LabelledRun], to draft: inout Draft) {
    switch run.label {
    case .other, .note: draft.record.remainder.append(run.range)
    case .author: draft.addNames(run.range, isProceedings(runs) ? .editor : .author)
    case .editor: draft.addNames(run.range, .editor)
    case .translator: draft.addNames(run.range, .translator)
    case .title: addText(.title, run.range, to: &draft)
    case .containerTitle: addText(.containerTitle, withoutHost(run.range), to: &draft)
    case .collectionTitle: addText(.collectionTitle, run.range, to: &draft)
    case .eventTitle: addText(.eventTitle, withoutHost(run.range), to: &draft)
    case .publisher: addText(.publisher, run.range, to: &draft)
    case .publisherPlace: addText(.publisherPlace, run.range, to: &draft)
    case .genre: addText(.genre, run.range, to: &draft)
    case .archive: addText(.archive, run.range, to: &draft)
    case .number: addText(.number, withoutKind(withoutUnits(run.range)), to: &draft)
    case .edition: addText(.edition, withoutOrdinal(withoutUnits(run.range)), to: &draft)
    case .volume: addText(.volume, withoutUnits(run.range), to: &draft)
    case .issue: addText(.issue, withoutUnits(run.range), to: &draft)
    case .isbn: addText(.isbn, afterWord("isbn", run.range), to: &draft)
    case .page: addPages(run.range, to: &draft)
    case .issued: addDate(run.range, .issued, to: &draft)
    case .accessed: addDate(run.range, .accessed, to: &draft)
    case .url: addAddress(.url, run.range, to: &draft)
    case .doi: addAddress(.doi, run.range, to: &draft)
    }
  }

  /// Whether the work itself is a collection of papers: who stands before its title has edited it.
  private func isProceedings(_ runs: [LabelledRun]) -> Bool {
    guard !runs.contains(where: { $0.label == .containerTitle || $0.label == .editor }),
      let title = runs.first(where: { $0.label == .title })
    else { return false }
    let words = text.string(title.range)
    return words.hasSuffix("论文集") || words.hasSuffix("論文集") || words.hasPrefix("Proceedings of")
  }

  // MARK: Texts

  /// With the mark or bracket that ends it, where that is its own.
  private func addText(_ variable: Variable, _ range: Range<Int>, to draft: inout Draft) {
    draft.addText(variable, whole(range))
  }

  private func whole(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return range }
    var (low, high) = (range.lowerBound, range.upperBound)
    // Marks at the ends belong to it when their partners stand inside.
    while low < high,
      text.tokens[low].kind == .close || (text.tokens[low].kind == .open && Int(text.tokens[low].partner) >= high)
    {
      low += 1
    }
    extend: while high < text.count {
      let token = text.tokens[high]
      if token.kind == .close, Int(token.partner) >= low, Int(token.partner) < high {
        high += 1
      } else if token.kind == .mark, token.marks == .question, !token.spaced {
        high += 1
      } else if token.kind == .mark, token.marks == .period, endsInAbbreviation(high, low) {
        high += 1
      } else {
        break extend
      }
    }
    while low > 0, text.tokens[low - 1].kind == .open, Int(text.tokens[low - 1].partner) >= low,
      Int(text.tokens[low - 1].partner) < high - 1
    {
      low -= 1
    }
    return low..<high
  }

  /// `U.S.`, `Inc.`: the full stop is the word's.
  private func endsInAbbreviation(_ index: Int, _ low: Int) -> Bool {
    guard index > low, text.isLatin(index - 1) else { return false }
    if text.tokens[index - 1].word == .corporation { return true }
    return index - 2 > low && text.length((index - 1)..<index) == 1 && text.isMark(index - 2, .period)
  }

  /// Without `In`, 载, 见 before the host's title.
  private func withoutHost(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while range.count > 1, let first = range.first,
      text.tokens[first].word == .hostWord || text.tokens[first].word == .host || text.tokens[first].word == .see
        || text.tokens[first].word == .signal || text.tokens[first].kind == .mark
    {
      range = (first + 1)..<range.upperBound
    }
    return range
  }

  /// Without 第, 卷, `vol.`, `no.`, 版, `ed.` around a number.
  private func withoutUnits(_ range: Range<Int>) -> Range<Int> {
    var range = range
    let units: Set<Word> = [
      .year,
      .ordinal, .runningOrdinal, .volumeWord, .issueWord, .number, .editionWord, .conjunction,
    ]
    while range.count > 1, let first = range.first,
      units.contains(text.tokens[first].word) || text.tokens[first].kind == .mark || text.tokens[first].kind == .close
        || (text.tokens[first].kind == .open && Int(text.tokens[first].partner) >= range.upperBound)
    {
      range = (first + 1)..<range.upperBound
    }
    // `v.16`, `n. 4`
    if range.count > 2, let first = range.first, text.isLatin(first), text.length(first..<(first + 1)) == 1,
      text.isMark(first + 1, .period), text.tokens[first + 2].kind == .digits
    {
      range = (first + 2)..<range.upperBound
    }
    let ends: Set<Word> = [.volume, .issue, .edition, .editionWord, .editorWord]
    while range.count > 1, let last = range.last,
      text.tokens[last].kind == .mark || (ends.contains(text.tokens[last].word) && text.tokens[last - 1].kind != .han)
    {
      range = range.lowerBound..<last
    }
    return range
  }

  /// `中国专利：CN1…`: the number without the words that say of what.
  private func withoutKind(_ range: Range<Int>) -> Range<Int> {
    guard let mark = range.last(where: { text.isMark($0, [.colon, .comma]) }), mark + 1 < range.upperBound,
      (range.lowerBound..<mark).allSatisfy({ text.tokens[$0].kind == .han })
    else { return range }
    return (mark + 1)..<range.upperBound
  }

  /// `2nd` is 2.
  private func withoutOrdinal(_ range: Range<Int>) -> Range<Int> {
    guard range.count == 2, text.tokens[range.lowerBound].kind == .digits,
      ["st", "nd", "rd", "th", "e", "ª", "a"].contains(text.string((range.lowerBound + 1)..<range.upperBound))
    else { return range }
    return range.lowerBound..<(range.lowerBound + 1)
  }

  private func afterWord(_ word: String, _ range: Range<Int>) -> Range<Int> {
    var range = range
    while range.count > 1, let first = range.first,
      text.tokens[first].kind == .mark || text.string(first..<(first + 1)).lowercased() == word
    {
      range = (first + 1)..<range.upperBound
    }
    return range
  }

  // MARK: Pages, dates, addresses

  private func addPages(_ range: Range<Int>, to draft: inout Draft) {
    var range = range
    while range.count > 1, let first = range.first,
      [.pages, .page, .ordinal, .volumeWord, .number].contains(text.tokens[first].word)
        || text.tokens[first].kind == .mark
        || text.tokens[first].kind == .open
    {
      range = (first + 1)..<range.upperBound
    }
    while range.count > 1, let last = range.last,
      [.page, .pages, .edition].contains(text.tokens[last].word) || text.tokens[last].kind == .mark
    {
      range = range.lowerBound..<last
    }
    let value = LocatorReader(text: text).pages(range)
    let isWhole = [.book, .thesis, .report, .classic, .document].contains(draft.record.reference.type)
    if isWhole {
      guard draft.record.locator == nil else { return }
      draft.record.locator = Locator(label: .page, value: value, spans: builder.spans(tokens: range))
    } else if draft.record.reference[.page] == nil {
      draft.record.reference[.page] = Field(.number(value), draft.parsed(text.byteRange(range)))
    }
  }

  private func addDate(_ range: Range<Int>, _ variable: Variable, to draft: inout Draft) {
    let date = LooseDateReader(text: text, lexicons: builder.lexicons).read(range)
    guard let date else { return }
    let parsed = draft.parsed(text.byteRange(date.range))
    if let earlier = draft.record.reference[variable]?.date {
      // `(2004) … June 3`: the year stands apart.
      guard variable == .issued, let start = earlier.start, start.month == nil, let later = date.value.start,
        later.month != nil, later.year == start.year || later.year == 0
      else { return }
      var value = date.value
      value.start?.year = start.year
      let spans = (draft.record.reference[variable]?.provenance.spans ?? []) + parsed.spans
      draft.record.reference[variable] = Field(.date(value), .parsed(spans.merged(), LabelledReader.pattern))
      return
    }
    guard date.value.start?.year != 0 else {
      draft.record.remainder.append(range)
      return
    }
    draft.record.reference[variable] = Field(.date(date.value), parsed)
  }

  private func addAddress(_ variable: Variable, _ range: Range<Int>, to draft: inout Draft) {
    guard let index = range.first(where: { text.tokens[$0].kind == .url }) else { return }
    let bytes = text.byteRange(index..<(index + 1))
    let slice = text.bytes[bytes]
    // A DOI in the form of an address is a DOI.
    for resolver in ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/"]
    where slice.starts(with: resolver.utf8) && bytes.count > resolver.utf8.count {
      draft.set(.doi, (bytes.lowerBound + resolver.utf8.count)..<bytes.upperBound)
      return
    }
    draft.set(slice.starts(with: "10.".utf8) ? .doi : .url, bytes)
  }
}
