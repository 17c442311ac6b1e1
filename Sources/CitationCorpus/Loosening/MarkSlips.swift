import YinzhuModel

/// Marks of punctuation in other widths and forms, or lost.
enum MarkSlips {
  private static let toHalf: [Unicode.Scalar: String] = [
    "，": ", ", "：": ": ", "；": "; ", "。": ". ", "．": ". ", "（": " (", "）": ") ", "［": "[", "］": "]", "、": ", ",
  ]
  private static let toFull: [Unicode.Scalar: String] = [
    ",": "，", ":": "：", ";": "；", "(": "（", ")": "）", ".": "．", "[": "［", "]": "］",
  ]

  private enum Width { case half, halfTight, full, mixed }

  /// Full ↔ half width, in Chinese text: all marks, or some of them.
  static func width(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let scalars = citation.scalars
    guard scalars.contains(where: { $0.scalar.isHan }) else { return [] }
    let width = dice.pick([.half, .halfTight, .full, .full, .mixed], else: Width.full)
    let stop = dice.pick(["．", "。", "．"])
    var edits: [TextEdit] = []
    for (index, place) in scalars.enumerated() {
      // Marks inside names part them; inside other fields they are the field's own.
      guard place.variable == nil || place.variable?.kind == .names else { continue }
      if width == .mixed, dice.chance(0.6) { continue }
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if width == .half || width == .halfTight || (width == .mixed && toHalf[place.scalar] != nil) {
        guard var text = toHalf[place.scalar] else { continue }
        let hasSpace = next?.scalar == " " || next == nil
        if width == .halfTight || hasSpace { text = text.trimmed }
        edits.append(TextEdit(place.range, text))
      } else if let full = toFull[place.scalar] {
        // A stop behind initials stays.
        let previous = index > 0 ? scalars[index - 1].scalar : " "
        if place.scalar == ".", place.variable != nil || previous.properties.isAlphabetic && !previous.isHan {
          continue
        }
        edits.append(TextEdit(place.range, place.scalar == "." ? stop : full))
        if let next, next.scalar == " ", next.variable == place.variable { edits.append(TextEdit(next.range, "")) }
      }
    }
    return edits
  }

  /// `. ` → `．`, `。`, `.` between the parts of a Chinese entry.
  static func fullStop(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let scalars = citation.scalars
    guard scalars.contains(where: { $0.scalar.isHan }) else { return [] }
    let other = dice.pick(["．", "。", ".", "，", " "])
    var edits: [TextEdit] = []
    for (index, place) in scalars.enumerated() where place.scalar == "." && place.variable == nil && index > 0 {
      guard index + 1 < scalars.count, scalars[index + 1].scalar == " " else { continue }
      edits.append(TextEdit(place.range.lowerBound..<scalars[index + 1].range.upperBound, other))
    }
    return edits
  }

  private static let openQuotes: Set<Unicode.Scalar> = ["“", "‘", "«", "„", "‹", "「", "『"]
  private static let closeQuotes: Set<Unicode.Scalar> = ["”", "’", "»", "“", "›", "」", "』"]

  /// Quotation marks straight, other, or lost. Apostrophes become straight or stay.
  static func quotes(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let marks = dice.weighted(
      [(("\"", "\""), 6), (("", ""), 3), (("'", "'"), 2), (("``", "''"), 1), (("“", "”"), 2), (("‘", "’"), 1)],
      else: ("\"", "\""))
    let straightens = dice.chance(0.7)
    var edits: [TextEdit] = []
    let scalars = citation.scalars
    let isGerman = scalars.contains { $0.scalar == "„" }
    for (index, place) in scalars.enumerated() {
      let previous = index > 0 ? scalars[index - 1].scalar : " "
      let next = index + 1 < scalars.count ? scalars[index + 1].scalar : " "
      let isInWord = previous.properties.isAlphabetic && next.properties.isAlphabetic && !previous.isHan
      if place.scalar == "’", isInWord {
        if straightens { edits.append(TextEdit(place.range, "'")) }
        continue
      }
      // „…“ closes with the mark that opens elsewhere.
      let opens = openQuotes.contains(place.scalar) && !(isGerman && place.scalar == "“")
      if opens {
        edits.append(TextEdit(place.range, marks.0))
      } else if closeQuotes.contains(place.scalar) || openQuotes.contains(place.scalar) {
        edits.append(TextEdit(place.range, marks.1))
      }
    }
    return edits
  }

  private static let dashes: Set<Unicode.Scalar> = ["–", "—", "-", "－", "～", "‐"]

  /// Dashes between numbers.
  static func dashes(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let other = dice.weighted(
      [("-", 8), ("--", 2), ("–", 3), ("—", 2), ("－", 1), ("~", 1), (" - ", 1), ("- ", 1), ("‐", 1)], else: "-")
    let scalars = citation.scalars
    var edits: [TextEdit] = []
    for (index, place) in scalars.enumerated() where dashes.contains(place.scalar) && !place.isAddress {
      guard index > 0, index + 1 < scalars.count, scalars[index - 1].scalar.properties.numericType != nil,
        scalars[index + 1].scalar.properties.numericType != nil,
        place.variable?.kind != .date || other == "-" || other == "–"
      else { continue }
      edits.append(TextEdit(place.range, other))
    }
    return edits
  }

  /// One mark between two fields is lost.
  static func lostMark(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let marks = citation.scalars.filter { $0.variable == nil && ",.:;，。：；".unicodeScalars.contains($0.scalar) }
    return marks.randomElement(using: &dice).map { [TextEdit($0.range, "")] } ?? []
  }

  /// The last full stop is lost, or another.
  static func end(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    guard let last = citation.scalars.last, last.variable == nil, ".。．;；".unicodeScalars.contains(last.scalar) else {
      return []
    }
    return [TextEdit(last.range, dice.pick(["", "", "", ";", "．", "。"]))]
  }
}
