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

  /// The records of a file in its order, and what is wrong with it.
  public func read(_ source: SourceText) -> (references: [Reference], diagnostics: [Diagnostic]) {
    let syntax = BibTeXParser.parse(source.bytes)
    var diagnostics = syntax.faults.map { Diagnostic(FormatRules.syntax, "Not read: \($0.message).", span: $0.span) }
    var macros = BibTeXMacros()
    var references: [Reference] = []
    var keys: [String: SourceSpan] = [:]
    for block in syntax.blocks {
      switch block {
      case .macro(let field):
        macros.define(source[field.name], macros.text(field.pieces, source, &diagnostics))
      case .entry(let entry):
        var reader = BibTeXEntryReader(entry, source: source, dialect: dialect, ordinal: references.count + 1)
        reader.read(macros)
        references.append(reader.reference)
        diagnostics.append(contentsOf: reader.diagnostics)
        let key = source[entry.key].lowercased()
        if !key.isEmpty, let first = keys.updateValue(entry.key, forKey: key) {
          diagnostics.append(
            Diagnostic(
              FormatRules.duplicate, "Two entries have the key “\(source[entry.key])”; both are kept.", span: entry.key,
              related: [.init(message: "the first one", span: first)]))
        }
      case .preamble, .comment: continue
      }
    }
    return (references, diagnostics)
  }
}

/// The `@string` abbreviations of a file, months included.
struct BibTeXMacros {
  /// Bytes that a value may reach through abbreviations.
  static let maximumLength = 1 << 16

  private var values: [String: String] = [:]

  init() {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    for (index, name) in months.enumerated() { values[name] = String(index + 1) }
  }

  mutating func define(_ name: String, _ value: String) { values[name.lowercased()] = value }

  /// The LaTeX source of a value: its pieces joined.
  func text(_ pieces: [BibTeXSyntax.Piece], _ source: SourceText, _ diagnostics: inout [Diagnostic]) -> String {
    var out = ""
    for piece in pieces {
      switch piece {
      case .braced(let span), .quoted(let span), .number(let span): out += source[span]
      case .macro(let span):
        let name = source[span]
        if let value = values[name.lowercased()] {
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
        } else {
          out += name
          diagnostics.append(
            Diagnostic(
              FormatRules.unknownMacro, "No @string defines “\(name)”; the name itself is taken as the value.",
              span: span))
        }
      }
    }
    return out
  }
}
