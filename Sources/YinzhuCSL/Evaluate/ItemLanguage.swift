import YinzhuModel
import YinzhuText

/// The language of a record as a BCP 47 tag, which chooses the layout (CSL-M) and whether title case applies.
package enum ItemLanguage {
  /// The record's `language`; where it has none, what its script says: title first, then names.
  package static func of(_ reference: Reference) -> String? {
    if let language = reference.language, let tag = tag(language) { return tag }
    for variable in [Variable.title, .containerTitle, .publisher] {
      if let text = reference.text(variable), let language = script(of: text) { return language }
    }
    for variable in [Variable.author, .editor, .translator] {
      for name in reference.names(variable) {
        if let language = script(of: name.literal ?? (name.family ?? "") + (name.given ?? "")) { return language }
      }
    }
    for variable in [Variable.publisherPlace, .edition, .volume] {
      if let text = reference.text(variable), let language = script(of: text) { return language }
    }
    return nil
  }

  /// The tag that a `language` field means: library codes of three letters and names of languages are met in records.
  /// nil for an empty field and for several languages at once (`eng;chi`), which say nothing.
  static func tag(_ text: String) -> String? {
    guard !text.isEmpty, !text.contains(where: { $0 == ";" || $0 == "," || $0 == "/" }) else { return nil }
    return names[text.lowercased()] ?? text
  }

  private static let names: [String: String] = [
    "chi": "zh", "zho": "zh", "cn": "zh", "chinese": "zh", "中文": "zh", "汉语": "zh", "简体中文": "zh-CN",
    "繁體中文": "zh-TW", "繁体中文": "zh-TW", "eng": "en", "english": "en", "american": "en-US", "british": "en-GB",
    "英文": "en", "英语": "en", "jpn": "ja", "jp": "ja", "japanese": "ja", "日文": "ja", "日本語": "ja", "kor": "ko",
    "korean": "ko", "韩文": "ko", "rus": "ru", "russian": "ru", "俄文": "ru", "fre": "fr", "fra": "fr", "french": "fr",
    "法文": "fr", "ger": "de", "deu": "de", "german": "de", "德文": "de",
  ]

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
