import YinzhuText

/// The outer form of a file: array, single item, `{"items": […]}` or lines.
struct CSLJSONFile {
  let source: SourceText
  private(set) var references: [Reference] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceText) { self.source = source }

  private var bytes: [UInt8] { source.bytes }

  mutating func read() {
    guard let first = bytes.firstIndex(where: { !Self.isSpace($0) }) else {
      diagnostics.append(
        Diagnostic(CSLJSONRules.syntax, "The file is empty: expected a list of records.", span: nil))
      return
    }
    guard bytes[first] == UInt8(ascii: "{") else { return readElements(first..<bytes.count) }
    var reader = JSONReader(bytes, range: first..<bytes.count)
    do throws(JSONError) {
      let value = try reader.document()
      let end = (bytes.lastIndex(where: { !Self.isSpace($0) }) ?? first) + 1
      if let items = wrappedItems(value) { return readElements(items) }
      report(reader)
      add(value, SourceSpan(start: first, end: end))
    } catch {
      if readLines(from: first) { return }
      if let items = brokenWrapper(from: first) { return readElements(items) }
      report(error)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  // MARK: Forms

  private mutating func readElements(_ range: Range<Int>) {
    var reader = JSONReader(bytes, range: range)
    var elements: [(value: JSONValue, span: SourceSpan)] = []
    var faults: [JSONError] = []
    reader.elements({ elements.append(($0, $1)) }, failed: { faults.append($0) })
    report(reader)
    for fault in faults { report(fault) }
    references.reserveCapacity(elements.count)
    for element in elements { add(element.value, element.span) }
  }

  /// The bytes of the list of `{"items": […]}`.
  private mutating func wrappedItems(_ value: JSONValue) -> Range<Int>? {
    guard let members = value.members, !members.contains(where: { $0.key == "type" || $0.key == "id" }),
      let items = members.last(where: { $0.key == "items" }), items.value.array != nil,
      let open = bytes[items.span.range].firstIndex(of: UInt8(ascii: "["))
    else { return nil }
    for member in members where member.key != "items" {
      diagnostics.append(
        Diagnostic(
          CSLJSONRules.wrapperKey, "The key “\(member.key)” beside the list of records is not kept.",
          span: member.span))
    }
    return open..<items.span.end
  }

  /// The same where some item is broken, so that the whole is no JSON: the list begins after `{"items":`.
  private func brokenWrapper(from first: Int) -> Range<Int>? {
    var index = first + 1
    func skipSpace() { while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 } }
    skipSpace()
    guard bytes[index...].starts(with: "\"items\"".utf8) else { return nil }
    index += 7
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return nil }
    index += 1
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "[") else { return nil }
    return index..<bytes.count
  }

  /// Reads an item a line; false when the file isn't of that form (no line holds a whole object).
  private mutating func readLines(from first: Int) -> Bool {
    var lines: [Range<Int>] = []
    var start = first
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if bytes[start..<end].contains(where: { !Self.isSpace($0) }) { lines.append(start..<end) }
      start = end + 1
    }
    // A broken object over many lines may hold an object on one of them; a line of JSON Lines begins at its margin.
    guard
      lines.count > 1,
      lines.prefix(8).contains(where: { line in
        var reader = JSONReader(bytes, range: line)
        guard bytes[line.lowerBound] == UInt8(ascii: "{") else { return false }
        return (try? reader.document()) != nil
      })
    else { return false }
    for line in lines {
      var reader = JSONReader(bytes, range: line)
      do throws(JSONError) {
        let value = try reader.document()
        report(reader)
        add(value, SourceSpan(line))
      } catch {
        report(error)
      }
    }
    return true
  }

  // MARK: Reports

  private mutating func add(_ value: JSONValue, _ span: SourceSpan) {
    if let (reference, found) = CSLJSON.reference(value, span: span, ordinal: references.count + 1) {
      references.append(reference)
      diagnostics.append(contentsOf: found)
    } else {
      diagnostics.append(
        Diagnostic(
          CSLJSONRules.notAnItem, "Expected a record in braces; this element is left out.", span: span))
    }
  }

  private mutating func report(_ fault: JSONError) {
    diagnostics.append(
      Diagnostic(
        CSLJSONRules.syntax, "This is no valid JSON: \(fault.message).",
        span: SourceSpan(start: fault.offset, end: fault.offset)))
  }

  private mutating func report(_ reader: JSONReader) {
    for (key, span) in reader.duplicateKeys {
      diagnostics.append(
        Diagnostic(
          CSLJSONRules.duplicateKey, "The key “\(key)” stands twice; the last value counts, the other is not kept.",
          span: span))
    }
    for offset in reader.replacedSurrogates {
      diagnostics.append(
        Diagnostic(
          CSLJSONRules.loneSurrogate,
          "Half a character (\(source[SourceSpan(start: offset, end: offset + 6)])) became �.",
          span: SourceSpan(start: offset, end: offset + 6)))
    }
  }
}
