import YinzhuModel

/// What may stand where in a style (CSL 1.0.2, csl.rnc), with the elements and attributes of CSL-M marked as such.
struct StyleGrammar: Sendable {
  /// What an attribute may hold.
  enum Value: Sendable {
    case text
    case flag
    case number
    case oneOf([String])
    /// Words of a list, parted by spaces.
    case words(StyleVocabulary.Kind)
    case word(StyleVocabulary.Kind)
    case macro
    case term
    case language
  }

  /// An element's rule.
  struct Rule: Sendable {
    var children: Set<String> = []
    var attributes: [String: Value] = [:]
    var required: Set<String> = []
    var allowsText = false
    /// Whether CSL 1.0.2 has the element.
    var isExtension = false
  }

  /// An element that stands inside another of a name; elements whose rule depends on where they stand have a `/`.
  static func rule(_ name: String, in parent: String?) -> Rule? {
    if let parent, let special = rules[parent + "/" + name] { return special }
    return rules[name]
  }

  /// Whether the element is known anywhere.
  static func knows(_ name: String) -> Bool { rules[name] != nil || namesOfInfo.contains(name) }

  static let namesOfInfo: Set<String> = [
    "author", "category", "contributor", "id", "issn", "eissn", "issnl", "link", "published", "rights", "summary",
    "title", "title-short", "translator", "updated", "name", "email", "uri", "source", "contributors", "generator",
  ]

  /// Attributes that only CSL-M and programs beyond CSL know, and their elements.
  static func isExtension(_ attribute: String, of element: String) -> Bool {
    switch (element, attribute) {
    case ("layout", "locale"), ("style", "default-locale-sort"), ("style", "year-range-format"): true
    case ("if", _), ("else-if", _), ("condition", _): CSLSchema.extensions.contains(attribute)
    default: extensions[element]?.contains(attribute) ?? false
    }
  }

  private static let extensions: [String: Set<String>] = [
    "style": [
      "track-containers", "consolidate-containers", "lang", "base", "schemaLocation", "noNamespaceSchemaLocation",
    ],
    "citation": ["parallel-first", "parallel-last", "no-repeat", "citation-range-delimiter"],
    "bibliography": ["track-containers", "consolidate-containers"],
    "layout": ["track-containers"],
    "text": [
      "parallel-first", "parallel-last", "no-repeat", "capitalize-if-first", "alternative", "leading-noise-words",
      "name-never-short", "stop-last",
    ],
    "group": ["parallel-first", "parallel-last", "no-repeat", "is-parallel", "require", "reject"],
    "names": ["parallel-first", "parallel-last", "no-repeat", "cull-labels", "suppress-min", "suppress-max", "max"],
    "name": ["max", "no-repeat"],
    "date": ["parallel-first", "parallel-last", "no-repeat"],
    "number": ["parallel-first", "parallel-last", "no-repeat", "label-form"],
    "label": ["capitalize-if-first", "alternative"],
    "key": ["name-form"],
    "locale": ["version", "class", "jurisdiction"],
    "style-options": [
      "jurisdiction-preference", "auto-vietnamese-names", "skip-words", "leading-noise-words", "name-as-sort-order",
      "year-range-format",
    ],
    "term": ["alternative"],
    "macro": ["class"],
    "et-al": ["prefix", "suffix"],
  ]

  // MARK: Values

  private static func values<T: RawRepresentable<String> & CaseIterable>(_ type: T.Type) -> Value {
    .oneOf(type.allCases.map(\.rawValue))
  }

  private static let affixes: [String: Value] = ["prefix": .text, "suffix": .text]
  private static let formatting: [String: Value] = [
    "font-style": values(Formatting.FontStyle.self), "font-variant": values(Formatting.FontVariant.self),
    "font-weight": values(Formatting.FontWeight.self), "text-decoration": values(Formatting.TextDecoration.self),
    "vertical-align": values(Formatting.VerticalAlign.self),
  ]
  private static let textCase: [String: Value] = ["text-case": values(TextCase.self)]
  private static let shown = merged(affixes, formatting, ["display": values(Display.self)])
  private static let nameOptions: [String: Value] = [
    "and": values(NameOptions.And.self), "delimiter-precedes-et-al": values(NameOptions.DelimiterPrecedes.self),
    "delimiter-precedes-last": values(NameOptions.DelimiterPrecedes.self), "et-al-min": .number,
    "et-al-use-first": .number, "et-al-subsequent-min": .number, "et-al-subsequent-use-first": .number,
    "et-al-use-last": .flag, "initialize": .flag, "initialize-with": .text,
    "name-as-sort-order": values(NameOptions.SortOrder.self), "sort-separator": .text,
  ]
  private static let inheritedNames = merged(
    nameOptions,
    ["name-form": values(NameOptions.Form.self), "name-delimiter": .text, "names-delimiter": .text])
  private static let conditions: [String: Value] = [
    "type": .words(.type), "variable": .words(.anyVariable), "is-numeric": .words(.anyVariable),
    "is-uncertain-date": .words(.dateVariable), "locator": .words(.locator), "position": .words(.position),
    "disambiguate": .flag, "match": values(Element.Branch.Match.self),
    "has-day": .words(.dateVariable), "has-month": .words(.dateVariable), "has-year": .words(.dateVariable),
    "has-season": .words(.dateVariable), "context": values(RenderContext.self),
  ]
  private static let termForm = values(Term.Form.self)

  private static func merged(_ parts: [String: Value]...) -> [String: Value] {
    parts.reduce(into: [:]) { $0.merge($1) { a, _ in a } }
  }

  // MARK: Elements

  static let rendering: Set<String> = ["text", "number", "date", "names", "label", "group", "choose"]

  private static let rules: [String: Rule] = [
    "style": Rule(
      children: ["info", "locale", "macro", "citation", "bibliography", "intext"],
      attributes: merged(
        inheritedNames,
        [
          "class": values(Style.Class.self), "version": .text, "default-locale": .language,
          "default-locale-sort": .text,
          "demote-non-dropping-particle": values(Style.Options.DemoteParticle.self), "initialize-with-hyphen": .flag,
          "page-range-format": values(PageRangeFormat.self), "year-range-format": .text,
        ])),
    "citation": Rule(
      children: ["sort", "layout"],
      attributes: merged(
        inheritedNames,
        [
          "disambiguate-add-givenname": .flag,
          "givenname-disambiguation-rule": values(Style.PartOptions.GivenNameRule.self),
          "disambiguate-add-names": .flag, "disambiguate-add-year-suffix": .flag, "cite-group-delimiter": .text,
          "collapse": values(Style.PartOptions.Collapse.self), "year-suffix-delimiter": .text,
          "after-collapse-delimiter": .text, "near-note-distance": .number,
        ])),
    "bibliography": Rule(
      children: ["sort", "layout"],
      attributes: merged(
        inheritedNames,
        [
          "hanging-indent": .flag, "second-field-align": values(Style.PartOptions.SecondFieldAlign.self),
          "line-spacing": .number, "entry-spacing": .number, "subsequent-author-substitute": .text,
          "subsequent-author-substitute-rule": values(Style.PartOptions.SubstituteRule.self),
        ])),
    "intext": Rule(children: ["sort", "layout"], attributes: inheritedNames, isExtension: true),
    "macro": Rule(children: rendering, attributes: ["name": .text], required: ["name"]),
    "layout": Rule(
      children: rendering, attributes: merged(affixes, formatting, ["delimiter": .text, "locale": .text])),
    "sort": Rule(children: ["key"]),
    "key": Rule(
      attributes: [
        "variable": .word(.anyVariable), "macro": .macro, "sort": .oneOf(["ascending", "descending"]),
        "names-min": .number, "names-use-first": .number, "names-use-last": .flag,
      ]),
    "text": Rule(
      attributes: merged(
        shown, textCase,
        [
          "variable": .word(.textVariable), "macro": .macro, "term": .term, "value": .text, "form": termForm,
          "plural": .flag, "strip-periods": .flag, "quotes": .flag,
        ])),
    "number": Rule(
      attributes: merged(
        shown, textCase, ["variable": .word(.numberVariable), "form": values(Element.Number.Form.self)]),
      required: ["variable"]),
    "label": Rule(
      attributes: merged(
        shown, textCase,
        [
          "variable": .word(.labelVariable), "form": termForm, "plural": values(Element.Label.Plural.self),
          "strip-periods": .flag,
        ]), required: ["variable"]),
    "names/label": Rule(
      attributes: merged(
        affixes, formatting, textCase,
        ["form": termForm, "plural": values(Element.Label.Plural.self), "strip-periods": .flag])),
    "date": Rule(
      children: ["date-part"],
      attributes: merged(
        shown, textCase,
        [
          "variable": .word(.dateVariable), "form": values(DateFormat.Form.self),
          "date-parts": values(Element.Date.Precision.self), "delimiter": .text,
        ]), required: ["variable"]),
    "date-part": Rule(
      attributes: merged(
        affixes, formatting, textCase,
        [
          "name": values(DatePart.Name.self), "form": values(DatePart.Form.self), "range-delimiter": .text,
          "strip-periods": .flag,
        ]), required: ["name"]),
    "names": Rule(
      children: ["name", "et-al", "label", "substitute", "institution"],
      attributes: merged(shown, inheritedNames, ["variable": .words(.nameVariable), "delimiter": .text]),
      required: ["variable"]),
    "name": Rule(
      children: ["name-part"],
      attributes: merged(
        affixes, formatting, nameOptions, ["delimiter": .text, "form": values(NameOptions.Form.self)])),
    "name-part": Rule(
      attributes: merged(affixes, formatting, textCase, ["name": .oneOf(["family", "given"])]), required: ["name"]),
    "et-al": Rule(attributes: merged(formatting, ["term": .term])),
    "substitute": Rule(children: rendering),
    "group": Rule(children: rendering, attributes: merged(shown, ["delimiter": .text])),
    "choose": Rule(children: ["if", "else-if", "else"]),
    "if": Rule(children: rendering.union(["conditions"]), attributes: conditions),
    "else-if": Rule(children: rendering.union(["conditions"]), attributes: conditions),
    "else": Rule(children: rendering),
    "conditions": Rule(
      children: ["condition"], attributes: ["match": .oneOf(["all", "any", "none", "nand"])], isExtension: true),
    "condition": Rule(attributes: conditions, isExtension: true),
    "institution": Rule(
      children: ["institution-part"],
      attributes: merged(
        affixes, formatting,
        [
          "delimiter": .text, "and": values(NameOptions.And.self), "use-first": .number, "use-last": .number,
          "substitute-use-first": .number, "institution-parts": .text, "reverse-order": .flag,
          "if-short": .text, "form": .text,
        ]), isExtension: true),
    "institution-part": Rule(
      attributes: merged(affixes, formatting, textCase, ["name": .text, "if-short": .flag, "strip-periods": .flag]),
      isExtension: true),
    "locale": Rule(children: ["info", "style-options", "date", "terms"], attributes: ["lang": .language]),
    "locale/date": Rule(
      children: ["date-part"],
      attributes: merged(
        affixes, formatting, textCase, ["form": values(DateFormat.Form.self), "delimiter": .text]),
      required: ["form"]),
    "style-options": Rule(attributes: ["punctuation-in-quote": .flag, "limit-day-ordinals-to-day-1": .flag]),
    "terms": Rule(children: ["term"]),
    "term": Rule(
      children: ["single", "multiple"],
      attributes: [
        "name": .text, "form": termForm, "gender": values(Term.Gender.self), "gender-form": values(Term.Gender.self),
        "match": values(Term.Match.self),
      ], required: ["name"], allowsText: true),
    "single": Rule(allowsText: true),
    "multiple": Rule(allowsText: true),
    "info": Rule(children: namesOfInfo),
  ]
}
