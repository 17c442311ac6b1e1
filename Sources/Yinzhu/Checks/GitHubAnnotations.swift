import YinzhuChecks
import YinzhuModel
import YinzhuText

/// Findings as workflow commands of GitHub Actions: `::warning file=…,line=…::message`.
///
/// Source: GitHub's reference of workflow commands; properties escape `%`, line breaks, `:` and `,`.
struct GitHubAnnotations {
  let language: FindingLanguage

  func report(_ sources: [CheckedSource]) -> String {
    sources.map { source in source.findings.map { line($0, in: source.source) }.joined() }.joined()
  }

  private func line(_ finding: Finding, in source: SourceText) -> String {
    let level =
      switch finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .info: "notice"
      }
    var properties = ["file=\(Self.property(source.name))"]
    if let span = finding.span {
      let start = source.position(of: span.start)
      let end = source.position(of: max(span.start, span.end))
      properties += ["line=\(start.line)", "col=\(start.column)"]
      // GitHub takes an end column only on the same line.
      properties += end.line == start.line ? ["endColumn=\(end.column)"] : ["endLine=\(end.line)"]
    }
    properties.append("title=\(finding.code)")
    return "::\(level) \(properties.joined(separator: ","))::\(Self.data(finding.wording[language]))\n"
  }

  private static func data(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func property(_ text: String) -> String {
    var out = ""
    for scalar in data(text).unicodeScalars {
      switch scalar {
      case ":": out += "%3A"
      case ",": out += "%2C"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
