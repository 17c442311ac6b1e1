/// Languages as databases call them, as tags of BCP 47.
enum LanguageNames {
  /// The tag of a name or a code; the text itself where it is neither.
  static func tag(_ text: String) -> String {
    var name = DateText.trimmed(text)
    while let last = name.last, ";,.；".contains(last) { name.removeLast() }
    return codes[name] ?? names[name.lowercased()] ?? chinese[name] ?? DateText.trimmed(text)
  }

  /// The code of ISO 639-2 (bibliographic) of a tag, as MODS and MARC want it; nil for languages that have no row.
  static func code(ofTag tag: String) -> String? {
    let language = tag.split(separator: "-").first.map { $0.lowercased() } ?? ""
    return rows.first { $0.tag.split(separator: "-").first.map(String.init) == language }?.code
  }

  private static let rows: [(code: String, tag: String)] = [
    ("chi", "zh-CN"), ("zho", "zh-CN"), ("eng", "en"), ("ger", "de"), ("deu", "de"), ("fre", "fr"), ("fra", "fr"),
    ("jpn", "ja"), ("kor", "ko"), ("rus", "ru"), ("spa", "es"), ("ita", "it"), ("por", "pt"), ("lat", "la"),
    ("gre", "el"), ("ell", "el"), ("dut", "nl"), ("nld", "nl"), ("swe", "sv"), ("dan", "da"), ("nor", "no"),
    ("fin", "fi"), ("pol", "pl"), ("cze", "cs"), ("ces", "cs"), ("hun", "hu"), ("tur", "tr"), ("ukr", "uk"),
    ("ara", "ar"), ("heb", "he"), ("per", "fa"), ("fas", "fa"), ("hin", "hi"), ("tha", "th"), ("vie", "vi"),
    ("mon", "mn"), ("san", "sa"), ("tib", "bo"), ("bod", "bo"), ("uig", "ug"), ("may", "ms"), ("ind", "id"),
    ("cat", "ca"), ("hrv", "hr"), ("srp", "sr"), ("slv", "sl"), ("slo", "sk"), ("rum", "ro"), ("bul", "bg"),
  ]

  private static let codes = Dictionary(rows.map { ($0.code, $0.tag) }, uniquingKeysWith: { first, _ in first })

  private static let names = Dictionary(
    rows.map { ($0.code, $0.tag) } + BibTeXLanguages.rows.map { ($0.name, $0.tag) },
    uniquingKeysWith: { first, _ in first })

  private static let chinese: [String: String] = [
    "中文": "zh-CN", "汉语": "zh-CN", "中文(简体)": "zh-CN", "简体中文": "zh-CN", "繁体中文": "zh-TW", "英文": "en", "英语": "en",
    "日文": "ja", "日语": "ja", "法文": "fr", "法语": "fr", "德文": "de", "德语": "de", "俄文": "ru", "俄语": "ru", "韩文": "ko",
    "朝鲜语": "ko", "西班牙文": "es",
  ]
}
