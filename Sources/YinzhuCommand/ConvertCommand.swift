import ArgumentParser
import Foundation
import Yinzhu

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Converts records from one format to another, and says what is lost.",
    discussion: """
      EXAMPLES
        yinzhu convert refs.bib --to csl-json
        yinzhu convert cnki.txt wanfang.net --to biblatex --keys pinyin -o all.bib
        yinzhu convert refs.json --to ris --report-loss 2> losses.tsv
        yinzhu convert refs.bib --to csv --columns id,author,title,issued --sort author,year

      What the target can't hold is always said on standard error. Several inputs become one list, in their order.
      Without --keys, entries keep the keys and ids that they bring; others get one like 习近平2018弘扬. A pattern is text with
      parts of the record in braces, each with filters behind colons: {author} {authors:2} {editor} {year} {year:2}
      {month} {title:3} {container:initials} {publisher} {type} {volume} {issue} {page} {id}; filters: a number, pinyin,
      initials, lower, upper.
      """)

  @Argument(help: "Files, or - for standard input.")
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "The format of the input where it is guessed wrong (`yinzhu formats` lists them).", valueName: "format"))
  var from: String?

  @Option(help: ArgumentHelp("What to write (`yinzhu formats` lists them).", valueName: "format"))
  var to: String

  @Flag(help: "Say losses as lines of entry, field, value and reason between tabs, without any other text.")
  var reportLoss = false

  @Flag(help: "Exit with 1 if anything is lost.")
  var strict = false

  @Option(help: ArgumentHelp("Order of the entries: author, year, title, type, key; author,-year.", valueName: "keys"))
  var sort: String?

  @Option(
    help: ArgumentHelp(
      "Columns of csv and tsv: id, type and variables of CSL; otherwise all that are used.", valueName: "names"))
  var columns: String?

  @Option(help: "How many cores may work; all by default.")
  var jobs: Int?

  @OptionGroup var options: SharedOptions

  private var cores: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  private var target: Target? { RecordFormat(named: to).flatMap { Target(rawValue: $0.rawValue) } }

  func validate() throws {
    if target?.record?.isWritten != true { _ = try Target.named(to, among: Target.records) }
    if let from, RecordFormat(named: from)?.isRead != true {
      let known = RecordFormat.allCases.filter(\.isRead).map(\.rawValue)
      let nearest = Nearest.words(to: from, among: known)
      let hint = nearest.isEmpty ? "" : " Did you mean \(nearest.joined(separator: ", "))?"
      throw ValidationError("“\(from)” is no format to read.\(hint) There are: \(known.joined(separator: ", ")).")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
    _ = try order()
    if let name = chosenColumns?.first(where: { !DelimitedFormat.isColumn($0) }) {
      throw ValidationError("“\(name)” is no column: they are id, type and the variables of CSL.")
    }
    if columns != nil, target?.record != .csv, target?.record != .tsv {
      throw ValidationError("--columns is for csv and tsv.")
    }
  }

  private var chosenColumns: [String]? {
    columns?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private func order() throws -> ReferenceOrder? {
    guard let sort else { return nil }
    do throws(ReferenceOrder.Fault) {
      return try ReferenceOrder(sort)
    } catch {
      throw ValidationError(error.message)
    }
  }

  func run() throws {
    guard let record = target?.record else { return }
    if try convertsInPieces(record) { return }
    var (references, names, sole, failed) = read()
    if let sole, sole.format == record, changesNothing {
      try Output.write(sole.source.bytes, to: options.output)
      if failed { throw ExitCode(1) }
      return
    }
    reportDuplicates(references, names)
    if let order = try order() { references = order.sorted(references) }
    let keys = citationKeys
    references = named(references, record, keys)
    let text: [UInt8]
    let diagnostics: [Diagnostic]
    if let file = sole?.bibTeX {
      // Comments, macros, the order of fields and braces stay as their owner has them.
      if options.keys?.pattern != nil { references = KeyedReferences.named(references, keys: keys) }
      (text, diagnostics) = file.written(references, keys: keys)
    } else {
      let written = record.write(references, keys: keys, columns: chosenColumns)
      (text, diagnostics) = (Array(written.text.utf8), written.diagnostics)
    }
    var hasLosses = false
    for diagnostic in diagnostics {
      if diagnostic.loss != nil { hasLosses = true }
      if reportLoss, let loss = diagnostic.loss {
        Output.message([loss.entry, loss.field, loss.value, loss.reason].map(Self.cell).joined(separator: "\t"))
      } else {
        options.printer.print(diagnostic, source: nil, name: record.rawValue)
      }
    }
    try Output.write(text, to: options.output)
    if failed || (strict && hasLosses) { throw ExitCode(1) }
  }

  /// Converts one BibTeX file to CSL-JSON without all its records in memory; false where that can't be.
  private func convertsInPieces(_ record: RecordFormat) throws -> Bool {
    guard record == .cslJSON, let path = files.first, files.count == 1, path.hasSuffix(".bib"), sort == nil,
      options.keys?.pattern == nil
    else { return false }
    guard let source = Input.source(path, encoding: options.encoding) else { throw ExitCode(1) }
    guard let format = from.flatMap(RecordFormat.init(named:)) ?? RecordFormat.guessed(source, takesLists: true),
      let dialect = format.dialect, let streamed = StreamedConversion(source, dialect: dialect, jobs: cores)
    else { return false }
    options.printer.print(streamed.diagnostics, source: source)
    try Output.write(streamed.text, to: options.output)
    if streamed.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    return true
  }

  /// Whether no option asks for anything to be written anew. BibTeX has a writer that keeps what it can.
  private var changesNothing: Bool {
    options.keys?.pattern == nil && sort == nil && columns == nil && target?.record != .bibtex
      && target?.record != .biblatex
  }

  /// The input, where there is one only.
  private struct SoleInput {
    var source: SourceText
    var format: RecordFormat
    /// Where it is a `.bib` file that becomes one.
    var bibTeX: BibTeXFile?
  }

  /// A `.bib` file that is in the target's format already. One without fields of BibLaTeX is BibTeX as well.
  private func kept(_ source: SourceText, _ format: RecordFormat) -> BibTeXFile? {
    guard let wanted = target?.record?.dialect, format.dialect != nil else { return nil }
    if format.dialect == wanted { return BibTeXFile(source, dialect: wanted, jobs: cores) }
    guard from == nil, wanted == .bibtex else { return nil }
    let file = BibTeXFile(source, dialect: wanted, jobs: cores)
    return file.isPlainBibTeX ? file : nil
  }

  /// The records of all inputs, the file of each, the file itself where there is one only, and whether some input
  /// couldn't be used.
  private func read() -> (references: [Reference], names: [String], sole: SoleInput?, failed: Bool) {
    var sole: SoleInput?
    var references: [Reference] = []
    var names: [String] = []
    var failed = false
    for path in files.isEmpty ? ["-"] : files {
      guard let source = Input.source(path, encoding: options.encoding) else {
        failed = true
        continue
      }
      guard let format = from.flatMap(RecordFormat.init(named:)) ?? RecordFormat.guessed(source, takesLists: true)
      else {
        Output.message("\(source.name): error: the format is not clear; give it with --from")
        failed = true
        continue
      }
      let bibTeX = kept(source, format)
      let (read, diagnostics) = bibTeX.map { ($0.references, $0.diagnostics) } ?? format.read(source)
      options.printer.print(diagnostics, source: source)
      if files.count <= 1, source.encoding == .utf8 { sole = SoleInput(source: source, format: format, bibTeX: bibTeX) }
      // The rest is written, but a script must learn that some input was lost.
      if diagnostics.contains(where: { $0.severity == .error }) { failed = true }
      references += read
      names += Array(repeating: source.name, count: read.count)
    }
    return (references, names, sole, failed)
  }

  /// Several inputs are one list: a work that stands in it twice is said. One file is left as its owner has it.
  private func reportDuplicates(_ references: [Reference], _ names: [String]) {
    guard files.count > 1 else { return }
    for pair in DuplicateWorks.pairs(in: references) {
      let (a, b) = (references[pair.first], references[pair.second])
      let message =
        "“\(a.id.rawValue)” (\(names[pair.first])) and “\(b.id.rawValue)” (\(names[pair.second])) are one work by \(pair.sameness); both are kept."
      options.printer.print(
        Diagnostic(FormatRules.duplicateWork, message, span: nil), source: nil, name: names[pair.second])
    }
  }

  private var citationKeys: CitationKeys {
    switch options.keys {
    case .made(let pattern): CitationKeys(pattern: pattern, own: .none, transliterate: Pinyin.transliterate)
    case .keep, nil: CitationKeys(pattern: .hanzi, own: .identifiers, transliterate: Pinyin.transliterate)
    }
  }

  /// Formats that write ids: records without an id of their own, or all where the user gives a pattern, get their key.
  private func named(_ references: [Reference], _ format: RecordFormat, _ keys: CitationKeys) -> [Reference] {
    guard format.writesIDs else { return references }
    var out = references
    for (index, key) in keys.keys(for: references).enumerated() {
      if options.keys?.pattern != nil || CitationKeys.isMadeUp(out[index].id.rawValue) {
        out[index].id = ReferenceID(rawValue: key)
      }
    }
    return out
  }

  private static func cell(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
