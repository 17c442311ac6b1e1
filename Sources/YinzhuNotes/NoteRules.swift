import YinzhuModel
import YinzhuText

/// The rules of this stage.
public enum NoteRules {
  /// N001
  public static let textMissing = DiagnosticRule(
    code: "N001", severity: .warning, title: "A marker has no note",
    explanation: """
      The body has a note marker, and no text in the document belongs to it. PDF text dumps lose notes: single ones,
      often those in Latin script, or all notes of a page.

      Example: `经过漫长谈判后才正式加入，①因此…`, and no ① among the notes of that page.

      What to do: look at the printed page or the PDF and add the note. Nothing is guessed in its place, and the text of
      a neighbouring note is never taken.

      Source: CY/T 121—2015 学术出版规范·注释.
      """)

  /// N002
  public static let markerMissing = DiagnosticRule(
    code: "N002", severity: .warning, title: "A note has no marker",
    explanation: """
      The document has the text of a note, and no marker in the body belongs to it: the marker was lost in the dump, or
      the author deleted the sentence and left the note.

      What to do: find the place in the printed page, and set the marker.

      Source: CY/T 121—2015 学术出版规范·注释.
      """)

  /// N003
  public static let gap = DiagnosticRule(
    code: "N003", severity: .warning, title: "The numbers of the markers have a gap",
    explanation: """
      Markers count 1, 2, 3 … on each page or through the document. Here a number is left out, so a marker was lost or
      misread (⑩ for ⑫), or the numbering was not updated after an edit.

      Example: ① ③ on one page.

      What to do: look at the printed page between the two markers.

      Source: CY/T 121—2015 学术出版规范·注释.
      """)

  /// N004
  public static let orphanLabel = DiagnosticRule(
    code: "N004", severity: .info, title: "A note's number stands without its text",
    explanation: """
      Below a page the numbers of notes stand in a column of their own, and the texts that belong to them are not in the
      document. Dumps of PDF files do this when text in another font is dropped.

      What to do: the markers concerned are reported one by one (N001); look at the printed page.
      """)

  /// N005
  public static let ambiguous = DiagnosticRule(
    code: "N005", severity: .warning, title: "It is not sure which marker a note belongs to",
    explanation: """
      The evidence (sequence of labels, position, what the text says) does not tell which marker a note belongs to, or two
      texts of a page have the label of one marker. Each is reported with all that are possible, and linked to none.

      What to do: decide by the printed page.
      """)

  /// All rules of notes.
  public static let all: [DiagnosticRule] = [textMissing, markerMissing, gap, orphanLabel, ambiguous]
}

/// What the links of notes give to report.
enum NoteDiagnostics {
  static func of(_ notes: [Note], orphans: [Label]) -> [Diagnostic] {
    var out: [Diagnostic] = []
    var previous: Note?
    for note in notes {
      let page = note.printedPage.map { "page \($0)" } ?? "page \(note.page)"
      switch note.link {
      case .linked: break
      case .textMissing(let marker):
        out.append(
          Diagnostic(
            NoteRules.textMissing, "marker \(marker.label.symbol) (\(page)) has no note: \(note.evidence)",
            span: marker.span))
      case .markerMissing:
        let start = note.text?.string.prefix(24) ?? ""
        out.append(
          Diagnostic(
            NoteRules.markerMissing, "the note “\(start)…” (\(page)) has no marker: \(note.evidence)",
            span: note.text?.spans.first))
      case .ambiguous(let markers):
        out.append(
          Diagnostic(
            NoteRules.ambiguous,
            "a note (\(page)) could belong to \(markers.map(\.label.symbol).joined(separator: ", "))",
            span: note.text?.spans.first,
            related: markers.map { Diagnostic.Related(message: "marker \($0.label.symbol)", span: $0.span) }))
      }
      if let marker = note.marker ?? note.onlyCandidate, let number = marker.label.number {
        if let last = previous, let before = (last.marker ?? last.onlyCandidate)?.label.number,
          marker.label.restart == .document || last.page == note.page,
          number > before + 1
        {
          out.append(
            Diagnostic(
              NoteRules.gap,
              "after marker \((last.marker ?? last.onlyCandidate)?.label.symbol ?? "") comes \(marker.label.symbol) (\(page))",
              span: marker.span))
        }
        previous = note
      }
    }
    for label in orphans {
      out.append(
        Diagnostic(
          NoteRules.orphanLabel, "the number \(label.number) stands here without the text of its note",
          span: SourceSpan(label.span)))
    }
    return out.sorted { ($0.span?.start ?? 0, $0.code) < ($1.span?.start ?? 0, $1.code) }
  }
}

extension Note {
  /// The marker of an ambiguous note that has one candidate: it takes part in the sequence of numbers.
  fileprivate var onlyCandidate: NoteMarker? {
    if case .ambiguous(let markers) = link, markers.count == 1 { return markers.first }
    return nil
  }
}
