/// Every variable of the CSL-JSON data model (CSL 1.0.2 appendix IV, `csl-data.json`); the raw value is its name there.
public enum Variable: String, Sendable, Hashable, CaseIterable {
  // Standard variables.
  /// `citation-key`
  case citationKey = "citation-key"
  /// `language`
  case language
  /// `abstract`
  case abstract
  /// `annote`
  case annote
  /// `archive`
  case archive
  /// `archive_collection`
  case archiveCollection = "archive_collection"
  /// `archive_location`
  case archiveLocation = "archive_location"
  /// `archive-place`
  case archivePlace = "archive-place"
  /// `authority`
  case authority
  /// `call-number`
  case callNumber = "call-number"
  /// `citation-label`
  case citationLabel = "citation-label"
  /// `collection-title`
  case collectionTitle = "collection-title"
  /// `container-title`
  case containerTitle = "container-title"
  /// `container-title-short`
  case containerTitleShort = "container-title-short"
  /// `CSTR`: the identifier of China's science resources (GB/T 32843), which Chinese styles use beside CSL's variables.
  case cstr = "CSTR"
  /// `dimensions`
  case dimensions
  /// `division`
  case division
  /// `DOI`
  case doi = "DOI"
  /// `event`
  case event
  /// `event-title`
  case eventTitle = "event-title"
  /// `event-place`
  case eventPlace = "event-place"
  /// `genre`
  case genre
  /// `ISBN`
  case isbn = "ISBN"
  /// `ISSN`
  case issn = "ISSN"
  /// `jurisdiction`
  case jurisdiction
  /// `keyword`
  case keyword
  /// `medium`
  case medium
  /// `note`
  case note
  /// `original-publisher`
  case originalPublisher = "original-publisher"
  /// `original-publisher-place`
  case originalPublisherPlace = "original-publisher-place"
  /// `original-title`
  case originalTitle = "original-title"
  /// `part-title`
  case partTitle = "part-title"
  /// `PMCID`
  case pmcid = "PMCID"
  /// `PMID`
  case pmid = "PMID"
  /// `publisher`
  case publisher
  /// `publisher-place`
  case publisherPlace = "publisher-place"
  /// `references`
  case references
  /// `reviewed-genre`
  case reviewedGenre = "reviewed-genre"
  /// `reviewed-title`
  case reviewedTitle = "reviewed-title"
  /// `scale`
  case scale
  /// `source`
  case source
  /// `status`
  case status
  /// `title`
  case title
  /// `title-short`
  case titleShort = "title-short"
  /// `URL`
  case url = "URL"
  /// `volume-title`
  case volumeTitle = "volume-title"
  /// `volume-title-short`
  case volumeTitleShort = "volume-title-short"
  /// `year-suffix`
  case yearSuffix = "year-suffix"
  // Number variables.
  /// `chapter-number`
  case chapterNumber = "chapter-number"
  /// `citation-number`
  case citationNumber = "citation-number"
  /// `collection-number`
  case collectionNumber = "collection-number"
  /// `edition`
  case edition
  /// `first-reference-note-number`
  case firstReferenceNoteNumber = "first-reference-note-number"
  /// `issue`
  case issue
  /// `locator`
  case locator
  /// `number`
  case number
  /// `number-of-pages`
  case numberOfPages = "number-of-pages"
  /// `number-of-volumes`
  case numberOfVolumes = "number-of-volumes"
  /// `page`
  case page
  /// `page-first`
  case pageFirst = "page-first"
  /// `part`
  case part
  /// `printing`
  case printing
  /// `section`
  case section
  /// `supplement`
  case supplement
  /// `version`
  case version
  /// `volume`
  case volume
  // Name variables.
  /// `author`
  case author
  /// `chair`
  case chair
  /// `collection-editor`
  case collectionEditor = "collection-editor"
  /// `compiler`
  case compiler
  /// `composer`
  case composer
  /// `container-author`
  case containerAuthor = "container-author"
  /// `contributor`
  case contributor
  /// `curator`
  case curator
  /// `director`
  case director
  /// `editor`
  case editor
  /// `editorial-director`
  case editorialDirector = "editorial-director"
  /// `executive-producer`
  case executiveProducer = "executive-producer"
  /// `guest`
  case guest
  /// `host`
  case host
  /// `interviewer`
  case interviewer
  /// `illustrator`
  case illustrator
  /// `narrator`
  case narrator
  /// `organizer`
  case organizer
  /// `original-author`
  case originalAuthor = "original-author"
  /// `performer`
  case performer
  /// `producer`
  case producer
  /// `recipient`
  case recipient
  /// `reviewed-author`
  case reviewedAuthor = "reviewed-author"
  /// `script-writer`
  case scriptWriter = "script-writer"
  /// `series-creator`
  case seriesCreator = "series-creator"
  /// `translator`
  case translator
  // Date variables.
  /// `accessed`
  case accessed
  /// `available-date`
  case availableDate = "available-date"
  /// `event-date`
  case eventDate = "event-date"
  /// `issued`
  case issued
  /// `original-date`
  case originalDate = "original-date"
  /// `submitted`
  case submitted

  /// What a variable holds (CSL 1.0.2 appendix IV).
  public enum Kind: Sendable, Hashable {
    /// Text, perhaps with markup.
    case text
    /// A number or text that begins like one.
    case number
    /// A list of names.
    case names
    /// A date or a range of two.
    case date
  }

  /// What this variable holds.
  public var kind: Kind {
    switch self {
    case .chapterNumber,
      .citationNumber,
      .collectionNumber,
      .edition,
      .firstReferenceNoteNumber,
      .issue,
      .locator,
      .number,
      .numberOfPages,
      .numberOfVolumes,
      .page,
      .pageFirst,
      .part,
      .printing,
      .section,
      .supplement,
      .version,
      .volume:
      .number
    case .author,
      .chair,
      .collectionEditor,
      .compiler,
      .composer,
      .containerAuthor,
      .contributor,
      .curator,
      .director,
      .editor,
      .editorialDirector,
      .executiveProducer,
      .guest,
      .host,
      .interviewer,
      .illustrator,
      .narrator,
      .organizer,
      .originalAuthor,
      .performer,
      .producer,
      .recipient,
      .reviewedAuthor,
      .scriptWriter,
      .seriesCreator,
      .translator:
      .names
    case .accessed, .availableDate, .eventDate, .issued, .originalDate, .submitted:
      .date
    default:
      .text
    }
  }

  /// The variable of a CSL-JSON key, the older spellings `journalAbbreviation` and `shortTitle` included.
  public init?(key: String) {
    switch key {
    case "journalAbbreviation": self = .containerTitleShort
    case "shortTitle": self = .titleShort
    default: self.init(rawValue: key)
    }
  }

  /// By the case itself: the standard library would hash the name, which costs more than all else a dictionary does.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(unsafeBitCast(self, to: UInt8.self))
  }

  /// The place among all cases.
  var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
