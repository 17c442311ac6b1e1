import YinzhuModel
import YinzhuText

extension CheckRules {
  /// N008
  static let mixedLabels = CheckRule(
    DiagnosticRule(
      code: "N008", severity: .warning, title: "Note numbers have different forms",
      explanation: """
        Most numbers of the document have one form, and this one has another: `①` among `[1]`. A sign like `*` at the
        title or the author's name is not meant.

        What to do: write all numbers in the form that the journal uses.

        Source: CY/T 121—2015 学术出版规范·注释.
        """), chinese: "注码形式不统一",
    .document { document, findings in
      let markers = document.notes.compactMap { entry in entry.note.marker.map { (entry.note, $0) } }
        .filter { $0.1.label.number != nil }
      let majority = Majority(markers.map(\.1.label.form))
      guard let usual = majority.usual else { return }
      for (note, marker) in markers where marker.label.form != usual {
        findings.add(
          "the number \(marker.label.symbol) is written in another form than the others",
          "注码\(marker.label.symbol)的形式与其他注码不同", at: marker.span, note: note.id)
      }
    })
}

/// What most of a document does: a deviation is a slip only where there is a rule to deviate from.
struct Majority<Value: Hashable & Sendable>: Sendable {
  /// What the share of all have, of at least so many; nil where nothing prevails.
  let usual: Value?

  init(_ values: [Value], least: Int = 4, share: Double = 0.8) {
    var counts: [Value: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    let best = counts.max { $0.value < $1.value }
    guard let best, best.value < values.count || counts.count == 1, values.count >= least,
      Double(best.value) >= Double(values.count) * share
    else {
      usual = nil
      return
    }
    usual = best.key
  }
}
