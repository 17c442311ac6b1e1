import YinzhuChecks
import YinzhuModel
import YinzhuText

/// What `.yinzhu.toml` says about checks; the command line says it louder.
public struct CheckSettings: Sendable, Hashable {
  /// From which severity on `check` ends with 1.
  public enum FailOn: String, Sendable, CaseIterable {
    /// Errors.
    case error
    /// Warnings and errors.
    case warning
    /// Never.
    case never
  }

  /// The style that notes are compared with.
  public var style: String?
  /// Codes that are wanted; nil where the file doesn't say.
  public var select: [String]?
  /// Codes that aren't.
  public var ignore: [String]?
  /// When to fail.
  public var failOn: FailOn?
  /// A file of findings that are known, relative to the settings' folder.
  public var baseline: String?
  /// The language of messages.
  public var language: FindingLanguage?
  /// Severities by code or beginning of codes.
  public var severities: [String: Severity] = [:]

  /// Nothing said.
  public init() {}

  /// The name of the file that is looked for from the folder of a document upwards.
  public static let fileName = ".yinzhu.toml"

  /// Reads settings. Keys that aren't known are errors: a mistyped `ingore` must not be taken for silence.
  ///
  /// - Throws: `CheckSettingsError` with the place.
  public init(_ source: SourceText) throws(CheckSettingsError) {
    let entries: [TOMLReader.Entry]
    do throws(TOMLReader.Failure) {
      entries = try TOMLReader.entries(source.bytes)
    } catch {
      throw CheckSettingsError(message: error.message, position: source.position(of: error.offset))
    }
    for entry in entries {
      do throws(CheckSettingsError) {
        try set(entry)
      } catch {
        throw CheckSettingsError(message: error.message, position: source.position(of: entry.offset))
      }
    }
  }

  private static let keys = ["style", "select", "ignore", "fail-on", "baseline", "language", "severity.CODE"]

  private mutating func set(_ entry: TOMLReader.Entry) throws(CheckSettingsError) {
    switch entry.key {
    case "style": style = try string(entry)
    case "select": select = try strings(entry)
    case "ignore": ignore = try strings(entry)
    case "baseline": baseline = try string(entry)
    case "fail-on":
      failOn = try choice(entry, FailOn.init(rawValue:), FailOn.allCases.map(\.rawValue))
    case "language":
      language = try choice(entry, FindingLanguage.init(rawValue:), FindingLanguage.allCases.map(\.rawValue))
    default:
      guard entry.key.hasPrefix("severity.") else {
        throw CheckSettingsError("there is no setting “\(entry.key)”; there are: \(Self.keys.joined(separator: ", "))")
      }
      severities[entry.key.dropFirst("severity.".count).uppercased()] =
        try choice(entry, Severity.init(rawValue:), Severity.allCases.map(\.rawValue))
    }
  }

  private func string(_ entry: TOMLReader.Entry) throws(CheckSettingsError) -> String {
    guard case .string(let text) = entry.value else {
      throw CheckSettingsError("“\(entry.key)” takes a string")
    }
    return text
  }

  /// A string is a list of one.
  private func strings(_ entry: TOMLReader.Entry) throws(CheckSettingsError) -> [String] {
    if case .string(let text) = entry.value { return [text] }
    guard case .array(let values) = entry.value else {
      throw CheckSettingsError("“\(entry.key)” takes an array of strings")
    }
    var out: [String] = []
    for value in values {
      guard case .string(let text) = value else { throw CheckSettingsError("“\(entry.key)” takes strings only") }
      out.append(text)
    }
    return out
  }

  private func choice<Value>(_ entry: TOMLReader.Entry, _ make: (String) -> Value?, _ names: [String])
    throws(CheckSettingsError) -> Value
  {
    guard let value = make(try string(entry)) else {
      throw CheckSettingsError("“\(entry.key)” takes one of: \(names.joined(separator: ", "))")
    }
    return value
  }

  /// The severity that these settings give a finding; the longest beginning of its code wins.
  public func severity(of finding: Finding) -> Severity {
    let fits = severities.filter { finding.code.hasPrefix($0.key) }
    return fits.max { $0.key.utf8.count < $1.key.utf8.count }?.value ?? finding.severity
  }
}

/// Why settings can't be used.
public struct CheckSettingsError: Error, Sendable, Hashable {
  /// What is wrong.
  public var message: String
  /// Where; nil where the file as a whole is meant.
  public var position: SourcePosition?

  init(_ message: String) { self.message = message }

  init(message: String, position: SourcePosition?) {
    self.message = message
    self.position = position
  }
}
