import YinzhuModel
import YinzhuText

extension CheckRules {
  private static let pointers = ["同上", "同前", "Ibid", "ibid"]

  /// C012
  static let ibidAfterSeveral = CheckRule(
    DiagnosticRule(
      code: "C012", severity: .warning, title: "同上 follows a note that cites several works",
      explanation: """
        同上 and Ibid. mean the citation before. Where the note before cites two works or more, a reader can't tell which
        is meant.

        Example: `① 甲……；乙……` `② 同上，第5页。`

        What to do: write author and title instead.

        Source: CY/T 121—2015; CSL 1.0.2, which doesn't count such a cite as ibid.
        """), chinese: "“同上”所承前注引用了多种文献",
    .document { document, findings in
      var before: CheckedNote?
      for note in document.notes {
        defer { if note.isCitation { before = note } }
        guard let item = note.citation?.items.first, item.form == .backReference,
          pointers.contains(where: { item.text.hasPrefix($0) }), let cited = before?.citation?.items
        else { continue }
        let works = Set(cited.filter { $0.quotedIn == nil }.compactMap { $0.reference.flatMap(WorkKey.init) })
        guard works.count > 1 else { continue }
        findings.add(
          "“\(item.text.shortened)”: the note before (\(before?.name ?? "")) cites \(works.count) works",
          "“\(item.text.shortened)”：前一注（\(before?.name ?? "")）引用了\(works.count)种文献，所指不明", at: item.spans.first,
          note: note.note.id)
      }
    })

  /// C013
  static let ibidAcrossPages = CheckRule(
    DiagnosticRule(
      code: "C013", severity: .info, title: "同上 is the first note of a page",
      explanation: """
        Where notes are numbered anew on every page, 同上 in the first note of a page sends the reader to another page.
        Some journals forbid it. This is an opinion: it is said only with `--select C013`.

        What to do: write author and title.

        Source: rules of 历史研究.
        """), chinese: "“同上”位于一页的第一注", isOn: false,
    .note { note, findings in
      guard note.note.label?.restart == .page, note.note.label?.number == 1, let item = note.citation?.items.first,
        item.form == .backReference, pointers.contains(where: { item.text.hasPrefix($0) })
      else { return }
      findings.add(
        "“\(item.text.shortened)” points to the page before", "“\(item.text.shortened)”指向前一页的注", at: item.spans.first)
    })
}
