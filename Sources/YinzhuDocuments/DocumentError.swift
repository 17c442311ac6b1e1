import YinzhuModel
import YinzhuText

/// Why a file gives no document, with what to do about it.
public struct DocumentError: Error, Sendable, Hashable {
  /// The matter, of severity error.
  public let diagnostic: Diagnostic

  /// What is wrong, as a sentence.
  public var message: String { diagnostic.message }

  init(diagnostic: Diagnostic) { self.diagnostic = diagnostic }

  init(_ rule: DiagnosticRule, _ message: String, span: SourceSpan? = nil) {
    diagnostic = Diagnostic(rule, message, span: span, severity: .error)
  }
}
