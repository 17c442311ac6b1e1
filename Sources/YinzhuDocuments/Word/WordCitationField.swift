import YinzhuModel
import YinzhuText

/// The record behind a citation field: `ADDIN ZOTERO_ITEM CSL_CITATION {…}` (Zotero), `ADDIN CSL_CITATION {…}`
/// (Mendeley and others). The shape is that of citeproc-js's citation objects.
enum WordCitationField {
  /// Whether a field code says that it carries CSL-JSON.
  static func carriesRecord(_ code: String) -> Bool { code.contains("CSL_CITATION") }

  /// The citation of a field code; nil where what it carries is cut off or no such JSON.
  static func read(_ code: String, text: String, span: SourceSpan) -> EmbeddedCitation? {
    guard let open = code.firstIndex(of: "{"), let close = code.lastIndex(of: "}"), open < close,
      let json = try? JSONReader.value(Array(code[open...close].utf8)), let list = json["citationItems"]?.array
    else { return nil }
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
