import YinzhuModel
import YinzhuText

/// Runs the rules over documents and reference files.
public struct Checker: Sendable {
  /// Codes that are wanted.
  public let selection: CodeSelection
  private let rules: [CheckRule]

  /// A checker of the rules that a selection wants.
  public init(_ selection: CodeSelection = CodeSelection()) {
    self.selection = selection
    rules = CheckRules.all.filter { selection.contains($0.code, isOn: $0.isOn) }
  }

  /// What is to be said of a document.
  ///
  /// - Parameter diagnostics: What the stages that read it said; those that a rule says better are left out.
  public func check(_ document: CheckedDocument, diagnostics: [Diagnostic] = []) -> [Finding] {
    var out = stageFindings(diagnostics)
    let entries = document.notes + document.list
    let records = entries.map { Self.records($0, in: document) }
    for rule in rules {
      var findings = Findings(rule.rule)
      for look in rule.looks {
        switch look {
        case .document(let body):
          findings.note = nil
          body(document, &findings)
        case .note(let body):
          for entry in entries where entry.note.text != nil {
            findings.note = entry.note.id
            body(entry, &findings)
          }
        case .record(let body):
          for (entry, records) in zip(entries, records) {
            findings.note = entry.note.id
            for record in records { body(record, &findings) }
          }
        case .file: break
        }
      }
      out += findings.list
    }
    return finished(out, Ignores(document.source, records: []), notes: entries)
  }

  /// What is to be said of a reference file.
  ///
  /// - Parameter diagnostics: What its reader said.
  public func check(_ file: CheckedFile, diagnostics: [Diagnostic] = []) -> [Finding] {
    let jobs = file.records.count > Self.many ? 4 : 1
    // A record is passed to all rules before the next one, as each pass over all records would copy them again.
    let looks = rules.flatMap { rule in
      rule.looks.compactMap { look -> RecordLook? in
        if case .record(let body) = look { RecordLook(rule: rule.rule, body: body) } else { nil }
      }
    }
    let records = Parallel.flatMap(file.records.count, jobs: jobs) { Self.findings(looks, file.records, $0) }
    let whole = Parallel.map(rules.count, jobs: jobs) { [rules] in Self.findings(rules[$0], file) }
    let out = stageFindings(diagnostics) + records + whole.joined()
    return finished(out, Ignores(file.source, records: file.records.compactMap(\.reference.span)), notes: [])
  }

  /// Files with more records than this are worth the threads.
  private static let many = 2000

  private struct RecordLook: Sendable {
    var rule: DiagnosticRule
    var body: @Sendable (CheckedRecord, inout Findings) -> Void
  }

  private static func findings(_ looks: [RecordLook], _ records: [CheckedRecord], _ range: Range<Int>) -> [Finding] {
    var found = looks.map { Findings($0.rule) }
    for record in records[range] {
      for (index, look) in looks.enumerated() {
        let before = found[index].list.count
        look.body(record, &found[index])
        found[index].setNote(record.reference.id.rawValue, from: before)
      }
    }
    return found.flatMap(\.list)
  }

  private static func findings(_ rule: CheckRule, _ file: CheckedFile) -> [Finding] {
    var findings = Findings(rule.rule)
    for look in rule.looks { if case .file(let body) = look { body(file, &findings) } }
    return findings.list
  }

  /// What another check said (styles), as findings.
  public func check(_ diagnostics: [Diagnostic]) -> [Finding] { stageFindings(diagnostics) }

  static func records(_ entry: CheckedNote, in document: CheckedDocument) -> [CheckedRecord] {
    (entry.citation?.items ?? []).compactMap { item in
      item.reference.map {
        CheckedRecord($0, origin: .note, item: item, source: document.source, today: document.today)
      }
    }
  }

  private func stageFindings(_ diagnostics: [Diagnostic]) -> [Finding] {
    diagnostics.compactMap { diagnostic in
      guard !CheckRules.restated.contains(diagnostic.code),
        // What is only info of a reading stage is no slip of the author's.
        selection.contains(
          diagnostic.code, isOn: diagnostic.severity > .info || CheckRules.heard.contains(diagnostic.code))
      else { return nil }
      return Finding(
        code: diagnostic.code, severity: diagnostic.severity,
        Wording(diagnostic.message, StageTitles.chinese(diagnostic)), span: diagnostic.span,
        related: diagnostic.related.map { Finding.Related(Wording($0.message, $0.message), span: $0.span) },
        fix: diagnostic.fix)
    }
  }

  /// In the order of the text, each once, without what the file says to ignore.
  private func finished(_ findings: [Finding], _ ignores: Ignores, notes: [CheckedNote]) -> [Finding] {
    var seen: Set<Finding> = []
    let places = notes.flatMap { note in note.text.spans.map { ($0, note.note.id) } }.sorted { $0.0 < $1.0 }
    return Self.withoutEchoes(
      findings
        .filter { !ignores.contains($0) && seen.insert($0).inserted }
        .map { finding in
          guard finding.note == nil, let span = finding.span else { return finding }
          var finding = finding
          finding.note = Self.note(at: span.start, places)
          return finding
        }
        .sorted { a, b in
          let (x, y) = (a.span ?? SourceSpan(start: 0, end: 0), b.span ?? SourceSpan(start: 0, end: 0))
          return (x.start, x.end, a.code, a.wording.english) < (y.start, y.end, b.code, b.wording.english)
        })
  }

  /// Rules that compare with the rest of the document, the surer first: each slip is said once, by the rule that knows best
  /// what it is.
  private static let comparing = [CheckRules.separators.code, CheckRules.renderingDiffers.code]

  private static func withoutEchoes(_ findings: [Finding]) -> [Finding] {
    guard findings.contains(where: { comparing.contains($0.code) }) else { return findings }
    func rank(_ finding: Finding) -> Int { comparing.firstIndex(of: finding.code).map { $0 + 1 } ?? 0 }
    let places = findings.filter { $0.span.map { $0.count < 120 } ?? false }
    let byNote = Dictionary(grouping: places) { $0.note ?? "" }
    return findings.filter { finding in
      guard let span = finding.span, rank(finding) > 0 else { return true }
      return !(byNote[finding.note ?? ""] ?? []).contains { other in
        guard rank(other) < rank(finding), let place = other.span else { return false }
        // A mark that is missing has an empty place: the neighbours count.
        return place.start <= span.end + 3 && span.start <= place.end + 3
      }
    }
  }

  private static func note(at offset: Int, _ places: [(SourceSpan, String)]) -> String? {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].0.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low].0.start <= offset ? places[low].1 : nil
  }
}
