import YinzhuChecks
import YinzhuModel
import YinzhuText

/// Findings as JSON: one object, or one object a line. The keys are the contract of `check --to json`.
struct FindingJSON {
  let language: FindingLanguage

  func report(_ sources: [CheckedSource]) -> String {
    let diagnostics = sources.flatMap { source in source.findings.map { object($0, in: source.source) } }
    let counts = FindingCounts(sources.lazy.flatMap(\.findings))
    let summary: JSONValue = .object([
      "error": .integer(counts.errors), "warning": .integer(counts.warnings), "info": .integer(counts.infos),
    ])
    return JSONWriter.string(.object(["diagnostics": .array(diagnostics), "summary": summary]), indented: true) + "\n"
  }

  func lines(_ sources: [CheckedSource]) -> String {
    sources.map { source in
      source.findings.map { JSONWriter.string(object($0, in: source.source)) + "\n" }.joined()
    }.joined()
  }

  func object(_ finding: Finding, in source: SourceText) -> JSONValue {
    let position = finding.span.map { source.position(of: $0.start) }
    return .object([
      "code": .string(finding.code), "severity": .string(finding.severity.rawValue),
      "message": .string(finding.wording[language]), "file": .string(source.name),
      "line": position.map { .integer($0.line) } ?? .null, "column": position.map { .integer($0.column) } ?? .null,
      "span": finding.span.map(Self.span) ?? .null, "note": finding.note.map { .string($0) } ?? .null,
      "fix": finding.fix.map(Self.fix) ?? .null,
    ])
  }

  private static func span(_ span: SourceSpan) -> JSONValue { .array([.integer(span.start), .integer(span.end)]) }

  private static func fix(_ fix: Diagnostic.Fix) -> JSONValue {
    .object([
      "applicability": .string(fix.applicability.rawValue),
      "edits": .array(fix.edits.map { .object(["span": span($0.span), "text": .string($0.text)]) }),
    ])
  }
}
