import YinzhuModel
import YinzhuText

/// One record between the syntax of a format and the mapping: values behind tags, in the order of the file.
struct TaggedRecord: Sendable {
  /// One value.
  struct Value: Sendable {
    /// The tag as the mapping spells it.
    var tag: String
    /// The value.
    var content: Content
    /// Where it stands; in bytes of the decoded source.
    var span: SourceSpan

    init(_ tag: String, _ content: Content, span: SourceSpan = SourceSpan(start: 0, end: 0)) {
      self.tag = tag
      self.content = content
      self.span = span
    }

    /// The value as one text.
    var text: String {
      switch content {
      case .text(let text): text
      case .rich(let text): text.plain
      case .name(let name): PersonNames.string(name)
      case .date(let date): DateText.plain(date)
      }
    }
  }

  /// What stands behind a tag. Formats with structure (XML) have names and dates in parts; the others have text.
  enum Content: Sendable {
    case text(String)
    case rich(RichText)
    case name(Name)
    case date(DateValue)
  }

  /// What the format calls the type; nil where the record doesn't say.
  var type: String?
  /// The key of the record; nil where it has none.
  var key: String?
  /// The values.
  var values: [Value] = []
  /// The place of the whole record.
  var span = SourceSpan(start: 0, end: 0)

  /// The text of the first value of a tag.
  func text(_ tag: String) -> String? { values.first { $0.tag == tag }?.text }

  /// Renames a tag.
  mutating func rename(_ tag: String, to other: String) {
    for index in values.indices where values[index].tag == tag { values[index].tag = other }
  }
}
