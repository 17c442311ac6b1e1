import YinzhuModel

/// The ids of notes and markers on the page, and what links to them are called.
struct NoteAnchors {
  private let prefix: String
  private let byID: [String: Int]
  private let notes: [Note]
  private let markersOfNote: [Int: [Int]]
  private let markers: [BodyText.Marker]

  /// - Parameter shown: The markers that stand in the text of the page; others can't be linked to.
  init(_ extraction: Extraction, ordinal: Int, markers: [BodyText.Marker], shown: Set<Int>) {
    prefix = "d\(ordinal)"
    self.markers = markers
    notes = extraction.entries.map(\.note)
    byID = Dictionary(notes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var places: [Int: [Int]] = [:]
    for index in markers.indices where shown.contains(index) {
      for note in markers[index].notes { places[note, default: []].append(index) }
    }
    markersOfNote = places
  }

  /// The id of the note of an entry.
  func note(_ index: Int) -> String { "\(prefix)n\(index + 1)" }

  /// The id of a marker.
  func marker(_ index: Int) -> String { "\(prefix)m\(index + 1)" }

  /// The markers of a note that stand in the text: one, several where it is open which, or none.
  func markers(of note: Int) -> [(id: String, symbol: String)] {
    (markersOfNote[note] ?? []).map { (marker($0), markers[$0].marker.label.displayed) }
  }

  /// The entry of a note id.
  func entry(_ id: String) -> Int? { byID[id] }

  /// The note whose text holds a place of the source.
  func note(holding span: SourceSpan) -> Int? {
    notes.firstIndex { note in note.text?.spans.contains { $0.contains(span) || $0.overlaps(span) } ?? false }
  }

  /// The marker that stands at a place of the source.
  func marker(at span: SourceSpan) -> String? {
    markers.indices.first { markers[$0].marker.span.overlaps(span) && isShown($0) }.map(marker)
  }

  private func isShown(_ index: Int) -> Bool {
    markers[index].notes.contains { markersOfNote[$0]?.contains(index) ?? false }
  }

  /// `③ on page 4`
  func name(_ index: Int) -> String {
    let note = notes[index]
    return (note.label?.displayed ?? "without a label") + (isPaged ? " on page \(note.page)" : "")
  }

  private var isPaged: Bool { (notes.last?.page ?? 1) > 1 }
}
