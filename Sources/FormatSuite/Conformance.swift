import Foundation
import Yinzhu
import YinzhuFormats
import YinzhuModel
import YinzhuText

/// Files of other programs, and the records that these make of them.
package enum Conformance {
  /// What became of one file.
  package struct Result: Sendable {
    package var name: String
    package var format: RecordFormat?
    package var records = 0
    package var equal = 0
    package var differences: [RecordDifference] = []
    package var note: String?
    /// Whether an expected record is not there.
    package var isLost = false
  }

  /// All files of a folder, in the order of their names.
  package static func run(folder: String) -> [Result] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.sorted().flatMap { name -> [Result] in
      let path = folder + "/" + name
      if name.hasSuffix("cnki.jsonl") { return chinese(path) }
      guard !name.hasSuffix(".json"), !name.hasSuffix(".jsonl"), !name.hasSuffix("README.md"),
        let source = source(path)
      else { return [] }
      let expected = name.hasSuffix(".bib") ? nil : beside(path)
      return [result(name, source, expected: expected)]
    }
  }

  private static func source(_ path: String) -> SourceText? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return TextDecoder.decode(Array(data), name: path).source
  }

  /// The `.bib` of the same name, as BibTeX.
  private static func beside(_ path: String) -> [Reference]? {
    let stem = path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
    return source(stem + ".bib").map { BibTeXReader(dialect: .bibtex).read($0).references }
  }

  private static func result(_ name: String, _ source: SourceText, expected: [Reference]?) -> Result {
    var result = Result(name: name)
    guard let format = RecordFormat.guessed(source) else {
      result.note = "the format is not clear"
      result.isLost = !(expected ?? []).isEmpty
      return result
    }
    result.format = format
    let (references, diagnostics) = format.read(source)
    result.records = references.count
    let errors = diagnostics.filter { $0.severity == .error }
    if let first = errors.first { result.note = first.message }
    guard let expected else { return result }
    if expected.count != references.count {
      result.note = "\(expected.count) records are expected"
      result.isLost = references.count < expected.count
    }
    for (wanted, read) in zip(expected, references) { compare(wanted, read, &result) }
    return result
  }

  /// Only what the expected record has: another program keeps other things.
  private static func compare(_ wanted: Reference, _ read: Reference, _ result: inout Result) {
    let differences = RecordDifferences.between(loosened(wanted), loosened(read))
      .filter { !$0.before.isEmpty && wanted.foreign.map(\.key).contains($0.field) == false }
    result.equal += wanted.fields.count + 1 - differences.count
    result.differences += differences
  }

  /// Capitals of titles are the style's in BibTeX, and other programs have no language of records.
  private static func loosened(_ reference: Reference) -> Reference {
    var out = reference
    for variable in [Variable.title, .containerTitle] {
      if let text = out.text(variable) { out.set(variable, text: text.lowercased()) }
    }
    out[.citationKey] = nil
    return out
  }

  // MARK: Chinese databases

  private static func chinese(_ path: String) -> [Result] {
    guard let source = source(path) else { return [] }
    return (0..<source.lines.count).compactMap { line in
      let start = source.lines.start(ofLine: line)
      let end = line + 1 < source.lines.count ? source.lines.start(ofLine: line + 1) : source.bytes.count
      var reader = JSONReader(source.bytes, range: start..<end)
      guard let value = try? reader.document(), let input = value["input"]?.string, let items = value["items"]?.array
      else {
        return nil
      }
      let name = value["id"]?.string ?? "line \(line + 1)"
      // A byte order mark belongs to the file, not to the text.
      let text = input.hasPrefix("\u{FEFF}") ? String(input.dropFirst()) : input
      var out = result(name, SourceText(name: name, text: text), expected: nil)
      let references = out.format?.read(SourceText(name: name, text: text)).references ?? []
      if references.count < items.count {
        out.isLost = true
        out.note = "\(items.count) records are expected"
      }
      for (item, reference) in zip(items, references) {
        let wanted = ZoteroItem.reference(item)
        let differences = RecordDifferences.between(wanted, reference).filter { !$0.before.isEmpty }
        out.equal += wanted.fields.count + 1 - differences.count
        out.differences += differences
      }
      return out
    }
  }
}
