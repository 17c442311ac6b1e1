import YinzhuModel
import YinzhuText

extension CheckRules {
  /// R039
  static let repeatedKey = CheckRule(
    DiagnosticRule(
      code: "R039", severity: .error, title: "Two records have the same key",
      explanation: """
        A citation means one record. Where two have the same key, programs take the first or the last, or refuse the file.
        Keys that differ only by capitals are a warning: BibTeX takes them for the same.

        Example: `@book{wang1995, …}` twice; `Wang1995` and `wang1995`

        What to do: give one of them another key.

        Source: btxdoc 2; BibLaTeX manual 2.2.1; CSL-JSON, whose ids are unique.
        """), chinese: "引用键重复",
    .file { file, findings in
      // Indices, as a table of whole records is moved again and again while it grows.
      var seen: [String: Int] = [:]
      seen.reserveCapacity(file.records.count)
      for (index, record) in file.records.enumerated() {
        let key = record.reference.id.rawValue
        guard !key.isEmpty else { continue }
        let folded = key.lowercased()
        guard let earlier = seen[folded] else {
          seen[folded] = index
          continue
        }
        let first = file.records[earlier]
        let isSame = first.reference.id.rawValue == key
        // Ids of other formats are made by the reader.
        guard record.origin == .bibtex || isSame && record.origin == .cslJSON else { continue }
        findings.add(
          isSame
            ? "the key “\(key)” stands twice"
            : "the keys “\(first.reference.id.rawValue)” and “\(key)” differ only by capitals",
          isSame ? "引用键“\(key)”重复" : "引用键“\(first.reference.id.rawValue)”与“\(key)”仅大小写不同", at: record.whole,
          severity: isSame ? .error : .warning, note: key,
          related: first.whole.map { [Finding.Related(Wording("the first one", "前一条"), span: $0)] } ?? [])
      }
    })

  /// R040
  static let repeatedRecord = CheckRule(
    DiagnosticRule(
      code: "R040", severity: .warning, title: "The same work is in the file twice",
      explanation: """
        Two records have the same DOI, or the same title, first person and year. Cited under both keys, the work stands twice
        in the list.

        What to do: keep the better one.

        Source: JabRef's checks of duplicates.
        """), chinese: "同一文献重复收录",
    .file { file, findings in
      var seen: [RecordKey: Int] = [:]
      seen.reserveCapacity(file.records.count * 2)
      for (index, record) in file.records.enumerated() {
        let keys = RecordKey.of(record.reference)
        if let earlier = keys.lazy.compactMap({ seen[$0] }).first {
          let first = file.records[earlier]
          let (key, other) = (record.reference.id.rawValue, first.reference.id.rawValue)
          findings.add(
            "“\(key)” and “\(other)” are the same work", "“\(key)”与“\(other)”是同一文献", at: record.whole, note: key,
            related: first.whole.map { [Finding.Related(Wording("the first record", "前一条"), span: $0)] } ?? [])
        }
        for key in keys where seen[key] == nil { seen[key] = index }
      }
    })

  /// R041
  static let missingLink = CheckRule(
    DiagnosticRule(
      code: "R041", severity: .warning, title: "A record points to a key that the file doesn't have",
      explanation: """
        `crossref`, `xdata`, `related` or `entryset` names a record that isn't in the file, so its fields are not inherited.

        Example: `crossref = {proceedings2001}` without such a record

        What to do: add the record, or mend the key.

        Source: BibLaTeX manual 2.4; JabRef's check of entry links.
        """), chinese: "所指的引用键不存在",
    .file { file, findings in
      let keys = Set(file.records.map { $0.reference.id.rawValue.lowercased() })
      for record in file.records {
        for field in record.reference.foreign {
          guard ["crossref", "xref", "xdata", "related", "entryset"].contains(field.key.lowercased()),
            let text = field.value.string
          else { continue }
          for key in text.split(separator: ",").map({ String($0).trimmingSpaces })
          where !key.isEmpty && !keys.contains(key.lowercased()) {
            findings.add(
              "\(field.key) names “\(key)”, which isn't in the file", "\(field.key)所指的“\(key)”不在文件中",
              at: field.span.isEmpty ? record.whole : field.span, note: record.reference.id.rawValue)
          }
        }
      }
    })

  /// R042
  static let rawMarkup = CheckRule(
    DiagnosticRule(
      code: "R042", severity: .warning, title: "A sign has to be escaped for LaTeX",
      explanation: """
        `&`, `%` and `#` in a value stop LaTeX or hide the rest of the line. Addresses and DOI are left alone.

        Example: `title = {Law & Society}`

        What to do: `yinzhu fix` writes `\\&`.

        Source: JabRef's check of ampersands; btxdoc.
        """), chinese: "LaTeX特殊字符未转义",
    .record { record, findings in
      guard record.origin == .bibtex else { return }
      for variable in [Variable.title, .containerTitle, .publisher, .collectionTitle, .publisherPlace, .note] {
        guard record.isOwn(variable), let span = record.span(variable), span.end <= record.source.bytes.count,
          let text = record.text(variable), text.contains("&") || text.contains("%") || text.contains("#")
        else { continue }
        let bytes = record.source.bytes
        for index in span.range where bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "%") {
          guard index == span.start || bytes[index - 1] != UInt8(ascii: "\\") else { continue }
          // An entity has a finding of its own.
          let word = bytes[(index + 1)..<min(span.end, index + 8)].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
          if bytes[index] == UInt8(ascii: "&"), index + 1 + word.count < span.end,
            bytes[index + 1 + word.count] == UInt8(ascii: ";")
          {
            continue
          }
          let sign = String(decoding: [bytes[index]], as: UTF8.self)
          let place = SourceSpan(start: index, end: index + 1)
          findings.add(
            "“\(sign)” has to be written “\\\(sign)”", "“\(sign)”应写作“\\\(sign)”", at: place,
            fix: .safe(place, "\\" + sign))
        }
      }
    })
}

/// What makes two records of a file one work.
private enum RecordKey: Hashable {
  case doi(String)
  /// Title and person without marks; the rest as written.
  case work(title: String, person: String, date: DateValue.Parts, type: ReferenceType, rest: [String])

  static func of(_ reference: Reference) -> [RecordKey] {
    var out: [RecordKey] = []
    if let doi = reference.text(.doi)?.trimmingSpaces.lowercased(), doi.hasPrefix("10.") { out.append(.doi(doi)) }
    if let title = reference.text(.title)?.comparable, title.utf8.count >= 8, let start = reference.date(.issued)?.start
    {
      let name = reference.names(.author).first ?? reference.names(.editor).first
      let rest = [Variable.volume, .issue, .page, .edition, .containerTitle].map { reference.text($0) ?? "" }
      out.append(
        .work(
          title: title, person: (name?.literal ?? name?.family ?? "").comparable,
          date: DateValue.Parts(year: start.year, month: start.month), type: reference.type, rest: rest))
    }
    return out
  }
}
