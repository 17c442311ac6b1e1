import YinzhuModel
import YinzhuText

/// What a cite adds to its reference.
package struct CiteContext: Sendable {
  package var citationNumber: Int?
  package var locator: Locator?
  package var position: Cite.Position = .first
  /// Whether the last cite of the reference is near enough for `near-note`.
  package var isNearNote = false
  package var firstNoteNumber: Int?
  /// Whether text stands before the cite in its cluster, so that it doesn't begin a sentence.
  package var continuesSentence = false
  /// What disambiguation found for the reference.
  package var distinction: Distinction?
  /// Names that must be told apart wherever they stand.
  var givenNames: GivenNames?
  /// Whether the cite is only compared with others: numbers and year suffixes stay out.
  package var isAmbiguityCheck = false

  package init() {}
}

/// Evaluates elements of a style for one reference. Nothing outlives the evaluation of one entry or cite.
struct Evaluator {
  /// What an element gave.
  struct Result {
    var nodes: [OutputNode] = []
    /// Whether a variable was called, for the suppression of groups.
    var called = false
    /// Whether one of the called variables had a value.
    var filled = false

    var isEmpty: Bool { nodes.allSatisfy(\.isEmpty) }

    mutating func note(_ other: Result) {
      called = called || other.called
      filled = filled || other.filled
    }
  }

  let style: Style
  let locale: Locale
  /// The reference, `note` lines applied.
  let reference: Reference
  let language: String?
  let context: RenderContext
  /// Name options of `cs:citation` or `cs:bibliography`, those of `cs:style` behind them.
  let names: NameOptions
  let cite: CiteContext
  /// Whether sort keys are made: names are inverted, dates and numbers sortable.
  var isSorting = false
  /// Name options of the sort key; they win.
  var sortNames = NameOptions()
  /// Variables that `cs:substitute` has printed in another's place.
  var suppressed: Set<Variable> = []
  /// Variables printed so far, for `cs:substitute`.
  var printed: [Variable] = []
  /// How many `cs:substitute` are being evaluated, one in the other.
  var substitutions = 0
  /// What `cs:names` in `cs:substitute` inherits.
  var outerNames: Element.Names?
  var hasYearSuffixSlot = false
  /// The style's main locale; nil is `locale`.
  var mainLocale: Locale?
  /// Locales that localized dates take their format from, where that is not the layout's (`DateLocales`).
  var dateLocales: [ElementIndex: Locale] = [:]
  /// That of the date at hand.
  var dateLocale: Locale?
  /// Number variables taken apart.
  var numberFields: [Variable: NumberField] = [:]
  /// Forms of the labels that were met, for labels printed inside or around numbers.
  var labelForms: [Variable: Term.Form] = [:]
  /// Whether anything but the citation number stands before: a term that opens an entry or a note is capitalised.
  var hasPredecessor = false
  var diagnostics: [Diagnostic] = []
  /// What was printed of each list of names.
  var recorded = Distinction()
  /// The lists themselves.
  var recordedNames: [NameList] = []
  /// How many `disambiguate="true"` conditions were met, and how many of them held.
  var extraTexts = (met: 0, used: 0)
  /// Whether `cs:text` asked for a variable that belongs to the record.
  var callsField = false

  init(
    style: Style, locale: Locale, reference: Reference, language: String?, context: RenderContext, names: NameOptions,
    cite: CiteContext
  ) {
    self.style = style
    self.locale = locale
    self.reference = reference
    self.language = language
    self.context = context
    self.names = names
    self.cite = cite
    hasPredecessor = cite.continuesSentence
  }

  /// The results of several elements one after the other.
  mutating func evaluate(_ children: [ElementIndex]) -> Result {
    var out = Result()
    for child in children {
      let result = evaluate(child)
      out.note(result)
      out.nodes.append(contentsOf: result.nodes)
    }
    return out
  }

  /// The result of one element, with its affixes and formatting.
  mutating func evaluate(_ index: ElementIndex) -> Result {
    let element = style.elements[index.rawValue]
    var result: Result
    switch element.kind {
    case .text(.variable(let variable, _)) where Evaluator.isNumberText(variable):
      return noting(evaluate(Element.Number(variable: variable, form: .numeric), element.decoration, isText: true))
    case .number(let number):
      return noting(evaluate(number, element.decoration), prints: number.variable != .citationNumber)
    case .text(let text): result = evaluate(text)
    case .date(let date):
      dateLocale = dateLocales[index]
      result = evaluate(date)
    case .names(let names): result = evaluate(names)
    case .label(let label): result = evaluate(label)
    case .group(let delimiter, let children): result = group(children, delimiter: delimiter)
    case .choose(let branches): return choose(branches)
    }
    result = noting(result, prints: element.kind.isLeaf)
    result.nodes = decorated(
      result.nodes, element.decoration, isOther: !isLanguageBound(element.kind))
    return result
  }

  private mutating func noting(_ result: Result, prints: Bool = true) -> Result {
    if !hasPredecessor, prints, !result.isEmpty { hasPredecessor = true }
    return result
  }

  func decorated(_ nodes: [OutputNode], _ decoration: Decoration, isOther: Bool = false) -> [OutputNode] {
    guard nodes.contains(where: { !$0.isEmpty }) else { return nodes }
    guard decoration != Decoration() else { return nodes }
    var node = nodes.count == 1 ? nodes[0] : OutputNode(.plain, children: nodes)
    if let textCase = decoration.textCase, let language = reference.language, TurkicCase.applies(to: language) {
      node = node.mappingTexts { TurkicCase.prepared($0, for: textCase) }
    }
    return [node.decorated(effective(decoration, isOther: isOther))]
  }

  /// The decoration as it applies to this record: title case is for English only (CSL 1.0.2 "Title Case"), and never
  /// for what has a jurisdiction (citeproc-js).
  func effective(_ decoration: Decoration, isOther: Bool = false) -> Decoration {
    guard decoration.textCase == .title, reference[.jurisdiction] != nil || !(isOther || isEnglish) else {
      return decoration
    }
    var out = decoration
    out.textCase = nil
    return out
  }

  private var isEnglish: Bool {
    if let language = reference.language, !language.isEmpty { return language.lowercased().hasPrefix("en") }
    if let title = reference.text(.title), let script = ItemLanguage.script(of: title), script != "en" { return false }
    return style.defaultLocale.map { LanguageTag.primary($0) == "en" } ?? true
  }

  /// Whether title case asks for the record's language before it touches a variable: in layouts for other languages it
  /// doesn't for variables of translations (citeproc-js of 2022).
  private func isLanguageBound(_ kind: Element.Kind) -> Bool {
    guard case .text(let text) = kind, let mainLocale, mainLocale.language != locale.language else { return true }
    switch text {
    case .variable(.originalTitle, _), .unknownVariable: return false
    case .variable, .macro, .term, .value: return true
    }
  }
}
