import YinzhuModel
import YinzhuText

/// A format in which every value stands in a line behind its tag: RIS, EndNote's Refer, NoteExpress, RefWorks, MEDLINE
/// and Web of Science.
///
/// Nothing stops the reading, and every record that can be seen gives a reference. Tags without a variable are kept in
/// `Reference.foreign` and come back when the same format is written. What is written is read again and compared, so
/// that no loss goes unsaid (rule F020).
public struct TaggedFormat: Sendable {
  package let mapping: FormatMapping
  let syntax: TaggedSyntax
  /// The tag of the record's key.
  let keyTag: String?
  /// What programs write beside the rules of the format.
  let habits: @Sendable (inout TaggedRecord) -> Void

  init(
    _ mapping: FormatMapping, syntax: TaggedSyntax, keyTag: String?,
    habits: @escaping @Sendable (inout TaggedRecord) -> Void = { _ in }
  ) {
    self.mapping = mapping
    self.syntax = syntax
    self.keyTag = keyTag
    self.habits = habits
  }

  /// The records of a file in its order, and what is wrong with it.
  public func read(_ source: SourceText) -> (references: [Reference], diagnostics: [Diagnostic]) {
    var lines = TaggedLines(source, syntax: syntax, keyTag: keyTag)
    lines.read()
    let records = lines.records
    let read = Parallel.flatMap(records.count, jobs: Self.jobs) { range in
      range.map { index in
        var record = records[index]
        habits(&record)
        var reader = RecordReader(record, mapping: mapping, ordinal: index + 1)
        reader.read()
        return (reader.reference, reader.diagnostics)
      }
    }
    return (read.map(\.0), lines.diagnostics + read.flatMap(\.1))
  }

  /// The file, and what it doesn't hold: one diagnostic a value, at the place that the value came from.
  public func write(_ references: [Reference], keys: CitationKeys) -> (text: String, diagnostics: [Diagnostic]) {
    let made = keys.make(for: references)
    let keys = made.keys
    let written = Parallel.flatMap(references.count, jobs: Self.jobs) { range in
      range.map { index in
        let (reference, key) = (references[index], keys[index])
        var writer = RecordWriter(reference, key: key, mapping: mapping)
        let text = syntax.text(writer.write(), keyTag: keyTag)
        let back = read(SourceText(name: "", text: text)).references
        let after = back.first ?? Reference(id: reference.id, type: .document)
        var losses = RecordLosses(reference, readBack: after, key: key, mapping: mapping)
        return (text, losses.find())
      }
    }
    return (
      written.map(\.0).joined(separator: syntax == .ris ? "\r\n" : "\n"), made.diagnostics + written.flatMap(\.1)
    )
  }

  /// How many records are worked on at the same time.
  private static let jobs = 8
}
