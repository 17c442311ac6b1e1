import YinzhuModel
import YinzhuText

extension CheckRules {
  /// C011
  static let shortFirst = CheckRule(
    DiagnosticRule(
      code: "C011", severity: .warning, title: "A short form stands before the full one",
      explanation: """
        The note gives only author, title and page, and no note before it gives the full data. The note with the full data
        was moved behind it or deleted.

        Example: `① 王明：《近代中国外交史》，第3页。` as the first citation of the book.

        What to do: give the full data here, and the short form later.

        Source: CY/T 121—2015; rules of 中国社会科学 and 历史研究.
        """), chinese: "简略著录出现在完整著录之前",
    .document { document, findings in
      var later: [String: CheckedNote] = [:]
      for note in document.notes.reversed() {
        for item in note.citation?.items ?? [] where item.form == .full {
          if let title = item.reference?.text(.title)?.comparable { later[title] = note }
        }
      }
      for note in document.notes {
        for item in note.citation?.items ?? [] where item.form == .short && item.target == nil && item.locator != nil {
          guard let reference = item.reference, let title = reference.text(.title), !reference.names(.author).isEmpty,
            item.prefix?.contains("转引") != true,
            // Chapters of classics (三国志·吴书) are cited so by everybody.
            !title.contains("·")
          else { continue }
          let full = later[title.comparable]
          findings.add(
            full.map { "“\(title.shortened)” is cited in short form here, in full only in note \($0.name)" }
              ?? "“\(title.shortened)” is cited in short form, and no note gives its full data",
            full.map { "《\(title.shortened)》此处为简略著录，到注\($0.name)才完整著录" }
              ?? "《\(title.shortened)》为简略著录，此前没有完整著录", at: item.spans.first, note: note.note.id)
        }
      }
    })
}
