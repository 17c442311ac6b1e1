import YinzhuCSL
import YinzhuChecks
import YinzhuCitations
import YinzhuDocuments
import YinzhuFormats
import YinzhuModel
import YinzhuNotes

/// All rules of all stages, by code: what `explain` prints, and what docs/checks is made from.
public enum Rules {
  /// In the order of their codes.
  public static let all: [DiagnosticRule] =
    [
      FileRules.all, DocumentRules.all, NoteRules.all, CitationRules.all, CSLRules.all, LintRules.all,
      CitationFileRules.all, FormatRules.all,
      CSLJSONRules.all, CheckRules.pages,
    ].joined().sorted { $0.code < $1.code }

  /// The rule of a code, whatever its case.
  public static func rule(_ code: String) -> DiagnosticRule? {
    all.first { $0.code.lowercased() == code.lowercased() }
  }

  /// The page of a rule, in Markdown: code and title, the title in Chinese where there is one, severity, explanation.
  public static func page(_ rule: DiagnosticRule) -> String {
    var explanation = Substring(rule.explanation)
    // Some explanations bring their own heading.
    if explanation.hasPrefix("# ") {
      explanation = explanation.drop { $0 != "\n" }.drop { $0 == "\n" }
    }
    let chinese = CheckRules.chineseTitle(rule.code).map { "\n\n\($0)" } ?? ""
    return "# \(rule.code) \(rule.title)\(chinese)\n\nSeverity: \(rule.severity.rawValue)\n\n\(explanation)\n"
  }
}
