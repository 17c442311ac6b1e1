import YinzhuModel
import YinzhuText

/// Tables: a record a row, a variable a column.
///
/// Dates are ISO 8601 (EDTF), names are `Family, Given` and stand between semicolons. Columns that nothing knows are
/// kept and come back. What is written is read again and compared, so that no loss goes unsaid (rule F020).
public struct DelimitedFormat: Sendable {
  /// Comma separated values.
  public static let csv = DelimitedFormat(delimiter: UInt8(ascii: ","), title: "CSV")
  /// Tab separated values.
  public static let tsv = DelimitedFormat(delimiter: 0x09, title: "TSV")

  /// The byte between cells; a reader of comma separated values finds semicolons and tabs out itself.
  public let delimiter: UInt8
  private let title: String
  /// The columns that are written, in order: names of variables, `id` and `type`; nil for all that have a value.
  public var columns: [String]?

  private init(delimiter: UInt8, title: String) {
    self.delimiter = delimiter
    self.title = title
  }

  /// Whether a column can be chosen.
  public static func isColumn(_ name: String) -> Bool {
    name == DelimitedMapping.key || name == DelimitedMapping.type || Variable(rawValue: name) != nil
  }

  // MARK: Reading

  /// The records of a table, and what is wrong with it. The first row names the columns.
  public func read(_ source: SourceText) -> (references: [Reference], diagnostics: [Diagnostic]) {
    var text = DelimitedText(source.bytes, delimiter: delimiter == 0x09 ? delimiter : nil)
    text.read()
    var diagnostics = text.diagnostics
    guard let header = text.rows.first else { return ([], diagnostics) }
    let names = header.map { DelimitedMapping.column(DateText.trimmed($0.text)) }
    guard names.contains(where: { $0 != nil && $0 != DelimitedMapping.key }) else {
      diagnostics.append(
        Diagnostic(
          FormatRules.syntax, "The first line names no column of records, such as title or author; nothing is read.",
          span: header.first?.span))
      return ([], diagnostics)
    }
    var references: [Reference] = []
    for row in text.rows.dropFirst() {
      var record = TaggedRecord()
      if let first = row.first, let last = row.last {
        record.span = SourceSpan(start: first.span.start, end: last.span.end)
      }
      for (index, cell) in row.enumerated() where !cell.text.isEmpty {
        guard index < header.count else {
          diagnostics.append(
            Diagnostic(
              FormatRules.syntax, "A cell more than the first line has columns; it is kept as “column \(index + 1)”.",
              span: cell.span, severity: .warning))
          record.values.append(TaggedRecord.Value("column \(index + 1)", .text(cell.text), span: cell.span))
          continue
        }
        switch names[index] {
        case DelimitedMapping.key: record.key = record.key ?? cell.text
        case DelimitedMapping.type: record.type = record.type ?? DateText.trimmed(cell.text)
        case let name:
          record.values.append(TaggedRecord.Value(name ?? header[index].text, .text(cell.text), span: cell.span))
        }
      }
      var reader = RecordReader(record, mapping: DelimitedMapping.mapping, ordinal: references.count + 1)
      reader.read()
      diagnostics.append(contentsOf: reader.diagnostics)
      references.append(reader.reference)
    }
    return (references, diagnostics)
  }

  // MARK: Writing

  /// The table, and what it doesn't hold: one diagnostic a value, at the place that the value came from.
  public func write(_ references: [Reference]) -> (text: String, diagnostics: [Diagnostic]) {
    let records = references.map { reference in
      var writer = RecordWriter(reference, key: reference.id.rawValue, mapping: DelimitedMapping.mapping)
      return writer.write()
    }
    let columns = self.columns ?? Self.columns(of: records)
    let separator = String(UnicodeScalar(delimiter))
    func line(_ cells: [String]) -> String {
      cells.map { DelimitedText.written($0, delimiter: delimiter) }.joined(separator: separator) + "\r\n"
    }
    var text = line(columns)
    for record in records {
      var cells: [String: String] = [DelimitedMapping.key: record.key ?? "", DelimitedMapping.type: record.type ?? ""]
      for value in record.values {
        if let before = cells[value.tag] {
          cells[value.tag] = before + "; " + value.markup
        } else {
          cells[value.tag] = value.markup
        }
      }
      text += line(columns.map { cells[$0] ?? "" })
    }
    var diagnostics: [Diagnostic] = []
    let back = read(SourceText(name: "", text: text)).references
    for (index, reference) in references.enumerated() {
      let after = index < back.count ? back[index] : Reference(id: reference.id, type: .document)
      var losses = RecordLosses(
        reference, readBack: after, key: reference.id.rawValue, mapping: DelimitedMapping.mapping, title: title)
      losses.leftOut =
        self.columns.map { chosen in Set(Variable.allCases.filter { !chosen.contains($0.rawValue) }) } ?? []
      diagnostics.append(contentsOf: losses.find())
    }
    return (text, diagnostics)
  }

  /// `id`, `type`, and every column that a record has a value for, in the order of the data model.
  private static func columns(of records: [TaggedRecord]) -> [String] {
    var used: Set<String> = []
    var foreign: [String] = []
    let known = Set(DelimitedMapping.mapping.fields.flatMap(\.tags))
    for value in records.lazy.flatMap(\.values) where used.insert(value.tag).inserted && !known.contains(value.tag) {
      foreign.append(value.tag)
    }
    return [DelimitedMapping.key, DelimitedMapping.type]
      + DelimitedMapping.mapping.fields.compactMap { row in row.tags.first.flatMap { used.contains($0) ? $0 : nil } }
      + foreign
  }
}

extension TaggedRecord.Value {
  /// The value with its markup.
  var markup: String {
    if case .rich(let text) = content { text.markup } else { text }
  }
}
