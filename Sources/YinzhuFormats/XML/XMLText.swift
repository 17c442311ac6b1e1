import YinzhuText

/// Writes XML: elements in order, two spaces of indent a level.
struct XMLText {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var open: [String] = []

  /// Opens an element.
  mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    text += indent + "<\(name)\(Self.written(attributes))>\n"
    open.append(name)
  }

  /// Closes the element that was opened last.
  mutating func end() {
    guard let name = open.popLast() else { return }
    text += indent + "</\(name)>\n"
  }

  /// An element with text; nothing where there is none.
  mutating func element(_ name: String, _ content: String?, _ attributes: KeyValuePairs<String, String?> = [:]) {
    guard let content, !content.isEmpty else { return }
    text += indent + "<\(name)\(Self.written(attributes))>\(Self.escaped(content))</\(name)>\n"
  }

  /// An element whose content is XML already.
  mutating func element(_ name: String, markup: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    text += indent + "<\(name)\(Self.written(attributes))>\(markup)</\(name)>\n"
  }

  /// Elements that are written in a place which is only known to be needed when there are some.
  struct Part {
    fileprivate var steps: [(inout XMLText) -> Void] = []

    /// Whether nothing is in it.
    var isEmpty: Bool { steps.isEmpty }

    mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
      steps.append { $0.begin(name, attributes) }
    }

    mutating func end() { steps.append { $0.end() } }

    mutating func element(_ name: String, _ content: String?, _ attributes: KeyValuePairs<String, String?> = [:]) {
      if content?.isEmpty ?? true { return }
      steps.append { $0.element(name, content, attributes) }
    }
  }

  /// Adds a part at this place.
  mutating func append(_ part: Part) {
    for step in part.steps { step(&self) }
  }

  private var indent: String { String(repeating: "  ", count: open.count) }

  private static func written(_ attributes: KeyValuePairs<String, String?>) -> String {
    attributes.map { name, value in value.map { " \(name)=\"\(escaped($0))\"" } ?? "" }.joined()
  }

  /// Text with `& < > "` escaped and without characters that XML doesn't have (XML 1.0, section 2.2).
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0xEF })
    else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n": out.append(scalar)
      case "\r": out.append("\n")
      default:
        if scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF { out.append(scalar) }
      }
    }
    return String(out)
  }
}
