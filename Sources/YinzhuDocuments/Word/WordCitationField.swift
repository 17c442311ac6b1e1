import YinzhuModel
import YinzhuText

/// The record behind a citation field, in the forms of the programs that make them: CSL-JSON (`ADDIN ZOTERO_ITEM
/// CSL_CITATION {…}` of Zotero, `ADDIN CSL_CITATION {…}` of Mendeley and others; the shape is that of citeproc-js's
/// citation objects), EndNote's XML, and Word's own sources.
enum WordCitationField {
  /// Whether a field code says that it carries a record.
  static func carriesRecord(_ code: String) -> Bool {
    code.contains("CSL_CITATION") || EndNoteCitation.isCitation(code) || WordSources.isCitation(code)
  }

  /// The citation of a field code; nil where what it carries is cut off or not what its program writes.
  static func read(
    _ code: String, data: String, sources: WordSources, text: String, span: SourceSpan
  ) -> EmbeddedCitation? {
    if EndNoteCitation.isCitation(code) { return EndNoteCitation.read(code, data: data, text: text, span: span) }
    if WordSources.isCitation(code) { return sources.read(code, text: text, span: span) }
    guard let open = code.firstIndex(of: "{"), let close = code.lastIndex(of: "}"), open < close else { return nil }
    return json(Array(code[open...close].utf8), text: text, span: span)
  }

  /// The citation behind a content control of Mendeley Cite, whose tag holds CSL-JSON as Base64.
  static func read(tag: String, text: String, span: SourceSpan) -> EmbeddedCitation? {
    guard let bytes = Base64.decode(tag.dropFirst(mendeleyTag.count)) else { return nil }
    return json(bytes, text: text, span: span)
  }

  /// How the tags of Mendeley Cite begin.
  static let mendeleyTag = "MENDELEY_CITATION_v3_"

  private static func json(_ bytes: [UInt8], text: String, span: SourceSpan) -> EmbeddedCitation? {
    guard let json = try? JSONReader.value(bytes), let list = json["citationItems"]?.array else { return nil }
    let items = list.enumerated().compactMap { index, item in
      citationItem(item, ordinal: index + 1, text: text, span: span)
    }
    return items.isEmpty ? nil : EmbeddedCitation(span: span, items: items)
  }

  private static func citationItem(_ item: JSONValue, ordinal: Int, text: String, span: SourceSpan) -> CitationItem? {
    guard let data = item["itemData"] ?? item["item"],
      let reference = CSLJSON.reference(placed(data, span), span: span, ordinal: ordinal)?.reference
    else { return nil }
    let locator = string(item["locator"]).map { value in
      Locator(
        label: string(item["label"]).flatMap(Locator.Label.init(rawValue:)) ?? .page, value: value, spans: [span])
    }
    return CitationItem(
      reference: reference, locator: locator, prefix: string(item["prefix"]), suffix: string(item["suffix"]),
      text: text, spans: [span], parse: CitationItem.Parse(pattern: PatternID(rawValue: CSLJSON.format), confidence: 1))
  }

  private static func string(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text): text.isEmpty ? nil : text
    case .number(let text): text
    default: nil
    }
  }

  /// The same value with all places at `span`: those of the JSON are inside a field code, which is no text.
  private static func placed(_ value: JSONValue, _ span: SourceSpan) -> JSONValue {
    switch value {
    case .object(let members):
      .object(members.map { JSONValue.Member(key: $0.key, value: placed($0.value, span), span: span) })
    case .array(let values): .array(values.map { placed($0, span) })
    default: value
    }
  }
}
