import YinzhuModel
import YinzhuText

/// One entry of a bibliography.
public struct BibliographyEntry: Sendable, Hashable {
  /// The reference's id.
  public var id: ReferenceID
  /// The entry in the format that was asked for.
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
  private let style: Style
  private let locale: Locale
  /// Locales of the layouts for other languages, by the first language that each names.
  private let layoutLocales: [String: Locale]
  private let sortLanguage: String

  /// A processor for a style.
  ///
  /// - Parameter language: BCP 47 tag of the terms; nil takes the style's `default-locale`, then `en-US`.
  public init(style: Style, locales: LocaleSet, language: String?) {
    self.style = style
    let main = language ?? style.defaultLocale ?? "en-US"
    locale = locales.resolved(main, overrides: style.locales)
    sortLanguage = style.sortLocale?.split(separator: " ").first.map(String.init) ?? main
    var others: [String: Locale] = [:]
    for layout in style.citation.layouts + (style.bibliography?.layouts ?? []) {
      guard let first = layout.locales.first, others[first] == nil else { continue }
      others[first] = locales.resolved(first, overrides: style.locales)
    }
    layoutLocales = others
  }

  // MARK: Bibliography

  /// The bibliography of the references, sorted as the style says; empty for a style without `cs:bibliography`.
  ///
  /// Numbers follow the order of the bibliography, and so of the list where the style doesn't sort.
  public func bibliography(_ references: [Reference], format: OutputFormat = .text) -> [BibliographyEntry] {
    guard let part = style.bibliography else { return [] }
    let prepared = references.map(NoteFields.applied)
    let order = order(prepared.indices.map { index in cite(number: index + 1) }, prepared, part, .bibliography)
    var out: [BibliographyEntry] = []
    for (position, index) in order.enumerated() {
      let reference = prepared[index]
      let rendered = render(reference, cite(number: position + 1), part, .bibliography)
      var tree = rendered.tree
      if let align = part.options.secondFieldAlign { tree = Processor.aligned(tree, align) }
      let text = write(tree, rendered.locale, format)
      out.append(BibliographyEntry(id: reference.id, text: text, diagnostics: rendered.diagnostics))
    }
    return out
  }

  /// The number that each reference has in the bibliography.
  public func citationNumbers(_ references: [Reference]) -> [ReferenceID: Int] {
    let prepared = references.map(NoteFields.applied)
    let order =
      style.bibliography.map { part in
        self.order(prepared.indices.map { cite(number: $0 + 1) }, prepared, part, .bibliography)
      } ?? Array(prepared.indices)
    var out: [ReferenceID: Int] = [:]
    for (position, index) in order.enumerated() where out[prepared[index].id] == nil {
      out[prepared[index].id] = position + 1
    }
    return out
  }

  // MARK: Citations

  /// One cluster of citations: `[1]`, `(Doe 2001)`.
  ///
  /// - Parameter numbers: numbers of the references (`citationNumbers`); without them the items count from 1.
  public func citation(
    _ items: [CitationItem], numbers: [ReferenceID: Int] = [:], format: OutputFormat = .text
  ) -> String {
    let part = style.citation
    var references: [Reference] = []
    var cites: [CiteContext] = []
    var kept: [CitationItem] = []
    for item in items {
      guard let reference = item.reference else { continue }
      var context = cite(number: numbers[reference.id] ?? references.count + 1)
      context.locator = item.locator
      references.append(NoteFields.applied(to: reference))
      cites.append(context)
      kept.append(item)
    }
    var children: [OutputNode] = []
    let order = order(cites, references, part, .citation)
    var layout = part.layouts.last
    var used = locale
    for index in order {
      let rendered = render(references[index], cites[index], part, .citation, includesAffixes: false)
      if children.isEmpty {
        layout = rendered.layout
        used = rendered.locale
      }
      var nodes = [rendered.tree]
      if let prefix = kept[index].prefix, !prefix.isEmpty {
        nodes.insert(OutputNode(.prefix, markup: Processor.spaced(prefix, before: true)), at: 0)
      }
      if let suffix = kept[index].suffix, !suffix.isEmpty {
        nodes.append(OutputNode(.suffix, markup: Processor.spaced(suffix, before: false)))
      }
      children.append(OutputNode(.cite(index), children: nodes))
    }
    guard let layout else { return "" }
    let joined = OutputNode(.layout, children: OutputNode.joined(children, delimiter: layout.delimiter))
    return write(Processor.laidOut(joined, layout.decoration), used, format)
  }

  /// Prefixes and suffixes touch only punctuation.
  private static func spaced(_ text: String, before: Bool) -> String {
    if before {
      guard let last = text.unicodeScalars.last, last.value < 0x2E80, last != " " else { return text }
      return "([“‘-–—/'\"".unicodeScalars.contains(last) ? text : text + " "
    }
    guard let first = text.unicodeScalars.first, first.value < 0x2E80 else { return text }
    return CharacterClass.isLatin(first.value) || CharacterClass.isDigit(first.value) ? " " + text : text
  }

  // MARK: Rendering

  private struct Rendered {
    var tree: OutputNode
    var layout: Style.Layout
    var locale: Locale
    var diagnostics: [Diagnostic]
  }

  private func cite(number: Int) -> CiteContext {
    var context = CiteContext()
    context.citationNumber = number
    return context
  }

  private func layout(for language: String?, in part: Style.Part) -> (Style.Layout, Locale) {
    let fallback = part.layouts.last { $0.locales.isEmpty } ?? part.layouts.last
    let none = Style.Layout(locales: [], delimiter: "", decoration: Decoration(), children: [])
    if let language {
      for layout in part.layouts where layout.locales.contains(where: { LanguageTag.matches(language, wanted: $0) }) {
        return (layout, layout.locales.first.flatMap { layoutLocales[$0] } ?? locale)
      }
    }
    return (fallback ?? none, locale)
  }

  private func evaluator(
    _ reference: Reference, _ cite: CiteContext, _ part: Style.Part, _ context: RenderContext
  ) -> (Evaluator, Style.Layout) {
    let language = part.layouts.count > 1 ? ItemLanguage.of(reference) : reference.language
    let (layout, locale) = layout(for: language, in: part)
    let evaluator = Evaluator(
      style: style, locale: locale, reference: reference, language: language, context: context,
      names: part.names.filled(from: style.options.names), cite: cite)
    return (evaluator, layout)
  }

  private func render(
    _ reference: Reference, _ cite: CiteContext, _ part: Style.Part, _ context: RenderContext,
    includesAffixes: Bool = true
  ) -> Rendered {
    var (evaluator, layout) = evaluator(reference, cite, part, context)
    let result = evaluator.evaluate(layout.children)
    var tree = OutputNode(.layout, children: result.nodes)
    if includesAffixes { tree = Processor.laidOut(tree, layout.decoration) }
    return Rendered(tree: tree, layout: layout, locale: evaluator.locale, diagnostics: evaluator.diagnostics)
  }

  /// A layout's formatting covers its affixes too (CSL 1.0.2 "Affixes").
  private static func laidOut(_ node: OutputNode, _ decoration: Decoration) -> OutputNode {
    guard !node.isEmpty else { return node }
    var children: [OutputNode] = []
    if !decoration.prefix.isEmpty { children.append(OutputNode(.prefix, text: decoration.prefix)) }
    if case .children(let inner) = node.content { children += inner } else { children.append(node) }
    if !decoration.suffix.isEmpty { children.append(OutputNode(.suffix, text: decoration.suffix)) }
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

  private func write(_ tree: OutputNode, _ locale: Locale, _ format: OutputFormat) -> String {
    let tokens = Punctuation.merged(
      Flattener.tokens(tree), intoQuotes: locale.punctuationInQuote ?? false)
    switch format {
    case .text: return TextWriter.write(tokens, locale: locale)
    case .html: return HTMLWriter.write(tokens, locale: locale)
    }
  }

  // MARK: Order

  private func order(
    _ cites: [CiteContext], _ references: [Reference], _ part: Style.Part, _ context: RenderContext
  ) -> [Int] {
    guard !part.sort.isEmpty, references.count > 1 else { return Array(references.indices) }
    let collator = Collator(language: sortLanguage)
    var values: [[SortValue]] = []
    for (reference, cite) in zip(references, cites) {
      var keys: [SortValue] = []
      for key in part.sort {
        var (evaluator, _) = evaluator(reference, cite, part, context)
        keys.append(SortValue(key: evaluator.sortText(key).map { collator.key(SortOrder.stripped($0)) }))
      }
      values.append(keys)
    }
    return SortOrder.indices(values, part.sort)
  }
}
