import YinzhuModel
import YinzhuText

/// EndNote's XML, as EndNote and Zotero write it.
///
/// Elements without a variable are kept in `Reference.foreign` by their path and come back. What is written is read
/// again and compared, so that no loss goes unsaid (rule F020).
public enum EndNoteXML {
  package static let mapping = EndNoteXMLMapping.mapping

  /// The records of a file in its order, and what is wrong with it.
  public static func read(_ source: SourceText) -> (references: [Reference], diagnostics: [Diagnostic]) {
    let document = XMLDocument(source)
    var diagnostics = document.diagnostics
    var references: [Reference] = []
    for element in document.all("record") {
      var record = TaggedRecord()
      record.span = element.span
      flatten(document, element, path: "", into: &record, depth: 0)
      if record.type == "Edited Book" {
        record.rename("contributors/authors/author", to: "contributors/tertiary-authors/author")
      }
      var reader = RecordReader(record, mapping: mapping, ordinal: references.count + 1)
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
    xml.begin("xml")
    xml.begin("records")
    for (index, (reference, key)) in zip(references, made.keys).enumerated() {
      var writer = RecordWriter(reference, key: key, mapping: mapping)
      write(writer.write(), number: index + 1, to: &xml)
    }
    xml.end()
    xml.end()
    let back = read(SourceText(name: "", text: xml.text)).references
    return (
      xml.text, made.diagnostics + RecordLosses.all(references, readBack: back, keys: made.keys, mapping: mapping)
    )
  }

  // MARK: Reading

  /// Every element without elements of its own, `style` apart, is a value.
  private static func flatten(
    _ document: XMLDocument, _ element: XMLDocument.Element, path: String, into record: inout TaggedRecord, depth: Int
  ) {
    guard depth <= XMLDocument.maximumDepth else { return }
    for child in document.children(element) {
      let name = path.isEmpty ? child.name : path + "/" + child.name
      if child.name == "ref-type" {
        let text = document.text(child)
        record.type =
          child[attribute: "name"] ?? EndNoteXMLMapping.numbers.first { String($0.value) == text }?.key ?? text
        continue
      }
      if document.children(child).contains(where: { $0.name != "style" }) {
        flatten(document, child, path: name, into: &record, depth: depth + 1)
        continue
      }
      let text = EndNoteStyles.text(document, child, keepsLines: EndNoteXMLMapping.multiline.contains(name))
      if text.isEmpty { continue }
      if name == "label", record.key == nil {
        record.key = text.plain
      } else {
        record.values.append(TaggedRecord.Value(name, .rich(text), span: child.span))
      }
    }
  }

  // MARK: Writing

  private static func write(_ record: TaggedRecord, number: Int, to xml: inout XMLText) {
    xml.begin("record")
    xml.element("rec-number", String(number))
    let type = record.type ?? mapping.fallbackType
    xml.element("ref-type", String(EndNoteXMLMapping.numbers[type] ?? 13), ["name": type])
    var open: [Substring] = []
    func close(to count: Int, _ xml: inout XMLText) {
      while open.count > count {
        open.removeLast()
        xml.end()
      }
    }
    for value in grouped(record.values) {
      let path = value.tag.split(separator: "/")
      let structure: Set<Substring> = ["xml", "records", "record", "ref-type", "label"]
      guard let name = path.last, path.allSatisfy(isName), structure.isDisjoint(with: path) else { continue }
      let containers = Array(path.dropLast())
      let common = zip(open, containers).prefix { $0 == $1 }.count
      close(to: common, &xml)
      for container in containers[common...] {
        xml.begin(String(container))
        open.append(container)
      }
      if case .rich(let text) = value.content, text.markup != text.plain {
        xml.element(String(name), markup: EndNoteStyles.markup(text))
      } else {
        xml.element(String(name), value.text)
      }
    }
    close(to: 0, &xml)
    xml.element("label", record.key)
    xml.end()
  }

  private static func isName(_ text: Substring) -> Bool {
    text.utf8.first.map { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } ?? false
      && text.utf8.allSatisfy { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x2D || ($0 >= 0x30 && $0 <= 0x39) }
  }

  /// Values of one container together, in the order in which containers begin.
  private static func grouped(_ values: [TaggedRecord.Value]) -> [TaggedRecord.Value] {
    func head(_ value: TaggedRecord.Value) -> Substring { value.tag.prefix { $0 != "/" } }
    var order: [Substring: Int] = [:]
    for value in values where order[head(value)] == nil { order[head(value)] = order.count }
    return values.enumerated().sorted {
      let (a, b) = (order[head($0.element)] ?? 0, order[head($1.element)] ?? 0)
      return a == b ? $0.offset < $1.offset : a < b
    }.map(\.element)
  }
}
