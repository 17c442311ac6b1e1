import Yinzhu

/// What `parse` made of some lines of its input.
struct ParsedBlock: Sendable {
  /// JSON Lines, one for each input; empty unless asked for.
  private(set) var json: [UInt8] = []
  /// The citations; empty when JSON Lines are asked for.
  private(set) var items: [CitationItem] = []
  /// Lines that are no input.
  private(set) var faults: [Diagnostic] = []

  /// Reads the lines: each is a text, or with `isLines` false an object with `id` and `text`. Blank lines are skipped.
  init(
    _ lines: Range<Int>, of source: SourceText, isLines: Bool, isJSON: Bool, parser: CitationParser,
    back: RenderBack? = nil
  ) {
    var order = back?.order ?? []
    for line in lines {
      let range = Self.range(of: line, in: source)
      switch Self.input(line, range, of: source, isLines: isLines) {
      case nil: continue
      case .text(let text, let id):
        var parsed = parser.parse(text, note: id.scalarText ?? String(line + 1))
        back?.check(&parsed, source: isLines ? source.bytes : text.bytes, order: &order)
        let citation = parsed.citation
        if isJSON { append(JSONLinesReport.parsed(id: id, citation)) } else { items += citation.items }
      case .fault(let message, let id, let offset):
        let span = SourceSpan(start: offset, end: offset)
        faults.append(Diagnostic(FileRules.inputLine, message, span: span))
        if isJSON { append(.object(["id": id ?? .null, "error": .string(message)])) }
      }
    }
  }

  enum Input {
    case text(MappedText, id: JSONValue)
    case fault(String, id: JSONValue?, offset: Int)
  }

  /// The input of a line; nil for a blank one.
  static func input(_ line: Int, of source: SourceText, isLines: Bool) -> Input? {
    input(line, range(of: line, in: source), of: source, isLines: isLines)
  }

  private static func input(_ line: Int, _ range: Range<Int>, of source: SourceText, isLines: Bool) -> Input? {
    guard source.bytes[range].contains(where: { $0 > 0x20 }) else { return nil }
    return isLines
      ? .text(MappedText(source.bytes, range: range), id: .string(String(line + 1))) : object(range, source)
  }

  private mutating func append(_ value: JSONValue) {
    json += JSONWriter.bytes(value)
    json.append(0x0A)
  }

  private static func object(_ range: Range<Int>, _ source: SourceText) -> Input {
    var reader = JSONReader(source.bytes, range: range)
    do throws(JSONError) {
      let value = try reader.document()
      // Ids go back as they came: a number stays a number.
      let id = value["id"].flatMap { $0.scalarText == nil ? nil : $0 }
      guard let id, let text = value["text"]?.string else {
        return .fault("the line needs \"id\" and \"text\"", id: id, offset: range.lowerBound)
      }
      return .text(MappedText(text), id: id)
    } catch {
      return .fault(error.message, id: nil, offset: error.offset)
    }
  }

  /// A line without its line break.
  private static func range(of line: Int, in source: SourceText) -> Range<Int> {
    let start = source.lines.start(ofLine: line)
    var end = line + 1 < source.lines.count ? source.lines.start(ofLine: line + 1) : source.bytes.count
    while end > start, source.bytes[end - 1] == 0x0A || source.bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}
