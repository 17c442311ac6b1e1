import YinzhuModel
import YinzhuText

extension CheckRules {
  /// N007
  static let markerOrder = CheckRule(
    DiagnosticRule(
      code: "N007", severity: .warning, title: "Markers stand out of order",
      explanation: """
        In the body a marker with a higher number stands before one with a lower number of the same series. Sentences were
        moved, and the notes were not numbered anew.

        Example: `…②…①…` on one page.

        What to do: number the notes in the order of their markers, and bring their texts into that order.

        Source: CY/T 121—2015 学术出版规范·注释.
        """), chinese: "注码次序颠倒",
    .document { document, findings in
      let markers = document.notes.compactMap { entry in entry.note.marker.map { (entry.note, $0) } }
        .filter { $0.1.label.number != nil }.sorted { $0.1.span < $1.1.span }
      for ((before, first), (note, second)) in zip(markers, markers.dropFirst()) {
        guard let a = first.label.number, let b = second.label.number, b < a,
          first.label.restart == .document || before.page == note.page,
          // A series that begins anew (a section, an appendix) is no slip.
          b > 1 || first.label.restart == .page
        else { continue }
        findings.add(
          "marker \(second.label.symbol) stands after \(first.label.symbol)",
          "注码\(second.label.symbol)排在\(first.label.symbol)之后", at: second.span, note: note.id,
          related: [Finding.Related(Wording("the marker before", "前一个注码"), span: first.span)])
      }
    })
}
