import YinzhuModel
import YinzhuText

/// CSL-YAML: the items of CSL-JSON in YAML, as pandoc and Zotero's Better BibTeX have them.
///
/// What CSL-JSON keeps, CSL-YAML keeps. An entry that breaks the grammar is reported with its place, and the others are
/// read.
public enum CSLYAML {
  /// Reads `references: […]`, a list of items, or one item.
  public static func read(_ source: SourceText) -> (references: [Reference], diagnostics: [Diagnostic]) {
    var references: [Reference] = []
    var diagnostics: [Diagnostic] = []
    var start = 0
    while start < source.bytes.count {
      var reader = YAMLReader(source.bytes, from: start)
      let root = reader.read()
      for duplicate in reader.duplicates {
        diagnostics.append(
          Diagnostic(
            CSLJSONRules.duplicateKey, "The key “\(duplicate.key)” stands twice; the last one counts.",
            span: SourceSpan(start: duplicate.offset, end: duplicate.offset)))
      }
      let items: [YAMLReader.Node]
      if let root, reader.problem == nil {
        items = Self.items(of: root, &diagnostics)
      } else {
        items = reader.unfinished
      }
      for item in items { add(item, &references, &diagnostics) }
      guard let problem = reader.problem else { break }
      diagnostics.append(
        Diagnostic(
          FormatRules.syntax, "Not read: \(problem.message).",
          span: SourceSpan(start: problem.offset, end: problem.offset)))
      guard let next = nextItem(source.bytes, after: max(problem.start, start)) else { break }
      start = next
    }
    if references.isEmpty, diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(FormatRules.syntax, "The file is empty: expected a list of records.", span: nil))
    }
    return (references, diagnostics)
  }

  /// The file: `references:` and a list.
  public static func write(_ references: [Reference]) -> String {
    YAMLWriter.string(
      .object([JSONValue.Member(key: "references", value: .array(references.map { CSLJSON.item($0) }))]))
  }

  // MARK: Items

  private static func items(of root: YAMLReader.Node, _ diagnostics: inout [Diagnostic]) -> [YAMLReader.Node] {
    guard let members = root.value.members else {
      let elements = root.value.array ?? []
      return elements.isEmpty ? [] : zipped(elements, root.places)
    }
    guard let list = members.last(where: { $0.key == "references" || $0.key == "items" }),
      let elements = list.value.array
    else { return [root] }
    for member in members where member.key != list.key {
      diagnostics.append(
        Diagnostic(
          CSLJSONRules.wrapperKey, "The key “\(member.key)” beside the list of records is not kept.", span: member.span)
      )
    }
    return zipped(elements, root.inner[list.key] ?? [])
  }

  private static func zipped(_ values: [JSONValue], _ places: [SourceSpan]) -> [YAMLReader.Node] {
    values.enumerated().map { index, value in
      YAMLReader.Node(
        value: value, span: index < places.count ? places[index] : SourceSpan(start: 0, end: 0), size: 1)
    }
  }

  private static func add(
    _ item: YAMLReader.Node, _ references: inout [Reference], _ diagnostics: inout [Diagnostic]
  ) {
    let value = withDates(item.value)
    guard let read = CSLJSON.reference(value, span: item.span, ordinal: references.count + 1) else {
      diagnostics.append(
        Diagnostic(CSLJSONRules.notAnItem, "An element of the list is no record; it is left out.", span: item.span))
      return
    }
    references.append(read.reference)
    diagnostics.append(contentsOf: read.diagnostics)
  }

  /// pandoc's older form of dates: `issued: [{year: 2018, month: 6}]`.
  private static func withDates(_ value: JSONValue) -> JSONValue {
    guard var members = value.members else { return value }
    for index in members.indices {
      guard let variable = Variable(key: members[index].key), variable.kind == .date else { continue }
      if let date = dateParts(members[index].value) { members[index].value = date }
    }
    return .object(members)
  }

  private static func dateParts(_ value: JSONValue) -> JSONValue? {
    let sides = value.array ?? [value]
    guard !sides.isEmpty, sides.count <= 2 else { return nil }
    var parts: [JSONValue] = []
    var others: [JSONValue.Member] = []
    for side in sides {
      guard let members = side.members, members.contains(where: { $0.key == "year" }) else { return nil }
      var numbers: [JSONValue] = []
      for key in ["year", "month", "day"] {
        guard let number = members.last(where: { $0.key == key })?.value else { break }
        numbers.append(number)
      }
      parts.append(.array(numbers))
      others += members.filter { !["year", "month", "day"].contains($0.key) }
    }
    return .object([JSONValue.Member(key: "date-parts", value: .array(parts))] + others)
  }

  // MARK: Broken files

  /// The next line that begins an item, as deep as the first one of the file does.
  private static func nextItem(_ bytes: [UInt8], after offset: Int) -> Int? {
    func indent(_ start: Int) -> Int? {
      let spaces = bytes[start...].prefix { $0 == 0x20 }.count
      return bytes[(start + spaces)...].starts(with: [UInt8(ascii: "-"), 0x20]) ? spaces : nil
    }
    var depth: Int?
    var index = 0
    while index < bytes.count {
      if let found = indent(index) {
        depth = depth ?? found
        if index > offset, found <= depth ?? 0 { return index }
      }
      guard let line = bytes[index...].firstIndex(of: 0x0A) else { return nil }
      index = line + 1
    }
    return nil
  }
}
