/// Comparing BCP 47 tags as CSL does ("Locale Fallback").
package enum LanguageTag {
  /// The primary language, in lower case: `zh` of `zh-Hant-TW`.
  package static func primary(_ tag: String) -> String {
    String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
  }

  /// Language and region, region in capitals: `zh-CN` of `zh_cn`, `zh-TW` of `zh-Hant-TW`, `zh` of `zh`.
  package static func normalized(_ tag: String) -> String {
    let parts = tag.split { $0 == "-" || $0 == "_" }
    guard let first = parts.first else { return "" }
    var out = first.lowercased()
    for part in parts.dropFirst() where part.utf8.count == 4 && part.utf8.allSatisfy({ $0 >= 0x41 }) {
      let script = part.lowercased()
      if out == "zh", script == "hant", parts.count == 2 { return "zh-TW" }
      if out == "sr" { out += "-" + script.prefix(1).uppercased() + script.dropFirst() }
    }
    if let region = parts.dropFirst().first(where: { $0.utf8.count == 2 }) { out += "-" + region.uppercased() }
    return out
  }

  /// The locale whose file stands in where only the language is known.
  package static func primaryDialect(_ language: String) -> String {
    switch language {
    case "cs": "cs-CZ"
    case "da": "da-DK"
    case "el": "el-GR"
    case "en": "en-US"
    case "et": "et-EE"
    case "fa": "fa-IR"
    case "he": "he-IL"
    case "ja": "ja-JP"
    case "km": "km-KH"
    case "ko": "ko-KR"
    case "nb", "no": "nb-NO"
    case "nn": "nn-NO"
    case "sl": "sl-SI"
    case "sr": "sr-RS"
    case "sv": "sv-SE"
    case "uk": "uk-UA"
    case "vi": "vi-VN"
    case "zh": "zh-CN"
    default: language + "-" + language.uppercased()
    }
  }

  /// Language and region; of a language alone those of its main locale.
  package static func resolved(_ tag: String) -> String {
    let tag = normalized(tag)
    return tag.utf8.contains(UInt8(ascii: "-")) ? tag : primaryDialect(tag)
  }

  /// Whether an item in `language` belongs to a layout for `wanted`: the same tag, or `wanted` is its beginning.
  package static func matches(_ language: String, wanted: String) -> Bool {
    let have = language.lowercased().map { $0 == "_" ? "-" : $0 }
    let want = wanted.lowercased().map { $0 == "_" ? "-" : $0 }
    guard have.starts(with: want) else { return false }
    return have.count == want.count || have[want.count] == "-"
  }
}
