import CLexicons
import YinzhuModel
import YinzhuText

/// What is known of a newspaper or journal (`serials.tsv`, each row with its source).
struct Serial: Sendable {
  var name: String
  /// First and last day, as precise as the source says.
  var first: DateValue.Parts?
  var last: DateValue.Parts?
  /// Issues a year.
  var frequency: Int?

  /// The serial of a name.
  static func named(_ name: String) -> Serial? { builtIn[name.comparable] }

  private static let builtIn: [String: Serial] = {
    var out: [String: Serial] = [:]
    for row in rows("serials") where row.count >= 6 {
      let serial = Serial(name: row[0], first: day(row[3]), last: day(row[4]), frequency: Int(row[5]))
      out[row[0].comparable] = serial
    }
    return out
  }()

  /// The rows of a table that is compiled in; lines that begin with # are comments.
  static func rows(_ table: String) -> [[String]] {
    var index = 0
    while true {
      let lexicon = yz_lexicon_at(index)
      guard let name = lexicon.name, let bytes = lexicon.bytes else { return [] }
      index += 1
      guard String(cString: name) == table else { continue }
      let text = String(decoding: UnsafeBufferPointer(start: bytes, count: lexicon.count), as: UTF8.self)
      return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      }
    }
  }

  private static func day(_ text: String) -> DateValue.Parts? {
    let parts = text.split(separator: "-").map { Int($0) }
    guard let first = parts.first, let year = first else { return nil }
    return DateValue.Parts(year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
  }
}

extension CheckRules {
  /// R025
  static let serialLife = CheckRule(
    DiagnosticRule(
      code: "R025", severity: .error, title: "The newspaper or journal didn't appear then",
      explanation: """
        The date lies before the first issue of the paper, or after its last one. The first and last days that are known
        stand in `Sources/CLexicons/lexicons/serials.tsv`, each with its source; other papers are left alone.

        Example: `《人民日报》1945年3月2日` (the paper began on 15 May 1946)

        What to do: look at the date, and whether another paper of that name is meant. After the last issue it is only a
        warning, since reprints are dated later.

        Source: serials.tsv.
        """), chinese: "该报刊当时尚未创刊或已停刊",
    .record { record, findings in
      guard record.isSure, let host = record.text(.containerTitle), let serial = Serial.named(host),
        let date = record.date(.issued), date.calendar == .gregorian, let day = date.start
      else { return }
      if let first = serial.first, isBefore(day, first) {
        findings.add(
          "\(serial.name) began on \(text(first)), the date given is \(text(day))",
          "《\(serial.name)》创刊于\(text(first))，而日期作\(text(day))", at: record.span(.issued))
      } else if let last = serial.last, isBefore(last, day) {
        findings.add(
          "\(serial.name) ended on \(text(last)), the date given is \(text(day))",
          "《\(serial.name)》于\(text(last))停刊，而日期作\(text(day))", at: record.span(.issued), severity: .warning)
      }
    })

  /// Whether a date lies before another as far as both are given.
  private static func isBefore(_ a: DateValue.Parts, _ b: DateValue.Parts) -> Bool {
    if a.year != b.year { return a.year < b.year }
    guard let x = a.month, let y = b.month else { return false }
    if x != y { return x < y }
    guard let x = a.day, let y = b.day else { return false }
    return x < y
  }

  private static func text(_ parts: DateValue.Parts) -> String {
    [parts.year, parts.month, parts.day].compactMap { $0 }.map { String($0) }.joined(separator: "-")
  }

  private static let byName: [(suffix: String, issues: Int)] = [
    ("双月刊", 6), ("半月刊", 24), ("月刊", 12), ("季刊", 4), ("旬刊", 36), ("周刊", 53),
  ]

  /// R026
  static let issueNumber = CheckRule(
    DiagnosticRule(
      code: "R026", severity: .warning, title: "The issue number is higher than the journal has issues a year",
      explanation: """
        A monthly has twelve issues a year, a weekly 53 at most. Higher numbers are slips, or numbers that count from the
        first issue on (总第…期), which belong elsewhere.

        Example: `《世界经济月刊》2014年第13期`, `《文学评论》2014年第64期`

        What to do: look at the issue.

        Source: the frequency in the journal's name or in serials.tsv; GB/T 7714—2015 8.8.3.
        """), chinese: "期号超出年出版期数",
    .record { record, findings in
      guard isSerial(record.reference.type), record.isSure, let text = record.text(.issue)?.trimmingSpaces,
        let issue = Int(text),
        record.date(.issued)?.start != nil
      else { return }
      let host = record.reference.text(.containerTitle) ?? ""
      // With a volume the count may begin anew or run on.
      let known = Serial.named(host)?.frequency ?? byName.first { host.hasSuffix($0.suffix) }?.issues
      let isWhole = record.reference[.volume] != nil
      guard let most = known ?? (isWhole ? nil : 53), issue > most else { return }
      if known == nil, record.reference.type != .articleJournal || !host.hasHan { return }
      findings.add(
        "issue \(issue), but a year has at most \(most)", "第\(issue)期，而一年至多\(most)期", at: record.span(.issue))
    })

  /// R027
  static let volumeYear = CheckRule(
    DiagnosticRule(
      code: "R027", severity: .warning, title: "Volume and year don't fit the other citations of the journal",
      explanation: """
        Volumes of a journal rise with the years. Three or more citations of the journal agree in how, and this one doesn't.

        Example: `2013, 32`, `2014, 33`, `2015, 34`, and `2016, 34`

        What to do: look at the issue.
        """), chinese: "卷与年不合",
    .document { document, findings in
      volumes(
        (document.notes + document.list).flatMap { note in
          Checker.records(note, in: document).map { ($0, note.note.id) }
        }, &findings)
    },
    .file { file, findings in volumes(file.records.map { ($0, $0.reference.id.rawValue) }, &findings) })

  private static func volumes(_ records: [(record: CheckedRecord, note: String)], _ findings: inout Findings) {
    var journals: [String: [(record: CheckedRecord, note: String, first: Int)]] = [:]
    for (record, note) in records {
      guard record.reference.type == .articleJournal, record.isSure,
        let host = record.text(.containerTitle)?.comparable, !host.isEmpty,
        let volume = record.text(.volume).flatMap({ Int($0.trimmingSpaces) }),
        let year = record.date(.issued)?.start?.year,
        (1600...2200).contains(year), (1...500).contains(volume)
      else { continue }
      journals[host, default: []].append((record, note, year - volume))
    }
    for entries in journals.values where entries.count >= 4 {
      var counts: [Int: Int] = [:]
      for entry in entries { counts[entry.first, default: 0] += 1 }
      // Volumes that cross the turn of the year give two neighbouring counts.
      guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= 3,
        best.value * 5 >= entries.count * 4
      else { continue }
      for entry in entries where abs(entry.first - best.key) > 0 && counts[entry.first] == 1 {
        let volume = entry.record.text(.volume) ?? ""
        findings.add(
          "volume \(volume) doesn't fit the year by the other \(best.value) citations of the journal",
          "第\(volume)卷与年份不合（同刊另\(best.value)处可互证）", at: entry.record.span(.volume), note: entry.note)
      }
    }
  }
}
