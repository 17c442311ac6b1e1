import YinzhuModel
import YinzhuText

extension CheckRules {
  private static let marks = Set("，。；：、？！,.;:?!".scalarValues)
  private static let closing = Set("”’）》」』\")".scalarValues)

  /// N012
  static let markerPosition = CheckRule(
    DiagnosticRule(
      code: "N012", severity: .warning,
      title: "A marker stands on the other side of the punctuation mark than elsewhere",
      explanation: """
        Most markers of the document stand behind the punctuation mark (`。①`), and this one before it (`①。`), or the
        reverse. Markers inside a sentence, away from marks, are left alone.

        What to do: follow the journal's form throughout.

        Source: rules of 中国社会科学 and 历史研究; CY/T 121—2015.
        """), chinese: "注码与标点的位置不统一",
    .document { document, findings in
      let bytes = document.source.bytes
      var found: [(note: Note, marker: NoteMarker, isBehind: Bool)] = []
      for entry in document.notes {
        guard let marker = entry.note.marker, marker.span.end <= bytes.count, marker.span.start > 0 else { continue }
        let before = UTF8Bytes.decode(bytes, at: UTF8Bytes.previous(bytes, before: marker.span.start)).scalar
        let after = marker.span.end < bytes.count ? UTF8Bytes.decode(bytes, at: marker.span.end).scalar : 0
        let isBehind = marks.contains(before)
        let isBefore = marks.contains(after) && !isBehind && !closing.contains(before)
        if isBehind != isBefore { found.append((entry.note, marker, isBehind)) }
      }
      guard let usual = Majority(found.map(\.isBehind), least: 5).usual else { return }
      for (note, marker, isBehind) in found where isBehind != usual {
        findings.add(
          "the marker \(marker.label.symbol) stands \(isBehind ? "behind" : "before") the mark, the others \(isBehind ? "before" : "behind") it",
          "注码\(marker.label.symbol)在标点之\(isBehind ? "后" : "前")，其他注码在标点之\(isBehind ? "前" : "后")", at: marker.span,
          note: note.id)
      }
    })
}
