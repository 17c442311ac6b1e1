import YinzhuModel
import YinzhuText

/// A style or locale that can't be used: every fault, with its place in the file.
public struct StyleError: Error, Sendable, CustomStringConvertible {
  /// The file; the spans of `diagnostics` point into it.
  public let source: SourceText
  /// What is wrong, in the order of the file.
  public let diagnostics: [Diagnostic]

  package init(source: SourceText, diagnostics: [Diagnostic]) {
    self.source = source
    self.diagnostics = diagnostics.sorted { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
  }

  package init(source: SourceText, xml: XMLError) {
    self.init(
      source: source,
      diagnostics: xml.problems.map { problem in
        switch problem.kind {
        case .malformed: Diagnostic(CSLRules.malformed, problem.message, span: problem.span)
        case .entityDeclared: Diagnostic(CSLRules.entity, problem.message, span: problem.span)
        case .encoding: Diagnostic(CSLRules.encoding, problem.message, span: problem.span)
        case .tooLarge: Diagnostic(CSLRules.tooLarge, problem.message, span: problem.span)
        }
      })
  }

  /// One line for each fault: `file:line:column: error: message [CODE]`.
  public var description: String {
    diagnostics.map { diagnostic in
      let place = diagnostic.span.map { source.position(of: $0.start).description + ": " } ?? ""
      return "\(source.name):\(place)\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code)]"
    }.joined(separator: "\n")
  }
}
