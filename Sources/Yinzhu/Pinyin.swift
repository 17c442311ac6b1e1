import Foundation

/// Latin letters for Chinese text, by the transliteration that Foundation has from ICU.
public enum Pinyin {
  /// `历史` → `li shi`, without tones. Text that can't be transliterated comes back as it is.
  @Sendable
  public static func transliterate(_ text: String) -> String {
    guard let latin = text.applyingTransform(.toLatin, reverse: false) else { return text }
    return latin.applyingTransform(.stripDiacritics, reverse: false) ?? latin
  }
}
