import YinzhuModel
import YinzhuText

extension CheckRules {
  /// C033
  static let citedNotListed = CheckRule(
    DiagnosticRule(
      code: "C033", severity: .warning, title: "A work is cited and not in the reference list",
      explanation: """
        The document has notes and a reference list, and the list lacks a work that a note cites in full. It is said only where
        the list has most of the works that the notes cite: other lists are a choice.

        What to do: add the work to the list.

        Source: GB/T 7714—2015 9; rules of most journals.
        """), chinese: "注中引用的文献未列入参考文献",
    .document { document, findings in
      let (cited, listed) = works(document)
      guard listed.count >= 3, cited.count >= 3 else { return }
      let titles = Set(listed.map(\.title))
      let missing = cited.filter { !titles.contains($0.title) }
      guard missing.count * 3 <= cited.count else { return }
      for work in missing {
        findings.add(
          "“\(work.printed.shortened)” is cited here and not in the reference list",
          "《\(work.printed.shortened)》未列入参考文献",
          at: work.span, note: work.note)
      }
    })

  /// C034
  static let listedNotCited = CheckRule(
    DiagnosticRule(
      code: "C034", severity: .warning, title: "A work is in the reference list and not cited",
      explanation: """
        The reference list has a work that no note cites. It is said only where most works of the list are cited: bibliographies
        for further reading are another thing.

        What to do: cite the work or take it out.

        Source: GB/T 7714—2015 9.
        """), chinese: "参考文献未被引用",
    .document { document, findings in
      let (cited, listed) = works(document)
      guard listed.count >= 3, cited.count >= 3 else { return }
      let titles = Set(cited.map(\.title))
      let surplus = listed.filter { !titles.contains($0.title) }
      guard surplus.count * 3 <= listed.count else { return }
      for work in surplus {
        findings.add(
          "“\(work.printed.shortened)” is listed and never cited", "《\(work.printed.shortened)》列入参考文献而未被引用",
          at: work.span,
          note: work.note)
      }
    })

  private struct Work {
    var title: String
    var printed: String
    var span: SourceSpan?
    var note: String
  }

  private static func works(_ document: CheckedDocument) -> (cited: [Work], listed: [Work]) {
    func of(_ entries: [CheckedNote]) -> [Work] {
      var seen: Set<String> = []
      return entries.flatMap { entry in
        (entry.citation?.items ?? []).compactMap { item -> Work? in
          guard item.form == .full, let title = item.reference?.text(.title), !title.comparable.isEmpty,
            seen.insert(title.comparable).inserted
          else { return nil }
          return Work(title: title.comparable, printed: title, span: item.spans.first, note: entry.note.id)
        }
      }
    }
    return (of(document.notes), of(document.list))
  }

  /// N010
  static let listNumbers = CheckRule(
    DiagnosticRule(
      code: "N010", severity: .warning, title: "The numbers of the reference list have a gap or repeat",
      explanation: """
        Entries of the list are numbered 1, 2, 3 …. Here a number is left out, stands twice, or is out of order.

        Example: `[1] … [2] … [4] …`

        What to do: number the list anew, and the citations with it.

        Source: GB/T 7714—2015 9.2.
        """), chinese: "参考文献序号不连续或重复",
    .document { document, findings in
      let numbered = document.list.compactMap { entry in entry.note.label?.number.map { (entry, $0) } }
      guard numbered.count >= 3, numbered.count * 3 >= document.list.count * 2 else { return }
      for ((_, before), (entry, number)) in zip(numbered, numbered.dropFirst())
      where number != before + 1 && number != 1 {
        findings.add(
          number == before ? "the number \(number) stands twice" : "after \(before) comes \(number)",
          number == before ? "序号\(number)重复" : "序号\(before)之后是\(number)", at: entry.text.spans.first,
          note: entry.note.id)
      }
    })

  /// N011
  static let longQuotation = CheckRule(
    DiagnosticRule(
      code: "N011", severity: .info, title: "A long quotation has no note",
      explanation: """
        A quotation of twenty characters or more stands in the text, and no marker follows it. Quotations from everyday speech
        need none, so this is an opinion: it is said only with `--select N011`.

        What to do: name the source.

        Source: CY/T 122—2015 学术出版规范·引文.
        """), chinese: "较长引文没有注", isOn: false,
    .document { document, findings in
      let markers = document.notes.compactMap(\.note.marker?.span.start).sorted()
      for block in document.paragraphs where block.end <= document.source.bytes.count {
        let text = ScalarText(Array(document.source.bytes[block.range]))
        var open: Int?
        for index in text.indices {
          if text[index] == 0x201C { open = index }
          guard text[index] == 0x201D, let start = open else { continue }
          open = nil
          guard text.scalars[start..<index].count(where: { CharacterClass.isHan($0) }) >= 20 else { continue }
          let end = block.start + text.bytes(index..<index + 1).upperBound
          // The marker stands at the end of the sentence at the latest.
          if markers.contains(where: { $0 >= end && $0 < end + 120 }) { continue }
          findings.add(
            "a quotation of \(index - start - 1) characters has no note", "\(index - start - 1)字的引文没有注",
            at: SourceSpan(start: block.start + text.bytes(start..<start + 1).lowerBound, end: end))
        }
      }
    })
}
