import YinzhuModel
import YinzhuText

/// A CSL style, compiled: a value that any number of processors may share.
///
///     let style = try StyleReader.read(bytes, name: "gb-t-7714-2015-numeric.csl").style
///     let processor = Processor(style: style, locales: .builtIn, language: nil)
///
/// CSL 1.0.2, with the parts of CSL-M that Chinese styles use: several `<layout locale="…">` in `cs:citation` and
/// `cs:bibliography`.
public struct Style: Sendable {
  /// Whether a style puts citations into the text or into notes.
  public enum Class: String, Sendable, Hashable, CaseIterable {
    /// In the text.
    case inText = "in-text"
    /// In notes.
    case note
  }

  /// What `cs:info` says.
  public struct Info: Sendable, Hashable {
    /// `cs:id`
    public var id: String
    /// `cs:title`
    public var title: String
    /// How the notes of a note style are numbered; nil where the style doesn't say (`yz:note-marker`).
    public var noteMarker: NoteMarker?

    /// Id and title.
    public init(id: String, title: String, noteMarker: NoteMarker? = nil) {
      self.id = id
      self.title = title
      self.noteMarker = noteMarker
    }
  }

  /// Title and id.
  public var info: Info
  /// Where citations stand.
  public var `class`: Class
  /// The language of the style's terms; nil when the user's decides.
  public var defaultLocale: String?
  /// Whether the style has `cs:bibliography`.
  public var hasBibliography: Bool { bibliography != nil }
  /// Every language that the style asks a locale for: its own, and those of its layouts.
  public var languages: [String] {
    let layouts = citation.layouts + (bibliography?.layouts ?? [])
    return [defaultLocale ?? "en-US"] + layouts.compactMap(\.locales.first)
  }
  /// CSL-M's `default-locale-sort`: the language whose collation sorts.
  package var sortLocale: String?
  /// Options of `cs:style`.
  package var options: Options
  /// Every rendering element.
  package var elements: [Element]
  /// Every macro: its name and its elements.
  package var macros: [Macro]
  /// `cs:citation`
  package var citation: Part
  /// `cs:bibliography`
  package var bibliography: Part?
  /// CSL-M's `cs:intext`: the names of a citation in running text.
  package var intext: Part?
  /// `cs:locale` inside the style, most general first.
  package var locales: [Locale]
  /// What the elements ask for.
  package var use = Use()

  /// `cs:macro`
  package struct Macro: Sendable {
    package var name: String
    package var children: [ElementIndex]
    package var span: SourceSpan
  }

  /// Options of `cs:style` (CSL 1.0.2 "Style Behavior").
  package struct Options: Sendable, Hashable {
    package enum DemoteParticle: String, Sendable, Hashable, CaseIterable {
      case never
      case sortOnly = "sort-only"
      case displayAndSort = "display-and-sort"
    }

    package var demoteNonDroppingParticle = DemoteParticle.displayAndSort
    package var initializeWithHyphen = true
    package var pageRangeFormat: PageRangeFormat?
    package var names = NameOptions()
    package var output = OutputOptions()
  }

  /// `cs:citation` or `cs:bibliography`.
  package struct Part: Sendable {
    package var layouts: [Layout]
    package var sort: [SortKey]
    package var names: NameOptions
    package var options: PartOptions

    /// The layout for records in no language that another is for.
    package var mainLayout: Layout? { layouts.last { $0.locales.isEmpty } ?? layouts.last }
  }

  /// Options of `cs:citation` and `cs:bibliography`, kept for the passes that use them.
  package struct PartOptions: Sendable, Hashable {
    package enum SecondFieldAlign: String, Sendable, Hashable, CaseIterable { case flush, margin }
    package enum Collapse: String, Sendable, Hashable, CaseIterable {
      case citationNumber = "citation-number"
      case year
      case yearSuffix = "year-suffix"
      case yearSuffixRanged = "year-suffix-ranged"
    }
    package enum GivenNameRule: String, Sendable, Hashable, CaseIterable {
      case allNames = "all-names"
      case allNamesWithInitials = "all-names-with-initials"
      case primaryName = "primary-name"
      case primaryNameWithInitials = "primary-name-with-initials"
      case byCite = "by-cite"
    }
    package enum SubstituteRule: String, Sendable, Hashable, CaseIterable {
      case completeAll = "complete-all"
      case completeEach = "complete-each"
      case partialEach = "partial-each"
      case partialFirst = "partial-first"
    }

    package var hangingIndent = false
    package var secondFieldAlign: SecondFieldAlign?
    package var subsequentAuthorSubstitute: String?
    package var subsequentAuthorSubstituteRule = SubstituteRule.completeAll
    package var lineSpacing: Int?
    package var entrySpacing: Int?
    package var collapse: Collapse?
    package var citeGroupDelimiter: String?
    package var yearSuffixDelimiter: String?
    package var afterCollapseDelimiter: String?
    package var nearNoteDistance: Int?
    package var disambiguateAddNames = false
    package var disambiguateAddGivenName = false
    package var disambiguateAddYearSuffix = false
    package var givenNameRule = GivenNameRule.byCite
  }

  /// `cs:layout`; with `locales` (CSL-M) only for items in one of those languages.
  package struct Layout: Sendable {
    package var locales: [String]
    package var delimiter: String
    package var decoration: Decoration
    package var children: [ElementIndex]
  }

  /// `cs:key`
  package struct SortKey: Sendable {
    package enum Source: Sendable {
      case variable(Variable)
      case macro(MacroIndex)
    }
    package var source: Source
    package var descending: Bool
    package var names: NameOptions
    /// Whether the key of a citation is a date.
    package var isDate = false
  }
}

/// CSL 1.0.2 "Page Ranges".
package enum PageRangeFormat: String, Sendable, Hashable, CaseIterable {
  case chicago
  case chicago15 = "chicago-15"
  case chicago16 = "chicago-16"
  case expanded
  case minimal
  case minimalTwo = "minimal-two"
}
