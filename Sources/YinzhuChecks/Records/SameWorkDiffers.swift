import YinzhuModel
import YinzhuText

extension CheckRules {
  /// R029
  static let sameWorkDiffers = CheckRule(
    DiagnosticRule(
      code: "R029", severity: .warning, title: "The same work is cited with differing data",
      explanation: """
        Two citations have the same title and person and differ in one field (the year, the publisher, the place, the journal,
        the issue), or all else is the same and title or name differ by one or two characters. One of them has a slip.

        Example: `王明：《近代中国外交史》，人民出版社1995年` and `…1996年`

        What to do: look at the work. Two editions of a book, or two articles of the same title, are no slip; then ignore it.
        """), chinese: "同一文献前后著录不一致",
    .document { document, findings in
      compare(
        (document.notes + document.list).flatMap { note in
          Checker.records(note, in: document).filter { $0.item?.form == .full }.map { ($0, note.note.id, note.name) }
        }, &findings)
    },
    .file { file, findings in
      compare(file.records.map { ($0, $0.reference.id.rawValue, $0.reference.id.rawValue) }, &findings)
    })

  private typealias Cited = (record: CheckedRecord, note: String, name: String)

  /// Records with equal keys, in the order of their first one; only keys that come twice.
  private struct Groups<Key: Hashable> {
    private var first: [Key: Int] = [:]
    private var members: [Int: [Int]] = [:]
    private var order: [Int] = []

    init(capacity: Int) { first.reserveCapacity(capacity) }

    mutating func add(_ key: Key, _ index: Int) {
      guard let earlier = first[key] else {
        first[key] = index
        return
      }
      if members[earlier] == nil {
        members[earlier] = [earlier]
        order.append(earlier)
      }
      members[earlier]?.append(index)
    }

    var all: [[Int]] { order.compactMap { members[$0] } }
  }

  private struct TitleKey: Hashable {
    var title: String
    var person: String
    var volume: String
  }

  private struct RestKey: Hashable {
    var host: String
    var issued: DateValue.Parts
    var issue: String
    var volume: String
  }

  private static func compare(_ records: [Cited], _ findings: inout Findings) {
    var byTitle = Groups<TitleKey>(capacity: records.count)
    var byRest = Groups<RestKey>(capacity: records.count)
    for (index, cited) in records.enumerated() where cited.record.isSure {
      let reference = cited.record.reference
      guard let title = reference.text(.title)?.comparable, title.utf8.count >= 6 else { continue }
      let person = person(reference)
      if !person.isEmpty {
        byTitle.add(TitleKey(title: title, person: person, volume: reference.text(.volume)?.comparable ?? ""), index)
      }
      guard let host = (reference.text(.containerTitle) ?? reference.text(.publisher))?.comparable, !host.isEmpty,
        let issued = reference.date(.issued)?.start
      else { continue }
      let key = RestKey(
        host: host, issued: issued, issue: reference.text(.issue) ?? "", volume: reference.text(.volume) ?? "")
      byRest.add(key, index)
    }
    for group in byTitle.all { compareData(group.map { records[$0] }, &findings) }
    for group in byRest.all { compareNames(group.map { records[$0] }, &findings) }
  }

  private static func person(_ reference: Reference) -> String {
    for variable in [Variable.author, .editor, .translator] {
      if let name = reference.names(variable).first { return name.displayed.comparable }
    }
    return ""
  }

  private static let data: [Variable] = [.issued, .publisher, .publisherPlace, .containerTitle, .issue]

  /// Each citation of a work against the first one.
  private static func compareData(_ group: [Cited], _ findings: inout Findings) {
    guard let first = group.first else { return }
    for other in group.dropFirst() {
      let differing = data.filter { differs(first.record.reference, other.record.reference, $0) }
      guard let field = differing.first, differing.count == 1 else { continue }
      // Speeches and columns have the same title again and again; then the day differs, and it is another one.
      if field == .issued || field == .issue, first.record.reference.type == .articleNewspaper,
        (first.record.reference.text(.title)?.comparable.unicodeScalars.count ?? 0) < 8
      {
        continue
      }
      let name = FieldNames.wording(field)
      let (a, b) = (value(first.record.reference, field), value(other.record.reference, field))
      let title = (other.record.reference.text(.title) ?? "").shortened
      findings.add(
        "“\(title)”: the \(name.english) is “\(b)” here and “\(a)” in \(first.name)",
        "《\(title)》：\(name.chinese)此处作“\(b)”，\(first.name)作“\(a)”", at: other.record.span(field), note: other.note,
        related: first.record.span(field).map { [Finding.Related(Wording("“\(a)”", "作“\(a)”"), span: $0)] } ?? [])
    }
  }

  private static func differs(_ a: Reference, _ b: Reference, _ variable: Variable) -> Bool {
    if variable == .issued {
      guard let x = a.date(.issued)?.start, let y = b.date(.issued)?.start else { return false }
      if x.year != y.year { return true }
      if let m = x.month, let n = y.month, m != n { return true }
      if let d = x.day, let e = y.day, d != e { return true }
      return false
    }
    guard let x = a.text(variable)?.comparable, let y = b.text(variable)?.comparable, !x.isEmpty, !y.isEmpty else {
      return false
    }
    // 商务印书馆 and 商务印书馆（北京）
    return x != y && !x.hasPrefix(y) && !y.hasPrefix(x)
  }

  private static func value(_ reference: Reference, _ variable: Variable) -> String {
    if variable == .issued, let start = reference.date(.issued)?.start {
      return [start.year, start.month, start.day].compactMap { $0 }.map { String($0) }.joined(separator: "-")
    }
    return reference.text(variable) ?? ""
  }

  /// Citations that agree in all but a character or two of title or name.
  private static func compareNames(_ group: [Cited], _ findings: inout Findings) {
    // A house that printed thousands of books in a year would make this quadratic.
    let few = group.prefix(60).map {
      ($0, $0.record.reference.text(.title)?.comparable ?? "", person($0.record.reference))
    }
    for (at, (other, title, y)) in few.enumerated() {
      let mine = other.record.reference
      for (first, before, x) in few.prefix(at) {
        let earlier = first.record.reference
        if before != title, x == y, !x.isEmpty, isNear(before, title, most: 2, least: 6) {
          findings.add(
            "the title is “\(mine.text(.title) ?? "")” here and “\(earlier.text(.title) ?? "")” in \(first.name)",
            "题名此处作《\(mine.text(.title) ?? "")》，\(first.name)作《\(earlier.text(.title) ?? "")》",
            at: other.record.span(.title), note: other.note,
            related: first.record.span(.title).map { [Finding.Related(Wording("the other title", "另一题名"), span: $0)] }
              ?? [])
          break
        }
        if before == title, x != y, !x.isEmpty, !y.isEmpty, isNear(x, y, most: 1, least: 2) {
          let (a, b) = (earlier.names(.author).first?.displayed ?? x, mine.names(.author).first?.displayed ?? y)
          findings.add(
            "the author is “\(b)” here and “\(a)” in \(first.name)", "责任者此处作“\(b)”，\(first.name)作“\(a)”",
            at: other.record.span(.author), note: other.note,
            related: first.record.span(.author).map { [Finding.Related(Wording("the other name", "另一写法"), span: $0)] }
              ?? [])
          break
        }
      }
    }
  }

  /// Whether two texts differ by few letters, none of them a number: 上, 下 and 一, 二 tell parts apart.
  static func isNear(_ a: String, _ b: String, most: Int, least: Int) -> Bool {
    let (x, y) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    guard min(x.count, y.count) >= least, abs(x.count - y.count) <= most else { return false }
    let common = zip(x, y).prefix { $0 == $1 }.count
    let tail = zip(x.reversed(), y.reversed()).prefix { $0 == $1 }.count
    let end = min(tail, min(x.count, y.count) - common)
    let (left, right) = (x[common..<(x.count - end)], y[common..<(y.count - end)])
    guard max(left.count, right.count) <= most else { return false }
    return !(left + right).contains { "上中下一二三四五六七八九十甲乙丙丁续前后初再三补0123456789ivx".unicodeScalars.contains($0) }
  }
}
