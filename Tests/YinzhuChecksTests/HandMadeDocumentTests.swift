import Testing
import Yinzhu
import YinzhuChecks

/// Rules of numbers and places on documents made by hand: readers of text decide such cases by evidence of their own.
@Suite struct HandMadeDocumentTests {
  /// The codes that are tested here.
  static let codes: Set<String> = ["N006", "N007", "N008", "C013", "R006"]

  /// A document whose markers stand in the order of the list.
  private func document(
    _ markers: [(number: Int, form: NoteLabel.Form)], restart: NoteLabel.Restart, pages: [Int]? = nil
  ) -> CheckedDocument {
    let notes = markers.enumerated().map { index, marker in
      let label = NoteLabel(number: marker.number, symbol: "\(marker.number)", form: marker.form, restart: restart)
      let place = SourceSpan(start: index * 10, end: index * 10 + 1)
      return CheckedNote(
        Note(
          id: "n\(index)", label: label, page: pages?[index] ?? 1, text: MappedText("王明：《史论》，第3页。"),
          link: .linked(NoteMarker(label: label, span: place))), nil)
    }
    return CheckedDocument(
      source: SourceText(name: "a", text: String(repeating: "0123456789", count: 20)), pages: [], notes: notes)
  }

  private func codes(_ document: CheckedDocument) -> [String] {
    Checker(CodeSelection(selected: ["all"])).check(document).map(\.code)
  }

  @Test func aNumberTwiceOnAPageIsFound() {
    let bad = document([(1, .circled), (1, .circled), (2, .circled)], restart: .page)
    #expect(codes(bad).contains("N006"))
    let good = document([(1, .circled), (2, .circled), (1, .circled)], restart: .page, pages: [1, 1, 2])
    #expect(!codes(good).contains("N006"))
  }

  @Test func markersOutOfOrderAreFound() {
    #expect(codes(document([(2, .circled), (1, .circled)], restart: .page)).contains("N007"))
    #expect(!codes(document([(1, .circled), (2, .circled)], restart: .page)).contains("N007"))
  }

  @Test func aNumberOfAnotherFormIsFound() {
    let forms: [NoteLabel.Form] = [.bracketed, .bracketed, .bracketed, .bracketed, .circled]
    let bad = document(forms.enumerated().map { ($0 + 1, $1) }, restart: .document)
    #expect(codes(bad).contains("N008"))
    let good = document((1...5).map { ($0, .bracketed) }, restart: .document)
    #expect(!codes(good).contains("N008"))
  }

  /// A note with one citation.
  private func cited(_ item: CitationItem, number: Int) -> CheckedDocument {
    let label = NoteLabel(number: number, symbol: "①", form: .circled, restart: .page)
    let note = Note(id: "p2-\(number)", label: label, page: 2, text: MappedText("同上，第9页。"), link: .markerMissing)
    return CheckedDocument(
      source: SourceText(name: "a", text: "同上，第9页。"), pages: [],
      notes: [CheckedNote(note, Citation(note: note.id, kind: .backReference, items: [item]))])
  }

  @Test func ibidAtTheTopOfAPageIsAnOpinion() {
    let item = CitationItem(
      reference: nil, form: .backReference, text: "同上，第9页", spans: [SourceSpan(start: 0, end: 16)],
      parse: .init(pattern: PatternID(rawValue: "pointer"), confidence: 1))
    #expect(codes(cited(item, number: 1)).contains("C013"))
    #expect(!codes(cited(item, number: 2)).contains("C013"))
    #expect(!Checker().check(cited(item, number: 1)).map(\.code).contains("C013"))
  }

  @Test(arguments: [("71", true), ("5", false)])
  func aCitedPageOutsideOfTheArticleIsFound(page: String, isFound: Bool) {
    var reference = Reference(id: "a", type: .articleJournal)
    reference.set(.title, text: "论语新解")
    reference.set(.page, text: "1-20")
    let item = CitationItem(
      reference: reference, locator: Locator(label: .page, value: page, spans: [SourceSpan(start: 0, end: 3)]),
      text: "论语新解", spans: [SourceSpan(start: 0, end: 12)],
      parse: .init(pattern: PatternID(rawValue: "journal"), confidence: 1))
    #expect(codes(cited(item, number: 1)).contains("R006") == isFound)
  }
}
