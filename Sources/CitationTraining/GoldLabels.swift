import CitationCorpus
import YinzhuCitations

/// The label of each word of a labelled citation. Words of no field go to the field that they introduce or close.
enum GoldLabels {
  static func labels(_ citation: LabelledCitation, _ text: ChainText) -> [FieldLabel] {
    let bytes = Array(citation.text.utf8)
    let fields = citation.fields.filter { FieldLabel($0.variable) != .other }.sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
    var owners: [Int?] = text.places.map { place in
      fields.indices.max { overlap(fields[$0].range, place) < overlap(fields[$1].range, place) }.flatMap {
        overlap(fields[$0].range, place) > 0 ? $0 : nil
      }
    }
    var index = 0
    while index < owners.count {
      guard owners[index] == nil else {
        index += 1
        continue
      }
      var end = index
      while end < owners.count, owners[end] == nil { end += 1 }
      attach(index..<end, &owners, fields, text, bytes)
      index = end
    }
    return owners.map { $0.map { FieldLabel(fields[$0].variable) } ?? .other }
  }

  private static func overlap(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound)
  }

  private static let names: Set<FieldLabel> = [.author, .editor, .translator]

  /// A run of words between two fields is cut where the marks are strongest.
  private static func attach(
    _ run: Range<Int>, _ owners: inout [Int?], _ fields: [LabelledField], _ text: ChainText, _ bytes: [UInt8]
  ) {
    guard run.count <= 6 else { return }
    let before = run.lowerBound > 0 ? owners[run.lowerBound - 1] : nil
    let after = run.upperBound < owners.count ? owners[run.upperBound] : nil
    if before == nil || after == nil {
      for index in run { owners[index] = before ?? after }
      return
    }
    let label = before.map { FieldLabel(fields[$0].variable) } ?? .other
    var cut = run.lowerBound
    var strongest = -1.0
    for index in run.lowerBound...run.upperBound {
      var strength = self.strength(text.places[index - 1].upperBound..<text.places[index].lowerBound, bytes)
      if index > run.lowerBound, strength == 3 { strength = 1.5 }
      // A role stays with its names.
      if index == run.lowerBound, names.contains(label), text.isRole[index] { strength = -0.5 }
      if strength > strongest {
        strongest = strength
        cut = index
      }
    }
    for index in run { owners[index] = index < cut ? before : after }
  }

  private static func strength(_ gap: Range<Int>, _ bytes: [UInt8]) -> Double {
    guard gap.lowerBound < gap.upperBound, gap.upperBound <= bytes.count else { return 0 }
    let text = String(decoding: bytes[gap], as: UTF8.self)
    var strength = 0.0
    for character in text {
      switch character {
      case " ", "\u{A0}": strength = max(strength, 1)
      case ",", "，", "、", "(", "（", "[", "［": strength = max(strength, 2)
      case ":", "：": strength = max(strength, 1.8)
      case ".", "．": strength = max(strength, 3)
      case "。", ";", "；", "/", "]", ")", "）": strength = max(strength, 3.2)
      default: strength = max(strength, 2.5)
      }
    }
    return strength
  }
}
