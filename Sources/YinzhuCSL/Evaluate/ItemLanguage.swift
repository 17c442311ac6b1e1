import YinzhuModel
import YinzhuText

/// The language of a record, which chooses the layout (CSL-M) and whether title case applies.
package enum ItemLanguage {
  /// The record's `language`; where it has none, what its script says: title first, then names.
  package static func of(_ reference: Reference) -> String? {
    if let language = reference.language, !language.isEmpty { return language }
    for variable in [Variable.title, .containerTitle, .publisher] {
      if let text = reference.text(variable), let language = script(of: text) { return language }
    }
    for variable in [Variable.author, .editor, .translator] {
      for name in reference.names(variable) {
        if let language = script(of: name.literal ?? (name.family ?? "") + (name.given ?? "")) { return language }
      }
    }
    return nil
  }

  /// `ja` with kana, `ko` with hangul, `zh` with Han, `ru` with Cyrillic, `en` for other letters; nil without letters.
  static func script(of text: String) -> String? {
    var han = false
    var latin = false
    var cyrillic = false
    for scalar in text.unicodeScalars {
      if CharacterClass.isKana(scalar.value) { return "ja" }
      if CharacterClass.isHangul(scalar.value) { return "ko" }
      if CharacterClass.isHan(scalar.value) { han = true }
      if CharacterClass.isLatin(scalar.value) { latin = true }
      if CharacterClass.isCyrillic(scalar.value) { cyrillic = true }
    }
    if han { return "zh" }
    if cyrillic { return "ru" }
    return latin ? "en" : nil
  }
}
