import YinzhuModel
import YinzhuText

/// Writes BibTeX and BibLaTeX files.
///
/// The file is UTF-8 and stays readable; what LaTeX would take for a command is escaped. Whatever the format can't
/// hold is reported (rule F020), never left out in silence.
public struct BibTeXWriter: Sendable {
  /// The two formats that share the syntax.
  public enum Dialect: String, Sendable, Hashable, CaseIterable {
    /// BibTeX with the entry types of 1988, as `bibtex` and all its styles read it.
    case bibtex
    /// BibLaTeX, as `biber` reads it.
    case biblatex
  }

  /// How letters beyond ASCII are written.
  public enum Letters: String, Sendable, Hashable, CaseIterable {
    /// As they are.
    case unicode
    /// As commands (`{\\'e}`, `{\\ss}`) where LaTeX has some, for programs of the years before UTF-8; all else, as Chinese, stands
    /// as it is.
    case latex
  }

  /// Which of the two is written.
  public let dialect: Dialect
  /// How entries are called.
  public let keys: CitationKeys
  /// How letters beyond ASCII are written.
  public let letters: Letters

  /// A writer.
  public init(dialect: Dialect, keys: CitationKeys, letters: Letters = .unicode) {
    self.dialect = dialect
    self.keys = keys
    self.letters = letters
  }

  /// The file, and what it doesn't hold: one diagnostic a value, at the place that the value came from.
  public func write(_ references: [Reference]) -> (text: String, diagnostics: [Diagnostic]) {
    let made = keys.make(for: references)
    var entries: [String] = []
    entries.reserveCapacity(references.count)
    var diagnostics = made.diagnostics
    for (reference, key) in zip(references, made.keys) {
      var entry = BibTeXEntry(reference, key: key, dialect: dialect)
      entries.append(entry.write(letters))
      diagnostics.append(contentsOf: entry.losses.diagnostics)
    }
    return (entries.joined(separator: "\n"), diagnostics)
  }
}
