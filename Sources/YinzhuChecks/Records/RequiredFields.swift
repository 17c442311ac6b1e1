import YinzhuModel
import YinzhuText

extension CheckRules {
  /// R012
  static let requiredFields = CheckRule(
    DiagnosticRule(
      code: "R012", severity: .warning, title: "A field is missing that this type of work needs",
      explanation: """
        The record lacks what a reader needs to find the work: a title; the journal of an article; the book or proceedings of
        a chapter; the publisher of a book; the school of a thesis; the date.

        In notes only fields are named that note styles print; an author may be missing, since many works have none.

        Example: `@phdthesis{…}` without `school`

        What to do: add the field from the source.

        Source: GB/T 7714—2015 4.1–4.6; the data model of biblatex.
        """), chinese: "缺必备著录项",
    .record { record, findings in
      guard record.item?.form != .backReference, record.item?.form != .short, record.isSure else { return }
      let names = missing(record).filter { !(record.item?.mayPrint($0) ?? false) }.map { FieldNames.wording($0) }
      guard !names.isEmpty else { return }
      let english = names.map(\.english).joined(separator: ", ")
      let chinese = names.map(\.chinese).joined(separator: "、")
      findings.add(
        "no \(english) is given (\(record.reference.type.rawValue))", "缺\(chinese)（\(typeName(record.reference.type))）",
        at: record.whole)
    })

  private static func missing(_ record: CheckedRecord) -> [Variable] {
    let reference = record.reference
    var out: [Variable] = []
    func need(_ variables: Variable...) {
      if !variables.contains(where: { reference[$0].map { !isEmpty($0) } ?? false }), let first = variables.first {
        out.append(first)
      }
    }
    let isFile = record.item == nil
    if isFile, reference.type != .periodical, reference.type != .legalCase { need(.title, .titleShort) }
    switch reference.type {
    case .articleJournal, .articleMagazine, .articleNewspaper, .review, .reviewBook:
      need(.containerTitle, .containerTitleShort)
      need(.issued, .status)
    case .chapter, .paperConference:
      if isFile { need(.containerTitle, .eventTitle, .collectionTitle, .containerTitleShort) }
      need(.issued, .status)
    case .book:
      // Old books and series are cited without imprint.
      if isFile || reference[.publisherPlace] != nil { need(.publisher, .authority) }
      if isFile || reference[.publisher] != nil { need(.issued, .status) }
    case .thesis:
      need(.publisher, .authority)
      need(.issued, .status)
    case .report, .patent: if isFile { need(.issued, .status) }
    case .webpage, .post, .postWeblog: if isFile { need(.url, .doi) }
    default: break
    }
    return out
  }

  private static func isEmpty(_ field: Field) -> Bool {
    switch field.value {
    case .text(let text): text.plain.trimmingSpaces.isEmpty
    case .number(let text): text.trimmingSpaces.isEmpty
    case .names(let list): list.names.isEmpty
    case .date(let date): date.start == nil && date.literal == nil && date.raw == nil && date.season == nil
    }
  }

  private static func typeName(_ type: ReferenceType) -> String {
    switch type {
    case .articleJournal, .articleMagazine: "期刊文章"
    case .articleNewspaper: "报纸文章"
    case .chapter: "析出文献"
    case .paperConference: "会议论文"
    case .book: "图书"
    case .thesis: "学位论文"
    case .report: "报告"
    case .patent: "专利"
    case .webpage, .post, .postWeblog: "网络资源"
    default: type.rawValue
    }
  }

  /// R013
  static let missingAuthor = CheckRule(
    DiagnosticRule(
      code: "R013", severity: .info, title: "No person or body is named",
      explanation: """
        The record names no author, editor or translator. Anonymous works exist, so this is a hint only; numeric styles leave
        the author out, author-date styles print 佚名 or Anon.

        What to do: look at the title page.

        Source: GB/T 7714—2015 8.1.4.
        """), chinese: "缺责任者",
    .record { record, findings in
      guard record.isSure, record.item.map({ $0.form == .full }) ?? true else { return }
      switch record.reference.type {
      case .articleJournal, .thesis, .paperConference: break
      case .book where record.item == nil: break
      default: return
      }
      let people: [Variable] = [
        .author, .editor, .translator, .director, .originalAuthor, .containerAuthor, .compiler, .chair,
      ]
      guard !people.contains(where: { !record.reference.names($0).isEmpty }) else { return }
      findings.add("no author or editor is named", "缺责任者（作者、编者）", at: record.whole)
    })

  /// R014
  static let newspaperDate = CheckRule(
    DiagnosticRule(
      code: "R014", severity: .warning, title: "A newspaper article has no full date",
      explanation: """
        A newspaper is found by its day: year, month and day are needed.

        Example: `《人民日报》2001年`

        What to do: add month and day.

        Source: GB/T 7714—2015 8.8.5.
        """), chinese: "报纸文章日期不完整",
    .record { record, findings in
      guard record.isNewspaperArticle, record.item.map({ $0.form == .full }) ?? true else { return }
      guard let date = record.reference.date(.issued) else { return }
      guard let start = date.start, start.day == nil, date.literal == nil else { return }
      findings.add("month or day of the newspaper is missing", "报纸文章应写明年、月、日", at: record.span(.issued))
    })

  /// R015
  static let newspaperPage = CheckRule(
    DiagnosticRule(
      code: "R015", severity: .info, title: "A newspaper article has no page",
      explanation: """
        The standard wants the page (版) of a newspaper article in brackets after the date. Many journals leave it out in
        notes, so this is a hint.

        Example: `《人民日报》，2001年6月26日` without `第1版`

        What to do: add the page.

        Source: GB/T 7714—2015 8.8.5: `2013-03-16(1)`.
        """), chinese: "报纸文章缺版次",
    .record { record, findings in
      guard record.isNewspaperArticle, record.item.map({ $0.form == .full }) ?? true,
        record.reference[.page] == nil, record.reference[.section] == nil, record.item?.locator == nil,
        record.reference[.url] == nil
      else { return }
      let name = record.reference.text(.containerTitle) ?? ""
      findings.add("the page of “\(name)” isn't given", "《\(name)》未注明版次", at: record.span(.containerTitle))
    })

  /// R016
  static let journalIssue = CheckRule(
    DiagnosticRule(
      code: "R016", severity: .warning, title: "A journal article has neither volume nor issue",
      explanation: """
        A journal article is found by year and issue, or by volume.

        Example: `《文学评论》2014年，第5页`

        What to do: add the issue. Articles that are online first have none yet.

        Source: GB/T 7714—2015 8.8.1–8.8.3.
        """), chinese: "期刊文章缺卷、期",
    .record { record, findings in
      if record.isHostWithoutImprint {
        let host = (record.reference.text(.containerTitle) ?? "").shortened
        findings.add(
          "“\(host)”: neither the issue of a journal nor the publisher of a book is given", "《\(host)》：既无期号，也无出版者",
          at: record.span(.containerTitle))
        return
      }
      guard record.reference.type == .articleJournal, record.isSure, record.item.map({ $0.form == .full }) ?? true,
        record.reference[.issue] == nil, record.reference[.volume] == nil, record.reference[.number] == nil,
        record.reference[.doi] == nil, record.reference[.status] == nil, record.reference[.url] == nil,
        record.reference[.containerTitle] != nil, record.reference.date(.issued)?.start?.day == nil
      else { return }
      findings.add("neither volume nor issue of the journal is given", "期刊文章缺卷、期", at: record.span(.containerTitle))
    })
}

extension CheckedRecord {
  /// A part of something that has a year, and nothing else to find it by: a journal whose issue was left out reads so.
  fileprivate var isHostWithoutImprint: Bool {
    guard let item, item.form == .full, reference.type == .chapter, isSure, !isNewspaperArticle, item.quotedIn == nil,
      reference.text(.containerTitle)?.hasHan == true, reference.date(.issued)?.start?.year ?? 0 > 1900,
      reference.date(.issued)?.start?.month == nil
    else { return false }
    let imprint: [Variable] = [
      .publisher, .publisherPlace, .editor, .volume, .issue, .number, .collectionTitle, .url, .doi, .archive, .edition,
    ]
    return !imprint.contains { reference[$0] != nil }
  }

  /// An article in a newspaper; the parser takes one without a full date for a chapter, so the name of the host counts too.
  var isNewspaperArticle: Bool {
    if reference.type == .articleNewspaper { return isSure }
    guard item != nil, reference.type == .chapter || reference.type == .articleJournal,
      let host = reference.text(.containerTitle)
    else { return false }
    return reference[.issue] == nil && reference[.volume] == nil && reference[.publisher] == nil
      && reference[.editor] == nil
      && ["日报", "晚报", "晨报", "早报", "时报", "周末"].contains { host.hasSuffix($0) }
  }
}
