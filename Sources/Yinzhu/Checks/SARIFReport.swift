import YinzhuChecks
import YinzhuModel
import YinzhuText

/// Findings as a SARIF 2.1.0 log (OASIS, 27 March 2020): one run, its rules, one result for each finding.
///
/// Columns count Unicode scalars, which the run says (`unicodeCodePoints`).
struct SARIFReport {
  let language: FindingLanguage
  let version: String

  func report(_ sources: [CheckedSource]) -> String {
    let codes = Set(sources.flatMap { $0.findings.map(\.code) }).sorted()
    let index = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let driver: JSONValue = .object([
      "name": .string("yinzhu"), "version": .string(version), "rules": .array(codes.map(rule)),
    ])
    let results = sources.enumerated().flatMap { at, source in
      source.findings.map { result($0, source.source, file: at, rule: index[$0.code] ?? 0) }
    }
    let artifacts = sources.map { source -> JSONValue in
      .object(["location": .object(["uri": .string(Self.uri(source.source.name))])])
    }
    let run: JSONValue = .object([
      "tool": .object(["driver": driver]), "language": .string(language == .chinese ? "zh-CN" : "en"),
      "columnKind": .string("unicodeCodePoints"), "artifacts": .array(artifacts), "results": .array(results),
    ])
    let log: JSONValue = .object([
      "$schema": .string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"),
      "version": .string("2.1.0"), "runs": .array([run]),
    ])
    return JSONWriter.string(log, indented: true) + "\n"
  }

  private func rule(_ code: String) -> JSONValue {
    let rule = Rules.rule(code)
    let title = language == .chinese ? CheckRules.chineseTitle(code) ?? rule?.title ?? code : rule?.title ?? code
    var members: [JSONValue.Member] = [
      .init(key: "id", value: .string(code)),
      .init(key: "shortDescription", value: .object(["text": .string(title)])),
    ]
    if let rule {
      members.append(.init(key: "fullDescription", value: .object(["text": .string(rule.explanation)])))
      members.append(
        .init(
          key: "help",
          value: .object([
            "text": .string(rule.explanation), "markdown": .string(Rules.page(rule)),
          ])))
      members.append(
        .init(key: "defaultConfiguration", value: .object(["level": .string(Self.level(rule.severity))])))
    }
    return .object(members)
  }

  private func result(_ finding: Finding, _ source: SourceText, file: Int, rule: Int) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(key: "ruleId", value: .string(finding.code)), .init(key: "ruleIndex", value: .integer(rule)),
      .init(key: "level", value: .string(Self.level(finding.severity))),
      .init(key: "message", value: .object(["text": .string(finding.wording[language])])),
      .init(key: "locations", value: .array([location(finding.span, source, file: file)])),
    ]
    if !finding.related.isEmpty {
      let related = finding.related.enumerated().map { id, related -> JSONValue in
        var location = location(related.span, source, file: file).members ?? []
        location.insert(.init(key: "id", value: .integer(id)), at: 0)
        location.append(.init(key: "message", value: .object(["text": .string(related.wording[language])])))
        return .object(location)
      }
      members.append(.init(key: "relatedLocations", value: .array(related)))
    }
    if let fix = finding.fix, fix.applicability != .display {
      members.append(.init(key: "fixes", value: .array([self.fix(fix, source, file: file)])))
    }
    return .object(members)
  }

  private func fix(_ fix: Diagnostic.Fix, _ source: SourceText, file: Int) -> JSONValue {
    let replacements = fix.edits.map { edit -> JSONValue in
      .object([
        "deletedRegion": region(edit.span, source), "insertedContent": .object(["text": .string(edit.text)]),
      ])
    }
    return .object([
      "artifactChanges": .array([
        .object(["artifactLocation": artifact(source, file), "replacements": .array(replacements)])
      ])
    ])
  }

  private func location(_ span: SourceSpan?, _ source: SourceText, file: Int) -> JSONValue {
    var physical: [JSONValue.Member] = [.init(key: "artifactLocation", value: artifact(source, file))]
    if let span { physical.append(.init(key: "region", value: region(span, source))) }
    return .object(["physicalLocation": .object(physical)])
  }

  private func artifact(_ source: SourceText, _ file: Int) -> JSONValue {
    .object(["uri": .string(Self.uri(source.name)), "index": .integer(file)])
  }

  private func region(_ span: SourceSpan, _ source: SourceText) -> JSONValue {
    let start = source.position(of: span.start)
    let end = source.position(of: span.end)
    return .object([
      "startLine": .integer(start.line), "startColumn": .integer(start.column), "endLine": .integer(end.line),
      "endColumn": .integer(end.column),
    ])
  }

  static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// A path as a URI reference (RFC 3986): what isn't unreserved is escaped.
  static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        out.append(byte)
      default: out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
