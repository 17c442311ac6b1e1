import YinzhuText

/// How bad a diagnostic is.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Worth knowing.
  case info
  /// Probably a slip, or something lost.
  case warning
  /// Wrong, or unusable.
  case error

  /// The milder one is less.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A rule that diagnostics come from: its code, and the page that `yinzhu explain CODE` prints.
///
/// Codes are by stage (D document, N note, C citation, R reference, S style, F format, L library) and never reused.
public struct DiagnosticRule: Sendable, Hashable {
  /// `N003`.
  public let code: String
  /// Severity unless a user says otherwise.
  public let severity: Severity
  /// One line: what is found.
  public let title: String
  /// The page, in Markdown: what it is, why it matters, an example, what to do, the rule's source.
  public let explanation: String

  /// A rule.
  public init(code: String, severity: Severity, title: String, explanation: String) {
    self.code = code
    self.severity = severity
    self.title = title
    self.explanation = explanation
  }
}

/// Something that a reader should know about a place in the source, perhaps with a mend.
public struct Diagnostic: Sendable, Hashable {
  /// Another place that belongs to the matter.
  public struct Related: Sendable, Hashable {
    /// What stands there.
    public var message: String
    /// The place.
    public var span: SourceSpan

    /// A related place.
    public init(message: String, span: SourceSpan) {
      self.message = message
      self.span = span
    }
  }

  /// A change of the source that mends the matter.
  public struct Fix: Sendable, Hashable {
    /// Whether a program may apply it.
    public enum Applicability: String, Sendable, Hashable {
      /// Meaning can't change.
      case safe
      /// A person should look.
      case unsafe
      /// A proposal to show only.
      case display
    }

    /// One replacement of a place by text.
    public struct Edit: Sendable, Hashable {
      /// What is replaced.
      public var span: SourceSpan
      /// The new text.
      public var text: String

      /// A replacement.
      public init(span: SourceSpan, text: String) {
        self.span = span
        self.text = text
      }
    }

    /// The replacements, in order, without overlap.
    public var edits: [Edit]
    /// Whether a program may apply them.
    public var applicability: Applicability

    /// A fix.
    public init(edits: [Edit], applicability: Applicability) {
      self.edits = edits
      self.applicability = applicability
    }
  }

  /// A value that a format can't hold, in its parts (rule F020).
  public struct Loss: Sendable, Hashable {
    /// The key of the entry.
    public var entry: String
    /// The field: a variable, `author/nationality`, a key of the format that it came from.
    public var field: String
    /// The value.
    public var value: String
    /// Why it isn't in the file.
    public var reason: String

    /// A loss.
    public init(entry: String, field: String, value: String, reason: String) {
      self.entry = entry
      self.field = field
      self.value = value
      self.reason = reason
    }
  }

  /// The rule's code.
  public var code: String
  /// How bad it is.
  public var severity: Severity
  /// What is the matter, with the values at hand, as one sentence.
  public var message: String
  /// The place; nil where the whole file is meant.
  public var span: SourceSpan?
  /// Other places.
  public var related: [Related]
  /// The mend.
  public var fix: Fix?
  /// What is lost, where the diagnostic says that.
  public var loss: Loss?

  /// A diagnostic of a rule.
  public init(
    _ rule: DiagnosticRule, _ message: String, span: SourceSpan?, severity: Severity? = nil, related: [Related] = [],
    fix: Fix? = nil
  ) {
    code = rule.code
    self.severity = severity ?? rule.severity
    self.message = message
    self.span = span
    self.related = related
    self.fix = fix
  }
}
