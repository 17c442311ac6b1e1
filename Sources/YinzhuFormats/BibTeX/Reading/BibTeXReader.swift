import YinzhuModel
import YinzhuText

/// Reads BibTeX and BibLaTeX files.
///
/// Nothing stops the reading: what can't be read is reported with its place, and every entry whose key can be seen
/// gives a record. Fields without a variable are kept in `Reference.foreign` and come back when the same format is written.
public struct BibTeXReader: Sendable {
  /// The name of the format in provenance and foreign keys.
  public let dialect: BibTeXWriter.Dialect

  /// A reader.
  public init(dialect: BibTeXWriter.Dialect = .biblatex) { self.dialect = dialect }

  /// The records of a file in its order, and what is wrong with it in the order of places.
  ///
  /// - Parameter jobs: how many cores may work on it.
  public func read(_ source: SourceText, jobs: Int = 1) -> (references: [Reference], diagnostics: [Diagnostic]) {
    read(source, syntax: BibTeXParser.parse(source.bytes), jobs: jobs)
  }

  /// Hands the records of a file on in pieces of some thousands, in order, and gives what is wrong with the file: for files
  /// whose records are not all wanted at once.
  ///
  /// - Parameter jobs: how many cores may work on it.
  public func read(
    _ source: SourceText, jobs: Int = 1, each body: ([Reference]) throws -> Void
  ) rethrows -> [Diagnostic] {
    try read(source, syntax: BibTeXParser.parse(source.bytes), jobs: jobs, each: body)
  }

  func read(
    _ source: SourceText, syntax: BibTeXSyntax, jobs: Int
  ) -> (references: [Reference], diagnostics: [Diagnostic]) {
    var references: [Reference] = []
    let diagnostics = read(source, syntax: syntax, jobs: jobs) { references.append(contentsOf: $0) }
    return (references, diagnostics)
  }

  private func read(
    _ source: SourceText, syntax: consuming BibTeXSyntax, jobs: Int, each body: ([Reference]) throws -> Void
  ) rethrows -> [Diagnostic] {
    var diagnostics = syntax.faults.map { Diagnostic(FormatRules.syntax, "Not read: \($0.message).", span: $0.span) }
    let database = BibTeXDatabase(syntax, source: source, dialect: dialect, &diagnostics)
    let size = 4096 * max(1, jobs)
    for start in stride(from: 0, to: database.entries.count, by: size) {
      let count = min(size, database.entries.count - start)
      let parts = Parallel.map(jobs > 1 ? min(jobs * 4, count) : 1, jobs: jobs) { part in
        let parts = jobs > 1 ? min(jobs * 4, count) : 1
        return database.records(start + count * part / parts..<start + count * (part + 1) / parts)
      }
      for part in parts {
        diagnostics.append(contentsOf: part.diagnostics)
        try body(part.references)
      }
    }
    return diagnostics.enumerated().sorted { a, b in
      (a.element.span?.start ?? 0, a.offset) < (b.element.span?.start ?? 0, b.offset)
    }.map(\.element)
  }
}

/// The entries of a file with what they share: macros, and entries that others inherit from.
struct BibTeXDatabase: Sendable {
  let source: SourceText
  let dialect: BibTeXWriter.Dialect
  private(set) var entries: [BibTeXSyntax.Entry] = []
  /// The macros as they are defined at some entry and those that follow.
  private var macros: [(from: Int, values: BibTeXMacros)] = [(0, BibTeXMacros())]
  private var ordinals: [String: Int] = [:]
  /// Whether values may stand in `@xdata` entries of the file.
  private(set) var hasSingleValues = false

  init(
    _ syntax: BibTeXSyntax, source: SourceText, dialect: BibTeXWriter.Dialect, _ diagnostics: inout [Diagnostic]
  ) {
    self.source = source
    self.dialect = dialect
    entries.reserveCapacity(syntax.blocks.count)
    ordinals.reserveCapacity(syntax.blocks.count)
    for block in syntax.blocks {
      switch block {
      case .macro(let field, _):
        let value = macros[macros.count - 1].values.text(field.value, source, &diagnostics)
        if macros[macros.count - 1].from != entries.count {
          macros.append((entries.count, macros[macros.count - 1].values))
        }
        macros[macros.count - 1].values.define(source[field.name], value)
      case .entry(let entry):
        if !hasSingleValues, source.lowercased(entry.type) == "xdata" { hasSingleValues = true }
        if !entry.key.isEmpty {
          let (first, isNew) = note(source.lowercased(entry.key))
          if !isNew {
            let key = source[entry.key]
            diagnostics.append(
              Diagnostic(
                FormatRules.duplicate, "Two entries have the key “\(key)”; both are kept.", span: entry.key,
                related: [.init(message: "the first one", span: entries[first].key)]))
          }
        }
        entries.append(entry)
      case .preamble, .comment: continue
      }
    }
  }

  private mutating func note(_ key: String) -> (first: Int, isNew: Bool) {
    let count = entries.count
    let first = { (at: inout Int?) -> Int in
      let known = at ?? count
      at = known
      return known
    }(&ordinals[key])
    return (first, first == count)
  }

  /// The records of some entries.
  func records(_ ordinals: Range<Int>) -> (references: [Reference], diagnostics: [Diagnostic]) {
    var references: [Reference] = []
    references.reserveCapacity(ordinals.count)
    var diagnostics: [Diagnostic] = []
    for ordinal in ordinals {
      var reader = BibTeXEntryReader(ordinal, of: self)
      reader.read()
      references.append(reader.reference)
      if !reader.diagnostics.isEmpty { diagnostics.append(contentsOf: reader.diagnostics) }
    }
    return (references, diagnostics)
  }

  /// The first entry with a key, whatever its case.
  func entry(_ key: String) -> Int? { ordinals[key.lowercased()] }

  /// The macros that an entry sees.
  func macros(at ordinal: Int) -> BibTeXMacros {
    (macros.last { $0.from <= ordinal } ?? macros[0]).values
  }

  func type(of ordinal: Int) -> String { source.lowercased(entries[ordinal].type) }
}

/// The `@string` abbreviations of a file, months included.
struct BibTeXMacros: Sendable {
  /// Bytes that a value may reach through abbreviations.
  static let maximumLength = 1 << 16

  private var values: [String: String] = [:]

  init() {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    for name in months { values[name] = name }
  }

  mutating func define(_ name: String, _ value: String) { values[name.lowercased()] = value }

  /// The LaTeX source of a value: its pieces joined.
  func text(_ value: BibTeXSyntax.Value, _ source: SourceText, _ diagnostics: inout [Diagnostic]) -> String {
    var out = ""
    for piece in value.pieces {
      switch piece {
      case .braced(let span), .quoted(let span), .number(let span): out += source[span]
      case .macro(let span):
        let name = source[span]
        guard let value = values[name.lowercased()] else {
          out += name
          diagnostics.append(
            Diagnostic(
              FormatRules.unknownMacro, "No @string defines “\(name)”; the name itself is taken as the value.",
              span: span))
          continue
        }
        // Abbreviations stand for each other: a few lines of hostile input could fill the memory.
        guard out.utf8.count + value.utf8.count <= Self.maximumLength else {
          diagnostics.append(
            Diagnostic(
              FormatRules.unknownMacro, "“\(name)” would make this value too long; the name itself is taken.",
              span: span))
          out += name
          continue
        }
        out += value
      }
    }
    return out
  }
}

extension SourceText {
  /// The text of a span in small letters.
  func lowercased(_ span: SourceSpan) -> String {
    let isSmall = bytes[span.range].allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
    return isSmall ? self[span] : self[span].lowercased()
  }

  /// The source of a value that is one piece and no macro.
  func verbatim(_ value: BibTeXSyntax.Value) -> String? {
    switch value {
    case .piece(.braced(let span)), .piece(.quoted(let span)), .piece(.number(let span)): self[span]
    case .piece(.macro), .joined: nil
    }
  }
}
