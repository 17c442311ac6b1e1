import YinzhuModel
import YinzhuText

extension CheckRules {
  /// R043
  static let fourNames = CheckRule(
    DiagnosticRule(
      code: "R043", severity: .warning, title: "An entry names more than three authors",
      explanation: """
        GB/T 7714 names the first three authors of four or more, and writes 等 or `et al.` after them. It is said of entries
        with a type code, and only where the document cuts other lists of authors.

        Example: `严洁, 邱泽奇, 任莉颖, 丁华. …[J]`

        What to do: keep the first three.

        Source: GB/T 7714—2015 8.1.2; 2025 7.1.
        """), chinese: "责任者超过三人未省略",
    .document { document, findings in
      var long: [(CheckedNote, CitationItem, Int)] = []
      var cut = 0
      for entry in document.notes + document.list where TypeCode.first(in: ScalarText(entry.text.bytes)) != nil {
        for item in entry.citation?.items ?? [] where item.form == .full {
          guard let names = item.reference?[.author]?.names else { continue }
          if names.hasOthers { cut += 1 }
          if names.names.count > 3 { long.append((entry, item, names.names.count)) }
        }
      }
      guard cut >= 1, long.count <= cut else { return }
      for (entry, item, count) in long {
        findings.add(
          "\(count) authors are named; three and 等 are written elsewhere", "列出\(count)位责任者，他处著录前三位后加“等”",
          at: item.spans.first,
          note: entry.note.id)
      }
    })

  /// R044
  static let languageOfTitle = CheckRule(
    DiagnosticRule(
      code: "R044", severity: .warning, title: "The language of a record isn't that of its title",
      explanation: """
        The record says that it is in a Western language, and its title is in Chinese characters. Styles then write `et al.`
        for 等 and sort it among Western names.

        Example: `title = {论语新解}, langid = {english}`

        What to do: write `langid = {chinese}` (in CSL-JSON `zh-CN`).

        Source: CSL 1.0.2, `language`; zotero-chinese styles.
        """), chinese: "语种与题名不符",
    .record { record, findings in
      guard record.item == nil, let language = record.text(.language)?.lowercased(),
        let title = record.reference.text(.title)
      else { return }
      let western = ["en", "fr", "de", "es", "it", "ru", "pt", "la"]
      guard
        western.contains(where: { language == $0 || language.hasPrefix($0 + "-") || language.hasPrefix($0 + "_") })
          || language.hasPrefix("english")
      else { return }
      let han = title.unicodeScalars.count { CharacterClass.isHan($0.value) }
      let latin = title.unicodeScalars.count { CharacterClass.isLatin($0.value) }
      guard han >= 3, han > latin else { return }
      findings.add(
        "the language is “\(language)”, the title is Chinese", "语种作“\(language)”，题名为中文", at: record.span(.language))
    })
}
