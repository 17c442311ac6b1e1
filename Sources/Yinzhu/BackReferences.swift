import YinzhuCitations
import YinzhuModel

/// Finds what 同上, 前注〔2〕, 前引书, Ibid. and short forms point to, over the notes of one document.
///
/// A pointer that is understood takes over the record of its target, each field with the provenance `inherited`; what
/// the pointer prints itself, its pages above all, stays. One that isn't is reported, and nothing is guessed.
struct BackReferences {
  private var parsed: [ParsedNote?]
  private let numbers: [Int?]
  private let notes: [String]
  private let indexOfNote: [String: Int]
  private var diagnostics: [Diagnostic] = []
  /// The citations in full that stand before the note at hand.
  private var works = EarlierWorks()

  /// A citation by the places of its note and of the item in it.
  struct Place: Hashable {
    var note: Int
    var item: Int
  }

  /// What a pointer leads to.
  enum Outcome {
    case citation(Place)
    /// No citation that it could mean.
    case nowhere(String)
    /// A note without a citation.
    case explanation(Int)
    /// More than one.
    case ambiguous([Place])
  }

  /// Sets the targets of the pointers; gives a diagnostic for each that can't be understood.
  ///
  /// - Parameters:
  ///   - parsed: The notes in order; nil where the text is missing.
  ///   - numbers: The printed number of each note.
  ///   - notes: The id of each note.
  static func resolve(_ parsed: inout [ParsedNote?], numbers: [Int?], notes: [String]) -> [Diagnostic] {
    var resolver = BackReferences(parsed: parsed, numbers: numbers, notes: notes)
    resolver.run()
    parsed = resolver.parsed
    return resolver.diagnostics
  }

  private init(parsed: [ParsedNote?], numbers: [Int?], notes: [String]) {
    self.parsed = parsed
    self.numbers = numbers
    self.notes = notes
    indexOfNote = Dictionary(notes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func run() {
    for index in parsed.indices {
      guard let note = parsed[index] else { continue }
      var pointers = note.pointers[...]
      for item in note.citation.items.indices {
        if let pointer = pointers.first, pointer.item == item {
          pointers.removeFirst()
          settle(pointer, in: index)
        }
        let place = Place(note: index, item: item)
        if let reference = self.item(place)?.reference, self.item(place)?.form == .full { works.add(reference, place) }
      }
    }
    // A pointer forward can be followed only when all notes are known.
    for index in parsed.indices {
      for pointer in parsed[index]?.pointers ?? [] {
        if case .laterNote(let number) = pointer.kind {
          follow(pointer, in: index, later(number, after: index, pointer))
        }
      }
    }
  }

  private func item(_ place: Place) -> CitationItem? {
    guard let items = parsed[place.note]?.citation.items, items.indices.contains(place.item) else { return nil }
    return items[place.item]
  }

  private mutating func settle(_ pointer: BackReferencePointer, in index: Int) {
    switch pointer.kind {
    case .previous: follow(pointer, in: index, previous(index, pointer))
    case .note(let number): follow(pointer, in: index, byNumber(number, before: index, pointer))
    case .work: follow(pointer, in: index, works.find(pointer))
    case .sameAuthor: inheritAuthor(pointer, in: index)
    case .laterNote: break
    }
  }

  // MARK: Where to

  /// The last citation before: in the same note, or of the note before. A note that is only an explanation doesn't break
  /// the chain; a note whose text is lost does, as nobody knows what it cited.
  private func previous(_ index: Int, _ pointer: BackReferencePointer) -> Outcome {
    if pointer.item > 0 { return root(Place(note: index, item: pointer.item - 1)) }
    var at = index - 1
    while at >= 0 {
      guard let note = parsed[at] else { return .nowhere("the text of the note before is lost") }
      if !note.citation.items.isEmpty {
        guard pointer.author != nil else { return root(Place(note: at, item: note.citation.items.count - 1)) }
        return choose(at, pointer)
      }
      at -= 1
    }
    return .nowhere("no citation stands before it")
  }

  /// The note with a number: of the run of rising numbers that the pointer stands in, else the only one with it.
  private func byNumber(_ number: Int, before index: Int, _ pointer: BackReferencePointer) -> Outcome {
    var found: [Int] = []
    var isInRun = true
    var last = numbers[index]
    for at in (0..<index).reversed() {
      if let own = numbers[at] {
        if let next = last, own > next { isInRun = false }
        last = own
      }
      guard numbers[at] == number else { continue }
      if isInRun { return choose(at, pointer) }
      found.append(at)
    }
    guard let only = found.first else { return .nowhere("no note \(number) stands before it") }
    return found.count == 1 ? choose(only, pointer) : .ambiguous(found.map { Place(note: $0, item: 0) })
  }

  private func later(_ number: Int, after index: Int, _ pointer: BackReferencePointer) -> Outcome {
    guard let at = numbers[(index + 1)...].firstIndex(of: number) else {
      return .nowhere("no note \(number) stands after it")
    }
    return choose(at, pointer)
  }

  /// The citation that is meant among those of a note: the one of the author named, or the only work.
  private func choose(_ at: Int, _ pointer: BackReferencePointer) -> Outcome {
    guard let note = parsed[at] else { return .nowhere("the text of the note is lost") }
    let items = note.citation.items
    guard !items.isEmpty else { return .explanation(at) }
    let places = items.indices.map { Place(note: at, item: $0) }
    if pointer.author != nil || pointer.title != nil {
      let named = places.filter { place in
        rooted(place).flatMap { item($0)?.reference }.map { EarlierWorks.fits($0, pointer) } ?? false
      }
      if !named.isEmpty { return onlyWork(named) }
    }
    // 甲，转引自乙: what the author had before him is 乙.
    let quoting = places.filter { items[$0.item].quotedIn == nil }
    return onlyWork(quoting.isEmpty ? places : quoting)
  }

  private func onlyWork(_ places: [Place]) -> Outcome {
    var roots: [Place] = []
    for place in places {
      guard let root = rooted(place), let reference = item(root)?.reference else { continue }
      if !roots.contains(where: { item($0)?.reference.map { EarlierWorks.isSame($0, reference) } ?? false }) {
        roots.append(root)
      }
    }
    guard let first = roots.first else { return .nowhere("the note points nowhere itself") }
    return roots.count == 1 ? .citation(first) : .ambiguous(roots)
  }

  /// A chain of pointers leads to the citation itself.
  private func root(_ place: Place) -> Outcome {
    rooted(place).map { .citation($0) } ?? .nowhere("the note before points nowhere itself")
  }

  private func rooted(_ place: Place) -> Place? {
    guard let item = item(place) else { return nil }
    if let target = item.target, let note = indexOfNote[target.note] {
      return Place(note: note, item: target.index)
    }
    return item.reference == nil ? nil : place
  }

  // MARK: What follows

  private mutating func follow(_ pointer: BackReferencePointer, in index: Int, _ outcome: Outcome) {
    guard let item = item(Place(note: index, item: pointer.item)) else { return }
    let span = item.spans.first
    switch outcome {
    case .citation(let place):
      guard let reference = self.item(place)?.reference else { return }
      parsed[index]?.citation.items[pointer.item].target = CitationItem.Target(
        note: notes[place.note], index: place.item)
      let id = ReferenceID(rawValue: "\(notes[index]).\(pointer.item + 1)")
      let own =
        item.reference
        ?? pointer.volume.map { volume in
          var record = Reference(id: id, type: reference.type)
          record[.volume] = volume
          return record
        }
      parsed[index]?.citation.items[pointer.item].reference = reference.inherited(by: own, id: id)
    case .nowhere(let reason):
      // A classic or a law is often never cited in full: its short form is no slip.
      guard item.form == .backReference else { return }
      diagnostics.append(
        Diagnostic(CitationRules.unresolved, "“\(item.text)” points to no citation: \(reason)", span: span))
    case .explanation(let at):
      diagnostics.append(
        Diagnostic(
          CitationRules.pointsAtExplanation, "“\(item.text)” points at a note that cites nothing", span: span,
          related: related([Place(note: at, item: 0)])))
    case .ambiguous(let places):
      diagnostics.append(
        Diagnostic(
          CitationRules.ambiguous, "“\(item.text)” can mean \(places.count) citations", span: span,
          related: related(places)))
    }
  }

  private func related(_ places: [Place]) -> [Diagnostic.Related] {
    places.prefix(5).compactMap { place in
      if let item = item(place), let span = item.spans.first {
        return Diagnostic.Related(message: item.text, span: span)
      }
      return nil
    }
  }

  /// Idem, Theory of …: the author of the citation before.
  private mutating func inheritAuthor(_ pointer: BackReferencePointer, in index: Int) {
    let own = Place(note: index, item: pointer.item)
    let outcome = previous(index, BackReferencePointer(item: pointer.item, kind: .previous))
    guard case .citation(let place) = outcome, let before = item(place)?.reference, let author = before[.author] else {
      diagnostics.append(
        Diagnostic(
          CitationRules.unresolved, "“\(item(own)?.text ?? "")” names no author, and no citation before it does",
          span: item(own)?.spans.first))
      return
    }
    guard var reference = item(own)?.reference else {
      // Idem, Theory, p. 12: an earlier work of his.
      let named = BackReferencePointer(
        item: pointer.item, kind: .work, author: before.names(.author).first?.displayed, title: pointer.title)
      follow(named, in: index, works.find(named))
      return
    }
    reference[.author] = Field(author.value, .inherited(before.id))
    parsed[index]?.citation.items[pointer.item].reference = reference
  }
}

extension Reference {
  /// This record as one that points to it has it: its own fields first, all others inherited.
  func inherited(by own: Reference?, id: ReferenceID) -> Reference {
    var out = own ?? Reference(id: id, type: type)
    out.type = type
    for (variable, field) in fields where out[variable] == nil {
      out[variable] = Field(field.value, .inherited(self.id))
    }
    for field in custom where !out.custom.contains(where: { $0.key == field.key }) {
      out.custom.append(CustomField(key: field.key, value: field.value, provenance: .inherited(self.id)))
    }
    return out
  }
}
