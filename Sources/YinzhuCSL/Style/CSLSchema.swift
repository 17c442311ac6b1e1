import YinzhuModel

/// The attributes of each CSL element (CSL 1.0.2), to warn about others.
enum CSLSchema {
  private static let affixes: Set<String> = ["prefix", "suffix"]
  private static let formatting: Set<String> = [
    "font-style", "font-variant", "font-weight", "text-decoration", "vertical-align",
  ]
  private static let names: Set<String> = [
    "and", "delimiter-precedes-et-al", "delimiter-precedes-last", "et-al-min", "et-al-use-first",
    "et-al-subsequent-min", "et-al-subsequent-use-first", "et-al-use-last", "initialize", "initialize-with",
    "name-as-sort-order", "sort-separator",
  ]
  private static let inheritedNames: Set<String> = names.union(["name-form", "name-delimiter", "names-delimiter"])
  private static let element: Set<String> = affixes.union(formatting).union(["display"])
  private static let texts: Set<String> = ["text-case", "strip-periods", "quotes"]
  private static let conditions: Set<String> = [
    "type", "variable", "is-numeric", "is-uncertain-date", "locator", "position", "disambiguate", "match",
  ]

  static let attributes: [String: Set<String>] = [
    "style": inheritedNames.union([
      "class", "version", "default-locale", "demote-non-dropping-particle", "initialize-with-hyphen",
      "page-range-format",
    ]),
    "citation": inheritedNames.union([
      "disambiguate-add-givenname", "givenname-disambiguation-rule", "disambiguate-add-names",
      "disambiguate-add-year-suffix", "cite-group-delimiter", "collapse", "year-suffix-delimiter",
      "after-collapse-delimiter", "near-note-distance",
    ]),
    "bibliography": inheritedNames.union([
      "hanging-indent", "second-field-align", "line-spacing", "entry-spacing", "subsequent-author-substitute",
      "subsequent-author-substitute-rule",
    ]),
    "macro": ["name"],
    "layout": affixes.union(formatting).union(["delimiter", "locale"]),
    "text": element.union(texts).union(["variable", "macro", "term", "value", "form", "plural"]),
    "number": element.union(texts).union(["variable", "form"]),
    "date": element.union(["text-case", "variable", "form", "date-parts", "delimiter"]),
    "date-part": affixes.union(formatting).union(["name", "form", "range-delimiter", "text-case", "strip-periods"]),
    "names": element.union(inheritedNames).union(["variable", "delimiter"]),
    "name": affixes.union(formatting).union(names).union(["delimiter", "form"]),
    "name-part": affixes.union(formatting).union(["name", "text-case"]),
    "et-al": formatting.union(["term"]).union(affixes),
    "label": affixes.union(formatting).union(texts).union(["variable", "form", "plural"]),
    "group": element.union(["delimiter"]),
    "if": conditions,
    "else-if": conditions,
    "sort": [],
    "key": ["variable", "macro", "sort", "names-min", "names-use-first", "names-use-last"],
    "locale": ["lang", "version", "class"],
    "term": ["name", "form", "gender", "gender-form", "match", "plural"],
    "style-options": ["punctuation-in-quote", "limit-day-ordinals-to-day-1"],
  ]

  /// Attributes of CSL-M and of older styles that need no warning.
  static let extensions: Set<String> = [
    "has-day", "has-month", "has-year", "has-season", "has-to-month-or-season", "is-multiple", "context", "genre",
    "jurisdiction", "subgroup", "default-locale-sort", "lang", "base", "locale", "text-case", "quotes",
    "strip-periods", "is-plural", "is-parallel", "parallel-first", "parallel-last", "locator-date",
    "year-range-format", "track-containers", "consolidate-containers", "require", "reject", "class",
    "punctuation-in-quote", "noNamespaceSchemaLocation", "schemaLocation", "capitalize-if-first", "alternative",
    "cull-labels", "label-form", "stop-last", "max", "page", "leading-noise-words", "name-never-short",
    "length", "suppress-min", "suppress-max", "no-repeat", "year", "is-valid-date",
  ]

  /// Names of variables that CSL 1.0.2 or CSL-M spell differently.
  static let renamedVariables: [String: Variable] = [
    "title-main": .title, "archive-location": .archiveLocation, "archive-collection": .archiveCollection,
    "editor-translator": .editor, "event-location": .eventPlace,
  ]
}
