import YinzhuModel
import YinzhuText

/// The objects of `extract --to jsonl` and `parse --to jsonl`; keys and their order are a contract (docs/command-line.md).
public enum JSONLinesReport {
  /// All objects of one document: document, notes with their citations, diagnostics.
  ///
  /// - Parameter explains: Whether each citation has its `rendering` too.
  public static func objects(_ extraction: Extraction, file: String, explains: Bool = false) -> [JSONValue] {
    var out: [JSONValue] = [document(extraction, file: file)]
    for entry in extraction.entries {
      out.append(note(entry))
      for (index, item) in (entry.citation?.items ?? []).enumerated() {
        out.append(
          .object(
            [member("type", .string("citation")), member("note", .string(entry.note.id))] + citation(item, index: index)
              + (explains ? rendering(item) : [])))
      }
    }
    for (index, item) in extraction.inText.enumerated() {
      out.append(.object([member("type", .string("citation")), member("note", .null)] + citation(item, index: index)))
    }
    out += extraction.diagnostics.map { diagnostic($0, source: extraction.document.source) }
    return out
  }

  /// The line that answers one input of `parse`; the id goes back as it came.
  public static func parsed(id: JSONValue, _ citation: Citation) -> JSONValue {
    let items = citation.items.enumerated().map { index, item in
      JSONValue.object(
        [member("type", .string("citation")), member("note", .string(citation.note))]
          + Self.citation(item, index: index))
    }
    return .object([
      member("id", id), member("kind", .string(citation.kind.rawValue)), member("citations", .array(items)),
    ])
  }

  /// A diagnostic with its line and column, both from 1; null where it has no place.
  public static func diagnostic(_ diagnostic: Diagnostic, source: SourceText?) -> JSONValue {
    let position = diagnostic.span.flatMap { span in source?.position(of: span.start) }
    return .object([
      member("type", .string("diagnostic")), member("code", .string(diagnostic.code)),
      member("severity", .string(diagnostic.severity.rawValue)), member("message", .string(diagnostic.message)),
      member("span", diagnostic.span.map(span) ?? .null), member("line", position.map { .integer($0.line) } ?? .null),
      member("column", position.map { .integer($0.column) } ?? .null),
    ])
  }

  private static func document(_ extraction: Extraction, file: String) -> JSONValue {
    let source = extraction.document.source
    return .object([
      member("type", .string("document")), member("file", .string(file)),
      member("encoding", .string(source.encoding.rawValue)),
      member("pages", .integer(extraction.document.pages.count)), member("bytes", .integer(source.bytes.count)),
    ])
  }

  private static func note(_ entry: Extraction.Entry) -> JSONValue {
    let note = entry.note
    return .object([
      member("type", .string("note")), member("id", .string(note.id)), member("page", .integer(note.page)),
      member("printed_page", text(note.printedPage)), member("label", text(note.label?.symbol)),
      member("number", note.label?.number.map { .integer($0) } ?? .null), member("link", .string(note.link.name)),
      member("marker", note.marker.map { span($0.span) } ?? .null), member("text", text(note.text?.string)),
      member("spans", .array((note.text?.spans ?? []).map(span))), member("kind", text(entry.citation?.kind.rawValue)),
    ])
  }

  private static func citation(_ item: CitationItem, index: Int) -> [JSONValue.Member] {
    [
      member("index", .integer(index)), member("text", .string(item.text)),
      member("spans", .array(item.spans.map(span))),
      member("prefix", text(item.prefix)), member("suffix", text(item.suffix)),
      member("locator", text(item.locator?.value)),
      member("label", text(item.locator?.label.rawValue)), member("form", .string(item.form.rawValue)),
      member("target", item.target.map { .object(["note": .string($0.note), "index": .integer($0.index)]) } ?? .null),
      member("quoted_in", item.quotedIn.map { .integer($0) } ?? .null),
      member("reference", item.reference.map(CSLJSON.item) ?? .null), member("fields", fields(item)),
      member("confidence", .number(confidence(item.parse.confidence))),
      member("remainder", .array(item.parse.remainder.map(span))),
    ]
  }

  /// Places by variable; a list for each name, and the locator's own.
  private static func fields(_ item: CitationItem) -> JSONValue {
    var out: [JSONValue.Member] = []
    if let reference = item.reference {
      for variable in Variable.allCases {
        guard let field = reference[variable] else { continue }
        // What a back reference inherits stands in another note.
        if case .inherited = field.provenance { continue }
        if let names = field.names {
          out.append(member(variable.rawValue, .array(names.names.map { .array($0.spans.map(span)) })))
        } else {
          out.append(member(variable.rawValue, .array(field.provenance.spans.map(span))))
        }
      }
      for field in reference.custom {
        if case .inherited = field.provenance { continue }
        out.append(member(field.key, .array(field.provenance.spans.map(span))))
      }
    }
    if let locator = item.locator { out.append(member("locator", .array(locator.spans.map(span)))) }
    return .object(out)
  }

  /// The record written back, and where the text differs.
  private static func rendering(_ item: CitationItem) -> [JSONValue.Member] {
    guard let rendering = item.parse.rendering else { return [] }
    let differences = rendering.differences.map { difference in
      JSONValue.object([
        member("place", .string(difference.place.description)), member("printed", .string(difference.printed)),
        member("rendered", .string(difference.rendered)),
      ])
    }
    let object = JSONValue.object([
      member("style", .string(rendering.style)), member("text", .string(rendering.text)),
      member("agreement", .number(confidence(rendering.agreement))), member("differences", .array(differences)),
    ])
    return [member("rendering", object)]
  }

  private static func confidence(_ value: Double) -> String {
    let hundredths = Int((max(0, min(1, value)) * 100).rounded())
    return hundredths == 100 ? "1.0" : "0." + (hundredths < 10 ? "0" : "") + String(hundredths)
  }

  private static func span(_ span: SourceSpan) -> JSONValue { .array([.integer(span.start), .integer(span.end)]) }
  private static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
  private static func member(_ key: String, _ value: JSONValue) -> JSONValue.Member {
    JSONValue.Member(key: key, value: value)
  }
}

extension Note.Link {
  /// The name of the state in reports.
  public var name: String {
    switch self {
    case .linked: "linked"
    case .markerMissing: "marker-missing"
    case .textMissing: "text-missing"
    case .ambiguous: "ambiguous"
    }
  }
}
