import YinzhuText

/// A fixture of the CSL test suite: sections of text between `>>===== NAME =====>>` and `<<===== NAME =====<<`.
public struct SuiteFixture: Sendable {
  /// The file's name without `.txt`.
  public let name: String
  /// The text of each section.
  public private(set) var sections: [String: String] = [:]

  /// Reads a fixture. Some files write fewer equals signs, or leave the last brackets away.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    var current: String?
    var lines: [Substring] = []
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = String(decoding: bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if let open = current {
        if SuiteFixture.title(line, mark: "<") == open {
          sections[open] = lines.joined(separator: "\n")
          current = nil
        } else {
          lines.append(line)
        }
      } else if let title = SuiteFixture.title(line, mark: ">") {
        current = title
        lines = []
      }
    }
  }

  /// `RESULT` of `>>===== RESULT =====>>`; nil for another line.
  private static func title(_ line: Substring, mark: Character) -> String? {
    let trimmed = line.drop { $0 == " " }
    guard trimmed.hasPrefix(String([mark, mark, "="])) else { return nil }
    let title = trimmed.dropFirst(2).drop { $0 == "=" || $0 == " " }.prefix {
      $0.isUppercase || $0 == "-" || $0.isNumber
    }
    let rest = trimmed.dropFirst(2).drop { $0 == "=" || $0 == " " }.dropFirst(title.count)
    guard !title.isEmpty, rest.allSatisfy({ $0 == " " || $0 == "=" || $0 == mark }), rest.contains("=") else {
      return nil
    }
    return String(title)
  }

  /// A section; nil where the fixture doesn't have it.
  public subscript(section: String) -> String? { sections[section] }

  /// `citation` or `bibliography`, and what follows the hyphen: `header`, `nosort`.
  public var mode: (name: String, variants: Set<String>) {
    let parts = SuiteFixture.trimmed(self["MODE"] ?? "").split(separator: "-").map(String.init)
    return (parts.first ?? "", Set(parts.dropFirst()))
  }

  /// The output that is asked for, without white space at its ends.
  public var result: String { SuiteFixture.trimmed(self["RESULT"] ?? "") }

  /// Whether an output is the one that is asked for. Both are trimmed, as the suite's manual says, and nothing else.
  public func accepts(_ output: String) -> Bool { SuiteFixture.trimmed(output) == result }

  static func trimmed(_ text: String) -> String {
    var rest = Substring(text)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
