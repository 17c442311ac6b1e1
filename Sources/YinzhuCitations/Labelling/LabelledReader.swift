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
  private var edges: FieldEdges { FieldEdges(text: text) }

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

  /// The labels without what conventions of print do not allow.
  private func corrected(_ labels: [FieldLabel]) -> [FieldLabel] {
    let titles = TitleLabels(chain: chain).corrected(smoothed(labels))
    let imprint = NumberLabels(chain: chain).corrected(ImprintLabels(chain: chain).corrected(titles))
    return CodedEntry(chain)?.corrected(imprint) ?? imprint
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
    let labels = corrected(labels)
    let runs = runs(labels)
    let record = BuiltRecord(
      reference: Reference(id: id, type: LabelledType(model: model, chain: chain, labels: labels).type), locator: nil,
      remainder: [])
    var draft = Draft(builder: builder, pattern: LabelledReader.pattern, record: record)
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
    case .containerTitle: addText(.containerTitle, edges.withoutHost(run.range), to: &draft)
    case .collectionTitle: addText(.collectionTitle, run.range, to: &draft)
    case .eventTitle: addText(.eventTitle, edges.withoutHost(run.range), to: &draft)
    case .publisher: addPublisher(run.range, to: &draft)
    case .publisherPlace: addText(.publisherPlace, run.range, to: &draft)
    case .genre: addText(.genre, edges.degree(run.range), to: &draft)
    case .archive: addText(.archive, run.range, to: &draft)
    case .number: addText(.number, edges.withYear(edges.withoutKind(edges.withoutUnits(run.range))), to: &draft)
    case .edition where isVersion(run.range): addText(.version, run.range, to: &draft)
    case .edition: addText(.edition, edges.withoutOrdinal(edges.withoutUnits(run.range)), to: &draft)
    case .volume: addText(.volume, edges.withoutUnits(run.range), to: &draft)
    case .issue: addText(.issue, edges.withoutUnits(run.range), to: &draft)
    case .isbn: addText(.isbn, edges.withoutWord("isbn", run.range), to: &draft)
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

  /// `V1.0` of data and programs.
  private func isVersion(_ range: Range<Int>) -> Bool {
    chain.links.firstIndex { $0.token == range.lowerBound }.map(chain.isVersion) ?? false
  }

  // MARK: Texts

  /// With the mark or bracket that ends it, where that is its own.
  private func addText(_ variable: Variable, _ range: Range<Int>, to draft: inout Draft) {
    draft.addText(variable, edges.whole(range))
  }

  /// `南京大学博士学位论文`: the school, and the degree behind it; `中国专利`: the country of a patent.
  private func addPublisher(_ range: Range<Int>, to draft: inout Draft) {
    if let degree = range.first(where: { text.isWord($0, .degree) }), degree > range.lowerBound {
      addText(.publisher, range.lowerBound..<degree, to: &draft)
      if draft.record.reference[.genre] == nil { addText(.genre, degree..<(degree + 1), to: &draft) }
      return
    }
    // 老二酉堂版
    let isEdition = range.count > 1 && range.last.map { text.isWord($0, .edition) } ?? false
    addText(.publisher, isEdition ? range.lowerBound..<(range.upperBound - 1) : range, to: &draft)
  }

  // MARK: Pages, dates, addresses

  private func addPages(_ range: Range<Int>, to draft: inout Draft) {
    // 第1张第4版 stays whole: two numbers are no page.
    let isWhole = range.count < 8 && range.contains { text.text($0).elementsEqual("张".utf8) }
    let range = isWhole ? range : edges.pages(range)
    let value = isWhole ? text.string(range) : LocatorReader(text: text).pages(range)
    let hasLocator = [.book, .thesis, .report, .classic, .document].contains(draft.record.reference.type)
    if hasLocator {
      guard draft.record.locator == nil else { return }
      draft.record.locator = Locator(label: .page, value: value, spans: builder.spans(tokens: range))
    } else if range.count == 1, text.text(range.lowerBound).count > 5, text.tokens[range.lowerBound].kind == .digits {
      // No journal counts its pages so far: the number of the article.
      addText(.number, range, to: &draft)
    } else if draft.record.reference[.page] == nil {
      draft.record.reference[.page] = Field(.number(value), draft.parsed(text.byteRange(range)))
    }
  }

  private func addDate(_ range: Range<Int>, _ variable: Variable, to draft: inout Draft) {
    guard let date = LooseDateReader(text: text, shapes: builder.shapes).read(range) else { return }
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
