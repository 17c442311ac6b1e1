import YinzhuModel
import YinzhuText

/// The text of a note cut where its citations and fields begin and end.
struct PaintedNote {
  /// A stretch of text that has one field, or none.
  struct Segment {
    var text: ArraySlice<UInt8>
    /// Index of the citation that it belongs to.
    var item: Int?
    /// The field: its name, and how it is shown.
    var field: (name: String, family: FieldFamily)?
  }

  private struct Mark {
    var span: SourceSpan
    var item: Int?
    var field: (name: String, family: FieldFamily)?
  }

  /// In order; together they are the whole text.
  let segments: [Segment]

  init(_ text: MappedText, _ items: [CitationItem]) {
    var marks: [Mark] = []
    for (index, item) in items.enumerated() {
      marks += item.spans.map { Mark(span: $0, item: index) }
      marks += PaintedNote.fields(item).map { Mark(span: $0.span, item: index, field: ($0.name, $0.family)) }
    }
    segments = PaintedNote.segments(text, PaintedNote.innermost(marks))
  }

  /// Places of the fields that were read from the text itself; what came from a record has none of its own.
  private static func fields(_ item: CitationItem) -> [(span: SourceSpan, name: String, family: FieldFamily)] {
    var out: [(SourceSpan, String, FieldFamily)] = []
    if let reference = item.reference {
      for (variable, field) in reference.fields {
        guard case .parsed(let spans, _) = field.provenance else { continue }
        let places = field.names?.names.flatMap(\.spans) ?? spans
        out += places.map { ($0, variable.rawValue, FieldFamily(variable)) }
      }
      for field in reference.custom {
        guard case .parsed(let spans, _) = field.provenance else { continue }
        out += spans.map { ($0, field.key, .number) }
      }
    }
    if let locator = item.locator { out += locator.spans.map { ($0, "locator", .locator) } }
    return out
  }

  /// Cuts marks so that none overlap; where several cover a place, the shortest is shown.
  private static func innermost(_ marks: [Mark]) -> [Mark] {
    // By place, then the longer first, then by name: dictionaries have no order of their own.
    let sorted = marks.filter { !$0.span.isEmpty }.sorted {
      ($0.span.start, -$0.span.count, $0.field?.name ?? "") < ($1.span.start, -$1.span.count, $1.field?.name ?? "")
    }
    let cuts = Set(sorted.flatMap { [$0.span.start, $0.span.end] }).sorted()
    var out: [Mark] = []
    var open: [Mark] = []
    var next = 0
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      open.removeAll { $0.span.end <= start }
      while next < sorted.count, sorted[next].span.start <= start {
        open.append(sorted[next])
        next += 1
      }
      guard
        var mark = open.min(by: { a, b in
          (a.field == nil ? 1 : 0, a.span.count) < (b.field == nil ? 1 : 0, b.span.count)
        })
      else { continue }
      mark.span = SourceSpan(start: start, end: end)
      out.append(mark)
    }
    return out
  }

  private static func segments(_ text: MappedText, _ marks: [Mark]) -> [Segment] {
    let bytes = text.bytes
    var out: [Segment] = []
    var start = 0
    var current: Int?
    func close(_ end: Int) {
      guard end > start else { return }
      let mark = current.map { marks[$0] }
      out.append(Segment(text: bytes[start..<end], item: mark?.item, field: mark?.field))
      start = end
    }
    var at = 0
    while at < bytes.count {
      let place = text.sourceOffset(of: at)
      let mark = index(of: place, in: marks)
      if mark != current, !continues(current, mark, marks) { close(at) }
      current = mark
      at += max(1, UTF8Bytes.decode(bytes, at: at).length)
    }
    close(bytes.count)
    return out
  }

  /// Whether a field goes on behind a cut that another mark made.
  private static func continues(_ a: Int?, _ b: Int?, _ marks: [Mark]) -> Bool {
    guard let a, let b else { return false }
    return marks[a].item == marks[b].item && marks[a].field?.name == marks[b].field?.name
      && marks[a].field?.family != .person
  }

  private static func index(of place: Int, in marks: [Mark]) -> Int? {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].span.end <= place { low = middle + 1 } else { high = middle }
    }
    return low < marks.count && marks[low].span.start <= place ? low : nil
  }
}
