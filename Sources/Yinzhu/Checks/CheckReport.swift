import YinzhuChecks
import YinzhuModel
import YinzhuText

/// Findings of several files in one of the forms that `check --to` knows.
public struct CheckReport: Sendable {
  /// The forms.
  public enum Form: String, Sendable, CaseIterable {
    /// To read on a terminal: the line shown, the place underlined.
    case text
    /// One JSON object.
    case json
    /// One JSON object a line.
    case jsonl
    /// SARIF 2.1.0 (OASIS), for code scanning.
    case sarif
    /// Workflow commands of GitHub Actions.
    case github
    /// A page to read.
    case html
  }

  /// The language of messages.
  public var language: FindingLanguage
  /// Whether to use colour (a terminal).
  public var isColoured: Bool
  /// The version of the program, for SARIF.
  public var version: String

  /// A report.
  public init(language: FindingLanguage, isColoured: Bool = false, version: String) {
    self.language = language
    self.isColoured = isColoured
    self.version = version
  }

  /// The findings of all files as text of the form.
  public func text(_ sources: [CheckedSource], as form: Form) -> String {
    switch form {
    case .text: FindingText(language: language, isColoured: isColoured).report(sources)
    case .json: FindingJSON(language: language).report(sources)
    case .jsonl: FindingJSON(language: language).lines(sources)
    case .sarif: SARIFReport(language: language, version: version).report(sources)
    case .github: GitHubAnnotations(language: language).report(sources)
    case .html: FindingPage(language: language).report(sources)
    }
  }
}

/// How many findings of each severity there are.
public struct FindingCounts: Sendable, Hashable {
  /// Errors.
  public var errors = 0
  /// Warnings.
  public var warnings = 0
  /// The rest.
  public var infos = 0

  /// The counts of findings.
  public init(_ findings: some Sequence<Finding>) {
    for finding in findings {
      switch finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: infos += 1
      }
    }
  }
}
