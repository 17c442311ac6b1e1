import YinzhuModel
import YinzhuText

/// What a style says about itself, read without compiling it.
public struct StyleSummary: Sendable, Hashable {
  /// The layouts of one part, by their languages.
  public struct Part: Sendable, Hashable {
    /// `citation` or `bibliography`.
    public var name: String
    /// For each layout its languages; empty for the one that takes all other works.
    public var languages: [[String]]
  }

  /// `cs:id`
  public var id = ""
  /// `cs:title`
  public var title = ""
  /// `cs:title-short`
  public var shortTitle: String?
  /// `in-text` or `note`; nil for dependent styles.
  public var `class`: String?
  /// `citation-format` of `cs:category`: `numeric`, `author-date`, `note`, ….
  public var citationFormat: String?
  /// `field` of `cs:category`.
  public var fields: [String] = []
  /// The language of the style's terms.
  public var defaultLocale: String?
  /// The id of the style that a dependent one points to.
  public var parent: String?
  /// The form of the note markers, and where they begin again (`yz:note-marker`).
  public var noteMarker: (form: String, restart: String)? {
    markerForm.map { ($0, markerRestart ?? "document") }
  }
  private var markerForm: String?
  private var markerRestart: String?
  /// When it was changed last.
  public var updated: String?
  /// Citation and bibliography.
  public var parts: [Part] = []

  /// The summary of a style in UTF-8; nil for bytes that are no style.
  public static func read(_ bytes: [UInt8]) -> StyleSummary? {
    let (tree, _) = XMLTree.recovered(bytes)
    guard let root = tree.root, root.name == "style" else { return nil }
    var out = StyleSummary()
    out.class = root[attribute: "class"]
    out.defaultLocale = root[attribute: "default-locale"]
    for child in tree.children(of: root) {
      switch child.name {
      case "info": out.read(info: tree.children(of: child))
      case "citation", "bibliography":
        let layouts = tree.children(of: child).filter { $0.name == "layout" }
        out.parts.append(
          Part(
            name: child.name,
            languages: layouts.map { ($0[attribute: "locale"] ?? "").split(separator: " ").map(String.init) }))
      default: continue
      }
    }
    if out.parts.contains(where: { $0.name == "citation" }) { out.parent = nil }
    return out
  }

  private mutating func read(info children: [XMLTree.Element]) {
    for child in children {
      let text = StyleSummary.trimmed(child.text)
      switch child.name {
      case "id": id = text
      case "title": if title.isEmpty { title = text }
      case "title-short": shortTitle = text
      case "updated": updated = text
      case "note-marker" where child.isForeign:
        markerForm = child[attribute: "form"]
        markerRestart = child[attribute: "restart"]
      case "category":
        if let format = child[attribute: "citation-format"] { citationFormat = format }
        if let field = child[attribute: "field"] { fields.append(field) }
      case "link": if child[attribute: "rel"] == "independent-parent" { parent = child[attribute: "href"] }
      default: continue
      }
    }
  }

  /// Id and title only, from the head of a file: what a search through thousands of styles can afford.
  public static func head(_ bytes: some Collection<UInt8>) -> (id: String, title: String)? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let id = content("id", text) else { return nil }
    return (id, content("title", text) ?? "")
  }

  private static func content(_ name: String, _ text: String) -> String? {
    guard let open = text.firstRange(of: "<" + name),
      let start = text[open.upperBound...].firstIndex(of: ">"),
      let end = text[start...].firstRange(of: "</" + name)
    else { return nil }
    let inner = text[text.index(after: start)..<end.lowerBound]
    return trimmed(inner.replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing("&gt;", with: ">"))
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
