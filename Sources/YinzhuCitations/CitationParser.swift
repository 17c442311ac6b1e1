import YinzhuModel
import YinzhuText

/// What a note points to with a pointer such as 同上 or 前注〔2〕; which citation that is, only the whole document can tell.
public struct BackReferencePointer: Sendable, Hashable {
  /// Kinds of pointer.
  public enum Kind: Sendable, Hashable {
    /// 同上, 同上注, Ibid.: the last citation of the note before.
    case previous
    /// 同前注〔2〕, 见前注〔2〕, 同2: the note with this number.
    case note(Int)
    /// 前引书, or author and short title: an earlier citation of the same work.
    case work
    /// 后注〔9〕, infra note 9: the note with this number, further on.
    case laterNote(Int)
    /// Idem, with a title of its own: another work of the author cited last.
    case sameAuthor
  }

  /// The sort of work that the pointer names.
  public enum Sort: Sendable, Hashable {
    /// 曹凌书
    case book
    /// 曹凌文
    case article
    /// 判决案, 报告: anything.
    case any
  }

  /// Index among the items of the note.
  public var item: Int
  /// What it points to.
  public var kind: Kind
  /// Author as printed in the pointer, if any.
  public var author: String?
  /// Title as printed in the pointer, if any.
  public var title: String?
  /// The sort of work that the pointer names, if it does.
  public var sort: Sort?
  /// A volume of its own, which a work cited again may have: 同上书，第2卷.
  public var volume: Field?

  /// A pointer.
  public init(
    item: Int, kind: Kind, author: String? = nil, title: String? = nil, sort: Sort? = nil, volume: Field? = nil
  ) {
    self.item = item
    self.kind = kind
    self.author = author
    self.title = title
    self.sort = sort
    self.volume = volume
  }
}

/// The reading of one note.
public struct ParsedNote: Sendable {
  /// Kind of note, and the citations in it.
  public var citation: Citation
  /// The items that point elsewhere.
  public var pointers: [BackReferencePointer]
  /// What the text has that it shouldn't.
  public var diagnostics: [Diagnostic]
}

/// Reads the text of one note, or one line of a reference list, into citations with references.
///
/// Nothing is looked up and nothing is invented: every field's value stands in the text at the place that its
/// provenance names. The parser holds no state; one value can be used from many threads.
public struct CitationParser: Sendable {
  let lexicons: Lexicons

  /// The name under which citations stand that the label model has read, and no pattern.
  package static let labelPattern = LabelledReader.pattern

  /// A parser with the built-in lexicons, or others.
  public init(lexicons: Lexicons = .builtIn) {
    self.lexicons = lexicons
  }

  /// Reads a note. Spans of the result are places in the source of `text`.
  ///
  /// - Parameters:
  ///   - text: The note without its number, lines joined.
  ///   - note: The id of the note; ids of references are made from it (`p3-2.1`).
  public func parse(_ text: MappedText, note: String) -> ParsedNote {
    let mended = SlipMender(WidthFolding.fold(text.bytes)).mended()
    var reader = reader(text, mended.text, note: note)
    var parsed = reader.read()
    if !parsed.citation.items.isEmpty {
      parsed.diagnostics += mended.slips.map { Self.diagnostic($0.slip, $0.source, text) }
    }
    return parsed
  }

  /// The patterns that can read each citation of a note, with what each of them makes of it, best first.
  public func explain(_ text: MappedText) -> [ParseExplanation] {
    var reader = reader(text, SlipMender(WidthFolding.fold(text.bytes)).mended().text, note: "1")
    return reader.explain()
  }

  private static func diagnostic(_ slip: Slip, _ source: Range<Int>, _ text: MappedText) -> Diagnostic {
    let plain = String(String.UnicodeScalarView(slip.plain.compactMap(Unicode.Scalar.init)))
    let printed = text[source]
    let start = text.sourceOffset(of: source.lowerBound)
    let span = text.spans(of: source).first ?? SourceSpan(start: start, end: start)
    let message = printed.isEmpty ? "“\(plain)” is missing here" : "“\(printed)” is read as “\(plain)”"
    let edit = Diagnostic.Fix.Edit(span: span, text: plain)
    return Diagnostic(slip.rule, message, span: span, fix: Diagnostic.Fix(edits: [edit], applicability: .unsafe))
  }

  private func reader(_ text: MappedText, _ folded: MappedText, note: String) -> NoteReader {
    let tokens = Tokenizer.tokenize(folded.bytes, lexicons: lexicons)
    return NoteReader(
      text: tokens, builder: RecordBuilder(text: tokens, folded: folded, note: text, lexicons: lexicons), note: note)
  }

  /// Reads a note given as a string; spans are places in it.
  public func parse(_ text: String, note: String = "1") -> ParsedNote {
    parse(MappedText(text), note: note)
  }
}
