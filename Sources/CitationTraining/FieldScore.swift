import CitationCorpus
import YinzhuCitations
import YinzhuModel
import YinzhuText

/// How many fields of labelled citations the whole parser finds at their places.
struct FieldScore {
  private(set) var right = 0
  private(set) var found = 0
  private(set) var expected = 0

  /// The harmonic mean of precision and recall.
  var f1: Double { 2 * Double(right) / Double(max(1, found + expected)) }

  mutating func add(_ citation: LabelledCitation, _ parsed: ParsedNote) {
    let bytes = Array(citation.text.utf8)
    let gold = FieldScore.places(citation.fields.map { (FieldLabel($0.variable), $0.range) }, bytes)
    var fields: [(FieldLabel, Range<Int>)] = []
    if let item = parsed.citation.items.first {
      for (variable, field) in item.reference?.fields ?? [:] {
        fields += field.provenance.spans.map { (FieldLabel(variable), Int($0.start)..<Int($0.end)) }
      }
      fields += (item.locator?.spans ?? []).map { (.page, Int($0.start)..<Int($0.end)) }
    }
    let own = FieldScore.places(fields, bytes)
    expected += gold.count
    found += own.count
    right += gold.intersection(own).count
  }

  private struct Place: Hashable {
    var label: FieldLabel
    var words: String
  }

  /// What each label holds: letters and digits in order of the text, so that marks and spaces don't count.
  private static func places(_ fields: [(FieldLabel, Range<Int>)], _ bytes: [UInt8]) -> Set<Place> {
    var texts: [FieldLabel: [(Int, String)]] = [:]
    for (label, range) in fields where label != .other && label != .note && range.upperBound <= bytes.count {
      let words = String(decoding: bytes[range], as: UTF8.self).filter { $0.isLetter || $0.isNumber }
      if !words.isEmpty { texts[label, default: []].append((range.lowerBound, words)) }
    }
    return Set(
      texts.map { label, parts in
        Place(label: label, words: parts.sorted { $0.0 < $1.0 }.map(\.1).joined())
      })
  }
}
