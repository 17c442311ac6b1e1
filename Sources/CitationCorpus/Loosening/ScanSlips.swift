import YinzhuModel

/// What scanning and copying does to letters.
enum ScanSlips {
  /// The end of a line inside a word: `inter- national`; in Chinese text a space.
  static func hyphenation(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let scalars = citation.scalars
    let mark = dice.pick(["- ", "- ", "-", "\u{AD}"])
    let places = scalars.indices.filter { index in
      guard index >= 3, index + 3 < scalars.count, scalars[index].variable != nil, !scalars[index].isAddress else {
        return false
      }
      if scalars[index].scalar.isHan { return scalars[index - 1].scalar.isHan }
      return scalars[(index - 3)..<(index + 3)].allSatisfy {
        $0.scalar.properties.isLowercase && $0.variable == scalars[index].variable
      }
    }
    guard let index = places.randomElement(using: &dice) else { return [] }
    let start = scalars[index].range.lowerBound
    return [TextEdit(start..<start, scalars[index].scalar.isHan ? " " : mark)]
  }

  private static let plain: [Unicode.Scalar: String] = [
    "á": "a", "à": "a", "â": "a", "ä": "a", "å": "a", "ã": "a", "é": "e", "è": "e", "ê": "e", "ë": "e", "í": "i",
    "î": "i", "ï": "i", "ó": "o", "ô": "o", "ö": "o", "õ": "o", "ø": "o", "ú": "u", "û": "u", "ü": "u", "ç": "c",
    "ñ": "n", "ß": "ss", "š": "s", "ž": "z", "č": "c", "ć": "c", "ł": "l", "ń": "n", "ś": "s", "ř": "r", "É": "E",
    "Ö": "O", "Ü": "U", "Ä": "A", "Š": "S", "Ž": "Z", "Č": "C", "Å": "A", "Ø": "O",
  ]
  private static let spaced: [Unicode.Scalar: String] = [
    "é": "´e", "è": "`e", "ö": "¨o", "ü": "¨u", "ä": "¨a", "á": "´a", "í": "´ı", "ó": "´o", "ñ": "˜n", "ç": "¸c",
  ]

  /// Accents lost, or beside their letters as old PDF files give them.
  static func accents(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let table = dice.chance(0.75) ? plain : spaced
    return citation.scalars.compactMap { place in table[place.scalar].map { TextEdit(place.range, $0) } }
  }

  private static let alike: [Unicode.Scalar: String] = [
    "l": "1", "O": "0", "I": "l", "S": "5", "0": "O", "1": "l", "〇": "0", "一": "—", "己": "已", "日": "曰", "未": "末",
  ]

  /// One letter read as another.
  static func confusion(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let places = citation.scalars.filter { alike[$0.scalar] != nil && $0.variable != nil && !$0.isAddress }
    guard let place = places.randomElement(using: &dice), let other = alike[place.scalar] else { return [] }
    return [TextEdit(place.range, other)]
  }
}
