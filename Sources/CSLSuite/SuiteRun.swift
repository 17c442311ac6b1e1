import YinzhuCSL
import YinzhuModel
import YinzhuText

/// Runs one fixture, as the processor-test runner of the suite does.
public struct SuiteRun {
  private let fixture: SuiteFixture
  private let locales: LocaleSet

  /// A run.
  public init(_ fixture: SuiteFixture, locales: LocaleSet) {
    self.fixture = fixture
    self.locales = locales
  }

  /// Why a fixture gave no output.
  public struct Failure: Error, CustomStringConvertible {
    /// The reason.
    public let description: String
  }

  /// The output.
  public func output() throws -> String {
    guard let css = fixture["CSL"], let input = fixture["INPUT"] else {
      throw Failure(description: "the fixture has no CSL or no INPUT")
    }
    var style = try StyleReader.read(Array(css.utf8), name: fixture.name).style
    let references = try references(input)
    let (mode, variants) = fixture.mode
    if variants.contains("nosort") { style.bibliography?.sort = [] }
    var processor = Processor(style: style, locales: locales, language: nil)
    if try json("OPTIONS")?["wrap_url_and_doi"]?.isTrue == true { processor.linksIdentifiers = true }
    switch mode {
    case "citation": return try citations(processor, references)
    case "bibliography":
      if variants.contains("header") { return header(style) }
      return try bibliography(processor, references)
    default: throw Failure(description: "there is no mode “\(mode)”")
    }
  }

  private func json(_ section: String) throws -> JSONValue? {
    guard let text = fixture[section] else { return nil }
    return try JSONReader.value(Array(text.utf8))
  }

  /// The records; with `BIBENTRIES` those of its last list, in that order.
  private func references(_ input: String) throws -> [Reference] {
    let source = SourceText(name: fixture.name, bytes: Array(input.utf8))
    // Of two records with one id the last counts, at the place of the first.
    var references: [Reference] = []
    for reference in CSLJSON.read(source).references {
      if let index = references.firstIndex(where: { $0.id == reference.id }) {
        references[index] = reference
      } else {
        references.append(reference)
      }
    }
    if let abbreviations = try json("ABBREVIATIONS")?["default"] {
      for index in references.indices { abbreviate(&references[index], abbreviations) }
    }
    guard let last = try json("BIBENTRIES")?.array?.last?.array else { return references }
    let known = Dictionary(references.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return last.compactMap { $0.scalarText.flatMap { known[ReferenceID(rawValue: $0)] } }
  }

  /// Short forms that the caller of a processor knows for titles.
  private func abbreviate(_ reference: inout Reference, _ abbreviations: JSONValue) {
    for (list, long, short) in [
      ("container-title", Variable.containerTitle, Variable.containerTitleShort), ("title", .title, .titleShort),
    ] {
      guard reference[short] == nil, let text = reference.text(long), let value = abbreviations[list]?[text]?.string
      else { continue }
      reference.set(short, text: value)
    }
  }

  // MARK: Citations

  private func citations(_ processor: Processor, _ references: [Reference]) throws -> String {
    if let steps = try json("CITATIONS")?.array {
      return SuiteSession(processor, references).run(steps)
    }
    var clusters: [Cluster]
    if let items = try json("CITATION-ITEMS")?.array {
      clusters = items.compactMap(CitationFile.cluster)
    } else {
      // All items in one citation, in the order of the bibliography.
      let numbers = processor.citationNumbers(references)
      let ids = references.map(\.id).enumerated().sorted {
        (numbers[$0.element] ?? 0, $0.offset) < (numbers[$1.element] ?? 0, $1.offset)
      }
      clusters = [Cluster(cites: ids.map { Cite(reference: $0.element) })]
    }
    return processor.citations(clusters, among: references, format: .html).joined(separator: "\n")
  }

  // MARK: Bibliography

  private func bibliography(_ processor: Processor, _ references: [Reference]) throws -> String {
    var entries: [BibliographyEntry]
    if let steps = try json("CITATIONS")?.array {
      let session = SuiteSession(processor, references)
      _ = session.run(steps)
      entries = session.bibliography
    } else {
      entries = processor.bibliography(references, format: .html)
    }
    if let filter = try json("BIBSECTION").map(BibliographyFilter.init) {
      let known = Dictionary(references.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      entries = entries.filter { known[$0.id].map(filter.keeps) ?? true }
    }
    // A record without printed form has no entry.
    let divisions = entries.filter { !$0.text.isEmpty }.map { "  <div class=\"csl-entry\">\($0.text)</div>\n" }
    return "<div class=\"csl-bib-body\">\n" + divisions.joined() + "</div>"
  }

  /// What a word processor is told about the bibliography.
  private func header(_ style: Style) -> String {
    guard let options = style.bibliography?.options else { return "" }
    var rows = [
      "entryspacing: \(options.entrySpacing ?? 1)", "linespacing: \(options.lineSpacing ?? 1)",
      "maxoffset: 0",
    ]
    if options.hangingIndent { rows.append("hangingindent: 2") }
    if let align = options.secondFieldAlign { rows.append("second-field-align: \(align.rawValue)") }
    return rows.sorted().joined(separator: "\n")
  }
}

extension JSONValue {
  var isTrue: Bool { self == .bool(true) || integer == 1 || string == "true" }
}
