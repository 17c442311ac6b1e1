import YinzhuModel

/// Fields as lists and markup print them.
enum FieldSlips {
  /// A dash in the place of authors who stand in the entry above.
  static func repeatedAuthor(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    guard !citation.isNote, let first = citation.fields.first, first.variable == .author, first.range.lowerBound == 0
    else { return [] }
    return [TextEdit(first.range, dice.pick(["———", "–––––", "---", "______", "——", "－－－", "————"]))]
  }

  /// `2001a`, where an author has several works of a year.
  static func yearLetter(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let letter = dice.pick(["a", "b", "c", "a"])
    for field in citation.fields where field.variable == .issued {
      let text = citation.bytes(field.range)
      guard text.utf8.count == 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return [] }
      return [TextEdit(field.range, text + letter)]
    }
    return []
  }

  /// Italics as plain text marks them.
  static func asterisks(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let mark = dice.pick(["*", "_", "**"])
    let field =
      citation.fields.first { $0.variable == .containerTitle } ?? citation.fields.first { $0.variable == .title }
    guard let range = field?.range, !citation.text.unicodeScalars.contains(where: { $0.isHan }) else { return [] }
    return [
      TextEdit(range.lowerBound..<range.lowerBound, mark), TextEdit(range.upperBound..<range.upperBound, mark),
    ]
  }
}
