import YinzhuModel
import YinzhuText

/// The languages that findings are worded in.
public enum FindingLanguage: String, Sendable, Hashable, CaseIterable {
  /// Chinese in simplified characters.
  case chinese = "zh"
  /// English.
  case english = "en"
}

/// One sentence in both languages.
public struct Wording: Sendable, Hashable {
  /// In English.
  public var english: String
  /// In Chinese.
  public var chinese: String

  /// A sentence.
  public init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The sentence in a language.
  public subscript(language: FindingLanguage) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}

/// Something that a copy-editor would mark: the rule, the place, what is the matter, and perhaps the mend.
public struct Finding: Sendable, Hashable {
  /// Another place that belongs to the matter.
  public struct Related: Sendable, Hashable {
    /// What stands there.
    public var wording: Wording
    /// The place, in UTF-8 bytes of the source.
    public var span: SourceSpan

    /// A related place.
    public init(_ wording: Wording, span: SourceSpan) {
      self.wording = wording
      self.span = span
    }
  }

  /// The code of the rule.
  public var code: String
  /// How bad it is.
  public var severity: Severity
  /// What is the matter, with the values at hand.
  public var wording: Wording
  /// The place, in UTF-8 bytes of the source; nil where the whole file is meant.
  public var span: SourceSpan?
  /// The id of the note that it stands in, or the key of the record.
  public var note: String?
  /// Other places.
  public var related: [Related]
  /// The mend.
  public var fix: Diagnostic.Fix?

  /// A finding.
  public init(
    code: String, severity: Severity, _ wording: Wording, span: SourceSpan?, note: String? = nil,
    related: [Related] = [], fix: Diagnostic.Fix? = nil
  ) {
    self.code = code
    self.severity = severity
    self.wording = wording
    self.span = span
    self.note = note
    self.related = related
    self.fix = fix
  }

  /// The finding as a diagnostic in one language.
  public func diagnostic(in language: FindingLanguage) -> Diagnostic {
    let rule = DiagnosticRule(code: code, severity: severity, title: "", explanation: "")
    return Diagnostic(
      rule, wording[language], span: span,
      related: related.map { Diagnostic.Related(message: $0.wording[language], span: $0.span) }, fix: fix)
  }
}

/// What a rule says, gathered.
struct Findings {
  /// The rule that speaks.
  private let rule: DiagnosticRule
  /// The note or record that is looked at.
  var note: String?
  private(set) var list: [Finding] = []

  init(_ rule: DiagnosticRule) { self.rule = rule }

  /// Says for the last findings which note or record they stand in.
  mutating func setNote(_ note: String, from start: Int) {
    guard start < list.count else { return }
    for index in start..<list.count where list[index].note == nil { list[index].note = note }
  }

  mutating func add(
    _ english: String, _ chinese: String, at span: SourceSpan?, severity: Severity? = nil, note: String? = nil,
    related: [Finding.Related] = [], fix: Diagnostic.Fix? = nil
  ) {
    list.append(
      Finding(
        code: rule.code, severity: severity ?? rule.severity, Wording(english, chinese), span: span,
        note: note ?? self.note, related: related, fix: fix))
  }
}

extension Diagnostic.Fix {
  /// One replacement that can't change the meaning.
  static func safe(_ span: SourceSpan, _ text: String) -> Diagnostic.Fix {
    Diagnostic.Fix(edits: [Edit(span: span, text: text)], applicability: .safe)
  }

  /// One replacement that a person should look at.
  static func unsafe(_ span: SourceSpan, _ text: String) -> Diagnostic.Fix {
    Diagnostic.Fix(edits: [Edit(span: span, text: text)], applicability: .unsafe)
  }
}
