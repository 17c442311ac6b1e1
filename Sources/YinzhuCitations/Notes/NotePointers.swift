import YinzhuModel

/// Pointers to other notes, and short forms of works cited before, among what a note holds.
extension NoteReader {
  mutating func readPointer(_ range: Range<Int>, prefix: Range<Int>?) -> Bool {
    guard let found = pointerReader.read(range) else { return false }
    append(found, range, prefix: prefix)
    return true
  }

  /// Idem, with another work than the one before. The author is set when the whole document is known.
  mutating func readSameAuthor(_ range: Range<Int>, prefix: Range<Int>?) -> Bool {
    guard let start = pointerReader.afterSameAuthor(range) else { return false }
    let rest = start..<range.upperBound
    let count = items.count
    if readCitation(rest, prefix: prefix, threshold: 2.4, isWhole: true), items[count].form == .full {
      items[count].text = printed(range)
      items[count].spans = builder.spans(tokens: range)
      pointers.append(BackReferencePointer(item: count, kind: .sameAuthor))
      return true
    }
    pointers.removeAll { $0.item >= count }
    items.removeSubrange(count...)
    guard let found = pointerReader.shortTitle(rest) else { return false }
    append(found, range, prefix: prefix)
    return true
  }

  /// A pointer, then comment after a comma, or another citation after a full stop of Western width.
  mutating func readPointerBeforeText(_ range: Range<Int>, prefix: Range<Int>?) -> Bool {
    guard let found = pointerReader.read(range, isPartial: true), found.end < range.upperBound else { return false }
    append(found, range.lowerBound..<found.end, prefix: prefix)
    read(clause: found.end..<range.upperBound)
    return true
  }

  /// `前注2、3` points to two works, so it makes two items.
  mutating func append(_ found: PointerReader.Found, _ range: Range<Int>, prefix: Range<Int>?) {
    let volume = found.volume.map {
      Field(.number($0.value), .parsed(builder.spans(tokens: $0.tokens), NoteReader.pointer))
    }
    for (count, kind) in found.kinds.enumerated() {
      items.append(
        CitationItem(
          reference: nil, locator: found.locator,
          prefix: count == 0 ? prefix.map(text.string) : nil, form: .backReference, text: printed(range),
          spans: builder.spans(tokens: range),
          parse: CitationItem.Parse(pattern: NoteReader.pointer, confidence: 0.95)))
      pointers.append(
        BackReferencePointer(
          item: items.count - 1, kind: kind, author: found.author, title: found.title, sort: found.sort,
          volume: volume))
    }
  }

  private static let pointer = PatternID(rawValue: "pointer")

  /// `Waltz, Theory, p. 12`
  mutating func readShortForm(_ range: Range<Int>, prefix: Range<Int>?) -> Bool {
    let id = ReferenceID(rawValue: "\(note).\(items.count + 1)")
    guard let (reference, locator) = ShortFormReader(text: text, builder: builder).read(range, id: id) else {
      return false
    }
    items.append(
      CitationItem(
        reference: reference, locator: locator, prefix: prefix.map(text.string), form: .short, text: printed(range),
        spans: builder.spans(tokens: range),
        parse: CitationItem.Parse(pattern: ShortFormReader.pattern, confidence: 0.9)))
    pointIfShort(reference)
    return true
  }

  /// The short form of a work is a pointer to its citation in full.
  mutating func pointIfShort(_ reference: Reference) {
    guard items[items.count - 1].form == .short else { return }
    pointers.append(
      BackReferencePointer(
        item: items.count - 1, kind: .work, author: reference.names(.author).first?.displayed,
        title: reference.text(.title)))
  }
}
