import YinzhuModel
import YinzhuText

extension CheckRules {
  /// C010
  static let fullAgain = CheckRule(
    DiagnosticRule(
      code: "C010", severity: .warning, title: "A work is cited in full twice",
      explanation: """
        Two notes give the full data of the same work. Most Chinese journals want them at the first citation only; later
        notes give author, title and page, or 同上, 前引书. Each work is named once, at its second full citation.

        Example: `习近平：《弘扬“上海精神”……》，载《人民日报》，2018年6月11日` in notes 4 and 7.

        What to do: shorten the later note as the journal asks. If the journal repeats data in full on every page, ignore
        this code.

        Source: CY/T 121—2015 学术出版规范·注释; 法学引注手册.
        """), chinese: "同一文献两次完整著录",
    .document { document, findings in
      var works: [WorkKey: [(note: CheckedNote, item: CitationItem)]] = [:]
      var order: [WorkKey] = []
      for note in document.notes {
        for item in note.citation?.items ?? [] where item.form == .full {
          guard let reference = item.reference, let key = WorkKey(reference) else { continue }
          if works[key] == nil { order.append(key) }
          works[key, default: []].append((note, item))
        }
      }
      let repeated = works.values.count { Set($0.map(\.note.note.id)).count > 1 }
      // A document without any short form that repeats work after work follows a journal that wants it so.
      let hasShortForms = document.notes.contains { $0.citation?.items.contains { $0.form != .full } ?? false }
      let severity: Severity? = repeated >= 4 && !hasShortForms ? .info : nil
      for key in order {
        guard let all = works[key], let first = all.first, let second = all.dropFirst().first,
          first.note.note.id != second.note.note.id
        else { continue }
        let title = (first.item.reference?.text(.title) ?? "").shortened
        let times = all.count
        findings.add(
          "“\(title)” is cited in full \(times == 2 ? "twice" : "\(times) times"): first in note \(first.note.name), again here",
          "《\(title)》完整著录了\(times)次：注\(first.note.name)已完整著录，此处再次完整著录",
          at: second.item.spans.first, severity: severity, note: second.note.note.id,
          related: first.item.spans.first.map {
            [Finding.Related(Wording("the first full citation", "首次完整著录"), span: $0)]
          } ?? [])
      }
    })
}

/// What tells works apart: title, first person, host, and date as far as it is printed.
struct WorkKey: Hashable {
  private var title: String
  private var person: String
  private var host: String
  private var issued: String
  private var volume: String

  /// Nil without a title.
  init?(_ reference: Reference) {
    let title = reference.text(.title)?.comparable ?? ""
    guard !title.isEmpty else { return nil }
    self.title = title
    let people = reference.names(.author) + reference.names(.editor) + reference.names(.translator)
    person = people.first?.displayed.comparable ?? ""
    host = reference.text(.containerTitle)?.comparable ?? ""
    let start = reference.date(.issued)?.start
    issued = start.map { "\($0.year)-\($0.month ?? 0)-\($0.day ?? 0)" } ?? ""
    volume = [Variable.volume, .issue, .edition].map { reference.text($0) ?? "" }.joined(separator: "/")
  }
}
