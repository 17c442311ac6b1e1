import YinzhuModel
import YinzhuText

extension CheckRules {
  /// C031
  static let renderingDiffers = CheckRule(
    DiagnosticRule(
      code: "C031", severity: .warning, title: "The note differs from the style of the others",
      explanation: """
        The record that was read from the note was written back in the note style that the document follows, and laid beside
        the note. What differs is named with the field it belongs to: a word or mark that is missing, surplus or another one.

        It is said only where the style is sure (most notes agree with it to the letter), and never where many notes differ
        in the same way: that is the journal's own form.

        Example: `《论改革》《文学评论》2014年第6期` where the others print a comma between the titles.

        What to do: compare the note with the others; `yinzhu extract --explain` shows the rendering.

        Source: the CSL style that is named in the message.
        """), chinese: "注文与本文体例不合",
    .document { document, findings in
      var items: [(CheckedNote, CitationItem)] = []
      var renderings: [Rendering] = []
      for note in document.notes {
        for item in note.citation?.items ?? [] where item.form == .full && item.reference != nil {
          guard let rendering = item.parse.rendering else { continue }
          items.append((note, item))
          renderings.append(rendering)
        }
      }
      guard renderings.count >= 4, let style = Majority(renderings.map(\.style)).usual else { return }
      // The style is sure where most of what it prints is what the notes print.
      let exact = renderings.count { $0.style == style && $0.agreement >= 0.98 }
      guard exact * 3 >= renderings.count * 2 else { return }
      var common: [Deviation: Int] = [:]
      var ofType: [ReferenceType: Int] = [:]
      for (_, item) in items {
        guard let type = item.reference?.type else { continue }
        ofType[type, default: 0] += 1
        for deviation in Set(deviations(item, type)) { common[deviation, default: 0] += 1 }
      }
      for (note, item) in items {
        guard let reference = item.reference, let rendering = item.parse.rendering, rendering.style == style,
          rendering.agreement >= 0.75, rendering.agreement < 1, rendering.differences.count <= 3
        else { continue }
        for (difference, deviation) in zip(rendering.differences, deviations(item, reference.type)) {
          guard !isCounting(difference) else { continue }
          let times = common[deviation] ?? 0
          let all = ofType[reference.type] ?? 0
          guard times * 4 <= all || times == 1 && all >= 3 else { continue }
          report(difference, item, note, style, document.source, &findings)
        }
      }
    })

  /// Words that count parts are chosen by the record's own numbers (第6辑 for 第6卷): that is no slip of form.
  private static func isCounting(_ difference: Rendering.Difference) -> Bool {
    let words = "第页頁卷册辑集期号版主编著译等()"
    let isWord = { (text: String) in text.allSatisfy { words.contains($0) } }
    return isWord(difference.printed) && isWord(difference.rendered) && !difference.printed.isEmpty
  }

  private struct Deviation: Hashable {
    var type: ReferenceType
    var difference: Rendering.Difference
  }

  private static func deviations(_ item: CitationItem, _ type: ReferenceType) -> [Deviation] {
    (item.parse.rendering?.differences ?? []).map { Deviation(type: type, difference: $0) }
  }

  private static func report(
    _ difference: Rendering.Difference, _ item: CitationItem, _ note: CheckedNote, _ style: String,
    _ source: SourceText,
    _ findings: inout Findings
  ) {
    let record = item.reference.map { CheckedRecord($0, origin: .note, item: item, source: source) }
    let place = place(difference.place)
    let span: SourceSpan?
    switch difference.place {
    case .variable(let variable): span = variable == .locator ? item.locator?.spans.first : record?.span(variable)
    case .between(let before, let after):
      let start = before.flatMap { edge($0, record, item)?.end } ?? item.spans.first?.start
      let end = after.flatMap { edge($0, record, item)?.start } ?? item.spans.last?.end
      span = start.flatMap { start in end.map { SourceSpan(start: start, end: max(start, $0)) } }
    }
    let (printed, rendered) = (difference.printed, difference.rendered)
    let wording: Wording
    if printed.isEmpty {
      wording = Wording(
        "\(place.english): “\(rendered)” is missing, which the style \(style) writes",
        "\(place.chinese)缺“\(rendered)”（体例：\(style)）")
    } else if rendered.isEmpty {
      wording = Wording(
        "\(place.english): “\(printed)” is surplus by the style \(style)", "\(place.chinese)多出“\(printed)”（体例：\(style)）"
      )
    } else {
      wording = Wording(
        "\(place.english): the note has “\(printed)”, the style \(style) writes “\(rendered)”",
        "\(place.chinese)注文作“\(printed)”，体例（\(style)）作“\(rendered)”")
    }
    findings.add(wording.english, wording.chinese, at: span ?? item.spans.first, note: note.note.id)
  }

  private static func edge(_ variable: Variable, _ record: CheckedRecord?, _ item: CitationItem) -> SourceSpan? {
    if variable == .locator { return item.locator?.spans.first }
    guard let record, record.isOwn(variable) else { return nil }
    return record.span(variable)
  }

  private static func place(_ place: Rendering.Difference.Place) -> Wording {
    func name(_ variable: Variable) -> Wording { FieldNames.wording(variable) }
    switch place {
    case .variable(let variable): return Wording("in the \(name(variable).english)", "\(name(variable).chinese)")
    case .between(let before?, nil):
      return Wording("behind the \(name(before).english)", "\(name(before).chinese)后")
    case .between(nil, let after?):
      return Wording("before the \(name(after).english)", "\(name(after).chinese)前")
    case .between(let before?, let after?):
      return Wording(
        "between \(name(before).english) and \(name(after).english)", "\(name(before).chinese)与\(name(after).chinese)之间"
      )
    case .between(nil, nil): return Wording("in the note", "注文")
    }
  }
}
