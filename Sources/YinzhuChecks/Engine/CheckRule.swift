import YinzhuModel
import YinzhuText

/// A rule of a copy-editor: its page, and what it looks at.
public struct CheckRule: Sendable {
  /// What a rule looks at. A rule may look at several things: the same slip is found in notes and in reference files.
  enum Look: Sendable {
    /// A document as a whole: sequences, and what several notes say.
    case document(@Sendable (CheckedDocument, inout Findings) -> Void)
    /// The text of one note or list entry.
    case note(@Sendable (CheckedNote, inout Findings) -> Void)
    /// One record, read from a note or from a file.
    case record(@Sendable (CheckedRecord, inout Findings) -> Void)
    /// All records of a file.
    case file(@Sendable (CheckedFile, inout Findings) -> Void)
  }

  /// Code, severity, title and page.
  public let rule: DiagnosticRule
  /// The title in Chinese.
  public let chineseTitle: String
  /// Whether it speaks unless it is selected by name; opinions don't.
  public let isOn: Bool
  let looks: [Look]

  init(_ rule: DiagnosticRule, chinese: String, isOn: Bool = true, _ looks: Look...) {
    self.rule = rule
    chineseTitle = chinese
    self.isOn = isOn
    self.looks = looks
  }

  /// The code.
  public var code: String { rule.code }
}
