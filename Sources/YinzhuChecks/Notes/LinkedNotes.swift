import YinzhuModel
import YinzhuText

/// What the finding of notes reports, worded anew in both languages. Titles and pages of these rules are in YinzhuNotes.
extension CheckRules {
  /// Codes whose diagnostics are replaced by findings of this file.
  static let restated: Set<String> = ["C006", "N001", "N002", "N003", "N004", "N005"]

  /// Infos of the reading stages that are slips of the author's too: doubled marks, and what no field covers.
  static let heard: Set<String> = ["C002", "C005"]

  private static func restated(_ code: String, _ severity: Severity) -> DiagnosticRule {
    DiagnosticRule(code: code, severity: severity, title: "", explanation: "")
  }

  static func page(_ note: Note) -> Wording {
    note.printedPage.map { Wording("printed page \($0)", "印刷页码第\($0)页") }
      ?? Wording("page \(note.page)", "第\(note.page)页")
  }

  static let textMissing = CheckRule(
    restated("N001", .warning), chinese: "有注码而无注文",
    .document { document, findings in
      for entry in document.notes {
        guard case .textMissing(let marker) = entry.note.link else { continue }
        let page = page(entry.note)
        findings.add(
          "marker \(marker.label.symbol) (\(page.english)) has no note: its text is lost",
          "注码\(marker.label.symbol)（\(page.chinese)）没有注文：注文缺失", at: marker.span, note: entry.note.id)
      }
    })

  static let markerMissing = CheckRule(
    restated("N002", .warning), chinese: "有注文而无注码",
    .document { document, findings in
      for entry in document.notes where entry.note.link == .markerMissing {
        let start = entry.text.string.shortened
        let page = page(entry.note)
        findings.add(
          "the note “\(start)” (\(page.english)) has no marker in the body",
          "注文“\(start)”（\(page.chinese)）在正文中没有注码", at: entry.note.labelSpan ?? entry.text.spans.first,
          note: entry.note.id)
      }
    })

  static let ambiguous = CheckRule(
    restated("N005", .warning), chinese: "注文属于哪个注码不能确定",
    .document { document, findings in
      for entry in document.notes {
        guard case .ambiguous(let markers) = entry.note.link else { continue }
        let names = markers.map(\.label.symbol)
        findings.add(
          "this note could belong to \(names.joined(separator: ", ")): the label stands twice or nowhere",
          "此注可能属于\(names.joined(separator: "、"))：注码重复或缺失", at: entry.note.labelSpan ?? entry.text.spans.first,
          note: entry.note.id,
          related: markers.map { Finding.Related(Wording("marker", "注码"), span: $0.span) })
      }
    })

  static let gap = CheckRule(
    restated("N003", .warning), chinese: "注码不连续",
    .document { document, findings in
      var previous: (note: Note, label: NoteLabel)?
      for entry in document.notes {
        guard let marker = entry.note.marker ?? entry.note.onlyCandidate, let number = marker.label.number else {
          continue
        }
        let isFirstOfPage = previous.map { $0.note.page != entry.note.page } ?? true
        if marker.label.restart == .page, isFirstOfPage, number > 1 {
          findings.add(
            "the first marker of the page is \(marker.label.symbol)", "本页第一个注码是\(marker.label.symbol)，缺前面的注码",
            at: marker.span, note: entry.note.id)
        } else if previous == nil, marker.label.restart == .document, number > 1 {
          findings.add(
            "the first marker is \(marker.label.symbol)", "第一个注码是\(marker.label.symbol)，缺前面的注码", at: marker.span,
            note: entry.note.id)
        } else if let last = previous, let before = last.label.number,
          marker.label.restart == .document || last.note.page == entry.note.page, number > before + 1
        {
          findings.add(
            "after marker \(last.label.symbol) comes \(marker.label.symbol)",
            "注码\(last.label.symbol)之后是\(marker.label.symbol)，中间有缺", at: marker.span, note: entry.note.id)
        }
        previous = (entry.note, marker.label)
      }
    })
}

extension Note {
  /// The marker of an ambiguous note that has one candidate: it takes part in the sequence of numbers.
  var onlyCandidate: NoteMarker? {
    if case .ambiguous(let markers) = link, markers.count == 1 { return markers.first }
    return nil
  }
}
