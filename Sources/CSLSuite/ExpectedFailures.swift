/// Fixtures that are known to fail, each with the reason: lines of `name<TAB>reason`.
public struct ExpectedFailures: Sendable {
  /// The reason of each.
  public let reasons: [String: String]

  /// Reads the list; empty lines and lines with `#` are left out. A line without reason is an error.
  public init(_ text: String) throws {
    var reasons: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      guard parts.count == 2, let name = parts.first, let reason = parts.last,
        !SuiteFixture.trimmed(reason).isEmpty
      else { throw NoReason(line: String(line)) }
      reasons[name] = reason
    }
    self.reasons = reasons
  }

  /// A line that says no reason.
  public struct NoReason: Error, CustomStringConvertible {
    let line: String
    /// What to do.
    public var description: String { "the list of expected failures gives no reason: \(line)" }
  }

  /// What differs from the list: fixtures that fail and aren't listed, listed ones that pass or don't exist.
  public func differences(_ results: [SuiteResult]) -> (failing: [SuiteResult], passing: [String], missing: [String]) {
    let failing = results.filter { !$0.isRight && reasons[$0.name] == nil }
    let passing = results.filter { $0.isRight && reasons[$0.name] != nil }.map(\.name)
    let names = Set(results.map(\.name))
    return (failing, passing, reasons.keys.filter { !names.contains($0) }.sorted())
  }
}

/// What became of a fixture.
public struct SuiteResult: Sendable {
  /// The fixture's name.
  public let name: String
  /// The output that was asked for.
  public let wanted: String
  /// The output, or why there is none.
  public let output: String
  /// Whether they are the same.
  public let isRight: Bool

  /// A result.
  public init(name: String, wanted: String, output: String, isRight: Bool) {
    self.name = name
    self.wanted = wanted
    self.output = output
    self.isRight = isRight
  }
}
