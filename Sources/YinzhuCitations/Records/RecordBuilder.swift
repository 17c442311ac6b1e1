import YinzhuModel
import YinzhuText

/// The record that a match makes, with what belongs to the citation rather than to the work.
struct BuiltRecord {
  var reference: Reference
  var locator: Locator?
  /// Tokens of the match that no field or literal covers.
  var remainder: [Range<Int>]
}

/// Turns the slots of a match into fields. Values hold what the text says at the place that they point to.
struct RecordBuilder {
  let text: TokenizedText
  let folded: MappedText
  let note: MappedText
  let lexicons: Lexicons
  let shapes: ShapeReader

  init(text: TokenizedText, folded: MappedText, note: MappedText, lexicons: Lexicons) {
    self.text = text
    self.folded = folded
    self.note = note
    self.lexicons = lexicons
    shapes = ShapeReader(text: text, lexicons: lexicons)
  }

  /// The places in the source of some folded bytes.
  func spans(_ range: Range<Int>) -> [SourceSpan] {
    folded.spans(of: range).flatMap { note.spans(of: $0.range) }.merged()
  }

  /// The places in the source of some tokens.
  func spans(tokens range: Range<Int>) -> [SourceSpan] { spans(text.byteRange(range)) }

  func build(_ match: Match, id: ReferenceID) -> BuiltRecord {
    var record = BuiltRecord(reference: Reference(id: id, type: match.pattern.type), locator: nil, remainder: [])
    var draft = Draft(builder: self, pattern: match.pattern.id, record: record)
    for filled in match.filled { draft.add(filled) }
    draft.finish()
    record = draft.record
    record.reference.span = spans(tokens: (match.filled.first?.range.lowerBound ?? 0)..<match.end).first
    return record
  }
}

/// A record while its slots are read, one after the other.
struct Draft {
  let builder: RecordBuilder
  let pattern: PatternID
  var record: BuiltRecord
  /// The variable that the last slot filled: what follows in brackets may belong to it.
  var last: Variable?
  var names: [(variable: Variable, list: NameList)] = []
  /// Places of the words that say what the people of a variable did.
  var roleSpans: [Variable: [SourceSpan]] = [:]
  /// Whether the citation has the form of a list of references: a type code, or family names first.
  var isListEntry = false

  private var text: TokenizedText { builder.text }

  init(builder: RecordBuilder, pattern: PatternID, record: BuiltRecord) {
    self.builder = builder
    self.pattern = pattern
    self.record = record
  }

  func parsed(_ range: Range<Int>) -> Provenance { .parsed(builder.spans(range), pattern) }

  mutating func add(_ filled: Filled) {
    let range = filled.range
    switch filled.slot.shape {
    case .creators: addHanNames(builder.shapes.nameGroups(range), fallback: .author)
    case .contributors: addHanNames(builder.shapes.nameGroups(range), fallback: .translator)
    case .hostEditors: addHanNames(builder.shapes.nameGroups(range), fallback: .editor)
    case .westernNames, .westernEditors: addWesternNames(range, filled.slot.variable ?? .author)
    case .bookTitle, .quotedTitle: addBracketed(range, filled.slot.variable)
    case .westernTitle, .westernPeriodical, .westernPublisher, .westernPlace, .publisher, .place, .school,
      .phrase, .degree, .conference, .knownPublisher, .caseTitle, .eventTitle, .westernDegree, .url:
      if let variable = filled.slot.variable { addText(variable, range) } else { record.remainder.append(range) }
    case .doi: addText(filled.slot.variable ?? .doi, (range.upperBound - 1)..<range.upperBound)
    case .noDate: break
    case .parenthetical: addParenthetical(range, filled.slot.variable)
    case .volume: addVolume(range)
    case .edition, .westernEdition: addEdition(range)
    case .year, .date, .eraDate: addDate(range, filled.slot.variable ?? .issued, filled.slot.shape)
    case .number, .supplement, .bareVolume:
      if let variable = filled.slot.variable { addNumber(variable, range) } else { record.remainder.append(range) }
    case .locator: addLocator(LocatorReader(text: text).read(range), range)
    case .westernLocator:
      addLocator(LocatorReader(text: text).readWestern(range), range, variable: filled.slot.variable)
    case .pageRange: addPages(range, filled.slot.variable)
    case .newspaperPage: addNewspaperPage(range)
    case .caseNumber: addCaseNumber(range)
    }
    if let variable = filled.slot.variable { last = variable } else if filled.slot.shape == .bookTitle { last = nil }
  }

  // MARK: Text

  /// Bytes of tokens without the marks and quotation marks at their ends.
  mutating func addText(_ variable: Variable, _ range: Range<Int>) {
    var range = range
    while let first = range.first, text.isMark(first, [.comma, .period, .colon]) {
      range = (first + 1)..<range.upperBound
    }
    while let last = range.last, text.isMark(last, [.comma, .colon, .semicolon]) { range = range.lowerBound..<last }
    set(variable, text.byteRange(range))
  }

  mutating func set(_ variable: Variable, _ bytes: Range<Int>) {
    guard !bytes.isEmpty, record.reference[variable] == nil else { return }
    let value = String(decoding: text.bytes[bytes], as: UTF8.self)
    record.reference[variable] = Field(
      variable.kind == .number ? .number(value) : .text(RichText(plain: value)), parsed(bytes))
  }

  /// What stands inside 《》 or quotation marks; a comma or full stop before the closing mark is the note's.
  private mutating func addBracketed(_ range: Range<Int>, _ variable: Variable?) {
    var inner = (range.lowerBound + 1)..<(range.upperBound - 1)
    if text.tokens[range.lowerBound].bracket != .title {
      while let last = inner.last, inner.count > 1, text.isMark(last, [.comma, .period]), !isAbbreviation(last - 1) {
        inner = inner.lowerBound..<last
      }
    }
    guard let variable else {
      let value = text.string(inner)
      record.reference.custom.append(
        Reference.CustomField(key: "quoted-work", value: .string(value), provenance: parsed(text.byteRange(inner))))
      return
    }
    set(variable, text.byteRange(inner))
  }

  private func isAbbreviation(_ index: Int) -> Bool {
    text.isLatin(index) && text.length(index..<(index + 1)) == 1
  }

  // MARK: Brackets after a title, volumes, editions

  private mutating func addParenthetical(_ range: Range<Int>, _ variable: Variable?) {
    let inner = (range.lowerBound + 1)..<(range.upperBound - 1)
    guard !inner.isEmpty else { return }
    let endsInEdition = text.isWord(inner.upperBound - 1, .edition) || text.isWord(inner.upperBound - 1, .editionWords)
    if last == .containerTitle, isNameOfEdition(inner) {
      // 《学报》（社会科学版）: the edition is part of the name.
      extendContainer(to: range)
      return
    }
    if let variable, !endsInEdition {
      set(variable, text.byteRange(inner))
      return
    }
    var index = inner.lowerBound
    var used = false
    while index < inner.upperBound {
      if let end = builder.shapes.edition(index, inner.upperBound).first?.end {
        addEdition(index..<end)
        index = end
        used = true
      } else if let end = builder.shapes.volume(index, inner.upperBound).first?.end {
        addVolume(index..<end)
        index = end
        used = true
      } else if inner.count == 1,
        text.tokens[index].kind == .digits || text.tokens[index].kind == .hanDigits
          || ["上", "中", "下"].contains(text.string(inner))
      {
        set(.volume, text.byteRange(inner))
        return
      } else if text.isMark(index, [.comma, .enumeration]) {
        index += 1
      } else {
        break
      }
    }
    if index < inner.upperBound {
      if !used, endsInEdition {
        set(.edition, text.byteRange(inner))
      } else {
        record.remainder.append(index..<inner.upperBound)
      }
    }
  }

  /// `社会科学版` of a periodical; not `修订版`, `第2版` or an imprint in brackets, which are editions of a book.
  private func isNameOfEdition(_ inner: Range<Int>) -> Bool {
    let isPeriodical = [.articleJournal, .articleNewspaper].contains(record.reference.type)
    return isPeriodical && text.isWord(inner.upperBound - 1, .edition)
      && inner.allSatisfy { text.tokens[$0].kind == .han }
  }

  private mutating func extendContainer(to range: Range<Int>) {
    guard let field = record.reference[.containerTitle], let value = field.plainText else { return }
    let bracket = text.byteRange(range)
    record.reference[.containerTitle] = Field(
      .text(RichText(plain: value + text.string(range))),
      .parsed((field.provenance.spans + builder.spans(bracket)).merged(), pattern))
  }

  private mutating func addVolume(_ range: Range<Int>) {
    var inner = range
    // 第1张第4版 stays whole: two numbers are no page.
    if inner.filter({ text.isWord($0, .ordinal) }).count > 1 { return set(.page, text.byteRange(inner)) }
    if text.isWord(inner.lowerBound, .ordinal) { inner = (inner.lowerBound + 1)..<inner.upperBound }
    while inner.count > 1, text.isWord(inner.lowerBound, .volumeWord) || text.isMark(inner.lowerBound, .period) {
      inner = (inner.lowerBound + 1)..<inner.upperBound
    }
    if builder.shapes.isVolumeUnit(inner.lowerBound), inner.count > 1 {
      inner = (inner.lowerBound + 1)..<inner.upperBound
    } else if let last = inner.last, inner.count > 1, builder.shapes.isVolumeUnit(last) {
      inner = inner.lowerBound..<last
    }
    set(.volume, text.byteRange(inner))
  }

  private mutating func addEdition(_ range: Range<Int>) {
    var inner = range
    // 第1张第4版 stays whole: two numbers are no page.
    if inner.filter({ text.isWord($0, .ordinal) }).count > 1 { return set(.page, text.byteRange(inner)) }
    if text.isWord(inner.lowerBound, .ordinal) { inner = (inner.lowerBound + 1)..<inner.upperBound }
    if text.tokens[inner.lowerBound].kind == .digits || text.tokens[inner.lowerBound].kind == .hanDigits {
      inner = inner.lowerBound..<(inner.lowerBound + 1)
    }
    set(.edition, text.byteRange(inner))
  }

  mutating func addNumber(_ variable: Variable, _ range: Range<Int>) { set(variable, text.byteRange(range)) }

  private mutating func addNewspaperPage(_ range: Range<Int>) {
    var inner = range
    // 第1张第4版 stays whole: two numbers are no page.
    if inner.filter({ text.isWord($0, .ordinal) }).count > 1 { return set(.page, text.byteRange(inner)) }
    if text.isWord(inner.lowerBound, .ordinal) { inner = (inner.lowerBound + 1)..<inner.upperBound }
    if let last = inner.last, inner.count > 1, text.isWord(last, .edition) { inner = inner.lowerBound..<last }
    set(.page, text.byteRange(inner))
  }

  /// `（2016）最高法民再61号`: the number, and the year in its brackets.
  private mutating func addCaseNumber(_ range: Range<Int>) {
    set(.number, text.byteRange(range))
    let year = range.lowerBound + 1
    if year < range.upperBound, builder.shapes.isYear(year, range.upperBound) {
      addDate(year..<(year + 1), .issued, .year)
    }
  }

  // MARK: Dates

  private mutating func addDate(_ range: Range<Int>, _ variable: Variable, _ shape: Shape) {
    let date = DateReader(text: text).read(range, shape)
    if let earlier = record.reference[variable]?.date {
      // An entry with the year at its head may give the whole date later.
      guard variable == .issued, earlier.start?.year == date.start?.year, earlier.start?.month == nil,
        date.start?.month != nil
      else { return }
    }
    record.reference[variable] = Field(.date(date), parsed(text.byteRange(range)))
  }

  // MARK: Pages

  private mutating func addLocator(
    _ read: (label: Locator.Label, value: String, isRange: Bool), _ range: Range<Int>, variable: Variable? = nil
  ) {
    let bytes = text.byteRange(range)
    let isPage = read.label == .page
    let isPart = !isListEntry && [.articleJournal, .chapter, .paperConference].contains(record.reference.type)
    if let variable {
      record.reference[variable] = Field(.number(read.value), parsed(bytes))
      return
    }
    // In a list of references the pages of an article are its extent, not what is cited.
    if isListEntry, isPage, record.reference.type != .book {
      record.reference[.page] = Field(.number(read.value), parsed(bytes))
      return
    }
    record.locator = Locator(label: read.label, value: read.value, spans: builder.spans(bytes))
    if isPage, isPart, read.isRange, record.reference[.page] == nil {
      record.reference[.page] = Field(.number(read.value), parsed(bytes))
    }
  }

  private mutating func addPages(_ range: Range<Int>, _ variable: Variable?) {
    let value = LocatorReader(text: text).pages(range)
    let bytes = text.byteRange(range)
    if let variable {
      record.reference[variable] = Field(.number(value), parsed(bytes))
    } else {
      record.locator = Locator(label: .page, value: value, spans: builder.spans(bytes))
    }
  }

  // MARK: The end

  mutating func finish() {
    for (variable, list) in names { setNames(variable, list) }
    refinePublisher()
    TypeRefinement.refine(&record)
  }

  /// A publisher that is only a place or country is one; one with a day and an address is the site that printed it.
  private mutating func refinePublisher() {
    guard let field = record.reference[.publisher], let name = record.reference.text(.publisher),
      record.reference[.publisherPlace] == nil
    else { return }
    let bytes = Array(name.utf8)
    let lexicons = builder.lexicons
    // The table of places is large and read when first asked: names that end like a press need not ask.
    if lexicons.nationalities.contains(bytes)
      || !lexicons.endsLikePublisher(bytes[...]) && lexicons.places.contains(bytes)
    {
      record.reference[.publisherPlace] = field
      record.reference[.publisher] = nil
    } else if record.reference[.url] != nil, record.reference.date(.issued)?.start?.day != nil,
      record.reference[.containerTitle] == nil, ![.report, .standard, .dataset].contains(record.reference.type)
    {
      record.reference[.containerTitle] = field
      record.reference[.publisher] = nil
      if record.reference.type == .book { record.reference.type = .webpage }
    }
  }

  private mutating func setNames(_ variable: Variable, _ list: NameList) {
    let spans = (list.names.flatMap(\.spans) + (roleSpans[variable] ?? [])).merged()
    if let field = record.reference[variable], let earlier = field.names {
      record.reference[variable] = Field(
        .names(NameList(earlier.names + list.names, hasOthers: earlier.hasOthers || list.hasOthers)),
        .parsed(field.provenance.spans + spans, pattern))
    } else {
      record.reference[variable] = Field(.names(list), .parsed(spans, pattern))
    }
  }
}
