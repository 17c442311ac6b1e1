import YinzhuModel
import YinzhuText

/// Fields whose text means more than its letters: titles, whose case braces protect, and editions, which may be words.
///
/// A value in one pair of braces more than the field's own stands as it is: `{{The Case Stays}}`.
enum BibTeXValues {
  // MARK: Titles

  /// A title's source as text in sentence case.
  static func title(_ source: String, language: String?) -> RichText {
    if let whole = whole(source) { return LaTeXReader.text(whole) }
    return SentenceCase.applied(to: LaTeXReader.text(source), language: language)
  }

  /// A title as source that `title` reads as the same title.
  static func source(ofTitle title: RichText, language: String?) -> String {
    let source = LaTeXText.string(title)
    guard whole(source) != nil || SentenceCase.applied(to: title, language: language) != title else { return source }
    // `{\em …}` would be taken for a declaration.
    return source.hasPrefix("\\") ? "{{}\(source)}" : "{\(source)}"
  }

  /// Title and subtitle as CSL has them: one text.
  static func joined(_ title: String, _ subtitle: String) -> String {
    guard let last = title.unicodeScalars.last(where: { $0 != "}" && $0 != " " }) else { return subtitle }
    if "?!:".unicodeScalars.contains(last) { return title + " " + subtitle }
    if "？！：".unicodeScalars.contains(last) { return title + subtitle }
    let isEastAsian = title.unicodeScalars.contains { CharacterClass.isEastAsian($0.value) }
    return title + (isEastAsian ? "：" : ": ") + subtitle
  }

  // MARK: Lists

  /// A list as one text: `London and Paris` is `London; Paris`; an item in braces stands as it is.
  static func list(_ source: String) -> RichText {
    // Nearly all lists have one item.
    guard source.utf8.contains(where: { $0 == UInt8(ascii: "{") }) || BibTeXNameReader.mayJoin(source) else {
      return LaTeXReader.text(source)
    }
    let items = BibTeXNameReader.split(source, at: " and ").filter { !$0.isEmpty }.map {
      LaTeXReader.text(whole($0) ?? $0).inlines
    }
    var out: [RichText.Inline] = []
    for inline in items.joined(separator: [.text("; ")]) {
      if case .text(let more) = inline, case .text(let text)? = out.last {
        out[out.count - 1] = .text(text + more)
      } else {
        out.append(inline)
      }
    }
    return RichText(inlines: out)
  }

  /// A text as one item of a list.
  static func source(ofItem text: RichText) -> String {
    let source = LaTeXText.string(text)
    return BibTeXNameReader.split(source, at: " and ").count > 1 || whole(source) != nil ? "{\(source)}" : source
  }

  // MARK: Editions

  /// An edition: `Second`, `2nd`, `2nd ed.`, `2版` and `第二版` are 2; other words stay.
  static func edition(_ source: String) -> String {
    if let whole = whole(source) { return LaTeXReader.text(whole).plain }
    let text = LaTeXReader.text(source).plain
    return number(text).map(String.init) ?? text
  }

  /// An edition as source that `edition` reads as the same.
  static func source(ofEdition text: String) -> String {
    let source = LaTeXText.string(text)
    return number(text).map(String.init) ?? text != text || whole(source) != nil ? "{\(source)}" : source
  }

  private static func number(_ text: String) -> Int? {
    if text.hasSuffix("版") {
      return Numeral.value(text.dropLast().drop { $0 == "第" || $0 == " " }.filter { $0 != " " })
    }
    var words = text.lowercased().split(separator: " ")
    if words.count == 2, ["ed", "ed.", "edn", "edn.", "edition"].contains(words[1]) { words.removeLast() }
    guard words.count == 1, let word = words.first else { return nil }
    if let index = ordinals.firstIndex(of: String(word)) { return index + 1 }
    for ending in ["st", "nd", "rd", "th"] where word.hasSuffix(ending) { return Int(word.dropLast(2)) }
    return nil
  }

  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
  ]

  // MARK: Braces

  /// What stands inside braces that hold the whole value; nil where there are none, or they hold a command (`{\em …}`).
  private static func whole(_ source: String) -> String? {
    let bytes = Array(source.utf8)
    guard bytes.count > 1, bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}"),
      bytes[1] != UInt8(ascii: "\\")
    else { return nil }
    var depth = 0
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0, index < bytes.count - 1 { return nil }
    }
    return depth == 0 ? String(decoding: bytes[1..<(bytes.count - 1)], as: UTF8.self) : nil
  }
}
