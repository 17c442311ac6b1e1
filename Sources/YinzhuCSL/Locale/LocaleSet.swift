import CLocales
import YinzhuText

/// The locales at hand: those built in (zh-CN, en-US), and files of the caller's, which win.
public struct LocaleSet: Sendable {
  private var locales: [String: Locale]

  /// The built-in locales.
  public static let builtIn: LocaleSet = {
    var set = LocaleSet(locales: [:])
    var index = 0
    while true {
      let file = yz_locale_at(index)
      guard let name = file.name else { break }
      let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      // A built-in file that can't be read is a fault of the build, found by the tests.
      _ = try? set.add(bytes, name: String(cString: name))
      index += 1
    }
    return set
  }()

  private init(locales: [String: Locale]) { self.locales = locales }

  /// The tags of the locales, sorted.
  public var languages: [String] { locales.keys.sorted() }

  /// Adds a locale file; it wins over one for the same language that is there already.
  ///
  /// - Throws: `StyleError` with every fault and its place.
  public mutating func add(_ bytes: [UInt8], name: String) throws(StyleError) {
    let locale = try LocaleReader.read(bytes, name: name)
    if let language = locale.language { locales[LanguageTag.normalized(language)] = locale }
  }

  /// The locale for a language after fallback (CSL 1.0.2 "Locale Fallback"), with the overrides of a style.
  package func resolved(_ language: String, overrides: [Locale] = []) -> Locale {
    let tag = LanguageTag.normalized(language)
    let primary = LanguageTag.primary(language)
    var out = Locale(language: tag)
    for candidate in ["en-US", LanguageTag.primaryDialect(primary), primary, tag] {
      if let locale = locales[candidate] { out.override(with: locale) }
    }
    for wanted in [nil, primary, tag] as [String?] {
      for locale in overrides where locale.language.map(LanguageTag.normalized) == wanted {
        out.override(with: locale)
      }
      if primary == tag, wanted == primary { break }
    }
    out.language = tag
    return out
  }

  /// Names of all terms of the built-in American English locale: the terms of CSL.
  package static let standardTermNames: Set<String> =
    Set((builtIn.locales["en-US"]?.terms.keys).map { $0.map(\.name) } ?? [])
}
