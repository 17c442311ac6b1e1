import YinzhuModel
import YinzhuText

/// A fixture of the CSL test suite.
struct SuiteFixture {
  var name: String
  var sections: [String: String] = [:]

  init(name: String, bytes: [UInt8]) {
    self.name = name
    var current: String?
    var lines: [String] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      let title = line.filter { $0.isUppercase || $0 == "-" }
      if current == nil, line.hasPrefix(">>"), line.hasSuffix(">>"), line.contains("==") {
        current = title
        lines = []
      } else if let open = current, line.hasPrefix("<<"), line.hasSuffix("<<"), title == open {
        sections[open] = lines.joined(separator: "\n")
        current = nil
      } else if current != nil {
        lines.append(String(line))
      }
    }
  }

  subscript(name: String) -> String? { sections[name] }

  var mode: String { (self["MODE"] ?? "").split(separator: "\n").first.map { $0.trimmed } ?? "" }
  var result: String { (self["RESULT"] ?? "").trimmed }
}

extension StringProtocol {
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
