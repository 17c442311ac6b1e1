import YinzhuModel
import YinzhuText

/// MODS 3, as libraries, Zotero, bibutils and JabRef write it; written as version 3.7.
///
/// Elements without a variable are kept in `Reference.foreign` by their place, for the record only: MODS has too many
/// attributes to give them back. What is written is read again and compared, so that no loss goes unsaid (rule F020).
public enum MODS {
  package static let mapping = MODSMapping.mapping
  /// The authority of the genre that is a type of CSL.
  static let authority = "csl"

  /// The records of a file in its order, and what is wrong with it.
  public static func read(_ source: SourceText) -> (references: [Reference], diagnostics: [Diagnostic]) {
    let document = XMLDocument(source)
    var diagnostics = document.diagnostics
    var references: [Reference] = []
    for element in document.all("mods") {
      var mods = MODSReader(document)
      mods.read(element)
      var reader = RecordReader(mods.record, mapping: mapping, ordinal: references.count + 1)
      reader.read()
      references.append(reader.reference)
      diagnostics += reader.diagnostics
    }
    return (references, diagnostics)
  }

  /// The file, and what it doesn't hold: one diagnostic a value, at the place that the value came from.
  public static func write(_ references: [Reference], keys: CitationKeys) -> (text: String, diagnostics: [Diagnostic]) {
    let made = keys.make(for: references)
    var xml = XMLText()
    xml.begin(
      "modsCollection",
      [
        "xmlns": "http://www.loc.gov/mods/v3", "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": "http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-7.xsd",
      ])
    for (reference, key) in zip(references, made.keys) {
      var writer = RecordWriter(reference, key: key, mapping: mapping)
      var mods = MODSWriter(writer.write(), type: reference.type)
      mods.write(to: &xml)
    }
    xml.end()
    let back = read(SourceText(name: "", text: xml.text)).references
    return (
      xml.text, made.diagnostics + RecordLosses.all(references, readBack: back, keys: made.keys, mapping: mapping)
    )
  }
}
