import YinzhuText

/// A file as its syntax has it, before anything is understood: order, places and delimiters are kept.
package struct BibTeXSyntax: Sendable, Hashable {
  /// A piece of a value; pieces are joined by `#`.
  package enum Piece: Sendable, Hashable {
    /// `{…}`, without the outer braces.
    case braced(SourceSpan)
    /// `"…"`, without the quotation marks.
    case quoted(SourceSpan)
    /// Digits.
    case number(SourceSpan)
    /// The name of a macro.
    case macro(SourceSpan)
  }

  /// What stands behind `=`.
  package enum Value: Sendable, Hashable {
    /// One piece, as nearly all values are.
    case piece(Piece)
    /// Several, joined by `#`.
    case joined([Piece])

    /// The pieces in order.
    package var pieces: [Piece] {
      switch self {
      case .piece(let piece): [piece]
      case .joined(let pieces): pieces
      }
    }
  }

  /// `name = value`.
  package struct Field: Sendable, Hashable {
    /// The name as written.
    package var name: SourceSpan
    /// The value.
    package var value: Value
    /// From the first to the last piece, delimiters included.
    package var span: SourceSpan
  }

  /// `@type{key, field = value, …}`.
  package struct Entry: Sendable, Hashable {
    /// The type as written.
    package var type: SourceSpan
    /// The key as written; empty where there is none.
    package var key: SourceSpan
    /// The fields in order.
    package var fields: [Field]
    /// From `@` to the closing brace.
    package var span: SourceSpan
  }

  /// What a file consists of.
  package enum Block: Sendable, Hashable {
    /// An entry.
    case entry(Entry)
    /// `@string{name = value}`.
    case macro(Field, SourceSpan)
    /// `@preamble{value}`.
    case preamble(Value, SourceSpan)
    /// `@comment{…}`.
    case comment(SourceSpan)

    /// From `@` to the closing brace.
    package var span: SourceSpan {
      switch self {
      case .entry(let entry): entry.span
      case .macro(_, let span), .preamble(_, let span), .comment(let span): span
      }
    }
  }

  /// Something that is no BibTeX.
  package struct Fault: Sendable, Hashable {
    /// What is wrong, as a sentence without its place.
    package var message: String
    /// The place.
    package var span: SourceSpan
  }

  /// The blocks in order. Text between them is a comment.
  package var blocks: [Block] = []
  /// What is wrong, in order.
  package var faults: [Fault] = []
}
