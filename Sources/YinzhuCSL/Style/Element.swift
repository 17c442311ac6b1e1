import YinzhuModel
import YinzhuText

/// Place of an element in a style's arena.
package struct ElementIndex: Sendable, Hashable {
  package var rawValue: Int
}

/// Place of a macro in a style's table.
package struct MacroIndex: Sendable, Hashable {
  package var rawValue: Int
}

/// One rendering element of a style (CSL 1.0.2 "Rendering Elements"), compiled. A class, because evaluation takes
/// elements from the arena all the time and copies of such values cost more than the evaluation.
package final class Element: Sendable {
  package let kind: Kind
  package let decoration: Decoration
  /// The start tag in the style.
  package let span: SourceSpan

  package init(kind: Kind, decoration: Decoration, span: SourceSpan) {
    self.kind = kind
    self.decoration = decoration
    self.span = span
  }

  package enum Kind: Sendable {
    case text(Text)
    case number(Number)
    indirect case date(Date)
    indirect case names(Names)
    case label(Label)
    case group(delimiter: String, children: [ElementIndex])
    case choose([Branch])

    /// Whether the element prints something of its own; the citation number stands apart from the entry.
    var isLeaf: Bool {
      switch self {
      case .text(.macro), .group, .choose, .text(.variable(.citationNumber, _)): false
      case .number(let number): number.variable != .citationNumber
      case .text, .date, .names, .label: true
      }
    }
  }

  /// `cs:text`
  package enum Text: Sendable {
    case variable(Variable, short: Bool)
    /// A variable that the data model doesn't know: always empty, but it counts as called.
    case unknownVariable(String)
    case macro(MacroIndex)
    case term(String, form: Term.Form, plural: Bool)
    case value(String)
  }

  /// `cs:number`
  package struct Number: Sendable {
    package enum Form: String, Sendable, CaseIterable {
      case numeric, ordinal, roman
      case longOrdinal = "long-ordinal"
    }
    package var variable: Variable?
    package var form: Form
  }

  /// `cs:date`
  package struct Date: Sendable {
    package enum Precision: String, Sendable, CaseIterable {
      case year
      case yearMonth = "year-month"
      case yearMonthDay = "year-month-day"
    }
    package var variable: Variable?
    /// The locale's format, changed by `parts`; nil when `parts` are the whole date.
    package var form: DateFormat.Form?
    package var precision: Precision
    package var delimiter: String
    package var parts: [DatePart]
  }

  /// `cs:names`
  package struct Names: Sendable {
    package var variables: [Variable]
    package var name: Name?
    package var etAl: EtAl?
    package var label: Label?
    /// Whether the label was written before `cs:name`.
    package var labelFirst = false
    package var labelDecoration = Decoration()
    package var substitute: [ElementIndex] = []
    package var hasSubstitute = false
    /// CSL-M's `cs:institution`: whole names are then not formatted as family names.
    package var hasInstitution = false
    package var delimiter: String?
    /// Options written on `cs:names` itself.
    package var options = NameOptions()
  }

  /// `cs:name`; a class like `Element`, because every name is formatted with it.
  package final class Name: Sendable {
    package let options: NameOptions
    package let decoration: Decoration
    package let family: Decoration
    package let given: Decoration

    package init(options: NameOptions, decoration: Decoration, family: Decoration, given: Decoration) {
      self.options = options
      self.decoration = decoration
      self.family = family
      self.given = given
    }
  }

  /// `cs:et-al`
  package struct EtAl: Sendable {
    package var term: String
    package var decoration: Decoration
  }

  /// `cs:label`
  package struct Label: Sendable {
    package enum Plural: String, Sendable, CaseIterable { case contextual, always, never }
    /// nil inside `cs:names`.
    package var variable: Variable?
    package var form: Term.Form
    package var plural: Plural
  }

  /// `cs:if`, `cs:else-if`, `cs:else`
  package struct Branch: Sendable {
    package enum Match: String, Sendable, CaseIterable { case all, any, none }
    package var conditions: [Condition]
    package var match: Match
    package var children: [ElementIndex]
  }

  /// One tested value of `cs:if`.
  package enum Condition: Sendable, Hashable {
    case type(ReferenceType)
    /// One of several types.
    case types([ReferenceType])
    case variable(Variable)
    /// A variable that the data model does not have.
    case foreign(String)
    case isNumeric(Variable)
    case isUncertainDate(Variable)
    case locator(Locator.Label)
    case position(CitePosition)
    case disambiguate
    /// CSL-M: whether a date has a day, month, year or season.
    case hasDatePart(DatePart.Name, Variable)
    /// CSL-M: `context="citation"`.
    case context(RenderContext)
    /// A value that nothing can match; `disambiguate="false"` and unknown names.
    case never
  }
}

/// CSL 1.0.2 "position".
package enum CitePosition: String, Sendable, Hashable, CaseIterable {
  case first
  case subsequent
  case ibid
  case ibidWithLocator = "ibid-with-locator"
  case nearNote = "near-note"
  case farNote = "far-note"
}

/// Which part of a style is rendering.
package enum RenderContext: String, Sendable, Hashable, CaseIterable { case citation, bibliography }

/// `cs:date-part`
package struct DatePart: Sendable, Hashable {
  package enum Name: String, Sendable, Hashable, CaseIterable { case year, month, day, season }
  package enum Form: String, Sendable, Hashable, CaseIterable {
    case long, short, numeric, ordinal
    case numericLeadingZeros = "numeric-leading-zeros"
  }

  package var name: Name
  package var form: Form?
  package var rangeDelimiter: String?
  package var decoration: Decoration

  package init(name: Name, form: Form? = nil, rangeDelimiter: String? = nil, decoration: Decoration = Decoration()) {
    self.name = name
    self.form = form
    self.rangeDelimiter = rangeDelimiter
    self.decoration = decoration
  }
}

/// A date format of a locale (CSL 1.0.2 "Localized Date Formats").
package struct DateFormat: Sendable, Hashable {
  package enum Form: String, Sendable, Hashable, CaseIterable { case numeric, text }
  package var form: Form
  package var delimiter: String
  package var decoration: Decoration
  package var parts: [DatePart]
}
