import YinzhuCSL
import YinzhuCitations
import YinzhuModel

/// Writes records back in a note style and lays the result beside the text that they were read from.
///
/// This never fills in: it says how sure a reading is, and explains what differs.
public struct RenderBack: Sendable {
  private let styles: CandidateStyles

  /// Records of a document that its style is chosen by.
  private static let sample = 8
  /// Below this the style of the document may not be the one of this citation, so others are tried.
  private static let enough = 0.9
  private static let nearlyAll = 0.98
  /// Where the styles of journals agree on the whole, those of GB/T 7714 don't come into question.
  private static let onTheWhole = 0.93

  /// - Parameter styles: The styles that come into question.
  public init(styles: CandidateStyles = .builtIn) {
    self.styles = styles
  }

  /// Sets rendering and confidence of all citations of a document.
  ///
  /// - Parameter source: What the spans of the items count in.
  public func check(_ notes: inout [ParsedNote?], source: [UInt8]) {
    var order = styles.candidates.indices.map { $0 }
    let sampled = notes.lazy.compactMap { $0 }.flatMap(\.citation.items).filter(Self.isChecked).prefix(Self.sample)
    if order.count > 1 { order = ranking(sampled.map { PrintedCitation($0, source: source) }) }
    for index in notes.indices {
      guard notes[index] != nil else { continue }
      notes[index]?.check(order, self, source: source)
    }
  }

  /// Sets rendering and confidence of one note's citations.
  public func check(_ note: inout ParsedNote, source: [UInt8]) {
    note.check(styles.candidates.indices.map { $0 }, self, source: source)
  }

  /// The order in which styles are tried for notes that come one by one.
  public var order: [Int] { styles.candidates.indices.map { $0 } }

  /// Sets rendering and confidence of one of many notes. The style that agrees best moves to the front of the order, as
  /// the next note is likely to be of the same journal.
  public func check(_ note: inout ParsedNote, source: [UInt8], order: inout [Int]) {
    note.check(order, self, source: source)
    guard let style = note.citation.items.lazy.compactMap(\.parse.rendering?.style).first,
      let place = order.firstIndex(where: { styles.candidates[$0].id == style })
    else { return }
    order.insert(order.remove(at: place), at: 0)
  }

  static func isChecked(_ item: CitationItem) -> Bool {
    item.form != .backReference && item.reference != nil
  }

  /// The candidates, those first that agree best with all citations together. Where one agrees nearly in all, the rest need
  /// no trial.
  private func ranking(_ printed: [PrintedCitation]) -> [Int] {
    var totals: [Double] = []
    for candidate in styles.candidates {
      totals.append(printed.reduce(0) { $0 + (rendering($1, in: candidate)?.agreement ?? 0) })
      let best = (totals.max() ?? 0) / Double(max(1, printed.count))
      if best >= Self.nearlyAll || (best >= Self.onTheWhole && totals.count >= styles.journals) { break }
    }
    let tried = totals.indices.sorted { totals[$0] != totals[$1] ? totals[$0] > totals[$1] : $0 < $1 }
    return tried + Array(totals.count..<styles.candidates.count)
  }

  /// The rendering in the style of the document, or in another where that one has little in common with the text.
  func best(_ printed: PrintedCitation, _ order: [Int]) -> Rendering? {
    var best: Rendering?
    for index in order {
      guard let found = rendering(printed, in: styles.candidates[index]) else { continue }
      if found.agreement > best?.agreement ?? -1 { best = found }
      if let best, best.agreement >= Self.enough { break }
    }
    return best
  }

  private func rendering(_ printed: PrintedCitation, in style: CandidateStyles.Candidate) -> Rendering? {
    guard let processor = style.processor,
      let placed = style.isNote
        ? processor.placedCitation(printed.reference, locator: printed.locator)
        : processor.placedEntry(printed.reference)
    else { return nil }
    let parts = placed.parts.filter { $0.variable != .citationNumber }
    let text = ComparedText(Array(placed.text.utf8), parts: parts.map { ($0.variable, $0.range) })
    let alignment = TextAlignment(printed.text, text)
    return Rendering(
      style: style.id, text: placed.text, agreement: alignment.agreement, differences: alignment.differences)
  }
}

/// A citation as the note prints it, with the record that was read from it.
struct PrintedCitation {
  var reference: Reference
  var locator: Locator?
  var text: ComparedText

  init(_ item: CitationItem, source: [UInt8]) {
    self.init(item.reference ?? Reference(id: "", type: .document), item.locator, spans: item.spans, source: source)
  }

  init(_ reference: Reference, _ locator: Locator?, spans: [SourceSpan], source: [UInt8]) {
    self.reference = reference
    self.locator = locator
    var bytes: [UInt8] = []
    var parts: [(variable: Variable, range: Range<Int>)] = []
    let fields = Self.places(reference, locator)
    for span in spans where span.start >= 0 && span.end <= source.count && span.start < span.end {
      for (variable, place) in fields where place.overlaps(span) {
        let start = max(place.start, span.start) - span.start + bytes.count
        parts.append((variable, start..<(min(place.end, span.end) - span.start + bytes.count)))
      }
      bytes += source[span.range]
    }
    parts.sort { $0.range.lowerBound < $1.range.lowerBound }
    text = ComparedText(bytes, parts: parts)
  }

  /// Names of a variable are one stretch with what stands between them, as in what a style prints.
  private static func places(_ reference: Reference, _ locator: Locator?) -> [(Variable, SourceSpan)] {
    var out: [(Variable, SourceSpan)] = []
    for (variable, field) in reference.fields {
      if case .inherited = field.provenance { continue }
      if let names = field.names {
        let spans = names.names.flatMap(\.spans)
        guard let first = spans.first, let last = spans.last, last.end > first.start else { continue }
        out.append((variable, SourceSpan(start: first.start, end: last.end)))
      } else {
        out += field.provenance.spans.map { (variable, $0) }
      }
    }
    out += (locator?.spans ?? []).map { (.locator, $0) }
    return out
  }
}

extension ParsedNote {
  fileprivate mutating func check(_ order: [Int], _ back: RenderBack, source: [UInt8]) {
    for index in citation.items.indices where RenderBack.isChecked(citation.items[index]) {
      let item = citation.items[index]
      guard let rendering = back.best(PrintedCitation(item, source: source), order) else { continue }
      citation.items[index].parse.rendering = rendering
      citation.items[index].parse.confidence = RenderedConfidence.of(item, rendering)
    }
  }
}
