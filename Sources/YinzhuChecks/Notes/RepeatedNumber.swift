import YinzhuModel
import YinzhuText

extension CheckRules {
  /// N006
  static let repeatedNumber = CheckRule(
    DiagnosticRule(
      code: "N006", severity: .warning, title: "A note number is used twice",
      explanation: """
        The same number stands twice in one series: twice on a page where notes restart on every page, twice in the
        document where they run through. One of them is a slip of numbering, or a note was copied with its marker.

        Example: `…加入，①因此…成立，①后来…` on one page.

        What to do: number the notes of the series anew from this place on.

        Source: CY/T 121—2015 学术出版规范·注释.
        """), chinese: "注码重复",
    .document { document, findings in
      var seen: [String: NoteMarker] = [:]
      for entry in document.notes {
        guard let marker = entry.note.marker, let number = marker.label.number else { continue }
        let series = marker.label.restart == .page ? "\(entry.note.page):\(number)" : "\(number)"
        if let first = seen[series], first.span != marker.span {
          findings.add(
            "the number \(marker.label.symbol) stands twice", "注码\(marker.label.symbol)重复出现", at: marker.span,
            note: entry.note.id,
            related: [Finding.Related(Wording("the first time", "第一次"), span: first.span)])
        } else {
          seen[series] = marker
        }
      }
    })
}
