import YinzhuModel

/// Entry types and fields that files use and the writer doesn't: a reader takes them for what they mean.
enum BibTeXAliases {
  /// Types of BibTeX, of BibLaTeX (manual, section 2.1), of gbt7714 and biblatex-gb7714-2015, and of reference managers.
  static let types: [String: ReferenceType] = [
    "conference": .paperConference, "mastersthesis": .thesis, "phdthesis": .thesis, "inbook": .chapter,
    "mvproceedings": .paperConference, "mvbook": .book, "mvcollection": .book, "collection": .book,
    "reference": .book, "mvreference": .book, "bookinbook": .chapter, "suppbook": .chapter, "suppcollection": .chapter,
    "suppperiodical": .articleJournal, "manual": .book, "electronic": .webpage, "www": .webpage,
    "newspaper": .articleNewspaper, "magazine": .articleMagazine, "preprint": .article, "archive": .manuscript,
    "map": .map, "cartography": .map, "audio": .song, "film": .motionPicture, "commentary": .book, "mvaudio": .song,
    "image": .figure, "artwork": .graphic, "database": .dataset, "interview": .interview,
    "personal": .personalCommunication,
    "law": .legislation, "regulation": .regulation, "inreference": .entryEncyclopedia, "video": .motionPicture,
  ]

  /// Names of types that mean just what another does.
  static let synonyms: Set<String> = ["conference", "phdthesis", "mastersthesis", "techreport", "electronic", "www"]

  /// Types that say nothing about a work: containers, and those that BibLaTeX leaves to styles (manual, section 2.1.3).
  static let typesWithoutMeaning: Set<String> = [
    "xdata", "set", "customa", "customb", "customc", "customd", "custome", "customf",
  ]

  /// Fields that name a publisher of some kind.
  static let publishers: Set<String> = ["organization", "institution", "school"]

  /// Fields that hold lists in BibLaTeX (manual, section 2.2.1).
  static let lists: Set<String> = [
    "location", "address", "publisher", "institution", "organization", "school", "origlocation", "origpublisher",
  ]

  /// What `entrysubtype` of other programs means.
  static let subtypes: [String: ReferenceType] = [
    "news": .articleNewspaper, "newspaperarticle": .articleNewspaper, "classical": .classic,
  ]

  /// Fields by the name that the tables have.
  static let fields: [String: String] = [
    "journaltitle": "journaltitle", "school": "institution", "address": "location", "annote": "annotation",
    "key": "key", "archiveprefix": "eprinttype", "primaryclass": "eprintclass", "hyphenation": "langid",
    "keyword": "keywords", "origdate": "origdate", "tolocation": "location", "urlaccess": "urldate",
    "timestamp": "timestamp", "lastchecked": "urldate", "bookyear": "year", "modifydate": "date",
    "journal": "journaltitle", "numpages": "pagetotal", "translators": "translator",
  ]

  /// Fields that are read into one variable with another.
  static let companions: [String: [String]] = [
    "title": ["subtitle"], "booktitle": ["booksubtitle"], "journaltitle": ["journalsubtitle"],
    "year": ["month", "day"],
  ]
}
