/// Names of languages in babel and BibLaTeX (`langid`) and their BCP 47 tags.
package enum BibTeXLanguages {
  /// One relation; the first row of a name gives its tag, the first row of a tag its name.
  package struct Row: Sendable, Hashable {
    /// The name in babel.
    package let name: String
    /// The tag.
    package let tag: String
  }

  /// All rows (babel manual, "Languages supported"; `chinese` as gbt7714 and biblatex-gb7714 read it).
  package static let rows: [Row] = [
    Row(name: "chinese", tag: "zh-CN"), Row(name: "chinese", tag: "zh"),
    Row(name: "english", tag: "en"), Row(name: "american", tag: "en-US"), Row(name: "british", tag: "en-GB"),
    Row(name: "canadian", tag: "en-CA"), Row(name: "australian", tag: "en-AU"),
    Row(name: "japanese", tag: "ja"), Row(name: "korean", tag: "ko"), Row(name: "french", tag: "fr"),
    Row(name: "german", tag: "de"), Row(name: "ngerman", tag: "de"), Row(name: "austrian", tag: "de-AT"),
    Row(name: "spanish", tag: "es"), Row(name: "russian", tag: "ru"), Row(name: "italian", tag: "it"),
    Row(name: "portuguese", tag: "pt"), Row(name: "brazilian", tag: "pt-BR"), Row(name: "latin", tag: "la"),
    Row(name: "greek", tag: "el"), Row(name: "dutch", tag: "nl"), Row(name: "swedish", tag: "sv"),
    Row(name: "danish", tag: "da"), Row(name: "norwegian", tag: "no"), Row(name: "finnish", tag: "fi"),
    Row(name: "polish", tag: "pl"), Row(name: "czech", tag: "cs"), Row(name: "hungarian", tag: "hu"),
    Row(name: "turkish", tag: "tr"), Row(name: "ukrainian", tag: "uk"), Row(name: "arabic", tag: "ar"),
    Row(name: "hebrew", tag: "he"), Row(name: "persian", tag: "fa"), Row(name: "hindi", tag: "hi"),
    Row(name: "thai", tag: "th"), Row(name: "vietnamese", tag: "vi"), Row(name: "mongolian", tag: "mn"),
    Row(name: "sanskrit", tag: "sa"), Row(name: "tibetan", tag: "bo"), Row(name: "uyghur", tag: "ug"),
  ]

  /// The name of a tag, by the whole tag or by its language alone; `exact` tells whether the name gives it back.
  static func name(ofTag tag: String) -> (name: String, exact: Bool)? {
    if let row = rows.first(where: { $0.tag.lowercased() == tag.lowercased() }) {
      return (row.name, self.tag(ofName: row.name) == tag)
    }
    guard let language = tag.split(separator: "-").first?.lowercased(),
      let row = rows.first(where: { $0.tag == language })
    else { return nil }
    return (row.name, false)
  }

  /// The tag of a name.
  package static func tag(ofName name: String) -> String? {
    tags[name] ?? tags[name.lowercased()]
  }

  private static let tags = Dictionary(rows.map { ($0.name, $0.tag) }) { first, _ in first }
}
