import YinzhuModel
import YinzhuText

/// One entry of a bibliography.
public struct BibliographyEntry: Sendable, Hashable {
  /// The reference's id.
  public var id: ReferenceID
  /// The entry in the format that was asked for; empty where the style prints nothing of the record, which is said
  /// in `diagnostics` (S021).
  public var text: String
  /// What is wrong with the record, as far as printing showed it; spans are the record's own.
  public var diagnostics: [Diagnostic]
}

/// Formats references and citations in a style. Nothing is remembered between two calls.
///
///     let processor = Processor(style: style, locales: .builtIn, language: nil)
///     for entry in processor.bibliography(references) { print(entry.text) }
///
/// CSL 1.0.2; with several `<layout locale="…">` (CSL-M) each reference takes the first that its language matches,
/// and the one without `locale` otherwise. A reference without `language` gets it from its script: title first, then
/// names.
public struct Processor: Sendable {
  /// Whether URL, DOI, PMID and PMCID become links in formats that have links (CSL 1.0.2 appendix VI).
  public var linksIdentifiers = false
  /// The width of punctuation; nil prints it as the style says.
  public var punctuationWidth: PunctuationWidth?
  /// How many threads work on a long list of references.
  public var jobs = 1
  let style: Style
  let locale: Locale
  /// Locales of the layouts for other languages, by the first language that each names.
  private let layoutLocales: [String: Locale]
  private let dateLocales: [ElementIndex: Locale]
  let sortLanguage: String
  private let mainLanguage: String

  /// A processor for a style.
  ///
  /// - Parameter language: BCP 47 tag of the terms; nil takes the style's `default-locale`, then `en-US`.
  public init(style: Style, locales: LocaleSet, language: String?) {
    self.style = style
    let main = language ?? style.defaultLocale ?? "en-US"
    locale = locales.resolved(main, overrides: style.locales)
    mainLanguage = LanguageTag.resolved(style.defaultLocale ?? "en-US")
    sortLanguage = style.sortLocale?.split(separator: " ").first.map(String.init) ?? main
    var others: [String: Locale] = [:]
    for layout in style.citation.layouts + (style.bibliography?.layouts ?? []) + (style.intext?.layouts ?? []) {
      guard let first = layout.locales.first, others[first] == nil else { continue }
      others[first] = locales.resolved(first, overrides: style.locales)
    }
    layoutLocales = others
    dateLocales = DateLocales.of(style, main: locale, layouts: others)
  }

  // MARK: Whole documents

  /// The bibliography of the references, sorted as the style says; empty for a style without `cs:bibliography`.
  ///
  /// Numbers follow the order of the bibliography, and so of the list where the style doesn't sort.
  public func bibliography(_ references: [Reference], format: OutputFormat = .text) -> [BibliographyEntry] {
    bibliography(registry(references), format: format)
  }

  /// The citations of a document and the bibliography of what they cite.
  ///
  /// - Parameters:
  ///   - references: the records; those that no cluster cites stay out.
  ///   - clusters: in the order of the document. A cite of an unknown reference prints nothing.
  ///   - uncited: references that stand in the bibliography all the same, behind the cited ones where the style
  ///     doesn't sort.
  public func document(
    _ references: [Reference], _ clusters: [Cluster], uncited: [ReferenceID] = [], format: OutputFormat = .text
  ) -> RenderedDocument {
    let session = CitationSession(
      processor: self, references: references, clusters: clusters, uncited: uncited, format: format)
    return RenderedDocument(clusters: session.texts, bibliography: session.bibliography)
  }

  /// Clusters each for itself, as if no citation stood before it: positions are those that cites bring, or `first`.
  /// Cites stand in the style's order; those of the same names aren't brought together, as in citeproc-js.
  ///
  /// - Parameter references: the records; all of them count for numbers and for telling cites apart.
  public func citations(
    _ clusters: [Cluster], among references: [Reference], format: OutputFormat = .text
  ) -> [String] {
    let registry = registry(references)
    return clusters.map { cluster in
      let sorted = sorted(cluster, registry, groups: false)
      let placed = sorted.cites.map { PlacedCite(position: $0.position ?? .first) }
      return print(sorted, placed, registry, format: format)
    }
  }

  /// The number that each reference has in the bibliography.
  public func citationNumbers(_ references: [Reference]) -> [ReferenceID: Int] {
    let registry = registry(references)
    return registry.index.mapValues { registry.numbers[$0] }
  }

  /// The bibliography of registered references.
  func bibliography(_ registry: Registry, format: OutputFormat) -> [BibliographyEntry] {
    guard let part = style.bibliography else { return [] }
    return Parallel.flatMap(registry.order.count, jobs: jobs) { positions in
      self.entries(positions, registry, part, format)
    }
  }

  /// The entries at some positions of the bibliography.
  private func entries(
    _ positions: Range<Int>, _ registry: Registry, _ part: Style.Part, _ format: OutputFormat
  ) -> [BibliographyEntry] {
    var out: [BibliographyEntry] = []
    out.reserveCapacity(positions.count)
    var substitution = AuthorSubstitution(part.options)
    if substitution.isNeeded, positions.lowerBound > 0 {
      // An entry is compared with the one before it.
      let place = registry.order[positions.lowerBound - 1]
      var before = render(registry.references[place], registry.cite(place), part, .bibliography).tree
      substitution.apply(to: &before)
    }
    for position in positions {
      let place = registry.order[position]
      let reference = registry.references[place]
      var rendered = render(reference, registry.cite(place), part, .bibliography)
      if rendered.tree.isEmpty {
        let text = style.use.citationNumber ? "\(position + 1). \(PrintedForm.none)" : ""
        out.append(
          BibliographyEntry(
            id: reference.id, text: text, diagnostics: rendered.diagnostics + [PrintedForm.diagnostic(reference)]))
        continue
      }
      substitution.apply(to: &rendered.tree)
      let text = write(Processor.entry(rendered, part), rendered.locale, format)
      out.append(BibliographyEntry(id: reference.id, text: text, diagnostics: rendered.diagnostics))
    }
    return out
  }

  // MARK: Rendering

  struct Rendered {
    /// What the layout's elements gave, without the layout's affixes and formatting.
    var tree: OutputNode
    var layout: Style.Layout
    var locale: Locale
    var recorded: Distinction
    var names: [NameList]
    var extraTexts: (met: Int, used: Int)
    /// Whether a text besides names, date, number and locator was asked for.
    var callsField: Bool
    var diagnostics: [Diagnostic]
  }

  private func layout(for language: String?, in part: Style.Part) -> (Style.Layout, Locale) {
    let none = Style.Layout(locales: [], delimiter: "", decoration: Decoration(), children: [])
    // A record in the style's own language takes the layout without `locale` (citeproc-js).
    if let language, LanguageTag.resolved(language) != mainLanguage {
      for layout in part.layouts where layout.locales.contains(where: { LanguageTag.matches(language, wanted: $0) }) {
        return (layout, layout.locales.first.flatMap { layoutLocales[$0] } ?? locale)
      }
    }
    return (part.mainLayout ?? none, locale)
  }

  private func evaluator(
    _ reference: Reference, _ cite: CiteContext, _ part: Style.Part, _ context: RenderContext
  ) -> (Evaluator, Style.Layout) {
    let language = part.layouts.count > 1 ? ItemLanguage.of(reference) : reference.language
    let (layout, locale) = layout(for: language, in: part)
    var evaluator = Evaluator(
      style: style, locale: locale, reference: reference, language: language, context: context,
      names: part.names.filled(from: style.options.names), cite: cite)
    evaluator.mainLocale = self.locale
    evaluator.dateLocales = dateLocales
    return (evaluator, layout)
  }

  func render(
    _ reference: Reference, _ cite: CiteContext, _ part: Style.Part, _ context: RenderContext
  ) -> Rendered {
    var (evaluator, layout) = evaluator(reference, cite, part, context)
    let result = evaluator.evaluate(layout.children)
    return Rendered(
      tree: OutputNode(.layout, children: result.nodes), layout: layout, locale: evaluator.locale,
      recorded: evaluator.recorded, names: evaluator.recordedNames, extraTexts: evaluator.extraTexts,
      callsField: evaluator.callsField,
      diagnostics: evaluator.diagnostics)
  }

  /// A whole entry of a bibliography.
  static func entry(_ rendered: Rendered, _ part: Style.Part) -> OutputNode {
    let tree = laidOut(rendered.tree, rendered.layout.decoration)
    return part.options.secondFieldAlign.map { aligned(tree, $0) } ?? tree
  }

  /// A layout's formatting covers its affixes too (CSL 1.0.2 "Affixes").
  static func laidOut(_ node: OutputNode, _ decoration: Decoration) -> OutputNode {
    guard !node.isEmpty else { return node }
    var children: [OutputNode] = []
    if !decoration.prefix.isEmpty { children.append(OutputNode(.prefix, text: decoration.prefix)) }
    if case .children(let inner) = node.content { children += inner } else { children.append(node) }
    if !decoration.suffix.isEmpty {
      let suffix = OutputNode(.suffix, text: decoration.suffix)
      if let last = children.lastIndex(where: { !$0.isEmpty }), children[last].display != nil {
        // The end of an entry stands inside its last block.
        var block = OutputNode(.plain, children: [children[last], suffix])
        block.display = children[last].display
        if case .children(var inside) = block.content {
          inside[0].display = nil
          block.content = .children(inside)
        }
        children[last] = block
      } else {
        children.append(suffix)
      }
    }
    var out = OutputNode(.layout, children: children)
    out.formatting = decoration.formatting
    return out
  }

  /// `second-field-align`: the first field in the margin, the rest beside it.
  private static func aligned(_ node: OutputNode, _ align: Style.PartOptions.SecondFieldAlign) -> OutputNode {
    guard case .children(let children) = node.content,
      let first = children.firstIndex(where: { !$0.isEmpty }), first + 1 < children.count
    else { return node }
    var margin = OutputNode(.plain, children: [children[first]])
    margin.display = .leftMargin
    var rest = OutputNode(.plain, children: Array(children[(first + 1)...]))
    rest.display = .rightInline
    var out = node
    out.content = .children([margin, rest])
    return out
  }

  func write(_ tree: OutputNode, _ locale: Locale, _ format: OutputFormat) -> String {
    var tokens = tokens(tree, locale)
    // Spaces at the edges of an entry stand outside of its blocks, as the test suite has them.
    if format == .html { EdgeSpaces.moveOut(&tokens) }
    return format.write(tokens, locale: locale)
  }

  /// The tree written flat, its punctuation done.
  func tokens(_ tree: OutputNode, _ locale: Locale, marksFields: Bool = false) -> [Token] {
    var tree = tree
    if let width = punctuationWidth ?? style.options.output.width { tree = width.applied(to: tree) }
    return Punctuation.merged(
      Flattener.tokens(
        linksIdentifiers ? Links.added(to: tree) : tree, quotes: LocaleQuotes(self.locale),
        hasStopWords: locale.language == self.locale.language, curls: !style.options.output.straightApostrophes,
        marksFields: marksFields),
      intoQuotes: self.locale.punctuationInQuote ?? false)
  }

  // MARK: Order

  /// Sort keys of the references; nothing for a part that doesn't sort.
  func sortKeys(
    _ references: [Reference], _ cites: [CiteContext], _ part: Style.Part, _ context: RenderContext
  ) -> [[SortValue]] {
    guard !part.sort.isEmpty else { return references.map { _ in [] } }
    let collator = Collator(language: sortLanguage)
    var values: [[SortValue]] = []
    values.reserveCapacity(references.count)
    for (reference, cite) in zip(references, cites) {
      var keys: [SortValue] = []
      for key in part.sort {
        // Keys are of the main language, whatever layout prints the reference: 佚名 and Anon. stand together.
        var evaluator = Evaluator(
          style: style, locale: locale, reference: reference, language: reference.language, context: context,
          names: part.names.filled(from: style.options.names), cite: cite)
        let bytes = evaluator.sortText(key).map {
          key.isIdentifier ? Array($0.utf8) : collator.key(SortOrder.collated($0))
        }
        keys.append(SortValue(key: bytes, isDescending: key.descending))
        // References of one year stand in the order of their letters.
        if context == .citation, key.isDate {
          keys.append(SortValue(key: Array(SortOrder.number(cite.distinction?.yearSuffix ?? 0).utf8)))
        }
      }
      values.append(keys)
    }
    return values
  }
}
