import YinzhuModel
import YinzhuText

extension CheckRules {
  /// C036
  static let wrongPointer = CheckRule(
    DiagnosticRule(
      code: "C036", severity: .warning, title: "A back reference names another author than the note that it points to",
      explanation: """
        The pointer names an author and a note (`王明，前注③`), and the work cited there is by somebody else: notes were
        added before it, and the number wasn't changed.

        What to do: look for the note that cites the work, and correct the number.

        Source: 法学引注手册.
        """), chinese: "互见式引文的责任者与所指的注不符",
    .document { document, findings in
      var items: [CitationItem.Target: CitationItem] = [:]
      for note in document.notes {
        for (index, item) in (note.citation?.items ?? []).enumerated() {
          items[CitationItem.Target(note: note.note.id, index: index)] = item
        }
      }
      for note in document.notes {
        for item in note.citation?.items ?? [] where item.form != .full {
          guard let target = item.target, let cited = items[target]?.reference, case let text = printed(item),
            !text.isEmpty
          else { continue }
          let people = cited.names(.author) + cited.names(.editor) + cited.names(.translator)
          guard let person = people.first, !people.contains(where: { isSame($0, text) }) else { continue }
          findings.add(
            "“\(item.text.shortened)” names \(text), the note that it points to cites \(person.displayed)",
            "“\(item.text.shortened)”的责任者是\(text)，所指的注引用的是\(person.displayed)", at: item.spans.first,
            note: note.note.id,
            related: items[target]?.spans.first.map { [Finding.Related(Wording("the note", "所指的注"), span: $0)] } ?? [])
        }
      }
    })

  private static let words = ["前注", "前引", "前揭", "上引", "上揭", "同注", "supra", "op. cit."]

  /// The author that the pointer itself prints: of the short form, or what stands before 前注.
  private static func printed(_ item: CitationItem) -> String {
    if let field = item.reference?[.author], case .parsed = field.provenance, let name = field.names?.names.first {
      return name.displayed
    }
    let starts = words.compactMap { item.text.firstRange(of: $0)?.lowerBound }
    guard let start = starts.min() else { return "" }
    let name = item.text[..<start].filter { !"，,：: 、".contains($0) }
    let isName = (2...12).contains(name.count) && !name.contains { "《》“”（(".contains($0) || $0.isNumber }
    return isName && !["参见", "另见", "详见", "See"].contains(name) ? name : ""
  }

  private static func isSame(_ name: Name, _ text: String) -> Bool {
    let (whole, short, printed) = (name.displayed.comparable, (name.family ?? "").comparable, text.comparable)
    if whole.isEmpty || printed.isEmpty { return true }
    return whole == printed || whole.hasSuffix(printed) || whole.hasPrefix(printed) || printed.contains(whole)
      || !short.isEmpty && printed.contains(short)
  }
}
