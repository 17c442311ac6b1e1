import YinzhuModel
import YinzhuText

/// `cs:text` (CSL 1.0.2 "Text").
extension Evaluator {
  mutating func evaluate(_ text: Element.Text) -> Result {
    switch text {
    case .variable(let variable, let short): return self.text(variable, short: short)
    case .unknownVariable(let name):
      guard let text = foreign(name) else { return Result(called: true) }
      return Result(nodes: [OutputNode(.plain, markup: text)], called: true, filled: true)
    case .macro(let index):
      var result = evaluate(style.macros[index.rawValue].children)
      if result.nodes.count > 1 { result.nodes = [OutputNode(.macro(index), children: result.nodes)] }
      // A macro is a group of its own: silent when its variables are all empty, and a variable with a value for the
      // group around it when it prints something.
      if result.called, !result.filled { return Result(called: true) }
      if !result.isEmpty {
        result.called = true
        result.filled = true
      }
      return result
    case .term(let name, let form, let plural):
      var node = OutputNode(.term(name), text: locale.text(name, form: form, plural: plural))
      if opensSentence { node.textCase = .capitalizeFirst }
      return Result(nodes: [node])
    case .value(let value): return Result(nodes: [OutputNode(.value, markup: value)])
    }
  }

  /// Citations in running text stand inside a sentence; entries and notes begin one.
  private var opensSentence: Bool {
    !hasPredecessor && !isSorting && (context == .bibliography || style.class == .note)
  }

  private mutating func text(_ variable: Variable, short: Bool) -> Result {
    switch variable {
    case .locator, .citationNumber, .citationLabel, .yearSuffix: break
    default: callsField = true
    }
    // A year suffix belongs to its cite, not to the record: groups don't ask for it.
    if variable == .yearSuffix {
      hasYearSuffixSlot = true
      return Result(nodes: [OutputNode(.yearSuffix, text: yearSuffix)])
    }
    guard !suppressed.contains(variable), let node = node(of: variable, short: short), !node.isEmpty else {
      return Result(called: true)
    }
    printed.append(variable)
    return Result(nodes: [node], called: true, filled: true)
  }

  /// The letter that tells the reference from others of its year.
  var yearSuffix: String {
    if cite.isAmbiguityCheck || isSorting { return "" }
    if let index = cite.distinction?.yearSuffix { return Numeral.letters(index) }
    return reference.text(.yearSuffix) ?? ""
  }

  private mutating func node(of variable: Variable, short: Bool) -> OutputNode? {
    switch variable {
    case .citationNumber:
      return cite.citationNumber.map { OutputNode(.citationNumber, text: String($0)) }
    case .firstReferenceNoteNumber:
      return cite.firstNoteNumber.map { OutputNode(.variable(variable), text: String($0)) }
    case .citationLabel:
      let label = plain(.citationLabel) ?? CitationLabel.text(reference, locale)
      return OutputNode(.variable(variable), text: label + yearSuffix)
    case .title where short:
      return rich(.titleShort).map { OutputNode(.variable(.title), rich: $0) }
        ?? rich(.title).map { OutputNode(.variable(.title), rich: $0) }
    case .containerTitle where short:
      return rich(.containerTitleShort).map { OutputNode(.variable(.containerTitle), rich: $0) }
        ?? rich(.containerTitle).map { OutputNode(.variable(.containerTitle), rich: $0) }
    default:
      return rich(variable).map { OutputNode(.variable(variable), rich: $0) }
    }
  }

  private func rich(_ variable: Variable) -> RichText? {
    switch reference[variable]?.value {
    case .text(let text): text.isEmpty ? nil : text
    case .number(let text): text.isEmpty ? nil : RichText(markup: text)
    case .names, .date, nil: nil
    }
  }

  /// The plain text of a variable, `page-first` from `page` where it must.
  func plain(_ variable: Variable) -> String? {
    if variable == .locator { return cite.locator?.value }
    if variable == .citationNumber { return cite.citationNumber.map(String.init) }
    if variable == .firstReferenceNoteNumber { return cite.firstNoteNumber.map(String.init) }
    if let text = reference.text(variable), !text.isEmpty { return text }
    guard variable == .pageFirst, let pages = reference.text(.page) else { return nil }
    let first = pages.prefix { !"-–—,&， ".contains($0) }
    return first.isEmpty ? nil : String(first)
  }

  /// A variable that the data model doesn't have: a line of `note`, or a member that CSL-JSON doesn't define.
  func foreign(_ name: String) -> String? {
    if let field = reference.foreign.first(where: { $0.key == name && $0.format == "csl-json" }),
      let text = field.value.scalarText, !text.isEmpty
    {
      return text
    }
    switch name {
    case "nationality": return reference.names(.author).first?.nationality
    case "dynasty": return reference.names(.author).first?.dynasty
    default: return nil
    }
  }

  /// Whether a variable has a value, for `variable` conditions.
  func hasValue(_ variable: Variable) -> Bool {
    switch variable {
    case .locator: return cite.locator != nil
    case .citationNumber: return cite.citationNumber != nil
    case .firstReferenceNoteNumber: return cite.firstNoteNumber != nil
    case .pageFirst: return plain(.pageFirst) != nil
    default: break
    }
    switch reference[variable]?.value {
    case .text(let text): return !text.isEmpty
    case .number(let text): return !text.isEmpty
    case .names(let list): return !list.names.isEmpty
    case .date(let date): return date.start != nil || date.literal != nil || date.season != nil || date.raw != nil
    case nil: return false
    }
  }
}
