import YinzhuModel
import YinzhuText

extension CheckRules {
  /// C022
  static let mixedHostForm = CheckRule(
    DiagnosticRule(
      code: "C022", severity: .warning, title: "载 before the journal is missing or surplus",
      explanation: """
        Most notes write 载 (or 载于, 刊于) before the name of a journal or newspaper and this one doesn't, or the reverse.

        Example: `《论改革》，《文学评论》2014年第6期` among notes with `，载《…》`.

        What to do: follow the journal's form throughout.

        Source: CY/T 121—2015 学术出版规范·注释.
        """), chinese: "刊名前有无“载”字不统一",
    .document { document, findings in
      var found: [(entry: CheckedNote, hasWord: Bool, span: SourceSpan)] = []
      for entry in document.notes {
        for item in entry.citation?.items ?? [] where item.form == .full {
          guard let reference = item.reference, isArticle(reference.type), item.quotedIn == nil,
            let title = reference[.title]?.provenance.spans.last,
            let host = reference[.containerTitle]?.provenance.spans.first,
            title.end <= host.start, host.start - title.end < 60, host.end <= document.source.bytes.count
          else { continue }
          let between = document.source[SourceSpan(start: title.end, end: host.start)]
          found.append((entry, between.contains("载") || between.contains("刊于") || between.contains("載"), host))
        }
      }
      guard let usual = Majority(found.map(\.hasWord)).usual else { return }
      for (entry, hasWord, span) in found where hasWord != usual {
        findings.add(
          usual ? "other notes write 载 before the journal" : "other notes write no 载 before the journal",
          usual ? "他注刊名前用“载”，此处没有" : "他注刊名前不用“载”，此处有", at: span, note: entry.note.id)
      }
    })

  private static func isArticle(_ type: ReferenceType) -> Bool {
    type == .articleJournal || type == .articleNewspaper || type == .articleMagazine
  }
}
