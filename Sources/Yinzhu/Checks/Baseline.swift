import YinzhuChecks
import YinzhuModel
import YinzhuText

/// Findings that are known and not said again: the output of an earlier `check --to json` or `jsonl`.
///
/// A finding is known by file, code and message, in either language, as often as the baseline has it. Lines may move.
public struct Baseline: Sendable {
  private struct Key: Hashable, Sendable {
    var file: String
    var code: String
    var message: String
  }

  private var known: [Key: Int] = [:]

  /// Reads a baseline; nil where the source is no output of `check`.
  public init?(_ source: SourceText) {
    var objects: [JSONValue] = []
    if let whole = Self.value(source.bytes[...]), let diagnostics = whole["diagnostics"]?.array {
      objects = diagnostics
    } else {
      for line in source.bytes.split(separator: 0x0A) where line.contains(where: { $0 > 0x20 }) {
        guard let value = Self.value(line), value["code"] != nil else { return nil }
        objects.append(value)
      }
    }
    for object in objects {
      guard let file = object["file"]?.string, let code = object["code"]?.string,
        let message = object["message"]?.string
      else { return nil }
      known[Key(file: file, code: code, message: message), default: 0] += 1
    }
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> JSONValue? {
    do throws(JSONError) {
      return try JSONReader.value(Array(bytes))
    } catch {
      return nil
    }
  }

  /// The findings of a file that aren't known.
  public func news(_ findings: [Finding], file: String) -> [Finding] {
    var left = known
    return findings.filter { finding in
      for language in FindingLanguage.allCases {
        let key = Key(file: file, code: finding.code, message: finding.wording[language])
        if let count = left[key], count > 0 {
          left[key] = count - 1
          return false
        }
      }
      return true
    }
  }
}
