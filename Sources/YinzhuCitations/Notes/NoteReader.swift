import YinzhuModel
import YinzhuText

/// Reads one note: splits it into citations and comment, and says what kind of note it is.
struct NoteReader {
  let text: TokenizedText
  let builder: RecordBuilder
  let note: String
  private var finder: CitationFinder
  let pointerReader: PointerReader
  var items: [CitationItem] = []
  var pointers: [BackReferencePointer] = []
  private var hasComment = false
  /// The stretches that patterns read as citations.
  private var accepted: [Range<Int>] = []
  private var explains = false
  /// What the label model read, in order.
  private var labelled: [ParseExplanation] = []

  init(text: TokenizedText, builder: RecordBuilder, note: String) {
    self.text = text
    self.builder = builder
    self.note = note
    finder = CitationFinder(text: text, lexicons: builder.lexicons)
    pointerReader = PointerReader(text: text, builder: builder)
  }

  mutating func read() -> ParsedNote {
    let whole = trimmed(0..<text.count)
    if !whole.isEmpty, !readWhole(whole) {
      for clause in clauses(whole) { read(clause: clause) }
    }
    return ParsedNote(
      citation: Citation(note: note, kind: kind, items: items), pointers: pointers, diagnostics: remainders)
  }

  /// Reads the note and says what each pattern makes of its citations.
  mutating func explain() -> [ParseExplanation] {
    explains = true
    _ = read()
    return labelled + accepted.map { ParseExplanation(text: text, range: $0, matches: finder.readings($0)) }
  }

  private var remainders: [Diagnostic] {
    items.flatMap { item in
      item.parse.remainder.map { span in
        Diagnostic(
          CitationRules.remainder, "part of the citation “\(item.text.prefix(20))…” belongs to no field", span: span)
      }
    }
  }

  private var kind: Citation.Kind {
    if items.isEmpty { return .explanation }
    if hasComment { return .mixed }
    return items.allSatisfy { $0.form != .full } ? .backReference : .citation
  }

  // MARK: Stretches

  /// Without the final full stop and marks that stand alone at the ends.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let last = range.last,
      text.isMark(last, [.stop, .comma, .semicolon, .enumeration]) || isFinalPeriod(last, range)
    {
      range = range.lowerBound..<last
    }
    while let first = range.first, text.isMark(first, [.stop, .comma, .semicolon, .colon, .enumeration]) {
      range = (first + 1)..<range.upperBound
    }
    return range
  }

  /// The full stop of a note in Western script; that of an abbreviation stays (`Group, Inc.`).
  private func isFinalPeriod(_ index: Int, _ range: Range<Int>) -> Bool {
    guard text.isMark(index, .period), index > range.lowerBound else { return false }
    let before = index - 1
    guard text.isLatin(before) else { return true }
    return !["Inc", "Ltd", "Co", "Jr", "Sr", "ed", "eds", "etc"].contains(text.string(before..<index))
      && text.length(before..<index) > 1
  }

  /// Stretches between full stops and semicolons outside brackets.
  private func clauses(_ range: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      if text.isMark(index, [.stop, .semicolon, .question]) {
        if index > start { out.append(start..<index) }
        start = index + 1
      }
      let next = text.next(index)
      // A quotation that ends in a full stop ends its clause: `“……。”参见……`
      if text.tokens[index].kind == .open, next < range.upperBound, next - 2 > index,
        text.isMark(next - 2, [.stop, .question]),
        text.tokens[index].bracket == .quote || text.tokens[index].bracket == .corner
      {
        out.append(start..<min(next, range.upperBound))
        start = next
      }
      index = next
    }
    if start < range.upperBound { out.append(start..<range.upperBound) }
    return out
  }

  // MARK: Reading

  /// The note as one citation, or one back reference.
  private mutating func readWhole(_ range: Range<Int>) -> Bool {
    if readPointer(range, prefix: nil) { return true }
    let (prefix, start) = leadingSignal(range)
    guard start < range.upperBound else { return false }
    if prefix != nil, readPointer(start..<range.upperBound, prefix: prefix) { return true }
    if readSameAuthor(start..<range.upperBound, prefix: prefix) { return true }
    if readPointerBeforeText(start..<range.upperBound, prefix: prefix) { return true }
    if readShortForm(start..<range.upperBound, prefix: prefix) { return true }
    // 甲，转引自乙: two citations, which no pattern reads as one.
    if (start + 1..<max(start + 1, range.upperBound)).contains(where: isQuotedIn) { return false }
    return readCitation(start..<range.upperBound, prefix: prefix, threshold: 2.4, isWhole: true)
  }

  mutating func read(clause: Range<Int>) {
    let range = trimmed(clause)
    guard !range.isEmpty else { return }
    if readPointer(range, prefix: nil) { return }
    let (prefix, start) = leadingSignal(range)
    if start < range.upperBound {
      if prefix != nil, readPointer(start..<range.upperBound, prefix: prefix) { return }
      if readSameAuthor(start..<range.upperBound, prefix: prefix) { return }
      if readShortForm(start..<range.upperBound, prefix: prefix) { return }
      if readCitation(start..<range.upperBound, prefix: prefix, threshold: CitationFinder.threshold) { return }
    }
    if readAfterInnerSignal(range) { return }
    if readPointerBeforeText(start..<range.upperBound, prefix: prefix) { return }
    if prefix == nil, readAfterMark(range) { return }
    if readBeforeTrailingComment(start..<range.upperBound, prefix: prefix) { return }
    hasComment = true
  }

  /// 参见, 另见, 转引自, 见 at the start; the mark after it goes too.
  private func leadingSignal(_ range: Range<Int>) -> (prefix: Range<Int>?, start: Int) {
    let first = range.lowerBound
    guard text.isWord(first, .signal) || text.isWord(first, .see) else { return (nil, first) }
    var end = first + 1
    if end < range.upperBound, text.isWord(end, .signal) || text.isWord(end, .see) { end += 1 }
    let prefix = first..<end
    if end < range.upperBound, text.isMark(end, [.colon, .comma]) { end += 1 }
    return (prefix, end)
  }

  private func isSignal(_ index: Int, in range: Range<Int>) -> Bool {
    let token = text.tokens[index]
    guard token.word == .signal || token.word == .see else { return false }
    if token.end - token.start > 3 { return true }
    // 见 and 参 alone count only after a mark: 所见, 参加 are no signals.
    return index == range.lowerBound || text.tokens[index - 1].kind == .mark || text.tokens[index - 1].kind == .close
  }

  /// Comment, then a signal word, then a citation; or one citation quoted in another (转引自).
  private mutating func readAfterInnerSignal(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if index > range.lowerBound, isSignal(index, in: range) {
        let (prefix, start) = leadingSignal(index..<range.upperBound)
        if start < range.upperBound, let prefix {
          let before = trimmed(range.lowerBound..<index)
          let (earlier, earlierStart) = leadingSignal(before)
          let isQuotedIn = isQuotedIn(index)
          let count = items.count
          let found =
            earlierStart < before.upperBound
            && readCitation(earlierStart..<before.upperBound, prefix: earlier, threshold: isQuotedIn ? 2.5 : 4)
          if readPointer(start..<range.upperBound, prefix: prefix)
            || readCitation(start..<range.upperBound, prefix: prefix, threshold: CitationFinder.threshold)
          {
            if found, isQuotedIn { items[count].quotedIn = count + 1 }
            if !found, !before.isEmpty { hasComment = true }
            return true
          }
          if found { items.removeSubrange(count...) }
        }
      }
      index = text.next(index)
    }
    return false
  }

  private func isQuotedIn(_ index: Int) -> Bool {
    guard text.isWord(index, .signal) else { return false }
    let row = Int(text.tokens[index].value)
    return builder.lexicons.signals.indices.contains(row) && builder.lexicons.signals[row].isQuotedIn
  }

  /// Comment, a mark, then a citation without a signal word.
  private mutating func readAfterMark(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    var tries = 0
    while index < range.upperBound, tries < 8 {
      let next = text.next(index)
      let token = text.tokens[index]
      let isBorder =
        token.kind == .mark && !token.marks.isDisjoint(with: [.comma, .colon])
        || (token.kind == .open && (token.bracket == .quote || token.bracket == .corner))
      if isBorder, next < range.upperBound {
        tries += 1
        if readCitation(next..<range.upperBound, prefix: nil, threshold: 6.5) {
          hasComment = true
          return true
        }
      }
      index = next
    }
    return false
  }

  /// A citation, then comment after a comma.
  private mutating func readBeforeTrailingComment(_ range: Range<Int>, prefix: Range<Int>?) -> Bool {
    var commas: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if text.isMark(index, [.comma]) || text.isOpen(index, .round) { commas.append(index) }
      index = text.next(index)
    }
    for comma in commas.suffix(8).reversed() where comma > range.lowerBound {
      if readCitation(range.lowerBound..<comma, prefix: prefix, threshold: 6.5) {
        hasComment = true
        return true
      }
    }
    return false
  }

  // MARK: Making items

  mutating func readCitation(_ range: Range<Int>, prefix: Range<Int>?, threshold: Float, isWhole: Bool = false)
    -> Bool
  {
    let best = finder.best(range)
    if isWhole, readByLabels(range, prefix: prefix, instead: best?.match) { return true }
    guard let (match, margin) = best, match.score >= threshold || match.pattern.isWestern,
      !namesAreProse(match)
    else { return false }
    accepted.append(range)
    let built = builder.build(match, id: nextID)
    let confidence = Confidence.of(match, margin: margin, remainder: built.remainder.count)
    append(built, range, prefix: prefix, pattern: match.pattern.id, confidence: confidence)
    return true
  }

  /// Whether the names of a reading are a sentence: `其中尤为著名的有…`.
  private func namesAreProse(_ match: Match) -> Bool {
    match.filled.contains { filled in
      [.creators, .contributors, .hostEditors].contains(filled.slot.shape)
        && ProseWords(text: text).occur(in: filled.range)
    }
  }

  private var nextID: ReferenceID { ReferenceID(rawValue: "\(note).\(items.count + 1)") }

  private mutating func append(
    _ built: BuiltRecord, _ range: Range<Int>, prefix: Range<Int>?, pattern: PatternID, confidence: Double
  ) {
    let parse = CitationItem.Parse(
      pattern: pattern, confidence: confidence, remainder: built.remainder.flatMap { builder.spans(tokens: $0) })
    items.append(
      CitationItem(
        reference: built.reference, locator: built.locator, prefix: prefix.map(text.string),
        form: CitationFormReader.form(built.reference), text: printed(range), spans: builder.spans(tokens: range),
        parse: parse))
    pointIfShort(built.reference)
  }

  /// From these scores on a pattern is believed before the weights, where the text looks like an entry of a list:
  /// one that full stops divide, and any other.
  private static let sure: (divided: Float, other: Float) = (7, 6.5)

  /// Entries of lists, and Western notes, are read by the label model; notes in 《》 by the patterns.
  private mutating func readByLabels(_ range: Range<Int>, prefix: Range<Int>?, instead match: Match?) -> Bool {
    guard range.count <= CitationFinder.longest else { return false }
    let isEntry = finder.looksLikeEntry(range)
    if let match {
      // Patterns know notes well that they read in full.
      let sure = finder.isDivided(range) ? NoteReader.sure.divided : NoteReader.sure.other
      guard isEntry, match.score < sure else { return false }
    }
    guard isEntry || isOneStatement(range), let model = builder.lexicons.labelModel else { return false }
    let chain = WordChainReader.read(text, range: range, lexicons: builder.lexicons)
    guard chain.count > 2 else { return false }
    let labeller = Labeller(model: model)
    let labels = labeller.label(chain)
    let reader = LabelledReader(model: model, chain: chain, builder: builder)
    let built = reader.build(labels.labels, id: nextID)
    let refusal = refusal(
      of: built.reference, isEntry: isEntry, isOnlyReading: match == nil, confidence: labels.confidence)
    if explains { labelled.append(ParseExplanation(reader, labeller, labels, refusal: refusal)) }
    guard refusal == nil else { return false }
    append(built, range, prefix: prefix, pattern: LabelledReader.pattern, confidence: labels.confidence)
    return true
  }

  /// Why a record that the labels make is no citation; nil where it is one. Prose has words that look like a title.
  private func refusal(of reference: Reference, isEntry: Bool, isOnlyReading: Bool, confidence: Double) -> String? {
    guard reference[.title] != nil else { return "no title" }
    if finder.hasTypeCode { return nil }
    let evidence = NoteReader.evidence.count { reference[$0] != nil }
    let creators = NoteReader.creators.count { reference[$0] != nil }
    guard evidence + creators > 0 else { return "nothing besides a title" }
    // One thing more may be chance, unless the labels are sure who wrote it, or it is a number as laws have; a pattern
    // that reads as much says what the type is.
    let isSure = creators == 1 && confidence > 0.8 || !isEntry && reference[.number] != nil
    guard evidence + creators > 1 || isSure && isOnlyReading else { return "little besides a title" }
    guard isEntry || confidence > 0.1 else { return "too unsure" }
    return nil
  }

  private static let creators: [Variable] = [.author, .editor, .translator]
  /// What a citation says besides its title and creators.
  private static let evidence: [Variable] = [
    .containerTitle, .publisher, .publisherPlace, .issued, .accessed, .url, .doi, .number, .genre, .archive, .volume,
  ]

  /// Whether full stops divide nothing but the imprint off: `《图志》。北京：地图出版社，1982年。`
  private func isOneClause(_ range: Range<Int>) -> Bool {
    let clauses = clauses(range)
    return clauses.count == 1
      || clauses.count < 4
        && !clauses.dropFirst().contains {
          $0.contains { text.tokens[$0].kind == .open && text.tokens[$0].bracket != .round }
        }
  }

  /// Whether a stretch is one clause without a signal word and prose in it, that has a title in marks or a colon
  /// behind names.
  private func isOneStatement(_ range: Range<Int>) -> Bool {
    isOneClause(range) && !range.contains { text.isWord($0, .signal) }
      && range.contains {
        text.isMark($0, .colon) || text.isOpen($0, .title) || text.isOpen($0, .corner) || text.isOpen($0, .quote)
      } && !ProseWords(text: text).occur(in: range)
  }

  /// The text as the note prints it, widths kept.
  func printed(_ range: Range<Int>) -> String {
    let bytes = text.byteRange(range)
    return builder.note[builder.folded.sourceRange(of: bytes)]
  }
}
