import YinzhuModel
import YinzhuText

/// Reads the citations of a document: an array of CSL citation objects (`csl-citation.json`), as citeproc-js takes them.
///
///     [{"citationItems": [{"id": "a", "locator": "5", "label": "page"}], "properties": {"noteIndex": 1}}]
///
/// An array of items stands for a citation with these items.
public struct CitationFile: Sendable {
  /// The citations, in the order of the file.
  public private(set) var clusters: [Cluster] = []
  /// What is wrong, with its place.
  public private(set) var diagnostics: [Diagnostic] = []

  private let known: Set<ReferenceID>

  /// Reads a file; a broken citation is reported, and the others are read.
  ///
  /// - Parameter references: the records that may be cited.
  public init(_ source: SourceText, references: [Reference]) {
    known = Set(references.map(\.id))
    guard source.bytes.contains(where: { $0 > 0x20 }) else {
      diagnostics.append(
        Diagnostic(CitationFileRules.unreadable, "The file is empty: expected a list of citations.", span: nil))
      return
    }
    var reader = JSONReader(source.bytes, range: 0..<source.bytes.count)
    var elements: [(value: JSONValue, span: SourceSpan)] = []
    var faults: [JSONError] = []
    reader.elements({ elements.append(($0, $1)) }, failed: { faults.append($0) })
    for fault in faults {
      let span = SourceSpan(start: fault.offset, end: min(fault.offset + 1, source.bytes.count))
      diagnostics.append(Diagnostic(CitationFileRules.unreadable, fault.message, span: span))
    }
    for element in elements {
      if let cluster = cluster(element.value, element.span) { clusters.append(cluster) }
    }
    diagnostics.sort { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
  }

  /// The citation of a value that was read already; nil for one that is none.
  package static func cluster(_ value: JSONValue) -> Cluster? {
    var file = CitationFile(references: [])
    return file.cluster(value, SourceSpan(start: 0, end: 0))
  }

  private init(references: [Reference]) { known = Set(references.map(\.id)) }

  private mutating func report(_ rule: DiagnosticRule, _ message: String, _ span: SourceSpan) {
    diagnostics.append(Diagnostic(rule, message, span: span))
  }

  // MARK: Citations

  private mutating func cluster(_ value: JSONValue, _ span: SourceSpan) -> Cluster? {
    if let items = value.array {
      return Cluster(cites: items.compactMap { cite($0, span) })
    }
    guard value.members != nil else {
      report(CitationFileRules.unreadable, "Here is no citation, but \(value.kindTitle).", span)
      return nil
    }
    guard let items = value["citationItems"]?.array else {
      report(CitationFileRules.unreadable, "The citation has no list “citationItems”.", span)
      return nil
    }
    var out = Cluster(id: value["citationID"]?.scalarText ?? "", cites: items.compactMap { cite($0, span) })
    let properties = value["properties"]
    if let index = properties?["noteIndex"] { out.noteIndex = max(0, index.integer ?? 0) }
    out.isSorted = !(properties?["unsorted"].map(CitationFile.isTrue) ?? false)
    out.infix = (properties?["infix"] ?? value["infix"])?.string
    let modes = [properties?["mode"], value["mode"]] + items.map { $0["mode"] }
    for mode in modes {
      guard let name = mode?.string, !name.isEmpty else { continue }
      guard let mode = Cluster.Mode(rawValue: name) else {
        let place = CitationFile.place(of: "mode", in: properties, value, span)
        report(
          CitationFileRules.unknownValue, "“\(name)” is no mode: there are composite, author-only, suppress-author.",
          place)
        continue
      }
      // Of single items the other modes are parts of the cite.
      if out.mode == .normal, mode == .composite || properties?["mode"] != nil || value["mode"] != nil {
        out.mode = mode
      }
    }
    return out
  }

  private static func place(
    of key: String, in properties: JSONValue?, _ value: JSONValue, _ fallback: SourceSpan
  ) -> SourceSpan {
    let all = (properties?.members ?? []) + (value.members ?? [])
    return all.first { $0.key == key }?.span ?? fallback
  }

  // MARK: Items

  private mutating func cite(_ value: JSONValue, _ cluster: SourceSpan) -> Cite? {
    guard let members = value.members, let idMember = members.last(where: { $0.key == "id" }),
      let id = idMember.value.scalarText
    else {
      let place = value.members?.first?.span ?? cluster
      report(CitationFileRules.unreadable, "An item of the citation has no “id”.", place)
      return nil
    }
    let reference = ReferenceID(rawValue: id)
    if !known.isEmpty, !known.contains(reference) {
      report(CitationFileRules.unknownReference, "There is no record “\(id)”.", idMember.span)
    }
    var out = Cite(reference: reference)
    out.prefix = value["prefix"]?.string
    out.suffix = value["suffix"]?.string
    out.position = value["position"]?.integer.flatMap(Cite.Position.init)
    if value["author-only"].map(CitationFile.isTrue) ?? (value["mode"]?.string == "author-only") {
      out.part = .authorOnly
    } else if value["suppress-author"].map(CitationFile.isTrue) ?? (value["mode"]?.string == "suppress-author") {
      out.part = .suppressAuthor
    }
    if let text = value["locator"]?.scalarText, !text.isEmpty {
      out.locator = Locator(label: label(members), value: text, spans: [])
    }
    return out
  }

  private mutating func label(_ members: [JSONValue.Member]) -> Locator.Label {
    guard let member = members.last(where: { $0.key == "label" }), let name = member.value.string, !name.isEmpty else {
      return .page
    }
    // CSL 1.0.1 wrote “sub verbo”, “article” and “title”.
    let spelled = name.replacing(" ", with: "-")
    if let label = Locator.Label(rawValue: spelled) ?? Locator.Label(rawValue: spelled + "-locator") { return label }
    report(CitationFileRules.unknownValue, "“\(name)” is no label of a locator; read as page.", member.span)
    return .page
  }

  private static func isTrue(_ value: JSONValue) -> Bool {
    switch value {
    case .bool(let value): value
    case .number(let text): text != "0"
    case .string(let text): text == "true" || text == "1"
    case .null, .array, .object: false
    }
  }
}

extension JSONValue {
  fileprivate var kindTitle: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// What can be wrong with a file of citations.
public enum CitationFileRules {
  /// All rules of this part.
  public static let all: [DiagnosticRule] = [unreadable, unknownReference, unknownValue]

  static let unreadable = DiagnosticRule(
    code: "S050", severity: .error, title: "A citation can't be read",
    explanation: """
      The file of `--citations` is a JSON array; each element is an object with `citationItems`, a list of objects with
      an `id`. At the place shown it isn't. The citation is left out; the others are read.

      Example: `[{"citationItems": [{"id": "a", "locator": "5"}], "properties": {"noteIndex": 1}}]`

      Source: `csl-citation.json` of CSL; RFC 8259.
      """)
  static let unknownReference = DiagnosticRule(
    code: "S051", severity: .error, title: "A record is cited that isn't there",
    explanation: """
      The `id` of an item is that of no record in the file of records. Nothing is printed for it.

      What to do: correct the id, or add the record.

      Source: `csl-citation.json` of CSL.
      """)
  static let unknownValue = DiagnosticRule(
    code: "S052", severity: .warning, title: "A citation has a value that CSL doesn't know",
    explanation: """
      A `label` must be one of CSL's locators (page, chapter, section, …), `mode` one of composite, author-only and
      suppress-author. Another value is read as if it weren't there.

      Source: CSL 1.0.2, "Locators"; the manual of citeproc-js, "Citation properties".
      """)
}
