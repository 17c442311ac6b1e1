import YinzhuModel

/// The words of CSL 1.0.2 (csl-variables.rnc, csl-types.rnc, csl-terms.rnc), and those of CSL-M and of programs in use.
enum StyleVocabulary {
  /// What a list of words may name.
  enum Kind {
    case anyVariable, textVariable, numberVariable, nameVariable, dateVariable, labelVariable
    case type, locator, position
  }

  enum Standing {
    case standard
    /// Only CSL-M and programs beyond CSL know it.
    case `extension`
    /// CSL knows it, but not here.
    case wrongKind
    case deprecated(instead: String)
    case unknown
  }

  static func standing(_ word: String, as kind: Kind) -> Standing {
    switch kind {
    case .type:
      return types.contains(word) ? .standard : extensionTypes.contains(word) ? .extension : .unknown
    case .locator:
      if word == "sub" || word == "verbo" { return .deprecated(instead: "sub-verbo") }
      if word == "article" || word == "title" { return .deprecated(instead: word + "-locator") }
      return Locator.Label(rawValue: word) == nil ? .unknown : .standard
    case .position:
      if word == "far-note" || word == "container-subsequent" { return .extension }
      return CitePosition(rawValue: word) == nil ? .unknown : .standard
    default: return variable(word, as: kind)
    }
  }

  private static func variable(_ word: String, as kind: Kind) -> Standing {
    if let instead = deprecatedVariables[word] { return .deprecated(instead: instead) }
    let isFitting =
      switch kind {
      case .textVariable: strings.contains(word) || numbers.contains(word)
      case .numberVariable: numbers.contains(word)
      case .labelVariable: numbers.contains(word)
      case .nameVariable: names.contains(word)
      case .dateVariable: dates.contains(word)
      default: isVariable(word)
      }
    if isFitting { return .standard }
    if isVariable(word) { return .wrongKind }
    return extensionVariables.contains(word) ? .extension : .unknown
  }

  static func isVariable(_ word: String) -> Bool {
    strings.contains(word) || numbers.contains(word) || names.contains(word) || dates.contains(word)
  }

  /// Whether CSL has a term of the name.
  static func isTerm(_ word: String) -> Bool {
    LocaleSet.standardTermNames.contains(word) || miscellaneousTerms.contains(word) || types.contains(word)
      || names.contains(word) || numbers.contains(word) || Locator.Label(rawValue: word) != nil
      || word.hasPrefix("ordinal") || word.hasPrefix("long-ordinal-")
  }

  /// Every word that may have been meant by a mistyped one.
  static func words(_ kind: Kind) -> Set<String> {
    switch kind {
    case .type: types
    case .locator: Set(Locator.Label.allCases.map(\.rawValue))
    case .position: Set(CitePosition.allCases.map(\.rawValue))
    case .nameVariable: names
    case .dateVariable: dates
    case .numberVariable, .labelVariable: numbers
    case .textVariable: strings.union(numbers)
    case .anyVariable: strings.union(numbers).union(names).union(dates)
    }
  }

  // MARK: Variables

  static let dates: Set<String> = [
    "accessed", "available-date", "event-date", "issued", "original-date", "submitted",
  ]

  static let names: Set<String> = [
    "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator",
    "director", "editor", "editor-translator", "editorial-director", "executive-producer", "guest", "host",
    "illustrator", "interviewer", "narrator", "organizer", "original-author", "performer", "producer", "recipient",
    "reviewed-author", "script-writer", "series-creator", "translator",
  ]

  static let numbers: Set<String> = [
    "chapter-number", "citation-number", "collection-number", "edition", "first-reference-note-number", "issue",
    "locator", "number", "number-of-pages", "number-of-volumes", "page", "page-first", "part-number",
    "printing-number", "section", "supplement-number", "version", "volume",
  ]

  static let strings: Set<String> = [
    "abstract", "annote", "archive", "archive_collection", "archive_location", "archive-place", "authority",
    "call-number", "citation-key", "citation-label", "collection-title", "container-title", "container-title-short",
    "dimensions", "division", "DOI", "event-place", "event-title", "genre", "ISBN", "ISSN", "jurisdiction", "keyword",
    "language", "license", "medium", "note", "original-publisher", "original-publisher-place", "original-title",
    "part-title", "PMCID", "PMID", "publisher", "publisher-place", "references", "reviewed-genre", "reviewed-title",
    "scale", "source", "status", "title", "title-short", "URL", "volume-title", "year-suffix",
  ]

  private static let deprecatedVariables = [
    "event": "event-title", "journalAbbreviation": "container-title-short", "shortTitle": "title-short",
    "part": "part-number", "printing": "printing-number", "supplement": "supplement-number",
    "archive-location": "archive_location",
  ]

  /// CSL-M's own (citeproc-js, "CSL-M: extensions to CSL"), and what Zotero's users write into its field “Extra”.
  private static let extensionVariables: Set<String> = [
    "admin-flag", "available-date", "committee", "country", "court-class", "CSTR", "document-name", "dynasty",
    "event-location", "gazette-flag", "hereinafter", "language-name", "language-name-original", "locator-date",
    "locator-extra", "locator-revision", "locator-label", "nationality", "newspaper", "opus",
    "original-container-title",
    "original-container-title-short", "original-event-place", "original-event-title", "original-genre",
    "original-jurisdiction", "original-language", "original-translator", "original-volume", "original-issue",
    "publication-date", "publication-number", "title-main", "title-sub", "volume-title-short", "archive-collection",
  ]

  // MARK: Types and terms

  static let types: Set<String> = [
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
  ]

  private static let extensionTypes: Set<String> = ["gazette", "legal_commentary", "video"]

  private static let miscellaneousTerms: Set<String> = [
    "editortranslator", "accessed", "ad", "advance-online-publication", "album", "and", "and others", "anonymous", "at",
    "audio-recording", "available at", "bc", "bce", "by", "ce", "circa", "cited", "et-al", "film", "forthcoming",
    "from", "henceforth", "ibid", "in", "in press", "internet", "letter", "loc-cit", "no date", "no-place",
    "no-publisher", "on", "online", "op-cit", "original-work-published", "personal-communication", "podcast",
    "podcast-episode", "preprint", "presented at", "radio-broadcast", "radio-series", "radio-series-episode",
    "reference", "retrieved", "review-of", "scale", "special-issue", "special-section", "television-broadcast",
    "television-series", "television-series-episode", "video", "working-paper", "open-quote", "close-quote",
    "open-inner-quote", "close-inner-quote", "page-range-delimiter", "colon", "comma", "semicolon", "sub verbo",
    "year-range-delimiter", "citation-range-delimiter",
  ]
}
