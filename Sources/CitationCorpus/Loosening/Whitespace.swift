import YinzhuModel

/// Spaces lost, added, or of another kind.
enum Whitespace {
  private static let marks: Set<Unicode.Scalar> = [",", ".", ":", ";", ")", "]", "，", "。", "：", "；", "．"]

  /// No space behind marks: `12,no.3`. Stops behind letters keep theirs in Western text half of the time.
  static func dropped(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let scalars = citation.scalars
    let isAll = dice.chance(0.3)
    let mark = dice.pick(["," as Unicode.Scalar, ".", ":", ";"], else: ",")
    var edits: [TextEdit] = []
    for (index, place) in scalars.enumerated() where place.scalar == " " && index > 0 {
      guard place.variable == nil || place.variable?.kind == .names else { continue }
      let previous = scalars[index - 1].scalar
      if isAll ? marks.contains(previous) : previous == mark { edits.append(TextEdit(place.range, "")) }
    }
    return edits
  }

  /// Spaces where none belong: before marks, behind full-width ones, inside brackets.
  static func added(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let scalars = citation.scalars
    let isBefore = dice.chance(0.5)
    let share = dice.pick([1.0, 0.4], else: 1)
    var edits: [TextEdit] = []
    for (index, place) in scalars.enumerated() where marks.contains(place.scalar) && place.variable == nil {
      guard index > 0, index + 1 < scalars.count, dice.chance(share) else { continue }
      if isBefore, scalars[index - 1].scalar != " " {
        edits.append(TextEdit(place.range.lowerBound..<place.range.lowerBound, " "))
      } else if !isBefore, scalars[index + 1].scalar != " " {
        edits.append(TextEdit(place.range.upperBound..<place.range.upperBound, " "))
      }
    }
    return edits
  }

  /// Line breaks and spaces of other widths as plain ones, and one space where there were more.
  static func tidied(_ citation: LabelledCitation) -> [TextEdit] {
    var edits: [TextEdit] = []
    var wasSpace = true
    for place in citation.scalars {
      switch place.scalar {
      case " ", "\n", "\t", "\u{A0}", "\u{202F}", "\u{2009}":
        if wasSpace {
          edits.append(TextEdit(place.range, ""))
        } else if place.scalar != " " {
          edits.append(TextEdit(place.range, " "))
        }
        wasSpace = true
      default: wasSpace = false
      }
    }
    return edits
  }
}
